"""The five generic frames of news: conflict, responsibility, human interest, morality, economic consequences.

After Semetko & Valkenburg (2000), measured from the words of a text (a vocabulary per frame and language), its sentence
vectors and the article's one reading: weights turn them into the probability that people find the frame in the article.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from typing import cast, get_args

import numpy as np

from analysis import resources
from analysis.errors import DataError
from analysis.framing.patterns import Found, Patterns, Word
from analysis.reader import Reading, identity
from analysis.types import Document, Embedding, Frame, FrameName, Score, Span, Vectors

Names = tuple[FrameName, ...]
FRAMES = cast(Names, get_args(FrameName))
MIN_WORDS = 30
"""Words below which a single word of a vocabulary decides the rate."""
MAX_EVIDENCE = 25
"""Evidence is the words of the frame in text order, at most this many."""
MAX_SWAY = 2.0
"""Standard deviations by which the sentence vectors, or the reader's states, can move a frame."""
MODEL = resources.DATA / "models" / "framing" / "frames.json"


@dataclass(frozen=True, slots=True)
class FrameModel:
    """Logistic weights a frame: for the rate of its words, for the mean vector of the article's sentences, and for the
    mean of the reader's states."""

    bias: dict[str, float]
    weight: dict[str, float]
    scale: dict[str, dict[str, float]]
    encoder: str
    vector_bias: dict[str, float]
    vector_weights: dict[str, Vectors]
    reader: str
    state_bias: dict[str, float]
    state_weights: dict[str, Vectors]
    spread: dict[str, float]


@cache
def model() -> FrameModel:
    """The shipped weights; ``analysis/training/framing`` makes them."""
    try:
        read = json.loads(MODEL.read_text(encoding="utf-8"))
        for part in ("vector_weights", "state_weights"):
            read[part] = {name: np.array(row, dtype=np.float32) for name, row in read[part].items()}
        return FrameModel(**read)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"the frame weights {MODEL.name} cannot be read: {error}") from error


@cache
def _lexicon(code: str) -> Patterns[Names]:
    rows = resources.rows(code, "frames")
    return Patterns(((row[0], cast(Names, tuple(row[1].split(",")))) for row in rows), code)


def find_frames(
    document: Document, words: Sequence[Word], embedding: Embedding | None = None, reading: Reading | None = None
) -> tuple[Frame, ...]:
    """Score of each frame in [0, 1]: the probability that a reader finds it in the article; from 0.5 it is present.

    ``n`` is the number of sentences, evidence the words of the frame. Null in a language without vocabularies and in
    a text of under 30 words. Method: the rate of the frame's words, scaled to be comparable between languages, the
    mean of the sentence vectors and the mean of what the reader makes of the sentences, in logistic models of equal say
    fitted to the Narrative Frames Corpus (English). Vectors and readings of another encoder or reader than the weights
    were fitted to have no say.
    """
    if not resources.supported(document.language):
        return tuple(Frame(name, Score.unknown("unsupported_language")) for name in FRAMES)
    if len(words) < MIN_WORDS:
        return tuple(Frame(name, Score.unknown("insufficient_text", len(document.sentences))) for name in FRAMES)
    meaning = None if embedding is None or embedding.encoder != model().encoder else mean_vector(embedding)
    hits = frame_words(document.language, document.text, words)
    state = None if reading is None or identity() != model().reader else mean_state(document, reading)
    values = probabilities(rates(document.language, hits, len(words)), meaning, state)
    return tuple(
        Frame(name, Score(values[name], n=len(document.sentences), evidence=_evidence(document, hits[name])))
        for name in FRAMES
    )


def mean_vector(embedding: Embedding) -> Vectors | None:
    """Mean of the sentence vectors, each sentence alike: a frame may come anywhere in an article."""
    return embedding.sentences.mean(axis=0) if len(embedding.sentences) else None


def mean_state(document: Document, reading: Reading) -> Vectors | None:
    """Mean of the sentences' mean states, float32 of shape (384,): what the reader makes of them, in any language."""
    read = (reading.passage(sentence.start, sentence.end).states for sentence in document.sentences)
    means = [states.mean(axis=0) for states in read if len(states)]
    return np.mean(means, axis=0, dtype=np.float32) if means else None


def frame_words(code: str, text: str, words: Sequence[Word]) -> dict[FrameName, list[Found[Names]]]:
    """Words of each frame in a text."""
    hits: dict[FrameName, list[Found[Names]]] = {name: [] for name in FRAMES}
    for match in _lexicon(code).find(words, text):
        for name in match.value:
            hits[name].append(match)
    return hits


def rates(
    code: str, hits: dict[FrameName, list[Found[Names]]], words: int, scales: dict[str, dict[str, float]] | None = None
) -> tuple[float, ...]:
    """Logarithmic rates per 100 words, in the order of FRAMES, scaled to what English has on parallel text."""
    scale = (model().scale if scales is None else scales).get(code, {})
    return tuple(log1p(100.0 * len(hits[name]) * scale.get(name, 1.0) / max(1, words)) for name in FRAMES)


def probabilities(
    features: tuple[float, ...], meaning: Vectors | None = None, state: Vectors | None = None
) -> dict[FrameName, float]:
    """Probability of each frame given the rates and, if there are any, the mean sentence vector and the mean state.

    The logit is then the mean of the models' logits, each in units of its spread over the training articles; those of
    vector and state are cut at ``MAX_SWAY`` such units, so that a topic unlike theirs cannot decide alone.
    """
    fitted = model()
    values = {}
    for place, name in enumerate(FRAMES):
        logit = fitted.bias[name] + fitted.weight[name] * features[place]
        sways = []
        if meaning is not None:
            sways.append(fitted.vector_bias[name] + float(fitted.vector_weights[name] @ meaning))
        if state is not None:
            sways.append(fitted.state_bias[name] + float(fitted.state_weights[name] @ state))
        if sways:
            cut = [max(-MAX_SWAY, min(MAX_SWAY, sway)) for sway in sways]
            logit = (logit / fitted.spread[name] + sum(cut)) / (1 + len(cut))
        values[name] = round(1.0 / (1.0 + exp(-logit)), 6)
    return values


def _evidence(document: Document, matches: list[Found[Names]]) -> tuple[Span, ...]:
    starts = document.sentence_starts
    ranked: dict[int, int] = {}
    for match in matches:
        place = bisect_left(starts, match.start + 1)
        ranked[place] = ranked.get(place, 0) + 1
    telling = sorted(matches, key=lambda m: (-ranked[bisect_left(starts, m.start + 1)], m.start))[:MAX_EVIDENCE]
    return tuple(document.span(m.start, m.end) for m in sorted(telling, key=lambda m: m.start))
