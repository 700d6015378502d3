"""Times within a year that two sentences name of one thing: months, quarters, this year against the next.

Rule: each sentence names one time (*in September*, *in the first quarter of next year*, *before the end of the year*),
and the two exclude each other: no month is in both, or one lies in the next year and the other before the end of this
one. Days of the week are not read: articles name that of the event, of the report and of the night before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analysis.comparison.findings.written import Written
from analysis.resources import rows, supported

MONTHS_OF_QUARTER = 3
LEAST = 4
"""Names of months of three letters are other words in some languages (*may*, *mai*)."""
QUARTERS = {f"q{number}": number for number in range(1, 5)}


@dataclass(frozen=True, slots=True)
class _Time:
    """The month or quarter that a sentence names, whether it is said to be next year's, and whether the year's end."""

    months: frozenset[int]
    following: bool
    ends: bool
    written: Written


def dates_apart(one: str, one_code: str, other: str, other_code: str) -> tuple[Written, Written] | None:
    """The two times that exclude each other, if each sentence names one."""
    ours, theirs = _time(one, one_code), _time(other, other_code)
    if ours is None or theirs is None:
        return None
    years = (ours.ends and theirs.following) or (theirs.ends and ours.following)
    months = bool(ours.months and theirs.months) and not ours.months & theirs.months
    return (ours.written, theirs.written) if years or months else None


def _time(text: str, code: str) -> _Time | None:
    """The one time that the sentence names; ``None`` if it names none or several."""
    table, pattern = _table(code)
    found = [] if pattern is None else list(pattern.finditer(_lowered(text)))
    named = [(match, table[match[0]]) for match in found]
    dated = {key for _, key in named if key != "next_year"}
    if not named or len(dated) > 1:
        return None
    key = next(iter(dated), "next_year")
    following = any(key == "next_year" for _, key in named)
    if following and key == "year_end":
        return None
    start, end = named[0][0].start(), named[-1][0].end()
    return _Time(_months(key), following, key == "year_end", Written(text[start:end], text[start:end], start, end))


def _months(key: str) -> frozenset[int]:
    if key in QUARTERS:
        last = QUARTERS[key] * MONTHS_OF_QUARTER
        return frozenset(range(last - MONTHS_OF_QUARTER + 1, last + 1))
    return frozenset({int(key)} if key.isdigit() else ())


def _lowered(text: str) -> str:
    """In small letters, each character at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


@cache
def _table(code: str) -> tuple[dict[str, str], re.Pattern[str] | None]:
    """Months and periods of the language by what they are called, and a pattern that finds them."""
    if not supported(code):
        return {}, None
    table = {_lowered(name): number for name, number in rows(code, "months") if len(name) >= LEAST}
    table |= {_lowered(name): key for name, key in rows(code, "periods")}
    longest_first = sorted((re.escape(name) for name in table), key=lambda name: (-len(name), name))
    return table, re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])")
