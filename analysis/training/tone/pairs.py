"""A sentence and its translation must be read alike: the loss that asks it of the student."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import simplemma
import torch

from analysis.sentiment.contexts import INSIDE, NAME, TARGET, Context, distance_classes
from analysis.sentiment.words import SIZE as WORD_SIZE
from analysis.sentiment.words import describe
from analysis.text import fold
from analysis.training.tone.student import Student, collate
from analysis.training.tone.vocabulary import Reverse, Vocabulary, meanings

NAMED_SHARE, WORD_SHARE = 0.7, 0.9
"""How often a name of both sentences is made the target, and if none is, any word of both; else there is no target."""
SENTENCE_WEIGHT = 3.0

Places = list[tuple[int, int]]
Pair = tuple[Context, tuple[Context, ...]]
"""A sentence and its translations, as contexts without a target."""


class Pairing:
    """Finds which words of a translation stand for which English words, by the dictionaries."""

    def __init__(self, reverse: Reverse) -> None:
        self._meanings = lru_cache(maxsize=None)(
            lambda word: frozenset(base_form(other) for other in meanings(word, reverse))
        )

    def words(self, english: Context, other: Context) -> Places:
        """Places in the English sentence and in the translation; each place at most once."""
        free: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(english.words):
            if word is not None:
                free[base_form(word[1])].append(place)
        found: Places = []
        for place, own in enumerate(other.words):
            meant = sorted(self._meanings(own) & free.keys()) if own is not None else []
            chosen = next((text for text in meant if free[text]), None)
            if chosen is not None:
                found.append((free[chosen].pop(0), place))
        return found


def names(english: Context, other: Context) -> Places:
    """Places of the names in order, if there are equally many in both."""
    own, others = ([i for i, row in enumerate(context.features) if row[NAME]] for context in (english, other))
    return list(zip(own, others, strict=True)) if len(own) == len(others) else []


def with_target(context: Context, place: int | None) -> Context:
    """The context with what the word lists say, and with the token at a place as its target."""
    features, words = context.features.copy(), list(context.words)
    for index, word in enumerate(words):
        if word is not None:
            features[index, :WORD_SIZE] = describe(*word)
    if place is None:
        return replace(context, features=features)
    features[place, :INSIDE] = 0.0
    features[place, TARGET], words[place] = 1.0, None
    target = np.zeros(len(words), dtype=np.bool_)
    target[place] = True
    return Context(context.tokens, tuple(words), features, distance_classes(len(words), [place]), target)


class Agreement:
    """The loss of a random batch of sentences whose translations are to be read as they are."""

    def __init__(self, pairs: Sequence[Pair], pairing: Pairing, vocabulary: Vocabulary, batch: int) -> None:
        self._pairs, self._pairing, self._vocabulary, self._batch = pairs, pairing, vocabulary, batch

    def loss(self, student: Student, rng: random.Random) -> torch.Tensor:
        """Distance of states and chances of the translations from those of the English sentences, which are given."""
        drawn = [self._draw(pair, rng) for pair in rng.sample(self._pairs, min(self._batch, len(self._pairs)))]
        student.eval()
        with torch.no_grad():
            states, inside, chances = self._read(student, [english for english, _, _ in drawn])
        student.train()
        found, here, own = self._read(student, [other for _, other, _ in drawn])
        loss = SENTENCE_WEIGHT * ((mean_state(found, here) - mean_state(states, inside)) ** 2).mean()
        places = [(row, i + 1, j + 1) for row, (_, _, words) in enumerate(drawn) for i, j in words]
        if places:
            rows, sources, targets = (list(column) for column in zip(*places, strict=True))
            loss = loss + ((found[rows, targets] - states[rows, sources]) ** 2).mean()
        return loss + (chances.exp() * (chances - own)).sum(dim=1).mean()

    def _draw(self, pair: Pair, rng: random.Random) -> tuple[Context, Context, Places]:
        english, other = pair[0], rng.choice(pair[1])
        words, named = self._pairing.words(english, other), names(english, other)
        chosen: tuple[int | None, int | None] = (None, None)
        if named and rng.random() < NAMED_SHARE:
            chosen = rng.choice(named)
        elif words and rng.random() < WORD_SHARE:
            chosen = rng.choice(words)
        return with_target(english, chosen[0]), with_target(other, chosen[1]), words

    def _read(self, student: Student, contexts: Sequence[Context]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        words, features, distances, lengths = collate(contexts, self._vocabulary)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states, inside = student.states(words, features, distances, lengths)
            logits = student.read_out(states, features, distances, lengths)
        return states.float(), inside, torch.log_softmax(logits.float(), dim=1)


def mean_state(states: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """The mean over the tokens that are there, (batch, width)."""
    share = inside.float()
    mean: torch.Tensor = torch.einsum("bt,bth->bh", share / share.sum(dim=1, keepdim=True), states)
    return mean


@lru_cache(maxsize=1 << 17)
def base_form(word: str) -> str:
    """The base form of an English word, folded."""
    return fold(simplemma.lemmatize(word, lang="en"))
