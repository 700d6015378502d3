"""Where something was said (X, journalists, a television channel), and through which outlet the article has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.columns import CueForm, CueUse, MediumKind, WordRole

PREP_OR_GEN = frozenset({WordRole.PREP, WordRole.GEN})

REACH = 40
"""Most words between the cue and the medium or outlet."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The words for where a statement was made, and for the outlet that the article has it from (``via``)."""

    medium: WordSpan | None
    via: WordSpan | None


def heard(reading: Reading, told: WordSpan, speaker: WordSpan | None, content: WordSpan | None) -> Heard:
    """The medium and the outlet named in the sentence that attributes a statement by the words ``told``.

    An outlet after *according to* or as the subject of a verb of reporting is what the article took the statement
    from; an outlet or platform after another preposition is where it was said. What the ``content`` names is no medium
    of it; ``None`` where it stands within marks.
    """
    first, last = _sentence(reading, told)
    medium: WordSpan | None = None
    via: WordSpan | None = None
    for found in outlets_in(reading, first, last):
        inside = content is not None and content.first <= found.first < content.last
        if reading.quoted[found.first] or (inside and not _is_origin(reading, found)):
            continue
        if speaker is not None and found.first < speaker.last and found.last > speaker.first:
            continue
        if via is None and found.kind != "social" and _is_origin(reading, found):
            via = WordSpan(found.first, found.last)
        elif medium is None and _is_place(reading, found):
            medium = WordSpan(found.first, found.last)
    return Heard(medium or next(_audience(reading, told, last), None), via)


def _sentence(reading: Reading, told: WordSpan) -> tuple[int, int]:
    """The words around an attribution up to the ends of its sentence."""
    middle = told.first
    first, last = reading.sentences[reading.sentence_of(middle)]
    place = max(middle, told.last)
    while place < min(last, middle + REACH) and not (reading.keys[place] in SENTENCE_ENDS and place > middle):
        place += 1
    return max(first, middle - REACH), min(last, place)


def _is_origin(reading: Reading, found: Found) -> bool:
    """The outlet is said to report it: *according to X*, *reports X*, *X reports*."""
    before = found.first - 1
    while before >= 0 and (reading.has(before, WordRole.DET) or reading.lexicon.media.at(reading, before, before + 1)):
        before -= 1
    for size in (1, 2, 3, 4):
        start = before - size + 1
        if start >= 0:
            phrase = reading.lexicon.according.at(reading, start, before + 1)
            if phrase is not None and phrase.size == size:
                return True
    if reading.has(before, WordRole.BY):
        return True
    if reading.any_role(before, PREP_OR_GEN) and before not in reading.cue_at:
        return False
    hit = reading.cue_at.get(before)
    if (
        hit is not None
        and CueUse.SAY in hit.cue.use
        and hit.last == before + 1
        and not reading.has(found.last, WordRole.DET)
    ):
        return before == 0 or not reading.words[hit.first - 1].is_word or reading.has(hit.first - 1, WordRole.REL)
    hit = reading.cue_at.get(found.last)
    return (hit is not None and CueUse.SAY in hit.cue.use and CueForm.FINITE in hit.cue.form) or (
        found.last < len(reading.words)
        and reading.has(found.last, WordRole.HAVE)
        and any(i in reading.cue_at for i in range(found.last, min(len(reading.words), found.last + 3)))
    )


def _is_place(reading: Reading, found: Found) -> bool:
    before = found.first - 1
    while before >= 0 and (
        reading.has(before, WordRole.DET)
        or (not reading.words[before].roles and before > found.first - 3 and reading.words[before].is_word)
    ):
        if before in reading.cue_at:
            return True
        before -= 1
    return reading.any_role(before, PREP_OR_GEN) or before in reading.cue_at


def _audience(reading: Reading, told: WordSpan, last: int) -> Iterator[WordSpan]:
    """*told reporters*, *sa til journalister*, *på en presskonferens*."""
    media = reading.lexicon.media
    for place in media.openings_in(reading, told.first, last):
        phrase = None if reading.quoted[place] else media.at(reading, place, last)
        if phrase is None or phrase.value not in (MediumKind.AUDIENCE, MediumKind.SOCIAL):
            continue
        before = place - 1
        while before >= 0 and reading.has(before, WordRole.DET):
            before -= 1
        if reading.any_role(before, PREP_OR_GEN) or before in reading.cue_at:
            yield WordSpan(place, phrase.last)
