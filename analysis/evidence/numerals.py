"""Numbers of a text in one spelling, whether in digits (``2 400``, ``2.4 million``) or in words (*sechsundvierzig*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from analysis.resources import mapping, supported

SPACE = r"[ \u00a0\u2009\u202f’']"
NUMBER = re.compile(rf"(?<![^\W_])(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*)")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
LETTERS = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[-\s\u00a0]{0,2}")
"""What stands between the words of one number."""
HUNDRED, THOUSAND = 100, 1000
LONGEST = 3
"""Words of the longest numeral that a list has (*quatre-vingt-dix*)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text and where it stands, in one spelling (``2.5``, ``1000``).

    ``bare`` is a word that only says of which order a number is (*thousands*, *millions*).
    """

    start: int
    end: int
    value: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    """A numeral: its value (0 joins two: *og*, *und*, *et*), or digits, and whether it begins a word."""

    start: int
    end: int
    value: int
    digits: str = ""
    begins: bool = True


def figures(text: str, code: str) -> tuple[Figure, ...]:
    """Numbers of the text from 2 on, in digits or in the language's words, in text order."""
    found: list[Figure] = []
    run: list[_Atom] = []
    for atom in sorted((*_digits(text), *_words(text, code)), key=lambda one: one.start):
        if run and not GAP.fullmatch(text, run[-1].end, atom.start):
            found += _composed(run)
            run = []
        run.append(atom)
    found += _composed(run)
    return tuple(one for one in found if one.value not in ("0", "1"))


def numbers(text: str, code: str) -> frozenset[str]:
    """The values of ``figures``."""
    return frozenset(one.value for one in figures(text, code))


def _digits(text: str) -> Iterator[_Atom]:
    return (_Atom(*match.span(), 0, _number(match[0])) for match in NUMBER.finditer(text))


def _words(text: str, code: str) -> Iterator[_Atom]:
    """The numerals of the text, the longest at each place; a word may be made of several (*trehundratjugo*)."""
    table, made = _numerals(code)
    if made is None:
        return
    parts = list(LETTERS.finditer(text))
    free = 0
    for place, part in enumerate(parts):
        if place < free:
            continue
        for size in range(min(LONGEST, len(parts) - place), 0, -1):
            end = parts[place + size - 1].end()
            value = table.get(text[part.start() : end].lower())
            if value is not None:
                yield _Atom(part.start(), end, value)
                free = place + size
                break
        else:
            if made.fullmatch(part[0].lower()):
                yield from _pieces(part, table, made)


def _pieces(part: re.Match[str], table: Mapping[str, int], made: re.Pattern[str]) -> Iterator[_Atom]:
    """The numerals that a word is made of; none if they are no number together."""
    word, at, atoms = part[0].lower(), 0, []
    while at < len(word):
        size = next((n for n in range(len(word) - at, 0, -1) if _fits(word, at, n, table, made)), 0)
        if not size:
            return
        value = table[word[at : at + size]]
        atoms.append(_Atom(part.start() + at, part.start() + at + size, value, begins=at == 0))
        at += size
    if len(_composed(atoms)) == 1:
        yield from atoms


def _fits(word: str, at: int, size: int, table: Mapping[str, int], made: re.Pattern[str]) -> bool:
    end = at + size
    return word[at:end] in table and (end == len(word) or made.fullmatch(word, end) is not None)


def _composed(atoms: Sequence[_Atom]) -> list[Figure]:
    """The numbers that numerals beside each other make."""
    found: list[_Sum] = []
    joined = False
    for atom in atoms:
        if not (atom.digits or atom.value):
            joined = True
        elif not (found and found[-1].take(atom, joined)):
            found.append(_Sum(atom))
            joined = False
        else:
            joined = False
    return [one.figure() for one in found]


class _Sum:
    """A number as its words are read: what lies over the last *thousand* or *million*, and what follows it."""

    def __init__(self, first: _Atom) -> None:
        self.start, self.end, self.digits = first.start, first.end, first.digits
        self.scale, self.bare = 0, first.value >= HUNDRED
        self.total, self.group = (first.value, 0) if first.value >= THOUSAND else (0, first.value)
        if first.value >= THOUSAND:
            self.scale = first.value

    def take(self, atom: _Atom, joined: bool) -> bool:
        """Whether the numeral goes on with this number."""
        if atom.digits or not (self._scaled(atom.value) if atom.value >= HUNDRED else self._added(atom, joined)):
            return False
        self.end, self.bare = atom.end, False
        return True

    def _scaled(self, value: int) -> bool:
        if self.digits:
            fits = value >= THOUSAND and not self.scale
            self.scale = value if fits else self.scale
            return fits
        if value == HUNDRED:
            fits = self.group < HUNDRED and (self.group > 0 or self.total > 0)
            self.group = max(self.group, 1) * HUNDRED if fits else self.group
            return fits
        if not self.group or (self.scale and value >= self.scale):
            return False
        self.total, self.group, self.scale = self.total + self.group * value, 0, value
        return True

    def _added(self, atom: _Atom, joined: bool) -> bool:
        if self.digits:
            return False
        rest, value = self.group % HUNDRED, atom.value
        unit = value < 10 and rest >= 20 and rest % 10 == 0
        score = 10 <= value < 20 and rest in (60, 80)
        turned = joined and not atom.begins and value >= 20 and value % 10 == 0 and 0 < rest < 10
        if not (rest == 0 or unit or score or turned):
            return False
        self.group += value
        return True

    def figure(self) -> Figure:
        """The number."""
        if not self.digits:
            return Figure(self.start, self.end, str(self.total + self.group), self.bare)
        if not self.scale:
            return Figure(self.start, self.end, self.digits)
        parts = self.digits.split(".")
        value = Decimal(".".join(parts[:2])) * self.scale
        return Figure(self.start, self.end, f"{value.normalize():f}")


@cache
def _numerals(code: str) -> tuple[dict[str, int], re.Pattern[str] | None]:
    """Numerals of the language, and the words that are made of them."""
    table = {word: int(value) for word, value in mapping(code, "numerals").items()} if supported(code) else {}
    longest_first = sorted((re.escape(word) for word in table), key=lambda word: (-len(word), word))
    return table, re.compile(f"(?:{'|'.join(longest_first)})+") if table else None


def _number(digits: str) -> str:
    digits = re.sub(SPACE, "", digits)
    if THOUSANDS.fullmatch(digits):
        return re.sub(r"[.,]", "", digits).lstrip("0") or "0"
    whole, *parts = re.split(r"[.,]", digits)
    return ".".join([whole.lstrip("0") or "0", *parts])
