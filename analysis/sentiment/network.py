"""The tone network: a gated recurrent layer in both directions over a context, read out by attention from the target.

Several such networks, which may differ in size, read together: the mean of their logits counts.

Plain numpy; ``analysis.training.tone`` fits the same network in torch and writes the arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from analysis.sentiment.contexts import Context
from analysis.types import Vectors

BATCH = 64
KEY_BYTES = 8
WORDS = "words"
"""The array of sorted keys of all words of which something was learnt, shared by the members."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities of negative, neutral and positive, how much each token of the context counted, and the balance.

    ``balance`` is P(positive) - P(negative), in [-1, 1], as if all three classes were equally common: an attitude must
    not look negative because negative sentences were more often chosen for the training rows.
    """

    probabilities: Vectors
    attention: Vectors
    balance: float


def keys_of(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Eight bytes for each word, by which it is known without being stored."""
    digests = b"".join(blake2b(word.encode(), digest_size=KEY_BYTES).digest() for word in words)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


@dataclass(frozen=True, slots=True)
class Batch:
    """Contexts in order of falling length: their lengths, and the rows of all their tokens one after another."""

    lengths: npt.NDArray[np.int64]
    inside: npt.NDArray[np.bool_]
    features: Vectors
    distances: npt.NDArray[np.int64]
    target: Vectors

    @classmethod
    def of(cls, contexts: Sequence[Context]) -> Batch:
        """The contexts, which must be in order of falling length."""
        lengths = np.array([len(context.tokens) for context in contexts])
        inside = np.arange(lengths[0])[:, None] < lengths
        target = np.zeros(inside.shape, dtype=np.float32)
        target.T[inside.T] = np.concatenate([context.target for context in contexts])
        features = np.concatenate([context.features for context in contexts])
        return cls(lengths, inside, features, np.concatenate([context.distances for context in contexts]), target)


class Member:
    """One fitted network."""

    def __init__(self, arrays: Mapping[str, Vectors]) -> None:
        own = {name: np.array(array, dtype=np.float32) for name, array in arrays.items() if name != "tuned"}
        if "tuned" in arrays:
            own["tuned"] = np.array(arrays["tuned"])  # one byte a number: it is as long as the vocabulary
        self._hidden = own["hh_f"].shape[1]
        for name in ("ih_f", "hh_f", "ih_b", "hh_b"):
            own[name] = np.ascontiguousarray(own[name].T)
        for name in ("ih_f", "hh_f", "bi_f", "bh_f", "ih_b", "hh_b", "bi_b", "bh_b"):
            own[name][..., : 2 * self._hidden] *= 0.5  # sigmoid(x) is tanh(x / 2) / 2 + 1 / 2
        self._a = own
        self.width = len(own["word"])

    def project(self, vectors: Vectors, places: npt.NDArray[np.int64]) -> Vectors:
        """Words as the network reads them, one row a word: by the encoder's vector and by what was learnt of the word.

        ``places`` are rows of ``tuned``, -1 for a word of which nothing was learnt.
        """
        projected: Vectors = vectors @ self._a["word"].T
        if "tuned" in self._a:
            known = places >= 0
            projected[known] += (self._a["tuned"][places[known]] * self._a["tuned_scale"]) @ self._a["up"].T
        return projected

    def read(self, batch: Batch, words: Vectors) -> tuple[Vectors, Vectors]:
        """Logits, (contexts, 3), and how much each token counted, (tokens, contexts)."""
        a, inside = self._a, batch.inside
        own = np.tanh(words + batch.features @ a["features"].T + a["distance"][batch.distances] + a["bias"])
        states = np.zeros((*inside.shape, 2 * self._hidden), dtype=np.float32)
        for way, part in (("f", slice(0, self._hidden)), ("b", slice(self._hidden, None))):
            gates = np.zeros((*inside.shape, 3 * self._hidden), dtype=np.float32)
            gates.swapaxes(0, 1)[inside.T] = own @ a[f"ih_{way}"] + a[f"bi_{way}"]
            self._recur(gates, inside.sum(axis=1), way, states[:, :, part])
        near = np.full(inside.shape, -np.inf, dtype=np.float32)
        near.T[inside.T] = a["near"][batch.distances]
        return self._read_out(states, batch.target, near)

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

    def _read_out(self, states: Vectors, target: Vectors, near: Vectors) -> tuple[Vectors, Vectors]:
        a = self._a
        centre = np.einsum("tb,tbh->bh", target / np.maximum(target.sum(axis=0), 1.0), states)
        scores = np.tanh(states @ a["key"].T + centre @ a["query"].T) @ a["score"] + near
        weights = np.exp(scores - scores.max(axis=0))
        weights /= weights.sum(axis=0)
        seen = np.einsum("tb,tbh->bh", weights, states)
        hidden = np.maximum(np.concatenate([centre, seen], axis=1) @ a["hidden"].T + a["hidden_bias"], 0.0)
        return hidden @ a["out"].T + a["out_bias"], weights


class Network:
    """The fitted arrays of one or more members, by the names training gave them: a member's number, a dot, a name."""

    def __init__(
        self,
        arrays: Mapping[str, Vectors],
        temperature: float,
        class_shares: Sequence[float] = (1.0, 1.0, 1.0),
    ) -> None:
        own: dict[str, dict[str, Vectors]] = {}
        self._known = np.array(arrays.get(WORDS, ()), dtype=np.uint64)
        for name, array in arrays.items():
            if name == WORDS:
                continue
            member, _, short = name.partition(".")
            own.setdefault(member, {})[short] = array
        self._members = [Member(own[member]) for member in sorted(own)]
        self._borders = np.cumsum([member.width for member in self._members])[:-1].tolist()
        self._temperature, self._shares = temperature, np.array(class_shares, dtype=np.float32)
        self.width = sum(member.width for member in self._members)
        """Numbers in a projected word: those for each member side by side."""

    def project(self, words: Sequence[str], vectors: Vectors) -> Vectors:
        """Words with their encoder vectors as the members read them: one row a word."""
        places = self._places(words)
        return np.concatenate([member.project(vectors, places) for member in self._members], axis=1)

    def _places(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """Where each word stands among those of which something was learnt; -1 for no place."""
        if not len(self._known):
            return np.full(len(words), -1)
        keys = keys_of(words)
        places = np.minimum(np.searchsorted(self._known, keys), len(self._known) - 1)
        return np.where(self._known[places] == keys, places, -1)

    def read(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        """A reading for each context; ``words`` holds its tokens' projected words, zero where a word does not count."""
        order = sorted(range(len(contexts)), key=lambda index: -len(contexts[index].tokens))
        out: dict[int, Reading] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            batch = Batch.of([contexts[index] for index in chosen])
            out.update(zip(chosen, self._read(batch, np.concatenate([words[i] for i in chosen])), strict=True))
        return [out[index] for index in range(len(contexts))]

    def _read(self, batch: Batch, words: Vectors) -> list[Reading]:
        own = np.split(words, self._borders, axis=1)
        read = [member.read(batch, part) for member, part in zip(self._members, own, strict=True)]
        logits = np.mean([logits for logits, _ in read], axis=0) / self._temperature
        weights = np.mean([weights for _, weights in read], axis=0)
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        level = chances / self._shares
        balance = (level[:, 2] - level[:, 0]) / level.sum(axis=1)
        return [Reading(chances[i], weights[:n, i], float(balance[i])) for i, n in enumerate(batch.lengths.tolist())]
