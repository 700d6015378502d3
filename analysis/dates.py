"""Dates as pages write them, with the precision they are given in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Literal

from analysis.errors import InputError
from analysis.grammar import Dates, Words, grammar
from analysis.resources import languages, mapping
from analysis.text import fold
from analysis.types import PartialDate

YEARS = (1600, 2200)
"""Years that a date of publication can have."""
ISO = re.compile(
    r"(?<![\d.-])(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?(?![\d-])"
    r"(?:[T ]+(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b)?)?"
)
NUMERIC = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<y>\d{4}|\d{2})(?!\d)")
MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
MONTH_YEAR = re.compile(rf"(?<![\w.]){MONTH},?\s+(?P<y>\d{{4}})(?!\d)")
ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3,
    "EST": -5, "EDT": -4,
}  # fmt: skip
"""Hours ahead of UTC of the zones that papers in these languages print."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it is and what it says."""

    start: int
    end: int
    value: PartialDate


def find_dates(text: str, month_first: bool | None = None) -> Iterator[FoundDate]:
    """Dates in text order, each with the time of day that stands behind it.

    A time without a zone keeps its minutes and is left as local time (precision ``minute``); with a zone it is an
    instant in UTC. ``03/04/2025`` names a month only if the numbers settle the order, or ``month_first`` where it
    is known.
    """
    taken = 0
    for match, year, month, day in sorted(_matches(text, month_first), key=lambda item: item[0].span()):
        if match.start() < taken or not _is_date(year, month, day):
            continue
        end, value = _with_time(text, match, year, month, day)
        taken = end
        yield FoundDate(match.start(), end, value)


def parse_input(value: str | None) -> PartialDate | None:
    """The date a caller gives: ISO 8601 to any precision. Raises InputError for anything else."""
    if value is None or not value.strip():
        return None
    match = ISO.fullmatch(value.strip())
    year, month, day = (int(match[name]) if match and match[name] else None for name in ("y", "m", "d"))
    if match is None or not _is_date(year, month, day) or (match["time"] and not match["d"]):
        raise InputError(
            "The date of publication is ISO 8601: 2025, 2025-02, 2025-02-13 or 2025-02-13T08:30:00Z.", "/published_at"
        )
    if not match["time"]:
        return _partial(year, month, day, "input")
    try:
        moment = datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}T{match['time']}")
        return _moment(moment, match["zone"], "input")
    except ValueError as error:
        raise InputError(f"The time of publication is not a time of day: {error}.", "/published_at") from error


def with_source(value: PartialDate, source: Literal["input", "text", "html"]) -> PartialDate:
    """The same date, from another source."""
    return PartialDate(value.value, value.precision, source)


def _matches(text: str, month_first: bool | None) -> Iterator[tuple[re.Match[str], int | None, int | None, int | None]]:
    for match in ISO.finditer(text):
        if match["m"]:
            yield match, int(match["y"]), int(match["m"]), int(match["d"]) if match["d"] else None
    for match in NUMERIC.finditer(text):
        yield match, *_numeric(match, month_first)
    day_before = _day_before()
    for pattern in (_day_first(), _month_first(), MONTH_YEAR):
        for match in pattern.finditer(text):
            month = month_numbers().get(fold(match["month"]))
            if month and not (
                pattern is MONTH_YEAR and day_before.search(text, max(0, match.start() - 5), match.start())
            ):
                yield match, int(match["y"]), month, int(match["d"]) if "d" in pattern.groupindex else None


def _numeric(match: re.Match[str], month_first: bool | None) -> tuple[int, int | None, int | None]:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0
    if match["mark"] != "/" or first > 12:
        return year, second, first
    if month_first or second > 12:
        return year, first, second
    return (year, second, first) if first == second or month_first is False else (year, None, None)


