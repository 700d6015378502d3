"""The network of ``analysis.sentiment.network`` in torch, for fitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from analysis.sentiment.contexts import N_DISTANCES, SIZE, TARGET, Context
from analysis.sentiment.network import WORDS, keys_of
from analysis.types import Vectors

WITHHELD = 0.3
"""Share of words of which, in fitting, nothing learnt is shown."""
BYTE, SMALLEST = 127, 1e-6


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network's parts."""

    width: int = 96
    hidden: int = 64
    read_out: int = 64
    tuned: int = 0
    """Numbers learnt of each word itself, beside its vector; 0 for none."""


class TorchNet(nn.Module):
    """The same arrays under the same names; ``arrays`` writes them out."""

    def __init__(self, vectors: Vectors, shape: Shape, dropout: float = 0.3):
        super().__init__()
        width, hidden, read_out = shape.width, shape.hidden, shape.read_out
        known = torch.from_numpy(vectors)
        self.vectors = nn.Embedding(len(vectors), vectors.shape[1], padding_idx=0, _weight=known, _freeze=True)
        self.shape = shape
        self.word = nn.Linear(vectors.shape[1], width, bias=False)
        self.features = nn.Linear(SIZE, width)
        self.distance = nn.Embedding(N_DISTANCES, width)
        self.near = nn.Embedding(N_DISTANCES, 1)
        if shape.tuned:
            self.tuned = nn.Embedding(len(vectors), shape.tuned, sparse=True)
            self.up = nn.Linear(shape.tuned, width, bias=False)
            nn.init.zeros_(self.tuned.weight)
            nn.init.normal_(self.up.weight, std=0.25)
        self.gru = nn.GRU(width, hidden, batch_first=True, bidirectional=True)
        self.key = nn.Linear(2 * hidden, hidden, bias=False)
        self.query = nn.Linear(2 * hidden, hidden, bias=False)
        self.score = nn.Linear(hidden, 1, bias=False)
        self.hidden = nn.Linear(4 * hidden, read_out)
        self.out = nn.Linear(read_out, 3)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.zeros_(self.near.weight)
        nn.init.normal_(self.word.weight, std=0.25)

    def forward(
        self,
        words: torch.Tensor,
        features: torch.Tensor,
        distances: torch.Tensor,
        lengths: torch.Tensor,
    ) -> torch.Tensor:
        """Logits of a batch, (batch, 3)."""
        own = self.word(self.drop(self.vectors(words))) + self.features(features) + self.distance(distances)
        if self.shape.tuned:
            own = own + self.up(self._learnt(words))
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(torch.tanh(own)), lengths, batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True)
        states = self.drop(states)
        target = (features[:, :, self.target_feature] > 0).float()
        centre = torch.einsum("bt,bth->bh", target / target.sum(1, keepdim=True).clamp(min=1), states)
        scores = self.score(torch.tanh(self.key(states) + self.query(centre)[:, None]))[..., 0]
        scores = scores + self.near(distances)[..., 0]
        inside = torch.arange(states.shape[1])[None] < lengths[:, None]
        weights = torch.softmax(scores.masked_fill(~inside, -1e9), dim=1)
        seen = torch.einsum("bt,bth->bh", weights, states)
        logits: torch.Tensor = self.out(self.drop(torch.relu(self.hidden(torch.cat([centre, seen], dim=1)))))
        return logits

    def _learnt(self, words: torch.Tensor) -> torch.Tensor:
        """What was learnt of each word itself; in fitting it is withheld of some, as it will be of words never seen."""
        learnt: torch.Tensor = self.tuned(words)
        if not self.training:
            return learnt
        return learnt * (torch.rand(words.shape) > WITHHELD)[..., None] / (1.0 - WITHHELD)

    target_feature = TARGET

    def arrays(self, member: int = 0, vocabulary: Vocabulary | None = None) -> dict[str, npt.NDArray[Any]]:
        """The fitted arrays as ``Network`` reads them, with the member's number before each name.

        What was learnt of words needs the vocabulary; it is kept in one byte a number, in the order of the words' keys.
        """
        state = {name: value.detach().numpy().astype(np.float32) for name, value in self.state_dict().items()}
        out = {
            "word": state["word.weight"],
            "features": state["features.weight"],
            "bias": state["features.bias"],
            "distance": state["distance.weight"],
            "near": state["near.weight"][:, 0],
            "key": state["key.weight"],
            "query": state["query.weight"],
            "score": state["score.weight"][0],
            "hidden": state["hidden.weight"],
            "hidden_bias": state["hidden.bias"],
            "out": state["out.weight"],
            "out_bias": state["out.bias"],
        }
        for way, suffix in (("f", ""), ("b", "_reverse")):
            for short, name in (("ih", "weight_ih"), ("hh", "weight_hh"), ("bi", "bias_ih"), ("bh", "bias_hh")):
                out[f"{short}_{way}"] = state[f"gru.{name}_l0{suffix}"]
        named: dict[str, npt.NDArray[Any]] = {f"{member}.{name}": array for name, array in out.items()}
        if self.shape.tuned and vocabulary is not None:
            keys = keys_of(list(vocabulary.numbers))
            learnt = state["tuned.weight"][1:]
            scale = np.maximum(np.abs(learnt).max(axis=0), SMALLEST) / BYTE
            order = np.argsort(keys)
            named[WORDS] = keys[order]
            named[f"{member}.tuned"] = np.round(learnt / scale)[order].astype(np.int8)
            named[f"{member}.tuned_scale"], named[f"{member}.up"] = scale, state["up.weight"]
        return named


class Vocabulary:
    """Numbers for words; 0 stands for a word that does not count."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, word: str | None) -> int:
        """The word's number, a new one if it has none yet."""
        return 0 if word is None else self.numbers.setdefault(word, len(self.numbers) + 1)


def collate(
    contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """A padded batch: word numbers, features, distance classes and lengths."""
    longest = max(len(context.tokens) for context in contexts)
    words = np.zeros((len(contexts), longest), dtype=np.int64)
    features = np.zeros((len(contexts), longest, SIZE), dtype=np.float32)
    distances = np.zeros((len(contexts), longest), dtype=np.int64)
    for row, context in enumerate(contexts):
        n = len(context.tokens)
        words[row, :n] = [vocabulary.number(word) for word in context.words]
        features[row, :n] = context.features
        distances[row, :n] = context.distances
    lengths = torch.tensor([len(context.tokens) for context in contexts])
    return torch.from_numpy(words), torch.from_numpy(features), torch.from_numpy(distances), lengths
