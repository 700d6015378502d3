"""The shipped reader: reads an article once, and pairs of its sentences with those of another."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from analysis.errors import DataError
from analysis.reader import files
from analysis.reader.heads import Fitted, Linear, Pool, ReadOut, answers, linear
from analysis.reader.network import Layers, softmax
from analysis.reader.reading import Extent, Passage, Reading
from analysis.reader.units import LONGEST, MARKS, Unit, units_of
from analysis.reader.vocabulary import BEGIN, END, Ids, Vocabulary
from analysis.types import Actor, Sentence, Vectors

NAME_ALONE, FIGURE_ALONE, FIGURE_SHARED, NAME_SHARED = 1, 2, 3, 4
"""How a piece of a pair is marked: a name or figure that the other sentence lacks, a figure that it has; from the last
on, a mark for each name that both have."""

KEPT_PIECES = 24_000
"""Pieces of readings that are kept: about 36 MB, two of the longest articles (`analysis.budget`) or sixteen of 600
words. Were it fewer than a comparison has, each would push out the one that is needed next."""

PAIRS = 128
"""Pairs whose states are in memory at once, about 40 MB: a comparison asks for up to 1,000."""

Mask = npt.NDArray[np.bool_]


class Heads:
    """What is read off states; probabilities are calibrated by one temperature a head (Guo et al. 2017)."""

    def __init__(self, fitted: Fitted, temperatures: dict[str, float], classes: dict[str, list[float]]) -> None:
        self._heat = temperatures
        self._classes = {own: np.array(classes[name], dtype=np.float64) for own, name in _TONES.items()}
        self._said, self._around = Pool(fitted, "stance_said"), Pool(fitted, "stance_around")
        self._stance, self._toward = ReadOut(fitted, "stance"), linear(fitted, "toward")
        weight, bias = fitted["toward_key.weight"], fitted["toward_key.bias"]
        self._toward_key, self._toward_alone = Linear(weight[1:], bias[1:]), Linear(weight[:1], bias[:1])
        self._tones = {own: (Pool(fitted, f"{name}_pool"), ReadOut(fitted, name)) for own, name in _TONES.items()}
        self._mood_pool, self._mood = Pool(fitted, "mood_pool"), ReadOut(fitted, "mood")
        self._certainty_pool, self._certainty = Pool(fitted, "certainty_pool"), ReadOut(fitted, "certainty")
        self._loaded = ReadOut(fitted, "loaded")
        self._pair_pool, self._pair = Pool(fitted, "pair_pool"), ReadOut(fitted, "pair")

    def stance(self, states: Vectors, said: Mask, around: Mask) -> tuple[Vectors, Vectors, Vectors]:
        """Shares, how much each piece counted, and how likely it names what the stance is toward; ``around`` are the
        sentences in which it is ``said``."""
        weights = np.zeros(len(states), dtype=np.float32)
        weights[said] = self._said.weights(states[said])
        beside = np.zeros(len(states), dtype=np.float32)
        beside[around] = self._around.weights(states[around])
        asks = np.concatenate([weights @ states, beside @ states])
        toward = answers(states, self._toward_key, self._toward(asks)) + self._toward_alone(states)[:, 0]
        shares = softmax(self._stance(asks) / self._heat["stance"])
        return shares, weights + beside, _sigmoid(toward)

    def tone(self, states: Vectors, target: Mask, seen: Mask, own: bool) -> tuple[Vectors, Vectors]:
        """Shares, and how much each piece counted."""
        pool, out = self._tones[own]
        one = states[target].mean(axis=0)
        weights = np.zeros(len(states), dtype=np.float32)
        weights[seen] = pool.weights(states[seen], one)
        return softmax(out(np.concatenate([one, weights @ states])) / self._heat[_TONES[own]]), weights

    def tone_classes(self, own: bool) -> npt.NDArray[np.float64]:
        """How common negative, neutral and positive are in what the tone, or the writer's attitude, was fitted to."""
        return self._classes[own]

    def mood(self, states: Vectors) -> tuple[Vectors, Vectors]:
        """Shares, and how much each piece counted."""
        weights = self._mood_pool.weights(states)
        return softmax(self._mood(weights @ states) / self._heat["mood"]), weights

    def certainty(self, states: Vectors) -> Vectors:
        """Shares of asserted, reported, alleged and denied."""
        return softmax(self._certainty(self._certainty_pool(states)) / self._heat["certainty"])

    def loaded(self, states: Vectors) -> Vectors:
        """Of each piece, how likely it is part of a loaded expression."""
        return _sigmoid(self._loaded(states)[:, 0])

    def pair(self, one: Vectors, other: Vectors) -> Vectors:
        """Shares of same, other figure, contradicts and other."""
        a, b = self._pair_pool(one), self._pair_pool(other)
        return softmax(self._pair(np.concatenate([a, b, np.abs(a - b), a * b])) / self._heat["pair"])


