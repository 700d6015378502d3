"""What the service knows of languages, measures and problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.grammar import grammar
from analysis.metrics import METRICS, Metric
from analysis.resources import languages


@dataclass(frozen=True, slots=True)
class SupportedLanguage:
    """A language with word data, and the measures that hold in it."""

    code: str
    name: str
    own_name: str
    metrics: tuple[str, ...]


def supported_languages() -> Sequence[SupportedLanguage]:
    """Every supported language, by code."""
    return [
        SupportedLanguage(
            code,
            grammar(code).name or code,
            grammar(code).own_name or code,
            tuple(metric.name for metric in METRICS if code in metric.languages),
        )
        for code in languages()
    ]


def metrics() -> Sequence[Metric]:
    """The table of measures."""
    return METRICS
