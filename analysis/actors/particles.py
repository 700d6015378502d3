"""Small words inside the names of people: *von der*, *de*, *bin*. They are of no one language."""

from __future__ import annotations

import re
from functools import cache

from analysis.resources import world

MARKS = "\"'“”„«»‹›‘’‚"
_NICK = rf"[{MARKS}][^{MARKS}.,;:!?\n]{{2,30}}[{MARKS}]"
NICKNAME = re.compile(rf" (?:{_NICK}|\({_NICK}\)) ")
"""A nickname in quotation marks between a given name and a surname, with the spaces around it."""


@cache
def particles() -> frozenset[str]:
    """The small words, in small letters."""
    return frozenset(row[0] for row in world("name_particles"))


@cache
def name_articles() -> tuple[str, ...]:
    """The article in Arabic names, as it sounds before the next letter: *al-Sharaa*, *ad-Din*."""
    return tuple(row[0] for row in world("name_articles"))
