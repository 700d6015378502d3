"""Nouns for what somebody is: offices, roles of those who speak, capacities."""

from __future__ import annotations

from functools import cache

from analysis.attribution.reading import Reading
from analysis.matching import key
from analysis.resources import rows

ROLE_LISTS = ("roles", "speaker_roles", "capacities")
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
