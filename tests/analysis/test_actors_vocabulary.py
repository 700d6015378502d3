"""What the tagger knows of words beforehand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.tagger import WEIGHTS, load_tagger
from analysis.actors.vocabulary import VALUES, Vocabulary, form, place
from analysis.resources import languages

words = st.lists(st.text(min_size=1, max_size=12).map(form), min_size=1, max_size=40, unique=True)


def made(entries: list[str]) -> Vocabulary:
    columns = np.arange(2 * len(entries), dtype=np.uint8).reshape(-1, 2)
    return Vocabulary.of(entries, columns)


@settings(deadline=None, max_examples=30)
@given(words)
def test_every_word_keeps_its_numbers(entries: list[str]) -> None:
    vocabulary = made(entries)
    for index, word in enumerate(entries):
        assert vocabulary.rows(word) == [place(0, 2 * index), place(1, 2 * index + 1)]


@settings(deadline=None, max_examples=30)
@given(words)
def test_the_order_of_the_words_changes_nothing(entries: list[str]) -> None:
    columns = np.arange(len(entries), dtype=np.uint8)[:, None]
    first, turned = Vocabulary.of(entries, columns), Vocabulary.of(entries[::-1], columns[::-1])
    assert [first.rows(word) for word in entries] == [turned.rows(word) for word in entries]


def test_unknown_words_share_one_row_a_column() -> None:
    vocabulary = made(["vellinge", "kramfors"])
    assert vocabulary.rows("Odenthal") == [place(0, VALUES), place(1, VALUES)]
    assert vocabulary.rows("") == vocabulary.rows("Odenthal")


def test_case_sharp_s_and_genitive_lead_to_the_base_form() -> None:
    vocabulary = made(["giessen", "kramfors", "vellinge"])
    assert vocabulary.rows("Gießen") == vocabulary.rows("GIESSEN") == vocabulary.rows("giessen")
    assert vocabulary.rows("Vellinges") == vocabulary.rows("Vellinge")
    assert vocabulary.rows("Kramfors") != vocabulary.rows("Unknown")


def test_no_two_values_share_a_row() -> None:
    rows = [place(column, value) for column in range(3) for value in range(VALUES + 1)]
    assert len(set(rows)) == len(rows)


def test_the_weights_stay_under_fifteen_megabytes() -> None:
    assert WEIGHTS.stat().st_size < 15e6


TOWNS = {
    "sv": "Sedan i söndags bor familjen i {} igen.",
    "nb": "Siden søndag bor familien i {} igjen.",
    "nn": "Sidan sundag bur familien i {} att.",
    "da": "Siden søndag bor familien i {} igen.",
    "ro": "De duminică familia locuiește din nou la {}.",
    "en": "Since Sunday the family has lived in {} again.",
    "de": "Seit Sonntag wohnt die Familie wieder in {}.",
    "fr": "Depuis dimanche, la famille habite de nouveau à {}.",
}


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("town", ["Kramfors", "Odenthal", "Grimsby", "Slobozia"])
def test_small_towns_are_places_in_every_language(code: str, town: str) -> None:
    text = TOWNS[code].format(town)
    found = [(text[name.start : name.end], name.type) for name in load_tagger().tag(text, [(0, len(text))], code)]
    assert (town, "place") in found
