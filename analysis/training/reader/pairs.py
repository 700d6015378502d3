"""Pairs of tellings: which are read together, how their pieces are marked, and what the network says of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from analysis.reader.reader import marked
from analysis.reader.vocabulary import Ids
from analysis.training.reader import network as net
from analysis.training.reader.corpus import RELATIONS, Telling, Text

SAME, FIGURE, CONTRADICTS, OTHER = range(len(RELATIONS))
PAIRS_TOGETHER = 24
PAIRS = {"same": 9, "figure": 5, "contradicts": 5, "near": 12, "far": 4}
"""Pairs of each kind read for a fact, at most."""


def pair_logits(
    model: net.Network,
    every: Sequence[Telling],
    states: Tensor,
    pairs: Sequence[tuple[int, int]],
    rng: random.Random,
) -> Tensor:
    """Logits of the relation of pairs of tellings by their places; pairs of like length are read together."""
    width = states.shape[1]
    contents = torch.zeros(len(every), width, net.HIDDEN)
    for row, telling in enumerate(every):
        for place, vector in telling.text.contents.items():
            contents[row, place] = torch.from_numpy(vector)
    contents = contents.to(states.device)
    sizes = [len(every[a].text.ids) + len(every[b].text.ids) for a, b in pairs]
    order = sorted(range(len(pairs)), key=lambda at: sizes[at])
    out: list[Tensor] = [torch.empty(0)] * len(pairs)
    for at in range(0, len(order), PAIRS_TOGETHER):
        chunk = order[at : at + PAIRS_TOGETHER]
        rows = _together([(every[a], every[b], a, b) for a, b in (pairs[place] for place in chunk)], width, rng)
        places, seen, second, slots = (torch.from_numpy(row).to(states.device) for row in rows)
        logits = model.pairs(
            states.reshape(-1, net.HIDDEN)[places], seen, second, slots, contents.reshape(-1, net.HIDDEN)[places]
        )
        for row, place in enumerate(chunk):
            out[place] = logits[row]
    return torch.stack(out)


def _together(pairs: Sequence[tuple[Telling, Telling, int, int]], width: int, rng: random.Random) -> tuple[Any, ...]:
    """Where the pieces of each pair are among all, which are there, which are the second text's, and their marks."""
    longest = max(len(one.text.ids) + len(other.text.ids) for one, other, _, _ in pairs)
    places = np.zeros((len(pairs), longest), dtype=np.int64)
    seen, second = np.zeros(places.shape, dtype=np.bool_), np.zeros(places.shape, dtype=np.bool_)
    slots = np.zeros_like(places)
    for row, (one, other, a, b) in enumerate(pairs):
        border, size = len(one.text.ids), len(one.text.ids) + len(other.text.ids)
        places[row, :border] = a * width + np.arange(border)
        places[row, border:size] = b * width + np.arange(size - border)
        seen[row, :size] = second[row, border:size] = True
        marks = slots_of(one.text, other.text, rng)
        slots[row, :size] = [*marks[0], *marks[1]]
    return places, seen, second, slots


def slots_of(one: Text, other: Text, rng: random.Random) -> tuple[Ids, Ids]:
    """Marks of the names and figures of two texts, the shared names in random order."""
    shared = sorted({a for a in one.actors if a} & {a for a in other.actors if a})
    rng.shuffle(shared)
    return marked(one, other, shared, net.SLOTS), marked(other, one, shared, net.SLOTS)


def chosen_pairs(facts: Sequence[list[Telling]], rng: random.Random) -> Iterator[tuple[int, int, int]]:
    """Pairs of places with their relation, a few of each kind, either side first."""
    kinds: dict[str, list[tuple[int, int, int]]] = {kind: [] for kind in PAIRS}
    every = [(number, telling) for number, fact in enumerate(facts) for telling in fact]
    for a, (fact, one) in enumerate(every):
        for b, (against, other) in enumerate(every[a + 1 :], a + 1):
            kind, label = _kind(fact == against, one, other)
            if kind:
                kinds[kind].append((a, b, label))
    for kind, most in PAIRS.items():
        found = kinds[kind]
        for a, b, label in rng.sample(found, min(len(found), most * len(facts))):
            yield (a, b, label) if rng.random() < 0.5 else (b, a, label)


def _kind(together: bool, one: Telling, other: Telling) -> tuple[str, int]:
    if not together:
        return "far", OTHER
    kinds = {one.relation, other.relation}
    if kinds == {"same"}:
        return "same", SAME
    if kinds == {"same", "different_figure"}:
        return "figure", FIGURE
    if kinds == {"same", "contradicts"}:
        return "contradicts", CONTRADICTS
    if "near_miss" in kinds and (len(kinds) == 2 or one.gloss != other.gloss):
        return "near", OTHER
    return "", OTHER
