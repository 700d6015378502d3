"""Linking: which actors of several articles are one, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors import link_actors
from analysis.actors.identity import actor_id, name_key, person_key
from analysis.types import Actor, ActorType, Gender, Mention


def actor(name: str, kind: ActorType = "person", aliases: tuple[str, ...] = ()) -> Actor:
    key = person_key(name.split()) if kind == "person" else name_key(name)
    return Actor(actor_id(kind, key), name, kind, (Mention(0, len(name), name),), aliases)


def shared(*names: str) -> list[str]:
    """Shared ids of people who are each named in an article of their own."""
    return [next(iter(mapping.values())) for mapping in link_actors([[actor(name)] for name in names])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Andriy Shevchuk", "Andrij Sjevtsjuk"),
        ("Sergei Vorontsov", "Sergueï Vorontsov"),
        ("Сергей Воронцов", "Sergej Woronzow"),
        ("Marta Holm", "Holm"),
        ("M. Holm", "Marta Holm"),
        ("Nikolaj Westergaard", "Nikolaj Westegaard"),
    ],
)
def test_one_person_under_two_spellings(first: str, second: str) -> None:
    assert len(set(shared(first, second))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Peter Lindqvist", "Clara Lindqvist"),
        ("Maria Berg", "Marina Berg"),
        ("Anna Larsen", "Anna Lassen"),
        ("Marta Holm", "Marta Hall"),
    ],
)
def test_two_people_stay_apart(first: str, second: str) -> None:
    assert len(set(shared(first, second))) == 2


def test_a_surname_that_two_people_bear_links_to_neither() -> None:
    assert len(set(shared("Peter Lindqvist", "Clara Lindqvist", "Lindqvist"))) == 3


def test_a_person_is_called_by_the_id_of_the_full_name() -> None:
    assert shared("Holm", "Holm", "Marta Holm") == [actor("Marta Holm").id] * 3


def test_organisations_with_a_form_in_common_are_one() -> None:
    long = actor("Norsk Havforening", "organization", ("NHF",))
    short = actor("NHF", "organization")
    first, second = link_actors([[long], [short]])
    assert first[long.id] == second[short.id]


NAMES = [
    "Marta Holm",
    "Holm",
    "M. Holm",
    "Peter Holm",
    "Andriy Shevchuk",
    "Andrij Sjevtjuk",
    "Shevchuk",
    "Li",
    "Ōe",
    "1",
]
articles = st.lists(st.lists(st.sampled_from(NAMES), unique=True, max_size=5), min_size=1, max_size=5)


@given(articles)
def test_linking_does_not_depend_on_the_order_of_articles(names: list[list[str]]) -> None:
    given_actors = [[actor(name) for name in article] for article in names]
    forwards = link_actors(given_actors)
    backwards = link_actors(given_actors[::-1])[::-1]
    assert forwards == backwards
    every_id = {item.id for article in given_actors for item in article}
    for article, mapping in zip(given_actors, forwards, strict=True):
        assert set(mapping) == {item.id for item in article}
        assert set(mapping.values()) <= every_id


@given(articles)
def test_equal_ids_stay_equal(names: list[list[str]]) -> None:
    given_actors = [[actor(name) for name in article] for article in names]
    merged: dict[str, str] = {}
    for mapping in link_actors(given_actors):
        for own, common in mapping.items():
            assert merged.setdefault(own, common) == common


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ben Lundvall", "Benjamin Lundvall"),
        ("Kalle Berg", "Karl Berg"),
        ("Lasse Holm", "Lars Holm"),
        ("Nelu Vasilescu", "Ion Vasilescu"),
        ("Manu Béranger", "Emmanuel Béranger"),
        ("Sepp Köhler", "Josef Köhler"),
        ("Trine Bakke", "Katrine Bakke"),
        ("Gitte Holm", "Birgitte Holm"),
        ("Peter R. Hollis Jr.", "Peter Hollis"),
        ("Peter Hollis III", "Hollis"),
        ("Peter R. Hollis", "Peter Hollis"),
    ],
)
def test_short_forms_initials_and_junior_are_the_same_person(first: str, second: str) -> None:
    assert len(set(shared(first, second))) == 1


def test_father_and_son_of_one_name_stay_apart_where_an_article_has_both() -> None:
    both = link_actors([[actor("Peter Hollis"), actor("Peter Hollis Jr.")], [actor("Peter Hollis")]])
    assert len(set(both[0].values())) == 2
    assert both[1][actor("Peter Hollis").id] == both[0][actor("Peter Hollis").id]
    assert len(set(shared("Peter Hollis", "Peter Hollis Jr.", "Peter Hollis III"))) == 3


def spoken(name: str, count: int, gender: Gender | None = None) -> Actor:
    """Somebody who is mentioned so many times."""
    mentions = tuple(Mention(10 * at, 10 * at + len(name), name) for at in range(count))
    return Actor(actor_id("person", person_key(name.split())), name, "person", mentions, gender=gender)


def test_a_surname_is_whom_a_story_mostly_speaks_of() -> None:
    story = [[spoken("Peter Lindqvist", 6), spoken("Clara Lindqvist", 2)], [spoken("Lindqvist", 3)]]
    assert link_actors(story)[1] == {spoken("Lindqvist", 1).id: spoken("Peter Lindqvist", 1).id}


@pytest.mark.parametrize(("first", "second"), [(6, 3), (3, 1), (1, 1)])
def test_a_surname_is_nobodys_where_a_story_speaks_of_both(first: int, second: int) -> None:
    story = [[spoken("Peter Lindqvist", first), spoken("Clara Lindqvist", second)], [spoken("Lindqvist", 3)]]
    assert link_actors(story)[1] == {spoken("Lindqvist", 1).id: spoken("Lindqvist", 1).id}


def test_a_surname_is_not_one_of_another_gender() -> None:
    story = [[spoken("Clara Lindqvist", 9, "feminine"), spoken("Peter Lindqvist", 1, "masculine")]]
    story.append([spoken("Lindqvist", 3, "masculine")])
    assert link_actors(story)[1] == {spoken("Lindqvist", 1).id: spoken("Peter Lindqvist", 1).id}


def test_an_acronym_is_the_only_body_whose_capitals_it_is() -> None:
    long, short = actor("Norvik Harbour Workers", "organization"), actor("NHW", "organization")
    one, two = link_actors([[long], [short]])
    assert one[long.id] == two[short.id]


def test_an_acronym_of_two_bodies_is_neither() -> None:
    bodies = [actor(name, "organization") for name in ("Norvik Harbour Workers", "Nordic Hotel Watch", "NHW")]
    assert len({linked for mapping in link_actors([[one] for one in bodies]) for linked in mapping.values()}) == 3
