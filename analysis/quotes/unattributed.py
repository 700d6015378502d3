"""Statements that nobody of the article makes: a saying, a label, a slogan behind a colon, what *it is said*."""

from __future__ import annotations

from analysis.attribution.reading import Reading
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import PERSONAL
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.construction import Attribution

FEWEST = 5
"""Fewest words before the colon; fewer are a label, which may well go on from whoever spoke."""
MARKS = 3
"""Most marks between the colon and the words."""
OWNING = frozenset({WordRole.FIRST, WordRole.POSS, WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR})
"""Roles of words by which a sentence means somebody, whatever else they may be."""


def is_told_by_nobody(reading: Reading, start: int) -> bool:
    """Whether the words that begin there stand behind a colon of a sentence that tells of nobody: *These sayings are
    to remind gardeners of it: “…”*."""
    place = reading.range(start, start).first
    colon = next((i for i in range(place - 1, max(-1, place - 1 - MARKS), -1) if reading.keys[i] == ":"), -1)
    if colon < 1:
        return False
    first = reading.sentences[reading.sentence_of(colon)].first
    words = [i for i in range(first, colon) if reading.words[i].is_word]
    if len(words) < FEWEST or any(reading.quoted[i] for i in words):
        return False
    if any(is_role_noun(reading, i) or _may_mean_somebody(reading, i) for i in words):
        return False
    return not any(one.actor.type in ("person", "organization", "group") for one in reading.named_in(first, colon))


def is_of_nobody(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words for the speaker are the *it* of a verb that nobody is the subject of: *hieß es*."""
    hit, speaker = attribution.hit, attribution.speaker
    if hit is None or speaker is None or speaker.size > 1 or CueUse.IMPERSONAL not in hit.cue.use:
        return False
    return reading.has(speaker.first, WordRole.NEUT) and not reading.words[speaker.first].capital


def _may_mean_somebody(reading: Reading, place: int) -> bool:
    """Whether a word is a pronoun for somebody, and no article: *er*, but not *diese* before a noun."""
    pronoun = reading.any_role(place, PERSONAL) and not reading.has(place, WordRole.DET)
    return pronoun or reading.any_role(place, OWNING)
