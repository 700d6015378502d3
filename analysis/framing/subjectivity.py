"""How far a sentence reads as its writer's opinion, and how loaded a word of no list is."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from analysis import resources
from analysis.errors import DataError
from analysis.framing.patterns import Word
from analysis.types import Document, Encoder, Vectors

MODEL = resources.DATA / "models" / "loaded"
SIGNS = ("stance", "mild", "strong")
"""Kinds of listed expressions that a sentence is described by: of stance, of intensity 1, and of intensity 2 and 3."""
SIZE = 12
BEST = 3
"""Of so many words of a sentence the readings count one by one."""
FLOOR = -8.0
"""Logit that stands for every lower one, and for a word that was not read."""
MANY = 3
"""More expressions of one kind in a sentence say no more."""
CATEGORIES = ("emotive", "judging", "labelling", "sensational")
RARE, MIDDLING, COMMON = 3.6, 4.0, 7.0
"""How common a word is, in powers of ten a billion words: one of no list ``familiar``, one of neither kind, "the"."""
FAMILIAR_SCALE = 0.3
"""Puts it on a scale with the numbers of a vector."""
CACHED_WORDS = 50_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r'["“”„«»]')


@dataclass(frozen=True, slots=True)
class Reading:
    """Of a word: the logit of its being in a list, its category there, and how much else it tells of a writer."""

    logit: float
    category: str
    telling: float


class SubjectivityModel:
    """The fitted weights; ``analysis/training/loaded`` makes them.

    ``encoder`` is the identity of the encoder whose vectors they read.
    """

    def __init__(self, arrays: dict[str, Vectors], encoder: str, levels: dict[str, dict[str, float]]) -> None:
        self._arrays, self.encoder, self._levels = arrays, encoder, levels
        self._cache: dict[tuple[str, str], Reading] = {}

    def sentences(self, code: str, counts: Vectors, best: Vectors, vectors: Vectors | None) -> Vectors:
        """For each sentence how subjective it is, in standard deviations from the mean sentence of news.

        ``counts`` are rows of ``describe``, ``best`` of ``best_readings``; ``vectors`` the sentence vectors of the
        model's own encoder, without which the counts decide alone. What the same text gets in each language on average
        is made equal.
        """
        if vectors is None:
            raw = counts @ self._arrays["alone"] + self._arrays["alone_bias"]
            return np.asarray(raw + self._levels["alone"].get(code, 0.0), dtype=np.float32)
        raw = counts @ self._arrays["counts"] + best @ self._arrays["best"] + vectors @ self._arrays["vector"]
        return np.asarray(raw + self._arrays["bias"] + self._levels["both"].get(code, 0.0), dtype=np.float32)

    def expressions(self, rows: Vectors, *, read: bool) -> Vectors:
        """The logit of each expression's being loaded; rows are of ``candidates.described``, ``read`` if words were."""
        name = "choice" if read else "choice_alone"
        return np.asarray(rows @ self._arrays[name] + self._arrays[f"{name}_bias"], dtype=np.float32)

    def words(self, code: str, forms: Iterable[str], encoder: Encoder) -> dict[str, Reading]:
        """A reading of each form in a language; a form is encoded once a process."""
        wanted, cached = set(forms), self._cache
        new = sorted(form for form in wanted if (code, form) not in cached)
        if new:
            if len(cached) + len(new) > CACHED_WORDS:
                cached = {key: reading for key, reading in cached.items() if key[0] == code and key[1] in wanted}
            readings = self._read(word_features(code, new, encoder.encode(new)))
            cached = {**cached, **{(code, form): reading for form, reading in zip(new, readings, strict=True)}}
            self._cache = cached
        return {form: cached[code, form] for form in wanted}

    def _read(self, features: Vectors) -> list[Reading]:
        hidden = np.maximum(features @ self._arrays["hidden"] + self._arrays["hidden_bias"], 0.0)
        scores = hidden @ self._arrays["out"] + self._arrays["out_bias"]
        loaded = np.logaddexp.reduce(scores[:, 1:], axis=1) - scores[:, 0]
        best = scores[:, 1:].argmax(axis=1)
        telling = features @ self._arrays["telling"]
        return [Reading(float(a), CATEGORIES[b], float(c)) for a, b, c in zip(loaded, best, telling, strict=True)]


