"""What the service knows of languages, measures and problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.metrics import METRICS, Metric
from analysis.resources import languages

ENGLISH_NAMES = {
    "da": "Danish",
    "de": "German",
    "en": "English",
    "fr": "French",
    "nb": "Norwegian Bokmål",
    "nn": "Norwegian Nynorsk",
    "ro": "Romanian",
    "sv": "Swedish",
}
OWN_NAMES = {
    "da": "dansk",
    "de": "Deutsch",
    "en": "English",
    "fr": "français",
    "nb": "norsk bokmål",
    "nn": "norsk nynorsk",
    "ro": "română",
    "sv": "svenska",
}


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
            ENGLISH_NAMES.get(code, code),
            OWN_NAMES.get(code, code),
            tuple(metric.name for metric in METRICS if code in metric.languages),
        )
        for code in languages()
    ]


def metrics() -> Sequence[Metric]:
    """The table of measures."""
    return METRICS
