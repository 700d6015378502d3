"""Content words and numbers of a text, weighted by how rare they are in their language.

A word's rarity comes from ``data/languages/<code>/frequencies.txt`` (Zipf values, log10 of occurrences per billion
words), not from the articles at hand: an article weighs the same whichever articles it is seen with.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis.resources import mapping, supported
from analysis.text import compose, remembered

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
STEM = 6
"""Letters of a word that count: cuts inflection alike in every language."""
EVERYDAY, RARE = 7.0, 3.6
"""Zipf value at and above which a word says nothing, and the one assumed for words outside the list."""
SHORTEST_UNLISTED = 4
"""In a language without a list, shorter words are taken for function words."""
KEPT = 32_768
"""Words whose folded form is kept: at most about 11 MB."""
FOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})


@remembered(KEPT)
def fold(word: str) -> str:
    """The word in lower case without accents, so that spellings of a name in several languages meet."""
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = compose(lower.translate(FOLDED), "NFD")
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def _stem_frequencies(code: str) -> dict[str, float]:
    """Zipf value of each stem of the language: that of its commonest word."""
    values: dict[str, float] = {}
    for word, zipf in mapping(code, "frequencies").items():
        stem = fold(word)[:STEM]
        values[stem] = max(values.get(stem, 0.0), float(zipf))
    return values


def rarity(stem: str, code: str) -> float:
    """How much a stem says, in [0, 1]: 0 for everyday words, 1 for words outside the language's commonest 5,000."""
    if not supported(code):
        return 1.0 if len(stem) >= SHORTEST_UNLISTED else 0.0
    zipf = _stem_frequencies(code).get(stem, RARE)
    return min(1.0, max(0.0, (EVERYDAY - zipf) / (EVERYDAY - RARE))) ** 2


def stems(text: str) -> list[str]:
    """Stems of the words and numbers of the text, in text order."""
    return [fold(word)[:STEM] for word in WORD.findall(text)]


def weigh(counts: Counter[str], code: str) -> dict[str, float]:
    """Weight of each stem: logarithm of its count times its rarity; stems that say nothing are left out."""
    weights = {stem: (1.0 + math.log(max(count, 1))) * rarity(stem, code) for stem, count in sorted(counts.items())}
    return {stem: weight for stem, weight in weights.items() if weight > 0.0}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two weighted bags, in [0, 1]; 0 if either is empty."""
    if len(a) > len(b):
        a, b = b, a
    shared = math.fsum(weight * b[key] for key, weight in a.items() if key in b)
    length = math.sqrt(math.fsum(w * w for w in a.values()) * math.fsum(w * w for w in b.values()))
    return min(1.0, shared / length) if length > 0.0 else 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text and where it stands, in one spelling (``2.5``, ``1000``)."""

    start: int
    end: int
    value: str


def figures(text: str, code: str) -> tuple[Figure, ...]:
    """Numbers of the text from 2 on, in digits or in the language's words, in text order."""
    found = [Figure(*match.span(), _number(match[0])) for match in NUMBER.finditer(text)]
    words = _numerals(code)
    if words:
        found += _spelt(text, words)
    return tuple(sorted((one for one in found if one.value not in ("0", "1")), key=lambda one: one.start))


def numbers(text: str, code: str) -> frozenset[str]:
    """The values of ``figures``."""
    return frozenset(one.value for one in figures(text, code))


def _spelt(text: str, words: Mapping[str, str]) -> Iterator[Figure]:
    """Numbers in words, the longest at each place (*quatre-vingt-dix*, not *quatre*)."""
    parts = list(WORD.finditer(text))
    longest = 1 + max(numeral.count("-") for numeral in words)
    free = 0
    for place, part in enumerate(parts):
        for size in range(longest if place >= free else 0, 0, -1):
            end = parts[min(place + size, len(parts)) - 1].end()
            value = words.get(text[part.start() : end].lower())
            if value is not None:
                yield Figure(part.start(), end, value)
                free = place + size
                break


@cache
def _numerals(code: str) -> dict[str, str]:
    return mapping(code, "numerals") if supported(code) else {}


def _number(digits: str) -> str:
    if THOUSANDS.fullmatch(digits):
        return re.sub(r"[.,]", "", digits).lstrip("0") or "0"
    whole, *parts = re.split(r"[.,]", digits)
    return ".".join([whole.lstrip("0") or "0", *parts])
