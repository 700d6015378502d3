"""The clause behind the closing mark: where it stands, and what it may attribute the marked words by."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.cues import CueHit
from analysis.attribution.phrases import SAYING
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueForm, CueUse, SourcePlace, WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.spans.marked import MarkedWords

INVERTING = SAYING | {CueUse.CALL}
COMMAS = frozenset({",", "–", "—", "―", "-", "…", ".", "!", "?"})
CLOSING = COMMAS | {"'", "’", ")", "”", '"'}
"""What may stand between the marked words and a clause that attributes them."""
AUXILIARY = frozenset({WordRole.ADV, WordRole.REFL, WordRole.HAVE})
LOOKED_AHEAD = 10
"""Most marks behind a full stop before the next word."""
AUXILIARIES = frozenset({WordRole.HAVE, WordRole.BE})


@dataclass(frozen=True, slots=True)
class Behind:
    """The clause behind the closing mark: its words, and those up to the next marked ones (``reach``).

    ``comma``: a comma or dash leads up to it; ``introducing``: it is a new sentence that a colon ends, so that it
    attributes what follows; ``inverted``: the cue right behind the mark. Where there is none, ``bracket`` is an
    auxiliary there with its participle further on, and ``source`` what *according to* names, if there is no bracket.
    """

    clause: WordSpan
    reach: WordSpan
    comma: bool
    introducing: bool
    inverted: CueHit | None
    bracket: Found | None
    source: Found | None


def clause_behind(reading: Reading, m: MarkedWords) -> Behind | None:
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
    clause, bracket, source = WordSpan(place, stop), None, None
    if inverted is None and not introducing:
        named_behind = _source_from(reading, clause, m.complete and not comma, comma)
        bracket = verb_bracket(reading, clause)
        speaker = None if bracket or named_behind is None else subject_after(reading, named_behind, stop)
        source = None if speaker is None else Found(None, speaker, place, speaker.last)
    return Behind(clause, WordSpan(closing, right), comma, introducing, inverted, bracket, source)


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
    if (
        hit is None
        or hit.first > head
        or not hit.cue.use & INVERTING
        or hit.cue.form == {CueForm.GERUND}
        or (reading.words[head].capital and complete)
    ):
        return None
    return hit


def verb_bracket(reading: Reading, clause: WordSpan) -> Found | None:
    """*…“, hatte der Minister am Montag erklärt*: an auxiliary right behind the mark, its participle at the end."""
    place, stop = clause
    if not reading.any_role(place, AUXILIARIES):
        return None
    for hit in reading.cues_in(place + 1, stop):
        if hit.finite == place and hit.cue.use & SAYING and not hit.passive:
            speaker = subject_after(reading, place + 1, hit.head)
            return Found(hit, speaker, place, hit.last) if speaker is not None else None
    return None


def _source_from(reading: Reading, clause: WordSpan, new: bool, comma: bool) -> int | None:
    """Where the source begins behind *according to* right behind the mark; ``new``: in a new sentence."""
    place, stop = clause
    found = reading.lexicon.according.at(reading, place, stop)
    comma = comma or reading.text[reading.words[max(place - 2, 0)].start] in ".!?"
    if found is None or not (found.value is SourcePlace.PRE or (comma and found.value is SourcePlace.COMMA)):
        return None
    if new and reading.words[place].capital and not reading.has(place, WordRole.NEUT) and found.last < stop:
        return None
    return found.last


def clause_limit(reading: Reading, place: int, right: int) -> int:
    """End of the sentence that goes on after the closing mark."""
    at = place
    while at < right:
        if reading.keys[at] in SENTENCE_ENDS and ends_sentence(reading, at):
            return at
        at += 1
    return right


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
