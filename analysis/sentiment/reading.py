"""What is read of the tone at a place, and the shipped way to read it: off the one reading of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from analysis.reader import Extent, Reading, ToneReading, Wording
from analysis.resources import supported
from analysis.sentiment.asks import Ask, Extents
from analysis.sentiment.clauses import denied, stretch
from analysis.sentiment.spared import counting, features, lessened, load_gate
from analysis.sentiment.wording import Shares, load_layer, pooled, share_loaded
from analysis.types import Actor, Document, Vectors

JUDGED = 0.5
"""How far the words about each of two must be taken for chosen to judge, for one to be read against the other."""
APART = 0.4
"""By how much their balances must differ for that."""
A_JUDGEMENT = 0.5
"""How much the words about each must count as a judgement for that."""


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


@dataclass(frozen=True, slots=True)
class Part:
    """What is read of places by the words of one stretch: shares, how far these words are taken for chosen to judge,
    how much they count as a judgement on whom they stand beside, and how much each counted."""

    shares: Shares
    loaded: float
    counts: float
    weighed: tuple[tuple[Extent, float], ...]

    @property
    def balance(self) -> float:
        """P(positive) - P(negative)."""
        return float(self.shares[2] - self.shares[0])


_ReadOuts = tuple[Wording, Shares, Shares, ToneReading, ToneReading]
"""How loaded words are, the two read-outs at even priors (writer, readers), and the two readings."""


class FromReading:
    """Tones read off the states of the article's one reading: no text is read again."""

    identity = "parallax-reader"

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self._reading = reading
        self._names = Extents((mention.start, mention.end) for actor in actors for mention in actor.mentions)
        able = [actor for actor in actors if actor.type == "person"]
        self._owners = {(one.start, one.end): actor.id for actor in actors for one in actor.mentions}
        self._able = Extents((one.start, one.end) for actor in able for one in actor.mentions if one.kind == "name")
        self._parts: dict[tuple[Extent, Extent], tuple[Part, Extent]] = {}
        self._denied: dict[Extent, bool] = {}
        self._outs: dict[object, _ReadOuts] = {}

    def knows(self, code: str) -> bool:
        """The languages that have a folder."""
        return supported(code)

    def read(self, document: Document, asks: Sequence[Ask]) -> list[Tone]:
        """A tone for each, in order."""
        return [self._tone(document, ask) for ask in asks]

    def told_of(self, document: Document, ask: Ask) -> Vectors:
        """What the gate of words that are no judgement is given (``analysis.sentiment.spared``)."""
        heard = stretch(document, ask.unit, ask.places[0], self._others(ask))
        return self._told_of(document, ask, (heard,), *self._read_outs(ask, (heard,))[:3])

    def _tone(self, document: Document, ask: Ask) -> Tone:
        if ask.places and ask.writer:
            return self._attitude(document, ask)
        found, shares = self._taken(ask, _heard(ask), False) if ask.places else self._mood(ask)
        return Tone(found.shares.astype(np.float32), self._without_names(found.weighed), float(shares[2] - shares[0]))

    def _mood(self, ask: Ask) -> tuple[ToneReading, Shares]:
        found = self._reading.mood(*ask.unit)
        return found, self._even(found, False)

    def _taken(self, ask: Ask, heard: tuple[Extent, ...], own: bool) -> tuple[ToneReading, Shares]:
        found = self._reading.tone(ask.unit, ask.places, heard, ask.drop, own)
        return found, self._even(found, own)

    def _attitude(self, document: Document, ask: Ask) -> Tone:
        """The writer's attitude, by all words of the unit but where somebody is read against another."""
        part, others = self._part(document, ask, _heard(ask)), self._others(ask)
        parts = [part]
        if others and part.loaded >= JUDGED:
            places = [replace(ask, places=(place,)) for place in ask.places]
            parts = [self._against_others(document, one, others) or part for one in places]
        shares: Shares = np.mean([lessened(one.shares, one.counts) for one in parts], axis=0)
        return Tone(shares.astype(np.float32), self._without_names(part.weighed), float(shares[2] - shares[0]))

    def _others(self, ask: Ask) -> list[Extent]:
        """Where other persons are named in the unit."""
        mine = {self._owners.get(place) for place in ask.places}
        inside = self._able.near(*ask.unit)
        return [place for place in inside if self._owners[place] not in mine and not _within(place, ask.drop)]

    def _against_others(self, document: Document, ask: Ask, others: Sequence[Extent]) -> Part | None:
        """What the words about somebody say of him, less what those about others beside him say as well.

        The states of a sentence tell that there is praise and blame in it better than of whom: what both have alike is
        the sentence's, and the difference is theirs. ``None`` where nobody beside him is judged otherwise.
        """
        mine, heard = self._in_stretch(document, ask, others)
        balances = []
        for place in _beside(ask.places[0], others):
            asked = replace(ask, places=(place,))
            theirs, apart = self._in_stretch(document, asked, self._others(asked))
            if (apart[1] <= heard[0] or heard[1] <= apart[0]) and _opposed(mine, theirs):
                balances.append(theirs.balance)
        if not balances:
            return None
        common = (mine.balance + sum(balances) / len(balances)) / 2
        return replace(mine, shares=_shifted(mine.shares, -common))

    def _in_stretch(self, document: Document, ask: Ask, others: Sequence[Extent]) -> tuple[Part, Extent]:
        key = (ask.unit, ask.places[0])
        if key not in self._parts:
            heard = stretch(document, ask.unit, ask.places[0], others)
            self._parts[key] = self._part(document, ask, (heard,)), heard
        return self._parts[key]

    def _part(self, document: Document, ask: Ask, heard: tuple[Extent, ...]) -> Part:
        """What is read of the writer's attitude, and the words that counted: each read-out as far as it answers."""
        words, mine, theirs, writer, readers = self._read_outs(ask, heard)
        loaded = share_loaded(words)
        pairs = zip(writer.weighed, readers.weighed, strict=True)
        weighed = tuple((place, (1.0 - loaded) * one + loaded * other) for (place, one), (_, other) in pairs)
        counts = self._counts(document, ask, heard[0]) if loaded >= JUDGED else 1.0
        return Part(pooled(words, mine, theirs, load_layer()), loaded, counts, weighed)

    def _counts(self, document: Document, ask: Ask, heard: Extent) -> float:
        """How much words count as a judgement: at the place, in its sentence, where they do so least."""
        found = []
        for place in ask.places:
            asked, sentence = replace(ask, places=(place,)), document.sentence_at(place[0])
            beside = (max(heard[0], sentence.start), min(heard[1], sentence.end))
            words, mine, theirs = self._read_outs(asked, (beside,))[:3]
            found.append(counting(load_gate()(self._told_of(document, asked, (beside,), words, mine, theirs))))
        return min(found)

    def _read_outs(self, ask: Ask, heard: tuple[Extent, ...]) -> _ReadOuts:
        key = (ask.unit, ask.places, ask.drop, heard)
        if key not in self._outs:
            words = self._reading.wording(ask.unit, ask.places, heard, ask.drop)
            (writer, mine), (readers, theirs) = self._taken(ask, heard, True), self._taken(ask, heard, False)
            self._outs[key] = words, mine, theirs, writer, readers
        return self._outs[key]

    def _told_of(
        self, document: Document, ask: Ask, heard: tuple[Extent, ...], words: Wording, mine: Shares, theirs: Shares
    ) -> Vectors:
        view = self._reading.view(ask.unit, ask.places, _without(heard[0], ask.drop))
        if heard[0] not in self._denied:
            self._denied[heard[0]] = denied(document, heard[0])
        return features(words, view, self._denied[heard[0]], mine, theirs)

    def _even(self, found: ToneReading, own: bool) -> Shares:
        """The shares as if all classes were equally common."""
        shares: Shares = found.shares.astype(np.float64) / self._reading.heads.tone_classes(own)
        shares /= shares.sum()
        return shares

    def _without_names(self, weighed: tuple[tuple[Extent, float], ...]) -> tuple[tuple[Extent, float], ...]:
        return tuple(one for one in weighed if not self._names.meets(*one[0]))


