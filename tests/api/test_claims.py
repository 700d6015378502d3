"""What the service says of claims and of stances, article by article."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, FINNISH, SWEDISH, article

ARTICLES = {
    "article-1": article("post", BRIDGE_POST),
    "article-2": article("times", BRIDGE_TIMES),
    "article-3": article("bladet", SWEDISH, language="sv"),
    "article-4": article("lehti", FINNISH, language="fi"),
    "article-5": article("note", "The bridge costs 40 million crowns."),
}


@pytest.fixture
def compared(client) -> dict[str, Any]:
    body: dict[str, Any] = client.post("/v1/comparisons", json={"articles": list(ARTICLES.values())}).get_json()
    assert body["claims"]
    return body


def test_each_article_makes_a_claim_or_lacks_it_or_it_cannot_be_told(compared):
    for claim in compared["claims"]:
        told = [item["article"] for item in claim["present"]]
        assert sorted([*told, *claim["absent"], *claim["not_assessable"]]) == sorted(ARTICLES)
        assert [item["article"] for item in claim["reasons"]] == claim["not_assessable"]


def test_it_says_why_it_cannot_be_told(compared):
    reasons = {(item["article"], item["reason"]) for claim in compared["claims"] for item in claim["reasons"]}
    assert {("article-4", "unsupported_language"), ("article-5", "too_short")} <= reasons
    assert {reason for name, reason in reasons if name == "article-4"} == {"unsupported_language"}
    assert {reason for name, reason in reasons if name == "article-5"} == {"too_short"}


def test_a_claim_has_a_wording_in_each_language_in_which_it_is_told(compared):
    for claim in compared["claims"]:
        codes = {ARTICLES[one["article"]]["language"] for one in claim["present"] if one["relation"] != "contradicts"}
        assert set(claim["wordings"]) == codes
        assert claim["text"] in claim["wordings"].values()
        assert set(claim["wordings"].values()) <= {item["text"] for item in claim["present"]}


def test_a_confidence_has_its_old_name_beside_it(compared):
    for claim in compared["claims"]:
        assert claim["present"]
        assert all(0 <= item["confidence"] <= 1 and 0 <= item["similarity"] <= 1 for item in claim["present"])


def test_who_vouches_for_a_claim_is_an_actor_and_a_quotation_of_its_article(client, compared):
    analyses = {name: client.post("/v1/analyses", json=sent).get_json() for name, sent in ARTICLES.items()}
    kinds = set()
    for item in [item for claim in compared["claims"] for item in claim["present"]]:
        quotes = {quote["id"]: quote for quote in analyses[item["article"]]["quotes"]}
        kinds.add(item["vouched_by"])
        if item["vouched_by"] == "outlet":
            assert item["source"] is item["quote"] is None
            continue
        quote = quotes[item["quote"]]
        assert item["start"] < quote["end"] and quote["start"] < item["end"]
        assert (item["vouched_by"] == "quotation") == (quote["kind"] == "direct")
        assert item["source"] == (quote["speaker"] and quote["speaker"]["actor"])
    assert kinds >= {"outlet", "quotation"}


def test_what_a_stance_is_toward_stands_in_the_text(client):
    body = client.post("/v1/analyses", json=ARTICLES["article-1"]).get_json()
    text, actors = body["article"]["text"], {actor["id"] for actor in body["actors"]}
    assert body["quotes"]
    for stance in [quote["stance"] for quote in body["quotes"]]:
        assert set(stance) == {"label", "target", "target_text", "confidence", "evidence"}
        assert 0 < stance["confidence"] <= 1
        named = stance["target_text"]
        assert named is None or text[named["start"] : named["end"]] == named["text"] != ""
        assert stance["target"] is None or (stance["target"] in actors and named is not None)


def test_a_stance_in_a_language_without_lists_is_not_read(client):
    body = client.post("/v1/analyses", json=ARTICLES["article-4"]).get_json()
    assert body["quotes"]
    for stance in [quote["stance"] for quote in body["quotes"]]:
        assert stance == {"label": "neutral", "target": None, "target_text": None, "confidence": 0, "evidence": []}
