"""The tone network: a small transformer over a context, read out by attention from the target.

Words come in as one vector each, so the network reads every language in the same way; its weights are kept in one byte
a number and multiplied as such. ``analysis.training.tone`` fits the same network and writes the arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from analysis.sentiment.contexts import FIRST, INSIDE, NAME, TARGET, Context
from analysis.sentiment.reading import Reading
from analysis.types import Vectors

BATCH = 16
"""Contexts that are read at once: more do not fit into a processor's cache."""
KEY_BYTES = 8
HEADS = 12
EPSILON = 1e-12
FAR = -1e4
SMALLEST, BYTE = 1e-8, 127
MARKS = [index for index in range(NAME, FIRST + 1) if index not in (INSIDE, FIRST)]
"""Features of tokens that are no words; a token without any is a mark of another kind."""


def keys_of(words: Sequence[tuple[str, str]]) -> npt.NDArray[np.uint64]:
    """Eight bytes for each pair of language and word, by which it is known without being stored."""
    digests = b"".join(blake2b(f"{code}:{word}".encode(), digest_size=KEY_BYTES).digest() for code, word in words)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear map of which the weights, (inputs, outputs), are bytes with a scale for each output."""

    weights: torch.Tensor
    scale: torch.Tensor
    bias: torch.Tensor

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Linear:
        """The map stored under a name; its weights are stored as (outputs, inputs)."""
        weights = torch.from_numpy(np.array(arrays[name], dtype=np.int8)).t()
        return cls(weights, _floats(arrays, f"{name}_scale"), _floats(arrays, f"{name}_bias"))

    def __call__(self, rows: torch.Tensor) -> torch.Tensor:
        """The map of rows, which are brought to one byte a number by a scale for each row."""
        scale = rows.abs().amax(dim=1, keepdim=True).clamp_(min=SMALLEST).div_(BYTE)
        product = torch._int_mm(rows.div(scale).round_().to(torch.int8), self.weights)
        out: torch.Tensor = product.to(torch.float32).mul_(scale).mul_(self.scale).add_(self.bias)
        return out


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation."""

    weight: torch.Tensor
    bias: torch.Tensor

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Norm:
        """The normalisation stored under a name."""
        return cls(_floats(arrays, name), _floats(arrays, f"{name}_bias"))

    def __call__(self, rows: torch.Tensor) -> torch.Tensor:
        """The rows, normalised."""
        return functional.layer_norm(rows, self.weight.shape, self.weight, self.bias, EPSILON)


