"""Whatever comes in is answered: with what was asked for, or with a problem that says what is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import create_app
from api.problems import PROBLEM_MEDIA
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, article
from tests.hostile.case import STORED, Case
from tests.hostile.cases import cases

CASES = list(cases())
CHOSEN = CASES if os.environ.get("HOSTILE") else CASES[::10]
LISTED = ("articles", "stories", "outlets", "actors")
LONGEST = 60_000
"""Bytes of a problem, however large the request was."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("hostile")
    made = create_app({"DATABASE_URL": f"sqlite:///{folder}/parallax.db", "LOG_LEVEL": "CRITICAL"})
    client = made.test_client()
    for outlet, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
        assert client.post("/v1/articles", json=article(outlet, text)).status_code == 201
    made.extensions["stored"] = stored(client)
    yield made
    made.extensions["parallax"].database.close()


def stored(client: FlaskClient) -> dict[str, str]:
    """An id of each kind."""
    lists = [client.get(f"/v1/{name}?limit=1").get_json()["data"][0]["id"] for name in LISTED]
    return dict(zip(STORED, lists, strict=True))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("case", CHOSEN, ids=lambda case: case.name.encode("ascii", "replace").decode())
def test_odd_requests_are_answered(app: Flask, client: FlaskClient, case: Case) -> None:
    headers = {"Content-Type": case.kind} if case.body is not None else {}
    answer = client.open(
        case.at(app.extensions["stored"]), method=case.method, data=case.body, headers={**headers, **case.headers}
    )
    raw = answer.get_data()
    assert answer.status_code < 500 or (answer.status_code == 503 and answer.get_json()["detail"])
    if answer.status_code >= 400 and case.method != "HEAD":
        problem = answer.get_json()
        assert answer.mimetype == PROBLEM_MEDIA
        assert problem["status"] == answer.status_code
        assert problem["detail"]
        assert len(raw) <= LONGEST
    if case.path.endswith("/bulk") and answer.status_code == 200:
        assert b'"status": 500' not in raw and b'"status":500' not in raw


def test_the_cases_are_many_and_each_has_its_name() -> None:
    assert len(CASES) >= 400
    assert len({case.name for case in CASES}) == len(CASES)


def test_the_service_answers_after_all_of_them(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/v1/articles").status_code == 200
