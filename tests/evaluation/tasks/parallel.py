"""Finding the translation of a sentence among all the sentences of another language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.evaluation.client import Service
from tests.evaluation.sets import AnnotatedSet, Figure

NEIGHBOURS = 10
NO_LANGUAGE = ("id", "doc")
AMONG_THEMSELVES = frozenset(("sv", "nb", "ro", "de", "en"))
"""Languages that are paired with each other; all are paired with English."""

Table = npt.NDArray[Any]


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Share of sentences whose nearest neighbour is their translation, each way, by cosine and by CSLS."""
    from analysis.encoders import load_encoder

    encoder = load_encoder()
    codes = sorted(code for code in own.rows[0] if code not in NO_LANGUAGE)
    vectors = {code: encoder.encode([row[code] for row in own.rows]) for code in codes}
    for a, b in combinations(codes, 2):
        if "en" in (a, b) or {a, b} <= AMONG_THEMSELVES:
            cosines = vectors[a] @ vectors[b].T
            for way, table in ((f"{a}-{b}", cosines), (f"{b}-{a}", cosines.T)):
                yield Figure(way, "p@1", nearest(table), len(table))
                yield Figure(way, "p@1_csls", nearest(csls(table)), len(table))


def nearest(table: Table) -> float:
    """Share of rows whose greatest value stands on the diagonal."""
    return float((table.argmax(axis=1) == np.arange(len(table))).mean())


def csls(table: Table) -> Table:
    """Twice the cosine, less how near each side is to its neighbours on the mean (Conneau et al. 2018)."""
    k = min(NEIGHBOURS, len(table))
    near = [np.sort(table, axis=axis).take(range(-k, 0), axis=axis).mean(axis=axis, keepdims=True) for axis in (0, 1)]
    return np.asarray(2 * table - near[1] - near[0])
