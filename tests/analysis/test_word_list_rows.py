"""Every row of every word list, put into a text and read by the code that the list is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from analysis.actors import find_actors
from analysis.actors.phrases import Words, lowered
from analysis.attribution.lexicon import lexicon, split
from analysis.attribution.reading import Reading
from analysis.attribution.reading import read as read_attribution
from analysis.cleaning import clean
from analysis.cleaning.phrases import credit_pattern, date_units, opening, phrases, units, within
from analysis.comparison.findings.dates_apart import dates_apart
from analysis.dates import month_numbers
from analysis.errors import DataError, EmptyTextError
from analysis.framing import prominence
from analysis.framing.frames import frame_words
from analysis.framing.hedging import find_markers
from analysis.framing.lexicon import matches_of
from analysis.framing.patterns import Patterns, elements_of, words_of
from analysis.matching import Phrases
from analysis.quotes import find_quotes
from analysis.quotes.stance import expressions
from analysis.readability import measure
from analysis.resources import LANGUAGES, languages, rows
from analysis.sources import find_sources
from analysis.sources.anonymity import is_withheld
from analysis.types import ArticleInput
from tests.analysis import test_rows_of_names, test_rows_of_words
from tests.analysis.framing_texts import document, frame

FILLER = "xyzzy"
PATTERNS = ("evidentials", "frames", "loaded")
PHRASES = {
    "according": "according", "anonymous_sources": "anonymous", "cues": "cues", "media_words": "media",
    "official_bodies": "bodies", "reporting_nouns": "nouns", "speaker_roles": "speakers",
}  # fmt: skip
"""Lists of attribution to the table each is read into."""
LOWERED = ("cues", "demonyms", "gender_pronouns", "group_modifiers", "groups", "roles", "titles")
SINGLE = ("frequencies", "function_words", "weekdays", "numerals")
"""Lists of single words."""
MOST_HIDDEN = 0.02
"""Share of expressions that may have another row's category, because they are an inflected form of what it lists."""
BATCH = 400
"""Rows that are analysed as one article."""

OTHERS = (
    "anonymity",
    "attitudes",
    "body_nouns",
    "body_words",
    "callings",
    "clause_words",
    "common_letters",
    "company_words",
    "fractions",
    "inhabitants",
    "months",
    "nameless",
    "opinion_words",
    "page_phrases",
    "periods",
    "shares",
    "spokespeople",
    "taking_sides",
    "time_words",
    "units",
    "weekdays",
    "works",
)
"""Lists of which each has a test of its own."""

each_language = pytest.mark.parametrize("code", languages())


def test_every_list_has_a_test_of_its_rows() -> None:
    here = {*PATTERNS, *PHRASES, *LOWERED, *OTHERS}
    listed = {path.stem for path in LANGUAGES.rglob("*.txt")}
    assert here | {*test_rows_of_names.LISTS, *test_rows_of_words.LISTS} == listed


@cache
def participle(code: str) -> str:
    """A past participle of the language."""
    listed = [row[0] for row in rows(code, "framing_participles")]
    return next((word for word in listed if word[0] != "-"), "brav" + listed[0].strip("-"))


def spelt(row: str, code: str) -> str:
    """Words that a row stands for: fillers where it leaves room, no signs."""
    parts: list[str] = []
    for part in row.split(" "):
        if part == "…":
            parts.append(FILLER)
        elif part[0] == "…":
            parts += [FILLER] * int(part[1:])
        else:
            parts.append(participle(code) if part == "<participle>" else re.sub("[*=]", "", part))
    text = " ".join(parts)
    return FILLER + text if text[:1] == "'" else text + FILLER if text[-1:] == "'" else text


def without_gap(row: str, code: str) -> tuple[str, ...]:
    return tuple(word for word in split(row, code) if word != "…")


def read(text: str, code: str) -> Reading:
    return read_attribution(document(text, code), ())


def fits(keys: tuple[str, ...], row: str, code: str) -> bool:
    """Whether the words of a text, fillers apart, are those of a row."""
    own, listed = tuple(key for key in keys if key != FILLER), without_gap(row, code)
    return len(own) == len(listed) and all(key == word.strip("*") for key, word in zip(own, listed, strict=True))


@each_language
@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_matches_what_it_stands_for(name: str, code: str) -> None:
    patterns = Patterns(((row[0], row[1]) for row in rows(code, name)), code)
    texts = [spelt(row[0], code) for row in rows(code, name)]
    found = [[(match.start, match.end) for match in patterns.find(words_of(text), text)] for text in texts]
    assert not [text for text, spans in zip(texts, found, strict=True) if spans != [(0, len(text))]]


@each_language
def test_every_marker_has_the_status_of_its_row(code: str) -> None:
    for row in rows(code, "evidentials"):
        text = spelt(row[0], code)
        found = [marker.status for marker in find_markers(document(text, code), words_of(text))]
        assert found == ([] if row[1] == "none" else [row[1]]), row


@each_language
def test_every_word_of_a_frame_counts_for_a_frame(code: str) -> None:
    texts = [spelt(row[0], code) for row in rows(code, "frames")]
    assert not [text for text in texts if not any(frame_words(code, text, words_of(text)).values())]


@each_language
def test_every_loaded_expression_has_category_and_intensity_of_a_row(code: str) -> None:
    listed: dict[str, set[tuple[str, ...]]] = {}
    for row in rows(code, "loaded"):
        listed.setdefault(spelt(row[0], code), set()).add(row[1:])
    found = {text: matches_of(document(text, code), words_of(text)) for text in listed}
    told = {text: {(one.value.category, str(one.value.intensity)) for one in found[text]} for text in listed}
    assert not [text for text in listed if len(found[text]) != 1]
    other = [text for text in listed if not told[text] <= listed[text]]
    assert len(other) <= MOST_HIDDEN * len(listed), other


