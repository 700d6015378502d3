"""The network of ``analysis.sentiment.network`` in torch, for fitting: an English transformer that reads any language.

Its layers begin as those of an English sentence transformer. Instead of word pieces it is given one vector a word: what
the encoder's vector says of the English word pieces, by regression, and numbers learnt of the word itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from analysis.sentiment.contexts import (
    BREAK,
    COMMA,
    EXCLAIM,
    N_DISTANCES,
    NAME,
    NUMBER,
    QUOTE_MARK,
    REACH_TOKENS,
    SIZE,
    TARGET,
    Context,
)
from analysis.sentiment.network import BYTE, EPSILON, FAR, HEADS, MARKS, SMALLEST, keys_of
from analysis.training.tone.vocabulary import Vocabulary
from analysis.types import Vectors

LEARNT = 128
"""Numbers learnt of each word itself."""
LEARNT_SCALE = 0.05
ATTENTION, READ_OUT = 128, 192
MOST_TOKENS = max(96, 2 * REACH_TOKENS + 2)
WITHHELD = 0.1
"""Share of words of which, in fitting, nothing learnt is shown."""
SHOWN_AS: dict[int, tuple[str, ...]] = {
    NAME: ("john", "smith", "mary", "johnson", "david", "miller", "peter", "anna", "maria", "robert"),
    QUOTE_MARK: ('"',),
    COMMA: (",",),
    BREAK: (":", "-", "("),
    EXCLAIM: ("!", "?"),
    NUMBER: ("10", "2000", "5", "25"),
}
"""Words and marks whose mean word pieces stand for a kind of token at the beginning: frequent names, round numbers."""
LAYER_NAMES = {"heads": "qkv", "together": "o", "wide": "up", "narrow": "down"}


class Base:
    """An English transformer of the BERT family: where the student begins, and whose states it learns to give."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval().requires_grad_(False)
        self.pieces: torch.Tensor = self.model.embeddings.word_embeddings.weight
        self.width = int(self.pieces.shape[1])

    def embedding(self, phrase: str) -> Vectors:
        """The mean of a phrase's word pieces, (width,)."""
        numbers = self.tokenizer(phrase, add_special_tokens=False)["input_ids"]
        if not numbers:
            return np.zeros(self.width, dtype=np.float32)
        found: Vectors = self.pieces[numbers].mean(dim=0).numpy()
        return found

    def special(self, name: str) -> torch.Tensor:
        """The word piece of one of the tokenizer's own tokens: ``mask``, ``cls`` or ``sep``."""
        found: torch.Tensor = self.pieces[getattr(self.tokenizer, f"{name}_token_id")].clone()
        return found


