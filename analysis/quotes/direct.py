"""Marked quotations: who says them, and which marked words are no quotation at all (titles, scare quotes, names)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.attribution.reading import Reading
from analysis.quotes.attributing import attribution_of
from analysis.quotes.drafts import Draft
from analysis.quotes.marks import Marked
from analysis.quotes.titles import (
    SENTENCE_LIKE,
    WINDOW,
    amid_speech,
    called_behind,
    is_adjective,
    is_fragment,
    is_heading,
    is_label,
    is_name,
    is_sentence,
    is_statement,
    is_title,
    is_worded,
    opens_fragment,
    reported_around,
    stands_alone,
)

LABEL = 3
"""Most words of a name in marks that opens a paragraph and says, before a colon, whose words follow."""


def find_direct(reading: Reading, marked: Sequence[Marked]) -> Iterator[Draft]:
    """Drafts of the marked quotations, in text order; the words inside them are quoted already."""
    spans = [(m, *reading.range(m.start, m.end)) for m in marked]
    paragraphs = reading.document.paragraphs
    for index, (m, first, last) in enumerate(spans):
        own = paragraphs[m.paragraph]
        p_first, p_last = reading.range(own.start, own.end)
        left = (
            _word_after(reading, spans[index - 1][0].outer_end)
            if index and spans[index - 1][0].paragraph == m.paragraph
            else p_first
        )
        right = (
            reading.range(spans[index + 1][0].outer_start, own.end)[0]
            if index + 1 < len(spans) and spans[index + 1][0].paragraph == m.paragraph
            else p_last
        )
        left, right = max(left, first - WINDOW), min(right, last + WINDOW)
        draft = _draft(reading, m, first, last, left, right, p_first, p_last)
        if draft is not None:
            yield draft


def _word_after(reading: Reading, offset: int) -> int:
    return reading.range(offset, offset)[0]


def _draft(
    reading: Reading, m: Marked, first: int, last: int, left: int, right: int, p_first: int, p_last: int
) -> Draft | None:
    opening = reading.range(m.outer_start, m.outer_start)[0]
    closing = _word_after(reading, m.outer_end)
    count = sum(word.is_word for word in reading.words[first:last])
    if count == 0:
        return None
    role = reading.document.paragraphs[m.paragraph].role
    if opens_fragment(reading, m, opening, closing):
        left = opening
    found = attribution_of(reading, m, first, last, left, opening, closing, right)
    alone = count > 1 and stands_alone(reading, m, opening, closing, p_first, p_last)
    sentence_like = alone or (count >= SENTENCE_LIKE and is_sentence(reading, m, first, last))
    if found is None and role == "subheading" and reading.text[m.end - 1] not in ".!?":
        return None
    if opening <= p_first and count <= LABEL and closing < p_last and reading.keys[closing] == ":":
        return None
    if is_label(reading, m, opening, closing, count) or is_adjective(reading, first, opening, count, found):
        return None
    found = found or called_behind(reading, first, opening, closing)
    if found is None:
        whole = opening <= p_first + 1 and closing >= p_last - 1
        spoken = _is_unattributed(reading, m, first, last, whole, sentence_like, alone)
        spoken = spoken or (not sentence_like and _is_amid_speech(reading, m, first, last, p_first, p_last))
    elif found.way == "colon" and found.hit is None and not is_statement(reading, m, first, last, opening):
        spoken = False
    else:
        speech = sentence_like and not is_title(reading, first, last, opening)
        spoken = speech or not is_name(reading, m, first, last, opening, found)
    return Draft(m.start, m.end, "direct", found, m.paragraph, True) if spoken else None


def _is_unattributed(
    reading: Reading, m: Marked, first: int, last: int, whole: bool, sentence_like: bool, alone: bool
) -> bool:
    """Whether marked words that nothing attributes are speech by themselves: a statement, or somebody's wording."""
    opening = reading.range(m.outer_start, m.outer_start)[0]
    if (whole and is_heading(reading, first, last)) or is_title(reading, first, last, opening):
        return False
    if sentence_like:
        return alone or _is_statement_alone(reading, m, first, last, opening, whole)
    count = sum(word.is_word for word in reading.words[first:last])
    return m.goes_on or (whole and count >= 2) or is_fragment(reading, first, count) or is_worded(reading, opening)


def _is_statement_alone(reading: Reading, m: Marked, first: int, last: int, opening: int, whole: bool) -> bool:
    """Whether a marked sentence that nothing attributes is speech: a paragraph of its own, or a statement."""
    return whole or m.goes_on or is_statement(reading, m, first, last, opening)


def _is_amid_speech(reading: Reading, m: Marked, first: int, last: int, p_first: int, p_last: int) -> bool:
    """Whether marked words that nothing attributes stand in reported speech or between quotations, and name nothing."""
    opening = reading.range(m.outer_start, m.outer_start)[0]
    closing = _word_after(reading, m.outer_end)
    count = sum(word.is_word for word in reading.words[first:last])
    reported = reported_around(reading, opening, closing) or amid_speech(reading, first, count, p_first, p_last)
    return reported and not is_name(reading, m, first, last, opening, None)
