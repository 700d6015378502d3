"""Connections and transactions: migrated on first use, safe with several processes, durable once committed."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from api.store.faults import BUSY, CORRUPT, READ_ONLY, SQLITE, MisconfiguredError, fault_of, obstacle

WAL_ATTEMPTS, WAL_PAUSE_SECONDS = 100, 0.05
KEEPING_MS = 100
"""How long a reader waits for writers before it gives up keeping what it has worked out."""
WRITE_LOCK = 7_215_001
"""Key of the PostgreSQL advisory lock that makes writers take turns, as they do on SQLite."""

CONNECT_SECONDS = 5
"""How long a database server may take to answer at all."""
VIEW: dict[str, Any] = {"isolation_level": "REPEATABLE READ"}
"""How a transaction on PostgreSQL sees one state; usually each statement sees the newest. Writers need that: what is
there when they have their lock counts."""
ONLY_READ = "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean"
POOL: dict[str, Any] = {"max_overflow": -1}
"""As many connections as there are threads that ask: who waits for a lock keeps nobody from reading."""


class Database:
    """The one door to the database. Opens on first use, so that creating an application costs nothing."""

    def __init__(self, url: str, busy_timeout_ms: int = 20_000) -> None:
        self.url = url
        self._busy_timeout_ms = busy_timeout_ms
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._damaged = False

    @property
    def engine(self) -> Engine:
        """The engine, with the schema brought up to date the first time."""
        with self._lock:
            if self._engine is None:
                engine = self._open()
                try:
                    migrate(engine)
                except BaseException:
                    engine.dispose()
                    raise
                self._engine = engine
            return self._engine

    @property
    def dialect(self) -> str:
        """Which kind of database it is."""
        return self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the database."""
        with self._noting_damage(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(**VIEW)
            with connection.begin():
                yield connection

    @contextmanager
    def write(self, patience_ms: int | None = None) -> Iterator[Connection]:
        """A transaction that no other writer runs beside; durable when the block ends.

        ``patience_ms`` is how long it waits for others, if not as long as the settings say.
        """
        with self._noting_damage(), writing(self.engine, patience_ms) as connection:
            yield connection

    @property
    def obstacle(self) -> str | None:
        """Why nothing can be written, as a kind of problem, as far as that shows without writing; None if nothing is.

        What was once found damaged stays so until the process is started anew. Raises what the database raises.
        """
        if self._damaged:
            return CORRUPT
        if self.dialect == "postgresql":
            with self.read() as connection:
                return READ_ONLY if connection.execute(text(ONLY_READ)).scalar_one() else None
        return obstacle(_read_url(self.url))

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self._damaged = self._damaged or fault_of(error) == CORRUPT
            raise

    def keep(self, save: Callable[[Connection], None]) -> None:
        """Keep what a reader has worked out, for those who come later, unless others write or none can."""
        try:
            with self._noting_damage(), writing(self.engine, KEEPING_MS) as connection:
                save(connection)
        except Exception as error:
            if fault_of(error) is None:
                raise

    def close(self) -> None:
        """Release every connection."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _open(self) -> Engine:
        url = _read_url(self.url)
        if url.get_backend_name() != "sqlite":
            return _engine_of(url, self._busy_timeout_ms)
        in_memory = url.database in (None, "", ":memory:")
        options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else POOL
        seconds = self._busy_timeout_ms / 1000
        engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": seconds}, **options)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine


def _read_url(address: str) -> URL:
    """The address in parts. Raises MisconfiguredError."""
    try:
        url = make_url(address)
        url.get_dialect()
    except (ArgumentError, ImportError, ValueError) as error:
        raise MisconfiguredError("DATABASE_URL is not an address that SQLAlchemy knows how to use.") from error
    return url


def _engine_of(url: URL, busy_timeout_ms: int) -> Engine:
    """An engine for a server; who waits for another writer's lock waits no longer than that."""
    options: dict[str, Any] = {}
    if url.get_backend_name() == "postgresql":
        options = {"connect_timeout": CONNECT_SECONDS, "options": f"-c lock_timeout={busy_timeout_ms}"}
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=options, **POOL)
    except ImportError as error:
        raise MisconfiguredError(
            f"The driver of {url.drivername} is not installed; for PostgreSQL install parallax[postgres]."
        ) from error


@contextmanager
def writing(engine: Engine, patience_ms: int | None = None) -> Iterator[Connection]:
    """A write transaction that takes its lock at the start, so that it never fails half way for want of it."""
    with engine.connect() as connection, _waiting(connection, patience_ms):
        connection = connection.execution_options(parallax_write=True)
        with connection.begin():
            if engine.dialect.name == "postgresql" and patience_ms is not None:
                connection.execute(text(f"SET LOCAL lock_timeout = {patience_ms:d}"))
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
            yield connection


@contextmanager
def _waiting(connection: Connection, patience_ms: int | None) -> Iterator[None]:
    """Have SQLite wait for a lock for another time than usual."""
    raw = connection.connection.driver_connection
    if patience_ms is None or not isinstance(raw, sqlite3.Connection):
        yield
        return
    (usual,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute(f"PRAGMA busy_timeout = {patience_ms:d}")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual:d}")


def migrate(engine: Engine) -> None:
    """Bring the schema up to date; processes that start together take turns. Where nothing is to do, nobody waits."""
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "api.store:migrations")
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection, connection.begin():
        current = MigrationContext.configure(connection).get_current_heads()
    if set(current) == set(ScriptDirectory.from_config(config).get_heads()):
        return
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    """Leave transactions to us (the driver would begin them late), and make a commit survive a crash."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    _use_wal(cursor)
    cursor.close()


def _use_wal(cursor: sqlite3.Cursor) -> None:
    """Readers beside a writer. Switching a new file over does not wait for a lock by itself, so we do."""
    for attempt in range(WAL_ATTEMPTS):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            passing = SQLITE.get(error.sqlite_errorcode & 0xFF, BUSY) == BUSY
            if not passing or error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN or attempt == WAL_ATTEMPTS - 1:
                raise
            time.sleep(WAL_PAUSE_SECONDS)


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("parallax_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
