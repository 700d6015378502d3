"""From where on a word is loaded, language by language, and words of several parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import DataError
from analysis.framing.loaded import NO_THRESHOLD, Expressions, expressions, threshold
from analysis.framing.patterns import words_of
from analysis.framing.voice import quoted_stretches
from analysis.reader import load_reader
from analysis.resources import languages
from analysis.training.thresholds import RATE, SENTENCES, rate, read
from tests.analysis.framing_texts import document

COMPOUNDS = {
    "en": ("The party's lead-footed plan was sunk by its own finger-pointing leaders.", "lead-footed"),
    "fr": ("Ce plan mi-figue mi-raisin est un attrape-nigaud scandaleux.", "attrape-nigaud"),
    "ro": ("Ministrul s-a dovedit un pierde-vară jalnic.", "pierde-vară"),
    "de": ("Das wischi-waschi-artige Gerede ist eine Blamage.", "wischi-waschi-artige"),
    "sv": ("Den rena skräp-tv-sörjan är en skandal.", "skräp-tv-sörjan"),
    "nb": ("Den rene søppel-tv-suppa er en skandale.", "søppel-tv-suppa"),
}


def found(text: str, code: str) -> Expressions:
    item = document(text, code)
    reading = load_reader().read(item.text, item.sentences, ())
    return expressions(item, words_of(text), (), quoted_stretches(()), reading)


def test_every_language_has_a_threshold_and_one_that_has_none_the_common_one() -> None:
    assert all(0.3 < threshold(code) < 0.9 for code in languages())
    assert len({threshold(code) for code in languages()}) > 1
    assert threshold("xx") == NO_THRESHOLD


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="thresholds of loaded language"):
        threshold("en", tmp_path)
    (tmp_path / "thresholds.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="thresholds of loaded language"):
        threshold("sv", tmp_path)


@pytest.mark.parametrize("code", languages())
def test_the_same_sentences_have_as_many_marks_in_each_language(code: str) -> None:
    assert rate(list(read(SENTENCES, code)), threshold(code)) == pytest.approx(RATE, abs=0.1)


def test_words_with_hyphens_are_one_expression() -> None:
    told = {}
    for code, (text, compound) in COMPOUNDS.items():
        start, end = text.index(compound), text.index(compound) + len(compound)
        inside = [one for one in found(text, code).candidates if one.start < end and one.end > start]
        told[code] = [text[one.start : one.end] for one in inside]
    assert told == {code: [compound] for code, (_, compound) in COMPOUNDS.items()}


def test_a_compound_is_as_likely_as_its_parts_are_on_average() -> None:
    text = "They sat side-by-side and brazenly lied about their half-baked scheme."
    by_text = {text[one.start : one.end]: one for one in found(text, "en").candidates}
    assert by_text["half-baked"].likely > threshold("en") > by_text["side-by-side"].likely
