"""The parts of the tagger's training that need no data: lists, taggings drawn from a teacher, frequency classes."""

from __future__ import annotations

import random

import numpy as np
import torch

from analysis.actors.lexicon import Lexicon
from analysis.actors.vocabulary import Vocabulary
from analysis.training.names.batches import Labels, Taught, epoch
from analysis.training.names.corpus import ANY, OUTSIDE, TAGS, Augmenter, Sample
from analysis.training.names.network import Tagger
from analysis.training.names.teacher import teach
from analysis.training.names.train import Material, fit
from analysis.training.names.words import CITY, GIVEN, PART, SURNAME, Lists, _frequency, listed

LISTS = Lists(
    {"vellinge": 34_000}, {"haag": 500_000}, frozenset({"alma"}), frozenset({"berg"}), ("Vellinge", "Den Haag")
)
PERSON, PLACE = 1 << TAGS.index("B-person"), 1 << TAGS.index("B-place")


def sample(words: str, allowed: tuple[int, ...]) -> Sample:
    tokens = tuple(words.split())
    return Sample("en", "en_ewt", tokens, (True,) * len(tokens), allowed)


def labels() -> Labels:
    return Labels(Lexicon.empty(), Vocabulary.of(["alma"], np.zeros((1, 1), np.uint8)))


MARKED = [
    sample("Alma went to Vellinge .", (PERSON, OUTSIDE, OUTSIDE, PLACE, OUTSIDE)),
    sample("Then Berg left Vellinge .", (OUTSIDE, PERSON, OUTSIDE, PLACE, OUTSIDE)),
] * 20


def test_lists_become_bits() -> None:
    assert listed(["vellinge", "haag", "alma", "berg", "table"], LISTS).tolist() == [2, PART, GIVEN, SURNAME, 0]
    assert LISTS.parts["haag"] >= CITY


def test_frequency_tells_language_and_class() -> None:
    often, seldom = _frequency([1e-3, 0, 0, 0, 0, 0, 0]), _frequency([1e-8, 0, 0, 0, 0, 0, 0])
    elsewhere = _frequency([0, 1e-3, 0, 0, 0, 0, 0])
    everywhere = _frequency([1e-3, 9e-4, 0, 0, 0, 0, 0])
    assert len({often, seldom, elsewhere, everywhere, _frequency([0.0] * 7)}) == 5
    assert everywhere == often + 1


def test_swapped_names_keep_their_type_and_number_of_marks() -> None:
    dice, augmenter = random.Random(1), Augmenter(MARKED, LISTS)
    for _ in range(50):
        changed = augmenter.swapped(MARKED[0], dice)
        assert [mask for mask in changed.allowed if mask in (PERSON, PLACE)] == [PERSON, PLACE]
        assert len(changed.words) == len(changed.spaced) == len(changed.allowed)


def test_a_teacher_passes_on_what_it_learnt() -> None:
    kept: list[Tagger] = []
    material = Material(MARKED, labels(), Augmenter(MARKED, LISTS))
    torch.manual_seed(0)
    fit(material, Tagger, 60, kept.append)
    open_ones = [sample("Alma went to Vellinge .", (ANY,) * 5), sample("Then Berg left Vellinge .", (ANY,) * 5)]
    taught = teach(kept[-1], open_ones, labels())
    assert [item.sample for item in taught] == open_ones
    drawn = [tagging for item in taught for tagging in item.taggings]
    assert all(mask.bit_count() == 1 for tagging in drawn for mask in tagging)
    assert not any(tagging[0] == 1 << index for tagging in drawn for index, tag in enumerate(TAGS) if tag[0] == "I")
    assert sum(tagging[3] == PLACE for tagging in drawn) > len(drawn) / 2


def test_an_epoch_shows_a_share_of_the_taught_sentences() -> None:
    item = Taught(sample("Alma went .", (ANY,) * 3), ((PERSON, OUTSIDE, OUTSIDE),))
    groups = epoch([], [item] * 1000, Augmenter(MARKED, LISTS), random.Random(2))
    shown = [one for group in groups for one in group]
    assert 300 < len(shown) < 500
    assert {one.allowed for one in shown} == {(PERSON, OUTSIDE, OUTSIDE)}
