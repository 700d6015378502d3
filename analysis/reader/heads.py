"""What is read off the states of pieces: small fitted layers in NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.reader.network import softmax
from analysis.types import Vectors

Mask = npt.NDArray[np.bool_]
Fitted = Mapping[str, Vectors]


@dataclass(frozen=True, slots=True)
class Linear:
    """A weight (out, in) and a bias (out,)."""

    weight: Vectors
    bias: Vectors

    def __call__(self, states: Vectors) -> Vectors:
        out: Vectors = states @ self.weight.T + self.bias
        return out


class ReadOut:
    """Two layers from a vector to classes."""

    def __init__(self, fitted: Fitted, name: str) -> None:
        self._first, self._second = linear(fitted, f"{name}.1"), linear(fitted, f"{name}.4")

    def __call__(self, vector: Vectors) -> Vectors:
        return self._second(gelu(self._first(vector)))


class Pool:
    """A weighted mean of states."""

    def __init__(self, fitted: Fitted, name: str) -> None:
        self._key = linear(fitted, f"{name}.key")
        self._query = linear(fitted, f"{name}.query") if f"{name}.query.weight" in fitted else None

    def weights(self, states: Vectors, asks: Vectors | None = None) -> Vectors:
        """How much each state counts; they sum to 1."""
        if self._query is None or asks is None:
            return softmax(self._key(states)[:, 0])
        return softmax(answers(states, self._key, self._query(asks)))

    def __call__(self, states: Vectors, asks: Vectors | None = None) -> Vectors:
        mean: Vectors = self.weights(states, asks) @ states
        return mean


def answers(states: Vectors, keys: Linear, query: Vectors) -> Vectors:
    """The scaled product of each state's key with a query; the keys themselves are never made."""
    out: Vectors = (states @ (query @ keys.weight) + keys.bias @ query) / np.float32(np.sqrt(states.shape[1]))
    return out


def linear(fitted: Fitted, name: str) -> Linear:
    """A layer of this name."""
    return Linear(fitted[f"{name}.weight"], fitted[f"{name}.bias"])


def gelu(values: Vectors) -> Vectors:
    """x Φ(x), exact (Hendrycks & Gimpel 2016)."""
    out: Vectors = (values * 0.5 * (1.0 + _erf(values / np.sqrt(2.0)))).astype(np.float32)
    return out


def _erf(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    from scipy.special import erf

    found: npt.NDArray[Any] = erf(values)
    return found
