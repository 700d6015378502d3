"""Reads the words around a name: what stands before it, what follows, and runs of listed words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from analysis import resources
from analysis.matching import Keys, Phrase, Phrases, literal
from analysis.segmentation.tokens import tokenise
from analysis.text import fold
from analysis.types import Document, Token

ROLE_LISTS = ("roles", "speaker_roles", "capacities")
"""The lists of nouns for what somebody is."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document (marks left out), for walking to and fro."""

    document: Document
    words: tuple[Token, ...]
    starts: tuple[int, ...]
    keys: Keys

    @classmethod
    def of(cls, document: Document) -> Words:
        """The words of this document."""
        words = tuple(token for token in document.tokens if token.is_word)
        return cls(document, words, tuple(word.start for word in words), Keys(tuple(word.lower for word in words)))

    def at(self, offset: int) -> int:
        """Index of the first word that begins at the offset or after it."""
        return bisect_left(self.starts, offset)

    def close(self, first: int, second: int, marks: str = "") -> bool:
        """Whether nothing but spaces and these marks stands between two neighbouring words."""
        if not 0 <= first < second < len(self.words):
            return False
        between = self.document.text[self.words[first].end : self.words[second].start]
        return "\n" not in between and not between.strip(marks + " \u00a0")

    def phrases(self, table: Listed, *, capital: bool = False) -> Iterator[tuple[int, int, str]]:
        """Listed phrases in text order, the longest at each place: their first index, the one after them, the value.

        They do not overlap; with ``capital`` only those count that begin with one.
        """
        free = 0
        for first, word in enumerate(self.words):
            if first < free or (capital and not word.text[0].isupper()):
                continue
            found = self.phrase(first, table)
            if found is not None:
                free = found[0]
                yield first, *found

    def phrase(self, first: int, table: Listed) -> tuple[int, str] | None:
        """The longest listed phrase that begins with this word: the index after it, and its value."""
        found = table.phrases.at(self.keys, first, len(self.words))
        return None if found is None else (found.last, found.value)

    def phrase_before(self, end: int, table: Listed) -> tuple[int, str] | None:
        """The longest listed phrase that ends before this word: its first index, and its value."""
        found = table.phrases.before(self.keys, end)
        return None if found is None else (found.first, found.value)


class Listed(dict[str, str]):
    """A list of words and phrases in lower case to one of its columns."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__(pairs)
        self.phrases = Phrases(Phrase(literal(entry.split()), value) for entry, value in self.items())


@cache
def lowered(code: str, name: str, column: int) -> Listed:
    """First column of a list in lower case to another column; the empty string where a row has none.

    An entry stands as it is listed and as the words of a text are joined (``chef de l' état``); one with a gap is left
    out.
    """
    whole = [row for row in resources.rows(code, name) if "…" not in row[0]]
    listed = [(fold(row[0]), row[column] if len(row) > column else "") for row in whole]
    return Listed([*listed, *((_joined(phrase, code), value) for phrase, value in listed)])


def _joined(phrase: str, code: str) -> str:
    return " ".join(token.lower for token in tokenise(phrase, code) if token.is_word)
