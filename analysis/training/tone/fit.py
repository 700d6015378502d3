"""Fits the student: gold rows, rows a teacher labelled, and made sentences, in the words of every language."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from analysis.sentiment.contexts import NAME, TARGET, UNTARGETED, Context, Word
from analysis.training.tone.dictionary import Dictionary, translated
from analysis.training.tone.pairs import Agreement
from analysis.training.tone.rows import Shares
from analysis.training.tone.student import Student, collate
from analysis.training.tone.vocabulary import Vocabulary
from analysis.training.tone.workers import fit_in_workers
from analysis.types import Vectors

UNTARGETED_SHARE = 0.05
"""Rows shown without their target, so that the network can also read a sentence's tone toward nobody."""
CLASS_SHARES = (0.36, 0.36, 0.28)
"""How common each class is among the extra rows of an epoch: most text is neutral."""
BUCKET = 20
"""Batches among which rows are sorted by length."""
WARM_UP, LOWEST = 0.06, 0.01
AVERAGED_FROM, AVERAGED_STEP = 0.3, 0.02
"""From this part of all steps on, the weights are averaged, each step with this share of what is new."""
NEW = ("features", "distance", "near", "key", "query", "score", "hidden", "out")
"""Parts that the English transformer does not have."""
REPORTED = 50


@dataclass(frozen=True, slots=True)
class Example:
    """A context with the wanted shares; ``english`` contexts may be shown in the words of another language."""

    context: Context
    shares: Shares
    weight: float
    english: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """Those of the shipped network."""

    epochs: int = 3
    batch: int = 48
    rate: float = 1e-4
    new_rate: float = 1e-3
    learnt_rate: float = 3e-3
    decay: float = 0.01
    translated_share: float = 0.6
    """English rows that are also shown in the words of another language."""
    agreement: float = 0.5
    """Weight of the distance between what is read from a row in English and in other words."""
    extra_per_epoch: int = 40_000
    seed: int = 0


def words_in(examples: Iterable[Example]) -> set[Word]:
    """Every word of the examples' contexts."""
    return {word for example in examples for word in example.context.words if word is not None}


def fit(
    student: Student,
    vocabulary: Vocabulary,
    gold: Sequence[Example],
    extra: Sequence[Example],
    dictionary: Dictionary,
    settings: Settings,
    agreement: Agreement | None = None,
    workers: int = 1,
) -> None:
    """Fit the student. Each epoch shows all gold rows and a sample of the extra ones.

    ``agreement`` adds translated sentences, which nobody labelled, to every step.
    """
    average = {name: value.clone().share_memory_() for name, value in student.state_dict().items()}
    del average["tuned.weight"]

    def work(number: int) -> None:
        fitter = _Fitter(student, vocabulary, dictionary, settings, agreement, average, number)
        fitter.fit([_epoch(gold, extra, settings, epoch)[number::workers] for epoch in range(settings.epochs)])

    fit_in_workers(student, work, workers)
    student.load_state_dict(average, strict=False)
    student.eval()


def drawn(extra: Sequence[Example], shares: Sequence[float], count: int, rng: random.Random) -> list[Example]:
    """About ``count`` of the rows, each likeliest class as common as ``shares`` say, as far as there are as many."""
    out: list[Example] = []
    for place, share in enumerate(shares):
        own = [example for example in extra if int(np.argmax(example.shares)) == place]
        out += rng.sample(own, min(len(own), round(count * share)))
    return out


def predict(student: Student, contexts: Sequence[Context], vocabulary: Vocabulary) -> Vectors:
    """Logits of the contexts, (n, 3)."""
    out = np.zeros((len(contexts), 3), dtype=np.float32)
    order = sorted(range(len(contexts)), key=lambda index: len(contexts[index].tokens))
    student.eval()
    with torch.inference_mode():
        for start in range(0, len(order), 64):
            chosen = order[start : start + 64]
            out[chosen] = student(*collate([contexts[index] for index in chosen], vocabulary)).numpy()
    return out


