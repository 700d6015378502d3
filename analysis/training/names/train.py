"""Fits the tagger. One thread or two suffice; the seed fixes sampling, dropout and the initial weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import torch
from torch import Tensor

from analysis.training.names.batches import Batch, Labels, Taught, epoch, to_batch
from analysis.training.names.corpus import Augmenter, Sample
from analysis.training.names.network import Tagger

SEED = 20
LEARNING_RATE = 3e-3
WARM_UP = 200
WORD_DROP = 0.15
"""How often the two rows of a word itself are hidden, so that its letters and neighbours must do."""
AVERAGE = 0.998
"""Decay of the running average of the weights."""
AVERAGED_FROM = 0.5
"""From this share of the epochs on, what is kept is the mean over the epochs' ends: late ones alone fit too closely."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is trained on: sentences, the features of words, and how sentences are changed."""

    samples: list[Sample]
    labels: Labels
    augmenter: Augmenter
    taught: list[Taught] = field(default_factory=list)


Model = TypeVar("Model", bound=Tagger)


def fit(material: Material, make: Callable[[int], Model], epochs: int, keep: Callable[[Model], None]) -> None:
    """Train for so many epochs, the learning rate falling linearly to a fiftieth; ``keep`` is given each state."""
    labels, columns = material.labels, material.labels.vocabulary.width
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    model = make(columns)
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE, weight_decay=0.01, fused=True)
    started, step, total = time.monotonic(), 0, 0
    states: list[dict[str, Tensor]] = []
    for number in range(epochs):
        losses = 0.0
        groups = epoch(material.samples, material.taught, material.augmenter, dice)
        total = total or len(groups) * epochs
        for group in groups:
            batch = to_batch(group, labels, dice)
            share = min(1.0, step / total)
            for settings in optimizer.param_groups:
                settings["lr"] = LEARNING_RATE * min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - share)
            losses += _step(model, batch, optimizer)
            step += 1
            decay = min(AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    average[name].mul_(decay).add_(value, alpha=1 - decay)
        elapsed = (time.monotonic() - started) / 60
        print(f"epoch {number + 1}: loss {losses / len(groups):.4f}, {elapsed:.1f} min", flush=True)
        states = [*states, {name: value.clone() for name, value in average.items()}]
        if number + 1 <= AVERAGED_FROM * epochs:
            states = states[-1:]
        kept = make(columns)
        kept.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in average})
        keep(kept.eval())


def _step(model: Tagger, batch: Batch, optimizer: torch.optim.Optimizer) -> float:
    model.train()
    scores = model(model.vectors(batch, WORD_DROP), batch.language, batch.style, batch.mask)
    loss = model.loss(scores, batch.allowed, batch.mask)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimizer.step()
    return float(loss.detach())
