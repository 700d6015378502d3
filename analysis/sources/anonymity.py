"""Sources without a name: how far the words go that describe them, and sentences that say why there is no name."""

from __future__ import annotations

from functools import cache

from analysis.attribution.lexicon import listed
from analysis.attribution.reading import Reading, WordSpan
from analysis.columns import WordRole
from analysis.matching import Phrases, key
from analysis.resources import rows

ENDING_DESCRIPTION = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.THAT, WordRole.SUB, WordRole.REL})

OPENING_COMPLEMENT = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP})

REACH = 8
"""Most words between the words found for a speaker and the rest of a phrase such as *people familiar with*."""
NEAR = 40
"""Most words between somebody and why there is no name."""
RATIO = 3
"""Words of a share told by two numbers."""
PERCENT = "percent"
"""The unit of a share of people, who say something."""
COMPLEMENT = 5
"""Most words that a phrase such as *people familiar with* goes on with: *the matter*."""


@cache
def _reasons(code: str) -> Phrases[str]:
    return Phrases(listed(code, "anonymity", str))


def is_withheld(reading: Reading, place: int) -> bool:
    """Whether the sentence says that somebody would not be named: *who asked not to be named*."""
    first, last = reading.sentences[reading.sentence_of(place)]
    first, last = max(first, place - NEAR), min(last, place + NEAR)
    return _reasons(reading.lexicon.code).first(reading, first, last) is not None


@cache
def _shares(code: str) -> frozenset[str]:
    return frozenset(key(row[0]) for row in rows(code, "shares"))


@cache
def _units(code: str) -> frozenset[str]:
    """Words for units of time and of other things that are measured."""
    return frozenset(key(row[0]) for row in rows(code, "units") if row[1] != PERCENT)


def _is_ratio(reading: Reading, place: int) -> bool:
    """Whether three words are so many in so many: *3 in 10*, *tre av tio*."""
    if place < 0 or place + RATIO > len(reading.words) or not reading.has(place + 1, WordRole.PREP):
        return False
    return _is_number(reading, place) and _is_number(reading, place + 2)


def _is_number(reading: Reading, place: int) -> bool:
    return reading.keys[place].isdigit() or reading.keys[place] in _numerals(reading.lexicon.code)


@cache
def _numerals(code: str) -> frozenset[str]:
    return frozenset(key(row[0]) for row in rows(code, "numerals"))


def is_share(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are for a share of people or an amount and name nobody: *half*, *a large part of those
    asked*, *3 in 10 voters*, *to måneder*."""
    if any(_is_ratio(reading, place) for place in (first, first - RATIO)):
        return True
    if reading.named_in(first, last):
        return False
    stop = next((i for i in range(first + 1, last) if reading.any_role(i, OPENING_COMPLEMENT)), last)
    while stop > first + 1 and not reading.words[stop - 1].is_word:
        stop -= 1
    return reading.keys[stop - 1] in _shares(reading.lexicon.code) | _units(reading.lexicon.code)


def whole_description(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words with all of a phrase for a nameless source that they are a part of, and what belongs to it.

    *people familiar with the matter*, *des personnes proches du dossier*, *mit der Sache vertraute Personen*; also
    with a noun for such a source right before them: *source sûre*.
    """
    low, high = reading.sentences[reading.sentence_of(first)]
    for place in range(max(low, first - REACH), min(high, last + 1)):
        found = reading.lexicon.anonymous.at(reading, place, high)
        if found is None or found.size < 2:
            continue
        end = found.last
        if place > last or end < first or _is_cut(reading, WordSpan(place, end), WordSpan(first, last)):
            continue
        begin, stop = min(first, place), max(last, end)
        while begin > low and begin > place - 2 and reading.has(begin - 1, WordRole.DET):
            begin -= 1
        return begin, _complement(reading, stop, high) if stop == end else stop
    noun = reading.lexicon.anonymous.at(reading, first - 1, first) if first > low else None
    return (first - 1 if noun is not None else first), last


def _is_cut(reading: Reading, phrase: WordSpan, words: WordSpan) -> bool:
    """Whether a verb of saying or a mark stands between the phrase and the words."""
    between = [*range(phrase.last, words.first), *range(words.last, phrase.first)]
    return any(not reading.words[i].is_word or i in reading.cue_at for i in between)


def _complement(reading: Reading, place: int, high: int) -> int:
    stop = place
    while stop < min(high, place + COMPLEMENT) and reading.words[stop].is_word and stop not in reading.cue_at:
        if reading.any_role(stop, ENDING_DESCRIPTION):
            break
        stop += 1
    ended = stop >= high or not reading.words[stop].is_word or stop in reading.cue_at or bool(reading.words[stop].roles)
    return stop if ended else place
