"""Whom the words of an article stand for: mentions of actors, pronouns, names in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from analysis.actors.particles import particles
from analysis.actors.stems import nominative
from analysis.attribution.cues import CueHit
from analysis.attribution.roles import NOT_NOUN, OBJECTS, PRONOUNS, QUOTE_MARKS, SKIPPED, VERBAL
from analysis.attribution.tagged import NONE, TaggedText, Word
from analysis.columns import WordRole
from analysis.types import Actor, Mention

NO_NOUN_OF_ITS = VERBAL | SKIPPED | NOT_NOUN
"""Roles of a word behind a pronoun that shows that it is none of its noun."""
PERSONAL = PRONOUNS | OBJECTS
HYPHENS = "-‐‑"
"""Behind a name that is only part of a word for somebody else: *Trump-toppen*."""
NAME_REACH = 6
"""Most words from the one mark of a name to the other."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor, by word indices."""

    first: int
    last: int
    actor: Actor
    mention: Mention
    declined: bool
    """It stands in the genitive or dative by the ending of its given name: *Mariei Popescu*."""


class NameMark(NamedTuple):
    """A quotation mark as the edge of a name inside a noun phrase: *die Zeitung „Kurier“*."""

    ahead: int
    """The next mark near it; behind the last word where there is none."""
    opens: bool
    """Whether it opens a name that ends there."""
    closes: bool
    """Whether it closes a name that the mark before it opens."""

    def within(self, stop: int) -> bool:
        """Whether it is the edge of a name among the words before ``stop``."""
        return self.opens if self.ahead < stop else self.closes


def find_named(text: TaggedText, actors: Sequence[Actor]) -> tuple[Named, ...]:
    """The mentions that are words of their own, in text order."""
    return tuple(sorted(_mentions(text, actors), key=lambda one: (one.first, -one.last)))


def _mentions(text: TaggedText, actors: Sequence[Actor]) -> Iterator[Named]:
    code, declining = text.lexicon.code, text.grammar.nouns.declined_given_names
    for actor in actors:
        person = declining and actor.type == "person"
        for mention in actor.mentions:
            words = text.range(mention.start, mention.end)
            if words.size <= 0 or text.words[words.first].start < mention.start:
                continue
            compound = text.words[words.last - 1].end > mention.end and text.text[mention.end] in HYPHENS
            if not compound:
                declined = person and bool(nominative(code, mention.text.split()[0]))
                yield Named(words.first, words.last, actor, mention, declined)


def with_particles(text: TaggedText, named: Sequence[Named], cue_at: Mapping[int, CueHit]) -> tuple[Word, ...]:
    """The words, where a small particle of a surname reads like the rest of the name: *said | von der Aue*, *Ina van
    der Aue*.

    One that opens the name behind a common noun may be what it is elsewhere, *the sister | of X*, and stays so.
    """
    words = list(text.words)
    for one in named:
        if one.actor.type != "person" or not _has_particle_of_its_own(words, one, cue_at):
            continue
        for place in range(one.first, one.last):
            if not words[place].capital and words[place].is_word:
                words[place] = words[place]._replace(capital=True, roles=NONE)
    return tuple(words)


def _has_particle_of_its_own(words: Sequence[Word], one: Named, cue_at: Mapping[int, CueHit]) -> bool:
    if words[one.first].capital:
        return any(words[place].key in particles() for place in range(one.first + 1, one.last - 1))
    if words[one.first].key not in particles():
        return False
    before = words[one.first - 1] if one.first else None
    return before is None or not before.is_word or bool(before.roles) or one.first - 1 in cue_at


def pronouns(words: Sequence[Word], cue_at: Mapping[int, CueHit]) -> frozenset[int]:
    """Personal pronouns that stand by themselves (not the articles that they look like)."""
    places = [place for place, word in enumerate(words) if word.roles and not word.roles.isdisjoint(PERSONAL)]
    return frozenset(place for place in places if _alone(words, cue_at, place))


def _alone(words: Sequence[Word], cue_at: Mapping[int, CueHit], place: int) -> bool:
    roles, following = words[place].roles, place + 1
    after = words[following] if following < len(words) else None
    if roles & OBJECTS and (WordRole.DET not in roles or after is None or not after.is_word):
        return True
    if not roles & PRONOUNS:
        return False
    if after is None or (WordRole.DET not in roles and WordRole.REL not in roles) or not after.is_word:
        return True
    return bool(after.roles & NO_NOUN_OF_ITS) or (following in cue_at and not after.capital)


def name_marks(words: Sequence[Word]) -> dict[int, NameMark]:
    """The quotation marks of an article, and which of them stand around names."""
    places = [place for place, word in enumerate(words) if not word.is_word and word.key in QUOTE_MARKS]
    pairs = [(first, second) for first, second in pairwise(places) if second - first < NAME_REACH]
    ahead = dict(pairs)
    opening = {first: _is_name(words, first, second) for first, second in pairs}
    closing = {second: opening[first] for first, second in pairs}
    return {
        place: NameMark(ahead.get(place, len(words)), opening.get(place, False), closing.get(place, False))
        for place in places
    }


def _is_name(words: Sequence[Word], opening: int, closing: int) -> bool:
    """Whether words in marks name something: one has a capital, or an article stands before them."""
    named = any(word.capital for word in words[opening + 1 : closing])
    return named or (opening > 0 and WordRole.DET in words[opening - 1].roles)
