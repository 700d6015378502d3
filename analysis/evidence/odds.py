"""Log-odds that two articles tell one event, fitted to news articles grouped by event.

The weights are in ``data/models/events/events.json`` (made by ``analysis/training/events.py``). Words tell much within
a language and little across two, so there is a set of weights for each case.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

from analysis.errors import DataError
from analysis.evidence.events import PairEvidence
from analysis.resources import DATA

FILE = DATA / "models" / "events" / "events.json"
DAYS_SCALE = 7.0
"""Days between two publications are read on a logarithmic scale: a week counts, and the next month as much again."""

STRANGERS = 6.5
"""Log-odds that two articles lose which share no name though both name somebody early: more than the wording of routine
news gains. Of pairs of one event that are linked, 1 in 45 (Giveme5W1H) and 21 in 749 (ECB+) are of that kind."""


@dataclass(frozen=True, slots=True)
class EventWeights:
    """Weights of one case, the constant that the log-odds start from, and the log-odds from which stories link."""

    constant: float
    link: float
    vectors: float
    names: float
    terms: float
    lead: float
    numbers: float
    days: float


@cache
def _model() -> dict[str, EventWeights]:
    """By case: ``same_language``, ``cross_language`` and the same ``without_vectors``."""
    try:
        stored = json.loads(FILE.read_text(encoding="utf-8"))
        return {case: EventWeights(**found) for case, found in stored["weights"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"the model {FILE.name} cannot be read: {error}") from error


def event_odds(pair: PairEvidence) -> float:
    """Log-odds that two articles tell the same event; what is not known of the pair does not count either way."""
    weights = _model()[_case(pair)]
    odds = weights.constant + weights.names * pair.names + weights.terms * pair.terms
    odds += weights.lead * pair.lead + weights.numbers * pair.numbers
    if pair.vectors is not None:
        odds += weights.vectors * pair.vectors
    return odds + (weights.days * elapsed(pair.days) if pair.days is not None else 0.0)


def link_odds(pair: PairEvidence) -> float:
    """How far the log-odds are above those from which articles are put into one story.

    Routine news of one kind has the same words for other people and places (*a man was stabbed in …*).
    """
    apart = STRANGERS if pair.strangers and pair.same_language else 0.0
    return event_odds(pair) - _model()[_case(pair)].link - apart


def _case(pair: PairEvidence) -> str:
    case = "same_language" if pair.same_language else "cross_language"
    return case if pair.vectors is not None else f"{case}_without_vectors"


def elapsed(days: int) -> float:
    """Days between two publications on the scale that ``EventWeights.days`` is for; 0 for the same day."""
    return math.log1p(days / DAYS_SCALE)
