"""Content words of a text, weighted by how rare they are in their language.

A word's rarity comes from ``data/languages/<code>/frequencies.txt`` (Zipf values, log10 of occurrences per billion
words), not from the articles at hand: an article weighs the same whichever articles it is seen with.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from analysis.resources import mapping, supported
from analysis.text import compose, remembered

WORD = re.compile(r"[^\W_]+")
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
