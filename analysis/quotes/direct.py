"""Direct quotations: speech behind dashes, and marked words, with who says them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from analysis.attribution.reading import Reading
from analysis.quotes.candidates.dashes import find_dashed, find_dashed_midway
from analysis.quotes.candidates.speech import is_quotation
from analysis.quotes.constructions.construction import Way, attribution, first_found
from analysis.quotes.constructions.context import context_of
from analysis.quotes.constructions.table import MARKED
from analysis.quotes.drafts import Draft
from analysis.quotes.spans.marked import marked_words
from analysis.quotes.spans.marks import Marked

ASIDE = re.compile(r"[(\[][^()\[\]]{0,40}[)\]]\W*$")
"""A stage direction between marks: *(applause)*."""


def find_direct(reading: Reading, marked: Sequence[Marked], filled: set[int]) -> tuple[Reading, list[Draft]]:
    """The reading with all that is quoted, and the drafts of the direct quotations, in text order.

    ``filled`` are paragraphs whose quotations have been found.
    """
    paragraphs = [paragraph for paragraph in reading.document.paragraphs if paragraph.index not in filled]
    dashed = {paragraph.index for paragraph in paragraphs if paragraph.dash}
    spoken: list[Draft] = []
    for paragraph in paragraphs:
        if paragraph.index not in dashed:
            found = list(find_dashed_midway(reading, paragraph, bool(dashed)))
        else:
            found = list(find_dashed(reading, paragraph))
        if paragraph.role not in ("subheading", "headline") or any(draft.attribution for draft in found):
            spoken += found
    starts, silent = [draft.start for draft in spoken], dashed | filled
    loud = [mark for mark in marked if mark.paragraph not in silent]
    before = [bisect_right(starts, mark.start) - 1 for mark in loud]
    outside = [m for m, at in zip(loud, before, strict=True) if at < 0 or m.start >= spoken[at].end]
    free = [mark for mark in outside if not ASIDE.match(reading.text, mark.start, mark.end)]
    reading = reading.quoting((mark.start, mark.end) for mark in free)
    drafts = [*_within_marks(reading, free), *spoken]
    return reading.quoting((d.start, d.end) for d in spoken), sorted(drafts, key=lambda d: (d.start, d.end))


def _within_marks(reading: Reading, marked: Sequence[Marked]) -> Iterator[Draft]:
    """Drafts of the marked quotations, in text order; the words inside them are quoted already."""
    for m in marked_words(reading, marked):
        told = first_found(MARKED, context_of(reading, m))
        way = None if told is None else Way.UNCLOSED if m.mark.cut and told[0].way is Way.AFTER else told[0].way
        found = None if told is None or way is None else attribution(told[1], way)
        if is_quotation(reading, m, found):
            yield Draft(m.mark.start, m.mark.end, "direct", found, m.mark.paragraph, True)
