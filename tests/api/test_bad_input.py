"""Whatever comes in, a clear problem goes out, and never a 500."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from api.problems import PROBLEMS
from tests.api.texts import BRIDGE_POST, article

JSON = "application/json"
GOOD = json.dumps(article("post", BRIDGE_POST)).encode()
BODIES = {
    "empty": (b"", 400, "malformed-body"),
    "blank": (b" \n", 400, "malformed-body"),
    "cut": (GOOD[:-5], 400, "malformed-body"),
    "two values": (GOOD + GOOD, 400, "malformed-body"),
    "not UTF-8": (b'{"outlet": "\xff\xfe"}', 400, "malformed-body"),
    "UTF-16": (GOOD.decode().encode("utf-16"), 400, "malformed-body"),
    "NaN": (b'{"outlet": NaN}', 400, "malformed-body"),
    "Infinity": (b'{"outlet": -Infinity}', 400, "malformed-body"),
    "beyond double": (b'{"outlet": 1e999}', 400, "malformed-body"),
    "huge integer": (b'{"outlet": ' + b"9" * 5000 + b"}", 400, "malformed-body"),
    "NUL": (b'{"outlet": "a", "text": "A word\\u0000 here."}', 400, "malformed-body"),
    "lone surrogate": (b'{"outlet": "a", "text": "A word \\ud83d here."}', 400, "malformed-body"),
    "surrogate in a name": (b'{"\\udc00": 1}', 400, "malformed-body"),
    "name twice": (b'{"outlet": "a", "outlet": "b"}', 400, "malformed-body"),
    "deep": (b"[" * 100_000 + b"]" * 100_000, 400, "malformed-body"),
    "deep objects": (b'{"a":' * 500 + b"1" + b"}" * 500, 400, "malformed-body"),
    "array": (b"[]", 422, "validation"),
    "string": (b'"text"', 422, "validation"),
    "number": (b"1", 422, "validation"),
    "null": (b"null", 422, "validation"),
    "nothing in it": (b"{}", 422, "validation"),
}
FIELDS = {
    "unknown field": ({"colour": "red"}, 422, "/colour"),
    "outlet is a number": ({"outlet": 7}, 422, "/outlet"),
    "outlet is null": ({"outlet": None}, 422, "/outlet"),
    "outlet is empty": ({"outlet": ""}, 422, "/outlet"),
    "outlet with a slash": ({"outlet": "a/b"}, 422, "/outlet"),
    "outlet is a dot": ({"outlet": ".."}, 422, "/outlet"),
    "outlet is long": ({"outlet": "a" * 129}, 422, "/outlet"),
    "text and html": ({"html": "<p>Hello</p>"}, 422, "/text"),
    "text is a list": ({"text": ["a"]}, 422, "/text"),
    "clean is a word": ({"clean": "false"}, 422, "/clean"),
    "clean is a number": ({"clean": 1}, 422, "/clean"),
    "language in upper case": ({"language": "EN"}, 422, "/language"),
    "language is a name": ({"language": "english"}, 422, "/language"),
    "no such day": ({"published_at": "2026-02-30"}, 422, "/published_at"),
    "no such month": ({"published_at": "2026-13"}, 422, "/published_at"),
    "no such hour": ({"published_at": "2026-02-03T25:00:00Z"}, 422, "/published_at"),
    "no date at all": ({"published_at": "yesterday"}, 422, "/published_at"),
    "date as a number": ({"published_at": 20260302}, 422, "/published_at"),
    "external_id is empty": ({"external_id": ""}, 422, "/external_id"),
    "story with a space": ({"story": "a b"}, 422, "/story"),
    "headline is long": ({"headline": "a" * 1001}, 422, "/headline"),
}
TEXTS = {
    "no text": ("", 422, "empty-text"),
    "only spaces": (" \n\t \u00a0", 422, "empty-text"),
    "only marks": ("… – !!! ???", 422, "empty-text"),
    "only boilerplate": ("Foto: TT\n\nLÄS MER: Allt om bron", 422, "empty-text"),
    "one word of 5 MB": ("a" * 5_000_000, 413, "text-too-large"),
    "too many words": ("word " * 300_000, 413, "text-too-large"),
}
ROUTES = ("/v1/analyses", "/v1/articles")


def require_problem(answer, status: int, name: str) -> dict[str, object]:
    """The answer is this problem, in full."""
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.get_data(as_text=True)
    body = answer.get_json()
    assert body["type"] == f"/problems/{name}"
    assert (body["status"], body["title"]) == (status, PROBLEMS[name].title)
    assert body["detail"]
    assert answer.headers["X-Request-ID"]
    return body


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("route", ROUTES)
def test_a_body_that_cannot_be_read(client, route, name):
    body, status, problem = BODIES[name]
    require_problem(client.post(route, data=body, content_type=JSON), status, problem)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("route", ROUTES)
def test_a_field_that_does_not_fit(client, route, name):
    change, status, pointer = FIELDS[name]
    body = require_problem(client.post(route, json={**article("post", BRIDGE_POST), **change}), status, "validation")
    assert pointer in [error["pointer"] for error in body["errors"]]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("route", ROUTES)
def test_a_text_that_is_none(client, route, name):
    text, status, problem = TEXTS[name]
    sent = {"outlet": "post", "text": text, "language": "sv"}
    require_problem(client.post(route, json=sent), status, problem)


def test_a_long_word_within_the_limit_is_answered(client):
    answer = client.post("/v1/analyses", json=article("post", "a" * 200_000 + " and a few more words here."))
    assert answer.status_code in (200, 413, 422)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({}, 415),
        ({"Content-Type": "application/json; charset=latin-1"}, 415),
        ({"Content-Type": JSON, "Content-Encoding": "gzip"}, 415),
        ({"Content-Type": JSON, "Content-Encoding": "br"}, 415),
    ],
)
def test_a_body_of_another_type(client, headers, status):
    body = gzip.compress(GOOD) if headers.get("Content-Encoding") == "gzip" else GOOD
    require_problem(client.post("/v1/analyses", data=body, headers=headers), status, "unsupported-media-type")


def test_a_body_beyond_the_limit(client):
    body = b'{"outlet": "a", "text": "' + b"a " * 10_000_000 + b'"}'
    require_problem(client.post("/v1/analyses", data=body, content_type=JSON), 413, "body-too-large")


@pytest.mark.parametrize("count", [0, 1, 51])
def test_too_few_or_too_many_articles_to_compare(client, count):
    articles = [article("post", f"{BRIDGE_POST} {number}") for number in range(count)]
    require_problem(client.post("/v1/comparisons", json={"articles": articles}), 422, "comparison-size")


def test_the_article_that_cannot_be_compared_is_named(client):
    articles = [article("post", BRIDGE_POST), article("times", " ")]
    body = require_problem(client.post("/v1/comparisons", json={"articles": articles}), 422, "empty-text")
    assert body["errors"][0]["pointer"].startswith("/articles/1")


def test_the_field_that_cannot_be_compared_is_named(client):
    articles = [article("post", BRIDGE_POST), {"outlet": "a", "text": 5}]
    body = require_problem(client.post("/v1/comparisons", json={"articles": articles}), 422, "validation")
    assert body["errors"] == [{"pointer": "/articles/1/text", "detail": "Not a valid string."}]


@pytest.mark.parametrize(
    "target",
    [
        {"start": 5, "end": 5},
        {"start": 9, "end": 5},
        {"start": -1, "end": 5},
        {"start": 0},
        {"end": 3},
        {},
        {"name": ""},
        {"name": "Ana", "start": 0, "end": 3},
        {"start": 0.5, "end": 3},
        {"start": True, "end": 3},
    ],
)
def test_a_target_that_is_none(client, target):
    sent = article("post", BRIDGE_POST, clean=False, targets=[target])
    require_problem(client.post("/v1/analyses", json=sent), 422, "validation")


def test_a_target_outside_the_text(client):
    sent = article("post", BRIDGE_POST, clean=False, targets=[{"start": 10, "end": 99_999}])
    require_problem(client.post("/v1/analyses", json=sent), 422, "invalid-target")


def test_targets_by_place_need_the_text_as_it_is(client):
    sent = article("post", BRIDGE_POST, targets=[{"start": 0, "end": 8}])
    require_problem(client.post("/v1/analyses", json=sent), 422, "validation")


QUERIES = {
    "/v1/articles?limit=0": (422, "validation"),
    "/v1/articles?limit=201": (422, "validation"),
    "/v1/articles?limit=ten": (422, "validation"),
    "/v1/articles?limit=5&limit=6": (422, "validation"),
    "/v1/articles?colour=red": (422, "validation"),
    "/v1/articles?published_from=soon": (422, "validation"),
    "/v1/articles?cursor=": (422, "validation"),
    "/v1/articles?cursor=nonsense": (400, "invalid-cursor"),
    "/v1/articles?cursor=eyJrIjoxLCJyIjoic3RvcmllcyJ9": (400, "invalid-cursor"),
    "/v1/stories?cursor=eyJrIjotMSwiciI6InN0b3JpZXMifQ": (400, "invalid-cursor"),
    "/v1/stories?cursor=%00": (422, "validation"),
    "/v1/actors?q=a%00b": (422, "validation"),
    "/v1/stories?min_articles=0": (422, "validation"),
    "/v1/actors?type=robot": (422, "validation"),
    "/v1/languages?limit=5": (422, "validation"),
    "/healthz?now=1": (422, "validation"),
    "/v1/articles/none": (404, "not-found"),
    "/v1/articles/%00": (404, "not-found"),
    "/v1/articles/none/analysis": (404, "not-found"),
    "/v1/stories/none": (404, "not-found"),
    "/v1/stories/none/comparison": (404, "not-found"),
    "/v1/outlets/none": (404, "not-found"),
    "/v1/outlets/none/profile": (404, "not-found"),
    "/v1/actors/none": (404, "not-found"),
    "/problems/none": (404, "not-found"),
    "/docs/none.js": (404, "not-found"),
    "/v2/articles": (404, "not-found"),
    "/": (404, "not-found"),
}


@pytest.mark.parametrize("address", QUERIES)
def test_an_address_that_leads_nowhere(client, address):
    status, problem = QUERIES[address]
    require_problem(client.get(address), status, problem)


def test_a_method_that_is_not_taken_keeps_allow(client):
    answer = client.put("/v1/articles", json={})
    require_problem(answer, 405, "method-not-allowed")
    assert {"GET", "POST"} <= set(answer.headers["Allow"].replace(" ", "").split(","))


def test_head_and_options_are_answered(client):
    assert client.head("/v1/articles").status_code == 200
    assert client.head("/v1/articles").get_data() == b""
    assert "POST" in client.options("/v1/articles").headers["Allow"]


def test_a_fault_of_ours_tells_nothing_of_our_insides(client, app, monkeypatch, capsys):
    def broken(*_: object) -> None:
        raise RuntimeError("the secret text of an article")

    monkeypatch.setattr("api.services.analyses.pipeline.analyse", broken)
    body = require_problem(client.post("/v1/analyses", json=article("post", BRIDGE_POST)), 500, "internal")
    assert "secret" not in json.dumps(body)
    assert "secret" not in capsys.readouterr().err


def test_a_database_that_cannot_be_reached_is_a_problem(tmp_path: Path):
    from api import create_app

    client = create_app(
        {"DATABASE_URL": f"sqlite:///{tmp_path}/no/such/folder/a.db", "LOG_LEVEL": "CRITICAL"}
    ).test_client()
    answer = client.get("/v1/articles")
    require_problem(answer, 503, "database-unavailable")
    assert answer.headers["Retry-After"]
    body = require_problem(client.get("/readyz"), 503, "not-ready")
    assert [(check["name"], check["ok"]) for check in body["checks"]] == [
        ("database", False), ("encoder", True), ("reader", True),
    ]  # fmt: skip
    assert client.get("/healthz").status_code == 200


def test_an_encoder_that_cannot_be_had_is_a_problem(database_url):
    from api import create_app

    config = {"DATABASE_URL": database_url, "ENCODER": "nobody/no-such-model", "LOG_LEVEL": "CRITICAL"}
    client = create_app(config).test_client()
    require_problem(client.post("/v1/analyses", json=article("post", BRIDGE_POST)), 503, "encoder-unavailable")
    body = require_problem(client.get("/readyz"), 503, "not-ready")
    assert [check["ok"] for check in body["checks"]] == [True, False, True]
    assert "no-such-model" in body["checks"][1]["detail"]
    assert client.get("/v1/articles").status_code == 200
