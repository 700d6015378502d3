"""The tone network: a gated recurrent layer in both directions over a context, read out by attention from the target.

Plain numpy; ``analysis.training.tone`` fits the same network in torch and writes the arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.sentiment.contexts import Context
from analysis.types import Vectors

BATCH = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities of negative, neutral and positive, how much each token of the context counted, and the balance.

    ``balance`` is P(positive) - P(negative), in [-1, 1], as if all three classes were equally common: an attitude must
    not look negative because negative sentences were more often chosen for the training rows.
    """

    probabilities: Vectors
    attention: Vectors
    balance: float


class Network:
    """The fitted arrays, by the names training gave them."""

    def __init__(
        self, arrays: Mapping[str, Vectors], temperature: float, class_shares: Sequence[float] = (1.0, 1.0, 1.0)
    ) -> None:
        own = {name: np.array(array, dtype=np.float32) for name, array in arrays.items()}
        self._hidden = own["hh_f"].shape[1]
        for name in ("ih_f", "hh_f", "ih_b", "hh_b"):
            own[name] = np.ascontiguousarray(own[name].T)
        for name in ("ih_f", "hh_f", "bi_f", "bh_f", "ih_b", "hh_b", "bi_b", "bh_b"):
            own[name][..., : 2 * self._hidden] *= 0.5  # sigmoid(x) is tanh(x / 2) / 2 + 1 / 2
        self._a, self._temperature = own, temperature
        self._shares = np.array(class_shares, dtype=np.float32)

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
        order = sorted(range(len(contexts)), key=lambda index: -len(contexts[index].tokens))
        out: dict[int, Reading] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            batch = self._batch([contexts[index] for index in chosen], [words[index] for index in chosen])
            out.update(zip(chosen, batch, strict=True))
        return [out[index] for index in range(len(contexts))]

    def _batch(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        """Readings of contexts in order of falling length."""
        a = self._a
        lengths = np.array([len(context.tokens) for context in contexts])
        inside = np.arange(lengths[0])[:, None] < lengths
        features = np.concatenate([context.features for context in contexts])
        distances = np.concatenate([context.distances for context in contexts])
        own = np.tanh(np.concatenate(words) + features @ a["features"].T + a["distance"][distances] + a["bias"])
        states = np.zeros((len(inside), len(contexts), 2 * self._hidden), dtype=np.float32)
        for way, part in (("f", slice(0, self._hidden)), ("b", slice(self._hidden, None))):
            gates = np.zeros((*inside.shape, 3 * self._hidden), dtype=np.float32)
            gates.swapaxes(0, 1)[inside.T] = own @ a[f"ih_{way}"] + a[f"bi_{way}"]
            self._recur(gates, inside.sum(axis=1), way, states[:, :, part])
        target, near = np.zeros(inside.shape, dtype=np.float32), np.full(inside.shape, -np.inf, dtype=np.float32)
        target.T[inside.T] = np.concatenate([context.target for context in contexts])
        near.T[inside.T] = a["near"][distances]
        return self._read_out(states, target, near, lengths.tolist())

    def _recur(self, gates: Vectors, alive: npt.NDArray[np.int64], way: str, out: Vectors) -> None:
        """Write the states of one direction; at each step only the first ``alive`` contexts are that long."""
        hidden, recurrent, bias = self._hidden, self._a[f"hh_{way}"], self._a[f"bh_{way}"]
        state = np.zeros((gates.shape[1], hidden), dtype=np.float32)
        for step in range(len(gates)) if way == "f" else range(len(gates) - 1, -1, -1):
            n = int(alive[step])
            own, held = state[:n], state[:n] @ recurrent
            held += bias
            both = gates[step, :n, : 2 * hidden] + held[:, : 2 * hidden]
            np.tanh(both, out=both)
            both *= 0.5
            both += 0.5
            new = both[:, :hidden] * held[:, 2 * hidden :]
            new += gates[step, :n, 2 * hidden :]
            np.tanh(new, out=new)
            own -= new
            own *= both[:, hidden:]
            own += new
            out[step, :n] = own

    def _read_out(self, states: Vectors, target: Vectors, near: Vectors, lengths: Sequence[int]) -> list[Reading]:
        a = self._a
        centre = np.einsum("tb,tbh->bh", target / np.maximum(target.sum(axis=0), 1.0), states)
        scores = np.tanh(states @ a["key"].T + centre @ a["query"].T) @ a["score"] + near
        weights = np.exp(scores - scores.max(axis=0))
        weights /= weights.sum(axis=0)
        seen = np.einsum("tb,tbh->bh", weights, states)
        hidden = np.maximum(np.concatenate([centre, seen], axis=1) @ a["hidden"].T + a["hidden_bias"], 0.0)
        logits = (hidden @ a["out"].T + a["out_bias"]) / self._temperature
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        level = chances / self._shares
        balance = (level[:, 2] - level[:, 0]) / level.sum(axis=1)
        return [Reading(chances[i], weights[:n, i], float(balance[i])) for i, n in enumerate(lengths)]
