"""Faults of the database and of the storage: each is told as what it is, to the client, in the log and by `/readyz`."""

from __future__ import annotations

import errno
import json
import logging
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError, ProgrammingError

from api import create_app
from api.logs import LOGGER
from api.services.stopping import PROCESS
from api.store import faults
from tests.api.test_bad_input import require_problem
from tests.api.texts import FLOOD, article

Told = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def told() -> Iterator[Told]:
    """What was logged of faults."""
    records: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        records.append(record)
        return True

    LOGGER.addFilter(keep)
    yield lambda: [getattr(one, "fields", {}) for one in records if one.getMessage() == "cannot answer"]
    LOGGER.removeFilter(keep)


def opened(url: str, **more: object) -> FlaskClient:
    return create_app({"DATABASE_URL": url, "LOG_LEVEL": "WARNING", **more}).test_client()


def check_of(client: FlaskClient, name: str = "database") -> dict[str, Any]:
    body = require_problem(client.get("/readyz"), 503, "not-ready")
    return next(check for check in body["checks"] if check["name"] == name)


def test_a_file_that_is_no_database_is_told_and_logged(tmp_path: Path, told: Told):
    (tmp_path / "broken.db").write_bytes(b"This is no database. " * 500)
    client = opened(f"sqlite:///{tmp_path}/broken.db")
    for answer in (client.get("/v1/articles"), client.post("/v1/articles", json=article("post", FLOOD))):
        require_problem(answer, 503, "database-corrupt")
        assert "Retry-After" not in answer.headers
    assert {one["code"] for one in told()} == {"SQLITE_NOTADB"}
    assert check_of(client) == {"name": "database", "ok": False, "detail": "The database file is damaged."}


@pytest.mark.sqlite
def test_a_page_that_is_damaged_makes_the_service_unready(client, bridge, tmp_path: Path, database_url: str):
    client.application.extensions["parallax"].database.close()
    with closing(sqlite3.connect(tmp_path / "parallax.db")) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = other.execute("PRAGMA page_size").fetchone()
        (root,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles'").fetchone()
    with (tmp_path / "parallax.db").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    client = opened(database_url)
    require_problem(client.get("/v1/articles"), 503, "database-corrupt")
    assert check_of(client)["detail"] == "The database file is damaged."


@pytest.mark.sqlite
def test_a_database_that_is_read_only_can_be_read(client, bridge, tmp_path: Path, told: Told):
    client.application.extensions["parallax"].database.close()
    reader = opened(f"sqlite:///file:{tmp_path}/parallax.db?mode=ro&uri=true")
    assert len(reader.get("/v1/articles").get_json()["data"]) == len(bridge)
    answer = reader.post("/v1/articles", json=article("post", FLOOD + " More rain is on its way."))
    require_problem(answer, 503, "database-read-only")
    assert [one["code"] for one in told()] == ["SQLITE_READONLY"]


@pytest.mark.sqlite
def test_a_file_that_may_not_be_written_makes_the_service_unready(client, bridge, monkeypatch):
    monkeypatch.setattr(faults.os, "access", lambda path, mode: False)
    assert check_of(client)["detail"] == "The database cannot be written to."


@pytest.mark.sqlite
def test_a_full_database_takes_nothing_and_goes_on_once_there_is_room(client, app, bridge, told: Told):
    database = app.extensions["parallax"].database
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    long = article("post", f"{FLOOD} " * 40)
    require_problem(client.post("/v1/articles", json=long), 503, "storage-full")
    assert [one["code"] for one in told()] == ["SQLITE_FULL"]
    assert len(client.get("/v1/articles").get_json()["data"]) == len(bridge)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert client.post("/v1/articles", json=long).status_code == 201


@pytest.mark.sqlite
def test_a_full_disk_makes_the_service_unready(client, bridge, monkeypatch):
    monkeypatch.setattr(faults.os, "statvfs", lambda path: SimpleNamespace(f_bavail=1, f_frsize=4096))
    assert check_of(client)["detail"] == "There is no room left."
    monkeypatch.undo()
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    "url", ["", "nonsense", "nosuch://host/db", "sqlite+nodriver:///a.db", "postgresql://h:port/x"]
)
def test_an_address_that_cannot_be_used_is_told(url: str, told: Told):
    client = opened(url)
    body = require_problem(client.get("/v1/articles"), 503, "database-misconfigured")
    assert url not in body["detail"] or not url
    assert [one["problem"] for one in told()] == ["/problems/database-misconfigured"]
    assert check_of(client)["detail"] == "The database's address or driver is wrong."


