"""Laws of story choice: the same event joins, the same topic does not suffice, and nothing depends on luck."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.clustering import Candidate, Fingerprint, choose_story, fingerprint, pack, same_event, unpack
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


FINGERPRINTS = {
    name: printed(lines)
    for name, lines in (("avalanche", AVALANCHE), ("retold", RETOLD), ("another", ANOTHER), ("elsewhere", ELSEWHERE))
}


def test_an_article_joins_the_story_of_its_event() -> None:
    candidates = [Candidate(name, [FINGERPRINTS[name]]) for name in ("elsewhere", "another", "avalanche")]
    choice = choose_story(FINGERPRINTS["retold"], candidates)
    assert choice is not None and choice.story_id == "avalanche"
    assert 0.0 < choice.probability <= 1.0


def test_another_event_of_the_same_kind_founds_a_story_of_its_own() -> None:
    candidates = [Candidate("avalanche", [FINGERPRINTS["avalanche"], FINGERPRINTS["retold"]])]
    assert choose_story(FINGERPRINTS["another"], candidates) is None
    assert choose_story(FINGERPRINTS["elsewhere"], candidates) is None
    assert choose_story(FINGERPRINTS["elsewhere"], []) is None


def test_articles_of_one_event_share_keys() -> None:
    assert set(FINGERPRINTS["avalanche"].keys) & set(FINGERPRINTS["retold"].keys)


def test_an_article_that_bridges_two_stories_merges_them() -> None:
    choice = choose_story(
        FINGERPRINTS["retold"],
        [Candidate("one", [FINGERPRINTS["avalanche"]]), Candidate("two", [printed(AVALANCHE[::-1])])],
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


def test_candidates_in_another_order_give_the_same_choice() -> None:
    candidates = [Candidate(name, [found]) for name, found in FINGERPRINTS.items()]
    new = printed(AVALANCHE[:2])
    assert choose_story(new, candidates) == choose_story(new, candidates[::-1])
