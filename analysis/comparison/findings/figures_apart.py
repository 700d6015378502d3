"""Figures of two sentences that tell one thing: which of them say something else of the same quantity.

What is counted is told by the next word where that is the same in both. Elsewhere units are not read: two accounts of
one quantity rarely differ by more than half, and two quantities rarely lie so near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from analysis.evidence import Figure, figures
from analysis.resources import rows, supported
from analysis.text import fold

NEAR = 2.0
"""Two figures are of one quantity only if neither is more than this many times the other."""
SMALL = 13
"""Smaller figures count only where each sentence has no other: *three airports* and *at four o'clock* stand in many."""
YEARS = range(1900, 2101)
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
COMPOUND = re.compile(r"[-‐‑][^\W\d_]")
"""A figure in a compound names a person or thing (*a 24-year-old*, *24-åringen*)."""
APPOSED = re.compile(r"(?<=[,(] )\d+(?=[,)])|(?<=\()\d+(?=\))")
"""An age behind a name."""
WORD, STEM = re.compile(r"\s([^\W\d_]{4,})"), 5
MONTH = re.compile(r"[^\W\d_]{4,}")
"""Names of three letters are other words in some languages (*may*, *mai*)."""


def apart(one: str, one_code: str, other: str, other_code: str) -> tuple[str, str] | None:
    """The two figures, or months, that differ beyond rounding; ``None`` if none do or it is not clear which."""
    ours, theirs = counted(one, one_code), counted(other, other_code)
    shared = {found.value for found in ours} & {found.value for found in theirs}
    least = SMALL if shared or len(ours) > 1 or len(theirs) > 1 else 0
    mine = {found.value for found in ours if float(found.value) >= least} - shared
    yours = {found.value for found in theirs if float(found.value) >= least} - shared
    both = [(a, b) for a in ours for b in theirs if a.value in mine and b.value in yours]
    words = [(a, b, counted_word(one, a), counted_word(other, b)) for a, b in both]
    named = [(a.value, b.value) for a, b, mine_of, yours_of in words if mine_of and mine_of == yours_of]
    matched = named or [(a.value, b.value) for a, b in both if _near(a.value, b.value)]
    if len(set(matched)) == 1:
        return None if is_rounded(*map(float, matched[0])) else matched[0]
    if matched or mine or yours:
        return None
    return _months(one, one_code, other, other_code)


def are_small(values: tuple[str, str]) -> bool:
    """Whether both are numbers so small that sentences on other things have them too; months are none."""
    return all(value[0].isdigit() and float(value) < SMALL for value in values)


def counted(text: str, code: str) -> list[Figure]:
    """Figures that count something: no years, times of day, ages, no *thousands* and no *two dozen*."""
    told = figures(text, code)
    behind = {after.start for before, after in pairwise(told) if after.start - before.end <= 1}
    aged = [match.span() for match in APPOSED.finditer(text)]
    return [
        found
        for found in told
        if found.value.count(".") <= 1
        and found.start not in behind
        and not found.bare
        and not (found.value.isdigit() and int(found.value) in YEARS)
        and not CLOCK.fullmatch(text[found.start : found.end])
        and not COMPOUND.match(text, found.end)
        and (found.start, found.end) not in aged
    ]


def counted_word(text: str, figure: Figure) -> str:
    """What is counted: the beginning of the word behind the figure, if it is long enough to tell."""
    behind = WORD.match(text, figure.end)
    return fold(behind[1])[:STEM] if behind else ""


def _near(one: str, other: str) -> bool:
    a, b = sorted((float(one), float(other)))
    return a > 0.0 and b <= NEAR * a


def is_rounded(one: float, other: float) -> bool:
    """Whether one is the other rounded, to the digits that it has; *three and a half* may be read as 3."""
    if one.is_integer() != other.is_integer():
        return abs(one - other) < 1.0
    return any(abs(a - b) < _step(b) / 2.0 for a, b in ((one, other), (other, one)))


def _step(value: float) -> float:
    """The place of the last digit of a figure that is not 0; 0 where that is its ones: such a figure is exact."""
    step = 1.0
    while value >= 10.0 and value % (step * 10.0) == 0.0:
        step *= 10.0
    return step if step > 1.0 else 0.0


def _months(one: str, one_code: str, other: str, other_code: str) -> tuple[str, str] | None:
    """The months that the sentences name, if each names one."""
    ours, theirs = _named(one, one_code), _named(other, other_code)
    if len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys():
        return next(iter(ours.values())), next(iter(theirs.values()))
    return None


def _named(text: str, code: str) -> dict[str, str]:
    table = _months_of(code)
    words: Iterable[str] = (match[0] for match in MONTH.finditer(text))
    return {table[fold(word)]: word for word in words if fold(word) in table}


@cache
def _months_of(code: str) -> dict[str, str]:
    return {fold(row[0]): row[1] for row in rows(code, "months")} if supported(code) else {}
