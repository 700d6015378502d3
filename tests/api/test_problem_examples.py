"""The examples of problems in the OpenAPI document are what a client gets."""

from __future__ import annotations

import json
import re

import pytest

from api.problems import EXAMPLES, PROBLEMS, example
from tests.api.texts import BRIDGE_POST, article

JSON = "application/json"
DIGITS = re.compile(r"(?:art|story)-[0-9a-f]{16}")


def analyse(client, **fields):
    return client.post("/v1/analyses", json={**article("post", BRIDGE_POST), **fields})


def changed(client, bridge):
    client.post("/v1/articles", json=article("post", BRIDGE_POST + " So it is.", external_id="a"))
    return client.post("/v1/articles", json=article("post", BRIDGE_POST + " Or not.", external_id="a"))


def merged(client, bridge):
    actor = client.get("/v1/actors").get_json()["data"][0]["id"]
    return client.patch(f"/v1/actors/{actor}", json={"merge": [actor]})


PROVOKED = {
    "malformed-body": lambda client, bridge: client.post("/v1/analyses", data=b"", content_type=JSON),
    "invalid-cursor": lambda client, bridge: client.get("/v1/articles?cursor=nonsense"),
    "not-found": lambda client, bridge: client.get("/v1/articles/art-5f0c2d9b1e7a4c88"),
    "not-acceptable": lambda client, bridge: client.get(
        f"/v1/stories/{bridge[0]['story']}/comparison", headers={"Accept": "image/png"}
    ),
    "article-changed": changed,
    "story-has-one-article": lambda client, bridge: client.get(f"/v1/stories/{bridge[2]['story']}/comparison"),
    "correction-conflict": merged,
    "precondition-failed": lambda client, bridge: client.patch(
        f"/v1/actors/{client.get('/v1/actors').get_json()['data'][0]['id']}",
        json={"name": "Ana"},
        headers={"If-Match": '"another"'},
    ),
    "body-too-large": lambda client, bridge: client.post("/v1/analyses", data=b"a" * 20_000_001, content_type=JSON),
    "text-too-large": lambda client, bridge: analyse(client, text="a" * 1_000_001),
    "unsupported-media-type": lambda client, bridge: client.post("/v1/analyses", data=b"{}", content_type="text/plain"),
    "validation": lambda client, bridge: client.get("/v1/articles?limit=0"),
    "empty-text": lambda client, bridge: analyse(client, text="“ ”"),
    "invalid-target": lambda client, bridge: analyse(
        client, text="a " * 70 + "a", clean=False, targets=[{"start": 0, "end": 142}]
    ),
    "comparison-size": lambda client, bridge: client.post(
        "/v1/comparisons", json={"articles": [article("post", BRIDGE_POST)]}
    ),
}
NOT_PROVOKED = {"internal"}
"""A fault of ours, which ``test_bad_input`` brings about."""


def anonymous(body: object) -> object:
    """The answer without what tells one article from another."""
    return json.loads(DIGITS.sub("id", json.dumps(body)))


@pytest.mark.parametrize("name", PROVOKED)
def test_an_example_is_what_a_client_gets(client, bridge, name):
    answer = PROVOKED[name](client, bridge)
    assert answer.status_code == PROBLEMS[name].status
    assert anonymous(answer.get_json()) == anonymous(example(name))


def test_every_example_is_provoked():
    assert set(PROVOKED) | NOT_PROVOKED == set(EXAMPLES)


def test_each_documented_problem_has_an_example_of_its_own(client):
    document = client.get("/openapi.json").get_json()
    answers = [
        (f"{method} {path} {status}", int(status), response)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method != "parameters"
        for status, response in operation["responses"].items()
        if int(status) >= 400
    ]
    assert answers
    for place, status, response in answers:
        examples = response["content"]["application/problem+json"]["examples"]
        named = re.findall(r"/problems/([a-z-]+)", response["description"])
        assert sorted(examples) == sorted(named) != [], place
        assert all(shown["value"]["status"] == status for shown in examples.values())