def _epoch(gold: Sequence[Example], extra: Sequence[Example], settings: Settings, epoch: int) -> list[Example]:
    """The rows of an epoch in random order, the same for every worker."""
    rng = random.Random(f"{settings.seed}:{epoch}")
    rows = [*gold, *drawn(extra, CLASS_SHARES, settings.extra_per_epoch, rng)]
    rng.shuffle(rows)
    return rows


class _Fitter:
    """One worker's optimizers and batches; the first worker keeps the average."""

    def __init__(
        self,
        student: Student,
        vocabulary: Vocabulary,
        dictionary: Dictionary,
        settings: Settings,
        agreement: Agreement | None,
        average: dict[str, torch.Tensor],
        number: int,
    ) -> None:
        self._student, self._vocabulary, self._dictionary = student, vocabulary, dictionary
        self._settings, self._average, self._number = settings, average, number
        self._agreement = agreement
        self._rng = random.Random(f"{settings.seed}:worker {number}")
        torch.manual_seed(self._rng.getrandbits(32))
        named = [(name, weight) for name, weight in student.named_parameters() if weight is not student.tuned.weight]
        new = [weight for name, weight in named if name.split(".")[0] in NEW]
        old = [weight for name, weight in named if name.split(".")[0] not in NEW]
        groups = [{"params": old, "lr": settings.rate}, {"params": new, "lr": settings.new_rate}]
        self._common = [*old, *new]
        self._optimizers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(groups, weight_decay=settings.decay, fused=True),
            torch.optim.SparseAdam([student.tuned.weight], lr=settings.learnt_rate),
        ]

    def fit(self, epochs: Sequence[Sequence[Example]]) -> None:
        """Fit to the rows of each epoch."""
        self._student.train()
        batches = [batch for rows in epochs for batch in _batches(rows, self._settings.batch, self._rng)]
        rates = [(group, group["lr"]) for optimizer in self._optimizers for group in optimizer.param_groups]
        total = 0.0
        for done, batch in enumerate(batches):
            part = done / len(batches)
            for group, rate in rates:
                group["lr"] = rate * min(1.0, (done + 1) / (WARM_UP * len(batches))) * max(LOWEST, 1.0 - part)
            total += self._step(batch)
            if self._number == 0 and part > AVERAGED_FROM:
                first = (done - 1) / len(batches) <= AVERAGED_FROM
                _follow(self._average, self._student, 1.0 if first else AVERAGED_STEP)
            if self._number == 0 and done % REPORTED == REPORTED - 1:
                print(f"step {done + 1} of {len(batches)}: loss {total / REPORTED:.4f}", flush=True)
                total = 0.0

    def _step(self, batch: Sequence[Example]) -> float:
        settings, rng = self._settings, self._rng
        shown = [_bare(example.context, rng) for example in batch]
        again = [
            row
            for row, own in enumerate(batch)
            if self._dictionary and own.english and rng.random() < settings.translated_share
        ]
        codes = list(self._dictionary)
        others = [translated(shown[row], rng.choice(codes), self._dictionary, rng) for row in again]
        rows = [*range(len(batch)), *again]
        wanted = torch.tensor([batch[row].shares for row in rows])
        weight = torch.tensor([batch[row].weight for row in rows])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self._student(*collate([*shown, *others], self._vocabulary))
        chances = torch.log_softmax(logits.float(), dim=1)
        loss = (-(wanted * chances).sum(1) * weight).mean()
        if again:
            loss = loss + settings.agreement * _distance(chances[again], chances[len(batch) :])
        if self._agreement is not None:
            loss = loss + self._agreement.loss(self._student, rng)
        for optimizer in self._optimizers:
            optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._common, 1.0)
        for optimizer in self._optimizers:
            optimizer.step()
        return float(loss.item())


def _batches(rows: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of rows of like length, in random order."""
    batches = []
    for start in range(0, len(rows), size * BUCKET):
        chunk = sorted(rows[start : start + size * BUCKET], key=lambda example: len(example.context.tokens))
        batches += [chunk[first : first + size] for first in range(0, len(chunk), size)]
    rng.shuffle(batches)
    return batches


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


def _follow(average: dict[str, torch.Tensor], student: Student, share: float) -> None:
    """Move the running average toward the student."""
    with torch.no_grad():
        for name, value in student.state_dict().items():
            if name in average:
                average[name].lerp_(value, share)
