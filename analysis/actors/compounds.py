"""Compounds of common nouns, which name nobody, where all nouns have a capital: *Kinderwagenrad*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis import resources
from analysis.actors.body_phrases import body_words
from analysis.actors.gazetteer import gazetteer
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.text import remembered

SHORTEST = 10
"""Letters of the shortest word that is taken apart; shorter ones are too often made of words by chance."""
SHORTEST_PART, SHORTEST_END = 4, 3
"""Letters of the shortest part, and of the shortest noun for a body: *-amt*."""
GENITIVE = "s"
LISTS = ("official_bodies", "body_nouns", "company_words", "media_words")
"""Nouns for what has a name, one of a place apart."""
KEPT = 4096
"""Words whose parts are remembered."""


@remembered(KEPT)
def is_compounded(language: str, word: str, shortest: int = SHORTEST) -> bool:
    """Whether the word is made of two nouns, the last one neither for a place nor for a body; never of a language
    whose nouns have no capital, or for what has fewer letters than ``shortest``."""
    nouns = grammar(language).nouns
    lower = word.casefold()
    if not (nouns.capitalised and nouns.compounds) or len(lower) < shortest or not lower.isalpha():
        return False
    if lower.endswith(nouns.agent_endings):
        return False
    tails = list(_parted(language, lower))
    return bool(tails) and not any(_may_name(language, one) for one in (lower, lower.removesuffix(GENITIVE), *tails))


def _may_name(language: str, word: str) -> bool:
    """Whether the word is a noun for a body or a place, or a compound of one."""
    ends = (end for end in _named_ends(language) if word.endswith(end))
    known = gazetteer(language).find(word)
    if known is not None and known.type == "place":
        return True  # *Nordeuropa*
    if word.endswith(_long_ends(language)):
        return True
    return any(word == end or _is_first(language, word.removesuffix(end)) for end in ends)


def _parted(language: str, lower: str) -> Iterator[str]:
    """The nouns that the word ends in behind another noun."""
    for at in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1):
        if load_tagger().common(language, lower[at:]) and _is_first(language, lower[:at]):
            yield lower[at:]


def _is_first(language: str, first: str) -> bool:
    """Whether a compound may begin so: with a noun and what joins it, or a place."""
    common = load_tagger().common
    joints = ("", *grammar(language).nouns.joints)
    stems = (first.removesuffix(joint) for joint in joints if first.endswith(joint))
    if any(len(stem) >= SHORTEST_PART and common(language, stem) for stem in stems):
        return True
    place = gazetteer(language).find(first.capitalize())
    return place is not None and place.type == "place"


@cache
def _named_ends(language: str) -> tuple[str, ...]:
    """Nouns for bodies and places that are long enough to end a compound, which may be the name of one."""
    words = {row[0] for name in LISTS for row in resources.rows(language, name)} | body_words(language).heads
    words |= {word + ending for word in words for ending in ("s", *grammar(language).nouns.noun_plurals)}
    return tuple(sorted(word for word in words if len(word) >= SHORTEST_END)) + grammar(language).nouns.named_ends


@cache
def _long_ends(language: str) -> tuple[str, ...]:
    """Ends of names that are too long to stand there by chance."""
    return tuple(end for end in grammar(language).nouns.named_ends if len(end) > SHORTEST_PART)
