"""Names called by one of their words: a person by the surname that is a town's too, a firm by its first word."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import Gazetteer, gazetteer, given_names, surnames_in_s
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.columns import WordRole
from analysis.grammar import grammar
from analysis.types import Document

BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+) $")
JOINED = re.compile(r" ([^\W\d_]+) ")
FAR_BEFORE = 24
SURE = 2.0
"""Margin (nats) from which on a full name may vouch for one of its words."""
SHORTEST_HEAD = 5
NO_HEADS = ("roles", "demonyms", "weekdays", "months", "titles", "articles")


def bearers(names: Sequence[Named]) -> frozenset[str]:
    """Surnames of people who are named in full with a known given name or surely: *London* of *Paul London*."""
    return frozenset(
        named.text.split()[-1]
        for named in names
        if named.type == "person" and " " in named.text and (named.margin > SURE or _given(named.text))
    )


def owners(people: Sequence[Named], table: Gazetteer) -> frozenset[str]:
    """Folded surnames of people named in full in the genitive: *Altendorf* of *Jochen Altendorfs Haus*."""
    surnames = (named.text.split()[-1] for named in people if " " in named.text and _given(named.text))
    return frozenset(
        fold_word(stem)
        for surname in surnames
        if surname.endswith("s") and plain(surname) not in surnames_in_s()
        for stem in table.stems(surname)
        if len(stem) == len(surname) - 1
    )


def _given(name: str) -> bool:
    return plain(name.split()[0]) in given_names()


def behind_place_word(document: Document, start: int) -> bool:
    """Whether a preposition of place stands right before."""
    before = BEFORE.search(document.text, max(0, start - FAR_BEFORE), start)
    return before is not None and before[1].casefold() in grammar(document.language).clauses.place_prepositions


def beside_place(document: Document, named: Named, starts: Collection[int]) -> bool:
    """Whether a preposition of place stands before the name and a small word joins one of these places to it."""
    joined = JOINED.match(document.text, named.end)
    if joined is None or joined.end() not in starts or not behind_place_word(document, named.start):
        return False
    roles = lowered(document.language, "clause_words", 1).get(joined[1], "")
    return WordRole.CONJ in roles.split()


def head_words(document: Document, names: Sequence[Named]) -> Mapping[str, Named]:
    """First words of bodies of several words to the body, where the word is no other body's, nor anything known."""
    found: dict[str, Named] = {}
    twice: set[str] = set()
    for named in names:
        head, space, _ = named.text.partition(" ")
        if named.type != "organization" or not space or not _is_head(document.language, head):
            continue
        known = found.setdefault(head, named)
        if not (known.text.startswith(named.text) or named.text.startswith(known.text)):
            twice.add(head)
    return {head: named for head, named in found.items() if head not in twice}


def _is_head(language: str, word: str) -> bool:
    """Whether a firm may be called by this word: no common word, no place, nobody's name, no adjective of a country."""
    if len(word) < SHORTEST_HEAD or not word.isalpha() or not word.istitle() or plain(word) in given_names():
        return False
    lower = word.casefold()
    if load_tagger().common(language, word) or lower in resources.words(language, "function_words"):
        return False
    if any(lower in lowered(language, name, 1) for name in NO_HEADS):
        return False
    return gazetteer(language).find(word) is None
