"""A name as it was found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in the text, with the number of its sentence."""

    start: int
    end: int
    text: str
    type: str
    margin: float
    sentence: int
    odds: tuple[float, float, float] | None = None
    """Probabilities of a person, an organisation and a place where it begins; nothing if the tagger did not find it."""
