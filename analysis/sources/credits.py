"""Credits of news agencies: *(TT)*, *STOCKHOLM (AP) —*, *©NTB*, */Ritzau/*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import Reading
from analysis.types import Span

SIGNS = frozenset("(©/[")
CLOSING = frozenset(")]/—–-")
LINE_WORDS = 3
"""A line of at most so many words that holds an agency's name is its credit."""


def find_credits(reading: Reading) -> Iterator[Span]:
    """Credits in text order."""
    for found in outlets_in(reading, 0, len(reading.words)):
        if found.kind == "agency" and not reading.quoted[found.first] and _is_credit(reading, found):
            yield reading.document.span(reading.words[found.first].start, reading.words[found.last - 1].end)


def _is_credit(reading: Reading, found: Found) -> bool:
    before = reading.keys[found.first - 1] if found.first else ""
    after = reading.keys[found.last] if found.last < len(reading.words) else ""
    if before in SIGNS and (before == "©" or after in CLOSING):
        return True
    start, end = reading.words[found.first].start, reading.words[found.last - 1].end
    line_start = reading.text.rfind("\n", 0, start) + 1
    line_end = reading.text.find("\n", end)
    first, last = reading.range(line_start, line_end if line_end >= 0 else len(reading.text))
    return sum(word.is_word for word in reading.words[first:last]) - (found.last - found.first) <= LINE_WORDS - 1 and (
        found.last >= last - 1 and found.first <= first + 1
    )
