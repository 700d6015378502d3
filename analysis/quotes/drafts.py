"""A quotation while it is being put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.attribution.reading import Reading, WordSpan
from analysis.columns import WordRole
from analysis.quotes.constructions.circumstances import is_circumstance
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.types import QuoteKind

SMALL = 0.2
"""Largest share of a statement that an insertion has together with the smaller one of its sides, where the two sides
would be counted each."""
LONGEST_LEAD = 4
"""Most words of when and where before an insertion."""
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
    trimmed = (_trimmed(reading, *stretch) for stretch in stretches)
    own = [part for part in trimmed if part.size > 0 and not all(reading.quoted[part.first : part.last])]
    for first, last in _joined(reading, own, attribution.way):
        partly = any(reading.quoted[first:last])
        marked = first > 0 and reading.quoted[first] and reading.keys[first - 1] in MARKS
        opening = first - 1 if marked and not reading.quoted[first - 1] else first
        start, end = reading.words[opening].start, reading.words[last - 1].end
        end = _with_closing(reading, last, end) if partly else end
        yield Draft(start, end, "mixed" if partly else "indirect", attribution, paragraph, False)


def _joined(reading: Reading, parts: Sequence[WordSpan], way: Way) -> Sequence[WordSpan]:
    """The two sides of an insertion as one statement, from the start of the first to the end of the second; behind a
    colon a new one begins, and a relative pronoun alone is no side.

    Where the language's annotated sets count each side, only one that says nothing by itself joins the other: a
    small one, or when and where.
    """
    if len(parts) < 2:
        return parts
    clauses, (lead, rest) = reading.grammar.clauses, (parts[0], parts[-1])
    counted = clauses.split_sources if way is Way.ACCORDING else clauses.split_parentheses
    if reading.keys[rest.first - 1] == ":":
        return parts
    if lead.size == 1 and reading.has(lead.first, WordRole.REL) and not counted:
        return [rest]
    whole = WordSpan(lead.first, rest.last)
    small = whole.size - max(lead.size, rest.size) <= SMALL * whole.size
    when = way is not Way.ACCORDING and lead.size <= LONGEST_LEAD and is_circumstance(reading, lead)
    return [whole] if small or when or not counted else parts


def _trimmed(reading: Reading, first: int, last: int) -> WordSpan:
    """A stretch without the marks at its edges."""
    while first < last and not reading.words[first].is_word and not reading.quoted[first]:
        first += 1
    while last > first and not reading.words[last - 1].is_word:
        last -= 1
    return WordSpan(first, last)


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
