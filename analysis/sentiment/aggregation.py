"""From readings of mentions to a score with an interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis.reader import by_word
from analysis.resources import mapping
from analysis.sentiment.asks import Ask, Extent, Extents
from analysis.sentiment.reading import Tone
from analysis.types import Document, Score, SentimentLabel, Span

Numbers = npt.NDArray[np.float64]

LEAST_MENTIONS = 2
"""Fewer mentions than this say too little of an attitude."""
LEAST_SENTENCES = 3
"""Fewer sentences than this say too little of an article's tone."""
FEW = 3
"""Readings below which there is nothing to resample, so that their spread is taken in part from other actors."""
SPREAD, SPREAD_COUNT = 0.22, 3
"""Standard deviation of the readings of one actor in one article (259 of ECB+), and how many readings it counts as."""
NEUTRAL_BAND = 0.1
"""A score this near to zero is neutral (the band of the wire contract's measurements)."""
COMMON = 5.7
"""Log10 of occurrences per billion words from which on a word is too common to be evidence: 500 in a million."""
RESAMPLES = 400
DRAWS_KEPT = 128
"""Numbers of observations whose draws are kept: at most 3.4 MB in all."""
MOST_EVIDENCE = 3
LABELS: tuple[SentimentLabel, ...] = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Observation:
    """One reading, and how many mentions it stands for."""

    ask: Ask
    tone: Tone
    mentions: int

    @property
    def value(self) -> float:
        """The balance of the reading."""
        return self.tone.balance


def aggregate(document: Document, observations: Sequence[Observation], least: int = LEAST_MENTIONS) -> Score:
    """Mean over mentions in [-1, 1] with a 95 % interval; unknown under ``least`` mentions."""
    n = sum(observation.mentions for observation in observations)
    if n < least or not observations:
        return Score.unknown("insufficient_evidence", n)
    values = np.array([observation.value for observation in observations])
    weights = np.array([observation.mentions for observation in observations], dtype=np.float64)
    value = float(np.average(values, weights=weights))
    return Score(_bounded(value), None, n, _interval(values, weights), _evidence(document, observations, value))


def label_of(value: float) -> SentimentLabel:
    """The class of a mean value."""
    if abs(value) <= NEUTRAL_BAND:
        return "neutral"
    return "positive" if value > 0 else "negative"


def likeliest(tone: Tone) -> SentimentLabel:
    """The class of one reading."""
    return LABELS[int(np.argmax(tone.probabilities))]


def _draws(n: int) -> Numbers:
    """How often each of ``n`` observations is drawn in each resample; the same for every call."""
    return (_kept_draws(n) if n <= DRAWS_KEPT else _new_draws(n)).astype(np.float64)


def _new_draws(n: int) -> npt.NDArray[np.int64]:
    return np.random.default_rng(n).multinomial(n, np.full(n, 1.0 / n), size=RESAMPLES)


@cache
def _kept_draws(n: int) -> npt.NDArray[np.uint8]:
    return _new_draws(n).astype(np.uint8)


def _interval(values: Numbers, weights: Numbers) -> tuple[float, float] | None:
    """Percentile bootstrap (Efron & Tibshirani 1993); of fewer than three readings a wider one; ``None`` for a
    single mention.

    Two readings tell little of how far others would lie from them: the spread of readings elsewhere, ``SPREAD``, counts
    as much as ``SPREAD_COUNT`` of them, and the quantile is Student's (normal mean with a scaled inverse chi-squared
    prior of the variance: Gelman et al., Bayesian Data Analysis, 2013, 3.3).
    """
    if weights.sum() < 2:
        return None
    if len(values) < FEW:
        return _shrunk(values, weights)
    draws = _draws(len(values)) * weights
    means = (draws @ values) / draws.sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return _bounded(float(low)), _bounded(float(high))


def _shrunk(values: Numbers, weights: Numbers) -> tuple[float, float]:
    from scipy.special import stdtrit

    middle, freedom = float(np.average(values, weights=weights)), SPREAD_COUNT + len(values) - 1
    squares = SPREAD_COUNT * SPREAD**2 + float(((values - values.mean()) ** 2).sum())
    shares = weights / weights.sum()
    reach = float(stdtrit(freedom, 0.975)) * float(np.sqrt(squares / freedom * (shares**2).sum()))
    return _bounded(middle - reach), _bounded(middle + reach)


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, round(value, 6)))


@cache
def _commonest(code: str) -> frozenset[str]:
    """Words too common to be evidence of anything."""
    return frozenset(word for word, count in mapping(code, "frequencies").items() if float(count) >= COMMON)


def _evidence(document: Document, observations: Sequence[Observation], value: float) -> tuple[Span, ...]:
    """The words that counted most in the readings that point the way of the score."""
    sign = 1.0 if value >= 0 else -1.0
    telling = sorted(observations, key=lambda o: (-sign * o.value, o.ask.unit, o.ask.places))[:MOST_EVIDENCE]
    return weightiest(document, [(observation.ask, observation.tone.weighed) for observation in telling])


def weightiest(document: Document, read: Iterable[tuple[Ask, Iterable[tuple[Extent, float]]]]) -> tuple[Span, ...]:
    """Of each reading the word that counted most, the target and the commonest words left out; in text order."""
    empty, places = _commonest(document.language), set()
    for ask, weighed in read:
        own = Extents(ask.places)
        weights = [
            (weight, -token.start, token.end)
            for token, weight in by_word(document, weighed)
            if token.lower not in empty and not own.meets(token.start, token.end)
        ]
        if weights:
            _, start, end = max(weights)
            places.add((-start, end))
    return tuple(document.span(start, end) for start, end in sorted(places))