def _without(extent: Extent, drop: Sequence[Extent]) -> list[Extent]:
    """What is left of a stretch; ``drop`` in text order."""
    out: list[Extent] = []
    start = extent[0]
    for low, high in drop:
        if low > start:
            out.append((start, min(low, extent[1])))
        start = max(start, high)
    return [*out, (start, extent[1])] if start < extent[1] else out


def _within(place: Extent, extents: Sequence[Extent]) -> bool:
    return any(start <= place[0] < end for start, end in extents)


def _beside(place: Extent, others: Sequence[Extent]) -> list[Extent]:
    """The nearest of the others on each side."""
    before = [other for other in others if other[1] <= place[0]]
    behind = [other for other in others if other[0] >= place[1]]
    return [*before[-1:], *behind[:1]]


def _opposed(mine: Part, theirs: Part) -> bool:
    """Whether the words about both judge, and not alike."""
    judged = min(mine.loaded, theirs.loaded) >= JUDGED and min(mine.counts, theirs.counts) > A_JUDGEMENT
    return judged and abs(mine.balance - theirs.balance) >= APART


def _shifted(shares: Shares, by: float) -> Shares:
    """The shares with the balance moved, at most as far as they go."""
    moved = np.maximum(shares + np.array([-by / 2, 0.0, by / 2]), 0.0)
    out: Shares = moved / moved.sum()
    return out


def _heard(ask: Ask) -> tuple[Extent, ...]:
    return (ask.unit,) if ask.keep is None else ask.keep
