"""The subject behind its verb: *said the minister on Monday*."""

from __future__ import annotations

from analysis.attribution.holders import with_apposed_name
from analysis.attribution.noun_phrases import noun_phrase_end
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import NOT_NOUN, SKIPPED
from analysis.columns import WordRole

BEFORE_NOUN = frozenset({WordRole.DET, WordRole.TIME, WordRole.ADV})
TRAILING = frozenset({WordRole.PREP, WordRole.DET, WordRole.CONJ})


def subject_after(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """The subject that follows a verb: *said the minister on Monday*."""
    words = reading.words
    while place < stop and (
        (_is_skipped(reading, place) and place not in reading.pronouns and not words[place].capital)
        or (
            reading.has(place, WordRole.REFL) and not reading.has(place, WordRole.DET) and place not in reading.pronouns
        )
    ):
        place += 1
    if place < stop and place in reading.pronouns:
        return WordSpan(place, place + 1)
    if place < stop and reading.has(place, WordRole.PREP) and not reading.has(place, WordRole.DET):
        place = _past_prepositional(reading, place, stop)
        if reading.has(place, WordRole.PREP) and not reading.has(place, WordRole.DET):
            return None
    last = noun_phrase_end(reading, place, stop)
    if last is None:
        return None
    while (
        last > place
        and reading.any_role(last - 1, TRAILING)
        and not words[last - 1].capital
        and not _is_postposed(reading, place, last - 1)
    ):
        last -= 1
    return with_apposed_name(reading, WordSpan(place, last), len(words)) if last > place else None


def _is_postposed(reading: Reading, first: int, place: int) -> bool:
    """Whether a possessive closes its phrase behind its noun: *advokaten | hans,*, *avocatul | său,*."""
    closes = place + 1 >= len(reading.words) or not reading.words[place + 1].is_word
    return closes and place > first and reading.has(place, WordRole.POSS)


def _is_skipped(reading: Reading, place: int) -> bool:
    """An adverb, a time or a reflexive; not an article that looks like one (*le ministre*)."""
    roles = reading.words[place].roles & SKIPPED
    return bool(roles) and not (roles == {WordRole.REFL} and reading.has(place, WordRole.DET))


def _past_prepositional(reading: Reading, place: int, stop: int) -> int:
    """Past *to the paper* or *on Monday* where it stands between the verb and its subject.

    A name behind a name is the subject: *a déclaré à Reuters Anna Berg*.
    """
    words = reading.words
    at = place + 1
    while at < stop and words[at].is_word and (words[at].roles & BEFORE_NOUN):
        at += 1
    if at < stop and words[at].is_word:
        at += 1
        while at < stop and words[at].capital and words[at - 1].capital and not reading.grammar.nouns.capitalised:
            if reading.persons_in(at, at + 1):
                break
            at += 1
    return at if at < stop and words[at].is_word and not words[at].roles & NOT_NOUN else place
