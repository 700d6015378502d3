"""Names without the neighbours that a tagger ran them together with: *A Lille*, *Norwegen Firmen*, *agence X*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.body_phrases import is_head
from analysis.actors.detection import is_compound
from analysis.actors.gazetteer import Entry, gazetteer, is_given
from analysis.actors.named import Named
from analysis.actors.particles import particles
from analysis.actors.tagger import load_tagger
from analysis.columns import BodyWord
from analysis.grammar import grammar
from analysis.types import Document

HYPHEN = "-"
CODE = re.compile(r"[A-Z]{2}")
"""Two letters, as of a region behind a town or somebody."""
OFTEN = 3
"""Times that a body is named alone, so that a noun behind it once is none of it."""


def unglued(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without what only stands beside them; two that a hyphen joins as two; in text order."""
    if not resources.supported(document.language):
        return list(found)
    counts = Counter(named.text for named in found)
    out: list[Named] = []
    for named in found:
        one = _without_opening(document, named)
        one = _without_noun_before(document, one)
        whole = _person(document, one) if one.type == "person" else _thing(document, one, counts)
        out += _at_hyphen(document, whole) if whole is not None else ()
    return out


def _part(named: Named, start: int, end: int, entry: Entry | None = None) -> Named:
    """A stretch of the name, counted from its beginning; a known place or body is what it is."""
    kind = entry.type if entry is not None else named.type
    return replace(named, start=named.start + start, end=named.start + end, text=named.text[start:end], type=kind)


def _find(document: Document, name: str) -> Entry | None:
    return gazetteer(document.language).find(name)


def _without_opening(document: Document, named: Named) -> Named:
    """A place without the preposition with a capital before it: *A Lille*."""
    first, space, rest = named.text.partition(" ")
    if named.type != "place" or not space or not rest[0].isupper() or _find(document, named.text) is not None:
        return named
    lower, language = first.casefold(), document.language
    if lower in resources.words(language, "articles") or lower in particles() or (first.isupper() and len(first) > 1):
        return named
    if lower not in resources.words(language, "function_words"):
        return named
    return _part(named, len(first) + 1, len(named.text), _find(document, rest))


@cache
def _before(language: str) -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows(language, "body_words") if row[1] == BodyWord.BEFORE)


def _without_noun_before(document: Document, named: Named) -> Named:
    """A body without the noun in small letters, or the noun for its kind, that introduces it: *agence X*."""
    nouns = grammar(document.language).nouns.capitalised
    words = named.text.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        head = " ".join(words[:size])
        if head.casefold() not in _before(document.language) or not (head[0].islower() or nouns):
            continue
        rest = named.text[len(head) + 1 :]
        if not rest[:1].isupper() or (nouns and load_tagger().common(document.language, rest.split()[0])):
            return named
        return _part(named, len(head) + 1, len(named.text), _find(document, rest))
    return named


def _person(document: Document, named: Named) -> Named | None:
    """Somebody without a small word that ends the name, an article inside it, or a noun that is theirs before *of*."""
    words, language = named.text.split(), document.language
    articles = resources.words(language, "articles")
    while len(words) > 1 and words[-1].istitle() and words[-1].casefold() in articles and not is_given(words[-1]):
        words.pop()
    for place in range(1, len(words) - 1):
        inner = words[place]
        if inner.islower() and inner in articles and inner not in particles():
            words = words[:place]
            break
    name = " ".join(words)
    if not named.text.startswith(name):
        return named
    if len(words) > 2 and words[1] in particles() and not is_given(words[0]) and is_compound(document, words[0]):
        start = named.text.index(words[2])
        return _part(named, start, len(name))
    return named if name == named.text else _part(named, 0, len(name))


def _thing(document: Document, named: Named, counts: Counter[str]) -> Named | None:
    """A place or body without words behind it that are none of it."""
    named = _without_letter(document, named)
    words, language, common = named.text.split(), document.language, load_tagger().common
    if len(words) < 2 or _find(document, named.text) is not None:
        return named
    first = _find(document, words[0])
    nouns = grammar(language).nouns
    if nouns.capitalised and words[-1].islower() and words[-2][0].isupper() and common(language, words[-1]):
        alone = len(words) == 2 and common(language, words[0]) and first is None
        return None if alone else _part(named, 0, len(named.text) - len(words[-1]) - 1)
    if len(words) != 2:
        return named
    noun = common(language, words[1]) and not is_head(language, words[1])
    place = first is not None and first.type == "place"
    behind = not nouns.compounds and not grammar(language).word_order.noun_before_adjective
    if place and CODE.fullmatch(words[1]):
        return _part(named, 0, len(words[0]), first)
    if words[1].islower() and place and behind and noun:
        return _part(named, 0, len(words[0]), first)
    if not nouns.capitalised or not noun:
        return named
    if named.type == "organization" and place and words[0].isupper():
        return _part(named, 0, len(words[0]), first)
    if counts[words[0]] >= OFTEN and counts[named.text] == 1:
        return _part(named, 0, len(words[0]), first)
    return named


def _without_letter(document: Document, named: Named) -> Named:
    """A body without a letter behind it that an apostrophe joins to what follows: *Armées | d’…*."""
    words = named.text.split()
    glued = document.text[named.end : named.end + 1] in ("'", "’")
    if len(words) < 2 or len(words[-1]) > 1 or not (words[-1].islower() and glued):
        return named
    small = resources.words(document.language, "function_words")
    kept = next((size for size in range(len(words) - 1, 0, -1) if words[size - 1] not in small), 0)
    return _part(named, 0, len(" ".join(words[:kept]))) if kept else named


def _at_hyphen(document: Document, named: Named) -> Iterator[Named]:
    """Two known names that a hyphen joins as two, a known one before a common noun alone: *Fifa-Turnier*."""
    first, mark, second = named.text.partition(HYPHEN)
    if not mark or " " in named.text or HYPHEN in second or not second[:1].isupper() or _find(document, named.text):
        yield named
        return
    one, two = _find(document, first), _find(document, second)
    if named.type == "person" or one is None or one.broad or is_given(first):
        yield named
    elif two is not None and not two.broad:
        yield _part(named, 0, len(first), one)
        yield _part(named, len(first) + 1, len(named.text), two)
    elif grammar(document.language).nouns.capitalised and is_compound(document, second):
        yield _part(named, 0, len(first), one)
    else:
        yield named
