"""Reads the training pack and turns its sentences into tokens with allowed tags."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from analysis.actors.features import TOKEN
from analysis.training.names.invented import Invented
from analysis.training.names.words import Lists

TYPES = ("person", "organization", "place")
TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")
LANGUAGES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr")
OUTSIDE = 1
ANY = (1 << len(TAGS)) - 1

HELD_OUT = {"da_ddt": "test", "de_germeval": "dev", "en_ewt": "test", "fr_winer": "test"}
"""Splits that settings are chosen by and that are never trained on."""

WEIGHTS = {
    "nb_norne": 0.5,
    "nn_norne": 0.5,
    "sv_webbnyheter": 1.5,
    "sv_talbanken": 0.4,
    "sv_pud": 2.0,
    "da_ddt": 3.0,
    "da_tweets": 1.0,
    "ro_ronec1": 2.0,
    "en_ewt": 0.9,
    "en_pud": 2.0,
    "en_crossner": 0.7,
    "en_wikigold": 1.5,
    "en_wnut17": 0.2,
    "en_newstweets": 1.0,
    "de_germeval": 2.5,
    "de_pud": 2.0,
    "de_smartdata": 0.3,
    "de_europeana": 0.3,
    "fr_winer": 0.6,
    "fr_europeana": 0.2,
}
"""How often a row of a set is seen in an epoch: news more often than tweets, traffic reports and old print."""

SETS = tuple(sorted(WEIGHTS))


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence: its tokens, whether white space stands before each, and a bit mask of the tags each may have."""

    language: str
    source: str
    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    allowed: tuple[int, ...]


def read(folder: Path) -> tuple[list[Sample], dict[str, list[dict[str, object]]]]:
    """Training samples, and the raw rows of the held-out splits by set."""
    samples: list[Sample] = []
    held: dict[str, list[dict[str, object]]] = {}
    for name in SETS:
        for row in _rows(folder / f"{name}.jsonl.gz"):
            if name in HELD_OUT and row.get("split") == HELD_OUT[name]:
                held.setdefault(name, []).append(row)
                continue
            samples.append(to_sample(row, name))
    return [sample for sample in samples if sample.words], held


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def to_sample(row: dict[str, object], source: str) -> Sample:
    """Cut the text into tokens and mark what each may be; `unsure` spans leave every tag open."""
    text = str(row["text"])
    tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    allowed = [OUTSIDE] * len(tokens)
    entities: list[dict[str, object]] = list(row["entities"])  # type: ignore[call-overload]
    for entity in entities:
        kinds = {str(entity["type"]), *(str(kind) for kind in entity.get("also", ()))}  # type: ignore[attr-defined]
        inside = _inside(tokens, entity)
        for position, index in enumerate(inside):
            allowed[index] = sum(1 << (1 + 2 * TYPES.index(kind) + (position > 0)) for kind in kinds)
    for span in row.get("unsure", ()):  # type: ignore[attr-defined]
        for index in _inside(tokens, span):
            if allowed[index] == OUTSIDE:
                allowed[index] = ANY
    words = tuple(text[start:end] for start, end in tokens)
    spaced = tuple(start == 0 or text[start - 1].isspace() for start, _ in tokens)
    return Sample(str(row["lang"]), source, words, spaced, tuple(allowed))


def _inside(tokens: list[tuple[int, int]], span: dict[str, object]) -> list[int]:
    """Indices of the tokens that overlap the span."""
    low, high = int(str(span["start"])), int(str(span["end"]))
    return [index for index, (start, end) in enumerate(tokens) if start < high and end > low]


