"""Signals beside the cosine."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.encoders import pairing
from analysis.resources import languages

DENIALS = {
    "sv": ("Hon kände till det.", "Hon kände inte till det."),
    "nb": ("Hun kjente til det.", "Hun kjente ikke til det."),
    "nn": ("Ho kjende til det.", "Ho kjende ikkje til det."),
    "da": ("Hun kendte til det.", "Hun kendte ikke til det."),
    "ro": ("Ea știa despre asta.", "Ea nu știa despre asta."),
    "en": ("She knew about it.", "She did not know about it."),
    "de": ("Sie wusste davon.", "Sie wusste nicht davon."),
    "fr": ("Elle le savait.", "Elle ne le savait pas."),
}


def test_hub_correction_demotes_a_sentence_that_is_near_everything() -> None:
    table = np.asarray([[0.60, 0.62, 0.1], [0.1, 0.62, 0.3], [0.2, 0.62, 0.55]], dtype=np.float32)
    assert table.argmax(axis=1).tolist() == [1, 1, 1]
    assert pairing.csls(table, 2).argmax(axis=1).tolist() == [0, 1, 2]


def test_hub_correction_is_the_same_from_either_side() -> None:
    table = np.random.default_rng(1).uniform(-1, 1, (7, 5)).astype(np.float32)
    assert np.allclose(pairing.csls(table), pairing.csls(np.ascontiguousarray(table.T)).T, atol=1e-6)


def test_hub_correction_of_nothing_is_nothing() -> None:
    assert pairing.csls(np.empty((0, 4), dtype=np.float32)).shape == (0, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 500 people", {"2500"}),
        ("2.500 Menschen", {"2500"}),
        ("2,500 people", {"2500"}),
        ("3,75 prosent", {"3.75"}),
        ("3.75 percent", {"3.75"}),
        ("in 2024 and 2025", {"2024", "2025"}),
        ("12\u00a0000 kroner", {"12000"}),
        ("none", set()),
    ],
)
def test_numbers_are_read_alike_in_every_notation(text: str, expected: set[str]) -> None:
    assert pairing.numbers(text) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("I går talte Lindgård i Brattvåg.", "Yesterday Lindgard spoke in Brattvag.", 1.0),
        ("Directoarea Karin Brandt spune asta.", "Das sagt Karin Brandts Sprecher.", 1.0),
        ("In all 12 died.", "In all 30 died.", 0.0),
        ("nobody here", "In all 30 died.", None),
    ],
)
def test_names_and_numbers_agree_across_languages(first: str, second: str, expected: float | None) -> None:
    assert pairing.name_number_agreement(first, second) == expected
    assert pairing.name_number_agreement(second, first) == expected


def test_numbers_conflict_only_when_both_have_some_and_share_none() -> None:
    assert pairing.number_conflict("12 dead", "30 dead")
    assert not pairing.number_conflict("12 dead of 30", "30 hurt")
    assert not pairing.number_conflict("twelve dead", "30 dead")


@pytest.mark.parametrize("first", sorted(DENIALS))
@pytest.mark.parametrize("second", sorted(DENIALS))
def test_a_denial_differs_from_an_assertion_in_any_two_languages(first: str, second: str) -> None:
    assert pairing.negation_mismatch(DENIALS[first][0], first, DENIALS[second][1], second) is True
    assert pairing.negation_mismatch(DENIALS[first][1], first, DENIALS[second][1], second) is False


def test_every_supported_language_has_negations() -> None:
    assert set(DENIALS) == set(languages())


def test_negation_cannot_be_told_in_an_unsupported_language() -> None:
    assert pairing.negation_mismatch("Han visste.", "nb", "Ei.", "fi") is None


@pytest.mark.parametrize("cosine", [-1.0, 0.0, 0.6, 1.0])
def test_names_and_numbers_move_the_cosine_within_its_range(cosine: float) -> None:
    same = pairing.adjusted_cosine(cosine, "In Velden 12 died.", "Zwölf? Nein, 12 in Velden.")
    other = pairing.adjusted_cosine(cosine, "In Velden 12 died.", "In Kassel 30 died.")
    assert -1.0 <= other <= cosine <= same <= 1.0
    assert other < same
    assert pairing.adjusted_cosine(cosine, "nobody here", "no one there") == cosine
