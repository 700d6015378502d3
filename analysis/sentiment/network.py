"""The tone network: a gated recurrent layer in both directions over a context, read out by attention from the target.

Plain numpy; ``analysis.training.tone`` fits the same network in torch and writes the arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.sentiment.contexts import Context
from analysis.types import Vectors

BATCH = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities of negative, neutral and positive, and how much each token of the context counted."""

    probabilities: Vectors
    attention: Vectors


class Network:
    """The fitted arrays, by the names training gave them."""

    def __init__(self, arrays: Mapping[str, Vectors], temperature: float) -> None:
        self._a = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}
        self._temperature = temperature

    def project(self, vectors: Vectors) -> Vectors:
        """Encoder vectors of words as the network reads them: one row a word."""
        projected: Vectors = vectors @ self._a["word"].T
        return projected

    @property
    def width(self) -> int:
        """Numbers in a projected word."""
        return int(self._a["word"].shape[0])

    def read(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        """A reading for each context; ``words`` holds its tokens' projected words, zero where a word does not count."""
        order = sorted(range(len(contexts)), key=lambda index: len(contexts[index].tokens))
        out: dict[int, Reading] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            batch = self._batch([contexts[index] for index in chosen], [words[index] for index in chosen])
            out.update(zip(chosen, batch, strict=True))
        return [out[index] for index in range(len(contexts))]

    def _batch(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        a, longest = self._a, max(len(context.tokens) for context in contexts)
        inputs = np.zeros((longest, len(contexts), self.width), dtype=np.float32)
        mask = np.zeros((longest, len(contexts)), dtype=np.float32)
        target = np.zeros_like(mask)
        near = np.zeros((longest, len(contexts)), dtype=np.float32)
        for column, (context, word) in enumerate(zip(contexts, words, strict=True)):
            n = len(context.tokens)
            own = word + context.features @ a["features"].T + a["distance"][context.distances] + a["bias"]
            inputs[:n, column] = np.tanh(own)
            mask[:n, column] = 1.0
            target[:n, column] = context.target
            near[:n, column] = a["near"][context.distances]
        states = np.concatenate([self._recur(inputs, mask, "f"), self._recur(inputs, mask, "b")], axis=2)
        return self._read_out(states, mask, target, near, [len(context.tokens) for context in contexts])

    def _recur(self, inputs: Vectors, mask: Vectors, way: str) -> Vectors:
        """States of one direction: (length, batch, hidden)."""
        a, hidden = self._a, self._a[f"hh_{way}"].shape[1]
        gates = inputs @ a[f"ih_{way}"].T + a[f"bi_{way}"]
        state = np.zeros((inputs.shape[1], hidden), dtype=np.float32)
        out = np.zeros((*inputs.shape[:2], hidden), dtype=np.float32)
        recurrent, bias = np.ascontiguousarray(a[f"hh_{way}"].T), a[f"bh_{way}"]
        steps = range(len(inputs)) if way == "f" else range(len(inputs) - 1, -1, -1)
        for step in steps:
            held = state @ recurrent + bias
            both = _sigmoid(gates[step, :, : 2 * hidden] + held[:, : 2 * hidden])
            update = both[:, hidden:]
            new = np.tanh(gates[step, :, 2 * hidden :] + both[:, :hidden] * held[:, 2 * hidden :])
            state += mask[step][:, None] * (1.0 - update) * (new - state)
            out[step] = state
        return out

    def _read_out(
        self, states: Vectors, mask: Vectors, target: Vectors, near: Vectors, lengths: Sequence[int]
    ) -> list[Reading]:
        a = self._a
        centre = np.einsum("tb,tbh->bh", target / np.maximum(target.sum(axis=0), 1.0), states)
        scores = np.tanh(states @ a["key"].T + centre @ a["query"].T) @ a["score"] + near
        scores = np.where(mask > 0, scores, -np.inf)
        weights = np.exp(scores - scores.max(axis=0))
        weights /= weights.sum(axis=0)
        seen = np.einsum("tb,tbh->bh", weights, states)
        hidden = np.maximum(np.concatenate([centre, seen], axis=1) @ a["hidden"].T + a["hidden_bias"], 0.0)
        logits = (hidden @ a["out"].T + a["out_bias"]) / self._temperature
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        return [Reading(chances[i], weights[:n, i]) for i, n in enumerate(lengths)]


def _sigmoid(values: Vectors) -> Vectors:
    return np.asarray(0.5 * (np.tanh(0.5 * values) + 1.0), dtype=np.float32)
