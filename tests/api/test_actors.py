"""Actors across articles, and corrections that hold for what is stored and for what comes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

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


def test_a_merged_actor_goes_by_the_name_of_the_one_it_is(client, actors, store):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    patch(client, lind, merge=[dahl])
    coming = store("herald", "Erik Dahl left early. “I was tired,” said Erik Dahl. Erik Dahl is the opposition leader.")
    body = analysis(client, coming["id"])
    assert {actor["id"]: actor["name"] for actor in body["actors"]}[lind] == "Ana Lind"
    assert {quote["speaker"]["name"] for quote in body["quotes"] if quote["speaker"]} == {"Ana Lind"}


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
        {"merge": None},
        {"aliases": None},
        {"name": "\u200b"},
        {"name": "Ana\u202edniL"},
        {"name": "Ana\x07Lind"},
        {"aliases": ["…"]},
        {"external_ids": {"wikidata": "Q42\n"}},
        {"external_ids": {"wikidata": "Q0"}},
        {"external_ids": {"viaf": "1\x1b2"}},
        {"external_ids": {f"scheme{n}": "1" for n in range(51)}},
    ],
)
def test_a_correction_that_does_not_fit(client, actors, change):
    answer = client.patch(f"/v1/actors/{actors['Ana Lind']['id']}", json=change)
    assert answer.status_code == 422
    assert answer.get_json()["errors"]
    assert by_name(client)["Ana Lind"] == actors["Ana Lind"]


def test_what_is_wrong_with_an_identifier_is_told_at_its_scheme(client, actors):
    answer = client.patch(f"/v1/actors/{actors['Ana Lind']['id']}", json={"external_ids": {"wikidata": 42}})
    assert [error["pointer"] for error in answer.get_json()["errors"]] == ["/external_ids/wikidata"]


def test_white_space_around_a_name_does_not_matter(client, actors):
    assert patch(client, actors["Ana Lind"]["id"], name="  Ana \n Maria Lind ")["name"] == "Ana Maria Lind"


def test_an_actor_cannot_be_merged_with_itself_or_with_nobody(client, actors):
    identifier = actors["Ana Lind"]["id"]
    assert client.patch(f"/v1/actors/{identifier}", json={"merge": [identifier]}).status_code == 409
    answer = client.patch(f"/v1/actors/{identifier}", json={"name": "Nobody", "merge": [identifier[:-1], "act_nobody"]})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/merge/0"
    assert by_name(client)["Ana Lind"] == actors["Ana Lind"]


def test_mergers_never_run_in_a_circle(client, actors):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    patch(client, lind, merge=[dahl])
    for actor, other in ((lind, dahl), (dahl, lind), (dahl, dahl)):
        answer = client.patch(f"/v1/actors/{actor}", json={"merge": [other]})
        assert answer.status_code == 409
        assert answer.get_json()["type"] == "/problems/correction-conflict"


def test_the_id_of_a_merged_actor_still_restricts_lists(client, actors, bridge):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    patch(client, lind, merge=[dahl])
    for room in ("articles", "stories"):
        found = [client.get(f"/v1/{room}?actor={actor}").get_json()["data"] for actor in (lind, dahl)]
        assert found[0] == found[1] != []


def test_a_name_attached_before_a_merger_leads_to_the_actor_after_it(client, actors, store):
    lind, dahl, weiss = (actors[name]["id"] for name in ("Ana Lind", "Erik Dahl", "Marta Weiss"))
    patch(client, dahl, aliases=["Marta Weiss"])
    patch(client, lind, merge=[dahl])
    coming = store("herald", "“We are ready,” said the head teacher Marta Weiss in Rosenau on Friday about the floods.")
    ids = {actor["id"] for actor in analysis(client, coming["id"])["actors"]}
    assert lind in ids
    assert not ids & {dahl, weiss}


def test_a_name_that_is_given_up_leads_back(client, actors, bridge):
    lind, weiss = actors["Ana Lind"]["id"], actors["Marta Weiss"]["id"]
    flood = bridge[2]["id"]
    patch(client, lind, aliases=["Marta Weiss"])
    assert client.get(f"/v1/actors/{weiss}").status_code == 404
    patch(client, lind, aliases=[])
    assert in_step(client, flood) >= {weiss}
    assert client.get(f"/v1/actors/{weiss}").get_json()["article_count"] == 1
    assert client.get(f"/v1/actors/{lind}").get_json()["aliases"] == actors["Ana Lind"]["aliases"]


def in_step(client, article):
    """Actors of an article's analysis; the lists restricted to them hold the article."""
    ids = {actor["id"] for actor in analysis(client, article)["actors"]}
    for actor in ids:
        listed = client.get(f"/v1/articles?actor={actor}").get_json()["data"]
        assert article in {item["id"] for item in listed}, actor
        assert client.get(f"/v1/actors/{actor}").status_code == 200
    return ids


