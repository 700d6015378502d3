"""What is read of the tone at a place, and the shipped way to read it: off the one reading of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analysis.reader import Extent, Reading
from analysis.resources import supported
from analysis.sentiment.asks import Ask, Extents
from analysis.types import Actor, Document, Vectors


@dataclass(frozen=True, slots=True)
class Tone:
    """Probabilities of negative, neutral and positive; words but names and how much each counted; the balance.

    ``balance`` is P(positive) - P(negative), in [-1, 1], as if all three classes were equally common: an attitude must
    not look negative because negative sentences were more often chosen for the training rows.
    """

    probabilities: Vectors
    weighed: tuple[tuple[Extent, float], ...]
    balance: float


class ToneModel(Protocol):
    """Reads the tone that is asked for; the shipped reader, or a classifier from a hub. ``identity`` names it."""

    @property
    def identity(self) -> str: ...

    def knows(self, code: str) -> bool:
        """Whether it reads texts of this language."""
        ...

    def read(self, document: Document, asks: Sequence[Ask]) -> list[Tone]:
        """A tone for each, in order."""
        ...


class FromReading:
    """Tones read off the states of the article's one reading: no text is read again."""

    identity = "parallax-reader"

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self._reading = reading
        self._names = Extents((mention.start, mention.end) for actor in actors for mention in actor.mentions)

    def knows(self, code: str) -> bool:
        """The languages that have a folder."""
        return supported(code)

    def read(self, document: Document, asks: Sequence[Ask]) -> list[Tone]:
        """A tone for each, in order."""
        return [self._tone(ask) for ask in asks]

    def _tone(self, ask: Ask) -> Tone:
        if not ask.places:
            found = self._reading.mood(*ask.unit)
        else:
            heard = (ask.unit,) if ask.keep is None else ask.keep
            found = self._reading.tone(ask.unit, ask.places, heard, ask.drop, ask.writer)
        shares = found.shares.astype(np.float64) / self._reading.heads.tone_classes(ask.writer and bool(ask.places))
        shares /= shares.sum()
        weighed = tuple(one for one in found.weighed if not self._names.near(*one[0]))
        return Tone(found.shares, weighed, float(shares[2] - shares[0]))
