"""Tells faults of the database and of its storage apart, by the codes that driver and system give, not by messages."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

UNAVAILABLE, BUSY, CORRUPT = "database-unavailable", "database-busy", "database-corrupt"
READ_ONLY, FULL, MISCONFIGURED, TOO_LARGE = (
    "database-read-only",
    "storage-full",
    "database-misconfigured",
    "value-too-large",
)
SQLITE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: CORRUPT,
    sqlite3.SQLITE_NOTADB: CORRUPT,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_TOOBIG: TOO_LARGE,
}
"""Primary result codes; anything else is a database that cannot be used."""
POSTGRES = {
    "25006": READ_ONLY,
    "40001": BUSY,
    "40P01": BUSY,
    "53100": FULL,
    "53300": BUSY,
    "54": TOO_LARGE,
    "55P03": BUSY,
    "57014": BUSY,
    "XX001": CORRUPT,
    "XX002": CORRUPT,
}
"""SQLSTATE, or its class."""
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
LEAST_FREE = 8 * 1024 * 1024
"""Free bytes below which there is no use in taking articles."""


class MisconfiguredError(Exception):
    """The database's address cannot be read, or its driver is not installed; the sentence quotes no password."""


def fault_of(error: BaseException) -> str | None:
    """The kind of problem that an error of the database or the storage is; None if it is no such error."""
    if isinstance(error, MisconfiguredError | ArgumentError):
        return MISCONFIGURED
    if isinstance(error, OSError):
        return FULL if error.errno in NO_ROOM else None
    if isinstance(error, PoolTimeoutError):
        return BUSY
    if isinstance(error, DBAPIError):
        return _of_driver(error)
    return UNAVAILABLE if isinstance(error, sqlite3.OperationalError) else None


def _of_driver(error: DBAPIError) -> str | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    otherwise = UNAVAILABLE if isinstance(error, OperationalError) else None
    if isinstance(code, int):
        return SQLITE.get(code & 0xFF, otherwise)
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return POSTGRES.get(state) or POSTGRES.get(state[:2]) or otherwise


def cause_of(error: BaseException) -> dict[str, object]:
    """What the log tells of an error: classes and codes, never messages, which may quote texts."""
    told: dict[str, object] = {"error": type(error).__name__}
    origin = getattr(error, "orig", None) if isinstance(error, SQLAlchemyError) else error.__cause__
    if origin is not None:
        told["driver_error"] = type(origin).__name__
    for name in ("sqlite_errorname", "sqlstate"):
        if value := getattr(origin, name, None):
            told["code"] = str(value)
    if isinstance(error, OSError) and error.errno is not None:
        told["code"] = errno.errorcode.get(error.errno, str(error.errno))
    return told


def obstacle(url: URL) -> str | None:
    """What stands in the way of writing to an SQLite file, as a kind of problem, without trying."""
    name = url.database
    if url.get_backend_name() != "sqlite" or name in (None, "", ":memory:") or name.startswith("file:"):
        return None
    path = Path(name)
    try:
        there = os.statvfs(path.parent)
    except OSError:
        return UNAVAILABLE
    if there.f_bavail * there.f_frsize < LEAST_FREE:
        return FULL
    writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    return None if writable else READ_ONLY
