"""Facts made of translations: what tells the same in another language, and what only looks like it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.resources import languages
from analysis.training.reader.corpus import FEWEST_WORDS, Encode, Telling, link
from analysis.training.reader.lines import read_lines

LANGUAGES_OF_A_FACT, FEWEST_LANGUAGES, PIVOT = 4, 3, "en"
"""How many languages of a fact are read, how many there must be, and the one in which sentences are compared."""
SENTENCES_BESIDE, ALIKE = 2, (0.25, 0.7)
"""How many sentences miss a fact, and the cosines of weighed words between which they look like it but are not it."""


def from_statements(paths: Iterable[Path], encode: Encode, rng: random.Random) -> list[list[Telling]]:
    """Each matter of ``shared/train/stance`` as a fact: one statement in a few languages, the other one of the matter
    as what misses it by little."""
    matters: dict[str, dict[str, dict[str, str]]] = {}
    for path in paths:
        for row in read_lines(path):
            matter, side, _ = row["id"].rsplit("-", 2)
            matters.setdefault(matter, {}).setdefault(side, {})[row["lang"]] = row["text"]
    facts = []
    for matter, sides in matters.items():
        told = []
        for side, texts in sorted(sides.items()):
            codes = rng.sample(list(texts), min(len(texts), LANGUAGES_OF_A_FACT))
            told.append((side, {code: texts[code] for code in codes}))
        facts.append(_as_fact(matter, told, encode))
    return facts


def from_sentences(path: Path, encode: Encode, most: int, rng: random.Random) -> list[list[Telling]]:
    """Sentences with their translations as facts, and beside each the translations of sentences that share words with
    it but are not it; at most so many facts."""
    known = _translated_alike(path)
    chosen = sorted(rng.sample(range(len(known)), min(most, len(known))))
    facts = []
    for place, beside in zip(chosen, _beside(known, chosen), strict=True):
        sides = []
        for number, few in ((place, LANGUAGES_OF_A_FACT), *((other, 2) for other in beside)):
            texts = known[number]
            codes = rng.sample(sorted(texts), min(few, len(texts)))
            sides.append((str(number), {code: texts[code] for code in codes}))
        facts.append(_as_fact(str(place), sides, encode))
    return facts


def _translated_alike(path: Path) -> list[dict[str, str]]:
    """Sentences of some words in ``FEWEST_LANGUAGES`` of ours or more; rows that share a text are one."""
    of: dict[tuple[str, str], dict[str, str]] = {}
    for row in read_lines(path):
        texts = {code: text for code, text in row.items() if code in languages() and len(text.split()) >= FEWEST_WORDS}
        if len(texts) < 2:
            continue
        own = next((of[pair] for pair in texts.items() if pair in of), {})
        for code, text in texts.items():
            own.setdefault(code, text)
            of[code, text] = own
    unlike = {id(texts): texts for texts in of.values() if len(texts) >= FEWEST_LANGUAGES}
    return [texts for texts in unlike.values() if PIVOT in texts]


def _beside(known: Sequence[dict[str, str]], chosen: Sequence[int]) -> Iterator[list[int]]:
    """Of each chosen sentence others that share words with it: their cosine of weighed words lies within ``ALIKE``."""
    weighed = TfidfVectorizer(sublinear_tf=True).fit_transform(texts[PIVOT] for texts in known)
    for place, row in zip(chosen, (weighed[list(chosen)] @ weighed.T).tocsr(), strict=True):
        near = [
            (value, column)
            for value, column in zip(row.data.tolist(), row.indices.tolist(), strict=True)
            if ALIKE[0] < value < ALIKE[1] and column != place
        ]
        yield [column for _, column in sorted(near, reverse=True)[:SENTENCES_BESIDE]]


def _as_fact(name: str, sides: Sequence[tuple[str, dict[str, str]]], encode: Encode) -> list[Telling]:
    """A fact: the first side tells it, the others miss it."""
    group = [
        Telling(encode.for_pairs(text, code), name, "near_miss" if place else "same", -1, gloss)
        for place, (gloss, texts) in enumerate(sides)
        for code, text in texts.items()
    ]
    link(group)
    return group
