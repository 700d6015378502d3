"""Printed interviews: questions and answers in paragraphs of their own, with labels, marks or dashes.

*Name: answer* behind a question, whole paragraphs in marks behind plain questions, and dash lines that ask between dash
lines that answer. Every answer is a direct quotation of whoever is interviewed; the questions are no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.drafts import Draft
from analysis.quotes.spans.marks import Marked
from analysis.types import Paragraph

LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}):\s+(?=\S)")
FEWEST = 2
"""Fewest questions with an answer that make an interview."""
LONGEST_QUESTION = 300
"""Most characters of a question."""


def find_interview(reading: Reading, marked: Sequence[Marked]) -> tuple[list[Draft], set[int]]:
    """Drafts of the answers, and the paragraphs that questions and answers fill."""
    paragraphs = reading.document.paragraphs
    asked = [_is_question(reading, paragraph) for paragraph in paragraphs]
    labelled = [_labelled(reading, paragraph) for paragraph in paragraphs]
    drafts = list(_answers_by_label(reading, asked, labelled)) or list(_answers_in_marks(reading, asked, marked))
    filled = {draft.paragraph for draft in drafts}
    if filled:
        filled |= {index - 1 for index in filled if index and asked[index - 1] and labelled[index - 1] is None}
    for before, after in pairwise(paragraphs):
        if before.dash and after.dash and asked[before.index] and not asked[after.index]:
            filled.add(before.index)
    return drafts, filled


def _is_question(reading: Reading, paragraph: Paragraph) -> bool:
    """A short paragraph that ends in a question mark."""
    size = paragraph.end - paragraph.start
    return 1 < size <= LONGEST_QUESTION and reading.text[paragraph.end - 1] == "?"


def _labelled(reading: Reading, paragraph: Paragraph) -> Named | None:
    """The person whose name opens the paragraph, before a colon."""
    match = LABEL.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    words = reading.range(match.start("label"), match.end("label"))
    named = [n for n in reading.named_in(*words) if n.actor.type == "person" and n.first == words.first]
    return next((n for n in named if n.last == words.last), None)


def _answers_by_label(reading: Reading, asked: Sequence[bool], labelled: Sequence[Named | None]) -> Iterator[Draft]:
    """*Name: answer*, where questions by others stand before at least two of them."""
    answers = [i for i, named in enumerate(labelled) if named is not None and not asked[i]]
    if sum(i > 0 and asked[i - 1] for i in answers) < FEWEST:
        return
    for index in answers:
        named, paragraph = labelled[index], reading.document.paragraphs[index]
        if named is not None:
            told = Attribution(None, WordSpan(named.first, named.last), named.first, named.last, Way.LABEL)
            match = LABEL.match(reading.text, paragraph.start, paragraph.end)
            yield Draft(match.end() if match else paragraph.start, paragraph.end, "direct", told, index, True)


def _answers_in_marks(reading: Reading, asked: Sequence[bool], marked: Sequence[Marked]) -> Iterator[Draft]:
    """Paragraphs that stand in marks as a whole, behind plain questions: whoever alone is named before speaks."""
    paragraphs = reading.document.paragraphs
    with_marks = {mark.paragraph for mark in marked}
    answers = [
        mark
        for mark in marked
        if mark.paragraph
        and asked[mark.paragraph - 1]
        and mark.paragraph - 1 not in with_marks
        and mark.outer_start <= paragraphs[mark.paragraph].start
        and mark.outer_end >= paragraphs[mark.paragraph].end - 1
    ]
    if len(answers) < FEWEST:
        return
    opening = reading.range(paragraphs[answers[0].paragraph].start, paragraphs[answers[0].paragraph].end).first
    before = [n for n in reading.named_in(0, opening) if n.actor.type == "person"]
    if len({n.actor.id for n in before}) != 1:
        return
    told = Attribution(None, WordSpan(before[0].first, before[0].last), before[0].first, before[0].last, Way.LABEL)
    for mark in answers:
        yield Draft(mark.start, mark.end, "direct", told, mark.paragraph, True)
