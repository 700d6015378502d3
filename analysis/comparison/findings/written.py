"""A figure or a date as a sentence has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A value in one spelling, how the sentence writes it, and where it stands there, with the word that it counts."""

    value: str
    text: str
    start: int
    end: int

    @property
    def shown(self) -> str:
        """As it is written; a numeral in words by its value, so that it can be held against figures."""
        return self.value if self.value.isdigit() and not any(map(str.isdigit, self.text)) else self.text
