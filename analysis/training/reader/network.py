"""The reader as it is trained: layers that read each text by itself, layers that read two together, and read-outs."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.reader.reader import NAME_SHARED

HIDDEN, INNER, HEADS, EPSILON = 384, 1536, 12, 1e-12
"""multilingual-e5-small (Wang et al. 2024)."""
LAYERS, JOINT = 6, 3
"""Layers that read a text by itself, and those behind them that read a pair together."""
SHARED_NAMES = 6
SLOTS = NAME_SHARED + SHARED_NAMES
STANCES, TONES, RELATIONS, CERTAINTIES = 4, 3, 4, 4
READ_OUT = 192
FAR = -1e4


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm, self.norm2 = nn.LayerNorm(HIDDEN, EPSILON), nn.LayerNorm(HIDDEN, EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        size, length, _ = states.shape
        parts = self.qkv(states).view(size, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        weights = (parts[0] @ parts[1].transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + mask).softmax(-1)
        read = (weights.to(parts.dtype) @ parts[2]).transpose(1, 2).reshape(size, length, HIDDEN)
        states = self.norm(states + self.drop(self.out(read)))
        out: Tensor = self.norm2(states + self.drop(self.down(functional.gelu(self.up(states)))))
        return out


class Pool(nn.Module):
    """A weighted mean of states; the weights follow from the states and from what asks."""

    def __init__(self, asked: bool = False) -> None:
        super().__init__()
        self.key = nn.Linear(HIDDEN, HIDDEN if asked else 1)
        self.query = nn.Linear(HIDDEN, HIDDEN) if asked else None

    def forward(self, states: Tensor, inside: Tensor, asks: Tensor | None = None) -> Tensor:
        if self.query is None:
            weights = self.key(states).squeeze(-1)
        else:
            weights = (self.key(states) * self.query(asks)[:, None]).sum(-1) / HIDDEN**0.5
        weights = torch.where(inside, weights.float(), torch.tensor(FAR))
        return (weights.softmax(-1)[..., None] * states).sum(1)


def mean(states: Tensor, inside: Tensor) -> Tensor:
    """The mean of the states inside."""
    inside = inside[..., None].float()
    return (states * inside).sum(1) / inside.sum(1).clamp(min=1.0)


def read_out(width: int, classes: int, dropout: float) -> nn.Sequential:
    """From a vector to classes."""
    return nn.Sequential(
        nn.Dropout(dropout), nn.Linear(width, READ_OUT), nn.GELU(), nn.Dropout(dropout), nn.Linear(READ_OUT, classes)
    )


class Network(nn.Module):
    """``table`` holds the vectors of pieces, which stay as they are; names of three kinds have vectors of their own."""

    table: Tensor

    def __init__(self, table: Tensor, dropout: float = 0.1, layers: int = LAYERS, joint: int = JOINT) -> None:
        super().__init__()
        self.register_buffer("table", table, persistent=False)
        self.names = nn.Parameter(torch.zeros(3, HIDDEN))
        self.positions = nn.Parameter(torch.zeros(512, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.joint = nn.ModuleList(Layer(dropout) for _ in range(joint))
        self.slots, self.sides = nn.Parameter(torch.zeros(SLOTS, HIDDEN)), nn.Parameter(torch.zeros(2, HIDDEN))
        self.content = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.stance_said, self.stance_around = Pool(), Pool()
        self.stance = read_out(2 * HIDDEN, STANCES, dropout)
        self.toward = nn.Linear(2 * HIDDEN, HIDDEN)
        self.toward_key = nn.Linear(HIDDEN, HIDDEN + 1)
        self.tone_pool, self.tone = Pool(True), read_out(2 * HIDDEN, TONES, dropout)
        self.attitude_pool, self.attitude = Pool(True), read_out(2 * HIDDEN, TONES, dropout)
        self.mood_pool, self.mood = Pool(), read_out(HIDDEN, TONES, dropout)
        self.loaded = read_out(HIDDEN, 1, dropout)
        self.certainty_pool, self.certainty = Pool(), read_out(HIDDEN, CERTAINTIES, dropout)
        self.pair_pool, self.pair = Pool(), read_out(4 * HIDDEN, RELATIONS, dropout)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.table.device

    def read(self, ids: Tensor, seen: Tensor) -> Tensor:
        """States of each text by itself."""
        own = ids - len(self.table)
        vectors = self.table[ids.clamp(max=len(self.table) - 1)]
        vectors = torch.where((own >= 0)[..., None], self.names[own.clamp(min=0)], vectors)
        states: Tensor = self.drop(self.norm(vectors + self.positions[: ids.shape[1]]))
        mask = torch.where(seen, 0.0, FAR)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def stances(self, states: Tensor, said: Tensor, around: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance, and of each piece whether the stance is toward it; ``around`` are the sentences in which
        it is ``said``."""
        one, around = self.stance_said(states, said), self.stance_around(states, around)
        asks = torch.cat([one, around], -1)
        keys = self.toward_key(states)
        toward = (keys[..., 1:] * self.toward(asks)[:, None]).sum(-1) / HIDDEN**0.5 + keys[..., 0]
        return self.stance(asks), toward

    def tones(self, states: Tensor, seen: Tensor, target: Tensor, attitude: bool = False) -> Tensor:
        """Logits of tone toward what stands at the target."""
        one = mean(states, target)
        pool, out = (self.attitude_pool, self.attitude) if attitude else (self.tone_pool, self.tone)
        logits: Tensor = out(torch.cat([one, pool(states, seen, one)], -1))
        return logits

    def pairs(self, states: Tensor, seen: Tensor, second: Tensor, slots: Tensor, content: Tensor) -> Tensor:
        """Logits of how two texts are related that stand behind each other in a row, the pieces of the ``second``
        marked as such; ``slots`` mark names and figures, ``content`` is what names consist of."""
        states = states + self.sides[second.long()] + self.slots[slots] * (slots > 0)[..., None] + self.content(content)
        mask = torch.where(seen, 0.0, FAR)[:, None, None, :]
        for layer in self.joint:
            states = layer(states, mask)
        one, other = self.pair_pool(states, seen & ~second), self.pair_pool(states, seen & second)
        logits: Tensor = self.pair(torch.cat([one, other, (one - other).abs(), one * other], -1))
        return logits


def begin(network: Network, weights: dict[str, Any]) -> None:
    """Take over the published weights: names of ``from_wheels`` in, the first layers and those behind them."""
    with torch.no_grad():
        network.positions.copy_(weights["embeddings.position_embeddings.weight"])
        network.positions.add_(weights["embeddings.token_type_embeddings.weight"][0])
        network.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        network.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for place, layer in enumerate([*network.layers, *network.joint]):
            at = f"encoder.layer.{place}."
            parts = [f"{at}attention.self.{name}" for name in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
            for own, name in (
                (layer.out, "attention.output.dense"),
                (layer.norm, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.norm2, "output.LayerNorm"),
            ):
                own.weight.copy_(weights[f"{at}{name}.weight"])
                own.bias.copy_(weights[f"{at}{name}.bias"])
