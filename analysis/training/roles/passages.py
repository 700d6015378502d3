"""Passages with marked actors, and what the reader makes of each mark: see ``data/README.md`` for the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.actors import find_actors
from analysis.attribution.reading import read as read_attribution
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.roles import PARTS, asks_of
from analysis.segmentation import segment
from analysis.sentiment.asks import Ask, Extents, Units
from analysis.types import Actor, ActorPart, Article, Language, Mention, Vectors

DATA = Path(__file__).with_name("data")
MARK = re.compile(r"\[([nhvs])(\*?) ([^\]]+)\]")
LETTERS = dict(zip("nhvs", PARTS, strict=True))
EACH = "each"
"""Under this heading each line is a situation of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor of a passage; ``said`` if the role rests on the word of somebody else than the writer."""

    start: int
    end: int
    part: ActorPart
    said: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in one language, of a situation that others tell too."""

    situation: str
    language: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What is read at a mark: states, which of them are the actor's, which are heard."""

    passage: Passage
    mark: Mark
    states: Vectors
    target: npt.NDArray[np.bool_]
    heard: npt.NDArray[np.bool_]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file."""
    situation = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            situation = line[1:].split()[0]
        elif line:
            code, text = line.split(": ", 1)
            own = f"{path.stem}-{number}" if situation == EACH else situation
            yield Passage(own, code, *marked(text))


def marked(line: str) -> tuple[str, tuple[Mark, ...]]:
    """The text of a line without its marks, and the marks."""
    parts, marks, length, last = [], [], 0, 0
    for found in MARK.finditer(line):
        parts += [line[last : found.start()], found[3]]
        length += found.start() - last
        marks.append(Mark(length, length + len(found[3]), LETTERS[found[1]], bool(found[2])))
        length, last = length + len(found[3]), found.end()
    return "".join([*parts, line[last:]]), tuple(marks)


def places_of(mark: Mark, actors: Sequence[Actor]) -> list[Mention]:
    """The mentions that stand within a mark; the mark itself where none is found."""
    inside = [
        mention
        for actor in actors
        for mention in actor.mentions
        if mark.start <= mention.start and mention.end <= mark.end
    ]
    return inside or [Mention(mark.start, mark.end, "")]


def examples(found: Sequence[Passage]) -> Iterator[Example]:
    """Each mark as the library reads it: names put aside, in a quotation by its words alone."""
    reader = load_reader()
    for passage in found:
        document = segment(Article("roles", passage.text, Language(passage.language, 1.0)))
        actors = find_actors(document)
        reading = reader.read(document.text, document.sentences, actors)
        quotes = find_quotes(document, actors, read_attribution(document, actors))
        spoken, units = Extents((quote.start, quote.end) for quote in quotes), Units(document)
        for mark in passage.marks:
            asks = asks_of(units, places_of(mark, actors), spoken)
            ask: Ask = [*asks["outlet"], *asks["quoted"]][0]
            view = reading.view(ask.unit, ask.places, ask.keep or (ask.unit,))
            yield Example(passage, mark, view.states, view.target, view.seen)
