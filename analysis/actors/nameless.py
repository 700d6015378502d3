"""Names of what is neither anybody nor a place: laws, treaties, prizes, diseases; days, months and single letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.folding import fold_word
from analysis.actors.gazetteer import gazetteer, is_given
from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.columns import NamelessWord
from analysis.grammar import grammar
from analysis.types import Document

SHORTEST_FIRST = 4
"""Letters before a noun that ends a compound."""
GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ]{2})[A-ZÀ-Þ]+$")
"""Capitals that a page left without a space behind a surname: *Ada FinchCFP*."""
NUMBER = re.compile(r" \d")
BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+) $")
FAR = 24


def without_nameless(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without those of laws and the like, and people without what says where they are from before them."""
    if not resources.supported(document.language):
        return list(found)
    surnames = {fold_word(named.text.split()[-1]) for named in found if named.type == "person" and " " in named.text}
    things = [one for one in found if _is_thing(document, one)]
    ends = {one.end for one in things}
    called = {one.text for one in things} | {one.text for one in found if _in_brackets(document, one, ends)}
    kept = [one for one in found if one.text not in called and not _is_letter(document, one)]
    kept = [one for one in kept if not _is_day(document, one, surnames)]
    return [_without_origin(document, _unglued(one)) if one.type == "person" else one for one in kept]


@cache
def _nouns(language: str, where: NamelessWord) -> tuple[str, ...]:
    return tuple(row[0].strip("-") for row in resources.rows(language, "nameless") if row[1] == where)


def _is_thing(document: Document, named: Named) -> bool:
    """Whether a noun for a law, a treaty, a prize or the like is part of the name: *Vertrag von Lilleby*."""
    language = document.language
    if named.type == "person" or gazetteer(language).find(named.text) is not None:
        return False
    words = named.text.casefold().split()
    ends = tuple(end for end in _nouns(language, NamelessWord.ENDING) if len(words[-1]) >= len(end) + SHORTEST_FIRST)
    if words[-1].endswith(ends) or (len(words) > 1 and words[0] in _nouns(language, NamelessWord.FIRST)):
        return True
    return words[-1] in _nouns(language, NamelessWord.LAST) and (len(words) > 1 or grammar(language).nouns.capitalised)


def _in_brackets(document: Document, named: Named, ends: set[int]) -> bool:
    """Whether it is the letters of a law, in brackets behind its name."""
    return named.text.isupper() and named.start - 2 in ends and document.text[named.start - 2 : named.start] == " ("


def _is_letter(document: Document, named: Named) -> bool:
    """Whether it is one letter, which no list has as a body: *(D., Conn.)*."""
    letters = [char for char in named.text if char.isalnum()]
    return len(letters) == 1 and gazetteer(document.language).find(named.text) is None


def _is_day(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether somebody is a day or a month behind a small word or before a number: *in May*, *May 12*."""
    language, lower = document.language, named.text.casefold()
    listed = lower in lowered(language, "weekdays", 0) or lower in lowered(language, "months", 0)
    if not listed or named.type == "organization" or fold_word(lower) in surnames:
        return False
    before = BEFORE.search(document.text, max(0, named.start - FAR), named.start)
    word = before[1].casefold() if before is not None else ""
    small = word in resources.words(language, "function_words") and word not in lowered(language, "cues", 0)
    return small or NUMBER.match(document.text, named.end) is not None


def _unglued(named: Named) -> Named:
    """Somebody named in full without capitals that no space parts from the surname."""
    glued = GLUED.search(named.text) if " " in named.text else None
    return named if glued is None else replace(named, end=named.start + glued.start(), text=named.text[: glued.start()])


def _without_origin(document: Document, named: Named) -> Named:
    """Somebody named in full without the noun for an inhabitant before the given name: *Frenchman Luc Morel*."""
    first, space, rest = named.text.partition(" ")
    lists = ("inhabitants", "demonyms")
    if not space or " " not in rest or not is_given(rest.split()[0]) or is_given(first):
        return named
    if not any(first.casefold() in lowered(document.language, name, 0) for name in lists):
        return named
    return replace(named, start=named.end - len(rest), text=rest)
