"""Surnames that are common words, behind a given name that was taken for the whole name: *Uta | Kern kam*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given
from analysis.actors.named import Named
from analysis.actors.particles import particles
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

NEXT = re.compile(r" (?P<surname>[^\W\d_]{2,})(?= (?P<behind>[^\W\d_]+)|[,.!?;:’']| ?[(“”„«»\"]|$)")
"""One word behind a name, and the word behind that."""
MOST_PARTICLES = 2
SEEN = 2.5
"""Margin (nats) that standing so lends to a name at least: it may vouch for its surname alone."""
SURE = 0.95
"""Probability of a person from which on a lone name may be a given name that no list has."""
OPENING = re.compile(r"[\W_]*")
ROLE = re.compile(r"(?<![\w-])([^\W\d_]+) $")
LONGEST_ROLE = 32
"""Letters of the longest title or role that is looked for before a name."""


def with_surnames(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, with the word behind a lone given name that no name was seen in.

    Where nouns have capitals, only where two words in capitals stand before the verb (*Uta Kern kam*), or a known given
    name behind a role.
    """
    starts = {named.start for named in found}
    return _over_particles(document, [_completed(document, named, starts) for named in found])


def _over_particles(document: Document, found: Sequence[Named]) -> list[Named]:
    """A given name and what was taken for another name behind a small particle are one person: *Carl | af Ulm*."""
    table, out = gazetteer(document.language), list[Named]()
    for named in found:
        before = out[-1] if out else None
        between = document.text[before.end : named.start].split() if before is not None else []
        near = 0 < len(between) <= MOST_PARTICLES and all(word in particles() for word in between)
        if (
            before is not None
            and near
            and before.type == "person"
            and is_given(before.text)
            and named.text.replace("-", "").isalpha()
            and named.type != "place"
            and table.find(named.text) is None
        ):
            text = document.text[before.start : named.end]
            out[-1] = replace(before, end=named.end, text=text, margin=max(before.margin, SEEN))
        else:
            out.append(named)
    return out


def _completed(document: Document, named: Named, starts: set[int]) -> Named:
    if not named.text.isalpha() or named.text.isupper() or named.type == "organization":
        return named
    match = NEXT.match(document.text, named.end)
    surname = match["surname"] if match else ""
    if match is None or not surname[0].isupper() or surname.isupper() or match.start("surname") in starts:
        return named
    given, capitals = plain(named.text) in given_names(), grammar(document.language).nouns.capitalised
    role = _behind_role(document, named)
    again = role and not capitals and named.type == "person" and _is_called(document.text, named.text, surname)
    if not (
        given
        or again
        or _is_always(document, named, surname)
        or (capitals and (named.type == "person" or _opens(document, named)))
    ):
        return named
    day = surname.casefold() in lowered(document.language, "weekdays", 0) and not surname.isupper()
    if gazetteer(document.language).find(named.text) is not None or (
        _is_no_surname(document, surname) and not (role and day)
    ):
        return named
    if capitals and not ((match["behind"] or "a").islower() and (role or _opens(document, named))):
        return named
    if named.type != "person" and not capitals:
        return named
    end = match.end("surname")
    return replace(named, end=end, text=document.text[named.start : end], type="person", margin=max(named.margin, SEEN))


def _is_always(document: Document, named: Named, surname: str) -> bool:
    """Whether the second word stands behind somebody's name of one word each time, where only names have capitals."""
    if named.odds is None or named.odds[0] < SURE or grammar(document.language).nouns.capitalised:
        return False
    sentence = document.sentence_at(named.start)
    words = document.text[sentence.start : sentence.end].split()
    small = any(word.islower() for word in words) and sentence.role != "headline"
    both = document.text.count(f"{named.text} {surname}")
    return small and both > 1 and document.text.count(named.text) == both


def _is_called(text: str, given: str, surname: str) -> bool:
    """Whether the second word stands alone elsewhere and the first one never does, as surnames and given names do."""
    both = text.count(f"{given} {surname}")
    return text.count(given) == both < text.count(surname)


def _opens(document: Document, named: Named) -> bool:
    sentence = document.sentence_at(named.start)
    return not OPENING.sub("", document.text[sentence.start : named.start])


def _behind_role(document: Document, named: Named) -> bool:
    """Whether a title or a noun for what somebody is stands right before; any noun where all have capitals."""
    before = ROLE.search(document.text, max(0, named.start - LONGEST_ROLE), named.start)
    if before is None:
        return False
    word, language = before[1].casefold(), document.language
    known = word in lowered(language, "titles", 1) or any(word in lowered(language, name, 0) for name in ROLE_LISTS)
    capital = grammar(language).nouns.capitalised and before[1].istitle()
    return known or (capital and load_tagger().common(language, word))


def _is_no_surname(document: Document, word: str) -> bool:
    """A month, a day, a role or title, or a place or body that everybody knows."""
    lower = word.casefold()
    lists = ("months", "weekdays", "titles", "roles")
    known = any(lower in lowered(document.language, name, 1) for name in lists)
    return known or gazetteer(document.language).find(word) is not None
