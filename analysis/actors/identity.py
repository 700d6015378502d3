"""Ids that do not depend on the language: a hash of what kind of thing it is and of a folded key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha1

from analysis.actors.folding import fold, fold_word
from analysis.resources import world
from analysis.types import ActorType

DIGITS = 12
THING = "thing"


def actor_id(kind: ActorType, key: str) -> str:
    """``act_`` and twelve hexadecimal digits; equal for equal kind and key in every process and language.

    Places and organisations are one kind here: a name that acts is called now one, now the other.
    """
    kind_key = THING if kind in ("place", "organization") else kind
    return "act_" + sha1(f"{kind_key}|{key}".encode(), usedforsecurity=False).hexdigest()[:DIGITS]


@cache
def _generations() -> dict[str, str]:
    """What tells a person from a parent of the same name, to one form of it."""
    return {row[0]: row[1] for row in world("name_suffixes")}


def generation_of(word: str) -> str:
    """*jr* of *Jr.* and *junior*, by which a person is told from a parent of the same name; empty for other words."""
    return _generations().get(word.casefold().rstrip("."), "")


def is_generation(word: str) -> bool:
    """Whether the word tells a person from a parent of the same name: *Jr.*, *III*."""
    return bool(generation_of(word))


def generation(words: Sequence[str]) -> str:
    """*jr* of *James Clapper Jr.*; empty for a name without, and for a single name with a number (*Elizabeth II*)."""
    return generation_of(words[-1]) if len(words) > 2 else ""


def person_key(words: Sequence[str]) -> str:
    """First and last word of a person's name, folded, and *jr*; the surname alone where no more is known."""
    born = generation(words)
    folded = [key for key in (fold_word(word) for word in (words[:-1] if born else words)) if key]
    if not folded:
        return " ".join(words).casefold()
    key = folded[0] if len(folded) == 1 else f"{folded[0]} {folded[-1]}"
    return f"{key} {born}" if born else key


def name_key(name: str) -> str:
    """Folded name of a place or an organisation that no table knows."""
    return fold(name) or name.casefold()


SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 8


def initials(name: str) -> str:
    """First letters of the words with a capital, if there are enough of them; empty for other names."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters.casefold() if SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM else ""


def acronym(name: str) -> str:
    """The letters of a name that is all capitals, with or without stops (*N.A.A.C.P.*); empty for other names."""
    letters = name.replace(".", "")
    fits = SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM
    return letters.casefold() if fits and letters.isalpha() and letters.isupper() else ""
