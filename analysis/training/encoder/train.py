"""Training: what the texts of one row have in common, what the teachers say, and grades of similarity."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from analysis.training.encoder.dataset import Dataset, Ints
from analysis.training.encoder.sources import LANGUAGES

Matrix = npt.NDArray[np.float32]

SOURCE_WEIGHTS = {
    "tatoeba": 12.0,
    "tatoeba_more": 20.0,
    "gettext": 12.0,
    "ddtp": 8.0,
    "iot": 6.0,
    "stsb": 6.0,
    "xquad": 2.0,
    "rogloss": 5.0,
    "news": 6.0,
    "hass": 3.0,
    "mediawiki": 3.0,
    "mozilla": 1.5,
    "osm": 0.7,
    "cldr": 0.7,
    "freedict": 9.0,
    "wordnet": 5.0,
    "apertium": 1.5,
    "forms": 7.0,
}
"""Shares of a batch: whole sentences of everyday and news language before interface strings and dictionaries."""
LANGUAGE_WEIGHTS = {
    "sv": 1.0,
    "nb": 1.0,
    "nn": 1.2,
    "da": 1.0,
    "ro": 1.6,
    "en": 1.6,
    "de": 0.8,
    "fr": 0.8,
    "fi": 0.4,
    "es": 0.4,
}
SWITCH_LANGUAGES = ("sv", "nb", "nn", "da", "ro", "de", "fr")


@dataclass(slots=True)
class Settings:
    """How long and how hard; the defaults are the shipped model's."""

    steps: int = 1600
    batch: int = 2048
    pairs: int = 2048
    rate: float = 0.002
    temperature: float = 0.05
    teacher_weight: float = 1.0
    graded_weight: float = 3.0
    switched: float = 0.3
    word_switched: float = 0.6
    near_duplicate: float = 0.9
    seed: int = 3
    sources: dict[str, float] = field(default_factory=lambda: dict(SOURCE_WEIGHTS))


FIRST = Settings()
"""The first phase: everything at once."""
SECOND = Settings(
    steps=1000,
    rate=0.001,
    temperature=0.04,
    teacher_weight=0.5,
    graded_weight=2.0,
    seed=4,
    sources={
        **SOURCE_WEIGHTS,
        "tatoeba": 30.0,
        "tatoeba_more": 45.0,
        "gettext": 9.0,
        "ddtp": 5.0,
        "freedict": 6.0,
        "forms": 5.0,
        "wordnet": 3.0,
    },
)
"""The second phase: mostly sentences of one kind, which are harder to tell apart, less bound to the teacher."""


@dataclass(slots=True)
class Graded:
    """Pairs of rows with the similarity the teachers give them."""

    first: Ints
    second: Ints
    similarity: Matrix


class Sampler:
    """Draws batches: rows by source, then two of a row's languages, some words switched to another language."""

    def __init__(self, data: Dataset, settings: Settings) -> None:
        self.data, self.settings = data, settings
        self.random = np.random.default_rng(settings.seed)
        weight = np.asarray([settings.sources.get(name, 0.0) for name in data.sources])
        self.shares = weight / weight.sum()
        self.members = [np.flatnonzero(data.source == i) for i in range(len(data.sources))]
        self.log_weight = np.log(np.asarray([LANGUAGE_WEIGHTS[code] for code in LANGUAGES]))
        self.english = LANGUAGES.index("en")
        self.switch_to = np.asarray([LANGUAGES.index(code) for code in SWITCH_LANGUAGES])

    def rows(self, count: int) -> npt.NDArray[np.int64]:
        """Row numbers, sources in their shares."""
        sizes = self.random.multinomial(count, self.shares)
        return np.concatenate(
            [
                self.random.choice(members, size)
                for members, size in zip(self.members, sizes, strict=True)
                if size and len(members)
            ]
        )

    def languages(self, rows: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int64]:
        """``count`` different languages of each row (the same one again where a row has fewer)."""
        score = self.log_weight + self.random.gumbel(size=(len(rows), len(LANGUAGES)))
        present = self.data.texts[rows] >= 0
        score[~present] = -np.inf
        best = np.argsort(-score, axis=1)[:, :count]
        missing = ~np.take_along_axis(present, best, axis=1)
        return np.where(missing, best[:, :1], best)

    def bag(
        self, rows: npt.NDArray[np.int64], languages: npt.NDArray[np.int64], switch: float
    ) -> tuple[Tensor, Tensor]:
        """Tokens and starts of the rows' texts; in a share of the English ones words are switched."""
        tokens, starts = self.data.gather(self.data.texts[rows, languages])
        if switch:
            lengths = np.diff(np.append(starts, len(tokens)))
            chosen = (languages == self.english) & (self.random.random(len(rows)) < switch)
            target = self.random.choice(self.switch_to, len(rows))
            which = self.random.integers(0, self.data.switches.shape[2], len(tokens))
            other = self.data.switches[np.repeat(target, lengths), tokens, which]
            use = np.repeat(chosen, lengths) & (other >= 0)
            use &= self.random.random(len(tokens)) < self.settings.word_switched
            tokens = np.where(use, other, tokens)
        return torch.from_numpy(tokens.astype(np.int64)), torch.from_numpy(starts)


