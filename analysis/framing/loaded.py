"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from analysis import resources
from analysis.framing.intervals import poisson
from analysis.framing.lexicon import Listed, categories, content_words, matches_of, names_of
from analysis.framing.patterns import Found, Word
from analysis.framing.voice import Stretches, join
from analysis.reader import Reading
from analysis.types import Actor, Document, LoadedTerm, Score, Vectors

PER = 1000.0
"""Rates are given per this many words."""
MIN_WORDS = 50
"""Words of the outlet's own below which one loaded word more or less moves the rate by over 20 per 1,000."""
STRONG = 2
"""Intensity from which a listed expression is loaded by itself, also in a quotation."""
LEAST = (0.5, 0.4, 0.2, 0.1)
"""Probability from which an expression is loaded: one of no list, and one that is listed as mild, middling, strong."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An expression that may be loaded; intensity 0 if it is in no list. ``last`` is the number of its last word."""

    start: int
    end: int
    first: int
    last: int
    category: str
    intensity: int
    likely: float


def find_loaded(
    document: Document, words: Sequence[Word], actors: Sequence[Actor], quoted: Stretches, reading: Reading
) -> tuple[LoadedTerm, ...]:
    """Loaded expressions in text order, with category, intensity 1 (mild) to 3 (strong), and voice.

    A word is loaded in its sentence: "sharp" judges a tone and describes a knife. Method: the reader's probability that
    a word is chosen to judge or to stir, fitted to annotated sentences in eight languages (``training/reader``); what
    the language's list ``loaded`` has needs less of it, the less the stronger it is there. Words of the text that stand
    side by side are one expression. In a quotation only what the list calls loaded by itself is told. Nothing is found
    in a language without lists.
    """
    if not resources.supported(document.language) or not document.sentences:
        return ()
    likely = _by_word(words, reading)
    matches = matches_of(document, words)
    taken = join((match.start, match.end) for match in matches)
    own = {
        word.start
        for word in content_words(document.language, words, join(names_of(actors)))
        if not taken.holds(word.start) and not quoted.holds(word.start)
    }
    found = [*_listed(document, words, matches, quoted, likely), *_unlisted(words, own, likely)]
    return tuple(
        LoadedTerm(
            start=each.start,
            end=each.end,
            text=document.text[each.start : each.end],
            voice=quoted.voice(each.start),
            category=each.category,
            intensity=max(1, each.intensity),
        )
        for each in _joined(document, sorted(found, key=lambda each: each.start))
    )


def _by_word(words: Sequence[Word], reading: Reading) -> Vectors:
    """How likely each word is loaded: as its likeliest piece."""
    pieces = reading.loaded()
    out = np.zeros(len(words), dtype=np.float32)
    starts = [word.start for word in words]
    for start, end, likely in zip(reading.starts.tolist(), reading.ends.tolist(), pieces.tolist(), strict=True):
        for place in range(max(0, bisect_left(starts, start + 1) - 1), bisect_left(starts, end)):
            if words[place].end > start and likely > out[place]:
                out[place] = likely
    return out


def _listed(
    document: Document, words: Sequence[Word], matches: Sequence[Found[Listed]], quoted: Stretches, likely: Vectors
) -> Iterator[_Candidate]:
    """Listed expressions that are loaded where they stand; in a quotation those that are by themselves."""
    starts = [word.start for word in words]
    for match in matches:
        category, intensity = match.value.category, match.value.intensity
        first = bisect_left(starts, match.start)
        chance = float(likely[first : first + match.words].max(initial=0.0))
        loaded = intensity >= STRONG if quoted.holds(match.start) else chance >= LEAST[intensity]
        if loaded:
            yield _Candidate(match.start, match.end, first, first + match.words - 1, category, intensity, chance)


def _unlisted(words: Sequence[Word], own: Set[int], likely: Vectors) -> Iterator[_Candidate]:
    """Words of no list; ``own`` are the offsets of the outlet's own words that are in none and name nobody."""
    for place in np.flatnonzero(likely >= LEAST[0]).tolist():
        word = words[place]
        if word.start in own:
            yield _Candidate(word.start, word.end, place, place, categories().of(word.lower), 0, float(likely[place]))


def _joined(document: Document, found: Sequence[_Candidate]) -> list[_Candidate]:
    """Neighbours as one, with the category of the likelier and the intensity of the stronger."""
    out: list[_Candidate] = []
    for each in found:
        before = out[-1] if out else None
        if before is None or each.first != before.last + 1 or document.text[before.end : each.start].strip():
            out.append(each)
        elif before.intensity == each.intensity == 0:
            best = max(before, each, key=lambda one: one.likely)
            out[-1] = replace(best, start=before.start, end=each.end, first=before.first, last=each.last)
        else:
            out.append(each)
    return out


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
