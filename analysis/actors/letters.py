"""Bodies that an article spells out before their letters: *Statens geologiska undersökning (SGU)*.

The long form is found as by Schwartz & Hearst (2003): from the last letter back to the first, each in the words before
the bracket, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.actors.detection import Named
from analysis.actors.evidence import Taken
from analysis.types import Document

LETTERS = re.compile(r" \((?P<letters>[A-ZÅÄÖÆØ][A-Za-zÅÄÖÆØåäöæø]{1,7})\)")
LONGEST = 120
"""Characters of the longest name that is looked for before its letters."""
SHORTEST = 8
PAUSE = re.compile(r"[.,;:!?()\[\]\"“”„«»\n]")
VOUCHED = 2.5
"""Margin (nats) that being spelt out lends to a name."""
MORE_WORDS = 5


def spelt_out(document: Document, found: Sequence[Named]) -> list[Named]:
    """Names before their letters in brackets, and those letters; none with a person or the same name in it already."""
    out: list[Named] = []
    people = Taken([named for named in found if named.type == "person"])
    for match in LETTERS.finditer(document.text):
        letters = match["letters"]
        if sum(char.isupper() for char in letters) * 2 <= len(letters) or len(letters) < 2:
            continue
        start = _beginning(document, match.start(), letters)
        if start is None or not people.free(start, match.start()):
            continue
        out.append(_body(document, start, match.start()))
        out.append(_body(document, *match.span("letters")))
    return out


def _beginning(document: Document, end: int, letters: str) -> int | None:
    """Where the name that these letters stand for begins; nothing if the words before them do not hold the letters."""
    text, low = document.text, max(document.sentence_at(end).start, end - LONGEST)
    pauses = [pause.end() for pause in PAUSE.finditer(text, low, end)]
    low = max([low, *pauses[-1:]])
    at = end
    for place, letter in reversed(list(enumerate(letters.lower()))):
        at -= 1
        while at >= low and (text[at].lower() != letter or (place == 0 and at > low and text[at - 1].isalnum())):
            at -= 1
        if at < low:
            return None
    words = text[at:end].split()
    short = len(words) > min(len(letters) + MORE_WORDS, 2 * len(letters)) or end - at < SHORTEST
    return None if short or not text[at].isupper() else at


def _body(document: Document, start: int, end: int) -> Named:
    index = document.sentence_at(start).index
    return Named(start, end, document.text[start:end], "organization", VOUCHED, index)
