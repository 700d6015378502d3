"""Rows of all kinds in batches of like length, and what the network says of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from analysis.reader.units import LONGEST
from analysis.reader.vocabulary import PAD
from analysis.training.reader import network as net
from analysis.training.reader.corpus import Stance, Telling, Text, Tone, Translated, Words
from analysis.training.reader.pairs import chosen_pairs, pair_logits

PIECES = 1600
"""Pieces of a batch, about."""
BESIDE = 0.3
"""How often a statement is read with another one, of another matter, before or behind it: in a paragraph it must not
take on the stance of what stands beside it."""
SMOOTHING = 0.05
TOWARD, TOWARD_WEIGHT = 0.3, 3.0
"""Weight of finding the target of a stance, and of its pieces against the rest."""
CONSISTENCY = 1.5
"""Weight of giving translations of a statement one distribution (Jensen-Shannon divergence)."""
LOADED_WEIGHT = 2.0
CERTAINTY = 0.4
TRANSLATED = 2.0
"""Weight of reading a name in a translation as in the English sentence."""
Rows = Sequence[Any]


@dataclass(slots=True)
class Batch:
    """Rows of one task."""

    task: str
    rows: list[Any] = field(default_factory=list)


def padded(texts: Sequence[Text], device: torch.device) -> tuple[Tensor, Tensor]:
    """Pieces of the texts and which are there."""
    longest = max(len(text.ids) for text in texts)
    ids = np.full((len(texts), longest), PAD, dtype=np.int64)
    for row, text in enumerate(texts):
        ids[row, : len(text.ids)] = text.ids
    lengths = torch.tensor([len(text.ids) for text in texts], device=device)
    return torch.from_numpy(ids).to(device), torch.arange(longest, device=device)[None] < lengths[:, None]


def masks(rows: Sequence[Any], name: str, seen: Tensor) -> Tensor:
    """A mask of the rows as a matrix, where ``seen`` is."""
    out = np.zeros(seen.shape, dtype=np.bool_)
    for row, one in enumerate(rows):
        mask = getattr(one, name)
        out[row, : len(mask)] = mask
    return torch.from_numpy(out).to(seen.device)


def stance_batches(rows: Sequence[Stance], rng: random.Random) -> Iterator[Batch]:
    """Statements with one translation each beside them."""
    groups: dict[str, list[Stance]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    pairs: list[list[Stance]] = []
    for group in groups.values():
        mixed = rng.sample(group, len(group))
        pairs += [mixed[at : at + 2] for at in range(0, len(mixed), 2)]
    for chunk in by_length(pairs, lambda pair: sum(len(row.text.ids) for row in pair), rng):
        yield Batch("stance", [row for pair in chunk for row in pair])


def plain_batches(task: str, rows: Rows, rng: random.Random) -> Iterator[Batch]:
    """Rows by length."""
    for chunk in by_length(rows, lambda row: len(row.text.ids), rng):
        yield Batch(task, chunk)


def fact_batches(task: str, facts: Sequence[list[Telling]], rng: random.Random, size: int = 3) -> Iterator[Batch]:
    """The tellings of a few facts."""
    mixed = rng.sample(list(facts), len(facts))
    for at in range(0, len(mixed), size):
        yield Batch(task, mixed[at : at + size])


def by_length(rows: Rows, length: Callable[[Any], int], rng: random.Random, most: int = PIECES) -> list[list[Any]]:
    """Rows in random batches of like length, with about as many pieces each."""
    mixed = rng.sample(list(rows), len(rows))
    out: list[list[Any]] = []
    for at in range(0, len(mixed), 1500):
        part = sorted(mixed[at : at + 1500], key=length)
        chunk: list[Any] = []
        for row in part:
            if chunk and (len(chunk) + 1) * length(row) > most:
                out.append(chunk)
                chunk = []
            chunk.append(row)
        out.append(chunk)
    rng.shuffle(out)
    return out


def loss_of(model: net.Network, batch: Batch, rng: random.Random) -> Tensor:
    """What the network gets wrong."""
    return LOSSES[batch.task](model, batch.rows, rng)


def _stance(model: net.Network, rows: Sequence[Stance], rng: random.Random) -> Tensor:
    rows = beside(rows, rng)
    ids, seen = padded([row.text for row in rows], model.device)
    logits, toward = model.stances(model.read(ids, seen), masks(rows, "said", seen), masks(rows, "around", seen))
    return stance_loss(logits, toward, seen, rows)


def beside(rows: Sequence[Stance], rng: random.Random) -> list[Stance]:
    """The rows, some of them with the text of another one in the same language before or behind them."""
    out: list[Stance] = []
    for row in rows:
        others = [
            other
            for other in rows
            if other.group != row.group
            and other.text.language == row.text.language
            and len(other.text.ids) + len(row.text.ids) <= LONGEST
        ]
        if not others or rng.random() >= BESIDE:
            out.append(row)
        else:
            other = rng.choice(others)
            out.append(_beside(row, other, rng.random() < 0.5))
    return out


def _beside(row: Stance, other: Stance, before: bool) -> Stance:
    """The row with the text of another one ``before`` it or behind it, read as one; nothing of that is said."""
    own, more = row.text, other.text
    first, last = (more, own) if before else (own, more)
    ids, starts, ends = (
        np.concatenate([getattr(first, name)[:-1], getattr(last, name)[1:]]) for name in ("ids", "starts", "ends")
    )
    text = Text(own.language, ids, starts, ends, (*first.actors[:-1], *last.actors[1:]))
    none = np.zeros(len(more.ids), dtype=np.bool_)
    said, around, toward = (
        np.concatenate([none[:-1], mask[1:]] if before else [mask[:-1], none[1:]])
        for mask in (row.said, row.around, row.toward)
    )
    return Stance(text, said, around, toward, row.label, row.group)


def stance_loss(logits: Tensor, toward: Tensor, seen: Tensor, rows: Sequence[Stance]) -> Tensor:
    """What the read-out of stance gets wrong: labels, targets, and translations that stand side by side."""
    wanted = masks(rows, "toward", seen)
    loss = _classes(logits, [row.label for row in rows])
    known = wanted.any(1)
    if known.any():
        inside = seen & known[:, None]
        weight = torch.tensor(TOWARD_WEIGHT, device=seen.device)
        loss = loss + TOWARD * functional.binary_cross_entropy_with_logits(
            toward.float()[inside], wanted[inside].float(), pos_weight=weight
        )
    chances = logits.float().log_softmax(-1)
    apart = [at for at in range(len(rows) - 1) if rows[at].group == rows[at + 1].group]
    if apart:
        one, other = chances[apart], chances[[at + 1 for at in apart]]
        middle = ((one.exp() + other.exp()) / 2).clamp(min=1e-6).log()
        gap = (one.exp() * (one - middle)).sum(-1) + (other.exp() * (other - middle)).sum(-1)
        loss = loss + CONSISTENCY * gap.mean()
    return loss


def _tone(attitude: bool) -> Callable[[net.Network, Sequence[Tone], random.Random], Tensor]:
    def loss(model: net.Network, rows: Sequence[Tone], rng: random.Random) -> Tensor:
        ids, seen = padded([row.text for row in rows], model.device)
        states = model.read(ids, seen)
        labels = [row.label for row in rows]
        out = _classes(model.tones(states, seen, masks(rows, "target", seen), attitude), labels)
        if not attitude:
            out = out + 0.3 * _classes(model.mood(model.mood_pool(states, seen)), labels)
        return out

    return loss


def _translated(model: net.Network, rows: Sequence[Translated], rng: random.Random) -> Tensor:
    told = []
    for side, mask in (("english", "in_english"), ("other", "in_other")):
        ids, seen = padded([getattr(row, side) for row in rows], model.device)
        states, target = model.read(ids, seen), masks(rows, mask, seen)
        told.append([model.tones(states, seen, target, attitude).float().log_softmax(-1) for attitude in (False, True)])
    gaps = [
        functional.kl_div(other, english.detach(), log_target=True, reduction="batchmean")
        for english, other in zip(*told, strict=True)
    ]
    return TRANSLATED * (gaps[0] + gaps[1])


def _words(model: net.Network, rows: Sequence[Words], rng: random.Random) -> Tensor:
    ids, seen = padded([row.text for row in rows], model.device)
    logits = model.loaded(model.read(ids, seen)).squeeze(-1).float()
    wanted = masks(rows, "loaded", seen).float()
    return functional.binary_cross_entropy_with_logits(
        logits[seen], wanted[seen], pos_weight=torch.tensor(LOADED_WEIGHT, device=model.device)
    )


def _facts(model: net.Network, facts: Sequence[list[Telling]], rng: random.Random) -> Tensor:
    every = [telling for fact in facts for telling in fact]
    ids, seen = padded([telling.text for telling in every], model.device)
    states = model.read(ids, seen)
    sure = [at for at, telling in enumerate(every) if telling.certainty >= 0]
    loss = torch.zeros((), device=model.device)
    if sure:
        pooled = model.certainty_pool(states[sure], seen[sure])
        loss = loss + CERTAINTY * _classes(model.certainty(pooled), [every[at].certainty for at in sure])
    pairs = list(chosen_pairs(facts, rng))
    logits = pair_logits(model, every, states, [(a, b) for a, b, _ in pairs], rng)
    return loss + _classes(logits, [label for *_, label in pairs])


def _classes(logits: Tensor, labels: Sequence[int]) -> Tensor:
    return functional.cross_entropy(
        logits.float(), torch.tensor(labels, device=logits.device), label_smoothing=SMOOTHING
    )


LOSSES: dict[str, Callable[..., Tensor]] = {
    "stance": _stance,
    "tone": _tone(False),
    "attitude": _tone(True),
    "words": _words,
    "translated": _translated,
    "facts": _facts,
    "rendered": _facts,
}
