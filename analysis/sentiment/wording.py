"""How words that the outlet chose speak of an actor: what a small fitted layer adds to the reader's two read-outs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.errors import DataError
from analysis.reader import Wording
from analysis.resources import MODELS

MODEL = MODELS / "wording"
LOADED_FROM = 0.3
"""Probability of the likeliest loaded word from which the words are taken for chosen to judge; below it in part."""
LEAST_SHARE, LEAST_AMOUNT = 1e-3, 0.05
"""What shares and amounts are kept above, so that logarithms stay finite."""

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layer:
    """A logistic regression of negative, neutral and positive; ``reader`` names the weights that it goes with."""

    weight: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    reader: str

    def __call__(self, features: npt.NDArray[np.float32]) -> Shares:
        """Shares of the three classes as if they were equally common."""
        scores = (features @ self.weight + self.bias).astype(np.float64)
        raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
        out: Shares = raised / raised.sum(axis=-1, keepdims=True)
        return out


def features(words: Wording, writer: Shares, readers: Shares) -> npt.NDArray[np.float32]:
    """Mean states of the target and of the loaded words; log-odds of both read-outs against neutral; how loaded."""
    told = [_against_neutral(writer), _against_neutral(readers)]
    amount = [words.strongest, float(np.log(words.amount + LEAST_AMOUNT))]
    return np.concatenate([words.target, words.loaded, *told, amount]).astype(np.float32)


def _against_neutral(shares: Shares) -> Shares:
    logs = np.log(np.maximum(shares, LEAST_SHARE))
    out: Shares = logs[[0, 2]] - logs[1]
    return out


def share_loaded(words: Wording) -> float:
    """How far the words are taken for chosen to judge, in [0, 1]."""
    return min(1.0, words.strongest / LOADED_FROM)


def pooled(words: Wording, writer: Shares, readers: Shares, layer: Layer) -> Shares:
    """The writer's attitude: shares of negative, neutral and positive at equal class priors.

    Linear opinion pool (Stone 1961). Where no word is loaded, the read-out of the writer's attitude answers; the more
    one is, the more what readers take from the words and the fitted layer, half each. So a deed or a fate that is told
    drily is no attitude, whatever readers make of it.
    """
    loaded = share_loaded(words)
    out: Shares = (1.0 - loaded) * writer + loaded * 0.5 * (readers + layer(features(words, writer, readers)))
    return out


@cache
def load_layer(folder: Path = MODEL) -> Layer:
    """The shipped layer, read once a process. Raises DataError."""
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "wording.npz", allow_pickle=False) as stored:
            weight, bias = (stored[name].astype(np.float32) for name in ("weight", "bias"))
        return Layer(weight, bias, str(card["reader"]))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the layer of wording in {folder.name} cannot be read: {error}") from error
