"""Laws of story choice: the same event joins, the same topic does not suffice, and nothing depends on luck."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.clustering import Candidate, Fingerprint, choose_story, fingerprint, odds_with, pack, same_event, unpack
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import ArticleInput
from tests.analysis.stories import Told, told

PEOPLE = {
    "Eva Holm": "person:eva-holm",
    "Abisko": "place:abisko",
    "Jonas Ek": "person:jonas-ek",
    "Riksgränsen": "place:riksgransen",
    "Anna Berg": "person:anna-berg",
    "Marta Lindqvist": "person:marta-lindqvist",
}
AVALANCHE = [
    "Three hikers died in an avalanche near Abisko on Friday afternoon.",
    "Rescue leader Eva Holm said that the helicopter had to turn back twice in the storm.",
    "The hikers came from Poland and had rented a cabin for the week.",
]
RETOLD = [
    "An avalanche near Abisko has killed three Polish hikers, police said late on Friday.",
    "Twice the storm forced the helicopter to turn back, rescue leader Eva Holm told reporters.",
    "The three had rented a cabin in the mountains.",
]
ANOTHER = [
    "A skier was found alive after an avalanche at Riksgränsen last winter's coldest night.",
    "Rescue leader Jonas Ek praised the dogs that dug for five hours.",
    "The woman, a doctor from Kiruna, broke a leg.",
]
ELSEWHERE = [
    "Anna Berg resigns as minister of finance over a forged diploma.",
    "Marta Lindqvist takes over the ministry in March, the government announced.",
    "The opposition asks for an election.",
]


def printed(lines: list[str], published: str | None = None, language: str = "en") -> Fingerprint:
    return fingerprint(told(Told("alpha", lines, PEOPLE, published=published, language=language)))


def candidate(story: str, *members: Fingerprint, ids: Sequence[int] = ()) -> Candidate:
    return Candidate(story, [pack(member) for member in members], ids)


FINGERPRINTS = {
    name: printed(lines)
    for name, lines in (("avalanche", AVALANCHE), ("retold", RETOLD), ("another", ANOTHER), ("elsewhere", ELSEWHERE))
}


def test_an_article_joins_the_story_of_its_event() -> None:
    candidates = [candidate(name, FINGERPRINTS[name]) for name in ("elsewhere", "another", "avalanche")]
    choice = choose_story(FINGERPRINTS["retold"], candidates)
    assert choice is not None and choice.story_id == "avalanche"
    assert 0.0 < choice.probability <= 1.0


def test_another_event_of_the_same_kind_founds_a_story_of_its_own() -> None:
    candidates = [candidate("avalanche", FINGERPRINTS["avalanche"], FINGERPRINTS["retold"])]
    assert choose_story(FINGERPRINTS["another"], candidates) is None
    assert choose_story(FINGERPRINTS["elsewhere"], candidates) is None
    assert choose_story(FINGERPRINTS["elsewhere"], []) is None


def test_articles_of_one_event_share_keys() -> None:
    assert set(FINGERPRINTS["avalanche"].keys) & set(FINGERPRINTS["retold"].keys)


def test_an_article_that_bridges_two_stories_merges_them() -> None:
    choice = choose_story(
        FINGERPRINTS["retold"],
        [candidate("one", FINGERPRINTS["avalanche"]), candidate("two", printed(AVALANCHE[::-1]))],
    )
    assert choice is not None and {choice.story_id, *choice.merge} == {"one", "two"}


@pytest.mark.parametrize("days", [3, 30, 300])
def test_time_between_publications_never_speaks_for_one_event(days: int) -> None:
    first = printed(AVALANCHE, "2026-01-10")
    assert first.evidence.days is not None
    evidence = replace(first.evidence, days=tuple(day + days for day in first.evidence.days))  # type: ignore[arg-type]
    assert same_event(first, replace(first, evidence=evidence)) <= same_event(first, first)


def test_a_missing_date_is_neutral() -> None:
    dated, undated = printed(AVALANCHE, "2026-01-10"), printed(RETOLD)
    assert same_event(dated, undated) == same_event(printed(AVALANCHE), undated)


def test_a_month_is_all_its_days() -> None:
    month, inside = printed(AVALANCHE, "2026-01"), printed(RETOLD, "2026-01-30")
    assert same_event(month, inside) == same_event(printed(AVALANCHE), printed(RETOLD))
    assert same_event(month, printed(RETOLD, "2026-09-01")) < same_event(month, inside)


def test_vectors_of_another_encoder_do_not_count() -> None:
    first, second = FINGERPRINTS["avalanche"], FINGERPRINTS["retold"]
    foreign = replace(second, evidence=replace(second.evidence, encoder="another@1"))
    turned = replace(foreign, evidence=replace(foreign.evidence, vector=-second.evidence.vector))
    assert same_event(first, foreign) == same_event(first, turned)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(AVALANCHE + RETOLD + ANOTHER + ELSEWHERE), min_size=1, max_size=8),
    st.sampled_from(["en", "sv", "ro", "fi", "und"]),
)
def test_a_fingerprint_survives_storing_and_odds_are_symmetric(lines: list[str], language: str) -> None:
    found = printed(lines, "2026-02-03", language)
    back = unpack(pack(found))
    assert np.array_equal(back.evidence.vector, found.evidence.vector)
    assert replace(back, evidence=replace(back.evidence, vector=found.evidence.vector)) == found
    other = FINGERPRINTS["avalanche"]
    assert same_event(found, other) == pytest.approx(same_event(other, found))
    others = [other, found, *FINGERPRINTS.values()]
    expected = [same_event(found, one) for one in others]
    assert odds_with(found, [pack(one) for one in others]) == pytest.approx(expected, abs=1e-12)
    assert odds_with(pack(found), [pack(one) for one in others]) == odds_with(found, [pack(one) for one in others])


def test_a_fingerprint_of_an_earlier_version_is_read_and_compared() -> None:
    found = FINGERPRINTS["retold"]
    fields = asdict(found.evidence)
    fields["vector"] = base64.b64encode(found.evidence.vector.astype("<f4").tobytes()).decode()
    stored = json.dumps({"keys": found.keys, "evidence": fields}).encode()
    back = unpack(stored)
    assert back.keys == found.keys and back.evidence.terms == found.evidence.terms
    other = FINGERPRINTS["avalanche"]
    assert odds_with(other, [stored]) == odds_with(other, [pack(found)]) == pytest.approx([same_event(other, found)])


def test_nothing_in_common_and_nothing_at_all_have_odds() -> None:
    empty = replace(FINGERPRINTS["retold"].evidence, names={}, terms={}, lead={}, numbers=(), days=None)
    bare = Fingerprint((), empty)
    others = [bare, FINGERPRINTS["avalanche"]]
    for one in others:
        expected = [same_event(one, other) for other in others]
        assert odds_with(one, [pack(other) for other in others]) == pytest.approx(expected, abs=1e-12)
    assert odds_with(bare, []) == []


def test_a_word_as_a_name_and_the_same_word_as_a_term_are_not_shared() -> None:
    base = replace(FINGERPRINTS["retold"].evidence, names={}, terms={}, lead={}, numbers=())
    named, termed = (Fingerprint((), replace(base, **{field: {"abisko": 1.0}})) for field in ("names", "terms"))
    assert odds_with(named, [pack(termed)]) == pytest.approx([same_event(named, termed)])
    assert odds_with(named, [pack(named)])[0] > odds_with(named, [pack(termed)])[0]


def test_candidates_in_another_order_give_the_same_choice() -> None:
    candidates = [candidate(name, found) for name, found in FINGERPRINTS.items()]
    new = printed(AVALANCHE[:2])
    assert choose_story(new, candidates) == choose_story(new, candidates[::-1])


MIXED = [FINGERPRINTS["elsewhere"], FINGERPRINTS["avalanche"], printed(ELSEWHERE[::-1])]


def pair(first: Fingerprint, second: Fingerprint) -> list[Candidate]:
    return [candidate("pair", first, second, ids=[1, 2])]


def test_an_article_takes_the_member_that_is_closer_to_it_than_to_its_story() -> None:
    choice = choose_story(FINGERPRINTS["retold"], [candidate("mixed", *MIXED, ids=[1, 2, 3])])
    assert choice is not None
    assert (choice.story_id, choice.merge, choice.take) == (None, (), (2,))
    assert 0.5 < choice.probability < 1.0


def test_members_that_belong_together_stay_together() -> None:
    choice = choose_story(FINGERPRINTS["another"], pair(FINGERPRINTS["avalanche"], FINGERPRINTS["retold"]))
    assert choice is None
    joined = choose_story(printed(AVALANCHE[:2]), pair(FINGERPRINTS["avalanche"], FINGERPRINTS["retold"]))
    assert joined is not None and (joined.story_id, joined.take) == ("pair", ())


def test_no_member_leaves_a_story_without_ids() -> None:
    assert choose_story(FINGERPRINTS["retold"], [candidate("mixed", *MIXED)]) is None


@cache
def seeds() -> tuple[Fingerprint, ...]:
    encoder = load_encoder()
    texts = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
    return tuple(fingerprint(analyse(ArticleInput(outlet=str(n), text=text), encoder)) for n, text in enumerate(texts))


def formed(order: Sequence[int]) -> set[frozenset[int]]:
    """The stories that form when the seeds arrive in this order."""
    stories: dict[str, list[int]] = {}
    for new in order:
        known = [candidate(story, *(seeds()[n] for n in ids), ids=ids) for story, ids in stories.items()]
        choice = choose_story(seeds()[new], known)
        joining = {new, *(choice.take if choice else ())}
        for story in choice.merge if choice else ():
            joining.update(stories.pop(story))
        story = (choice.story_id if choice else None) or f"of-{new}"
        stories = {key: [n for n in ids if n not in joining] for key, ids in stories.items()}
        stories[story] = [*sorted(joining), *stories.get(story, [])]
        stories = {key: ids for key, ids in stories.items() if ids}
    return {frozenset(ids) for ids in stories.values()}


def test_five_articles_form_the_same_stories_in_every_order_of_arrival() -> None:
    expected = {frozenset({0, 1}), frozenset({2}), frozenset({3}), frozenset({4})}
    orders = list(permutations(range(5)))
    assert len(orders) == 120
    assert [order for order in orders if formed(order) != expected] == []


def test_routine_news_of_other_people_and_places_is_no_one_event() -> None:
    texts = (
        "A man was charged with arson after a fire in {town} on Monday. Lawyer {name} said he denies it.",
        "En mann er siktet for brannstiftelse etter brann i {town} mandag. Forsvarer {name} sier han nekter.",
        "Ein Mann wurde nach einem Feuer in {town} angeklagt. Anwältin {name} sagte, er bestreite es.",
        "Un homme est poursuivi après un incendie à {town} lundi. L’avocate {name} dit qu’il nie les faits.",
        "Un bărbat este acuzat după un incendiu la {town} luni. Avocata {name} spune că el neagă.",
    )
    towns = (("Derby", "Ann Cole"), ("Perth", "Joan Dale"))
    for text in texts:
        one, other = (
            fingerprint(analyse(ArticleInput(outlet="one", text=text.format(town=town, name=name)), load_encoder()))
            for town, name in towns
        )
        assert same_event(one, other) < 0.0 < same_event(one, one)
