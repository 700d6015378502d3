"""Bodies that an article calls in full once and by a part of that, or by two letters, elsewhere.

*Barlow State* of *Barlow State University*, *the Air Force* of *the U.S. Air Force*, *PS* of
*Parti socialiste*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis import resources
from analysis.actors.body_phrases import is_head
from analysis.actors.folding import plain
from analysis.actors.gazetteer import Entry, gazetteer, given_names
from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import ActorType, Document

Keyed = tuple[ActorType, str, str]
"""What a name is, its key and how it is shown."""
DOMAIN = re.compile(r"([^\W_][\w-]*)\.(?:com|org|net)(?: .+)?")
"""A body that is called by its address: *Amazon.com Inc.*"""
TWO = 2
SHORTEST_CLUB, LONGEST_CLUB = 3, 4
"""Letters of a club that stand before its town: *TSV Aurau*."""
SMALL_WORD = 3
"""Letters of the longest word in small letters that has no letter in an abbreviation."""


def shortened(
    document: Document, names: Sequence[Named], entries: Sequence[Entry | None], keys: Sequence[Keyed]
) -> dict[str, Keyed]:
    """Keys of parts and letters of bodies to the only body of the article that they can mean."""
    meant: dict[str, dict[str, Keyed]] = defaultdict(dict)
    first: dict[str, int] = {}
    for named, own in zip(names, keys, strict=True):
        first.setdefault(own[1], named.start)
        if own[0] == "organization" or (own[0] == "place" and len(named.text.split()) > TWO):
            for short in _short_forms(document, named.text):
                meant[short].setdefault(own[1], own)
    same: dict[str, Keyed] = {}
    for named, entry, own in zip(names, entries, keys, strict=True):
        agency = entry is not None and entry.media and named.text.isupper()  # *AP* of *Associated Press*
        if entry is not None and not entry.broad and not agency:
            continue
        others = {key: one for key, one in meant.get(named.text, {}).items() if key != own[1]}
        if len(others) != 1:
            continue
        other = next(iter(others.values()))
        branch = named.text.isupper() and other[2].startswith(f"{named.text} ")
        if not branch or (entry is None and first[other[1]] < first[own[1]]):
            same[own[1]] = other  # letters that are called so first are a body with a branch somewhere
    return same


def _short_forms(document: Document, name: str) -> Iterator[str]:
    """What a body may be called for short."""
    words, language = name.split(), document.language
    if len(words) < TWO and not DOMAIN.fullmatch(name):
        return
    tail = next((place for place, word in enumerate(words) if place and is_head(language, word)), None)
    if tail is not None and all(word[0].isupper() for word in words[:tail]) and _tells(language, words[:tail]):
        yield " ".join(words[:tail])
    if tail is not None and tail + 1 < len(words) and _tells(language, words[:tail]):
        yield " ".join(words[: tail + 1])
    if _is_country(language, words[0]) and len(words) > TWO and all(word[0].isupper() for word in words):
        yield " ".join(words[1:])
    if len(words) > TWO and all(word[0].isupper() for word in words):
        yield words[0] + " " + "".join(word[0] for word in words[1:])
    yield from _without_place(language, words)
    if len(words) == TWO and tail == 1 and _is_known_body(language, words[0]):
        yield words[0]
    if (site := DOMAIN.fullmatch(name)) is not None:
        yield site[1]
    large = [word for word in words if word[0].isupper() or len(word) > SMALL_WORD]
    if len(large) == TWO and words[0][0].isupper() and len(words) == TWO:
        yield "".join(word[0] for word in large).upper()


def _without_place(language: str, words: Sequence[str]) -> Iterator[str]:
    """What a club or a body is called without the place that its name has: *Comets* of *Salem Comets*, *TSV*."""
    if not all(word[0].isupper() or word[0].isdigit() for word in words):
        return
    places = (count for count in range(len(words) - 1, 0, -1) if _is_place(language, " ".join(words[:count])))
    first = next(places, 0)
    rest = words[first:]
    if first and (len(rest) > 1 or _is_own_name(language, rest[0])):
        yield " ".join(rest)
    club = words[0].isupper() and words[0].isalpha() and SHORTEST_CLUB <= len(words[0]) <= LONGEST_CLUB
    if club and _is_place(language, " ".join(words[1:])) and not _is_place(language, words[0]):
        yield words[0]


def _is_place(language: str, name: str) -> bool:
    entry = gazetteer(language).find(name)
    return entry is not None and entry.type == "place"


def _is_own_name(language: str, word: str) -> bool:
    """Whether a word is more than a noun for a body: a nickname, as clubs have."""
    if is_head(language, word) or plain(word) in given_names() or gazetteer(language).find(word) is not None:
        return False
    nouns = resources.words(language, "body_nouns") | resources.words(language, "official_bodies")
    return word.casefold() not in nouns and not (
        grammar(language).nouns.capitalised and load_tagger().common(language, word)
    )


def _tells(language: str, words: Sequence[str]) -> bool:
    """Whether words mean a body alone: two or more, or one that is no common word, no place and nobody's name."""
    if len(words) != 1:
        return len(words) > 1
    word = words[0]
    known = gazetteer(language).find(word) is not None or plain(word) in given_names()
    return not known and word.istitle() and not load_tagger().common(language, word)


def _is_known_body(language: str, word: str) -> bool:
    """Whether everybody calls a body by this word: *Labour* of *Labour Party*."""
    entry = gazetteer(language).find(word)
    return entry is not None and entry.type == "organization" and plain(word) not in given_names()


def _is_country(language: str, word: str) -> bool:
    """Whether the word is a country's name or says what country something is of."""
    if word.casefold() in lowered(language, "demonyms", 1):
        return True
    entry = gazetteer(language).find(word)
    return entry is not None and entry.type == "place" and not entry.broad and len(entry.key) == TWO
