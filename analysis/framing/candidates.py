"""Expressions that may be loaded, and what is known of each: its list entry, its reading, the sentence around it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from analysis import resources
from analysis.framing.patterns import Match, Patterns, Word, fold, morphology
from analysis.framing.subjectivity import FLOOR, MIDDLING, Reading, familiarity
from analysis.framing.voice import Stretches
from analysis.types import Actor, Document, Vectors

STRONG = 2
"""Intensity from which an expression is loaded by itself."""
SHORTEST = 3
LEAST, MOST = -1.5, 2.5
"""How subjective the sentence is counts no less and no more than this, in standard deviations."""
FEATURES = (
    "mild",
    "middle",
    "strong",
    "label",
    "phrase",
    "familiar",
    "familiar_listed",
    "quoted",
    "level",
    "listed_around",
    "length",
    "logit",
    "logit_unlisted",
    "best_around",
    "telling",
)
"""What a row of ``described`` says: intensity 1 to 3 in the lists, whether it is a label of intensity 2 ("far-right"
names as often as it judges), has several words, how common its rarest word is (and that again if it is listed),
whether it is quoted, how subjective the sentence reads, its other listed expressions and its length; and of its words
the logit of being in a list (and that again if they are in none), the highest such of the sentence's other candidates,
and how telling they are."""
KNOWN = 11
"""So many of them are known without an encoder."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists ``loaded`` and ``stance`` of a language in one: entries of the second have intensity 0."""

    patterns: Patterns
    categories: tuple[str, ...]
    intensities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression that may be loaded, with its folded words; ``sentence`` is its number, intensity 0 if unlisted."""

    start: int
    end: int
    sentence: int
    words: tuple[str, ...]
    category: str
    intensity: int
    quoted: bool


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a supported language."""
    loaded, stance = resources.rows(code, "loaded"), resources.rows(code, "stance")
    return Lexicon(
        Patterns([row[0] for row in (*loaded, *stance)], morphology(code)),
        tuple(row[1] for row in loaded) + ("",) * len(stance),
        tuple(int(row[2]) for row in loaded) + (0,) * len(stance),
    )


def matches_of(document: Document, words: Sequence[Word]) -> list[Match]:
    """Where the text has what is listed."""
    return list(lexicon(document.language).patterns.find(words, document.text))


def names_of(actors: Sequence[Actor]) -> list[tuple[int, int]]:
    """Where the text names somebody or something."""
    return [(each.start, each.end) for actor in actors for each in actor.mentions if each.kind == "name"]


def content_words(code: str, words: Sequence[Word], names: Stretches) -> list[Word]:
    """Words that are no name, no number and no function word."""
    grammar = _grammar(code)
    return [
        word
        for word in words
        if len(word.lower) >= SHORTEST
        and word.lower.isalpha()
        and word.lower not in grammar
        and not names.holds(word.start)
    ]


@cache
def _grammar(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in resources.words(code, "function_words"))


def listed(
    document: Document, words: Sequence[Word], matches: Sequence[Match], quoted: Stretches
) -> Iterator[Candidate]:
    """Expressions of the list ``loaded``; in a quotation only what is loaded by itself."""
    known, starts = lexicon(document.language), [word.start for word in words]
    for match in matches:
        intensity, said = known.intensities[match.entry], quoted.holds(match.start)
        if not intensity or (said and intensity < STRONG):
            continue
        first = bisect_left(starts, match.start)
        forms = tuple(word.lower for word in words[first : first + match.words])
        category = known.categories[match.entry]
        place = place_of(document, match.start)
        yield Candidate(match.start, match.end, place, forms, category, intensity, said)


def unlisted(
    document: Document, content: Sequence[Word], taken: Stretches, quoted: Stretches, readings: Mapping[str, Reading]
) -> Iterator[Candidate]:
    """Single words of the outlet's own that are in no list."""
    for word in content:
        if not taken.holds(word.start) and not quoted.holds(word.start):
            place, category = place_of(document, word.start), readings[word.lower].category
            yield Candidate(word.start, word.end, place, (word.lower,), category, 0, False)


def place_of(document: Document, offset: int) -> int:
    """Number of the sentence that holds an offset."""
    return max(0, bisect_left(document.sentence_starts, offset + 1) - 1)


def described(
    document: Document,
    words: Sequence[Word],
    found: Sequence[Candidate],
    levels: Vectors,
    readings: Mapping[str, Reading],
) -> Vectors:
    """A row of ``FEATURES`` for each candidate; without readings only the first ``KNOWN`` say something."""
    starts, sentences = [word.start for word in words], defaultdict(list)
    logits = [_mean([readings[form].logit for form in each.words if form in readings], FLOOR) for each in found]
    for number, each in enumerate(found):
        sentences[each.sentence].append(number)
    rows = np.zeros((len(found), len(FEATURES)), dtype=np.float32)
    for place, numbers in sentences.items():
        sentence, level = document.sentences[place], min(MOST, max(LEAST, float(levels[place])))
        length = max(1, bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start))
        many = sum(found[number].intensity > 0 for number in numbers)
        ranked = sorted((logits[number] for number in numbers), reverse=True)
        for number in numbers:
            each, logit = found[number], logits[number]
            others = ranked[1 if logit == ranked[0] else 0 :]
            around = (level, many - (each.intensity > 0), math.log(length))
            telling = _mean([readings[form].telling for form in each.words if form in readings], 0.0)
            read = (logit, logit if not each.intensity else 0.0, max(FLOOR, others[0]) if others else FLOOR, telling)
            rows[number] = (*_by_itself(document.language, each), *around, *read)
    return rows


def _by_itself(code: str, each: Candidate) -> tuple[float, ...]:
    common = min(familiarity(code, word) for word in each.words) - MIDDLING
    label = each.intensity == STRONG and each.category == "labelling"
    kinds = (each.intensity == 1, each.intensity == STRONG, each.intensity > STRONG, label, len(each.words) > 1)
    return (*map(float, kinds), common, common if each.intensity else 0.0, float(each.quoted))


def _mean(values: Sequence[float], none: float) -> float:
    return max(FLOOR, sum(values) / len(values)) if values else none
