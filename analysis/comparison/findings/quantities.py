"""What a figure of a sentence is a number of: its unit, and its size in the unit that others are held against.

A part of a whole in words (*a third*, *var fjärde*) is a share like a percentage, and miles are held against
kilometres. Currencies are never converted, and a share is no count: what is of two kinds is not one figure told in two
ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from analysis.evidence import Figure
from analysis.resources import rows, supported, world

SHARE, POINT = "share", "point"
MONEY = ("dollar", "euro", "franc", "krone", "leu", "pound")
SIZES: Mapping[str, tuple[str, float]] = {
    "percent": (SHARE, 0.01),
    "point": (POINT, 1.0),
    **{currency: (currency, 1.0) for currency in MONEY},
    "foot": ("length", 0.3048),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "mil": ("length", 10000.0),
    "acre": ("area", 0.4047),
    "hectare": ("area", 1.0),
    "kilogram": ("weight", 1.0),
    "tonne": ("weight", 1000.0),
    "minute": ("time", 1.0 / 60.0),
    "hour": ("time", 1.0),
    "day": ("time", 24.0),
    "week": ("time", 168.0),
    "month": ("time", 730.5),
    "year": ("time", 8766.0),
    "mps": ("speed", 3.6),
    "kmh": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "megawatt": ("power", 1.0),
    "gigawatt": ("power", 1000.0),
}
"""Of each unit the kind of quantity it measures, and its size in one unit of that kind."""
CONVERTED, WORDED = 1.1, 1.3
"""Two figures in different units differ only if one is more than this many times the other: who converts rounds; and a
fraction in words is a rounding (*knapp ein Fünftel*, a sixth)."""
FRACTION = "fraction"
BETWEEN = r"(?:\s|-)?(?:(?:[^\W\d_]+)\s){0,1}?"
"""What may stand between a figure and its unit: *7,3 miljarder | danska | kronor*."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, its number, the kind of quantity that it is (empty if no unit is read), its unit and where that ends,
    and its size."""

    figure: Figure
    number: float
    kind: str = ""
    unit: str = ""
    end: int = 0
    size: float = 0.0

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return self.kind in MONEY


Known = dict[tuple[str, str], Sequence[Quantity]]
"""The quantities of sentences, by text and language."""


def quantities(text: str, code: str, told: Sequence[Figure]) -> list[Quantity]:
    """The figures of a text with their units, and its fractions, in text order."""
    parts = list(_fractions(text, code))
    free = [one for one in told if not any(one.start < end and start < one.end for start, end, _ in parts)]
    found = [_measured(text, code, figure) for figure in free]
    for start, end, value in parts:
        size = float(Fraction(value))
        found.append(Quantity(Figure(start, end, value), size, SHARE, FRACTION, end, size))
    return sorted(found, key=lambda one: one.figure.start)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether they are the same figure, in whatever unit."""
    if one.figure.value == other.figure.value:
        return True
    if not one.kind or one.kind != other.kind or one.unit == other.unit != FRACTION:
        return False
    return not is_far(one, other)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether they may be two accounts of one quantity by what they measure.

    A sum may stand without its currency (*2.4bn*); every other figure with a unit is held against its like only.
    """
    if one.kind == other.kind:
        return one.unit == other.unit != FRACTION or is_far(one, other)
    named = one if one.kind else other
    return named.money and not (one.kind and other.kind)


def is_far(one: Quantity, other: Quantity) -> bool:
    """Whether two sizes of one kind differ by more than who rounds or converts would make them."""
    low, high = sorted((one.size, other.size))
    return high > (WORDED if FRACTION in (one.unit, other.unit) else CONVERTED) * low


def _measured(text: str, code: str, figure: Figure) -> Quantity:
    number = float(figure.value) if figure.value.count(".") <= 1 else 0.0
    behind, before = _units(code)
    match = behind.match(_lowered(text), figure.end) or before.search(text, max(0, figure.start - 6), figure.start)
    if match is None:
        return Quantity(figure, number, size=number, end=figure.end)
    unit = _names(code)[match[1].lower()]
    kind, size = SIZES[unit]
    end = max(figure.end, match.end())
    return Quantity(figure, number, kind, unit, end, number * size)


@cache
def _names(code: str) -> Mapping[str, str]:
    """Units by the words and symbols for them, in small letters."""
    own = rows(code, "units") if supported(code) else ()
    return {_lowered(name): unit for name, unit in (*world("unit_symbols"), *own)}


@cache
def _units(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a unit behind a figure, and a symbol of a currency before it."""
    names = "|".join(re.escape(name) for name in sorted(_names(code), key=lambda name: (-len(name), name)))
    symbols = "|".join(re.escape(name) for name, unit in world("unit_symbols") if unit in MONEY)
    return re.compile(rf"{BETWEEN}({names})(?![^\W\d_])"), re.compile(rf"(?<![^\W_])({symbols})\s?$")


def _fractions(text: str, code: str) -> Iterator[tuple[int, int, str]]:
    """Parts of a whole in words: where they stand and what they are."""
    table, pattern = _parts(code)
    for match in pattern.finditer(_lowered(text)) if pattern is not None else ():
        yield match.start(), match.end(), table[match.lastindex or 0]


@cache
def _parts(code: str) -> tuple[dict[int, str], re.Pattern[str] | None]:
    """The fractions of a language by the group of a pattern that finds them."""
    if not supported(code):
        return {}, None
    listed = sorted(rows(code, "fractions"), key=lambda row: (-len(row[0]), row[0]))
    patterns = [r"\s".join(map(_word, row[0].split())) for row in listed]
    table = {number: row[1] for number, row in enumerate(listed, 1)}
    return table, re.compile(rf"(?<![^\W_])(?:{'|'.join(f'({one})' for one in patterns)})(?![^\W_])")


def _word(text: str) -> str:
    return r"[^\W\d_]+" if text == "…" else re.escape(_lowered(text))


def _lowered(text: str) -> str:
    """In small letters, each character at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
