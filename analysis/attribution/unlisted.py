"""Verbs of no list that stand between somebody's words and who says them: *“…”, snorted neighbour Nils Moss.*

What shows that they report is the place: a finite verb of any meaning right behind the words, then a person's name, and
the end of the clause (Quirk et al. 1985, §14.28-14.30, on reporting clauses behind what they report; verbs of manner
there are an open class).
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.noun_phrases import noun_phrase_end
from analysis.attribution.phrases import FINITE
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.columns import WordRole

CIRCUMSTANCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.REFL})
SHORTEST = 3
"""Letters of a verb, at least."""
LONGEST_TITLE = 4
"""Most words before the name: who the person is."""
PARTICLE = 2
"""Most words behind the name that still belong to the verb: *klinkt sich Sara Lind ein*, *fires Nils Moss back*."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """The clause ``first`` to ``last`` (exclusive), and the words in it that name the speaker."""

    first: int
    speaker: WordSpan
    last: int


def unlisted(reading: Reading, place: int, stop: int) -> Unlisted | None:
    """The clause that begins with this word, if it is such a verb with a person's name behind it, or in languages in
    which the verb need not come first, before it."""
    opens = place < stop and reading.words[place].capital
    verb = place if opens else _past_reflexive(reading, place, stop)
    if _is_verb(reading, verb, stop):
        speaker = _person(reading, _past_reflexive(reading, verb + 1, stop), stop)
        end = None if speaker is None else _end(reading, speaker.last, stop)
        return None if speaker is None or end is None else Unlisted(place, speaker, end)
    return None if reading.grammar.word_order.verb_second else _subject_first(reading, place, stop)


def _subject_first(reading: Reading, place: int, stop: int) -> Unlisted | None:
    """*“…”, Nils Moss snorted.*"""
    named = next((n for n in reading.named_in(place, place + LONGEST_TITLE) if n.actor.type == "person"), None)
    if named is None or not _is_titled(reading, place, named.first):
        return None
    if named.first > place and reading.words[place].capital:
        return None
    verb = named.last
    if not _is_verb(reading, verb, stop) or (verb + 1 < stop and reading.words[verb + 1].is_word):
        return None
    return Unlisted(place, WordSpan(place, verb), verb + 1)


def _is_verb(reading: Reading, place: int, stop: int) -> bool:
    """Whether it may be a verb: a word in small letters that has no work of its own in a clause."""
    if place >= stop:
        return False
    word = reading.words[place]
    plain = word.is_word and not word.capital and not word.roles and word.key.isalpha() and len(word.key) >= SHORTEST
    if plain and reading.grammar.verbs.absolute_participles:
        return not word.key.endswith(reading.grammar.verbs.absolute_participles)
    return plain


def _past_reflexive(reading: Reading, place: int, stop: int) -> int:
    while place < stop and reading.has(place, WordRole.REFL) and not reading.has(place, WordRole.DET):
        place += 1
    return place


def _person(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """The phrase that begins here, up to the person named in it, before whom stands at most what he is."""
    named = next((n for n in reading.named_in(place, min(stop, place + LONGEST_TITLE + 1))), None)
    if named is None or named.actor.type != "person" or not _is_titled(reading, place, named.first):
        return None
    end = noun_phrase_end(reading, place, stop)
    return WordSpan(place, named.last) if end is not None and end >= named.last else None


def _is_titled(reading: Reading, first: int, name: int) -> bool:
    """Whether only words that may say who somebody is stand before the name: no mark, preposition or conjunction."""
    barred = frozenset({WordRole.PREP, WordRole.CONJ, WordRole.SUB, WordRole.THAT, WordRole.HAVE, WordRole.BE})
    titles = range(first, name)
    return all(
        reading.words[i].is_word and (not reading.any_role(i, barred) or reading.has(i, WordRole.DET)) for i in titles
    )


def _is_particle(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return word.is_word and not word.capital and not word.roles & FINITE and place not in reading.cue_at


def _end(reading: Reading, place: int, stop: int) -> int | None:
    """Where the clause ends, if it does behind the name: at a mark, with a particle or with a circumstance."""
    at = place
    while at < stop and at - place < PARTICLE and _is_particle(reading, at):
        if reading.any_role(at, CIRCUMSTANCE) and not (at + 1 < stop and reading.keys[at + 1] in SENTENCE_ENDS):
            return at
        at += 1
    ends = at >= stop or reading.keys[at] in SENTENCE_ENDS or reading.keys[at] in (",", ":", ";", "–", "—")
    return at if ends else None
