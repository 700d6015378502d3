"""What one article of a comparison names is found in the others, and all agree on what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.evidence import gather, likeness, named_alike, share_names
from analysis.types import Actor, ActorType, Analysed
from tests.analysis.stories import Told, told

KINDS: tuple[ActorType, ...] = ("person", "place", "place")


def article(outlet: str, lines: Sequence[str], language: str = "en", **types: ActorType) -> Analysed:
    """An article whose names are of these types; ``_`` in a name stands for a space."""
    names = {name.replace("_", " "): kind for name, kind in types.items()}
    ids = {name: f"{kind}-{name}" for name, kind in names.items()}
    item = told(Told(outlet, lines, people=ids, language=language))
    actors = tuple(replace(actor, type=names[actor.name]) for actor in item.analysis.actors)
    return replace(item, analysis=replace(item.analysis, actors=actors))


def named(item: Analysed) -> list[tuple[str, str]]:
    """The names of an article in text order, each with the id it has."""
    found = [(mention.start, mention.text, actor.id) for actor in item.analysis.actors for mention in actor.mentions]
    return [(text, id_) for _, text, id_ in sorted(found)]


def actor(item: Analysed, name: str) -> Actor:
    return next(one for one in item.analysis.actors if one.name == name)


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("sv", "Igår köpte Quorvik tre färjor.", "Quorvik"),
        ("sv", "Det var Quorviks tredje köp.", "Quorviks"),
        ("nb", "I går kjøpte Quorvik tre ferjer.", "Quorvik"),
        ("nn", "I går kjøpte Quorvik tre ferjer.", "Quorvik"),
        ("da", "Det var Quorviks tredje køb.", "Quorviks"),
        ("de", "Gestern kaufte Quorvik drei Fähren.", "Quorvik"),
        ("fr", "Hier, Quorvik a acheté trois ferries.", "Quorvik"),
        ("ro", "Ieri Quorvik a cumpărat trei feriboturi.", "Quorvik"),
        ("en", "Yesterday Quorvik bought three ferries.", "Quorvik"),
    ],
)
def test_a_name_of_another_article_is_found(language: str, line: str, found: str) -> None:
    knowing = article("alpha", ["Three ferries were bought by Quorvik."], Quorvik="organization")
    missing = article("beta", [line], language)
    _, shared = share_names((knowing, missing))
    assert named(shared) == [(found, "organization-Quorvik")]
    assert gather(shared).names == (frozenset({"organization-Quorvik"}),)


def test_a_sought_name_makes_two_sentences_more_alike() -> None:
    lines = ["Yesterday Quorvik bought three ferries.", "Later Tarnhelm sold two buses."]
    knowing = article("alpha", lines, Quorvik="organization", Tarnhelm="organization")
    missing = article("beta", lines, Tarnhelm="organization")
    before = likeness([gather(knowing), gather(missing)])[0, 1]
    after = likeness([gather(one) for one in share_names((knowing, missing))])[0, 1]
    assert after[0, 0] > before[0, 0]
    assert after[1, 1] == pytest.approx(before[1, 1])


def test_what_most_call_a_place_is_one_in_all() -> None:
    line = "Nobody in Quorvik was hurt."
    items = [article(outlet, [line], Quorvik=kind) for outlet, kind in zip("abc", KINDS, strict=True)]
    shared = share_names(items)
    assert {one.type for item in shared for one in item.analysis.actors} == {"place"}
    assert len({one.id for item in shared for one in item.analysis.actors}) == 1


def test_a_surname_is_not_the_place_of_that_name() -> None:
    lines = ["Mira Quorvik spoke.", "Then Quorvik left the room."]
    person = article("alpha", lines, Quorvik="person")
    whole = replace(actor(person, "Quorvik"), name="Mira Quorvik")
    person = replace(person, analysis=replace(person.analysis, actors=(whole,)))
    place = article("beta", ["The road to Quorvik is closed."], Quorvik="place")
    shared = share_names((person, place))
    assert [one.analysis.actors[0].id for one in shared] == ["person-Quorvik", "place-Quorvik"]
    assert [one.analysis.actors[0].type for one in shared] == ["person", "place"]


@pytest.mark.parametrize(("language", "line"), [("de", "Gestern war der Koch zufrieden."), ("en", "Cook for an hour.")])
def test_a_common_word_with_a_capital_of_its_own_is_no_name(language: str, line: str) -> None:
    word = "Koch" if language == "de" else "Cook"
    knowing = article("alpha", [f"Yesterday {word} won the race."], Koch="person", Cook="person")
    _, shared = share_names((knowing, article("beta", [line], language)))
    assert named(shared) == []


def test_names_that_an_article_has_stay_whole_and_the_longest_is_sought() -> None:
    knowing = article("alpha", ["The board of Quorvik Tarn met."], Quorvik_Tarn="organization", Quorvik="organization")
    knowing = replace(knowing, analysis=replace(knowing.analysis, actors=(actor(knowing, "Quorvik Tarn"),)))
    missing = article(
        "beta", ["On Monday Quorvik Tarn had no board.", "Jane Quorvik Tarn is a ship."], Jane_Quorvik_Tarn="person"
    )
    _, shared = share_names((knowing, missing))
    assert named(shared) == [
        ("Quorvik Tarn", "organization-Quorvik Tarn"),
        ("Jane Quorvik Tarn", "person-Jane Quorvik Tarn"),
    ]


def test_only_an_article_with_other_names_than_before_is_read_again() -> None:
    knowing = article("alpha", ["Three ferries were bought by Quorvik."], Quorvik="organization")
    missing = article("beta", ["Yesterday Quorvik bought three ferries."])
    first, second = share_names((knowing, missing))
    assert named_alike(knowing.analysis, first.analysis)
    assert not named_alike(missing.analysis, second.analysis)


def test_the_order_of_the_articles_decides_nothing() -> None:
    items = (
        article("alpha", ["Nobody in Quorvik was hurt."], Quorvik="place"),
        article("beta", ["Nobody in Quorvik was hurt."], Quorvik="person"),
        article("gamma", ["Nobody in Quorvik was hurt."]),
    )
    assert share_names(items) == share_names(items[::-1])[::-1]