def test_a_tone_model_that_is_missing_makes_the_service_unready(tmp_path: Path):
    client = opened(f"sqlite:///{tmp_path}/a.db", TONE_MODEL=str(tmp_path / "nowhere"))
    assert "nowhere" in check_of(client, "tone")["detail"]


def test_no_room_for_an_upload_is_told(client, monkeypatch, told: Told):
    class Full:
        def write(self, data: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def close(self) -> None:
            """Nothing is open."""

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda size: Full())
    answer = client.post("/v1/articles/bulk", data=json.dumps(article("post", FLOOD)), content_type="application/json")
    require_problem(answer, 503, "storage-full")
    assert [one["code"] for one in told()] == ["ENOSPC"]


def test_a_bulk_upload_says_where_it_stopped(client, app, monkeypatch):
    monkeypatch.setattr(PROCESS, "asked", False)
    lines = [json.dumps(article("post", f"{FLOOD} Report {number} from the valley.")) for number in range(20)]
    answer = client.post(
        "/v1/articles/bulk", data="\n".join(lines), content_type="application/x-ndjson", buffered=False
    )
    results = []
    for raw in answer.iter_encoded():
        results.append(json.loads(raw))
        PROCESS.asked = True
    *stored, last = results
    assert [one["status"] for one in stored] == [201] * len(stored)
    assert (last["line"], last["status"], last["type"]) == (len(stored) + 1, 503, "/problems/stopping")
    assert 0 < len(stored) < 20
    assert len(client.get("/v1/articles?limit=200").get_json()["data"]) == len(stored)


@pytest.mark.parametrize(
    "state, kind",
    [
        ("53100", "storage-full"), ("54000", "value-too-large"), ("55P03", "database-busy"),
        ("25006", "database-read-only"), ("XX001", "database-corrupt"), ("08006", "database-unavailable"),
    ],
)  # fmt: skip
def test_faults_of_postgresql_are_told_apart(state: str, kind: str):
    cause = type("Driver", (Exception,), {"sqlstate": state})()
    assert faults.fault_of(OperationalError("SELECT 1", {}, cause)) == kind
    assert faults.cause_of(OperationalError("SELECT 1", {}, cause))["code"] == state


def test_a_mistake_of_ours_is_no_fault_of_the_database():
    assert (
        faults.fault_of(ProgrammingError("SELECT", {}, type("Driver", (Exception,), {"sqlstate": "42601"})())) is None
    )
    assert faults.fault_of(OSError(errno.EBADF, "bad")) is None
    assert faults.fault_of(ValueError("text")) is None


@pytest.mark.sqlite
def test_a_comparison_waits_for_no_writer(client, bridge, tmp_path: Path):
    address = f"/v1/stories/{bridge[0]['story']}/comparison"
    with closing(sqlite3.connect(tmp_path / "parallax.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = client.get(address).get_json()
        assert other.execute("SELECT count(*) FROM comparisons").fetchone() == (0,)
        other.execute("ROLLBACK")
        again = client.get(address, headers={"Accept-Language": "sv"}).get_json()
        assert again["findings"] == told["findings"]
        assert client.get(address).get_json() == told
        assert other.execute("SELECT count(*) FROM comparisons").fetchone() == (1,)