_TONES = {False: "tone", True: "attitude"}


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of a pair: its passage, and of each piece the actor and the figure that it names, if any."""

    passage: Passage
    actors: tuple[str | None, ...]
    figures: tuple[str | None, ...]
    contents: Vectors
    """What each name consists of, zeros for other pieces: float32 of the shape of the states."""


class Reader:
    """Texts to readings; ``identity`` names the weights. Raises DataError if a file is missing or cannot be read."""

    def __init__(self, folder: Path) -> None:
        self.identity = files.identity_of(folder)
        self._kept = _Kept()
        try:
            self._load(folder)
        except Exception as error:  # whatever a library raises for a file that it cannot read
            reason = type(error).__name__
            raise DataError(f"the reader's files cannot be read ({reason}); install the package again") from error

    def _load(self, folder: Path) -> None:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "heads.npz", allow_pickle=False) as arrays:
            fitted = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self.vocabulary = Vocabulary(folder / "tokenizer.json", folder / "pieces.npy", fitted["names"])
        self._layers, self._joint = Layers(folder / "layers.onnx"), Layers(folder / "joint.onnx")
        self._positions, self._slots, self._sides = fitted["positions"], fitted["slots"], fitted["sides"]
        self._content: Vectors = fitted["content.weight"]
        self.heads = Heads(fitted, card["temperatures"], card["classes"])

    def reach(self, text: str, most: int) -> int:
        """How many of the text's characters its first pieces hold, ``most`` of them at most."""
        starts = self.vocabulary.pieces([text])[0].starts
        return len(text) if len(starts) <= most else int(starts[most])

    def read(self, text: str, sentences: Sequence[Sentence], actors: Sequence[Actor]) -> Reading:
        """The article, each sentence read once, with those beside it in its paragraph; what stands there again as well.

        The readings asked for last are kept, so that comparing articles just analysed reads nothing again.
        """
        units = units_of(text, sentences, actors, self.vocabulary)
        extents = tuple((sentence.start, sentence.end) for sentence in sentences)
        key = _key(units, extents)
        known = self._kept.get(key)
        if known is None:
            known = self._read(units, extents)
            self._kept.put(key, known)
        return known

    def as_written(self, texts: Sequence[str]) -> list[Passage]:
        """The states of each text read by itself, its names as they are written; in a `Reading` they are put aside.

        A text longer than is read together is read in parts. Nothing is kept.
        """
        found = self.vocabulary.pieces([text.translate(MARKS) for text in texts])
        most = LONGEST - 2
        parts = [(number, at) for number, one in enumerate(found) for at in range(0, len(one.ids), most)]
        ids = [np.concatenate([[BEGIN], found[number].ids[at : at + most], [END]]) for number, at in parts]
        rows = [self.vocabulary.vectors(one.astype(np.int32)) + self._positions[: len(one)] for one in ids]
        states = [[np.empty((0, self.vocabulary.width), dtype=np.float32)] for _ in texts]
        for (number, _), read in zip(parts, self._layers.read(rows), strict=True):
            states[number].append(read[1:-1])
        return [Passage(np.concatenate(own), one.starts, one.ends) for own, one in zip(states, found, strict=True)]

    def _read(self, units: Sequence[Unit], sentences: tuple[Extent, ...]) -> Reading:
        distinct = {unit.ids.tobytes(): unit.ids for unit in units}
        rows = [self.vocabulary.vectors(ids) + self._positions[: len(ids)] for ids in distinct.values()]
        states = dict(zip(distinct, self._layers.read(rows), strict=True))
        read = [states[unit.ids.tobytes()] for unit in units]
        first = np.cumsum([0, *(len(unit.ids) for unit in units)])[:-1]
        return Reading(
            heads=self.heads,
            states=np.concatenate(read) if read else np.empty((0, self.vocabulary.width), dtype=np.float32),
            starts=_joined([unit.starts for unit in units]),
            ends=_joined([unit.ends for unit in units]),
            first=tuple(first.tolist()),
            begin=tuple(int(unit.starts[0]) for unit in units),
            sentences=sentences,
        )

    def relations(self, pairs: Sequence[tuple[Side, Side]]) -> Vectors:
        """Shares of same, other figure, contradicts and other for each pair, float32 of shape (n, 4)."""
        out = np.empty((len(pairs), 4), dtype=np.float32)
        by_length = sorted(range(len(pairs)), key=lambda place: sum(len(side.actors) for side in pairs[place]))
        for begin in range(0, len(pairs), PAIRS):
            places = by_length[begin : begin + PAIRS]
            rows = [self._together(*pairs[place]) for place in places]
            keys = [sha256(row.data).digest() for row in rows]
            distinct = dict(zip(keys, rows, strict=True))
            read = dict(zip(distinct, self._joint.read(list(distinct.values())), strict=True))
            for place, key in zip(places, keys, strict=True):
                states = read[key]
                length = len(pairs[place][0].actors)
                out[place] = self.heads.pair(states[:length], states[length:])
        return out

    def _together(self, one: Side, other: Side) -> Vectors:
        marks = _marks(one, other, len(self._slots))
        sides = []
        for place, side in enumerate((one, other)):
            slots = self._slots[marks[place]] * (marks[place] > 0)[:, None]
            sides.append(side.passage.states + self._sides[place] + slots + side.contents @ self._content.T)
        return np.concatenate(sides).astype(np.float32)