class Augmenter:
    """Changes samples at random: other names in place of names, headlines in capitals or title case."""

    SWAP, CAPITALS, TITLE = 0.35, 0.015, 0.03
    INVENTED = 0.4
    """Share of the new names of persons that are invented ones."""
    LISTED = (0.4, 0.0, 0.5)
    """Share of the others, and of places, that come from the lists of names."""
    COMMON = 0.2
    """Share of common English words among the surnames of listed full names: many a surname is one."""
    SURNAME = 0.7
    """Share of surnames among listed names of one word."""
    SHARES = (0.7, 0.35, 0.35)
    """How often a name is exchanged in a sentence that was chosen for it: persons, organisations, places."""

    def __init__(self, samples: list[Sample], lists: Lists) -> None:
        self.names: dict[tuple[int, int], list[tuple[str, ...]]] = {}
        for sample in samples:
            for kind, start, end in spans(sample):
                words = sample.words[start:end]
                if words[0][0].isupper():
                    self.names.setdefault((kind, min(len(words), 4)), []).append(words)
        self.towns: dict[int, list[tuple[str, ...]]] = {}
        for town in lists.town_names:
            words = tuple(TOKEN.findall(town))
            self.towns.setdefault(min(len(words), 4), []).append(words)
        self.given, self.surnames, self.common = sorted(lists.given), sorted(lists.surnames), lists.common
        self.invented = Invented()
        self.known = {words for group in self.names.values() for words in group}

    def apply(self, sample: Sample, dice: random.Random) -> Sample:
        """The sentence as it is shown this time: with other names, other capitals, or as it stands."""
        if dice.random() < self.SWAP:
            sample = self.swapped(sample, dice)
        draw = dice.random()
        if draw < self.CAPITALS:
            return _recased(sample, str.upper)
        if sample.language == "en" and draw < self.CAPITALS + self.TITLE:
            return _recased(sample, lambda word: word[:1].upper() + word[1:])
        return sample

    def swapped(self, sample: Sample, dice: random.Random) -> Sample:
        """The sentence with other names in place of some."""
        words, spaced, allowed = list(sample.words), list(sample.spaced), list(sample.allowed)
        for kind, start, end in reversed(spans(sample)):
            group = self.names.get((kind, min(end - start, 4)))
            if not group or dice.random() >= self.SHARES[kind]:
                continue
            drawn = self._drawn(kind, end - start, sample.language, dice) or dice.choice(group)
            new = self._inflected(sample.words[start:end], list(drawn))
            first, rest = 1 << (1 + 2 * kind), 1 << (2 + 2 * kind)
            words[start:end] = new
            joined = [not (a in "-'’./&" or b in "-'’./&,") for a, b in pairwise(new)]
            spaced[start:end] = [sample.spaced[start], *joined]
            allowed[start:end] = [first] + [rest] * (len(new) - 1)
        return Sample(sample.language, sample.source, tuple(words), tuple(spaced), tuple(allowed))

    def _drawn(self, kind: int, size: int, language: str, dice: random.Random) -> tuple[str, ...] | None:
        """An invented name or a listed one; nothing where one of the corpora's names is to be taken."""
        if TYPES[kind] == "person" and dice.random() < self.INVENTED:
            return self.invented.draw(language, size, dice)
        if dice.random() >= self.LISTED[kind]:
            return None
        if TYPES[kind] == "place":
            return dice.choice(self.towns[min(size, 4)])
        common = size > 1 and dice.random() < self.COMMON
        surname = dice.choice(self.common if common else self.surnames).capitalize()
        given = dice.choice(self.given).capitalize()
        if size > 1:
            return given, surname
        return (surname if dice.random() < self.SURNAME else given,)

    def _inflected(self, old: tuple[str, ...], new: list[str]) -> list[str]:
        """The new name, in the genitive if the old one was (known by its stem being a name as well)."""
        stem = (*old[:-1], old[-1][:-1])
        if old[-1].endswith("s") and stem in self.known and not new[-1].endswith("s") and new[-1].isalpha():
            new[-1] += "s"
        return new


def spans(sample: Sample) -> list[tuple[int, int, int]]:
    """Type index, first token and end of each name that has exactly one type."""
    found: list[tuple[int, int, int]] = []
    for index, mask in enumerate(sample.allowed):
        tag = mask.bit_length() - 1
        if mask != 1 << tag or tag == 0:
            continue
        kind = (tag - 1) // 2
        if tag % 2:
            found.append((kind, index, index + 1))
        elif found and found[-1][0] == kind and found[-1][2] == index:
            found[-1] = (kind, found[-1][1], index + 1)
    return found


def _recased(sample: Sample, change: object) -> Sample:
    assert callable(change)
    words = tuple(str(change(word)) for word in sample.words)
    return Sample(sample.language, sample.source, words, sample.spaced, sample.allowed)
