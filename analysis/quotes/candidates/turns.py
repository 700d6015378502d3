"""Turns of a transcript: a speaker's name in capitals and a colon at the start of a paragraph (*NAME: Well, …*).

A turn is not within marks of its own, so it is reported as indirect (mixed, where it quotes in turn).
"""

from __future__ import annotations

import re

from analysis.attribution.reading import Reading, WordSpan
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.drafts import Draft
from analysis.quotes.spans.marks import Marked
from analysis.types import Paragraph

TURN = re.compile(r"[\"“”„«»'‘]?\s*(?P<name>[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ .’'-]{1,40}):\s+(?=\S)")
MARKS = "\"“”„«»'‘’"


def find_turns(reading: Reading, marked: list[Marked]) -> tuple[list[Draft], set[int]]:
    """Drafts of the turns, and the paragraphs that they fill."""
    drafts: list[Draft] = []
    filled: set[int] = set()
    opened = {m.paragraph for m in marked if m.goes_on or not m.closed}
    speaker: Attribution | None = None
    for paragraph in reading.document.paragraphs:
        match = TURN.match(reading.text, paragraph.start, paragraph.end)
        name = match.group("name").strip() if match else ""
        if match and name.isupper() and len(name) > 2:
            first, last = reading.range(match.start("name"), match.end("name"))
            if first >= last or _is_dateline(reading, first, last):
                continue
            speaker = Attribution(None, WordSpan(first, last), first, last, Way.LABEL)
            draft = _draft(reading, match.end(), speaker, paragraph)
        elif speaker is not None and paragraph.index in opened and reading.text[paragraph.start] in MARKS:
            draft = _draft(reading, paragraph.start + 1, speaker, paragraph)
        else:
            speaker = None
            continue
        filled.add(paragraph.index)
        if draft is not None and reading.text[draft.start] not in "([":
            drafts.append(draft)
    return drafts, filled


def _is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether the capitals are a place from which an article tells: *OSLO: …*."""
    return any(one.actor.type == "place" and one.last == last for one in reading.named_in(first, last))


def _draft(reading: Reading, start: int, attribution: Attribution, paragraph: Paragraph) -> Draft | None:
    """What a turn says from an offset on, without marks at its end."""
    text, end = reading.text, paragraph.end
    while end > start and text[end - 1] in MARKS + " ":
        end -= 1
    if not any(character.isalpha() for character in text[start : min(end, start + 200)]):
        return None
    partly = any(mark in text[start:end] for mark in '"“„«')
    return Draft(start, end, "mixed" if partly else "indirect", attribution, paragraph.index, False)
