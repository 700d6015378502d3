"""Figures of two sentences that tell one thing: which of them say something else of the same quantity.

What a figure is a number of is told by its unit (``quantities``) and by the next word where that is the same in both.
Two accounts of one quantity rarely differ by more than half, and two quantities rarely lie so near. Where no figure
differs, the months, quarters and years that the sentences name may (``dates_apart``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.comparison.findings.dates_apart import dates_apart
from analysis.comparison.findings.quantities import (
    FRACTION,
    POINT,
    SHARE,
    Known,
    Quantity,
    alike,
    comparable,
    is_far,
    quantities,
)
from analysis.comparison.findings.written import Written
from analysis.evidence import Figure, figures
from analysis.text import fold

NEAR, NAMED = 2.0, 20.0
"""Two figures are of one quantity only if neither is more than this many times the other; the second, where the same
word follows both: one kind of coin counts fines and budgets."""
SMALL = 13
"""Smaller figures count only where each sentence has no other: *three airports* and *at four o'clock* stand in many."""
FIVE = 5
YEARS = range(1900, 2101)
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
COMPOUND = re.compile(r"[-‐‑][^\W\d_]")
"""A figure in a compound names a person or thing (*a 24-year-old*, *24-åringen*)."""
APPOSED = re.compile(r"(?<=[,(] )\d+(?=[,)])|(?<=\()\d+(?=\))")
"""An age behind a name."""
WORD, STEM = re.compile(r"\s([^\W\d_]{4,})"), 5
COUNTED = re.compile(r"\s?%|(?:\s[^\W\d_]{1,3})?\s[^\W\d_]{4,}")
CURRENCIES = "€$£"


def apart(
    one: str, one_code: str, other: str, other_code: str, known: Known | None = None
) -> tuple[Written, Written] | None:
    """The two figures or dates that differ beyond rounding; ``None`` if none do or it is not clear which.

    ``known`` keeps what was read of a sentence for the next one that it is held against.
    """
    if (one, one_code) == (other, other_code):
        return None
    known = {} if known is None else known
    ours, theirs = _read(one, one_code, known), _read(other, other_code, known)
    mine = _unmatched(ours, theirs)
    yours = _unmatched(theirs, ours)
    shared = len(mine) < len(ours)
    least = SMALL if shared or len(ours) > 1 or len(theirs) > 1 else 0
    both = [
        (a, b)
        for a in mine
        for b in yours
        if comparable(a, b) and ((_single(a, ours) and _single(b, theirs)) or min(a.number, b.number) >= least)
    ]
    named = [
        (a, b)
        for a, b in both
        if (word := counted_word(one, a.figure)) and word == counted_word(other, b.figure) and _near(a, b, NAMED)
    ]
    matched = named or [(a, b) for a, b in both if _near(a, b, NEAR)]
    if len({(a.figure.value, b.figure.value) for a, b in matched}) == 1:
        a, b = matched[0]
        return None if _is_round(a, b) else (_written(one, a, b), _written(other, b, a))
    if matched or any(max(a.number, 0.0) >= least for a in (*mine, *yours)):
        return None
    return dates_apart(one, one_code, other, other_code)


def _read(text: str, code: str, known: Known) -> Sequence[Quantity]:
    if (text, code) not in known:
        known[text, code] = quantities(text, code, counted(text, code))
    return known[text, code]


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Those that the other sentence does not have."""
    return [one for one in ours if not any(alike(one, other) for other in theirs)]


def _single(one: Quantity, among: Sequence[Quantity]) -> bool:
    """Whether it is the only share or sum of its sentence: such a one is told from counts whatever its size."""
    return (one.kind in (SHARE, POINT) or one.money) and sum(other.kind == one.kind for other in among) == 1


def _is_round(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other rounded; of percentages those to fives may be, by little."""
    if one.unit != other.unit or one.unit == FRACTION:
        return False
    if one.kind == SHARE and one.number.is_integer() and other.number.is_integer():
        return any(number % FIVE == 0 for number in (one.number, other.number)) and not is_far(one, other)
    return is_rounded(one.number, other.number)


def _written(text: str, told: Quantity, against: Quantity) -> Written:
    """The figure as the sentence has it, with the word that it counts; with its unit where the other has another."""
    figure = told.figure
    start = figure.start - (text[figure.start - 1 : figure.start] in CURRENCIES if figure.start else 0)
    behind = COUNTED.match(text, figure.end)
    end = max(behind.end() if behind else figure.end, told.end)
    if told.unit == against.unit or told.end == figure.end or not against.unit:
        return Written(figure.value, text[start : figure.end], start, end)
    return Written(f"{figure.value} {told.unit}", text[start : told.end], start, end)


def are_small(values: Sequence[str]) -> bool:
    """Whether all are fractions, or numbers so small that sentences on other things have them too; dates are none."""
    return all("/" in value or (value.replace(".", "", 1).isdigit() and float(value) < SMALL) for value in values)


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


def _near(one: Quantity, other: Quantity, times: float) -> bool:
    a, b = sorted((one.size, other.size) if one.kind and one.kind == other.kind else (one.number, other.number))
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
