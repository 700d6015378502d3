"""The five generic frames of news: conflict, responsibility, human interest, morality, economic consequences.

After Semetko & Valkenburg (2000), measured from the words of a text: a vocabulary per frame and language, and weights
that turn the rates of those words into the probability that readers find the frame in the article.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from typing import cast, get_args

from analysis import resources
from analysis.errors import DataError
from analysis.framing.patterns import Match, Patterns, morphology, words_of
from analysis.types import Document, Frame, FrameName, Score, Span

FRAMES = cast(tuple[FrameName, ...], get_args(FrameName))
MIN_WORDS = 30
"""Words below which a single word of a vocabulary decides the rate."""
MAX_EVIDENCE = 25
"""Evidence is the words of the frame in text order, at most this many."""
MODEL = resources.DATA / "models" / "framing" / "frames.json"


@dataclass(frozen=True, slots=True)
class FrameModel:
    """Logistic weights: for each frame a bias and a weight for the rate of each frame's words (order of FRAMES)."""

    bias: dict[str, float]
    weights: dict[str, tuple[float, ...]]
    scale: dict[str, dict[str, float]]


@cache
def model() -> FrameModel:
    """The shipped weights; ``analysis/training/framing`` makes them."""
    try:
        read = json.loads(MODEL.read_text(encoding="utf-8"))
        return FrameModel(read["bias"], {name: tuple(row) for name, row in read["weights"].items()}, read["scale"])
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the frame weights {MODEL.name} cannot be read: {error}") from error


@cache
def _lexicon(code: str) -> tuple[Patterns, tuple[tuple[str, ...], ...]]:
    rows = resources.rows(code, "frames")
    return Patterns([row[0] for row in rows], morphology(code)), tuple(tuple(row[1].split(",")) for row in rows)


def find_frames(document: Document) -> tuple[Frame, ...]:
    """Score of each frame in [0, 1]: the probability that a reader finds it in the article; from 0.5 it is present.

    ``n`` is the number of sentences, evidence the words of the frame. Null in a language without vocabularies and in
    a text of under 30 words. Method: rates of the frame words, scaled to be comparable between languages, in a
    logistic model fitted to the Narrative Frames Corpus (English).
    """
    if not resources.supported(document.language):
        return tuple(Frame(name, Score.unknown("unsupported_language")) for name in FRAMES)
    hits, words = frame_words(document.language, document.text)
    if words < MIN_WORDS:
        return tuple(Frame(name, Score.unknown("insufficient_text", len(document.sentences))) for name in FRAMES)
    values = probabilities(rates(document.language, hits, words))
    return tuple(
        Frame(name, Score(values[name], n=len(document.sentences), evidence=_evidence(document, hits[name])))
        for name in FRAMES
    )


def frame_words(code: str, text: str) -> tuple[dict[FrameName, list[Match]], int]:
    """Words of each frame in a text, and the number of all words."""
    patterns, named = _lexicon(code)
    words = words_of(text)
    hits: dict[FrameName, list[Match]] = {name: [] for name in FRAMES}
    for match in patterns.find(words, text):
        for name in named[match.entry]:
            hits[cast(FrameName, name)].append(match)
    return hits, len(words)


def rates(code: str, hits: dict[FrameName, list[Match]], words: int) -> tuple[float, ...]:
    """Logarithmic rates per 100 words, in the order of FRAMES, scaled to what English has on parallel text."""
    scale = model().scale.get(code, {})
    return tuple(log1p(100.0 * len(hits[name]) * scale.get(name, 1.0) / max(1, words)) for name in FRAMES)


def probabilities(features: tuple[float, ...]) -> dict[FrameName, float]:
    """Probability of each frame given the rates."""
    fitted = model()
    values = {}
    for name in FRAMES:
        logit = fitted.bias[name] + sum(w * x for w, x in zip(fitted.weights[name], features, strict=True))
        values[name] = round(1.0 / (1.0 + exp(-logit)), 6)
    return values


def _evidence(document: Document, matches: list[Match]) -> tuple[Span, ...]:
    starts = document.sentence_starts
    ranked: dict[int, int] = {}
    for match in matches:
        place = bisect_left(starts, match.start + 1)
        ranked[place] = ranked.get(place, 0) + 1
    telling = sorted(matches, key=lambda m: (-ranked[bisect_left(starts, m.start + 1)], m.start))[:MAX_EVIDENCE]
    return tuple(document.span(m.start, m.end) for m in sorted(telling, key=lambda m: m.start))
