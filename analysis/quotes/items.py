"""Where the items of a live report or a news feed begin: each tells of something of its own."""

from __future__ import annotations

import re
from bisect import bisect_right

from analysis.types import Document

CLOCK = re.compile(r"\W{0,2}\d{1,2} ?[.:hH] ?\d{2}(?!\d|[.:]\d)")
"""A time of day at the beginning of a paragraph: *8h35 – …*, *06.20 Uhr: …*, *14:43*."""
FEWEST = 3
"""Fewest paragraphs with a time that make a text one of items."""


class Items:
    """The beginnings of the items of a text; none for a text that is one article."""

    def __init__(self, document: Document) -> None:
        found = [p.start for p in document.paragraphs if CLOCK.match(document.text, p.start)]
        self._starts = found if len(found) >= FEWEST else []

    def begin(self, place: int) -> int:
        """Where the item begins that has the place in the text; 0 in a text of one article."""
        at = bisect_right(self._starts, place)
        return self._starts[at - 1] if at else 0
