"""Every test gets an application of its own on an empty SQLite file; the encoder is shared by the process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, make_url, text

from api import create_app
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article

SERVER = os.environ.get("TEST_POSTGRES")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is of SQLite only, where the tests are run on a PostgreSQL server."""
    left_out = [item for item in items if SERVER is not None and item.get_closest_marker("sqlite")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """An empty database: an SQLite file, or one of the PostgreSQL server that ``TEST_POSTGRES`` names."""
    if SERVER is None:
        yield f"sqlite:///{tmp_path}/parallax.db"
        return
    name = f"parallax_{uuid4().hex}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def app(database_url: str) -> Iterator[Flask]:
    made = create_app({"DATABASE_URL": database_url, "LOG_LEVEL": "ERROR"})
    yield made
    made.extensions["parallax"].database.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def store(client: FlaskClient) -> Callable[..., dict[str, Any]]:
    """Stores an article and gives back the resource."""

    def stored(outlet: str, text: str, **fields: object) -> dict[str, Any]:
        answer = client.post("/v1/articles", json=article(outlet, text, **fields))
        assert answer.status_code in (200, 201), answer.get_data(as_text=True)
        body: dict[str, Any] = answer.get_json()
        return body

    return stored


@pytest.fixture
def bridge(store: Callable[..., dict[str, Any]]) -> list[dict[str, Any]]:
    """Two outlets on one event, and a third article on another."""
    return [
        store("post", BRIDGE_POST, published_at="2026-03-02T08:00:00Z"),
        store("times", BRIDGE_TIMES, published_at="2026-03-02T10:00:00Z"),
        store("post", FLOOD, published_at="2026-03-05T08:00:00Z"),
    ]
