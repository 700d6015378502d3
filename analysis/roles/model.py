"""What is read of a role at a place: a small fitted head on the states of the article's one reading."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from analysis.errors import DataError
from analysis.reader import Extent, Reading, View
from analysis.reader.network import softmax
from analysis.resources import MODELS
from analysis.sentiment.asks import Ask
from analysis.types import ActorPart, Vectors

MODEL = MODELS / "roles"
PARTS: tuple[ActorPart, ...] = ("none", "hero", "villain", "victim")
"""The classes of the head, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """Probabilities of ``PARTS`` at a place; how likely the role rests on the word of somebody other than the writer;
    what was heard, and how much each piece of it counted for each question."""

    shares: Vectors
    said: float
    view: View
    weights: Vectors

    def weighed(self) -> list[tuple[Extent, float]]:
        """Where each piece stands that was heard, and how much it counted."""
        return list(zip(self.view.extents(), self.weights.mean(axis=1).tolist(), strict=True))


class RoleModel:
    """Two questions that the states at a mention ask of the words around it, and two layers over the answers.

    Probabilities are calibrated by a temperature each (Guo et al. 2017). Raises DataError if a file cannot be read.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        try:
            with np.load(folder / "roles.npz", allow_pickle=False) as stored:
                fitted = {name: stored[name].astype(np.float32) for name in stored.files}
            card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
            self._key = fitted["key.weight"]
            self._query = fitted["query.weight"].reshape(-1, self._key.shape[2])
            self._query_bias = fitted["query.bias"].ravel()
            self._first, self._first_bias = fitted["first.weight"], fitted["first.bias"]
            self._last, self._last_bias = fitted["last.weight"], fitted["last.bias"]
            self._heat, self._heat_said = float(card["temperatures"]["role"]), float(card["temperatures"]["said"])
            self.least = {part: float(card["least"][part]) for part in PARTS}
        except (OSError, ValueError, KeyError) as error:
            raise DataError(f"the model of roles in {folder.name} cannot be read: {error}") from error

    def read(self, reading: Reading, asks: Sequence[Ask]) -> list[Part]:
        """The role of what is asked for by the words of its unit, or of its quotation, its own among them."""
        if not asks:
            return []
        views = [reading.view(ask.unit, ask.places, ask.keep or (ask.unit,)) for ask in asks]
        here = np.stack([view.states[view.target].mean(axis=0) for view in views])
        asked = (here @ self._query.T + self._query_bias).reshape(len(asks), len(self._key), -1)
        sought = np.stack([asked[:, place] @ key for place, key in enumerate(self._key)], axis=1)
        sought /= np.float32(np.sqrt(self._key.shape[1]))
        weights = [_weights(view.states[view.seen] @ one.T) for view, one in zip(views, sought, strict=True)]
        told = [(one.T @ view.states[view.seen]).ravel() for view, one in zip(views, weights, strict=True)]
        inner = np.concatenate([here, np.stack(told)], axis=1) @ self._first.T + self._first_bias
        out = np.maximum(inner, 0.0) @ self._last.T + self._last_bias
        shares = softmax(out[:, : len(PARTS)] / self._heat)
        said = 1.0 / (1.0 + np.exp(-out[:, -1] / self._heat_said))
        return [Part(*row) for row in zip(shares, said.tolist(), views, weights, strict=True)]


def _weights(scores: Vectors) -> Vectors:
    """How much each state counts for each question, (states, questions)."""
    raised = np.exp(scores - scores.max(axis=0))
    weights: Vectors = raised / raised.sum(axis=0)
    return weights


@cache
def load_roles() -> RoleModel:
    """The shipped head, loaded once a process. Raises DataError."""
    return RoleModel()
