"""Bodies that an article calls in full once and by a part of that, or by two letters, elsewhere.

*Barlow State* of *Barlow State University*, *the Air Force* of *the U.S. Air Force*, *PS* of
*Parti socialiste*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.actors.body_phrases import is_head
from analysis.actors.folding import plain
from analysis.actors.gazetteer import Entry, gazetteer, given_names
from analysis.actors.named import Named
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.types import ActorType, Document

Keyed = tuple[ActorType, str, str]
"""What a name is, its key and how it is shown."""
DOMAIN = re.compile(r"([^\W_][\w-]*)\.(?:com|org|net)(?: .+)?")
"""A body that is called by its address: *Amazon.com Inc.*"""
TWO = 2
SMALL_WORD = 3
"""Letters of the longest word in small letters that has no letter in an abbreviation."""


def shortened(
    document: Document, names: Sequence[Named], entries: Sequence[Entry | None], keys: Sequence[Keyed]
) -> dict[str, Keyed]:
    """Keys of parts and letters of bodies to the only body of the article that they can mean."""
    meant: dict[str, dict[str, Keyed]] = defaultdict(dict)
    for named, own in zip(names, keys, strict=True):
        if own[0] == "organization":
            for short in _short_forms(document, named.text):
                meant[short].setdefault(own[1], own)
    same: dict[str, Keyed] = {}
    for named, entry, own in zip(names, entries, keys, strict=True):
        agency = entry is not None and entry.media and named.text.isupper()  # *AP* of *Associated Press*
        if entry is not None and not entry.broad and not agency:
            continue
        others = {key: one for key, one in meant.get(named.text, {}).items() if key != own[1]}
        if len(others) == 1:
            same[own[1]] = next(iter(others.values()))
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
    if len(words) == TWO and tail == 1 and _is_known_body(language, words[0]):
        yield words[0]
    if (site := DOMAIN.fullmatch(name)) is not None:
        yield site[1]
    large = [word for word in words if word[0].isupper() or len(word) > SMALL_WORD]
    if len(large) == TWO and words[0][0].isupper() and len(words) == TWO:
        yield "".join(word[0] for word in large).upper()


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
