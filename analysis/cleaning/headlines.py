"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.text import WORD

MOST_WORDS, FEWEST_WORDS, SURE_WORDS = 30, 2, 4
"""Words of a headline; from ``SURE_WORDS`` on it is no kicker."""
RUNNING_WORDS, STOPPED_RUNNING_WORDS = 25, 10
"""Words of a line of running text, without and with a final full stop."""
DATED_RUNNING_WORDS = 3
"""Words of a sentence below a line and the date under it."""
STOPPED = re.compile(r"[.:;,…][\"'”’»“«)]*$")
ENDED = re.compile(r"[.!?…][\"'”’»“«)]*$")
LOOKED_AT = 16
"""Lines within which running text must begin for one above it to be the headline."""


def find_headline(paragraphs: Sequence[str], dated: bool = False) -> str | None:
    """The line that looks like the headline, ``None`` if there is none.

    It is short, has no final full stop, and stands above the first line of running text; the first of at least
    ``SURE_WORDS`` words wins, so that a kicker above it (``"Great discussion"``) does not. Where a date stood right
    below the first line (``dated``), any sentence below is running text.
    """
    candidates: list[tuple[str, int]] = []
    stopped = DATED_RUNNING_WORDS if dated else STOPPED_RUNNING_WORDS
    for index, paragraph in enumerate(paragraphs[:LOOKED_AT]):
        words = sum(1 for _ in WORD.finditer(paragraph[:400]))
        if words >= RUNNING_WORDS or (words >= (stopped if index else STOPPED_RUNNING_WORDS) and _ended(paragraph)):
            break
        if FEWEST_WORDS <= words <= MOST_WORDS and not STOPPED.search(paragraph[-8:]):
            candidates.append((paragraph, words))
    else:
        return None
    sure = [paragraph for paragraph, words in candidates if words >= SURE_WORDS]
    return sure[0] if sure else candidates[0][0] if candidates else None


def _ended(paragraph: str) -> bool:
    return ENDED.search(paragraph[-8:]) is not None
