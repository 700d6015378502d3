"""Where a tone is asked for: the unit of text around a target, and whose words are heard in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from analysis.types import Document, Token

WHOLE_PARAGRAPH_TOKENS = 64
"""A paragraph up to this length is heard as a whole; of a longer one the mention's sentence."""

Extent = tuple[int, int]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks for the tone toward what stands at ``places`` in a unit; without places, toward nobody in particular.

    ``keep`` are the only stretches whose words count (``None``: the whole unit), ``drop`` are stretches whose words do
    not; the target's own words always stand there. ``writer`` asks for the writer's own attitude, else for what the
    words as a whole suggest.
    """

    unit: Extent
    places: tuple[Extent, ...] = ()
    keep: tuple[Extent, ...] | None = None
    drop: tuple[Extent, ...] = ()
    writer: bool = False

    def heard(self, document: Document) -> list[Token]:
        """The tokens that count, the target's among them, in text order."""
        places, drop = Extents(self.places), Extents(self.drop)
        keep = None if self.keep is None else Extents(self.keep)
        return [
            token
            for token in document.tokens_in(*self.unit)
            if places.meets(token.start, token.end)
            or (not drop.meets(token.start, token.end) and (keep is None or keep.meets(token.start, token.end)))
        ]


def touches(token: Token, extents: Iterable[Extent]) -> bool:
    """Whether a token overlaps one of the stretches."""
    return any(start < token.end and token.start < end for start, end in extents)


class Extents:
    """Stretches of text that can be asked for by place."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        self._all = sorted(set(extents))
        self._starts = [start for start, _ in self._all]
        self._longest = max((end - start for start, end in self._all), default=0)
        self._furthest = list(accumulate((end for _, end in self._all), max))

    def near(self, low: int, high: int) -> list[Extent]:
        """Those that overlap [low, high), in text order."""
        first = bisect_left(self._starts, low - self._longest)
        return [extent for extent in self._all[first : bisect_left(self._starts, high)] if extent[1] > low]

    def meets(self, low: int, high: int) -> bool:
        """Whether any overlaps [low, high)."""
        before = bisect_left(self._starts, high)
        return before > 0 and self._furthest[before - 1] > low


class Units:
    """The units of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraph_starts = [paragraph.start for paragraph in document.paragraphs]

    def at(self, offset: int) -> Extent:
        """The paragraph at this offset if it is short, else the sentence."""
        document = self._document
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

    def _count(self, start: int, end: int) -> int:
        starts = self._document.token_starts
        return bisect_left(starts, end) - bisect_left(starts, start)


def spread(items: Sequence[Item], most: int) -> Sequence[Item]:
    """At most so many of the items, evenly spaced."""
    if len(items) <= most:
        return items
    return [items[index * len(items) // most] for index in range(most)]
