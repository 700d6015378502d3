"""What a construction is: a way in which a text says who said something, and what finding one gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from analysis.attribution.media import Heard
from analysis.attribution.reading import CueHit, WordSpan

C = TypeVar("C")


class Way(Enum):
    """Where a construction has what attributes the statement."""

    COLON = "before a colon"
    AFTER = "in a clause behind the statement"
    UNCLOSED = "in a clause behind words whose mark is never closed"
    BEFORE = "in a clause before the statement"
    ACCORDING = "by *according to*"
    INSIDE = "in a clause around the statement"
    CLAUSE = "in the clause that the statement depends on"
    LABEL = "by a name alone"
    FREE = "by the mood of its verb"
    JUDGING = "in the verb that takes a side"
    CARRIED = "by what stands around it or was said before"
    ALONE = "nowhere"


CONFIDENCE = {
    Way.COLON: 0.95,
    Way.AFTER: 0.95,
    Way.UNCLOSED: 0.5,
    Way.BEFORE: 0.85,
    Way.ACCORDING: 0.85,
    Way.INSIDE: 0.7,
    Way.CARRIED: 0.6,
    Way.ALONE: 0.3,
    Way.CLAUSE: 0.75,
    Way.LABEL: 0.6,
    Way.FREE: 0.55,
    Way.JUDGING: 0.7,
}
"""How sure an attribution of each way is: a ranking by judgement, not a calibrated probability."""


@dataclass(frozen=True, slots=True)
class Found:
    """What says who spoke: its cue, the words that name the speaker, the words ``first`` to ``last`` (exclusive) in
    which it stands, and, of statements that are not marked, what is reported."""

    hit: CueHit | None
    speaker: WordSpan | None
    first: int
    last: int
    content: tuple[WordSpan, ...] = ()
    heard: Heard | None = None
    """Where the statement was made, if that has been read with it."""


@dataclass(frozen=True, slots=True)
class Construction(Generic[C]):
    """One way of attributing: its name, how it is found, and where it stands."""

    name: str
    find: Callable[[C], Found | None]
    way: Way

    @property
    def confidence(self) -> float:
        """How sure what it finds is (``CONFIDENCE``)."""
        return CONFIDENCE[self.way]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What says who spoke, and where that stands."""

    hit: CueHit | None
    speaker: WordSpan | None
    first: int
    last: int
    way: Way
    heard: Heard | None = None
    """Where the statement was made, if that has been read with it."""

    @property
    def span(self) -> WordSpan:
        """Where it stands."""
        return WordSpan(self.first, self.last)


def attribution(found: Found, way: Way) -> Attribution:
    """What was found, as an attribution of this way."""
    return Attribution(found.hit, found.speaker, found.first, found.last, way, found.heard)


def first_found(constructions: Iterable[Construction[C]], context: C) -> tuple[Construction[C], Found] | None:
    """The first of the constructions that finds anything, and what it finds."""
    for construction in constructions:
        found = construction.find(context)
        if found is not None:
            return construction, found
    return None
