"""Actors are found by letters wherever these stand in a name."""

from __future__ import annotations

import pytest

from api.store import search
from api.store.actors import folded


@pytest.fixture
def database(app):
    return app.extensions["parallax"].database


def searched(client, letters):
    return [
        item["id"] for item in client.get("/v1/actors", query_string={"q": letters, "limit": 200}).get_json()["data"]
    ]


def by_hand(client, letters):
    """Actors with these letters, found by looking at all of them."""
    listed = client.get("/v1/actors?limit=200").get_json()["data"]
    return [
        item["id"] for item in listed if any(folded(letters) in folded(n) for n in (item["name"], *item["aliases"]))
    ]


PIECES = ("a", "n", "li", "na", "d ", "lin", "LIND", "Ana L", "ана", "x", "zzz", '"', "%", "_", "*", 'a" OR "b', "Berg")


@pytest.fixture(params=[pytest.param("index", marks=pytest.mark.sqlite), "table"])
def indexed(request, monkeypatch):
    """With FTS5 and without."""
    if request.param == "table":
        monkeypatch.setattr("api.store.search.INDEX", "CREATE VIRTUAL TABLE actor_search USING none(names)")
    return request.param == "index"


def test_letters_are_found_wherever_they_stand(indexed, app, database, client, bridge):
    with database.read() as connection:
        assert search.indexed(connection) == indexed
    known = client.get("/v1/actors?limit=200").get_json()["data"]
    pieces = {*PIECES, *(item["name"][1:4] for item in known), *(item["name"][-2:] for item in known)}
    for piece in sorted(pieces):
        assert searched(client, piece) == by_hand(client, piece), piece
    assert any(searched(client, piece) for piece in PIECES) and not searched(client, "zzz")
    one, other = known[0]["id"], known[1]["id"]
    client.patch(f"/v1/actors/{one}", json={"name": "Quirin Ýxz", "aliases": ["Анна", "王毅"]})
    assert searched(client, "ýXZ") == searched(client, "Анн") == searched(client, "毅") == [one]
    client.patch(f"/v1/actors/{one}", json={"aliases": []})
    assert searched(client, "Анн") == [] == searched(client, "毅")
    client.patch(f"/v1/actors/{one}", json={"merge": [other]})
    assert searched(client, known[1]["name"]) == by_hand(client, known[1]["name"])
    for item in bridge:
        client.delete(f"/v1/articles/{item['id']}")
    assert searched(client, "ýXZ") == [one]
    for piece in sorted(pieces):
        assert searched(client, piece) == by_hand(client, piece), piece