class StudentLayer(nn.Module):
    """Self-attention and two linear maps."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        own = layer.attention
        width, wide = own.output.dense.weight.shape[0], layer.intermediate.dense.weight.shape[0]
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, wide), nn.Linear(wide, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps=EPSILON), nn.LayerNorm(width, eps=EPSILON)
        parts = (own.self.query, own.self.key, own.self.value)
        self.qkv.weight.data = torch.cat([part.weight.data for part in parts])
        self.qkv.bias.data = torch.cat([part.bias.data for part in parts])
        for mine, theirs in (
            (self.o, own.output.dense),
            (self.n1, own.output.LayerNorm),
            (self.up, layer.intermediate.dense),
            (self.down, layer.output.dense),
            (self.n2, layer.output.LayerNorm),
        ):
            mine.load_state_dict(theirs.state_dict())

    def forward(self, states: torch.Tensor, hidden: torch.Tensor, drop: nn.Module) -> torch.Tensor:
        """States, (contexts, tokens, width)."""
        contexts, tokens, width = states.shape
        q, k, v = self.qkv(states).view(contexts, tokens, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        weights = torch.softmax((q @ k.transpose(-1, -2)).float() * (width // HEADS) ** -0.5 + hidden, dim=-1)
        seen = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(contexts, tokens, width)
        states = self.n1(states + drop(self.o(seen)))
        out: torch.Tensor = self.n2(states + drop(self.down(functional.gelu(self.up(states)))))
        return out


class Student(nn.Module):
    """The same arrays under other names; ``arrays`` writes them out."""

    def __init__(self, base: Base, vocabulary: Vocabulary, learnt: int = LEARNT, layers: int | None = None) -> None:
        super().__init__()
        width, known = base.width, torch.from_numpy(vocabulary.vectors)
        nothing = torch.zeros(1, known.shape[1], dtype=known.dtype)
        self.vec: torch.Tensor
        self.register_buffer("vec", torch.cat([nothing, known]), persistent=False)
        by_vector, basis = vocabulary.regression(learnt)
        self.word = nn.Linear(known.shape[1], width, bias=False)
        self.word.weight.data = torch.from_numpy(by_vector)
        self.tuned = nn.Embedding(len(known) + 1, learnt, sparse=True)
        self.tuned.weight.data[0] = 0.0
        self.tuned.weight.data[1:] = torch.from_numpy(vocabulary.rest(by_vector) @ basis / LEARNT_SCALE)
        self.upw = nn.Linear(learnt, width, bias=False)
        self.upw.weight.data = torch.from_numpy(basis * LEARNT_SCALE)
        self.features = nn.Linear(SIZE, width, bias=False)
        nn.init.zeros_(self.features.weight)
        self.features.weight.data[:, TARGET] = base.special("mask")
        for feature, shown in SHOWN_AS.items():
            self.features.weight.data[:, feature] = _mean(base, shown)
        self.distance, self.near = nn.Embedding(N_DISTANCES, width), nn.Embedding(N_DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.near.weight)
        self.other, self.cls = nn.Parameter(_mean(base, ".")), nn.Parameter(base.special("cls"))
        self.sep = nn.Parameter(base.special("sep"))
        embeddings = base.model.embeddings
        places = embeddings.position_embeddings.weight[:MOST_TOKENS] + embeddings.token_type_embeddings.weight[0]
        self.pos, self.n0 = nn.Parameter(places.clone()), nn.LayerNorm(width, eps=EPSILON)
        self.n0.load_state_dict(embeddings.LayerNorm.state_dict())
        self.layers = nn.ModuleList([StudentLayer(layer) for layer in base.model.encoder.layer[:layers]])
        self.key, self.query = nn.Linear(width, ATTENTION, bias=False), nn.Linear(width, ATTENTION, bias=False)
        self.score = nn.Linear(ATTENTION, 1, bias=False)
        self.hidden, self.out = nn.Linear(2 * width, READ_OUT), nn.Linear(READ_OUT, 3)
        self.drop = nn.Dropout(0.1)
        self.requires_grad_(True)

    def states(
        self, words: torch.Tensor, features: torch.Tensor, distances: torch.Tensor | None, lengths: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """States of a beginning, the tokens and an end, (batch, tokens + 2, width), and which of them are there."""
        own = self._embed(words, features, distances)
        batch, _, width = own.shape
        own = torch.cat([self.cls.expand(batch, 1, width), own, torch.zeros(batch, 1, width)], dim=1)
        places = torch.arange(own.shape[1])[None]
        own = torch.where((places == lengths[:, None] + 1)[..., None], self.sep, own)
        inside = places < lengths[:, None] + 2
        states = self.drop(self.n0(own + self.pos[: own.shape[1]]))
        hidden = (~inside[:, None, None, :]).float() * FAR
        for layer in self.layers:
            states = layer(states, hidden, self.drop)
        return states, inside

    def forward(
        self, words: torch.Tensor, features: torch.Tensor, distances: torch.Tensor, lengths: torch.Tensor
    ) -> torch.Tensor:
        """Logits of a batch, (batch, 3)."""
        states, _ = self.states(words, features, distances, lengths)
        return self.read_out(states, features, distances, lengths)

    def read_out(
        self, states: torch.Tensor, features: torch.Tensor, distances: torch.Tensor, lengths: torch.Tensor
    ) -> torch.Tensor:
        """Logits, (batch, 3), from the last layer's states."""
        states = states[:, 1:-1].float()
        inside = torch.arange(states.shape[1])[None] < lengths[:, None]
        target = (features[:, :, TARGET] > 0).float()
        centre = torch.einsum("bt,bth->bh", target / target.sum(1, keepdim=True).clamp(min=1), states)
        scores = self.score(torch.tanh(self.key(states) + self.query(centre)[:, None]))[..., 0]
        weights = torch.softmax((scores + self.near(distances)[..., 0]).masked_fill(~inside, FAR), dim=1)
        seen = torch.einsum("bt,bth->bh", weights, states)
        both = self.drop(torch.cat([centre, seen], dim=1))
        logits: torch.Tensor = self.out(self.drop(torch.tanh(self.hidden(both))))
        return logits

    def _embed(self, words: torch.Tensor, features: torch.Tensor, distances: torch.Tensor | None) -> torch.Tensor:
        """Tokens as they come in; in fitting, what was learnt of some words is withheld, as of words never seen."""
        learnt = self.tuned(words)
        if self.training:
            learnt = learnt * (torch.rand(words.shape) > WITHHELD)[..., None]
        own: torch.Tensor = self.word(self.vec[words].float()) + self.upw(learnt) + self.features(features)
        other = (words == 0) & (features[..., MARKS] == 0).all(dim=-1)
        own = own + other[..., None] * self.other
        return own if distances is None else own + self.distance(distances)

    def arrays(self, vocabulary: Vocabulary, kept: Iterable[int]) -> dict[str, npt.NDArray[Any]]:
        """The fitted arrays as ``Network`` reads them, with what was learnt of these words."""
        state = {name: value.detach().numpy().astype(np.float32) for name, value in self.state_dict().items()}
        numbers = np.array(sorted(kept))
        keys = keys_of([vocabulary.words[number - 1] for number in numbers])
        learnt = state["tuned.weight"][numbers]
        scale = np.maximum(np.abs(learnt).max(axis=0), SMALLEST) / BYTE
        order = np.argsort(keys)
        out: dict[str, npt.NDArray[Any]] = {
            "words": keys[order],
            "learnt": np.round(learnt / scale)[order].astype(np.int8),
            "learnt_scale": scale,
            "near": state["near.weight"][:, 0],
            "score": state["score.weight"][0],
        }
        same = {"up": "upw", "by_vector": "word", "features": "features", "distance": "distance"}
        same |= {"key": "key", "query": "query", "hidden": "hidden", "out": "out", "first": "n0"}
        out |= {name: state[f"{own}.weight"] for name, own in same.items()}
        out |= {
            f"{name}_bias": state[f"{own}.bias"]
            for name, own in (("hidden", "hidden"), ("out", "out"), ("first", "n0"))
        }
        out |= {
            name: state[own] for name, own in (("other", "other"), ("begin", "cls"), ("end", "sep"), ("place", "pos"))
        }
        for number in range(len(self.layers)):
            for name, own in LAYER_NAMES.items():
                weights = state[f"layers.{number}.{own}.weight"]
                rows = np.maximum(np.abs(weights).max(axis=1), SMALLEST) / BYTE
                out[f"{number}.{name}"] = np.round(weights / rows[:, None]).astype(np.int8)
                out[f"{number}.{name}_scale"] = rows
                out[f"{number}.{name}_bias"] = state[f"layers.{number}.{own}.bias"]
            for name, own in (("first", "n1"), ("second", "n2")):
                out[f"{number}.{name}"] = state[f"layers.{number}.{own}.weight"]
                out[f"{number}.{name}_bias"] = state[f"layers.{number}.{own}.bias"]
        return out


def _mean(base: Base, shown: Iterable[str]) -> torch.Tensor:
    return torch.from_numpy(np.mean([base.embedding(word) for word in shown], axis=0))


def collate(
    contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """A padded batch: word numbers, features, distance classes and lengths. An unknown word is shown as a name."""
    longest = max(len(context.tokens) for context in contexts)
    words = np.zeros((len(contexts), longest), dtype=np.int64)
    features = np.zeros((len(contexts), longest, SIZE), dtype=np.float32)
    distances = np.zeros((len(contexts), longest), dtype=np.int64)
    for row, context in enumerate(contexts):
        n = len(context.tokens)
        words[row, :n] = [vocabulary.number(word) for word in context.words]
        features[row, :n], distances[row, :n] = context.features, context.distances
        unknown = [index for index, word in enumerate(context.words) if word is not None and not words[row, index]]
        features[row, unknown, NAME] = 1.0
    lengths = torch.tensor([len(context.tokens) for context in contexts])
    return torch.from_numpy(words), torch.from_numpy(features), torch.from_numpy(distances), lengths