def word_features(code: str, forms: Sequence[str], vectors: Vectors) -> Vectors:
    """What the network reads of words: their vectors and how common they are."""
    common = np.array([[FAMILIAR_SCALE * (familiarity(code, form) - MIDDLING)] for form in forms], dtype=np.float32)
    return np.concatenate([vectors, common], axis=1)


def familiarity(code: str, form: str) -> float:
    """How common a folded word is, as the power of ten of its occurrences a billion words, from ``RARE`` to ``COMMON``.

    What news uses every day names its topic; what is rare is chosen.
    """
    return _familiar(code).get(form, RARE)


@cache
def _familiar(code: str) -> dict[str, float]:
    return {word: min(COMMON, max(RARE, float(power))) for word, power in resources.rows(code, "familiar")}


@cache
def model(folder: Path = MODEL) -> SubjectivityModel:
    """The model in a folder, read once a process."""
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "loaded.npz", allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files}
        return SubjectivityModel(arrays, str(card["encoder"]), card["levels"])
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the model of loaded language in {folder.name} cannot be read: {error}") from error


def subjectivity(
    document: Document,
    words: Sequence[Word],
    signs: Iterable[tuple[int, int]],
    names: Iterable[int],
    vectors: Vectors | None = None,
    best: Vectors | None = None,
) -> Vectors:
    """How subjective each sentence of the document reads: 0 is the mean of news sentences, 1 a standard deviation more.

    ``signs`` are offset and intensity (0 for stance) of the listed expressions, ``names`` the offsets of names,
    ``vectors`` the sentence vectors of the model's own encoder and ``best`` the readings of its words.
    Method: a linear model of counted signs, of the words that read as most loaded and of the sentence vector.
    """
    counts = describe(document, words, signs, names)
    if vectors is None or best is None:
        return model().sentences(document.language, counts, np.zeros((len(counts), BEST + 1), dtype=np.float32), None)
    return model().sentences(document.language, counts, best, vectors)


def best_readings(document: Document, words: Iterable[Word], readings: Mapping[str, Reading]) -> Vectors:
    """A row of ``ranked`` for each sentence of a document."""
    found: list[list[float]] = [[] for _ in document.sentences]
    for word in words:
        if word.lower in readings:
            place = max(0, bisect_left(document.sentence_starts, word.start + 1) - 1)
            found[place].append(readings[word.lower].logit)
    return ranked(found)


def ranked(logits: Sequence[Sequence[float]]) -> Vectors:
    """A row for each sentence: the ``BEST`` highest logits of its words, and the mean of all; ``FLOOR`` for none."""
    rows = np.full((len(logits), BEST + 1), FLOOR, dtype=np.float32)
    for row, found in zip(rows, logits, strict=True):
        if found:
            kept = sorted((max(FLOOR, logit) for logit in found), reverse=True)
            row[: len(kept[:BEST])], row[BEST] = kept[:BEST], sum(kept) / len(kept)
    return rows


def describe(
    document: Document, words: Sequence[Word], signs: Iterable[tuple[int, int]], names: Iterable[int]
) -> Vectors:
    """A row of ``SIZE`` numbers for each sentence: its signs (a word, and counted up to ``MANY``), names and numbers
    a word, its length, whether it asks, exclaims or has quotation marks."""
    count, starts = len(document.sentences), document.sentence_starts
    if not count:
        return np.zeros((0, SIZE), dtype=np.float32)
    length = np.maximum(1, _tally([word.start for word in words], starts, count))
    kinds: list[list[int]] = [[], [], []]
    for offset, intensity in signs:
        kinds[min(intensity, 2)].append(offset)
    found = [_tally(kind, starts, count) for kind in kinds]
    named = _tally(list(names), starts, count)
    numbers = _tally([match.start() for match in _NUMBER.finditer(document.text)], starts, count)
    texts = [document.text[sentence.start : sentence.end] for sentence in document.sentences]
    rows = [each / length for each in (*found, named, numbers)]
    rows += [np.minimum(each, MANY) for each in found]
    rows.append(np.log(length))
    rows += [np.array([mark in text for text in texts], dtype=float) for mark in "?!"]
    rows.append(np.array([_MARKS.search(text) is not None for text in texts], dtype=float))
    return np.stack(rows, axis=1).astype(np.float32)


def _tally(offsets: Sequence[int], starts: Sequence[int], count: int) -> Vectors:
    places = np.searchsorted(np.array(starts, dtype=np.int64), np.array(offsets, dtype=np.int64), side="right") - 1
    return np.bincount(np.maximum(places, 0), minlength=count)[:count].astype(float)