def contrastive(first: Tensor, second: Tensor, same: Tensor, temperature: float) -> Tensor:
    """Each text finds its counterpart among the batch, both ways; rows the teacher calls the same do not count."""
    logits = (first @ second.T) / temperature
    logits = logits.masked_fill(same, -1e4)
    target = torch.arange(len(first))
    return (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2


def graded_loss(cosine: Tensor, wanted: Tensor) -> Tensor:
    """One less the correlation of the cosines with the teachers' similarities, plus their mean squared difference."""
    a, b = cosine - cosine.mean(), wanted - wanted.mean()
    correlation = (a * b).sum() / (a.norm() * b.norm() + 1e-6)
    loss: Tensor = (1.0 - correlation) + functional.mse_loss(cosine, wanted)
    return loss


def train(data: Dataset, teacher: npt.NDArray[np.float16], start: Matrix, graded: Graded, settings: Settings) -> Matrix:
    """Trains the rows of the embedding from ``start`` and returns them."""
    torch.manual_seed(settings.seed)
    sampler = Sampler(data, settings)
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(start.copy()), freeze=False, mode="mean", sparse=True)
    optimizer = torch.optim.SparseAdam(list(bag.parameters()), lr=settings.rate)
    began, total = time.monotonic(), 0.0
    for step in range(settings.steps):
        for group in optimizer.param_groups:
            group["lr"] = settings.rate * min(1.0, (step + 1) / 50) * (1.0 - step / settings.steps)
        optimizer.zero_grad()
        loss = _step(sampler, bag, teacher, graded, settings)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()  # type: ignore[no-untyped-call]
        total += float(loss.detach())
        if (step + 1) % 200 == 0:
            print(f"step {step + 1}: loss {total / 200:.4f}, {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
    return np.asarray(bag.weight.detach().numpy(), dtype=np.float32)


def _step(
    sampler: Sampler, bag: torch.nn.EmbeddingBag, teacher: npt.NDArray[np.float16], graded: Graded, settings: Settings
) -> Tensor:
    data, random = sampler.data, sampler.random
    rows = sampler.rows(settings.batch)
    languages = sampler.languages(rows, 2)
    first = functional.normalize(bag(*sampler.bag(rows, languages[:, 0], settings.switched)), dim=1)
    second = functional.normalize(bag(*sampler.bag(rows, languages[:, 1], settings.switched)), dim=1)
    taught = torch.from_numpy(data.teacher[rows] >= 0)
    target = torch.from_numpy(teacher[np.maximum(data.teacher[rows], 0)].astype(np.float32))
    same = (target @ target.T > settings.near_duplicate) & taught[:, None] & taught[None, :]
    same.fill_diagonal_(False)
    loss = contrastive(first, second, same, settings.temperature)
    agreement = ((first + second) * target).sum(dim=1)[taught]
    loss = loss + settings.teacher_weight * (1.0 - agreement.mean() / 2)
    if settings.graded_weight and len(graded.first):
        chosen = random.integers(0, len(graded.first), settings.pairs)
        sides = []
        for side in (graded.first[chosen], graded.second[chosen]):
            wide = side.astype(np.int64)
            sides.append(functional.normalize(bag(*sampler.bag(wide, sampler.languages(wide, 1)[:, 0], 0.1)), dim=1))
        cosine = (sides[0] * sides[1]).sum(dim=1)
        loss = loss + settings.graded_weight * graded_loss(cosine, torch.from_numpy(graded.similarity[chosen]))
    return loss