def _marks(one: Side, other: Side, most: int) -> tuple[Ids, Ids]:
    """A mark for each piece of both sides; shared names in the order in which they stand in the first."""
    against = {actor for actor in other.actors if actor}
    shared = dict.fromkeys(actor for actor in one.actors if actor in against)
    return marked(one, other, tuple(shared), most), marked(other, one, tuple(shared), most)


class Named(Protocol):
    """Pieces of a text, each with the actor and the figure that it names, if any."""

    @property
    def actors(self) -> tuple[str | None, ...]: ...

    @property
    def figures(self) -> tuple[str | None, ...]: ...


def marked(side: Named, other: Named, shared: Sequence[str], most: int) -> Ids:
    """A mark for each piece of a side; ``shared`` are the names that both have, in the order of their marks, which are
    all under ``most``."""
    marks = {actor: min(NAME_SHARED + place, most - 1) for place, actor in enumerate(shared)}
    values = {value for value in other.figures if value}
    row = [
        marks.get(actor, NAME_ALONE)
        if actor
        else 0
        if not figure
        else (FIGURE_SHARED if figure in values else FIGURE_ALONE)
        for actor, figure in zip(side.actors, side.figures, strict=True)
    ]
    return np.array(row, dtype=np.int32)


class _Kept:
    """The readings asked for last, up to ``KEPT_PIECES`` pieces in all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readings: OrderedDict[bytes, Reading] = OrderedDict()
        self._pieces = 0

    def get(self, key: bytes) -> Reading | None:
        with self._lock:
            found = self._readings.get(key)
            if found is not None:
                self._readings.move_to_end(key)
            return found

    def put(self, key: bytes, reading: Reading) -> None:
        if len(reading.starts) > KEPT_PIECES // 2:
            return
        with self._lock:
            if key not in self._readings:
                self._readings[key] = reading
                self._pieces += len(reading.starts)
            while self._pieces > KEPT_PIECES:
                self._pieces -= len(self._readings.popitem(last=False)[1].starts)


def _key(units: Sequence[Unit], sentences: Sequence[Extent]) -> bytes:
    """What is read: a digest of all pieces, of where they stand and of the sentences."""
    total = sha256(repr(sentences).encode())
    for unit in units:
        for row in (unit.ids, unit.starts, unit.ends, unit.actors):
            total.update(row.tobytes())
        total.update(b"|")
    return total.digest()


def _joined(rows: Sequence[Ids]) -> Ids:
    return np.concatenate(rows) if rows else np.empty(0, dtype=np.int32)


def _sigmoid(values: Vectors) -> Vectors:
    out: Vectors = (1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))).astype(np.float32)
    return out


_LOCK = threading.Lock()


@cache
def _loaded(folder: Path) -> Reader:
    return Reader(folder)


def load_reader() -> Reader:
    """The shipped reader, loaded once a process. Raises DataError."""
    with _LOCK:
        return _loaded(files.MODEL)
