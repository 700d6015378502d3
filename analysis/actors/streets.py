"""Streets, lakes and squares that are called like people: *Karl Nordals gate*, *rue Victor Morel*, *Lake Harlow*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.actors.folding import plain
from analysis.actors.gazetteer import is_given
from analysis.actors.named import Named
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.grammar import grammar
from analysis.resources import world
from analysis.types import Document

BEHIND = re.compile(r" ([^\W\d_]+)(?![\w-])")
BEFORE = re.compile(r"(?<![\w-])([^\W\d_]+) $")
ANY_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]+) $")
FAR, NAME, SHORTEST_ROLE = 48, 2, 5
LONGEST = 16
"""Letters of the longest noun that is looked for before a name."""


@cache
def street_words(side: str) -> frozenset[str]:
    """Nouns that stand ``before`` or ``behind`` the name of somebody in the name of a street or a lake, without
    diacritics."""
    return frozenset(row[0] for row in world("street_words") if row[1] == side)


def with_streets(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, with those of people that a noun for a street stands beside as places, the noun in them.

    Somebody whose surname is such a noun stays a person where the article has one of the names alone.
    """
    return [_street(document, named) if named.type != "organization" else named for named in found]


def _street(document: Document, named: Named) -> Named:
    text, words = document.text, named.text.split()
    if len(words) < 2 or (named.type == "place" and not is_given(words[0])):
        return named
    if _is_somebody(document, named, words):
        return named
    inside = plain(words[0]) in street_words("before") or plain(words[-1]) in street_words("behind")
    if inside:
        alone = any(text.count(word) > text.count(named.text) for word in (words[0], words[-1]))
        return named if alone else replace(named, type="place")
    start, end = named.start, named.end
    after, before = BEHIND.match(text, end), BEFORE.search(text, max(0, start - LONGEST), start)
    if after is not None and plain(after[1]) in street_words("behind"):
        end = after.end()
    elif before is not None and plain(before[1]) in street_words("before"):
        start = before.start()
    else:
        return named
    return replace(named, start=start, end=end, text=text[start:end], type="place")


def _is_somebody(document: Document, named: Named, words: Sequence[str]) -> bool:
    """Whether a noun for what somebody is stands right before a given name and a surname: *formand Anders Gade*."""
    if named.type != "person" or len(words) != NAME or not is_given(words[0]):
        return False
    before = ANY_BEFORE.search(document.text, max(0, named.start - FAR), named.start)
    if before is None:
        return False
    word, language = before[1].casefold(), document.language
    ends = grammar(language).nouns.compounds
    listed = (role for name in ("titles", *ROLE_LISTS) for role in lowered(language, name, 0))
    return any(word == role or (ends and len(role) >= SHORTEST_ROLE and word.endswith(role)) for role in listed)
