"""Marked words and the sentence around them, as constructions look at them."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.cues import CueHit
from analysis.attribution.phrases import SAYING
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.columns import CueUse, SourcePlace, WordRole
from analysis.quotes.spans.marked import WINDOW, MarkedWords

INVERTING = SAYING | {CueUse.CALL}
MARKS = frozenset("\"“”„«»‘’'‹›")
BETWEEN = 2
"""Fewest words between two marked pieces of one sentence that do not merely stand in a row."""
CLAUSE_STARTS = SENTENCE_ENDS | {":"}
STOPPING = CLAUSE_STARTS | MARKS
SHORT = 5
"""Most marked words that are part of the sentence around them: a name, a fragment."""
COMMAS = frozenset({",", "–", "—", "―", "-", "…", ".", "!", "?"})
CLOSING = COMMAS | {"'", "’", ")", "”", '"'}
"""What may stand between the marked words and a clause that attributes them."""
AUXILIARY = frozenset({WordRole.ADV, WordRole.REFL, WordRole.HAVE})
LOOKED_AHEAD = 10
"""Most marks behind a full stop before the next word."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The clause behind the closing mark: its words, and those up to the next marked ones (``reach``).

    ``comma``: a comma or dash leads up to it; ``introducing``: it is a new sentence that a colon ends, so that it
    attributes what follows; ``inverted``: the cue right behind the mark.
    """

    clause: WordSpan
    reach: WordSpan
    comma: bool
    introducing: bool
    inverted: CueHit | None


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
    return Context(reading, m, lead, colon, _behind(reading, m))


def _behind(reading: Reading, m: MarkedWords) -> Behind | None:
    """The clause behind the mark; ``None`` where none follows, or a full stop stands between."""
    closing, right = m.outside.last, m.reach.last
    place = closing
    while place < right and not reading.words[place].is_word and reading.keys[place] in CLOSING:
        if reading.keys[place] in SENTENCE_ENDS and reading.keys[place] != "…":
            return None
        place += 1
    if place >= right:
        return None
    stop, comma = clause_limit(reading, place, right), place > closing
    ends_in_colon = stop > place and reading.keys[stop - 1] == ":"
    inverted = _inverted_cue(reading, WordSpan(place, stop), m.complete)
    introducing = m.complete and not comma and ends_in_colon
    return Behind(WordSpan(place, stop), WordSpan(closing, right), comma, introducing, inverted)


def _inverted_cue(reading: Reading, clause: WordSpan, complete: bool) -> CueHit | None:
    """The cue that stands right behind the closing mark."""
    place, stop = clause
    head = place
    said = reading.lexicon.according.at(reading, place, stop)
    if said is not None and said.value is SourcePlace.COMMA and place + 1 in reading.cue_at:
        head = place + 1
    while head < stop and reading.any_role(head, AUXILIARY) and head not in reading.cue_at:
        head += 1
    hit = reading.cue_at.get(head)
    if hit is None or hit.first > head or not hit.cue.use & INVERTING or (reading.words[head].capital and complete):
        return None
    return hit


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


def ends_sentence(reading: Reading, place: int) -> bool:
    """A full stop that ends a sentence, by the segmentation."""
    following = place + 1
    while (
        following < min(len(reading.words), place + LOOKED_AHEAD)
        and not reading.words[following].is_word
        and reading.keys[following] not in "\"“”„«»'‘’"
    ):
        following += 1
    if following >= len(reading.words):
        return True
    return reading.sentence_of(place) != reading.sentence_of(following)


def clause_limit(reading: Reading, place: int, right: int) -> int:
    """End of the sentence that goes on after the closing mark."""
    at = place
    while at < right:
        if reading.keys[at] in SENTENCE_ENDS and ends_sentence(reading, at):
            return at
        at += 1
    return right


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
