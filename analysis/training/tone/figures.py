"""How good and how well calibrated probabilities are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.metrics import f1_score

from analysis.types import Vectors

BINS = 10
TEMPERATURES = np.geomspace(0.5, 4.0, 85)

Places = npt.NDArray[np.int64]


def softmax(logits: Vectors) -> Vectors:
    """Probabilities of rows of logits."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float32)


def macro_f1(gold: Places, found: Places) -> float:
    """Mean F1 over the three classes."""
    return float(f1_score(gold, found, average="macro"))


def calibration_error(chances: Vectors, gold: Places) -> float:
    """Expected calibration error of the likeliest class over ten equal bins (Guo et al. 2017)."""
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == gold
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    inside = [bins == place for place in sorted(set(bins.tolist()))]
    return float(sum(abs(sure[own].mean() - right[own].mean()) * own.mean() for own in inside))


def temperature_for(logits: Vectors, gold: Places) -> float:
    """The temperature of least log loss."""

    def loss(temperature: float) -> float:
        return float(-np.log(softmax(logits / temperature)[np.arange(len(gold)), gold] + 1e-9).mean())

    return float(min(TEMPERATURES, key=loss))


def abstention(chances: Vectors, gold: Places) -> list[tuple[float, float, float]]:
    """For growing thresholds of the likeliest class: threshold, share answered, macro-F1 of those answered."""
    out = []
    for threshold in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = chances.max(axis=1) >= threshold
        if kept.any():
            out.append((threshold, float(kept.mean()), macro_f1(gold[kept], chances.argmax(axis=1)[kept])))
    return out


def stored_as(arrays: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays as they are stored: fractions in half precision, whole numbers as they are."""
    return {name: array if array.dtype.kind in "iu" else array.astype(np.float16) for name, array in arrays.items()}
