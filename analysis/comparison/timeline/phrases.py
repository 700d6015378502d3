"""Words of a text that name a date: by themselves, or as seen from the day that the text was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.columns import TimeUse
from analysis.dates import ISO, YEARS, FoundDate, find_dates
from analysis.grammar import grammar
from analysis.resources import mapping, rows, words
from analysis.text import fold
from analysis.types import PartialDate

ALIKE = str.maketrans("’ţşŢŞ", "'țșȚȘ")
"""Signs that are written for one another, each one character."""
DAY = "{day}"
FOUR_DIGITS = re.compile(r"\d{4}(?!\d)")
BEHIND_YEAR = re.compile(r"[.,;:!?)]?(?:\s|$)")
MARKS = 8
"""Spaces and quotation marks before a word that are looked past."""
NEXT_WORD = re.compile(r"\s+([^\W\d_]+|\d)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a date: the date itself (``stated``); or what they say of it: how they are used with which day of
    the week, or which day of which month."""

    start: int
    end: int
    stated: PartialDate | None = None
    use: TimeUse | None = None
    weekday: int = 0
    of_month: tuple[int, int] | None = None


def find_phrases(text: str, code: str) -> list[Phrase]:
    """Phrases in text order, none within another: the longer of two, the one that names more. Linear in the text."""
    plain = text.translate(ALIKE)
    found = [*_stated(plain), *_of_month(plain, code), *_listed(plain, code)]
    kept: list[Phrase] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.stated is None)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _stated(text: str) -> Iterator[Phrase]:
    """Dates with their year."""
    for found in find_dates(text):
        if found.value.precision != "year" and not _may_be_no_date(text, found):
            yield Phrase(found.start, found.end, stated=found.value)


def _may_be_no_date(text: str, found: FoundDate) -> bool:
    """Whether it is written like a range of years (*2010-12*) or a number of a version (*1.2.24*)."""
    written = text[found.start : found.end]
    if found.value.precision == "month":
        return ISO.fullmatch(written) is not None
    return FOUR_DIGITS.search(written) is None


def _of_month(text: str, code: str) -> Iterator[Phrase]:
    """A day and a month without a year."""
    for match in _day_and_month(code).finditer(text):
        month = match["month"] or match["first"]
        number = _months(code).get(fold(month))
        if number and (fold(month) not in words(code, "function_words") or month[0].isupper()):
            yield Phrase(*match.span(), of_month=(number, int(match["d"] or match["day"])))


def _listed(text: str, code: str) -> Iterator[Phrase]:
    """Words of the list, and years behind a word that goes before a year."""
    listed = _uses(code)
    for match in _pattern(code).finditer(text):
        use, weekday = listed[fold(match[0])]
        if use in (TimeUse.YEAR, TimeUse.IN):
            year = FOUR_DIGITS.match(text, match.end() + 1)
            if year is not None and _is_year(text, year, code if use is TimeUse.IN else ""):
                yield Phrase(*year.span(), stated=PartialDate(year[0], "year", "text"))
        elif not _may_be_noun(text, match, code):
            yield Phrase(*match.span(), use=use, weekday=weekday)


def _is_year(text: str, year: re.Match[str], code: str) -> bool:
    """Whether a number behind a word for a year counts nothing: where that is not sure, no noun follows it."""
    if not YEARS[0] <= int(year[0]) <= YEARS[1] or not BEHIND_YEAR.match(text, year.end()):
        return False
    following = NEXT_WORD.match(text, year.end())
    return not code or following is None or fold(following[1]) in words(code, "function_words")


def _may_be_noun(text: str, match: re.Match[str], code: str) -> bool:
    """Whether a capital may make it a noun where nouns have capitals: *der Morgen*, not *morgen*."""
    before = text[max(0, match.start() - MARKS) : match.start()].rstrip(' „“»"')[-1:]
    opens = before in ("", "\n", ".", "!", "?", ":")
    one_word = " " not in match[0] and fold(match[0]) not in _weekdays(code)
    return grammar(code).nouns.capitalised and one_word and match[0][0].isupper() and not opens


@cache
def _uses(code: str) -> dict[str, tuple[TimeUse, int]]:
    """Each phrase of a language: how it is used, and the number of the day of the week in it, or 0."""
    found: dict[str, tuple[TimeUse, int]] = {}
    for phrase, use in rows(code, "time_words"):
        if DAY not in phrase:
            found[fold(phrase)] = (TimeUse(use), 0)
    for phrase, use in rows(code, "time_words"):
        if DAY in phrase:
            for name, number in _weekdays(code).items():
                found.setdefault(fold(phrase.replace(DAY, name)), (TimeUse(use), number))
    return found


@cache
def _pattern(code: str) -> re.Pattern[str]:
    own = sorted(_uses(code), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, own)) or '(?!)'})(?![\w-])", re.IGNORECASE)


@cache
def _day_and_month(code: str) -> re.Pattern[str]:
    """*13. februar*, *1st March*; where the month stands before the day, *March 3rd* too."""
    names = "|".join(sorted(map(re.escape, _months(code)), key=lambda name: (-len(name), name))) or "(?!)"
    endings = "|".join(map(re.escape, grammar(code).dates.ordinal_suffixes)) or "(?!)"
    plain = rf"(?<![\d.,:/-])(?P<d>\d{{1,2}})(?:\.|{endings})?\s(?P<month>{names})(?![\w-]|,?\s+\d{{4}})"
    if not grammar(code).dates.month_first:
        return re.compile(rf"{plain}|(?P<first>(?!))(?P<day>(?!))", re.IGNORECASE)
    first = rf"(?<![\w-])(?P<first>{names})\s(?P<day>\d{{1,2}})(?:{endings})?(?![\w:.%-]\w|\w|,?\s+\d{{4}})"
    return re.compile(rf"{plain}|{first}", re.IGNORECASE)


@cache
def _months(code: str) -> dict[str, int]:
    return _whole(code, "months")


@cache
def _weekdays(code: str) -> dict[str, int]:
    return _whole(code, "weekdays")


def _whole(code: str, name: str) -> dict[str, int]:
    """Names with their numbers, without the short forms of others."""
    listed = {fold(word.translate(ALIKE)): int(number) for word, number in mapping(code, name).items()}
    return {
        word: number
        for word, number in listed.items()
        if not any(other != word and other.startswith(word) and listed[other] == number for other in listed)
    }
