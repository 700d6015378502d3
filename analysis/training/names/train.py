"""Fits the tagger. One thread or two suffice; the seed fixes sampling, dropout and the initial weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from analysis.actors.lexicon import Lexicon
from analysis.training.names.batches import Batch, Labels, epoch, to_batch
from analysis.training.names.corpus import Augmenter, Sample
from analysis.training.names.network import Tagger

SEED = 20
LEARNING_RATE = 3e-3
WARM_UP = 200
WORD_DROP = 0.15
"""How often the two rows of a word itself are hidden, so that its letters and neighbours must do."""
AVERAGE = 0.998
"""Decay of the running average of the weights, which is what is kept."""


def vectors(model: Tagger, batch: Batch, hide: bool) -> Tensor:
    """Summed feature rows of every token of the batch."""
    rows = F.embedding(batch.fixed, model.table.weight)
    if hide:
        keep = (torch.rand(rows.shape[0], 1, 1) >= WORD_DROP).float()
        rows = torch.cat([rows[:, :2] * keep, rows[:, 2:]], 1)
    grams = F.embedding_bag(batch.grams, model.table.weight, batch.offsets, mode="mean")
    return (rows.sum(1) + 2 * grams)[batch.types]


def fit(samples: list[Sample], lexicon: Lexicon, epochs: int, keep: Callable[[Tagger], None]) -> None:
    """Train for so many epochs, the learning rate falling linearly to a fiftieth; ``keep`` is given each state."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    model = Tagger()
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE, weight_decay=0.01, fused=True)
    augmenter, labels = Augmenter(samples), Labels(lexicon)
    started, step, total = time.monotonic(), 0, 0
    for number in range(epochs):
        losses = 0.0
        groups = epoch(samples, augmenter, dice)
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
        kept = Tagger()
        kept.load_state_dict(average)
        keep(kept.eval())


def _step(model: Tagger, batch: Batch, optimizer: torch.optim.Optimizer) -> float:
    model.train()
    scores = model(vectors(model, batch, True), batch.language, batch.style, batch.mask)
    loss = model.loss(scores, batch.allowed, batch.mask)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimizer.step()
    return float(loss.detach())
