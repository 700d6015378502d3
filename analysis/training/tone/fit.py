"""Fits the network: gold rows, rows a teacher labelled, and made sentences, in the words of every language."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from analysis.sentiment.contexts import NAME, TARGET, UNTARGETED, Context
from analysis.training.tone.dictionary import Dictionary, translated, translations
from analysis.training.tone.rows import Shares
from analysis.training.tone.torchnet import Shape, TorchNet, Vocabulary, collate
from analysis.types import Encoder, Vectors

UNTARGETED_SHARE = 0.05
"""Rows shown without their target, so that the network can also read a sentence's tone toward nobody."""
BY_WORD = frozenset({"vectors.weight", "tuned.weight"})
"""Weights with a row for each word."""
BUCKET = 16
"""Batches among which rows are sorted by length."""


@dataclass(frozen=True, slots=True)
class Example:
    """A context with the wanted shares; ``english`` contexts may be shown in the words of another language."""

    context: Context
    shares: Shares
    weight: float
    english: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """Those of the largest of the shipped networks; the model's card has the others'."""

    epochs: int = 7
    batch: int = 96
    rate: float = 3e-3
    decay: float = 1e-3
    translated_share: float = 0.6
    """English rows that are also shown in the words of another language."""
    agreement: float = 0.3
    """Weight of the distance between what is read from a row in English and in other words."""
    extra_per_epoch: int = 48_000
    shape: Shape = field(default_factory=lambda: Shape(width=128, hidden=96, tuned=32))
    tuned_rate: float = 6e-3
    dropout: float = 0.3
    averaged: float = 0.99
    seed: int = 0


def vocabulary_of(examples: Sequence[Example], dictionary: Dictionary) -> Vocabulary:
    """Every word that training can show."""
    vocabulary, english = Vocabulary(), set()
    for example in examples:
        for word in example.context.words:
            vocabulary.number(word)
            if example.english and word is not None:
                english.add(word)
    for word in sorted(english):
        for code in dictionary:
            for other in translations(word, code, dictionary):
                vocabulary.number(other)
    return vocabulary


def vectors_of(vocabulary: Vocabulary, encoder: Encoder) -> Vectors:
    """The encoder's vectors in the order of the vocabulary's numbers, a zero row first."""
    found = encoder.encode(list(vocabulary.numbers))
    return np.concatenate([np.zeros((1, found.shape[1]), dtype=np.float32), found])


