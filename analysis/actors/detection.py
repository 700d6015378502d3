"""Names in a document: the tagger sentence by sentence, then the evidence of the document as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.actors.tagger import Tagged, load_tagger
from analysis.types import Document

NAME_TYPES = ("person", "organization", "place")
REPEAT_LENGTH = 4
"""A single word shorter than this is not sought again where the tagger left it out."""
EDGES = " \t\n\"'“”„«»‹›‘’()[].,;:!?–—-*"
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in the text, with the number of its sentence."""

    start: int
    end: int
    text: str
    type: str
    margin: float
    sentence: int


class Taken:
    """Stretches of text that names stand in; tells in two steps whether another one is free."""

    def __init__(self, names: Sequence[Named]) -> None:
        ordered = sorted((named.start, named.end) for named in names)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def free(self, start: int, end: int) -> bool:
        """Whether no name overlaps the stretch; names do not overlap each other."""
        index = bisect_left(self._starts, end)
        return index == 0 or self._ends[index - 1] <= start


def detect(document: Document) -> list[Named]:
    """Names of persons, organisations and places, in text order, without overlaps."""
    spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    tagged = load_tagger().tag(document.text, spans, document.language)
    found = [named for item in tagged if (named := _trimmed(document, item)) is not None]
    found = _agreed(found)
    return sorted(found + _repeats(document, found), key=lambda named: named.start)


def _trimmed(document: Document, item: Tagged) -> Named | None:
    """The name without marks or a possessive at its edges; nothing if no letter that can start a name is left."""
    start, end, text = item.start, item.end, document.text
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    if possessive := POSSESSIVE.search(text, start, end):
        end = possessive.start()
    surface = text[start:end]
    if not surface or all(char.islower() or not char.isalpha() for char in surface) or "\n" in surface:
        return None
    return Named(start, end, surface, item.type, item.margin, document.sentence_at(start).index)


def _agreed(found: list[Named]) -> list[Named]:
    """Every occurrence of one spelling gets the type that the document as a whole speaks for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for named in found:
        votes[named.text][named.type] += round(max(named.margin, 0.1) * 1000)
    best = {text: max(NAME_TYPES, key=lambda kind: count[kind]) for text, count in votes.items()}
    return [replace(named, type=best[named.text]) for named in found]


def _repeats(document: Document, found: Sequence[Named]) -> list[Named]:
    """Places where a name of this document stands again and the tagger passed over it."""
    known = {named.text: named for named in found if _repeatable(named)}
    if not known:
        return []
    taken = Taken(found)
    more: list[Named] = []
    for start, end, text in _candidates(document, known):
        if taken.free(start, end):
            more.append(replace(known[text], start=start, end=end, sentence=document.sentence_at(start).index))
    return more


def _repeatable(named: Named) -> bool:
    return len(named.text) >= REPEAT_LENGTH and named.margin > 2 and named.text[0].isupper()


def _candidates(document: Document, known: dict[str, Named]) -> list[tuple[int, int, str]]:
    """Occurrences of known names, longest first: sentences are walked once, word by word."""
    longest = max(text.count(" ") for text in known) + 1
    firsts = {text.split(" ")[0] for text in known}
    out: list[tuple[int, int, str]] = []
    words = [match.span() for match in re.finditer(r"[\w&.'’-]*\w", document.text)]
    for index, (start, end) in enumerate(words):
        if document.text[start:end] not in firsts:
            continue
        for last in range(min(index + longest, len(words)) - 1, index - 1, -1):
            text = document.text[start : words[last][1]]
            if text in known:
                out.append((start, words[last][1], text))
                break
    return out
