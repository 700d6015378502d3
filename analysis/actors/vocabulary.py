"""What is known beforehand of one and a half million words: a few small numbers each, kept by a hash of the word."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import numpy.typing as npt

VALUES = 256
"""Distinct values of a column; one more stands for a word that is not there."""
GENITIVE = "s"
"""Ending that is taken off a word that is not there itself."""
HALF = 16
PLACES = 1 << HALF

Bytes = npt.NDArray[np.uint8]


class Vocabulary:
    """Words to numbers: one byte a column, in the order of the words' hashes.

    A word is kept as 32 bits of a hash, 16 of them by where it stands, so that one unknown word in three thousand is
    taken for a known one. ``sizes`` says how many words share each value of the upper half.
    """

    def __init__(self, sizes: npt.NDArray[np.uint16], lower: npt.NDArray[np.uint16], columns: Bytes) -> None:
        self.sizes, self.lower, self.columns = sizes, lower, columns
        self.width = columns.shape[1]
        self._ends: list[int] = [0, *np.cumsum(sizes, dtype=np.int64).tolist()]
        self._none = [place(column, VALUES) for column in range(self.width)]

    @classmethod
    def of(cls, words: list[str], columns: Bytes) -> Vocabulary:
        """From different words in small letters (see :func:`form`) and their numbers."""
        hashes = np.array([crc32(word.encode()) for word in words], dtype=np.uint32)
        order = np.argsort(hashes, kind="stable")
        sizes = np.bincount(hashes >> HALF, minlength=PLACES).astype(np.uint16)
        return cls(sizes, (hashes[order] & (PLACES - 1)).astype(np.uint16), columns[order])

    def rows(self, word: str) -> list[int]:
        """One row a column: the word's, or that of its base form where an ``s`` ends it, or the one for no word."""
        plain = form(word)
        at = self._find(plain)
        if at is None and plain.endswith(GENITIVE):
            at = self._find(plain[:-1])
        if at is None:
            return self._none
        return [place(column, value) for column, value in enumerate(self.columns[at].tolist())]

    def _find(self, plain: str) -> int | None:
        value = crc32(plain.encode())
        low, high = self._ends[value >> HALF], self._ends[(value >> HALF) + 1]
        near: list[int] = self.lower[low:high].tolist()
        rest = value & (PLACES - 1)
        return low + near.index(rest) if rest in near else None


def form(word: str) -> str:
    """The word as it is kept: small letters, ``ss`` for ``ß``."""
    return word.casefold()


def place(column: int, value: int) -> int:
    """Number of the feature that this value of this column is."""
    return column * (VALUES + 1) + value
