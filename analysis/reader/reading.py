"""An article read once: the states of its pieces, and what every stage asks of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis.reader.vocabulary import Ids
from analysis.types import Vectors

if TYPE_CHECKING:
    from analysis.reader.reader import Heads

Extent = tuple[int, int]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class StanceReading:
    """``shares`` of criticism, dismissal, support and neutral, which sum to 1.

    ``weighed`` are stretches of the text and how much each counted, ``toward`` how likely each is part of what the
    stance is toward, in [0, 1].
    """

    shares: Vectors
    weighed: tuple[tuple[Extent, float], ...]
    toward: tuple[tuple[Extent, float], ...]


@dataclass(frozen=True, slots=True)
class ToneReading:
    """``shares`` of negative, neutral and positive, which sum to 1; ``weighed`` as in ``StanceReading``."""

    shares: Vectors
    weighed: tuple[tuple[Extent, float], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How the words that are heard about a target are worded: mean states, float32 of shape (384,), of the target and
    of the words, each as much as it is likely to be loaded; how likely the likeliest is, in [0, 1]; and their sum."""

    target: Vectors
    loaded: Vectors
    strongest: float
    amount: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence's pieces for comparing it with another: their states, and where they stand in the text."""

    states: Vectors
    starts: Ids
    ends: Ids


@dataclass(frozen=True, slots=True)
class View:
    """States around a place, which of them stand there and which are heard, and where each stands in the text."""

    states: Vectors
    target: Mask
    seen: Mask
    starts: Ids
    ends: Ids

    def extents(self) -> list[Extent]:
        """Where each state that is heard stands."""
        return list(zip(self.starts[self.seen].tolist(), self.ends[self.seen].tolist(), strict=True))


