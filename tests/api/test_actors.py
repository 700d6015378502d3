"""Actors across articles, and corrections that hold for what is stored and for what comes."""

from __future__ import annotations

import pytest

from tests.api.texts import BRIDGE_POST, article


def by_name(client):
    """Actor resources by name."""
    return {actor["name"]: actor for actor in client.get("/v1/actors?limit=200").get_json()["data"]}


def analysis(client, identifier):
    return client.get(f"/v1/articles/{identifier}/analysis").get_json()


def patch(client, actor, **change):
    answer = client.patch(f"/v1/actors/{actor}", json=change)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_json()


@pytest.fixture
def actors(client, bridge):
    return by_name(client)


def test_an_actor_counts_its_articles(client, actors, bridge):
    lind = actors["Ana Lind"]
    assert lind["type"] == "person"
    assert lind["article_count"] == 2
    assert lind["mention_count"] >= 4
    listed = client.get(f"/v1/articles?actor={lind['id']}").get_json()["data"]
    assert {item["id"] for item in listed} == {bridge[0]["id"], bridge[1]["id"]}
    stories = client.get(f"/v1/stories?actor={lind['id']}").get_json()["data"]
    assert [story["id"] for story in stories] == [bridge[0]["story"]]


def test_actors_are_found_by_part_of_a_name(client, actors):
    assert [item["name"] for item in client.get("/v1/actors?q=LIND").get_json()["data"]] == ["Ana Lind"]
    assert {item["type"] for item in client.get("/v1/actors?type=person").get_json()["data"]} == {"person"}


def test_a_new_name_holds_in_analyses_and_comparisons(client, actors, bridge):
    lind = actors["Ana Lind"]
    before = client.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    changed = patch(client, lind["id"], name="Ana Maria Lind", external_ids={"wikidata": "Q42"})
    assert changed["name"] == "Ana Maria Lind"
    assert changed["external_ids"] == {"wikidata": "Q42"}
    assert "Ana Lind" in changed["aliases"]
    named = {actor["id"]: actor["name"] for actor in analysis(client, bridge[0]["id"])["actors"]}
    assert named[lind["id"]] == "Ana Maria Lind"
    after = client.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    assert "Ana Lind" in {item["name"] for item in before["framing"]["prominence"]}
    assert "Ana Maria Lind" in {item["name"] for item in after["framing"]["prominence"]}


def test_a_merger_holds_for_stored_and_coming_articles(client, actors, bridge, store):
    lind, dahl = actors["Ana Lind"], actors["Erik Dahl"]
    merged = patch(client, lind["id"], merge=[dahl["id"]])
    assert merged["merged_from"] == [dahl["id"]]
    assert "Erik Dahl" in merged["aliases"]
    assert client.get(f"/v1/actors/{dahl['id']}").get_json()["id"] == lind["id"]
    coming = store("herald", BRIDGE_POST + " Erik Dahl left early.")
    for identifier in (bridge[0]["id"], coming["id"]):
        body = analysis(client, identifier)
        ids = [actor["id"] for actor in body["actors"]]
        assert dahl["id"] not in ids
        assert ids.count(lind["id"]) == 1
        united = next(actor for actor in body["actors"] if actor["id"] == lind["id"])
        starts = [mention["start"] for mention in united["mentions"]]
        assert starts == sorted(starts)
        speakers = {quote["speaker"]["actor"] for quote in body["quotes"] if quote["speaker"]}
        assert dahl["id"] not in speakers
    assert client.get(f"/v1/actors/{lind['id']}").get_json()["article_count"] == 3


def test_mergers_follow_one_another(client, actors):
    lind, dahl, weiss = actors["Ana Lind"], actors["Erik Dahl"], actors["Marta Weiss"]
    patch(client, dahl["id"], merge=[weiss["id"]])
    patch(client, lind["id"], merge=[dahl["id"]])
    assert client.get(f"/v1/actors/{weiss['id']}").get_json()["id"] == lind["id"]


def test_a_split_holds_for_stored_and_coming_articles(client, actors, bridge, store):
    lind, dahl = actors["Ana Lind"], actors["Erik Dahl"]
    patch(client, lind["id"], merge=[dahl["id"]])
    apart = patch(client, lind["id"], split=[{"name": "Erik Dahl (leader)", "aliases": ["Erik Dahl"]}])
    [other] = apart["split_into"]
    assert client.get(f"/v1/actors/{other}").get_json()["name"] == "Erik Dahl (leader)"
    coming = store("herald", BRIDGE_POST + " Erik Dahl left early.")
    for identifier in (bridge[0]["id"], coming["id"]):
        ids = {actor["id"]: actor["name"] for actor in analysis(client, identifier)["actors"]}
        assert ids[other] == "Erik Dahl (leader)"
        assert lind["id"] in ids


def test_an_attached_alias_leads_to_its_actor(client, actors, bridge, store):
    lind, dahl = actors["Ana Lind"], actors["Erik Dahl"]
    changed = patch(client, lind["id"], aliases=["Erik Dahl"])
    assert "Erik Dahl" in changed["aliases"]
    ids = {actor["id"] for actor in analysis(client, bridge[0]["id"])["actors"]}
    assert dahl["id"] not in ids
    answer = client.patch(f"/v1/actors/{actors['Marta Weiss']['id']}", json={"aliases": ["ERIK  DAHL"]})
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "/problems/correction-conflict"


def test_an_identifier_is_removed_by_null(client, actors):
    identifier = actors["Ana Lind"]["id"]
    patch(client, identifier, external_ids={"wikidata": "Q42", "viaf": "12"})
    assert patch(client, identifier, external_ids={"wikidata": None})["external_ids"] == {"viaf": "12"}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"name": ""},
        {"name": "  "},
        {"type": "robot"},
        {"colour": "red"},
        {"external_ids": {"wikidata": "42"}},
        {"external_ids": {"Wiki Data": "Q42"}},
        {"split": [{"name": "A"}]},
        {"split": [{"name": "A", "aliases": []}]},
        {"merge": "a"},
    ],
)
def test_a_correction_that_does_not_fit(client, actors, change):
    answer = client.patch(f"/v1/actors/{actors['Ana Lind']['id']}", json=change)
    assert answer.status_code == 422
    assert answer.get_json()["errors"]


def test_an_actor_cannot_be_merged_with_itself_or_with_nobody(client, actors):
    identifier = actors["Ana Lind"]["id"]
    assert client.patch(f"/v1/actors/{identifier}", json={"merge": [identifier]}).status_code == 409
    assert client.patch(f"/v1/actors/{identifier}", json={"merge": ["act_nobody"]}).status_code == 404
    assert by_name(client)["Ana Lind"]["merged_from"] == []


def test_an_actor_without_articles_goes_unless_it_was_corrected(client, actors, bridge):
    weiss = actors["Marta Weiss"]["id"]
    client.delete(f"/v1/articles/{bridge[2]['id']}")
    assert client.get(f"/v1/actors/{weiss}").status_code == 404
    patch(client, actors["Ana Lind"]["id"], name="Ana M. Lind")
    for item in bridge[:2]:
        client.delete(f"/v1/articles/{item['id']}")
    assert client.get(f"/v1/actors/{actors['Ana Lind']['id']}").get_json()["article_count"] == 0


def test_the_same_person_in_two_languages_is_one_actor(client, store):
    store("post", BRIDGE_POST)
    from tests.api.texts import SWEDISH

    client.post("/v1/articles", json={**article("tidning", SWEDISH), "language": "sv"})
    assert by_name(client)["Ana Lind"]["article_count"] == 2
