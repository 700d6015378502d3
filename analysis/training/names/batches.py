"""Turns samples into tensors: each distinct word of a batch is looked up once."""

from __future__ import annotations

import random
from array import array
from dataclasses import dataclass, replace
from typing import TypeAlias

import torch
from torch import Tensor

from analysis.actors.features import ROWS, fixed_features, gram_features
from analysis.actors.lexicon import Lexicon
from analysis.actors.vocabulary import Vocabulary
from analysis.training.names.corpus import LANGUAGES, SETS, TAGS, WEIGHTS, Augmenter, Sample

TOKENS_PER_BATCH = 4500
MAX_LENGTH = 80
LANGUAGE_DROP, STYLE_DROP = 0.1, 0.3
"""How often a sentence is shown without its language, or without its corpus, so that both can be unknown later."""

TAUGHT_SHARE = 0.4
"""Share of the sentences tagged by the teacher that an epoch shows."""

Rows: TypeAlias = "array[int]"
Key = tuple[str, bool, str]
"""A word, whether white space stands before it, and its label in the lexicon."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as tensors: rows of their words' features, what stands where, and which labels are allowed."""

    samples: list[Sample]
    fixed: Tensor
    grams: Tensor
    offsets: Tensor
    types: Tensor
    mask: Tensor
    allowed: Tensor
    language: Tensor
    style: Tensor


class Labels:
    """Features of words, labels of the lexicon and what the vocabulary says of them, kept."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.labels: dict[tuple[str, str], str] = {}
        self.features: dict[Key, tuple[Rows, Rows]] = {}

    def of(self, language: str, word: str) -> str:
        """The label of a word in the lexicon of the language."""
        if (language, word) not in self.labels:
            self.labels[language, word] = self.lexicon.label(language, word)
        return self.labels[language, word]

    def rows(self, key: Key) -> tuple[Rows, Rows]:
        """Rows of a word's features, and of its runs of letters."""
        if key not in self.features:
            known = [ROWS + row for row in self.vocabulary.rows(key[0])]
            self.features[key] = (array("i", fixed_features(*key) + known), array("i", gram_features(key[0])))
        return self.features[key]


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence without marks and some taggings of it, drawn from what the teacher holds likely."""

    sample: Sample
    taggings: tuple[tuple[int, ...], ...]

    def draw(self, dice: random.Random) -> Sample:
        """The sentence with one of the taggings, by chance."""
        return replace(self.sample, allowed=dice.choice(self.taggings))


def epoch(samples: list[Sample], taught: list[Taught], augmenter: Augmenter, dice: random.Random) -> list[list[Sample]]:
    """One weighted pass over the samples, in groups of sentences of like length, in random order."""
    chosen: list[Sample] = []
    for sample in samples:
        weight = WEIGHTS[sample.source]
        times = int(weight) + (dice.random() < weight - int(weight))
        chosen += [augmenter.apply(sample, dice) for _ in range(times)]
    chosen += [item.draw(dice) for item in taught if dice.random() < TAUGHT_SHARE]
    chosen.sort(key=lambda sample: len(sample.words) + dice.random() * 3)
    groups: list[list[Sample]] = [[]]
    for sample in chosen:
        if groups[-1] and (len(groups[-1]) + 1) * min(len(sample.words), MAX_LENGTH) > TOKENS_PER_BATCH:
            groups.append([])
        groups[-1].append(sample)
    dice.shuffle(groups)
    return groups


def to_batch(group: list[Sample], labels: Labels, dice: random.Random | None = None) -> Batch:
    """Tensors of these samples; ``dice`` hides languages and corpora at random."""
    length = min(max(len(sample.words) for sample in group), MAX_LENGTH)
    known: dict[Key, int] = {}
    types = torch.zeros(len(group), length, dtype=torch.long)
    mask = torch.zeros(len(group), length)
    allowed = torch.zeros(len(group), length, len(TAGS))
    languages = [_or_unknown(LANGUAGES.index(s.language), len(LANGUAGES), LANGUAGE_DROP, dice) for s in group]
    for row, sample in enumerate(group):
        code = sample.language if languages[row] < len(LANGUAGES) else ""
        names = [labels.of(code, word) for word in sample.words]
        keys = list(zip(sample.words, sample.spaced, names, strict=True))[:length]
        types[row, : len(keys)] = torch.tensor([known.setdefault(key, len(known)) for key in keys])
        mask[row, : len(keys)] = 1
        bits = torch.tensor(sample.allowed[: len(keys)])
        allowed[row, : len(keys)] = ((bits[:, None] >> torch.arange(len(TAGS))) & 1).float()
    rows = [labels.rows(key) for key in known]
    counts = torch.tensor([0] + [len(grams) for _, grams in rows[:-1]])
    styles = [_or_unknown(SETS.index(s.source), len(SETS), STYLE_DROP, dice) for s in group]
    return Batch(
        group,
        torch.tensor([list(fixed) for fixed, _ in rows]),
        torch.tensor([gram for _, grams in rows for gram in grams]),
        counts.cumsum(0),
        types,
        mask,
        allowed,
        torch.tensor(languages),
        torch.tensor(styles),
    )


def _or_unknown(index: int, unknown: int, share: float, dice: random.Random | None) -> int:
    return unknown if dice is not None and dice.random() < share else index
