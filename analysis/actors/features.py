"""Tokens and their hashed features: what the name tagger sees of a word. Training and run time share this file."""

from __future__ import annotations

import re
from zlib import crc32

TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
"""Finer than words: ``Anna's``, ``CIA-direktor`` and ``Jean-Luc`` fall apart, so that a name can end inside them."""

WORD_ROWS = 30_000
AFFIX_ROWS = 14_000
GRAM_ROWS = 34_000
ROWS = WORD_ROWS + AFFIX_ROWS + GRAM_ROWS
GRAMS = WORD_ROWS + AFFIX_ROWS
"""First of the rows of n-grams."""
WHOLE, WHOLE_AGAIN = crc32(b"w"), crc32(b"v")
"""States of the hash before a whole word, which has two rows."""
FIXED = 11
"""Number of features every token has beside its character n-grams."""
GRAM_SIZES = (3, 4, 5)
MAX_GRAMS = 24
MAX_WORD = 40
"""Longer words are cut: no name is longer, and the cost of a token stays bounded."""


def shape(word: str) -> str:
    """Case and character classes with runs longer than three shortened: ``Xxxx``, ``XXX``, ``dd``."""
    out: list[str] = []
    for char in word[:MAX_WORD]:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if len(out) < 3 or not out[-1] == out[-2] == out[-3] == kind:
            out.append(kind)
    return "".join(out)


def fixed_features(word: str, spaced: bool, label: str) -> list[int]:
    """Rows of the word, its affixes, its shape and what the lexicon says of it.

    ``spaced`` says whether white space stands before the word.
    """
    lower = word[:MAX_WORD].lower()
    form = shape(word)
    affixes = (
        "s" + form,
        "g" + form[:4] + ("_" if spaced else "+"),
        "1" + lower[:2] + form[:2],
        "2" + lower[:3],
        "3" + lower[-2:] + form[:2],
        "4" + lower[-3:],
        "5" + lower[-4:],
        "6" + label,
        "7" + label + form[:4] + lower[-1:],
    )
    whole = lower.encode()
    rows = [crc32(whole, WHOLE) % WORD_ROWS, crc32(whole, WHOLE_AGAIN) % WORD_ROWS]
    return rows + [WORD_ROWS + crc32(affix.encode()) % AFFIX_ROWS for affix in affixes]


def gram_features(word: str) -> list[int]:
    """Rows of the character n-grams of the word between its borders; at least one."""
    padded = f"<{word[:MAX_WORD].lower()}>"
    size, grams = len(padded), {padded.encode()} if len(padded) < GRAM_SIZES[0] else set()
    if padded.isascii():
        letters = padded.encode()
        for n in GRAM_SIZES:
            grams.update([letters[i : i + n] for i in range(size - n + 1)])
    else:
        for n in GRAM_SIZES:
            grams.update([padded[i : i + n].encode() for i in range(size - n + 1)])
    return [GRAMS + value % GRAM_ROWS for value in sorted(map(crc32, grams))[:MAX_GRAMS]]
