"""Marked quotations: who says them, and which marked words are no quotation at all (titles, scare quotes, names)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.attribution.reading import Reading
from analysis.quotes.constructions.construction import Attribution, Way, attribution, first_found
from analysis.quotes.constructions.context import context_of
from analysis.quotes.constructions.table import MARKED
from analysis.quotes.drafts import Draft
from analysis.quotes.spans.marked import MarkedWords, marked_words
from analysis.quotes.spans.marks import Marked
from analysis.quotes.spans.naming import is_adjective, is_label, is_name
from analysis.quotes.spans.shape import is_sentence_like, is_statement, is_title
from analysis.quotes.spans.speech import is_speech

LABEL = 3
"""Most words of a name in marks that opens a paragraph and says, before a colon, whose words follow."""


def find_direct(reading: Reading, marked: Sequence[Marked]) -> Iterator[Draft]:
    """Drafts of the marked quotations, in text order; the words inside them are quoted already."""
    for m in marked_words(reading, marked):
        told = first_found(MARKED, context_of(reading, m))
        way = None if told is None else Way.UNCLOSED if m.mark.cut and told[0].way is Way.AFTER else told[0].way
        found = None if told is None or way is None else attribution(told[1], way)
        if _is_quotation(reading, m, found):
            yield Draft(m.mark.start, m.mark.end, "direct", found, m.mark.paragraph, True)


def _is_quotation(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """Whether the marked words are what somebody said or wrote, not a heading, a label, a title or a name."""
    closing = m.outside.last
    if found is None and _is_heading(reading, m):
        return False
    introduces = m.outside.first <= m.paragraph.first and closing < m.paragraph.last and reading.keys[closing] == ":"
    if introduces and m.count <= LABEL:
        return False
    if is_label(reading, m) or is_adjective(reading, m, found):
        return False
    if found is None:
        return is_speech(reading, m)
    if found.way is Way.COLON and found.hit is None and not is_statement(reading, m):
        return False
    return (is_sentence_like(reading, m) and not is_title(reading, m)) or not is_name(reading, m, found)


def _is_heading(reading: Reading, m: MarkedWords) -> bool:
    """A subheading that does not end as a sentence does."""
    return reading.document.paragraphs[m.mark.paragraph].role == "subheading" and m.tail not in ".!?"