def _is_date(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return False
    return YEARS[0] <= (year or 0) <= YEARS[1]


def _with_time(
    text: str, match: re.Match[str], year: int | None, month: int | None, day: int | None
) -> tuple[int, PartialDate]:
    if day is not None and "time" in match.re.groupindex and match["time"]:
        moment = datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}T{match['time']}")
        return match.end(), _moment(moment, match["zone"], "text")
    clock = clock_pattern().search(text, match.end(), match.end() + 30) if day is not None else None
    if clock is None or any(character.isdigit() for character in text[match.end() : clock.start()]):
        return match.end(), _partial(year, month, day)
    return clock.end(), clock_on(datetime(year or 0, month or 1, day or 1), clock)


def clock_on(day: datetime, clock: re.Match[str]) -> PartialDate:
    """The date with a time of day that ``clock_pattern`` found."""
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    return _moment(day.replace(hour=hour, minute=int(clock["min"] or 0)), clock["zone"], "text")


def _moment(moment: datetime, zone: str | None, source: Literal["input", "text", "html"]) -> PartialDate:
    if zone is None:
        return PartialDate(moment.strftime("%Y-%m-%dT%H:%M"), "minute", source)
    if zone.upper() in ZONES:
        offset = timedelta(hours=ZONES[zone.upper()])
    else:
        sign = -1 if zone[0] == "-" else 1
        offset = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    instant = moment.replace(tzinfo=timezone(offset)).astimezone(UTC)
    return PartialDate(instant.strftime("%Y-%m-%dT%H:%M:%SZ"), "instant", source)


def _partial(
    year: int | None, month: int | None, day: int | None, source: Literal["input", "text", "html"] = "text"
) -> PartialDate:
    if month is None:
        return PartialDate(f"{year:04}", "year", source)
    if day is None:
        return PartialDate(f"{year:04}-{month:02}", "month", source)
    return PartialDate(f"{year:04}-{month:02}-{day:02}", "day", source)


@cache
def _day_first() -> re.Pattern[str]:
    """*13. februar 2025*, *1st March 2025*."""
    return re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:\.|{_suffixes()})?\s+(?:de\s+)?{MONTH},?\s+(?P<y>\d{{4}})(?!\d)")


@cache
def _month_first() -> re.Pattern[str]:
    """*March 3rd, 2025*."""
    own = _any_of(dates.ordinal_suffixes for dates in _declared() if dates.month_first)
    return re.compile(rf"(?<!\w){MONTH}\s+(?P<d>\d{{1,2}})(?:{own})?,?\s+(?P<y>\d{{4}})(?!\d)")


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(rf"\d(?:\.|{_suffixes()})?\s+$")


@cache
def clock_pattern() -> re.Pattern[str]:
    """A time of day, in the notation of any language."""
    marks = _any_of(dates.hour_marks for dates in _declared())
    words = _any_of(dates.clock_words for dates in _declared())
    return re.compile(
        rf"(?<![\d.:])(?P<h>[01]?\d|2[0-3])(?:\s?(?:[.:]|(?:{marks})\s?)(?P<min>[0-5]\d)(?::[0-5]\d)?(?!\d)(?!\s?[./]\s?\d)|(?=\s?[ap]\.?m\b))"
        rf"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:(?:{words})\s?)?(?P<zone>Z|UTC|GMT|CEST|CET|MESZ|MEZ|EET|EEST|EDT|EST|BST)?\b",
        re.IGNORECASE,
    )


def _suffixes() -> str:
    return _any_of(dates.ordinal_suffixes for dates in _declared())


def _declared() -> list[Dates]:
    """How dates are written in every language: the page around an article may be in another one than the article."""
    return [grammar(code).dates for code in languages()]


def _any_of(lists: Iterable[Words]) -> str:
    """Regular expression of any of the words; it matches nothing where there are none."""
    return "|".join(sorted({re.escape(word) for words in lists for word in words})) or "(?!)"


@cache
def month_numbers() -> dict[str, int]:
    """Names of the months in every language: the page around an article may be in another one than the article."""
    return {fold(name): int(number) for code in languages() for name, number in mapping(code, "months").items()}
