"""Loaded language: emotive, judging, labelling and sensational expressions, and whose voice they are in."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from analysis import resources
from analysis.errors import DataError
from analysis.framing.intervals import poisson
from analysis.framing.lexicon import MODEL, Listed, categories, content_words, matches_of, names_of
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
OF_LIST = (1.0, 0.8, 0.4, 0.2)
"""Share of the language's threshold from which an expression is loaded: one of no list, and one that is listed as mild,
middling, strong. On own sentences in eight languages F1 of words is .454 with these, .436 where the list counts for
nothing, .444 to .457 with others between."""
NO_THRESHOLD = 0.5
"""Threshold of a language for which none was set."""
FAINT = 0.05
"""Expressions of no list that are less likely are not kept for a threshold: the least that is tried is .3."""
CLAUSE = re.compile(r"[.,:;!?\u2013\u2014\n]")
CALLED = 4
"""Most words from a word for calling to the loaded word, that one included: *called the plan a disgrace*."""
HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An expression that may be loaded; intensity 0 and no category if it is in no list. ``first`` and ``last`` are the
    numbers of its words, ``at`` is the likeliest."""

    start: int
    end: int
    first: int
    last: int
    at: int
    category: str
    intensity: int
    likely: float


def find_loaded(
    document: Document, words: Sequence[Word], actors: Sequence[Actor], quoted: Stretches, reading: Reading
) -> tuple[LoadedTerm, ...]:
    """Loaded expressions in text order, with category, intensity 1 (mild) to 3 (strong), and voice.

    A word is loaded in its sentence: "sharp" judges a tone and describes a knife. Method: the reader's probability that
    a word is chosen to judge or to stir, fitted to annotated sentences in eight languages (``training/reader``), from
    the threshold of the language on (``threshold``); what the language's list ``loaded`` has needs less of it, the less
    the stronger it is there. Words of the text that stand side by side are one expression, and so is a word of several
    with hyphens, which is as likely as its parts are on average. In a quotation only what the list calls loaded by
    itself is told. Nothing is found in a language without lists.
    """
    if not resources.supported(document.language) or not document.sentences:
        return ()
    found = expressions(document, words, actors, quoted, reading).above(threshold(document.language))
    return tuple(
        LoadedTerm(
            start=each.start,
            end=each.end,
            text=document.text[each.start : each.end],
            voice="quoted" if _is_called(document, words, each) else quoted.voice(each.start),
            category=each.category or categories().of(words[each.at].lower),
            intensity=max(1, each.intensity),
        )
        for each in found
    )


def _is_called(document: Document, words: Sequence[Word], each: _Candidate) -> bool:
    """Whether somebody is told to call something so, without marks: *calling it an affront*, *nannte sie feige*."""
    calling = _calling(document.language)
    return any(
        words[place].lower in calling and not CLAUSE.search(document.text, words[place].end, each.start)
        for place in range(max(0, each.first - CALLED), each.first)
    )


@cache
def _calling(code: str) -> frozenset[str]:
    """Forms of words for calling something something, and for nothing else."""
    return frozenset(form for form, _, _, use, *_ in resources.rows(code, "cues") if use == "C")


@cache
def threshold(code: str, folder: Path = MODEL) -> float:
    """Probability from which a word of no list is loaded, in (0, 1). Raises DataError.

    Set so that the same sentences have as many marks in each language (``analysis.training.thresholds``).
    """
    try:
        return float(json.loads((folder / "thresholds.json").read_text(encoding="utf-8")).get(code, NO_THRESHOLD))
    except (OSError, ValueError) as error:
        raise DataError(f"the thresholds of loaded language in {folder.name} cannot be read: {error}") from error


@dataclass(frozen=True, slots=True)
class Expressions:
    """What may be loaded in a document, in text order, whatever the threshold."""

    document: Document
    candidates: tuple[_Candidate, ...]

    def above(self, least: float) -> list[_Candidate]:
        """The expressions that are loaded from this threshold on, neighbours as one."""
        return _joined(self.document, [one for one in self.candidates if one.likely >= least * OF_LIST[one.intensity]])


def expressions(
    document: Document, words: Sequence[Word], actors: Sequence[Actor], quoted: Stretches, reading: Reading
) -> Expressions:
    """The expressions of a document with how likely each is loaded; those of quotations only if surely so."""
    likely = _by_word(words, reading)
    matches = [one for one in matches_of(document, words) if not _is_part(document.text, one)]
    taken = join((match.start, match.end) for match in matches)
    names = join(names_of(actors))
    content = {word.start for word in content_words(document.language, words, names)}
    free = [not (taken.holds(one.start) or quoted.holds(one.start) or names.holds(one.start)) for one in words]
    own = [one and word.start in content for one, word in zip(free, words, strict=True)]
    found = [
        *_listed(document, words, matches, quoted, likely),
        *_unlisted(words, _compounds(document.text, words, free), own, likely),
    ]
    return Expressions(document, tuple(sorted(found, key=lambda each: each.start)))


def _is_part(text: str, match: Found[Listed]) -> bool:
    """Whether hyphens join what is listed to a longer word, which says something else: *deep-pocketed*."""
    before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    joined = before[-1:] in HYPHENS and before[:1].isalnum() and len(before) == 2
    return joined or (after[:1] in HYPHENS and after[1:].isalnum())


def _by_word(words: Sequence[Word], reading: Reading) -> Vectors:
    """How likely each word is loaded: as its likeliest piece."""
    pieces = reading.loaded
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
    """Listed expressions; in a quotation those that are loaded by themselves, whatever the reader says."""
    starts = [word.start for word in words]
    for match in matches:
        category, intensity = match.value.category, match.value.intensity
        first = bisect_left(starts, match.start)
        chance = float(likely[first : first + match.words].max(initial=0.0))
        if quoted.holds(match.start):
            chance = float(intensity >= STRONG)
        last = first + match.words - 1
        yield _Candidate(match.start, match.end, first, last, first, category, intensity, chance)


def _unlisted(
    words: Sequence[Word], compounds: Iterator[tuple[int, int]], own: Sequence[bool], likely: Vectors
) -> Iterator[_Candidate]:
    """Expressions of no list that have a word of content; ``own`` says which are the outlet's and name nobody."""
    for first, last in compounds:
        chance = float(likely[first : last + 1].mean())
        if chance >= FAINT and any(own[first : last + 1]):
            at = first + int(likely[first : last + 1].argmax())
            yield _Candidate(words[first].start, words[last].end, first, last, at, "", 0, chance)


def _compounds(text: str, words: Sequence[Word], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Numbers of the first and last word of each run of free words that only hyphens part."""
    first = 0
    for place, word in enumerate(words):
        after = place + 1
        joined = free[place] and after < len(words) and free[after] and text[word.end : words[after].start] in HYPHENS
        if not joined:
            if free[first]:
                yield first, place
            first = after


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
