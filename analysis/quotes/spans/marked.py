"""Words within quotation marks as attribution reads them: where they stand among the words of their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.quotes.spans.marks import Marked

WINDOW = 100
"""Words on either side of a quotation in which its attribution is looked for."""
ENDS = ".!?…"
MAX_NAME = 8
"""Longest title that is told from a quotation, in words."""


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """What stands between two marks: the words ``inside``, and those with the marks, ``outside``; its paragraph, and
    how far its attribution is looked for on either side (``reach``: up to the marked words beside it)."""

    mark: Marked
    inside: WordSpan
    outside: WordSpan
    paragraph: WordSpan
    reach: WordSpan
    count: int
    """Words without punctuation marks."""
    tail: str
    """Its last character."""

    @property
    def complete(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.tail in ENDS

    @property
    def whole(self) -> bool:
        """Whether its paragraph has nothing else."""
        return self.outside.first <= self.paragraph.first + 1 and self.outside.last >= self.paragraph.last - 1


def marked_words(reading: Reading, marked: Sequence[Marked]) -> Iterator[MarkedWords]:
    """The marked spans as words, in text order; spans without words are left out."""
    for index, mark in enumerate(marked):
        inside, outside = reading.range(mark.start, mark.end), reading.range(mark.outer_start, mark.outer_end)
        count = sum(word.is_word for word in reading.words[inside.first : inside.last])
        if not count:
            continue
        own = reading.document.paragraphs[mark.paragraph]
        paragraph = reading.range(own.start, own.end)
        left, right = paragraph
        if index and marked[index - 1].paragraph == mark.paragraph:
            left = reading.range(marked[index - 1].outer_end, own.end).first
        if index + 1 < len(marked) and marked[index + 1].paragraph == mark.paragraph:
            right = reading.range(marked[index + 1].outer_start, own.end).first
        before = outside.first if opens_fragment(reading, mark, outside) else max(left, inside.first - WINDOW)
        reach = WordSpan(before, min(right, inside.last + WINDOW))
        yield MarkedWords(mark, inside, outside, paragraph, reach, count, reading.text[mark.end - 1])


def opens_fragment(reading: Reading, mark: Marked, outside: WordSpan) -> bool:
    """The marked words open a sentence that goes on after them: what was said before is another matter."""
    opening, closing = outside
    return (
        opening > 0
        and reading.keys[opening - 1] in SENTENCE_ENDS
        and closing < len(reading.words)
        and reading.words[closing].is_word
        and reading.text[mark.end - 1] not in ".!?…,"
    )
