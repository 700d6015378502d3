"""Sentence vectors and the encoder that makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from analysis.types.measures import Analysis

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Embedding:
    """Vectors of one article by one encoder: unit rows; ``sentences`` has one row a sentence."""

    encoder: str
    article: Vectors
    sentences: Vectors


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis together with the article's vectors: what a comparison reads."""

    analysis: Analysis
    embedding: Embedding


class Encoder(Protocol):
    """Turns sentences into unit vectors; ``identity`` names the model and its revision."""

    @property
    def identity(self) -> str:
        """Name and revision of the model; vectors of two identities are never compared."""
        ...

    def encode(self, sentences: list[str]) -> Vectors:
        """float32 of shape (n, d), rows of unit length; the zero-information string has a defined unit row."""
        ...
