"""Collections: pages neither skip nor repeat."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.api.texts import BRIDGE_POST, FLOOD, article

COLLECTIONS = ("/v1/articles", "/v1/stories", "/v1/outlets", "/v1/actors")


@pytest.fixture
def many(client, store):
    for number in range(7):
        store(f"outlet-{number}", f"{FLOOD} Report {number} of the valley.", story=f"story-of-{number}")
    return client


def pages(client, address):
    """Every page, following ``next``."""
    found = []
    while address:
        answer = client.get(address)
        page = answer.get_json()
        found.append(page["data"])
        following = page["page"]["next"]
        link = answer.headers.get("Link")
        assert (following is None) == (link is None)
        address = None
        if link is not None:
            target, relation = link.split(";")
            assert relation.strip() == 'rel="next"'
            parts = urlsplit(target.strip("<>"))
            assert following in parts.query
            address = f"{parts.path}?{parts.query}"
    return found


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("limit", [1, 2, 3, 200])
def test_pages_are_the_whole_in_order(many, collection, limit):
    whole = many.get(f"{collection}?limit=200").get_json()["data"]
    found = pages(many, f"{collection}?limit={limit}")
    assert [item["id"] for page in found for item in page] == [item["id"] for item in whole]
    assert all(len(page) == limit for page in found[:-1])
    assert found[-1] or not whole


def test_what_comes_in_between_neither_skips_nor_repeats(many):
    before = [item["id"] for item in many.get("/v1/articles").get_json()["data"]]
    first = many.get("/v1/articles?limit=3").get_json()
    many.post("/v1/articles", json=article("late", BRIDGE_POST))
    many.delete(f"/v1/articles/{first['data'][2]['id']}")
    rest = many.get(f"/v1/articles?limit=200&cursor={first['page']['next']}").get_json()
    assert [item["id"] for item in first["data"] + rest["data"]] == before


def test_a_page_keeps_its_filter(many):
    first = many.get("/v1/articles?limit=1&language=en")
    assert "language=en" in first.headers["Link"]


def test_an_empty_collection_is_an_empty_page(client):
    for collection in COLLECTIONS:
        assert client.get(collection).get_json() == {"data": [], "page": {"next": None, "limit": 50}}


def test_a_cursor_is_of_one_collection(many):
    cursor = many.get("/v1/articles?limit=1").get_json()["page"]["next"]
    assert many.get(f"/v1/stories?cursor={cursor}").status_code == 400
    assert many.get(f"/v1/articles?cursor={cursor}x").status_code == 400
