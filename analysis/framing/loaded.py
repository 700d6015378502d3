"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from analysis import resources
from analysis.framing.intervals import poisson
from analysis.framing.patterns import Match, Patterns, Word, morphology
from analysis.framing.voice import Stretches
from analysis.types import Actor, Document, LoadedTerm, Score

PER = 1000.0
"""Rates are given per this many words."""
MIN_WORDS = 50
"""Words of the outlet's own below which one loaded word more or less moves the rate by over 20 per 1,000."""
STRONG = 2
"""Intensity from which an expression is loaded by itself."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists ``loaded`` and ``stance`` of a language in one: entries of the second have intensity 0."""

    patterns: Patterns
    categories: tuple[str, ...]
    intensities: tuple[int, ...]


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a supported language."""
    loaded, stance = resources.rows(code, "loaded"), resources.rows(code, "stance")
    return Lexicon(
        Patterns([row[0] for row in (*loaded, *stance)], morphology(code)),
        tuple(row[1] for row in loaded) + ("",) * len(stance),
        tuple(int(row[2]) for row in loaded) + (0,) * len(stance),
    )


def find_loaded(
    document: Document, words: Sequence[Word], actors: Sequence[Actor], quoted: Stretches
) -> tuple[LoadedTerm, ...]:
    """Loaded expressions in text order, with category, intensity 1 (mild) to 3 (strong), and voice.

    A mild expression ("important", "disappointing") is ordinary in a report and telling in a comment: it is given
    only where its sentence holds more signs of a writer's stance than facts, which are names and numbers. Method: the
    language's lists ``loaded`` and ``stance``. Nothing is found in a language without them.
    """
    if not resources.supported(document.language):
        return ()
    known = lexicon(document.language)
    matches = list(known.patterns.find(words, document.text))
    outweighing = _stance_over_facts(document, actors, matches)
    return tuple(
        LoadedTerm(
            start=match.start,
            end=match.end,
            text=document.text[match.start : match.end],
            voice=quoted.voice(match.start),
            category=known.categories[match.entry],
            intensity=known.intensities[match.entry],
        )
        for match in matches
        if known.intensities[match.entry] >= STRONG
        or (known.intensities[match.entry] and _place(document, match.start) in outweighing)
    )


def _stance_over_facts(document: Document, actors: Sequence[Actor], matches: Sequence[Match]) -> frozenset[int]:
    """Sentences with more listed expressions, loaded or of stance, than names and numbers."""
    signs = Counter(_place(document, match.start) for match in matches)
    names = (mention.start for actor in actors for mention in actor.mentions if mention.kind == "name")
    numbers = (found.start() for found in _NUMBER.finditer(document.text))
    facts = Counter(_place(document, start) for start in chain(names, numbers))
    return frozenset(place for place, count in signs.items() if count > facts[place])


def _place(document: Document, offset: int) -> int:
    return bisect_left(document.sentence_starts, offset + 1)


def loaded_rate(document: Document, words: Sequence[Word], terms: tuple[LoadedTerm, ...], quoted: Stretches) -> Score:
    """Loaded expressions of the outlet's own voice per 1,000 of its own words, with a Poisson interval.

    Unit: expressions per 1,000 words, 0 upward. ``n`` is the number of the outlet's own words. Null in a language
    without a list and where the outlet has fewer than 50 words of its own.
    """
    if not resources.supported(document.language):
        return Score.unknown("unsupported_language")
    own = sum(1 for word in words if not quoted.holds(word.start))
    if own < MIN_WORDS:
        return Score.unknown("insufficient_text", own)
    mine = [term for term in terms if term.voice == "outlet"]
    low, high = poisson(len(mine))
    return Score(
        round(PER * len(mine) / own, 4),
        n=own,
        interval=(round(PER * low / own, 4), round(PER * high / own, 4)),
        evidence=tuple(document.span(term.start, term.end) for term in mine),
    )