def fit(
    gold: Sequence[Example], extra: Sequence[Example], dictionary: Dictionary, encoder: Encoder, settings: Settings
) -> tuple[TorchNet, Vocabulary]:
    """The fitted network. Each epoch shows all gold rows and a sample of the extra ones."""
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    vocabulary = vocabulary_of([*gold, *extra], dictionary)
    net = TorchNet(vectors_of(vocabulary, encoder), settings.shape, settings.dropout)
    optimizers = _optimizers(net, settings)
    shares = np.mean([row.shares for row in gold], axis=0).tolist()
    shown = len(gold) + len(drawn(extra, shares, settings.extra_per_epoch, random.Random(settings.seed)))
    steps = settings.epochs * (shown // settings.batch + 1)
    schedules = [
        torch.optim.lr_scheduler.OneCycleLR(
            one, one.param_groups[0]["lr"], total_steps=steps + 1, pct_start=0.15, cycle_momentum=False
        )
        for one in optimizers
    ]
    average = {name: value.clone() for name, value in net.state_dict().items() if name not in BY_WORD}
    done = 0
    for epoch in range(settings.epochs):
        rows = [*gold, *drawn(extra, shares, settings.extra_per_epoch, rng)]
        total, count = 0.0, 0
        for batch in _batches(rows, settings.batch, rng):
            total += _step(net, batch, vocabulary, dictionary, optimizers, settings, rng)
            count, done = count + 1, done + 1
            if done <= steps:
                for schedule in schedules:
                    schedule.step()
            _follow(average, net, min(settings.averaged, done / (done + 9.0)))
        print(f"seed {settings.seed}, epoch {epoch + 1}/{settings.epochs}: loss {total / count:.4f}", flush=True)
    net.load_state_dict(average, strict=False)
    return net.eval(), vocabulary


def _common(net: TorchNet) -> list[torch.nn.Parameter]:
    """The weights that all words share."""
    return [weight for name, weight in net.named_parameters() if weight.requires_grad and name not in BY_WORD]


def _optimizers(net: TorchNet, settings: Settings) -> list[torch.optim.Optimizer]:
    """One for the weights that all words share, and one for what is learnt of each word if anything is."""
    shared = torch.optim.AdamW(_common(net), lr=settings.rate, weight_decay=settings.decay)
    if not settings.shape.tuned:
        return [shared]
    return [shared, torch.optim.SparseAdam([net.tuned.weight], lr=settings.tuned_rate)]


def drawn(extra: Sequence[Example], shares: Sequence[float], count: int, rng: random.Random) -> list[Example]:
    """About ``count`` of the rows, with each likeliest class as common as in the gold rows: most text is neutral."""
    out: list[Example] = []
    for place, share in enumerate(shares):
        own = [example for example in extra if int(np.argmax(example.shares)) == place]
        out += rng.sample(own, min(len(own), round(count * share)))
    return out


def predict(net: TorchNet, contexts: Sequence[Context], vocabulary: Vocabulary) -> Vectors:
    """Logits of the contexts, (n, 3)."""
    out = np.zeros((len(contexts), 3), dtype=np.float32)
    order = sorted(range(len(contexts)), key=lambda index: len(contexts[index].tokens))
    net.eval()
    with torch.inference_mode():
        for start in range(0, len(order), 128):
            chosen = order[start : start + 128]
            out[chosen] = net(*collate([contexts[index] for index in chosen], vocabulary)).numpy()
    return out


def _batches(rows: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of rows of like length, in random order."""
    order = list(rows)
    rng.shuffle(order)
    batches = []
    for start in range(0, len(order), size * BUCKET):
        chunk = sorted(order[start : start + size * BUCKET], key=lambda example: len(example.context.tokens))
        batches += [chunk[first : first + size] for first in range(0, len(chunk), size)]
    rng.shuffle(batches)
    return batches


def _step(
    net: TorchNet,
    batch: Sequence[Example],
    vocabulary: Vocabulary,
    dictionary: Dictionary,
    optimizers: Sequence[torch.optim.Optimizer],
    settings: Settings,
    rng: random.Random,
) -> float:
    net.train()
    shown = [_bare(example.context, rng) for example in batch]
    again = [
        row for row, e in enumerate(batch) if dictionary and e.english and rng.random() < settings.translated_share
    ]
    codes = list(dictionary)
    others = [translated(shown[row], rng.choice(codes), dictionary, rng) for row in again]
    rows = [*range(len(batch)), *again]
    wanted = torch.tensor([batch[row].shares for row in rows])
    weight = torch.tensor([batch[row].weight for row in rows])
    chances = torch.log_softmax(net(*collate([*shown, *others], vocabulary)), dim=1)
    loss = (-(wanted * chances).sum(1) * weight).mean()
    if again:
        loss = loss + settings.agreement * _distance(chances[again], chances[len(batch) :])
    for optimizer in optimizers:
        optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(_common(net), 1.0)
    for optimizer in optimizers:
        optimizer.step()
    return float(loss.item())


def _distance(one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """Symmetric Kullback-Leibler divergence of rows of log-probabilities, the mean over rows."""
    return ((one.exp() - other.exp()) * (one - other)).sum(1).mean()


def _bare(context: Context, rng: random.Random) -> Context:
    return without_target(context) if rng.random() < UNTARGETED_SHARE else context


def without_target(context: Context) -> Context:
    """The context with its target as a name like any other."""
    features = context.features.copy()
    features[:, NAME] = np.maximum(features[:, NAME], features[:, TARGET])
    features[:, TARGET] = 0.0
    return Context(
        context.tokens,
        context.words,
        features,
        np.full_like(context.distances, UNTARGETED),
        np.zeros_like(context.target),
    )


def _follow(average: dict[str, torch.Tensor], net: TorchNet, share: float) -> None:
    """Move the running average toward the network."""
    with torch.no_grad():
        for name, value in net.state_dict().items():
            if name in average:
                average[name].mul_(share).add_(value, alpha=1.0 - share)
