"""Words that are no judgement on whom they stand beside: harm that somebody suffers, blame or praise that is denied."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.errors import DataError
from analysis.reader import View, Wording
from analysis.resources import MODELS
from analysis.sentiment.wording import LEAST_AMOUNT, LEAST_SHARE, Shares
from analysis.types import Vectors

MODEL = MODELS / "spared"
FROM, SURE = 0.5, 0.85
"""Probability that words are no judgement up to which they count in full, and from which on they count for nothing."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A logistic regression; ``reader`` names the weights that it goes with."""

    weight: Vectors
    bias: float
    reader: str

    def __call__(self, features: Vectors) -> float:
        """How likely the words are no judgement, in [0, 1]."""
        return float(1.0 / (1.0 + np.exp(-np.clip(float(features @ self.weight) + self.bias, -30.0, 30.0))))


def features(words: Wording, view: View, denied: bool, writer: Shares, readers: Shares) -> Vectors:
    """Mean states of the target, of the words around it and of the loaded ones; whether a word denies; how loaded they
    are; the logarithms of both read-outs; float32 of shape (1161,). ``view`` is of what ``words`` are of."""
    around = view.seen & ~view.target
    heard: npt.NDArray[np.float32] = view.states[around if around.any() else view.seen].mean(axis=0)
    told = [float(denied), words.strongest, float(np.log(words.amount + LEAST_AMOUNT))]
    shares = np.log(np.maximum(np.concatenate([writer, readers]), LEAST_SHARE))
    return np.concatenate([words.target, heard, words.loaded, told, shares]).astype(np.float32)


def counting(likely: float) -> float:
    """How much the words count as a judgement, in [0, 1], given how likely they are none."""
    return 1.0 - min(1.0, max(0.0, (likely - FROM) / (SURE - FROM)))


def lessened(shares: Shares, counts: float) -> Shares:
    """Shares of negative, neutral and positive, as much of them neutral as the words do not count as a judgement."""
    out: Shares = counts * shares + (1.0 - counts) * np.array([0.0, 1.0, 0.0])
    return out


@cache
def load_gate(folder: Path = MODEL) -> Gate:
    """The shipped gate, read once a process. Raises DataError."""
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "spared.npz", allow_pickle=False) as stored:
            return Gate(stored["weight"].astype(np.float32), float(stored["bias"]), str(card["reader"]))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the model of spared actors in {folder.name} cannot be read: {error}") from error
