"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from analysis import resources
from analysis.framing.intervals import poisson
from analysis.framing.patterns import Match, Patterns, Word, morphology, words_of
from analysis.framing.voice import Stretches
from analysis.types import Document, LoadedTerm, Score

PER = 1000.0
"""Rates are given per this many words."""
MIN_WORDS = 50
"""Words of the outlet's own below which one loaded word more or less moves the rate by over 20 per 1,000."""
STRONG = 2
"""Intensity from which an expression is loaded by itself."""
COMPANY = 2
"""A mild expression (intensity 1) counts in company only: one "important" is ordinary, two in a sentence are a tone."""


@cache
def _lexicon(code: str) -> tuple[Patterns, tuple[tuple[str, ...], ...]]:
    rows = resources.rows(code, "loaded")
    return Patterns([row[0] for row in rows], morphology(code)), rows


def find_loaded(document: Document, quoted: Stretches) -> tuple[LoadedTerm, ...]:
    """Loaded expressions in text order, with category, intensity 1 (mild) to 3 (strong), and voice.

    A mild expression is given only where its sentence holds another loaded one. Method: the language's list
    ``loaded``. Nothing is found in a language without the list.
    """
    if not resources.supported(document.language):
        return ()
    patterns, rows = _lexicon(document.language)
    matches = list(patterns.find(words_of(document.text), document.text))
    return tuple(
        LoadedTerm(
            start=match.start,
            end=match.end,
            text=document.text[match.start : match.end],
            voice=quoted.voice(match.start),
            category=rows[match.entry][1],
            intensity=int(rows[match.entry][2]),
        )
        for match in _in_company(document, matches, rows)
    )


def _in_company(document: Document, matches: list[Match], rows: tuple[tuple[str, ...], ...]) -> list[Match]:
    """Matches without the mild ones that stand alone in their sentence."""
    counts: dict[int, int] = {}
    places = [bisect_left(document.sentence_starts, match.start + 1) for match in matches]
    for place in places:
        counts[place] = counts.get(place, 0) + 1
    return [
        match
        for match, place in zip(matches, places, strict=True)
        if int(rows[match.entry][2]) >= STRONG or counts[place] >= COMPANY
    ]


def loaded_rate(document: Document, terms: tuple[LoadedTerm, ...], quoted: Stretches) -> Score:
    """Loaded expressions of the outlet's own voice per 1,000 of its own words, with a Poisson interval.

    Unit: expressions per 1,000 words, 0 upward. ``n`` is the number of the outlet's own words. Null in a language
    without a list and where the outlet has fewer than 50 words of its own.
    """
    if not resources.supported(document.language):
        return Score.unknown("unsupported_language")
    own = own_words(document, quoted)
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


def own_words(document: Document, quoted: Stretches) -> int:
    """Number of words outside quotations."""
    return sum(1 for word in _words(document) if not quoted.holds(word.start))


def _words(document: Document) -> list[Word]:
    return words_of(document.text)
