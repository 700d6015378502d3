"""Reads the words around a name: what stands before it, what follows, and runs of listed words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from analysis import resources
from analysis.types import Document, Token

T = TypeVar("T")
LONGEST = 5
"""Words in the longest entry of a list of phrases."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document (marks left out), for walking to and fro."""

    document: Document
    words: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Words:
        words = tuple(token for token in document.tokens if token.is_word)
        return cls(document, words, tuple(word.start for word in words))

    def at(self, offset: int) -> int:
        """Index of the first word that begins at the offset or after it."""
        return bisect_left(self.starts, offset)

    def close(self, first: int, second: int, marks: str = "") -> bool:
        """Whether nothing but spaces and these marks stands between two neighbouring words."""
        if not 0 <= first < second < len(self.words):
            return False
        between = self.document.text[self.words[first].end : self.words[second].start]
        return "\n" not in between and not between.strip(marks + " \u00a0")

    def phrase(self, first: int, table: Mapping[str, T]) -> tuple[int, T] | None:
        """The longest listed phrase that begins with this word: the index after it, and its value."""
        for size in range(min(LONGEST, len(self.words) - first), 0, -1):
            value = table.get(self._text(first, first + size))
            if value is not None:
                return first + size, value
        return None

    def phrase_before(self, end: int, table: Mapping[str, T]) -> tuple[int, T] | None:
        """The longest listed phrase that ends before this word: its first index, and its value."""
        for size in range(min(LONGEST, end), 0, -1):
            value = table.get(self._text(end - size, end))
            if value is not None:
                return end - size, value
        return None

    def _text(self, first: int, last: int) -> str:
        if last - first == 1:
            return self.words[first].lower
        return " ".join(word.lower for word in self.words[first:last])


@cache
def lowered(code: str, name: str, column: int) -> dict[str, str]:
    """First column of a list in lower case to another column; the empty string where a row has none."""
    return {row[0].casefold(): row[column] if len(row) > column else "" for row in resources.rows(code, name)}
