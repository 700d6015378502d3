"""Fits the reader to all tasks at once, for a given time; restartable."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn

from analysis.training.reader.batches import Batch, fact_batches, loss_of, plain_batches, stance_batches
from analysis.training.reader.corpus import Stance, Telling, Tone, Translated, Words
from analysis.training.reader.network import Network

RATE, NEW_RATE, DECAY, CLIP = 1e-4, 5e-4, 0.01, 1.0
"""Step sizes of what was pretrained and of what is new."""
WARM_UP, LOWEST = 0.03, 0.02
FOLLOWED_FROM, FOLLOWED = 0.3, 0.01
"""From this part of the time on the weights are averaged, each step with this share of what is new (Polyak)."""
SHARES = {
    "stance": 0.34, "tone": 0.17, "attitude": 0.04, "words": 0.04, "translated": 0.04, "facts": 0.29, "rendered": 0.08,
}  # fmt: skip
"""How often each task is drawn."""
PRETRAINED = ("layers", "joint", "positions", "norm")
KEPT_EVERY, REPORTED = 300.0, 50


@dataclass(slots=True)
class Data:
    """What there is to learn from."""

    stance: list[Stance] = field(default_factory=list)
    tone: list[Tone] = field(default_factory=list)
    attitude: list[Tone] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    translated: list[Translated] = field(default_factory=list)
    facts: list[list[Telling]] = field(default_factory=list)
    rendered: list[list[Telling]] = field(default_factory=list)
    """Facts made of translations."""


class _Stream:
    """Batches of one task without end; rows are asked for anew each time round."""

    def __init__(self, task: str, data: Callable[[], Data], rng: random.Random) -> None:
        self._task, self._data, self._rng = task, data, rng
        self._left: Iterator[Batch] = iter(())

    def __next__(self) -> Batch:
        found = next(self._left, None)
        if found is None:
            self._left = self._round()
            found = next(self._left)
        return found

    def _round(self) -> Iterator[Batch]:
        rows = getattr(self._data(), self._task)
        if self._task == "stance":
            return stance_batches(rows, self._rng)
        if self._task in ("facts", "rendered"):
            return fact_batches(self._task, rows, self._rng)
        return plain_batches(self._task, rows, self._rng)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to fit, the folder in which it is kept, and where it begins and runs."""

    minutes: float
    folder: Path
    seed: int
    device: str


def fit(model: Network, data: Callable[[], Data], plan: Plan) -> nn.Module:
    """Fit for so many minutes and give the averaged weights; what was kept in the folder is taken up again."""
    folder = plan.folder
    followed = {name: value.detach().clone() for name, value in model.named_parameters()}
    optimizer = _optimizer(model)
    rates = [group["lr"] for group in optimizer.param_groups]  # before a kept state brings those of its moment
    passed, step = _taken_up(folder / "state.pt", model, followed, optimizer)
    torch.manual_seed(plan.seed + step)
    rng = random.Random(plan.seed + step)  # a run taken up again must not see the same batches again
    streams = {task: _Stream(task, data, rng) for task in SHARES}
    begun, kept = time.monotonic() - passed, time.monotonic()
    sums: dict[str, list[float]] = {}
    model.train()
    while (part := (time.monotonic() - begun) / (60.0 * plan.minutes)) < 1.0:
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, part / WARM_UP + LOWEST) * max(LOWEST, 1.0 - part)
        batch = next(streams[rng.choices(list(SHARES), list(SHARES.values()))[0]])
        sums.setdefault(batch.task, []).append(_step(model, batch, rng, optimizer, plan.device))
        _follow(followed, model, FOLLOWED if part > FOLLOWED_FROM else 1.0)
        step += 1
        if step % REPORTED == 0:
            told = ", ".join(f"{task} {math.fsum(of) / len(of):.3f}" for task, of in sorted(sums.items()))
            print(f"{part:.1%} of the time, step {step}: {told}", flush=True)
            sums = {}
        if time.monotonic() - kept > KEPT_EVERY:
            kept = time.monotonic()
            _keep(folder / "state.pt", model, followed, optimizer, (kept - begun, step))
    with torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(followed[name])
    torch.save(model.state_dict(), folder / "reader.pt")
    return model.eval()


def _step(model: Network, batch: Batch, rng: random.Random, optimizer: torch.optim.Optimizer, device: str) -> float:
    """One step down; gives the loss before it."""
    with torch.autocast(device, torch.bfloat16):
        loss = loss_of(model, batch, rng)
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
    optimizer.step()
    return loss.item()


def _optimizer(model: Network) -> torch.optim.Optimizer:
    named = list(model.named_parameters())
    old = [value for name, value in named if name.split(".")[0] in PRETRAINED]
    new = [value for name, value in named if name.split(".")[0] not in PRETRAINED]
    groups = [{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)


def _follow(followed: dict[str, torch.Tensor], model: Network, share: float) -> None:
    with torch.no_grad():
        for name, value in model.named_parameters():
            followed[name].lerp_(value, share)


def _keep(path: Path, model: Network, followed: Any, optimizer: Any, at: tuple[float, int]) -> None:
    beside = path.with_suffix(".new")
    torch.save(
        {"model": model.state_dict(), "followed": followed, "optimizer": optimizer.state_dict(), "at": at},
        beside,
    )
    beside.replace(path)


def _taken_up(path: Path, model: Network, followed: Any, optimizer: Any) -> tuple[float, int]:
    if not path.exists():
        return 0.0, 0
    state = torch.load(path, weights_only=True, map_location="cpu")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    for name, value in state["followed"].items():
        followed[name].copy_(value)
    return state["at"]  # type: ignore[no-any-return]
