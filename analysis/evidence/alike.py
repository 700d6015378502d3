"""How alike two articles are, in the eyes of a reader: by vectors, names, rare words and leads, across languages too.

Another question than whether they tell one event (``odds``): the figures that they share, which change from one report
of an event to the next, are no measure of their own here, nor is when an article was published. Weights and background
are in ``data/models/likeness`` (made by ``analysis/training/likeness.py``); one set of weights holds within a language
and across two.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis.encoders import load_encoder
from analysis.encoders.articles import weight
from analysis.errors import DataError
from analysis.evidence.events import event_evidence, known_as
from analysis.evidence.terms import WORD, cosine, rarity, stems
from analysis.resources import MODELS
from analysis.types import Analysed, Vectors

FOLDER = MODELS / "likeness"
WEIGHTS, BACKGROUND = FOLDER / "likeness.json", FOLDER / "background.npz"
MEASURES = ("vectors", "names", "words", "terms", "lead")
"""What two articles are compared by, in the order of the weights; each in [0, 1] but the cosine of vectors."""
CENTRED, RAW = "centred", "raw"
"""Weights for vectors of the encoder that the background was read with, and for those of any other."""
WORDS = 60
"""Heaviest words of an article whose counterparts are sought in the other."""
UNLIKE = 0.3
"""Cosine of two words at and below which they have nothing to do with each other; pairs of words taken at random lie
below in 99 of 100 cases."""
FAINT = 1e-9


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article is compared by: its vector, weights of its names and rare words, and vectors of those words.

    ``words`` are float32 rows of unit length, one a stem of ``stems``, the heaviest first, with their weights in
    ``heaviness``; ``kind`` is ``centred`` or ``raw``.
    """

    kind: str
    vector: Vectors
    names: Mapping[str, float]
    terms: Mapping[str, float]
    lead: Mapping[str, float]
    stems: tuple[str, ...]
    heaviness: npt.NDArray[np.float64]
    words: Vectors


@dataclass(frozen=True, slots=True)
class Background:
    """What vectors of sentences have in common: their mean in each language, and how to make all directions alike."""

    encoder: str
    means: Mapping[str, Vectors]
    usual: Vectors
    levelling: Vectors


@cache
def background() -> Background:
    """The shipped background; raises DataError if it cannot be read."""
    try:
        with np.load(BACKGROUND, allow_pickle=False) as stored:
            means = dict(zip(stored["languages"].tolist(), stored["means"], strict=True))
            usual = stored["means"].mean(axis=0)
            return Background(str(stored["encoder"]), means, usual, stored["levelling"])
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the background {BACKGROUND.name} cannot be read: {error}") from error


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """By kind of vector: a constant, then a weight for each of ``MEASURES``."""
    try:
        stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
        return {kind: tuple(float(stored[kind][name]) for name in ("constant", *MEASURES)) for kind in (CENTRED, RAW)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"the weights {WEIGHTS.name} cannot be read: {error}") from error


def tell(analysed: Analysed) -> Telling:
    """What one article is compared by; the same whichever articles it is later compared with."""
    evidence = event_evidence(analysed)
    known = evidence.encoder == background().encoder
    heaviest = tuple(evidence.terms)[:WORDS]
    forms = _forms(analysed)
    return Telling(
        kind=CENTRED if known else RAW,
        vector=centred(analysed, background()) if known else evidence.vector,
        names=_rarer(analysed, evidence.names),
        terms=evidence.terms,
        lead=evidence.lead,
        stems=heaviest,
        heaviness=np.array([evidence.terms[stem] ** 2 for stem in heaviest]),
        words=load_encoder().encode([forms.get(stem, stem) for stem in heaviest]),
    )


def alike(a: Telling, b: Telling) -> float:
    """How alike two articles of one encoder are, in [0, 1]; symmetric."""
    constant, *weights = _weights()[a.kind]
    odds = constant + math.fsum(one * found for one, found in zip(weights, measured(a, b), strict=True))
    return 1.0 / (1.0 + math.exp(-odds))


def measured(a: Telling, b: Telling) -> tuple[float, ...]:
    """How the two agree by each of ``MEASURES``."""
    return (
        float(np.dot(a.vector, b.vector)),
        cosine(a.names, b.names),
        _shared(a, b),
        cosine(a.terms, b.terms),
        cosine(a.lead, b.lead),
    )


def centred(analysed: Analysed, usual: Background) -> Vectors:
    """The article's vector without what all sentences of its language have in common, of unit length.

    The mean of an article's sentences is shorter than they are and was stretched to unit length; what they have in
    common was stretched with it.
    """
    article, embedding = analysed.analysis.article, analysed.embedding
    stretch = 1.0
    if len(embedding.sentences):
        weights = [
            weight(article.text[one.start : one.end], one.role, 0 if one.role == "headline" else place)
            for place, one in enumerate(analysed.analysis.sentences)
        ]
        length = float(np.linalg.norm(np.array(weights) @ embedding.sentences.astype(np.float64)))
        stretch = sum(weights) / length if length > FAINT else 1.0
    mean = usual.means.get(article.language.code, usual.usual)
    moved = (embedding.article.astype(np.float64) - stretch * mean) @ usual.levelling.astype(np.float64)
    length = float(np.linalg.norm(moved))
    return embedding.article if length < FAINT else (moved / length).astype(np.float32)


def _rarer(analysed: Analysed, names: Mapping[str, float]) -> dict[str, float]:
    """Weights of names by how rare their rarest word is: that both name a large country says little."""
    code = analysed.analysis.article.language.code
    rare = {
        known_as(actor): max((rarity(stem, code) for stem in stems(actor.name)), default=1.0)
        for actor in analysed.analysis.actors
    }
    return {name: found * math.sqrt(rare.get(name, 1.0)) for name, found in names.items()}


def _forms(analysed: Analysed) -> dict[str, str]:
    """The first word of each stem, in small letters."""
    article = analysed.analysis.article
    forms: dict[str, str] = {}
    for word in WORD.findall(f"{article.headline or ''}\n{article.text}"):
        forms.setdefault(stems(word)[0], word.lower())
    return forms


def _shared(a: Telling, b: Telling) -> float:
    """How well the heavy words of each article are met in the other, by the same stem or by meaning, in [0, 1]."""
    if not a.stems or not b.stems:
        return 0.0
    met = np.maximum(0.0, (a.words @ b.words.T - UNLIKE) / (1.0 - UNLIKE))
    places: dict[str, int] = {stem: place for place, stem in enumerate(b.stems)}
    both: Sequence[tuple[int, int]] = [(row, places[stem]) for row, stem in enumerate(a.stems) if stem in places]
    for row, column in both:
        met[row, column] = 1.0
    ones = float(a.heaviness @ met.max(axis=1)) / float(a.heaviness.sum())
    others = float(b.heaviness @ met.max(axis=0)) / float(b.heaviness.sum())
    return min(1.0, (ones + others) / 2)