@dataclass(frozen=True, slots=True)
class Layer:
    """Self-attention and two linear maps, each added to what came in and normalised (Vaswani et al. 2017)."""

    heads: Linear
    together: Linear
    first: Norm
    wide: Linear
    narrow: Linear
    second: Norm

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], number: int) -> Layer:
        """The layer stored under a number."""
        heads, together, wide, narrow = (
            Linear.of(arrays, f"{number}.{name}") for name in ("heads", "together", "wide", "narrow")
        )
        first, second = (Norm.of(arrays, f"{number}.{name}") for name in ("first", "second"))
        return cls(heads, together, first, wide, narrow, second)

    def __call__(self, states: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        """States, (contexts, tokens, width); ``hidden`` is far below zero where there is no token."""
        contexts, tokens, width = states.shape
        rows = states.reshape(-1, width)
        parts = self.heads(rows).view(contexts, tokens, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        scores = (parts[0] @ parts[1].transpose(-1, -2)).mul_((width // HEADS) ** -0.5).add_(hidden)
        seen = (scores.softmax(dim=-1) @ parts[2]).transpose(1, 2).reshape(-1, width)
        rows = self.first(rows + self.together(seen))
        rows = self.second(rows + self.narrow(functional.gelu(self.wide(rows))))
        return rows.view(contexts, tokens, width)


class Network:
    """The fitted arrays by the names that training gave them."""

    def __init__(
        self,
        arrays: Mapping[str, npt.NDArray[Any]],
        temperature: float,
        class_shares: Sequence[float] = (1.0, 1.0, 1.0),
    ) -> None:
        self._known = np.array(arrays["words"], dtype=np.uint64)
        self._learnt, self._scale = np.array(arrays["learnt"], dtype=np.int8), _numbers(arrays, "learnt_scale")
        self._up, self._by_vector = _numbers(arrays, "up"), _numbers(arrays, "by_vector")
        names = ("features", "distance", "near", "other", "begin", "end", "place", "key", "query", "score")
        self._a = {name: _floats(arrays, name) for name in (*names, "hidden", "hidden_bias", "out", "out_bias")}
        self._first = Norm.of(arrays, "first")
        count = 1 + max(int(name.split(".")[0]) for name in arrays if name[0].isdigit())
        self._layers = [Layer.of(arrays, number) for number in range(count)]
        self._temperature, self._shares = temperature, torch.tensor(class_shares)
        self.width = len(self._by_vector)
        """Numbers in a projected word."""

    def project(self, words: Sequence[tuple[str, str]], vectors: Vectors) -> Vectors:
        """Words, each with its language, and their encoder vectors as the network reads them: one row a word."""
        keys = keys_of(words)
        places = np.minimum(np.searchsorted(self._known, keys), len(self._known) - 1)
        known = self._known[places] == keys
        rows = [self._by_vector @ vector for vector in vectors]  # one by one: the same whatever is asked for beside it
        for index in np.flatnonzero(known):
            rows[index] += self._up @ (self._learnt[places[index]] * self._scale)
        return np.stack(rows)

    def read(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        """A reading for each context; ``words`` holds its tokens' projected words, zero where a word does not count."""
        order = sorted(range(len(contexts)), key=lambda index: -len(contexts[index].tokens))
        out: dict[int, Reading] = {}
        with torch.inference_mode():
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                found = self._read([contexts[index] for index in chosen], [words[index] for index in chosen])
                out.update(zip(chosen, found, strict=True))
        return [out[index] for index in range(len(contexts))]

    def _read(self, contexts: Sequence[Context], words: Sequence[Vectors]) -> list[Reading]:
        lengths = torch.tensor([len(context.tokens) for context in contexts])
        states, distances = self._embed(contexts, words, lengths)
        hidden = (torch.arange(states.shape[1]) >= lengths[:, None] + 2)[:, None, None] * FAR
        for layer in self._layers:
            states = layer(states, hidden)
        logits, weights = self._read_out(states[:, 1:-1], contexts, distances, lengths)
        chances = (logits / self._temperature).softmax(dim=1)
        level = chances / self._shares
        balance = (level[:, 2] - level[:, 0]) / level.sum(dim=1)
        return [
            Reading(chances[row].numpy(), weights[row, : len(context.tokens)].numpy(), float(balance[row]))
            for row, context in enumerate(contexts)
        ]

    def _embed(
        self, contexts: Sequence[Context], words: Sequence[Vectors], lengths: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """What goes into the layers: a beginning, the tokens, an end; and the tokens' classes of distance."""
        a, longest = self._a, int(lengths.max())
        inside = torch.arange(longest) < lengths[:, None]
        features = torch.from_numpy(np.concatenate([context.features for context in contexts]))
        distances = torch.zeros(inside.shape, dtype=torch.long)
        distances[inside] = torch.from_numpy(np.concatenate([context.distances for context in contexts])).long()
        no_word = torch.tensor([word is None for context in contexts for word in context.words])
        rows = torch.from_numpy(np.concatenate(words)) + features @ a["features"].t() + a["distance"][distances[inside]]
        rows += ((features[:, MARKS] == 0).all(dim=1) & no_word)[:, None] * a["other"]
        states = torch.zeros(len(contexts), longest + 2, self.width)
        states[:, 0] = a["begin"]
        states[:, 1:-1][inside] = rows
        states[torch.arange(len(contexts)), lengths + 1] = a["end"]
        return self._first(states + a["place"][: longest + 2]), distances

    def _read_out(
        self, states: torch.Tensor, contexts: Sequence[Context], distances: torch.Tensor, lengths: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits, (contexts, 3), and how much each token counted, (contexts, tokens)."""
        a, inside = self._a, torch.arange(states.shape[1]) < lengths[:, None]
        target = torch.zeros(inside.shape)
        target[inside] = torch.from_numpy(np.concatenate([context.features[:, TARGET] for context in contexts]))
        centre = torch.einsum("bt,bth->bh", target / target.sum(dim=1, keepdim=True).clamp(min=1), states)
        scores = torch.tanh(states @ a["key"].t() + (centre @ a["query"].t())[:, None]) @ a["score"]
        weights = (scores + a["near"][distances]).masked_fill(~inside, FAR).softmax(dim=1)
        seen = torch.einsum("bt,bth->bh", weights, states)
        hidden = torch.tanh(torch.cat([centre, seen], dim=1) @ a["hidden"].t() + a["hidden_bias"])
        return hidden @ a["out"].t() + a["out_bias"], weights


def _numbers(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Vectors:
    return np.array(arrays[name], dtype=np.float32)


def _floats(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> torch.Tensor:
    return torch.from_numpy(_numbers(arrays, name))