@dataclass(frozen=True)
class Reading:
    """States of all pieces of an article, float32 of shape (n, 384), unit by unit, and where each stands.

    Pieces that mark a unit's borders have no extent.
    """

    heads: Heads = field(repr=False)
    states: Vectors = field(repr=False)
    starts: Ids = field(repr=False)
    ends: Ids = field(repr=False)
    first: tuple[int, ...]
    """The first piece of each unit."""
    begin: tuple[int, ...]
    """Where each unit begins in the text."""
    sentences: tuple[Extent, ...]
    """Where each sentence stands."""

    def unit_at(self, offset: int) -> int:
        """The unit that holds the offset, or the nearest one before it."""
        return max(0, bisect_right(self.begin, offset) - 1)

    def stance(self, start: int, end: int) -> StanceReading:
        """The stance of the statement that stands there, read in its units and weighed in its sentences."""
        rows = self._around(start, end)
        states, said = self.states[rows], self._touching(rows, [(start, end)])
        around = self._touching(rows, [self._sentences(start, end)])
        if not said.any():
            said = around = np.ones(len(states), dtype=np.bool_)
        shares, weights, toward = self.heads.stance(states, said, around)
        return StanceReading(shares, self._told(rows, weights), self._told(rows, toward))

    def tone(
        self, unit: Extent, places: Iterable[Extent], keep: Iterable[Extent], drop: Iterable[Extent], own: bool
    ) -> ToneReading:
        """Tone toward what stands at the places, in a stretch of the text.

        It is read from the words in ``keep`` that are not in ``drop``, and from the places themselves; ``own`` asks for
        the writer's attitude, else for what the words as a whole suggest.
        """
        rows, target, seen = self._heard(unit, places, keep, drop)
        shares, weights = self.heads.tone(self.states[rows], target, seen, own)
        return ToneReading(shares, self._told(rows, weights))

    def wording(
        self, unit: Extent, places: Iterable[Extent], keep: Iterable[Extent], drop: Iterable[Extent]
    ) -> Wording:
        """How loaded the words are from which ``tone`` reads, the target's own left out."""
        rows, target, seen = self._heard(unit, places, keep, drop)
        states = self.states[rows]
        likely = self.loaded[rows] * (seen & ~target)
        amount = float(likely.sum())
        loaded: Vectors = ((likely / max(amount, 1e-6)) @ states).astype(np.float32)
        return Wording(states[target].mean(axis=0), loaded, float(likely.max(initial=0.0)), amount)

    def view(self, unit: Extent, places: Iterable[Extent], keep: Iterable[Extent]) -> View:
        """The states of a stretch of the text, of them those at the places, and those of the words in ``keep``."""
        rows, target, seen = self._heard(unit, places, keep, ())
        return View(self.states[rows], target, seen, self.starts[rows], self.ends[rows])

    def mood(self, start: int, end: int) -> ToneReading:
        """Tone of a sentence toward nobody in particular."""
        rows = self._within(start, end)
        shares, weights = self.heads.mood(self.states[rows])
        return ToneReading(shares, self._told(rows, weights))

    def certainty(self, start: int, end: int) -> Vectors:
        """Shares of asserted, reported, alleged and denied of the sentence that stands there; they sum to 1."""
        return self.heads.certainty(self.states[self._within(start, end)])

    @cached_property
    def loaded(self) -> Vectors:
        """How likely each piece is part of a loaded expression, in [0, 1]; worked out once."""
        return self.heads.loaded(self.states)

    def passage(self, start: int, end: int) -> Passage:
        """The sentence that stands there, between the borders of its unit."""
        if not self.first:  # nothing but characters that no piece is made of
            return Passage(self.states[:0], self.starts[:0], self.ends[:0])
        rows = self._within(start, end)
        unit = self._rows(self.unit_at(start))
        places = [unit.start, *range(rows.start, rows.stop), unit.stop - 1]
        places = sorted(set(places))
        return Passage(self.states[places], self.starts[places], self.ends[places])

    def _heard(
        self, unit: Extent, places: Iterable[Extent], keep: Iterable[Extent], drop: Iterable[Extent]
    ) -> tuple[slice, Mask, Mask]:
        """Pieces of the unit, which of them stand at the places, and which are heard."""
        rows = self._around(*unit)
        target = self._touching(rows, places)
        if not target.any():
            target = self._touching(rows, [unit])
        seen = (self._touching(rows, keep) & self._touching(rows, [unit]) & ~self._touching(rows, drop)) | target
        return rows, target, seen

    def _sentences(self, start: int, end: int) -> Extent:
        """The stretch, and what else stands in the sentences that it touches."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence[0]) - 1
        begin, stop = self.sentences[first] if first >= 0 else (start, end)
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence[0]) - 1
        if last > first:
            stop = self.sentences[last][1]
        return min(begin if stop > start else start, start), max(stop, end)

    def _rows(self, unit: int) -> slice:
        stop = self.first[unit + 1] if unit + 1 < len(self.first) else len(self.starts)
        return slice(self.first[unit], stop)

    def _around(self, start: int, end: int) -> slice:
        """Pieces of all units that touch the stretch."""
        first, last = self.unit_at(start), self.unit_at(max(start, end - 1))
        return slice(self._rows(first).start, self._rows(last).stop)

    def _within(self, start: int, end: int) -> slice:
        """Pieces of the stretch; at least one."""
        rows = self._around(start, end)
        inside = np.flatnonzero(self._touching(rows, [(start, end)]))
        if not len(inside):
            return rows
        return slice(rows.start + int(inside[0]), rows.start + int(inside[-1]) + 1)

    def _touching(self, rows: slice, extents: Iterable[Extent]) -> Mask:
        starts, ends = self.starts[rows], self.ends[rows]
        mask = np.zeros(len(starts), dtype=np.bool_)
        for start, end in extents:
            mask |= (starts < end) & (ends > start)
        return mask & (starts < ends)

    def _told(self, rows: slice, weights: Vectors) -> tuple[tuple[Extent, float], ...]:
        starts, ends = self.starts[rows].tolist(), self.ends[rows].tolist()
        return tuple(
            ((start, end), float(weight))
            for start, end, weight in zip(starts, ends, weights.tolist(), strict=True)
            if start < end
        )
