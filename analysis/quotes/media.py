"""Where something was said (X, journalists, a television channel), and through which outlet the article has it."""

from __future__ import annotations

from analysis.quotes.drafts import Attribution, Draft
from analysis.quotes.reading import Reading
from analysis.types import Span


def medium_and_via(reading: Reading, draft: Draft, attribution: Attribution | None) -> tuple[Span | None, Span | None]:
    """The medium and the outlet named in the sentence that attributes the statement."""
    return None, None
