"""Many articles at once: in order, each line on its own."""

from __future__ import annotations

import json

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FLOOD, article

TYPE = "application/x-ndjson"


def bulk(client, *lines: object, ending: str = "\n", content_type: str = TYPE):
    raw = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines) + ending
    answer = client.post("/v1/articles/bulk", data=raw.encode(), content_type=content_type)
    assert answer.status_code == 200
    assert answer.mimetype == TYPE
    return [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]


def test_each_line_gets_a_result_in_order(client):
    results = bulk(client, article("a", BRIDGE_POST), article("b", FLOOD), article("a", BRIDGE_POST))
    assert [result["line"] for result in results] == [1, 2, 3]
    assert [result["status"] for result in results] == [201, 201, 200]
    assert results[0]["id"] == results[2]["id"]
    assert client.get(f"/v1/articles/{results[1]['id']}").status_code == 200


def test_a_bad_line_concerns_no_other(client):
    bad = [
        "{",
        "[]",
        '"text"',
        "NaN",
        '{"outlet": "a"}',
        '{"outlet": "a", "text": ""}',
        '{"outlet":"a","text":"\\ud800"}',
    ]
    results = bulk(client, article("a", BRIDGE_POST), *bad, article("b", FLOOD))
    assert [result["status"] for result in results] == [201, 400, 400, 400, 400, 422, 422, 400, 201]
    assert all(result["type"].startswith("/problems/") for result in results[1:-1])
    assert [result["line"] for result in results] == list(range(1, 10))


def test_blank_lines_are_passed_over_and_counted(client):
    results = bulk(client, "", article("a", BRIDGE_POST), "  ", article("b", FLOOD), ending="")
    assert [(result["line"], result["status"]) for result in results] == [(2, 201), (4, 201)]


def test_more_lines_than_a_batch(client):
    lines = [article("a", f"{FLOOD} Report number {number} from the valley.") for number in range(40)]
    results = bulk(client, *lines)
    assert [result["status"] for result in results] == [201] * 40
    assert len({result["id"] for result in results}) == 40


def test_stories_are_complete_when_the_answer_ends(client):
    results = bulk(client, article("a", BRIDGE_POST), article("b", BRIDGE_TIMES), article("c", FLOOD))
    story_of = {
        member: story["id"] for story in client.get("/v1/stories").get_json()["data"] for member in story["articles"]
    }
    assert story_of[results[0]["id"]] == story_of[results[1]["id"]] != story_of[results[2]["id"]]


def test_a_line_beyond_the_limit_is_refused_alone(database_url):
    from api import create_app

    config = {"DATABASE_URL": database_url, "MAX_LINE_BYTES": 2000, "LOG_LEVEL": "ERROR"}
    client = create_app(config).test_client()
    results = bulk(client, article("a", "word " * 1000), article("b", FLOOD))
    assert [result["status"] for result in results] == [413, 201]


def test_a_bulk_body_may_exceed_the_limit_of_other_bodies(database_url):
    from api import create_app

    client = create_app({"DATABASE_URL": database_url, "MAX_BODY_BYTES": 100, "LOG_LEVEL": "ERROR"}).test_client()
    assert [result["status"] for result in bulk(client, article("b", FLOOD))] == [201]


def test_an_empty_or_foreign_body_is_a_problem(client):
    for body, content_type, status in ((b"", TYPE, 400), (b"{}", "text/csv", 415)):
        answer = client.post("/v1/articles/bulk", data=body, content_type=content_type)
        assert answer.status_code == status
        assert answer.mimetype == "application/problem+json"
