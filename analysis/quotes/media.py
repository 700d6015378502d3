"""Where something was said (X, journalists, a television channel), and through which outlet the article has it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import SENTENCE_ENDS, Reading
from analysis.columns import CueForm, CueUse, MediumKind, WordRole
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.drafts import Draft
from analysis.types import Span

PREP_OR_GEN = frozenset({WordRole.PREP, WordRole.GEN})

REACH = 40
"""Most words between the cue and the medium or outlet."""


def medium_and_via(reading: Reading, draft: Draft, attribution: Attribution | None) -> tuple[Span | None, Span | None]:
    """The medium and the outlet named in the sentence that attributes the statement.

    An outlet after *according to* or as the subject of a verb of reporting is what the article took the statement
    from; an outlet or platform after another preposition is where it was said.
    """
    if attribution is None or attribution.way is Way.FREE:
        return None, None
    first, last = _sentence(reading, attribution)
    content = reading.range(draft.start, draft.end)
    medium: Span | None = None
    via: Span | None = None
    for found in outlets_in(reading, first, last):
        if reading.quoted[found.first] or (
            draft.kind != "direct" and content[0] <= found.first < content[1] and not _is_origin(reading, found)
        ):
            continue
        if (
            attribution.speaker is not None
            and found.first < attribution.speaker.last
            and found.last > attribution.speaker.first
        ):
            continue
        if via is None and found.kind != "social" and _is_origin(reading, found):
            via = reading.span(found.first, found.last)
        elif medium is None and _is_place(reading, found):
            medium = reading.span(found.first, found.last)
    if medium is None:
        medium = next(_audience(reading, attribution, last), None)
    return medium, via


def _sentence(reading: Reading, attribution: Attribution) -> tuple[int, int]:
    """The words around the attribution up to the ends of its sentence."""
    middle = attribution.first
    first, last = reading.sentences[reading.sentence_of(middle)]
    place = max(middle, attribution.last)
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


def _audience(reading: Reading, attribution: Attribution, last: int) -> Iterator[Span]:
    """*told reporters*, *sa til journalister*, *på en presskonferens*."""
    media = reading.lexicon.media
    for place in media.openings_in(reading, attribution.first, last):
        phrase = None if reading.quoted[place] else media.at(reading, place, last)
        if phrase is None or phrase.value not in (MediumKind.AUDIENCE, MediumKind.SOCIAL):
            continue
        before = place - 1
        while before >= 0 and reading.has(before, WordRole.DET):
            before -= 1
        if reading.any_role(before, PREP_OR_GEN) or before in reading.cue_at:
            yield reading.span(place, phrase.last)
