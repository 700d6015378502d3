"""Graded similarity of pairs of sentences, within and across languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.evaluation.client import Service
from tests.evaluation.measures import correlation, mean
from tests.evaluation.sets import AnnotatedSet, Figure

LANGUAGES = ("en", "sv", "ro", "de")

Vectors = npt.NDArray[Any]


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Rank correlation of cosine with human similarity; over two languages the mean of both ways."""
    from analysis.encoders import load_encoder

    encoder = load_encoder()
    gold, n = [row["score"] for row in own.rows], len(own.rows)
    sides = {code: [encoder.encode([row[code][side] for row in own.rows]) for side in (0, 1)] for code in LANGUAGES}
    cosines = {(a, b): cosine(sides[a][0], sides[b][1]) for a, b in product(LANGUAGES, repeat=2)}
    for code in LANGUAGES:
        yield Figure(code, "spearman", ranked(gold, cosines[code, code]), n)
    for a, b in combinations(LANGUAGES, 2):
        ways = [ranked(gold, cosines[a, b]), ranked(gold, cosines[b, a])]
        yield Figure(f"{a}-{b}", "spearman", None if None in ways else mean(ways), n)
    pooled = ranked(gold * len(cosines), np.concatenate(list(cosines.values())))
    yield Figure("all", "spearman_pooled", pooled, n * len(cosines))


def cosine(a: Vectors, b: Vectors) -> Vectors:
    """Cosine of each row with its counterpart, for rows of unit length."""
    return np.asarray((a * b).sum(axis=1))


def ranked(gold: Sequence[float], cosines: Vectors) -> float | None:
    """Rank correlation with human similarity."""
    from scipy.stats import spearmanr

    return correlation(spearmanr, gold, cosines.tolist())
