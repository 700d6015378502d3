"""The words of a text as framing counts them, parted at hyphens and apostrophes, and where they are those of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from analysis.matching import Barrier, Element, Phrase, Phrases, inflection, key, read_elements
from analysis.matching import key as fold

__all__ = ["Found", "Patterns", "Word", "elements_of", "fold", "words_of"]

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"[ \u00a0\u202f'’\u2010\u2011-]{1,2}")
_BREAK = re.compile(r"[.!?;:\n]")
_PARTS = re.compile(r"[ '-]")
MAX_WORD = 40
"""Longer strings of letters are not words of any list, and are not looked up."""
WIDEST = 4
"""Most characters between two words that a gap goes on over."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: offsets, and its folded form."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Where an entry occurs: offsets, how many words it covers, and what its row says of it."""

    start: int
    end: int
    words: int
    value: T


def words_of(text: str) -> list[Word]:
    """Words of a text, parted at hyphens and apostrophes."""
    return [Word(found.start(), found.end(), key(found.group()[:MAX_WORD])) for found in _WORD.finditer(text)]


def elements_of(entry: str) -> tuple[Element, ...]:
    """What an entry is made of. Raises DataError for an entry that would match nothing or cannot be read."""
    return read_elements([part for part in _PARTS.split(key(entry)) if part], inflected=True)


class Patterns(Generic[T]):
    """The entries of one list of a language, each with what its row says: a word stands for its inflected forms too."""

    def __init__(self, entries: Iterable[tuple[str, T]], code: str) -> None:
        self._phrases = Phrases((Phrase(elements_of(entry), value) for entry, value in entries), inflection(code))

    def find(self, words: Sequence[Word], text: str) -> Iterator[Found[T]]:
        """Longest entries from left to right, without overlaps."""
        for match in self._phrases.find(_Spaced(words, text)):
            yield Found(words[match.first].start, words[match.last - 1].end, match.size, match.value)


class _Spaced:
    """Words with what stands between them in the text."""

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self._words, self._text = words, text

    @cached_property
    def keys(self) -> Sequence[str]:
        return [word.lower for word in self._words]

    def adjoins(self, place: int) -> bool:
        return _JOINT.fullmatch(self._between(place)) is not None

    def barrier(self, place: int) -> Barrier:
        between = self._between(place)
        return Barrier.END if len(between) > WIDEST or _BREAK.search(between) else Barrier.NOTHING

    def interposed(self, place: int) -> bool:
        return False

    def closes(self, place: int) -> bool:
        return False

    def _between(self, place: int) -> str:
        return self._text[self._words[place - 1].end : self._words[place].start]
