"""The phrases that pages set around an article, looked up in all languages at once.

The page around an article may be in another language than the article: a translated article, an international
edition. So the lists of every language count, whatever language the article is in.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.columns import PhrasePlace
from analysis.grammar import grammar
from analysis.matching import Keys, Phrase, Phrases, literal
from analysis.resources import languages, rows, world
from analysis.text import fold

DIGITS = re.compile(r"\d+")
UNIT = re.compile(r"0|©|[^\W\d_]+")
SENTENCES = re.compile(r"(?<=[.!?…])\s+")
MOST_UNITS = 14
"""Longest line, in words, that can consist of phrases alone."""


def units(line: str) -> list[str]:
    """The line as the lists spell phrases: case-folded words, each run of digits as ``0``."""
    return UNIT.findall(DIGITS.sub(" 0 ", fold(line)))


@cache
def phrases(*places: PhrasePlace) -> Phrases[str]:
    """Phrases that stand in some places of a line, with what they are for.

    A phrase that is there several times is for what the first place and the first language say.
    """
    listed = [row for code in languages() for row in rows(code, "page_phrases")]
    found: dict[tuple[str, ...], str] = {}
    for place in places:
        for phrase, reason, own in listed:
            if own == place:
                found.setdefault(tuple(units(phrase)), reason)
    return Phrases(Phrase(literal(words), reason) for words, reason in found.items())


@cache
def phrases_for(reason: str) -> frozenset[tuple[str, ...]]:
    """Phrases of one purpose, whatever the match."""
    return frozenset(
        tuple(units(row[0])) for code in languages() for row in rows(code, "page_phrases") if row[1] == reason
    )


@cache
def clock_units() -> frozenset[str]:
    """Short words of dates and times of day in any language."""
    declared = [grammar(code).dates for code in languages()]
    own = {word for d in declared for words in (d.ordinal_suffixes, d.clock_words, d.hour_marks) for word in words}
    return frozenset(own | {row[0] for row in world("clock_units")})


@cache
def hour_marks() -> frozenset[str]:
    """Words between hours and minutes in any language."""
    return frozenset(word for code in languages() for word in grammar(code).dates.hour_marks)


@cache
def date_units() -> frozenset[str]:
    """Words a line of dates can have: months, days of the week, ``published``, ``updated``, ``o'clock``."""
    named = {fold(row[0]) for code in languages() for name in ("months", "weekdays") for row in rows(code, name)}
    return frozenset(named | clock_units() | {unit for phrase in phrases_for("published") for unit in phrase})


@cache
def vocabulary() -> frozenset[str]:
    """Every word of every phrase and date: a line with none of them is the article's own."""
    named = {unit for phrase in phrases(*PhrasePlace) for unit in phrase.words}
    agencies = {unit for code in languages() for row in rows(code, "photo_agencies") for unit in units(row[0])}
    return date_units() | named | agencies | {"0"}


def opening(line_units: list[str], place: PhrasePlace) -> tuple[int, str] | None:
    """Length and purpose of the longest phrase that the line opens with."""
    found = phrases(place).at(Keys(line_units), 0, len(line_units)) if line_units else None
    return None if found is None else (found.size, found.value)


CONTEXTUAL = frozenset({"published", "updated", "credit", "caption", "byline", "job"})
"""Purposes that mean something only together with what stands beside them."""


def covered(line_units: list[str]) -> tuple[str, int] | None:
    """Purpose of the first phrase and number of phrases, if the line is nothing but phrases and numbers."""
    if not line_units or len(line_units) > MOST_UNITS:
        return None
    table, line = phrases(PhrasePlace.LINE), Keys(line_units)
    best: list[tuple[str | None, int] | None] = [None] * (len(line_units) + 1)
    best[0] = (None, 0)
    for index in range(len(line_units)):
        reached = best[index]
        if reached is None:
            continue
        if line_units[index] == "0" and index and best[index + 1] is None:
            best[index + 1] = reached
        for found in table.all_at(line, index, len(line_units)):
            if found.value not in CONTEXTUAL:
                best[found.last] = (reached[0] or found.value, reached[1] + 1)
    last = best[-1]
    return (last[0], last[1]) if last and last[0] else None


def within(line_units: list[str]) -> str | None:
    """What the first phrase is for that marks a short line wherever it stands in it."""
    found = phrases(PhrasePlace.WITHIN).first(Keys(line_units), 0, len(line_units))
    return None if found is None else found.value


def asked_of_readers(text: str) -> str | None:
    """What a question for those who have a subscription is for, among others: *Read on. Already a member? Sign in*."""
    parts = SENTENCES.split(text) if "?" in text else ()
    asked = (units(part) for part in parts if part.endswith("?"))
    table = phrases(PhrasePlace.START)
    return next((reason for words in asked if words and (reason := table.whole(words)) == "newsletter"), None)


@cache
def credit_pattern() -> re.Pattern[str]:
    """The label of a photo credit: ``Foto:``, ``Bild:``, ``Photo credit:``, ``Foto/video:``."""
    words = {" ".join(phrase) for phrase in phrases_for("credit")}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    label = "|".join(re.escape(word).replace(r"\ ", r"[\s']") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{label})(?:\s?[/&+]\s?[^\W\d_]{{2,15}})?\s?(?::|/(?=\s?[A-ZÀ-Þ]))", re.IGNORECASE)


@cache
def agency_pattern() -> re.Pattern[str]:
    """``/ AFP`` at the end of a line."""
    names = sorted({row[0] for code in languages() for row in rows(code, "photo_agencies")}, key=lambda n: (-len(n), n))
    return re.compile(r"\s?/\s?(?:" + "|".join(re.escape(name) for name in names) + r")\)?$", re.IGNORECASE)
