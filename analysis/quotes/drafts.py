"""A quotation while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.reading import CueHit, WordSpan
from analysis.types import QuoteKind

CONFIDENCE = {
    "colon": 0.95,
    "after": 0.95,
    "before": 0.85,
    "according": 0.85,
    "inside": 0.7,
    "carried": 0.6,
    "alone": 0.3,
    "clause": 0.75,
    "label": 0.6,
    "free": 0.55,
}
"""How sure an attribution found in this way is: a ranking by judgement, not a calibrated probability."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What says who spoke: the way it was found, its cue, the words that name the speaker, and where it stands."""

    way: str
    hit: CueHit | None
    speaker: WordSpan | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation whose speaker is words yet, not an actor; ``marked``: it stands within marks or behind a dash."""

    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution | None
    paragraph: int
    marked: bool