def test_lists_and_analyses_agree_after_any_correction(client, actors, bridge):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    steps = [
        (lind, {"aliases": ["Marta Weiss"]}),
        (lind, {"merge": [dahl]}),
        (lind, {"split": [{"name": "Marta", "aliases": ["Marta Weiss"]}]}),
        (dahl, {"aliases": ["Sundvik"]}),
        (lind, {"split": [{"name": "Erik", "aliases": ["erik dahl"]}], "name": "Ana"}),
        (lind, {"merge": [dahl], "aliases": []}),
    ]
    for actor, change in steps:
        patch(client, actor, **change)
        found = set().union(*(in_step(client, item["id"]) for item in bridge))
        assert {item["id"] for item in by_name(client).values() if item["article_count"]} == found


def test_an_actor_that_is_split_off_after_a_merger_gets_its_id_back(client, actors, bridge):
    lind, dahl = actors["Ana Lind"], actors["Erik Dahl"]
    before = analysis(client, bridge[0]["id"])
    patch(client, lind["id"], merge=[dahl["id"]])
    apart = patch(client, lind["id"], split=[{"name": "Erik Dahl", "aliases": ["Erik Dahl", "Dahl"]}])
    assert apart["merged_from"] == []
    assert apart["split_into"] == [dahl["id"]]
    assert apart["aliases"] == lind["aliases"]
    assert analysis(client, bridge[0]["id"])["actors"] == before["actors"]
    assert client.get(f"/v1/actors/{dahl['id']}").get_json()["article_count"] == dahl["article_count"]


@pytest.mark.parametrize(
    "change",
    [
        {"split": [{"name": "Nobody", "aliases": ["Ana Lind", "Lind"]}]},
        {"split": [{"name": "A", "aliases": ["Lind"]}, {"name": "B", "aliases": ["LIND"]}]},
        {"split": [{"name": "A", "aliases": ["Lind"]}], "aliases": ["lind"]},
    ],
)
def test_a_correction_that_contradicts_itself(client, actors, change):
    answer = client.patch(f"/v1/actors/{actors['Ana Lind']['id']}", json=change)
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "/problems/correction-conflict"
    assert by_name(client)["Ana Lind"] == actors["Ana Lind"]


def test_an_identifier_is_of_one_actor(client, actors):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    patch(client, lind, external_ids={"wikidata": "Q42"})
    answer = client.patch(f"/v1/actors/{dahl}", json={"external_ids": {"wikidata": "Q42"}})
    assert answer.status_code == 409
    assert answer.get_json()["errors"][0]["pointer"] == "/external_ids/wikidata"
    assert patch(client, dahl, merge=[lind])["external_ids"] == {"wikidata": "Q42"}


def test_a_chosen_type_holds_in_analyses(client, actors, bridge):
    identifier = actors["Sundvik"]["id"]
    assert patch(client, identifier, type="organization")["type"] == "organization"
    for item in bridge[:2]:
        [found] = [actor for actor in analysis(client, item["id"])["actors"] if actor["id"] == identifier]
        assert found["type"] == "organization"
    listed = client.get("/v1/actors?type=organization").get_json()["data"]
    assert [item["id"] for item in listed] == [identifier]


def test_sources_and_speakers_follow_a_merger_and_a_new_name(client, actors, bridge):
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    before = analysis(client, bridge[0]["id"])
    patch(client, lind, merge=[dahl], name="The cabinet")
    after = analysis(client, bridge[0]["id"])
    sources = [source for source in after["sources"] if source["actor"] == lind]
    assert [source["name"] for source in sources] == ["The cabinet"]
    assert set(sources[0]["quotes"]) == {quote for source in before["sources"] for quote in source["quotes"]}
    assert {quote["speaker"]["name"] for quote in after["quotes"]} == {"The cabinet"}
    comparison = client.get(f"/v1/stories/{bridge[0]['story']}/comparison").get_json()
    assert "Lind" not in "".join(finding["summary"] for finding in comparison["findings"])
    profile = client.get("/v1/outlets/post/profile").get_json()
    assert "The cabinet" in {source["name"] for source in profile["sources"]}


def test_a_name_tried_and_dropped_leaves_no_alias(client, actors):
    identifier = actors["Ana Lind"]["id"]
    patch(client, identifier, name="Anna Lindh")
    assert patch(client, identifier, name="Ana M. Lind")["aliases"] == ["Ana Lind", "Lind"]


def test_corrections_that_come_at_once_all_hold(client, app, actors):
    identifier = actors["Ana Lind"]["id"]
    with ThreadPoolExecutor(4) as pool:
        changes = [{"external_ids": {f"scheme{number}": str(number)}} for number in range(12)]
        answers = list(pool.map(lambda one: app.test_client().patch(f"/v1/actors/{identifier}", json=one), changes))
    assert {answer.status_code for answer in answers} == {200}
    assert len(client.get(f"/v1/actors/{identifier}").get_json()["external_ids"]) == len(changes)


