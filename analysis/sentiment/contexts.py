"""The stretch of text that a mention's tone is read from, as rows of numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.sentiment.words import SIZE as WORD_SIZE
from analysis.sentiment.words import describe
from analysis.types import Document, Token, Vectors

WHOLE_PARAGRAPH_TOKENS = 64
"""A paragraph up to this length is read as a whole; of a longer one the mention's sentence."""
REACH_TOKENS = 36
"""Tokens read on each side of the mention."""
NOUN_CAPITALS = frozenset({"de"})
"""Languages that write every noun with a capital: a capital does not make a name there."""
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 24)
"""Upper bounds of the distance classes on each side of the target."""
UNTARGETED = 2 * (len(DISTANCES) + 1) + 1
"""The distance class of every token where there is no target."""
N_DISTANCES = UNTARGETED + 1
NAME, TARGET, QUOTE_MARK, COMMA, BREAK, EXCLAIM, NUMBER, INSIDE, FIRST = range(WORD_SIZE, WORD_SIZE + 9)
SIZE = WORD_SIZE + 9
QUOTE_MARKS = frozenset('"“”„»«‟‹›')
BREAKS = frozenset(":;–—-()")

Extent = tuple[int, int]
Word = tuple[str, str]
"""A language code and a word in lower case."""


@dataclass(frozen=True, slots=True)
class Context:
    """Tokens around a target. ``words`` has ``None`` where the word itself must not count: names and marks.

    Each word comes with the code of its language: *gift* is not the same word in English and in Swedish.
    """

    tokens: tuple[Token, ...]
    words: tuple[Word | None, ...]
    features: Vectors
    distances: npt.NDArray[np.int64]
    target: npt.NDArray[np.bool_]


class Extents:
    """Stretches of text that can be asked for by place."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        self._all = sorted(set(extents))
        self._starts = [start for start, _ in self._all]
        self._longest = max((end - start for start, end in self._all), default=0)

    def near(self, low: int, high: int) -> list[Extent]:
        """Those that overlap [low, high), in text order."""
        first = bisect_left(self._starts, low - self._longest)
        return [extent for extent in self._all[first : bisect_left(self._starts, high)] if extent[1] > low]


class Reader:
    """Finds contexts in one document; ``names`` are the mentions of all actors, for who they are must not count."""

    def __init__(self, document: Document, names: Iterable[Extent] = ()) -> None:
        self.document = document
        self._names = Extents(names)
        self._paragraph_starts = [paragraph.start for paragraph in document.paragraphs]

    def unit_at(self, offset: int) -> Extent:
        """The paragraph at this offset if it is short, else the sentence."""
        document = self.document
        place = bisect_right(self._paragraph_starts, offset) - 1
        if place >= 0:
            paragraph = document.paragraphs[place]
            inside = paragraph.start <= offset < paragraph.end
            if inside and self._count(paragraph.start, paragraph.end) <= WHOLE_PARAGRAPH_TOKENS:
                return paragraph.start, paragraph.end
        if not document.sentences:
            return 0, len(document.text)
        sentence = document.sentence_at(offset)
        return sentence.start, max(sentence.end, offset + 1)

    def context(
        self, unit: Extent, targets: Sequence[Extent], keep: Sequence[Extent] | None = None, drop: Sequence[Extent] = ()
    ) -> Context | None:
        """The context of the targets within a unit; ``None`` if no word of a target is in it.

        ``keep`` restricts the context to these extents, ``drop`` leaves extents out; a target's own words stay.
        """
        tokens = [
            token
            for token in self._tokens(unit, targets)
            if _within(token, targets) or (not _within(token, drop) and (keep is None or _within(token, keep)))
        ]
        places = [index for index, token in enumerate(tokens) if _within(token, targets)]
        if not places:
            return None
        first, last = max(0, places[0] - REACH_TOKENS), min(len(tokens), places[0] + REACH_TOKENS)
        places = [place - first for place in places if place < last]
        return self._describe(tokens[first:last], places)

    def untargeted(self, unit: Extent) -> Context | None:
        """The beginning of a unit as a context of no target; ``None`` if there is no word in it."""
        first = bisect_left(self.document.token_starts, unit[0])
        last = min(bisect_left(self.document.token_starts, unit[1]), first + 2 * REACH_TOKENS)
        tokens = self.document.tokens[first:last]
        return self._describe(tokens, []) if any(token.is_word for token in tokens) else None

    def _count(self, start: int, end: int) -> int:
        starts = self.document.token_starts
        return bisect_left(starts, end) - bisect_left(starts, start)

    def _tokens(self, unit: Extent, targets: Sequence[Extent]) -> tuple[Token, ...]:
        """Tokens of the unit; of a very long one those within twice the reach of the first target."""
        starts = self.document.token_starts
        first, last = bisect_left(starts, unit[0]), bisect_left(starts, unit[1])
        centre = max(first, bisect_right(starts, targets[0][0]) - 1)
        return self.document.tokens[max(first, centre - 2 * REACH_TOKENS) : min(last, centre + 2 * REACH_TOKENS)]

    def _starts_sentence(self, token: Token) -> bool:
        starts = self.document.sentence_starts
        place = bisect_left(starts, token.start)
        return place < len(starts) and starts[place] == token.start

    def _describe(self, tokens: Sequence[Token], places: list[int]) -> Context:
        code = self.document.language
        near = self._names.near(tokens[0].start, tokens[-1].end)
        features = np.zeros((len(tokens), SIZE), dtype=np.float32)
        target = np.zeros(len(tokens), dtype=np.bool_)
        target[places] = True
        words: list[Word | None] = []
        inside = False
        for index, token in enumerate(tokens):
            row, word, first = features[index], None, self._starts_sentence(token)
            row[FIRST] = first
            if target[index]:
                row[TARGET] = 1.0
            elif _within(token, near) or _is_name(token, code, first):
                row[NAME] = 1.0
            elif token.is_word and any(map(str.isalpha, token.text)):
                row[:WORD_SIZE] = describe(code, token.lower)
                word = code, token.lower
            elif token.is_word:
                row[NUMBER] = 1.0
            else:
                inside = _mark(row, token.text, inside)
            row[INSIDE] = inside
            words.append(word)
        return Context(tuple(tokens), tuple(words), features, distance_classes(len(tokens), places), target)


def _within(token: Token, extents: Iterable[Extent]) -> bool:
    return any(start < token.end and token.start < end for start, end in extents)


def _is_name(token: Token, code: str, first: bool) -> bool:
    return not first and token.is_word and code not in NOUN_CAPITALS and token.text[0].isupper() and len(token.text) > 1


def _mark(row: Vectors, mark: str, inside: bool) -> bool:
    """Describe a mark; whether what follows stands inside quotation marks."""
    if mark in QUOTE_MARKS:
        row[QUOTE_MARK] = 1.0
        return not inside
    row[COMMA] = mark == ","
    row[BREAK] = mark in BREAKS
    row[EXCLAIM] = mark in "!?"
    return inside


def distance_classes(length: int, places: Sequence[int]) -> npt.NDArray[np.int64]:
    """Class of each token's signed distance to the nearest target token; the middle class is the target."""
    if not places:
        return np.full(length, UNTARGETED)
    positions = np.arange(length)[:, None] - np.asarray(places)[None, :]
    nearest = positions[np.arange(length), np.abs(positions).argmin(axis=1)]
    classes = np.searchsorted(DISTANCES, np.abs(nearest), side="left") + 1
    middle = len(DISTANCES) + 1
    return np.where(nearest == 0, middle, middle + np.sign(nearest) * classes)
