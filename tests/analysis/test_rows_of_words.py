"""Every row of the lists of words that stages look up one by one: a text that has the word is read by it.

Where the word stands a made-up one says nothing, so that it is the row that is read.
"""

from __future__ import annotations

import re

import pytest

from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.reading import read as read_attribution
from analysis.cleaning.phrases import agency_pattern, units, vocabulary
from analysis.evidence import fold as folded
from analysis.evidence import numbers, stems
from analysis.evidence.terms import STEM
from analysis.matching import inflection
from analysis.resources import languages, mapping, rows
from analysis.segmentation import split_sentences, tokenise
from analysis.sentiment.aggregation import COMMON
from analysis.sources.credits import find_credits
from analysis.sources.kinds import is_press_name
from analysis.text import fold, words_of
from tests.analysis.framing_texts import document

LISTS = (
    "abbreviations", "credit_words", "documents", "framing_endings", "framing_participles", "frequencies",
    "function_words", "numerals", "photo_agencies", "press_names",
)  # fmt: skip
"""Lists whose rows are looked up here."""
NOTHING = "xyzzy"
WORD = "brav"

each_language = pytest.mark.parametrize("code", languages())


def read(text: str, code: str) -> Reading:
    return read_attribution(document(text, code), ())


def tokens(text: str, code: str) -> list[str]:
    return [token.lower for token in tokenise(text, code)]


def sentences(text: str, code: str) -> int:
    return len(list(split_sentences(text, 0, len(text), code)))


@each_language
def test_an_abbreviation_does_not_end_a_sentence(code: str) -> None:
    text = f"{NOTHING} {NOTHING} {{}}. {{}} {NOTHING}".format
    ahead = {"may": NOTHING.title(), "never": NOTHING.title(), "number": "5"}
    assert all(sentences(text(NOTHING, follows), code) == 2 for follows in ("5", NOTHING.title()))
    listed = rows(code, "abbreviations")
    assert [row for row in listed if sentences(text(row[0], ahead[row[1]]), code) != 1] == []
    assert len({fold(row[0]).rstrip(".") for row in listed}) == len(listed)


@each_language
def test_a_word_before_an_agency_makes_a_credit_or_none(code: str) -> None:
    def credited(line: str) -> bool:
        return bool(list(find_credits(read(f"{NOTHING.title()} {NOTHING}.\n\n{line} AFP", code))))

    long = " ".join([NOTHING] * 3)
    assert credited(NOTHING)
    assert not credited(f"{long} {NOTHING}")
    listed = rows(code, "credit_words")
    before = [row for row in listed if row[1] != "behind"]
    found = {row: credited(row[0] if row[1] == "photo" else f"{long} {row[0]}") for row in before}
    assert {row[1] for row in listed} == {"photo", "source", "behind"}
    assert found
    assert [row for row, is_credit in found.items() if is_credit != (row[1] == "source")] == []
    lines = {row: f"{NOTHING.title()} {NOTHING}.\n\nAFP {row[0]}." for row in listed if row[1] == "behind"}
    assert lines
    assert [row for row, line in lines.items() if not list(find_credits(read(line, code)))] == []


@each_language
def test_a_document_is_told(code: str) -> None:
    assert not is_document(read(NOTHING, code), WordSpan(0, 1))
    assert [row for row in rows(code, "documents") if not is_document(read(row[0], code), WordSpan(0, 1))] == []


@each_language
def test_an_ending_is_taken_off_or_stands_for_another(code: str) -> None:
    own = inflection(code)
    for ending, kind, *base in rows(code, "framing_endings"):
        word = WORD + fold(ending)
        assert kind in ("inflection", "citation", "both", "swap")
        assert (WORD in own.stems(word)) == (kind in ("inflection", "both")), ending
        assert (WORD in own.bases(word)) == (kind in ("citation", "both")), ending
        assert (kind == "swap") == bool(base)
        assert all(WORD + fold(one) in own.stems(word) for one in base), ending


@each_language
def test_a_participle_is_told(code: str) -> None:
    own = inflection(code)
    words = [fold(row[0].replace("-", WORD, 1)) for row in rows(code, "framing_participles")]
    assert not own.is_participle(NOTHING)
    assert [word for word in words if not own.is_participle(word)] == []


@each_language
def test_a_frequency_is_of_a_word_as_it_is_counted(code: str) -> None:
    """By its stem; what an apostrophe divides there only where the commonest words are no evidence of tone."""
    listed = {word: float(zipf) for word, zipf in mapping(code, "frequencies").items()}
    assert listed
    common = {word for word, zipf in listed.items() if zipf >= COMMON and tokens(word, code) == [word]}
    assert common
    assert [word for word in listed if stems(word) != [folded(word)[:STEM]] and word not in common] == []


@each_language
def test_a_function_word_is_one_word(code: str) -> None:
    assert [row for row in rows(code, "function_words") if words_of(row[0]) != [row[0]]] == []


@each_language
def test_a_function_word_begins_a_sentence_behind_an_abbreviation(code: str) -> None:
    abbreviation = next(row[0] for row in rows(code, "abbreviations") if row[1] == "may")
    text = f"{NOTHING} {NOTHING} {abbreviation}. {{}} {NOTHING}".format
    words = [row[0] for row in rows(code, "function_words") if "'" not in row[0]]
    assert len(words) > 50
    assert [word for word in words if sentences(text(word.capitalize()), code) != 2] == []


@each_language
def test_a_numeral_has_its_value(code: str) -> None:
    neither = {"0", "1"}  # a joiner and the article, which count in a compound
    listed = rows(code, "numerals")
    assert [row for row in listed if numbers(f"{NOTHING} {row[0]} {NOTHING}", code) != {row[1]} - neither] == []


@each_language
def test_an_agency_for_pictures_is_known_in_a_line(code: str) -> None:
    listed = [row[0] for row in rows(code, "photo_agencies")]
    assert [name for name in listed if not agency_pattern().search(f"{NOTHING} / {name}")] == []
    assert [name for name in listed if not vocabulary() >= set(units(name))] == []


@each_language
def test_a_word_for_the_press_makes_a_name_of_a_paper(code: str) -> None:
    def is_paper(name: str) -> bool:
        reading = read(name, code)
        return is_press_name(reading, 0, len(reading.words), person=False)

    def named(row: str) -> list[str]:
        """Names with the row: as the end of a compound, behind the place, or before it."""
        if row.startswith("*"):
            return [f"{NOTHING.title()}{row[1:]}"]
        return [f"{NOTHING.title()} {row.title()}", f"{row.title()} {NOTHING.title()}"]

    listed = [row[0] for row in rows(code, "press_names")]
    assert not any(is_paper(name) for name in (NOTHING.title(), f"{NOTHING.title()} {NOTHING.title()}"))
    assert [row for row in listed if not any(is_paper(name) for name in named(row))] == []
    ends = [row[1:] for row in listed if row.startswith("*")]
    assert [row for row in listed if any(re.search(rf"[^*]..{end}$", row) for end in ends)] == []
