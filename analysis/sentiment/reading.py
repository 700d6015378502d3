"""What is read of the tone at a place, and the shipped way to read it: off the one reading of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analysis.reader import Extent, Reading, ToneReading
from analysis.resources import supported
from analysis.sentiment.asks import Ask, Extents
from analysis.sentiment.wording import Shares, load_layer, pooled, share_loaded
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
            found, shares = self._mood(ask)
        elif ask.writer:
            found, shares = self._attitude(ask)
        else:
            found, shares = self._taken(ask, False)
        told = shares if ask.writer and ask.places else found.shares
        weighed = tuple(one for one in found.weighed if not self._names.near(*one[0]))
        return Tone(told.astype(np.float32), weighed, float(shares[2] - shares[0]))

    def _mood(self, ask: Ask) -> tuple[ToneReading, Shares]:
        found = self._reading.mood(*ask.unit)
        return found, self._even(found, False)

    def _taken(self, ask: Ask, own: bool) -> tuple[ToneReading, Shares]:
        found = self._reading.tone(ask.unit, ask.places, _heard(ask), ask.drop, own)
        return found, self._even(found, own)

    def _attitude(self, ask: Ask) -> tuple[ToneReading, Shares]:
        """What is read of the writer's attitude, and the words that counted: each read-out as far as it answers."""
        words = self._reading.wording(ask.unit, ask.places, _heard(ask), ask.drop)
        (writer, mine), (readers, theirs) = self._taken(ask, True), self._taken(ask, False)
        loaded = share_loaded(words)
        pairs = zip(writer.weighed, readers.weighed, strict=True)
        weighed = tuple((place, (1.0 - loaded) * one + loaded * other) for (place, one), (_, other) in pairs)
        shares = pooled(words, mine, theirs, load_layer())
        return ToneReading(shares.astype(np.float32), weighed), shares

    def _even(self, found: ToneReading, own: bool) -> Shares:
        """The shares as if all classes were equally common."""
        shares: Shares = found.shares.astype(np.float64) / self._reading.heads.tone_classes(own)
        shares /= shares.sum()
        return shares


def _heard(ask: Ask) -> tuple[Extent, ...]:
    return (ask.unit,) if ask.keep is None else ask.keep
