"""Marked words and the sentence around them, as constructions look at them."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.quotes.constructions.clause_behind import Behind, clause_behind, ends_sentence
from analysis.quotes.spans.marked import WINDOW, MarkedWords

MARKS = frozenset("\"“”„«»‘’'‹›")
BETWEEN = 2
"""Fewest words between two marked pieces of one sentence that do not merely stand in a row."""
CLAUSE_STARTS = SENTENCE_ENDS | {":"}
STOPPING = CLAUSE_STARTS | MARKS
SHORT = 5
"""Most marked words that are part of the sentence around them: a name, a fragment."""


@dataclass(frozen=True, slots=True)
class Context:
    """Marked words with the words of their sentence that lead up to them (``lead``, without a colon at its end) and
    the clause behind them, if their sentence goes on."""

    reading: Reading
    marked: MarkedWords
    lead: WordSpan
    colon: bool
    behind: Behind | None


def context_of(reading: Reading, m: MarkedWords) -> Context:
    """The marked words in their sentence."""
    opening = m.outside.first
    left = past_fragments(reading, WordSpan(m.reach.first, opening), max(m.paragraph.first, m.inside.first - WINDOW))
    colon = opening > left and reading.keys[opening - 1] == ":"
    lead = WordSpan(sentence_start(reading, left, opening), opening - 1 if colon else opening)
    return Context(reading, m, lead, colon, clause_behind(reading, m))


def sentence_start(reading: Reading, left: int, opening: int) -> int:
    """Start of the sentence that leads up to the opening mark, within its paragraph."""
    place = opening
    while place > left:
        key = reading.keys[place - 1]
        if key in SENTENCE_ENDS and place != opening and ends_sentence(reading, place - 1):
            break
        if reading.quoted[place - 1] and place < opening - 1 and place <= left:
            break
        place -= 1
    return place


def past_fragments(reading: Reading, lead: WordSpan, floor: int) -> int:
    """Back over a name or a fragment in marks that is part of the sentence: *der „Kurier“ nannte den Plan „…“*."""
    left, opening = lead
    place = left
    between = range(left, opening)
    if sum(reading.words[i].is_word for i in between) < BETWEEN:
        return place
    if any(reading.keys[i] in CLAUSE_STARTS for i in between) or (left < opening and reading.keys[left] == ","):
        return place
    while place > floor:
        first = _fragment_start(reading, place, floor)
        if first is None:
            return place
        place = first
        while place > floor and not reading.quoted[place - 1] and reading.keys[place - 1] not in STOPPING:
            place -= 1
        if place > floor and reading.keys[place - 1] in CLAUSE_STARTS:
            return place
    return place


def _fragment_start(reading: Reading, place: int, floor: int) -> int | None:
    """Where the marked words begin that end here, their mark included; ``None`` where they are more than a fragment."""
    last = place
    while last > floor and not reading.words[last - 1].is_word and not reading.quoted[last - 1]:
        if reading.keys[last - 1] in SENTENCE_ENDS:
            return None
        last -= 1
    first = last
    while first > floor and reading.quoted[first - 1]:
        first -= 1
    if not 0 < last - first <= SHORT or any(reading.keys[i] in SENTENCE_ENDS for i in range(first, last)):
        return None
    while first > floor and reading.keys[first - 1] in MARKS:
        first -= 1
    return first
