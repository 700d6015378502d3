"""Spans, scores and dates: what every number is wrapped in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Precision = Literal["instant", "minute", "day", "month", "year"]

UNDETERMINED = "und"
"""ISO 639-2 code for a language that could not be told."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Article.text``: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """A measured value with what it rests on.

    ``value`` is ``None`` exactly when ``reason`` says why; ``n`` counts observations; ``interval`` is a 95 %
    interval or ``None``; ``evidence`` are the spans that decided it, in text order.
    """

    value: float | None
    reason: str | None = None
    n: int = 0
    interval: tuple[float, float] | None = None
    evidence: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError("a score has either a value or a reason for having none")
        if self.value is not None and not np.isfinite(self.value):
            raise ValueError("a score's value is finite")

    @classmethod
    def unknown(cls, reason: str, n: int = 0, evidence: tuple[Span, ...] = ()) -> Score:
        """A score that cannot be told, with its reason."""
        return cls(None, reason, n, None, evidence)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision it was given in; ``value`` is ISO 8601 cut to that precision.

    An instant is in UTC; ``minute`` is local wall-clock time where the page names no time zone.
    """

    value: str
    precision: Precision
    source: Literal["input", "text", "html"]


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code (``und`` if it could not be told) and confidence in [0, 1]; 1 if the caller gave it."""

    code: str
    confidence: float
