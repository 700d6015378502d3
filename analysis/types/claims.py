"""What articles say in common: claims, who makes them and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "other_figure", "contradicts", "other"]
ClaimRelation = Literal["same", "other_figure", "contradicts"]
Certainty = Literal["asserted", "reported", "alleged", "denied"]
VouchedBy = Literal["outlet", "source", "anonymous", "quotation"]
Unassessable = Literal["too_short", "before_the_event", "uncertain", "unsupported_language"]


@dataclass(frozen=True, slots=True)
class ClaimPresence:
    """Where an article makes a claim, or says that it is not so.

    ``relation`` is to the claim's text. ``confidence`` is the probability of being the same claim with whatever figure
    (of contradicting it where it does), from all that is known of both articles; ``similarity`` is what the reader
    alone makes of the sentences. ``certainty`` is how surely it is told and ``vouched_by`` who stands for it;
    ``source`` and ``quote`` are the actor and the quotation.
    """

    article: str
    start: int
    end: int
    text: str
    similarity: float
    relation: ClaimRelation = "same"
    confidence: float = 1.0
    certainty: Certainty = "asserted"
    vouched_by: VouchedBy = "outlet"
    source: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class NotAssessable:
    """An article of which it cannot be told whether it makes a claim, and why."""

    article: str
    reason: Unassessable


@dataclass(frozen=True, slots=True)
class Wording:
    """How a claim is told in a language: the sentence likest to all others in it."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the story: who makes it, who does not, and for whom it cannot be told.

    ``absent`` holds only articles of which the model is sure; the reasons for the others stand in ``reasons``.
    """

    id: str
    text: str
    present: tuple[ClaimPresence, ...]
    absent: tuple[str, ...]
    not_assessable: tuple[str, ...]
    wordings: tuple[Wording, ...] = ()
    reasons: tuple[NotAssessable, ...] = ()
