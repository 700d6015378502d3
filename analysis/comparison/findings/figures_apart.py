"""Figures of two sentences that tell one thing: which of them say something else of the same quantity.

What is counted is told by the next word where that is the same in both. Elsewhere units are not read: two accounts of
one quantity rarely differ by more than half, and two quantities rarely lie so near. Where no figure differs, the
months, quarters and years that the sentences name may (``dates_apart``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.comparison.findings.dates_apart import dates_apart
from analysis.comparison.findings.written import Written
from analysis.evidence import Figure, figures
from analysis.text import fold

NEAR, NAMED = 2.0, 20.0
"""Two figures are of one quantity only if neither is more than this many times the other; the second, where the same
word follows both: one kind of coin counts fines and budgets."""
SMALL = 13
"""Smaller figures count only where each sentence has no other: *three airports* and *at four o'clock* stand in many."""
YEARS = range(1900, 2101)
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
COMPOUND = re.compile(r"[-‐‑][^\W\d_]")
"""A figure in a compound names a person or thing (*a 24-year-old*, *24-åringen*)."""
APPOSED = re.compile(r"(?<=[,(] )\d+(?=[,)])|(?<=\()\d+(?=\))")
"""An age behind a name."""
WORD, STEM = re.compile(r"\s([^\W\d_]{4,})"), 5
COUNTED = re.compile(r"\s?%|(?:\s[^\W\d_]{1,3})?\s[^\W\d_]{4,}")
CURRENCIES = "€$£"


def apart(one: str, one_code: str, other: str, other_code: str) -> tuple[Written, Written] | None:
    """The two figures or dates that differ beyond rounding; ``None`` if none do or it is not clear which."""
    ours, theirs = counted(one, one_code), counted(other, other_code)
    shared = {found.value for found in ours} & {found.value for found in theirs}
    least = SMALL if shared or len(ours) > 1 or len(theirs) > 1 else 0
    mine = {found.value for found in ours if float(found.value) >= least} - shared
    yours = {found.value for found in theirs if float(found.value) >= least} - shared
    both = [(a, b) for a in ours for b in theirs if a.value in mine and b.value in yours]
    words = [(a, b, counted_word(one, a), counted_word(other, b)) for a, b in both]
    named = [
        (a, b)
        for a, b, mine_of, yours_of in words
        if mine_of and mine_of == yours_of and _near(a.value, b.value, NAMED)
    ]
    matched = named or [(a, b) for a, b in both if _near(a.value, b.value, NEAR)]
    if len({(a.value, b.value) for a, b in matched}) == 1:
        a, b = matched[0]
        return None if is_rounded(float(a.value), float(b.value)) else (_written(one, a), _written(other, b))
    if matched or mine or yours:
        return None
    return dates_apart(one, one_code, other, other_code)


def _written(text: str, figure: Figure) -> Written:
    """The figure as the sentence has it, with the word that it counts."""
    start = figure.start - (text[figure.start - 1 : figure.start] in CURRENCIES if figure.start else 0)
    behind = COUNTED.match(text, figure.end)
    return Written(figure.value, text[start : figure.end], start, behind.end() if behind else figure.end)


def are_small(values: Sequence[str]) -> bool:
    """Whether all are numbers so small that sentences on other things have them too; dates are none."""
    return all(value.replace(".", "", 1).isdigit() and float(value) < SMALL for value in values)


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


def _near(one: str, other: str, times: float) -> bool:
    a, b = sorted((float(one), float(other)))
    return a > 0.0 and b <= times * a


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
