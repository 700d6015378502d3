"""What a tone model says of a context."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.types import Vectors


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities of negative, neutral and positive, how much each token of the context counted, and the balance.

    ``balance`` is P(positive) - P(negative), in [-1, 1], as if all three classes were equally common: an attitude must
    not look negative because negative sentences were more often chosen for the training rows.
    """

    probabilities: Vectors
    attention: Vectors
    balance: float
