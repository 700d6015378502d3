"""Measures that several tasks share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean
from typing import Any, NamedTuple, TypeVar

import numpy as np

Gold = TypeVar("Gold")
Found = TypeVar("Found")

WORD = re.compile(r"\w+(?:['’]\w+)*")
TONES = ("negative", "neutral", "positive")
NEUTRAL_BAND = 0.1
"""A value so near to zero is neutral; the band of the wire contract's measurements."""
RUN = 4
"""Words of the runs that two texts are compared by."""
BINS = 10


class Rates(NamedTuple):
    """Precision, recall and F1, each in [0, 1] or ``None`` where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None


def rates(hits: int, found: int, gold: int) -> Rates:
    """Rates of ``hits`` among so many found and so many annotated."""
    return Rates(ratio(hits, found), ratio(hits, gold), ratio(2 * hits, found + gold))


def ratio(part: float, whole: float) -> float | None:
    """The part of the whole, ``None`` where the whole is nothing."""
    return part / whole if whole else None


def mean(values: Iterable[float | None]) -> float | None:
    """Mean of the values that are known, ``None`` if none is."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand."""
    return [found.span() for found in WORD.finditer(text)]


def within(places: Sequence[tuple[int, int]], start: int, end: int) -> frozenset[int]:
    """Which words lie in the span, in whole or in part."""
    return frozenset(index for index, (first, last) in enumerate(places) if last > start and first < end)


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared members of all members, in [0, 1]; 0 for two empty sets."""
    return ratio(len(a & b), len(a | b)) or 0.0


def matched(
    gold: Sequence[Gold], found: Sequence[Found], overlap: Callable[[Gold, Found], float]
) -> list[tuple[Gold, Found, float]]:
    """One-to-one pairs that overlap, with the greatest sum of overlaps (Kuhn 1955)."""
    from scipy.optimize import linear_sum_assignment

    if not gold or not found:
        return []
    table = np.array([[overlap(one, other) for other in found] for one in gold], dtype=float)
    pairs = zip(*linear_sum_assignment(table, maximize=True), strict=True)
    return [(gold[i], found[j], float(table[i, j])) for i, j in pairs if table[i, j] > 0]


def f1_of(label: object, gold: Sequence[object], found: Sequence[object]) -> float:
    """F1 of one class, 0 where it is neither annotated nor found."""
    hits = sum(one == other == label for one, other in zip(gold, found, strict=True))
    return ratio(2 * hits, list(gold).count(label) + list(found).count(label)) or 0.0


def macro_f1(gold: Sequence[object], found: Sequence[object], labels: Sequence[object] = TONES) -> float | None:
    """Mean F1 over the classes; what is found beside them only counts as missed."""
    return fmean(f1_of(label, gold, found) for label in labels) if gold else None


def accuracy(gold: Sequence[object], found: Sequence[object]) -> float | None:
    """Share of labels that are right."""
    return mean(float(one == other) for one, other in zip(gold, found, strict=True))


def tone_label(value: float | None) -> str:
    """The class of a sentiment value; unknown is neutral."""
    if value is None or abs(value) <= NEUTRAL_BAND:
        return "neutral"
    return "negative" if value < 0 else "positive"


def auc(truth: Sequence[bool], scores: Sequence[float]) -> float | None:
    """Chance that a true case scores above a false one, ties by half; ``None`` unless there are both."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(truth, scores)) if len(set(map(bool, truth))) == 2 else None


def correlation(kind: Callable[..., Any], a: Sequence[float], b: Sequence[float]) -> float | None:
    """A correlation of SciPy, ``None`` under three pairs or where one side never varies."""
    return float(kind(a, b)[0]) if len(a) > 2 and min(len(set(a)), len(set(b))) > 1 else None


def bcubed(gold: Sequence[str], found: Sequence[str]) -> Rates:
    """B-cubed rates of a grouping (Bagga & Baldwin 1998)."""
    together = Counter(zip(gold, found, strict=True))
    of_gold, of_found = Counter(gold), Counter(found)
    precision = sum(size * size / of_found[group] for (_, group), size in together.items()) / len(gold)
    recall = sum(size * size / of_gold[group] for (group, _), size in together.items()) / len(gold)
    return Rates(precision, recall, 2 * precision * recall / (precision + recall))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words and how often each occurs; a shorter text is one run."""
    found = re.findall(r"\w+", text)
    last = max(1, len(found) - RUN + 1) if found else 0
    return Counter(tuple(found[place : place + RUN]) for place in range(last))


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float | None:
    """Expected calibration error of the likeliest class, in [0, 1], over equal bins (Guo et al. 2017)."""
    if not sure:
        return None
    chances, hits = np.asarray(sure, dtype=float), np.asarray(right, dtype=float)
    places = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = np.bincount(places, weights=chances - hits, minlength=bins)
    return float(np.abs(gaps).sum() / len(chances))
