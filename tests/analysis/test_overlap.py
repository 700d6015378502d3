"""Laws of overlap."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import compare
from analysis.types import PairOverlap
from tests.analysis.stories import Told, told

PEOPLE = {"Marta Lindqvist": "person:marta-lindqvist", "Oskar Brandt": "person:oskar-brandt"}
SENTENCES = (
    "The ministry knew of the cracks in the Halden bridge two years before it was closed.",
    "Transport minister Marta Lindqvist says that nobody was ever in danger.",
    "Departementet kjente til sprekkene i Haldenbroen to år før den ble stengt.",
    "Podul Halden a fost închis după 40 de ani, spune Oskar Brandt.",
    "A short line.",
    "Fisherfolk on the western coast landed a record 12,500 tonnes of herring this week.",
    "Das Finanzamt nimmt Anträge künftig nur noch auf elektronischem Weg entgegen.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


def pair_of(first: list[str], second: list[str], language: str = "en", other: str = "en") -> PairOverlap:
    articles = [
        told(Told("alpha", first, PEOPLE, language=language)),
        told(Told("beta", second, PEOPLE, language=other)),
    ]
    return compare(articles).overlap.pairs[0]


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["en", "sv", "ro", "fi"]))
def test_overlap_is_symmetric_and_in_range(first: list[str], second: list[str], language: str) -> None:
    there, back = pair_of(first, second, language), pair_of(second, first, other=language)
    assert there.similarity == pytest.approx(back.similarity)
    assert there.verbatim_share == back.verbatim_share
    assert (there.covered_a_by_b, there.covered_b_by_a) == (back.covered_b_by_a, back.covered_a_by_b)
    for share in (there.similarity, there.covered_a_by_b, there.covered_b_by_a, there.verbatim_share):
        assert 0.0 <= share <= 1.0


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["en", "nn", "und"]))
def test_an_article_overlaps_wholly_with_itself(text: list[str], language: str) -> None:
    pair = pair_of(text, text, language, language)
    assert (pair.similarity, pair.covered_a_by_b, pair.covered_b_by_a, pair.verbatim_share) == (1.0, 1.0, 1.0, 1.0)


def test_an_excerpt_is_covered_wholly_and_covers_in_part() -> None:
    pair = pair_of(list(SENTENCES[:2]), [*SENTENCES[:2], *SENTENCES[5:]])
    assert pair.covered_a_by_b == 1.0
    assert 0.3 < pair.covered_b_by_a < 0.7


def test_more_in_common_is_more_similar() -> None:
    base = list(SENTENCES[:2])
    related = [SENTENCES[0], "The bridge was built in 1974."]
    assert pair_of(base, related).similarity > pair_of(base, [SENTENCES[5], SENTENCES[4]]).similarity


def test_wording_is_not_copied_across_languages() -> None:
    assert pair_of(list(SENTENCES[:2]), [*list(SENTENCES[:2]), "Ja."], "en", "sv").verbatim_share == 0.0
    assert pair_of(list(SENTENCES[:2]), [*list(SENTENCES[:2]), "Yes."]).verbatim_share == 1.0


def test_another_order_of_sentences_is_not_another_wording() -> None:
    pair = pair_of(list(SENTENCES[:2]), list(SENTENCES[1::-1]))
    assert pair.covered_a_by_b == pair.covered_b_by_a == 1.0
    assert pair.verbatim_share > 0.5
