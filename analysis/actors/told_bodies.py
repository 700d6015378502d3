"""Names that the text itself says are a body's: *the militant group Orbis*, *Orbis, a shipping company*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.firms import FIRM_KINDS
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given
from analysis.actors.named import Named
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.columns import FirmWord, WordRole
from analysis.grammar import grammar
from analysis.types import Document

BEFORE_KINDS = FIRM_KINDS | {
    *("charity", "foundation", "insurer", "militia", "newspaper", "outlet", "party", "publisher", "think_tank"),
    *("news_agency", "union"),
}
"""Kinds of bodies that are hardly ever called by where they are alone."""
BEHIND_KINDS = BEFORE_KINDS | {"agency", "association", "bank", "broadcaster", "club", "federation", "network"}
FAR = 60
ROLE_AND_PLACE = 2
LONGEST_NOUN = 3
"""Words of the longest noun for a body."""
SHORTEST_END = 5
"""Letters of the shortest noun that a compound may end in."""
APPOSED = re.compile(r"[”“\"»]?(?:,| \(| [–—-]) ?(?P<article>[^\W\d_]+['’ ])(?P<rest>[^,;:.!?()\n]{3,60})")
"""A phrase with its article behind a name."""
MARKS = ' \u00a0“”„«»"‘’'


def with_told_bodies(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, those of one word that a noun for a body stands before or behind as bodies, in text order.

    Not surnames of people named in full, given names, and what a table knows.
    """
    if not resources.supported(document.language):
        return list(found)
    surnames = {fold_word(named.text.split()[-1]) for named in found if named.type == "person" and " " in named.text}
    told = {
        named.text
        for named in found
        if named.type in ("person", "place") and _is_open(document, named, surnames) and _is_told(document, named)
    }
    return [replace(named, type="organization") if named.text in told else named for named in found]


def _is_open(document: Document, named: Named, surnames: set[str]) -> bool:
    """Whether the name may be a body's: nobody's surname here, no given name, and in no table."""
    text = named.text
    if gazetteer(document.language).find(text) is not None or fold_word(text.split()[-1]) in surnames:
        return False
    return not is_given(text.split()[0]) and plain(text) not in given_names()


def _is_told(document: Document, named: Named) -> bool:
    text, language = document.text, document.language
    before = text[max(0, named.start - FAR) : named.start].rstrip(MARKS)
    near = re.split(r"[\s'’]+", before)[-LONGEST_NOUN:] if not before.endswith(("\n", ".")) else []
    alone = " " not in named.text or (named.type == "place" and not is_given(named.text.split()[0]))
    if alone and any(_is_noun(language, " ".join(near[at:]), BEFORE_KINDS) for at in range(len(near))):
        return True
    if alone and len(near) == LONGEST_NOUN and grammar(language).word_order.noun_before_adjective:
        joined = WordRole.OF in lowered(language, "clause_words", 1).get(near[1].casefold(), "").split()
        if joined and near[2].islower() and _is_noun(language, near[0], BEFORE_KINDS):
            return True  # *l'agence de notation Orbis*
    if named.type == "person" and " " not in named.text and _is_employer(document, near):
        return True
    return _is_apposed(document, named)


def _is_employer(document: Document, near: Sequence[str]) -> bool:
    """Whether a noun for what somebody is and a preposition of place stand before the name: *an analyst at Orbis*."""
    language = document.language
    if len(near) < ROLE_AND_PLACE or near[-1] not in grammar(language).clauses.place_prepositions:
        return False
    kinds = lowered(language, "clause_words", 1).get(near[-1], "").split()
    joins = WordRole.OF in kinds or WordRole.GEN not in kinds
    return not joins and any(near[-2].casefold() in lowered(language, name, 0) for name in ROLE_LISTS)


def _is_apposed(document: Document, named: Named) -> bool:
    """Whether an indefinite article and a noun for a body stand behind the name: *Orbis, eine Reederei aus …*."""
    behind = APPOSED.match(document.text, named.end)
    if behind is None:
        return False
    article = behind["article"].strip().casefold()
    if article.rstrip("'’") not in grammar(document.language).determiners.introducing:
        return False
    return any(
        _is_noun(document.language, phrase, BEHIND_KINDS) for phrase in _heads(document.language, behind["rest"])
    )


def _heads(language: str, phrase: str) -> Iterator[str]:
    """The runs of words in which the head of a noun phrase may end, up to its first small word."""
    words: list[str] = []
    small = resources.words(language, "function_words")
    for word in phrase.split():
        if word.casefold() in small or len(words) > LONGEST_NOUN:
            break
        words.append(word)
    last = len(words) if not grammar(language).word_order.noun_before_adjective else 0
    for end in (last,) if last else range(1, len(words) + 1):
        yield from (" ".join(words[start:end]) for start in range(max(0, end - LONGEST_NOUN), end))


def _is_noun(language: str, phrase: str, kinds: frozenset[str]) -> bool:
    """Whether the words are a noun for a body of these kinds, or one compound that ends in one."""
    nouns, lower = _nouns(language, kinds), phrase.casefold()
    if lower in nouns or lower.replace("-", " ") in nouns:
        return True
    if " " in lower or not grammar(language).nouns.compounds:
        return False
    return lower.endswith(_ends(language, kinds))


@cache
def _ends(language: str, kinds: frozenset[str]) -> tuple[str, ...]:
    """The nouns that are long enough to end a compound."""
    return tuple(noun for noun in _nouns(language, kinds) if len(noun) >= SHORTEST_END)


@cache
def _nouns(language: str, kinds: frozenset[str]) -> frozenset[str]:
    """Nouns for bodies of these kinds, also in the genitive, with their article and in the plural."""
    own = grammar(language).nouns
    listed = {row[0] for row in resources.rows(language, "body_nouns") if not kinds.isdisjoint(row[1].split(","))}
    listed |= {word for word, kind in lowered(language, "company_words", 1).items() if kind == FirmWord.NAMED}
    endings = {*own.noun_plurals, *own.definite_endings, *(("s",) if own.genitive_s or own.plural_s else ())}
    return frozenset(listed | {noun + ending for noun in listed for ending in endings})