def test_an_unchanged_actor_is_not_sent_again(client, actors):
    address = f"/v1/actors/{actors['Ana Lind']['id']}"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    patch(client, actors["Ana Lind"]["id"], name="Ana M. Lind")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("tag", ["*", '"another"'])
def test_a_condition_for_changes_does_not_keep_from_reading(client, actors, tag):
    answer = client.get(f"/v1/actors/{actors['Ana Lind']['id']}", headers={"If-Match": tag})
    assert answer.status_code == 200
    assert answer.get_json()["name"] == "Ana Lind"


def test_a_correction_of_a_version_that_is_gone_is_refused(client, actors):
    address = f"/v1/actors/{actors['Ana Lind']['id']}"
    tag = client.get(address).headers["ETag"]
    assert client.patch(address, json={"name": "Ana M. Lind"}, headers={"If-Match": tag}).status_code == 200
    late = client.patch(address, json={"name": "Anna Lindh"}, headers={"If-Match": tag})
    assert (late.status_code, late.mimetype) == (412, "application/problem+json")
    assert client.get(address).get_json()["name"] == "Ana M. Lind"
    assert client.patch(address, json={"name": "Ana Lind"}, headers={"If-Match": "*"}).status_code == 200


def test_pages_of_actors_neither_skip_nor_repeat(client, actors):
    seen, address = [], "/v1/actors?limit=2"
    while address:
        answer = client.get(address)
        seen += [item["id"] for item in answer.get_json()["data"]]
        address = answer.headers.get("Link", "<>").split(">")[0].removeprefix("<")
    assert seen == [item["id"] for item in actors.values()]


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


FULL = (
    "Borough leader resigns\n\nThe borough leader Marta Sundqvist resigned in Rosenau on Monday. “I did nothing "
    "wrong,” Marta Sundqvist told reporters. The council of Rosenau elects a new leader on Friday."
)
SURNAME = (
    "Borough leader resigns\n\n“I did nothing wrong,” Sundqvist told reporters in Rosenau on Monday. Sundqvist "
    "resigned as borough leader. The council of Rosenau elects a new leader on Friday."
)
OTHER = (
    "Borough leader resigns\n\nThe judge Nils Sundqvist said in Rosenau on Monday that the borough leader had "
    "resigned. The council of Rosenau elects a new leader on Friday."
)


def persons(client, identifier):
    return {item["name"]: item["id"] for item in analysis(client, identifier)["actors"] if item["type"] == "person"}


def add(client, outlet, text):
    answer = client.post("/v1/articles", json=article(outlet, text, story="resignation"))
    assert answer.status_code == 201, answer.get_data(as_text=True)
    return answer.get_json()["id"]


@pytest.mark.parametrize("order", [(FULL, SURNAME), (SURNAME, FULL)])
def test_a_surname_alone_is_the_one_person_of_its_story(client, order):
    ids = [add(client, f"outlet-{place}", text) for place, text in enumerate(order)]
    found = [persons(client, identifier) for identifier in ids]
    full = next(names["Marta Sundqvist"] for names in found if "Marta Sundqvist" in names)
    assert [set(names.values()) for names in found] == [{full}, {full}]
    quotes = [quote for identifier in ids for quote in analysis(client, identifier)["quotes"]]
    assert {quote["speaker"]["actor"] for quote in quotes} == {full}
    known = client.get("/v1/actors?q=sundqvist").get_json()["data"]
    assert [(item["id"], item["article_count"]) for item in known] == [(full, 2)]
    assert "Sundqvist" in known[0]["aliases"]


def test_a_surname_of_two_people_of_a_story_is_neither(client):
    first, second, third = (add(client, f"outlet-{n}", text) for n, text in enumerate((FULL, SURNAME, OTHER)))
    alone = persons(client, second)["Sundqvist"]
    others = {persons(client, first)["Marta Sundqvist"], persons(client, third)["Nils Sundqvist"]}
    assert len(others | {alone}) == 3


def test_a_split_surname_stays_split_and_a_merged_one_stays_merged(client):
    first, second = add(client, "outlet-1", FULL), add(client, "outlet-2", SURNAME)
    full = persons(client, first)["Marta Sundqvist"]
    split = patch(client, full, split=[{"name": "Sundqvist", "aliases": ["Sundqvist"]}])["split_into"]
    assert persons(client, second)["Sundqvist"] in split
    third = add(client, "outlet-3", SURNAME.replace("told reporters", "said"))
    assert persons(client, third)["Sundqvist"] == persons(client, second)["Sundqvist"]
    patch(client, full, merge=[persons(client, second)["Sundqvist"]])
    assert set(persons(client, third).values()) == {full}
