"""Where a source that *according to* names ends: behind its apposition, or before the verb that follows it."""

from __future__ import annotations

from analysis.attribution.definite import follows_definite
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import FINITE, VERBAL
from analysis.columns import WordRole

DET_OR_REL = frozenset({WordRole.DET, WordRole.REL})
LONGEST_SOURCE = 30
"""Most words from *according to* to the verb of the statement."""
PRONOUNS = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR})
DETERMINING = frozenset({WordRole.DET, WordRole.GEN})
"""A pronoun is a whole source by itself: *Ifølge ham …*"""


def apposition_end(reading: Reading, source: WordSpan, stop: int) -> int:
    """Past an apposition: *According to X, the head of Y, …*; a source may have its own, *the head of Y, X*."""
    place = source.last
    if "," in reading.keys[source.first : place] and place < stop and reading.keys[place] == ",":
        return place
    if reading.grammar.word_order.verb_second:
        return source_end(reading, place, stop, True)
    if place >= stop or reading.keys[place] != ",":
        return place
    comma = next((i for i in range(place + 1, min(stop, place + 14)) if reading.keys[i] == ","), None)
    described = reading.has(place + 1, WordRole.DET) or is_role_noun(reading, place + 1)
    described = described or reading.lexicon.speakers.at(reading, place + 1, stop) is not None
    if comma is None or not (
        (described and not is_clause(reading, place + 1, comma)) or reading.has(place + 1, WordRole.REL)
    ):
        return place
    return comma


def source_end(reading: Reading, end: int, stop: int, leading: bool) -> int:
    """In verb-second languages all words between a leading source and the verb belong to the source."""
    if not leading or not reading.grammar.word_order.verb_second or end >= stop:
        return end
    if reading.any_role(end - 1, PRONOUNS) and not reading.any_role(end - 1, DETERMINING):
        return end
    place, limit = end, min(stop, end + LONGEST_SOURCE)
    while place < limit:
        word = reading.words[place]
        if word.roles & FINITE and not word.roles & DET_OR_REL:
            return place
        if reading.keys[place] == ",":
            if reading.any_role(place + 1, FINITE) and not reading.any_role(place + 1, DET_OR_REL):
                return place
            comma = next((i for i in range(place + 1, limit) if reading.keys[i] == ","), None)
            if comma is None or comma + 1 >= stop:
                return end
            place = comma + 1
            continue
        before = reading.words[place - 1]
        if place > end and follows_definite(reading, place):
            return place
        if word.is_word and not word.capital and not word.roles and (before.capital or not before.is_word):
            return place
        place += 1
    return end


def unread_source(reading: Reading, begin: int, stop: int) -> WordSpan | None:
    """A source whose words are no plain noun phrase: *Laut einer am Montag veröffentlichten Mitteilung des Amtes*."""
    end = source_end(reading, begin, stop, True)
    return WordSpan(begin, end) if end > begin else None


def is_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb that can be recognised stands among the words."""
    return any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(first, last))
