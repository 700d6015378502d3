"""One statement told in pieces around the words that say who made it: *The road, the police say, stays closed*."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.reading import Reading
from analysis.quotes.drafts import Draft

ENDS = ".!?…:"
"""Marks at which a statement is over: what follows begins a new one."""


def continued(reading: Reading, drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the place of the one before it whose sentence it takes up again, or ``None``.

    Two drafts are pieces of one statement where one attribution tells both and stands between them, in one sentence
    and of one kind (reported, or in its own words). ``drafts`` are in text order; the answer is as long as they are.
    """
    found: list[int | None] = []
    for place, draft in enumerate(drafts):
        before = next((p for p in range(place - 1, -1, -1) if drafts[p].end <= draft.start), None)
        taken_up = before is not None and _is_one(reading, drafts[before], draft)
        found.append(before if taken_up else None)
    return found


def _is_one(reading: Reading, piece: Draft, rest: Draft) -> bool:
    """Whether the second draft goes on with the sentence of the first."""
    told, again = piece.attribution, rest.attribution
    if told is None or again is None or (told.hit, told.speaker) != (again.hit, again.speaker):
        return False
    if (piece.kind == "direct") != (rest.kind == "direct"):
        return False
    last, first = reading.range(piece.start, piece.end)[1], reading.range(rest.start, rest.end)[0]
    between = last <= told.first and max(told.last, again.last) <= first
    one_sentence = reading.sentence_of(last - 1) == reading.sentence_of(first)
    closed = reading.document.text[piece.start : piece.end].rstrip()[-1:] in ENDS
    return between and one_sentence and not closed and not any(reading.keys[i] in ENDS for i in range(last, first))
