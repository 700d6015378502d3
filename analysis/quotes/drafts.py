"""A quotation while it is being put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.attribution.reading import Reading, WordSpan
from analysis.quotes.constructions.construction import Attribution
from analysis.types import QuoteKind

MARKS = "\"“”„«»'‘’‹›"


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation whose speaker is words yet, not an actor; ``marked``: it stands within marks or behind a dash."""

    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution | None
    paragraph: int
    marked: bool


def drafts(
    reading: Reading, stretches: Sequence[WordSpan], attribution: Attribution, paragraph: int
) -> Iterator[Draft]:
    """One draft a stretch without the marks at its edges: indirect, or mixed where some of it stands within marks.

    A stretch that stands within marks as a whole gives none: it is a direct quotation.
    """
    for first, last in stretches:
        while first < last and not reading.words[first].is_word and not reading.quoted[first]:
            first += 1
        while last > first and not reading.words[last - 1].is_word:
            last -= 1
        if first >= last or all(reading.quoted[first:last]):
            continue
        partly = any(reading.quoted[first:last])
        marked = first > 0 and reading.quoted[first] and reading.keys[first - 1] in MARKS
        opening = first - 1 if marked and not reading.quoted[first - 1] else first
        start, end = reading.words[opening].start, reading.words[last - 1].end
        end = _with_closing(reading, last, end) if partly else end
        yield Draft(start, end, "mixed" if partly else "indirect", attribution, paragraph, False)


def _with_closing(reading: Reading, last: int, end: int) -> int:
    """Takes in the closing mark after the last quoted word."""
    for i in range(last, min(last + 3, len(reading.words))):
        if reading.words[i].is_word or reading.words[i].start > end + 1:
            break
        if reading.keys[i] in MARKS:
            return reading.words[i].end
        end_here = reading.words[i].end
        if reading.keys[i] not in ".,!?…":
            break
        if i + 1 < len(reading.words) and reading.keys[i + 1] in MARKS and reading.words[i + 1].start == end_here:
            return reading.words[i + 1].end
    return end
