"""A quotation while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.phrases import Phrase
from analysis.attribution.reading import CueHit
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
"""How sure an attribution of this kind is; shares of right speakers on the project's own attribution sets, rounded."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What says who spoke: the way it was found, its cue, the words that name the speaker, and where it stands."""

    way: str
    hit: CueHit | None
    speaker: Phrase | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation without its speaker's identity. ``block`` numbers stretches that belong to one utterance."""

    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution | None
    paragraph: int
    marked: bool
