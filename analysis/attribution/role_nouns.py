"""Nouns for what somebody is: offices, roles of those who speak, capacities."""

from __future__ import annotations

from functools import cache
from typing import get_args

from analysis.actors.phrases import ROLE_LISTS
from analysis.attribution.reading import Reading, WordSpan
from analysis.matching import key
from analysis.resources import rows
from analysis.types import Gender

LONG_NOUN = 4
"""Shortest noun that is looked for at the end of a compound."""


@cache
def _role_nouns(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns, and those long enough to end a compound (*utrikesminister*)."""
    nouns = frozenset(key(row[0]).split()[-1] for name in ROLE_LISTS for row in rows(code, name))
    return nouns, tuple(sorted(noun for noun in nouns if len(noun) >= LONG_NOUN))


def is_role_noun(reading: Reading, place: int) -> bool:
    """Whether the word is such a noun, or in some languages ends in one."""
    nouns, endings = _role_nouns(reading.lexicon.code) if reading.lexicon.roles else (frozenset(), ())
    word = reading.keys[place]
    return word in nouns or (reading.grammar.nouns.compounds and word.endswith(endings))


@cache
def _single_nouns(code: str) -> frozenset[str]:
    return frozenset(form for name in ROLE_LISTS for row in rows(code, name) if " " not in (form := key(row[0])))


def is_title_noun(reading: Reading, place: int) -> bool:
    """Whether the word is such a noun by itself, not only the last word of a longer one: *chef de l'opposition*."""
    compound = reading.grammar.nouns.compounds and is_role_noun(reading, place)
    return compound or (bool(reading.lexicon.roles) and reading.keys[place] in _single_nouns(reading.lexicon.code))


def is_title_genitive(reading: Reading, place: int) -> bool:
    """Whether the word is such a noun in the genitive in *-s*: *des | Ministers*."""
    stem = reading.keys[place].removesuffix("s")
    known = reading.grammar.nouns.genitive_s and stem != reading.keys[place] and bool(reading.lexicon.roles)
    return known and stem in _single_nouns(reading.lexicon.code)


@cache
def _endings(code: str) -> dict[str, str]:
    """Nouns for those who speak that are long enough to end a compound, and the gender that each shows."""
    return {row[0]: row[1] for row in rows(code, "speaker_roles") if len(row) > 1 and len(row[0]) >= LONG_NOUN}


def gender_of_role(reading: Reading, phrase: WordSpan) -> Gender | None:
    """The gender that the form of the first noun for a role shows: *la directrice*, *Regierungssprecherin*."""
    for place in range(*phrase):
        listed = reading.lexicon.speakers.at(reading, place, phrase.last)
        if listed is not None:
            return _as_gender(listed.value)
        if is_role_noun(reading, place) and reading.grammar.nouns.compounds:
            word, known = reading.keys[place], _endings(reading.lexicon.code)
            ends = (word[at:] for at in range(1, len(word) - LONG_NOUN + 1))
            return next((_as_gender(known[end]) for end in ends if end in known), None)
    return None


def _as_gender(shown: str) -> Gender | None:
    return next((gender for gender in get_args(Gender) if gender == shown), None)
