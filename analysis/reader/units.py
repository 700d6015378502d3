"""What is read together: a paragraph's sentences as pieces of words, with every name put aside.

A name of a person, a body or a place is one piece that tells its kind and nothing else: no name can carry a stance or
a tone of its own. Which actor it names is kept beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.reader.vocabulary import BEGIN, END, Ids, Pieces, Vocabulary
from analysis.types import Actor, Sentence

LONGEST = 160
"""Pieces read together at most, with the two that begin and end them."""
KINDS = ("person", "organization", "place")
MARKS = str.maketrans({'"': "”"})
"""Typewriter marks are read as printed ones, which nearly all of what the reader learnt from has."""
NOBODY = -1
"""The actor of a piece that is no name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces that are read together: numbers, places in the text, and the actor that each names, or ``NOBODY``.

    The first and the last piece mark the borders; they stand, without extent, at the unit's own ends.
    """

    ids: Ids
    starts: Ids
    ends: Ids
    actors: Ids


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    actor: int
    kind: int


def units_of(
    text: str, sentences: Sequence[Sentence], actors: Sequence[Actor], vocabulary: Vocabulary
) -> tuple[Unit, ...]:
    """The units of an article in text order: sentences between which no line ends; of many as many as fit.

    What no sentence holds is not read. A sentence longer than fits is read in parts.
    """
    whole = _pieces(text, _names(actors), vocabulary)
    return tuple(_units(text, sentences, whole))


def _names(actors: Sequence[Actor]) -> list[_Name]:
    """Mentions by name in text order; of those that overlap the first and longest."""
    found = sorted(
        (
            _Name(mention.start, mention.end, number, KINDS.index(actor.type))
            for number, actor in enumerate(actors)
            if actor.type in KINDS
            for mention in actor.mentions
            if mention.kind == "name"
        ),
        key=lambda name: (name.start, -name.end),
    )
    out: list[_Name] = []
    for name in found:
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out


def _pieces(text: str, names: Sequence[_Name], vocabulary: Vocabulary) -> Unit:
    """The whole text in pieces."""
    borders = [0, *(border for name in names for border in (name.start, name.end)), len(text)]
    between = [(borders[at], borders[at + 1]) for at in range(0, len(borders), 2)]
    parts: list[tuple[Ids, Ids, Ids, Ids]] = []
    for at, (found, (start, _)) in enumerate(
        zip(vocabulary.pieces([text[start:end].translate(MARKS) for start, end in between]), between, strict=True)
    ):
        parts.append(_part(found, start, vocabulary.is_space(found, text[start : start + 1])))
        if at < len(names):
            name = names[at]
            own = (vocabulary.size + name.kind, name.start, name.end, name.actor)
            parts.append(tuple(np.array([number], np.int32) for number in own))  # type: ignore[arg-type]
    ids, starts, ends, named = (np.concatenate([part[row] for part in parts]) for row in range(4))
    starts = starts + _leading(text, starts, ends)
    return Unit(ids, starts.astype(np.int32), ends, named)


def _part(found: Pieces, start: int, skipped: int) -> tuple[Ids, Ids, Ids, Ids]:
    nobody = np.full(len(found.ids) - skipped, NOBODY, np.int32)
    return found.ids[skipped:], found.starts[skipped:] + start, found.ends[skipped:] + start, nobody


def _leading(text: str, starts: Ids, ends: Ids) -> Ids:
    """Spaces that a piece begins with."""
    return np.array(
        [start < end and text[start].isspace() for start, end in zip(starts.tolist(), ends.tolist(), strict=True)],
        dtype=np.int32,
    )


def _units(text: str, sentences: Sequence[Sentence], whole: Unit) -> Iterator[Unit]:
    starts = whole.starts.tolist()
    begun: tuple[int, int] | None = None
    before = 0
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        joins = begun is not None and last - begun[0] <= LONGEST - 2 and "\n" not in text[before : sentence.start]
        if begun is not None and not joins:
            yield from _cut(whole, *begun)
        begun = (begun[0] if begun is not None and joins else first, last)
        before = sentence.end
    if begun is not None:
        yield from _cut(whole, *begun)


def _cut(whole: Unit, first: int, last: int) -> Iterator[Unit]:
    """Pieces ``first`` to ``last`` as a unit; more than fit as several."""
    for begin in range(first, last, LONGEST - 2):
        stop = min(last, begin + LONGEST - 2)
        part = slice(begin, stop)
        begins, ends = int(whole.starts[begin]), int(whole.ends[stop - 1])
        yield Unit(
            _bordered(whole.ids[part], BEGIN, END),
            _bordered(whole.starts[part], begins, ends),
            _bordered(whole.ends[part], begins, ends),
            _bordered(whole.actors[part], NOBODY, NOBODY),
        )


def _bordered(row: Ids, before: int, behind: int) -> Ids:
    return np.concatenate([[before], row, [behind]]).astype(np.int32)