@pytest.mark.parametrize(
    "entry", ["", "=", "de source …2=", "de source …2", "…2 b", "a …x b", "a <b>", "vin*ovat", "a*="]
)
def test_an_entry_that_is_no_pattern_is_a_fault_of_the_package(entry: str) -> None:
    with pytest.raises(DataError, match="no pattern"):
        elements_of(entry)


@each_language
@pytest.mark.parametrize("name", sorted(PHRASES))
def test_every_phrase_of_attribution_is_spelt_and_found_as_texts_have_it(name: str, code: str) -> None:
    own = lexicon(code)
    for row in rows(code, name):
        table = own.frames if name == "according" and "…" in row[0] else getattr(own, PHRASES[name])
        assert in_table(row[0], table, code), row


def in_table(row: str, table: Phrases[Any], code: str) -> bool:
    """Whether a table finds the row in a text of nothing else."""
    reading = read(spelt(row, code), code)
    found = table.at(reading, 0, len(reading.keys))
    return fits(reading.keys, row, code) and found is not None and found.size == len(reading.keys)


@each_language
def test_every_function_phrase_has_its_role(code: str) -> None:
    missed = []
    for row in rows(code, "clause_words"):
        reading = read(spelt(row[0], code), code)
        own = [word for word in reading.words if word.key != FILLER]
        if not fits(reading.keys, row[0], code) or not all(word.roles & set(row[1].split()) for word in own):
            missed.append((row, reading.keys))
    assert not missed


@each_language
def test_every_reason_for_having_no_name_is_read(code: str) -> None:
    assert not [row for row in rows(code, "anonymity") if not is_withheld(read(spelt(row[0], code), code), 0)]


@each_language
def test_every_attitude_is_spelt_as_texts_have_it(code: str) -> None:
    whole, stems = expressions(code)
    for row in rows(code, "attitudes"):
        keys = read(spelt(row[0], code), code).keys
        assert fits(keys, row[0], code), (row, keys)
        assert keys[0] in whole or keys[0][:3] in stems, row


@each_language
@pytest.mark.parametrize("name", LOWERED)
def test_every_word_around_names_is_read(name: str, code: str) -> None:
    table = lowered(code, name, 0)
    missed = []
    for row in rows(code, name):
        words = Words.of(document(spelt(row[0], code), code))
        found = words.phrase(0, table)
        if "…" not in row[0] and (not found or (found[0], found[1].lower()) != (len(words.words), row[0].lower())):
            missed.append(row)
    assert not missed


@each_language
def test_every_phrase_of_pages_is_read(code: str) -> None:
    for phrase, reason, match in rows(code, "page_phrases"):
        own = units(phrase)
        assert phrases(match).whole(own), phrase
        assert match == "within" or opening(own, match) is not None, phrase
        assert match != "within" or within(own), phrase
        assert reason != "credit" or credit_pattern().match(f"{phrase}:"), phrase


@each_language
def test_every_month_and_day_of_the_week_is_read(code: str) -> None:
    months, weekdays = ([row[0].casefold() for row in rows(code, name)] for name in ("months", "weekdays"))
    assert {month_numbers()[month] for month in months} == set(range(1, 13))
    assert len(weekdays) >= 7
    assert [word for word in months + weekdays if word not in date_units()] == []


@each_language
def test_every_period_of_a_year_excludes_another(code: str) -> None:
    against = {"q1": "q3", "q2": "q4", "q3": "q1", "q4": "q2", "next_year": "year_end", "year_end": "next_year"}
    names = {key: name for name, key in rows(code, "periods")}
    assert set(names) == set(against)
    for name, key in rows(code, "periods"):
        told = dates_apart(f"{FILLER} {name}.", code, f"{FILLER} {names[against[key]]}.", code)
        assert told is not None and told[0].text == name, name
        assert dates_apart(f"{FILLER} {name}.", code, f"{FILLER} {names[key]}.", code) is None, name


@each_language
@pytest.mark.parametrize("name", SINGLE)
def test_lists_of_words_hold_single_words(name: str, code: str) -> None:
    assert not [row for row in rows(code, name) if len(row[0].split()) != 1]


def batches(code: str) -> Iterator[str]:
    """Articles that say every row of every list of a language but those of single words."""
    names = sorted(path.stem for path in (LANGUAGES / code).glob("*.txt") if path.stem not in SINGLE)
    lines = [spelt(row[0], code) for name in names for row in rows(code, name)]
    for first in range(0, len(lines), BATCH):
        batch = lines[first : first + BATCH]
        yield "".join(
            f"Anna Berg {line} Oslo.\n" if place % 4 == 0 else f"{line} A.\n" for place, line in enumerate(batch)
        )


@each_language
def test_an_article_may_say_whatever_a_list_holds(code: str) -> None:
    texts = list(batches(code))
    assert texts
    for text in texts:
        item = document(text, code)
        actors = find_actors(item)
        quotes = find_quotes(item, actors)
        find_sources(item, actors, quotes)
        assert prominence(item, actors, quotes).keys() == {actor.id for actor in actors}
        assert frame(item, actors, quotes).hedging.n
        measure(item)


@each_language
def test_a_page_may_say_whatever_a_list_of_phrases_holds(code: str) -> None:
    for phrase, _, _ in rows(code, "page_phrases"):
        try:
            assert clean(ArticleInput("outlet", text=f"{phrase}\n{phrase}: Anna Berg\n\nAnna Berg, {phrase}")).text
        except EmptyTextError:
            continue
