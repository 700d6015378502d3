"""What a cosine of this encoder means: the probability of the same claim, and of the same event."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import DataError


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic curve over a cosine, with the number of pairs it was fitted on and where they came from."""

    slope: float
    offset: float
    n: int
    source: str

    def probability(self, cosine: float) -> float:
        """Probability in [0, 1]; rises with the cosine."""
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, self.slope * cosine + self.offset))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Curves fitted for one encoder; they mean nothing for another."""

    claim: Logistic
    event: Logistic

    def same_claim_probability(self, cosine: float) -> float:
        """Probability in [0, 1] that two sentences with this cosine state the same."""
        return self.claim.probability(cosine)

    def same_event_probability(self, cosine: float) -> float:
        """Probability in [0, 1] that two articles with this cosine of article vectors tell the same event."""
        return self.event.probability(cosine)


DEFAULT = Calibration(
    claim=Logistic(14.0, -8.4, 0, "default: not fitted for this encoder"),
    event=Logistic(14.0, -8.4, 0, "default: not fitted for this encoder"),
)


def read_calibration(path: Path) -> Calibration:
    """The calibration stored beside a model; a model without one gets curves that say so (``n`` is 0)."""
    if not path.is_file():
        return DEFAULT
    try:
        stored = dict(json.loads(path.read_text(encoding="utf-8")).items())
        return Calibration(
            claim=Logistic(**stored["claim"]) if "claim" in stored else DEFAULT.claim,
            event=Logistic(**stored["event"]) if "event" in stored else DEFAULT.event,
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise DataError(f"the calibration {path.name} cannot be read: {error}") from error
