"""The one contextual reading of an article: every stage takes what it needs from it."""

from __future__ import annotations

from analysis.reader.files import identity
from analysis.reader.reader import Reader, Side, load_reader
from analysis.reader.reading import Extent, Passage, Reading, StanceReading, ToneReading, View, Wording
from analysis.reader.weights import by_word, token_at

__all__ = [
    "Extent",
    "Passage",
    "Reader",
    "Reading",
    "Side",
    "StanceReading",
    "ToneReading",
    "View",
    "Wording",
    "by_word",
    "identity",
    "load_reader",
    "token_at",
]
