"""What an entry of a list is made of: words, words with any ending or beginning, participles, room for other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from analysis.errors import DataError
from analysis.matching.inflection import MIN_STEM

PARTICIPLE = "<participle>"
GAP = re.compile(r"…([1-9]\d?)?")


class Kind(Enum):
    """Which words of a text an element stands for."""

    WORD = "the word alone"
    INFLECTED = "the word and its inflected forms"
    BEGINNING = "everything that begins so"
    ENDING = "everything that ends so"
    PARTICIPLE = "any past participle"


@dataclass(frozen=True, slots=True)
class Element:
    """One word of an entry; up to ``room`` words of a text may stand before it, ``closing`` if it ends its clause."""

    form: str
    kind: Kind = Kind.WORD
    room: int = 0
    closing: bool = False


def literal(words: Iterable[str]) -> tuple[Element, ...]:
    """Words that stand for themselves, in a row."""
    return tuple(Element(word) for word in words)


def read_elements(parts: Sequence[str], *, inflected: bool = False, room: int = 0) -> tuple[Element, ...]:
    """The elements that the parts of an entry spell.

    A part is a word, which stands for itself, or with ``inflected`` for its inflected forms too; ``word=``, for itself
    alone; ``word*`` and ``*word``, for all that begins or ends so; ``<participle>``; ``…4``, for up to four words in
    between, ``…`` for up to ``room``. Raises DataError for an entry that would match nothing or cannot be read.
    """
    elements: list[Element] = []
    gap: int | None = None
    for part in parts:
        found = GAP.fullmatch(part)
        if found and gap is None and elements:
            gap = int(found[1] or room)
            continue
        element = None if found else _element(part, inflected, gap or 0)
        if element is None or (not elements and element.kind in (Kind.ENDING, Kind.PARTICIPLE)):
            raise DataError(f"the entry {' '.join(parts)!r} is no pattern of words")
        elements.append(element)
        gap = None
    if not elements or gap is not None:
        raise DataError(f"the entry {' '.join(parts)!r} is no pattern of words")
    return tuple(elements)


def _element(part: str, inflected: bool, room: int) -> Element | None:
    if part == PARTICIPLE:
        return Element(part, Kind.PARTICIPLE, room)
    word = part.removeprefix("*") if part.startswith("*") else part.removesuffix("=").removesuffix("*")
    if not word or any(sign in word for sign in "*=…<>") or part not in (word, f"*{word}", f"{word}*", f"{word}="):
        return None
    if part.startswith("*"):
        return Element(word, Kind.ENDING, room)
    if part.endswith("*"):
        return Element(word, Kind.BEGINNING, room)
    plain = part.endswith("=") or not inflected or len(word) < MIN_STEM
    return Element(word, Kind.WORD if plain else Kind.INFLECTED, room)
