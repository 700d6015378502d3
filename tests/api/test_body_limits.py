"""Bodies that are too long, broken off or no HTTP bodies at all, and answers that stay short."""

from __future__ import annotations

import io
import json
import socket
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.extensions.bodies import SILENCE
from api.services.errors import MAX_DETAIL, MAX_LISTED, MAX_POINTER
from tests.api.texts import BRIDGE_POST, article

PATHS = {"/v1/analyses": "application/json", "/v1/articles": "application/json"}


class Broken(io.RawIOBase):
    """A body that begins and then raises what a server raises."""

    def __init__(self, error: Exception) -> None:
        self.error, self.begun = error, False

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def tell(self) -> int:
        return 0

    def readinto(self, room: Any) -> int:
        if self.begun:
            raise self.error
        self.begun = True
        room[:1] = b"{"
        return 1


class ServersOwn(Exception):
    """Of a server's own, like gunicorn's for a chunk without a size."""


def chunked(client: FlaskClient, path: str, body: Any, **more: object) -> Any:
    kind = PATHS.get(path, "application/x-ndjson")
    environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked", **more}
    return client.post(path, input_stream=body, content_type=kind, environ_overrides=environ)


@pytest.mark.parametrize("path", [*PATHS, "/v1/articles/bulk"])
@pytest.mark.parametrize("error", [ServersOwn("chunk"), OSError("gone"), ValueError("size"), TimeoutError()])
def test_a_body_that_breaks_is_the_clients_fault(client: FlaskClient, path: str, error: Exception) -> None:
    answer = chunked(client, path, Broken(error))
    assert answer.status_code == 400
    assert answer.get_json()["type"] == "/problems/malformed-body"


def test_a_chunked_body_beyond_the_limit_is_too_large(app: Flask, client: FlaskClient) -> None:
    limit = app.extensions["parallax"].settings.max_body_bytes
    for path in PATHS:
        answer = chunked(client, path, io.BytesIO(b"a" * (limit + 1)))
        assert (answer.status_code, answer.get_json()["type"]) == (413, "/problems/body-too-large")


def test_a_silent_client_is_not_waited_for(client: FlaskClient) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        waits: list[float | None] = []

        class Watched(io.BytesIO):
            def readinto(self, room: Any) -> int:
                waits.append(ours.gettimeout())
                return super().readinto(room)

        body = Watched(json.dumps(article("post", BRIDGE_POST)).encode())
        answer = chunked(client, "/v1/analyses", body, **{"gunicorn.socket": ours})
        assert answer.status_code == 200
        assert set(waits) == {SILENCE}
        assert ours.gettimeout() is None


def test_many_wrong_fields_are_counted_and_few_are_named(client: FlaskClient) -> None:
    body = {"outlet": "post", "text": "A text.", **{f"field {number}": 1 for number in range(20_000)}}
    answer = client.post("/v1/articles", json=body)
    problem = answer.get_json()
    assert answer.status_code == 422
    assert len(answer.data) < len(json.dumps(body)) / 10
    assert len(problem["errors"]) == MAX_LISTED
    assert problem["detail"].startswith("20000 fields")


def test_names_and_sentences_of_an_error_are_bounded(client: FlaskClient) -> None:
    problem = client.post("/v1/articles", json={"outlet": "post", "text": "A text.", "n" * 100_000: 1}).get_json()
    assert [error["pointer"] for error in problem["errors"]] == [""]
    problem = client.post("/v1/analyses", json={"articles": [{"n" * 50: 1}] * 50}).get_json()
    assert all(len(one["pointer"]) <= MAX_POINTER and len(one["detail"]) <= MAX_DETAIL for one in problem["errors"])


@pytest.mark.parametrize(
    ("name", "letter", "most"),
    [("url", "橋", 2000), ("url", "a", 2000), ("url", "é", 2000), ("external_id", "橋", 1500)],
)
def test_what_is_looked_up_fits_an_index_of_every_database(
    client: FlaskClient, name: str, letter: str, most: int
) -> None:
    """PostgreSQL refuses an entry of more than 2,704 bytes, and answered that the database was busy."""
    room = most // len(letter.encode())
    fitting = article("橋" * 128, BRIDGE_POST, **{name: letter * room})
    assert client.post("/v1/articles", json=fitting).status_code in (200, 201)
    refused = client.post("/v1/articles", json={**fitting, name: letter * (room + 1)})
    assert refused.status_code == 422
    assert refused.get_json()["errors"][0]["pointer"] == f"/{name}"


def test_what_is_no_name_by_its_length_is_nobody(client: FlaskClient) -> None:
    text = f"The council closed the pool, said Ada W{'olf' * 1000} on Monday. Mr Ada W{'olf' * 1000} would go.\n\n" * 3
    answer = client.post("/v1/analyses", json={"outlet": "post", "text": text, "language": "en"})
    assert answer.status_code == 200
    assert max((len(actor["name"]) for actor in answer.get_json()["actors"]), default=0) <= 300
