"""One source as far as it is known: what it is called, where it stands, and what comes from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from analysis.actors.phrases import lowered
from analysis.attribution.outlets import articles
from analysis.grammar import grammar
from analysis.text import fold
from analysis.types import SourceType, Span


@dataclass(slots=True)
class Entry:
    name: str
    type: SourceType
    actor: str | None
    mentions: dict[tuple[int, int], Span] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)
    body: str = ""
    surname: str = ""
    noun: str = ""
    anew: bool = False
    stems: frozenset[str] = frozenset()
    """The noun that a description is about, without endings of number and case."""
    bare: bool = False
    """Whether the description is only that noun with its definite article: *the embassy*, *forskarna*."""


def unite(entry: Entry, other: Entry) -> None:
    """Adds what is known of the other to the entry."""
    if other is not entry:
        entry.mentions |= other.mentions
        entry.quotes += [quote for quote in other.quotes if quote not in entry.quotes]
        entry.actor = entry.actor or other.actor


@cache
def articles_of(language: str) -> frozenset[str]:
    """The articles of a language, and those of names of media."""
    determiners = grammar(language).determiners
    indefinite = {*determiners.indefinite, *determiners.introducing} - set(determiners.counting)
    return frozenset({*articles(), *lowered(language, "articles", 0), *indefinite})


def words_of(name: str, small: Collection[str] | None = None) -> str:
    """A name without its article, as it is compared; articles are those of names of media, if ``small`` tells none."""
    words = fold(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in (articles() if small is None else small) else words)
