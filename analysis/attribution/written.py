"""What words are read in where nobody says them: *heißt es in dem Bericht*, *ein Brief, in dem es heißt*."""

from __future__ import annotations

from analysis.attribution.phrases import is_document, is_named
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import QUOTE_MARKS
from analysis.attribution.stating import can_state
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.torn import is_mute
from analysis.columns import WordRole

NEUT_OR_ADV = frozenset({WordRole.NEUT, WordRole.ADV})
RELATIVE = 8
"""Most words of a relative clause before its verb, and of what it is about."""


def place_of_words(reading: Reading, hit: CueHit, start: int, stop: int) -> WordSpan | None:
    """*heißt es in dem Bericht*, *i rapporten heter det*: what is read from, behind the cue or in first place, or what
    a relative clause is about: *ein Brief, in dem es heißt*."""
    verb = hit.first if hit.finite is None else hit.finite
    if start + 1 < verb and reading.has(start, WordRole.PREP):
        return _read_from(reading, subject_after(reading, start + 1, verb))
    place = hit.last
    while place < stop and reading.any_role(place, NEUT_OR_ADV) and not reading.has(place, WordRole.PREP):
        place += 1
    if place + 1 < stop and reading.has(place, WordRole.PREP):
        return _read_from(reading, subject_after(reading, place + 1, stop))
    return _antecedent_of_place(reading, verb, start)


def _read_from(reading: Reading, phrase: WordSpan | None) -> WordSpan | None:
    """The words, if they may be what something is read in or who says it: not *auf alle Fragen*, *seit Mai*."""
    if phrase is None or can_state(reading, phrase) or is_named(reading, phrase):
        return phrase
    quoted = any(reading.keys[i] in QUOTE_MARKS for i in range(*phrase))
    somebody = any(is_role_noun(reading, i) for i in range(*phrase))
    within = reading.keys[phrase.first - 1] in reading.grammar.clauses.written_prepositions
    return phrase if quoted or somebody or (within and not is_mute(reading, phrase)) else None


def _antecedent_of_place(reading: Reading, verb: int, start: int) -> WordSpan | None:
    """The document before a comma, a preposition and a relative pronoun: *in einem Brief, in dem es hieß*."""
    comma = next((i for i in range(verb - 1, max(start, verb - RELATIVE), -1) if reading.keys[i] == ","), None)
    if comma is None or not reading.has(comma + 1, WordRole.PREP) or not reading.has(comma + 2, WordRole.REL):
        return None
    for first in range(comma - 1, max(start, comma - RELATIVE) - 1, -1):
        phrase = WordSpan(first, comma)
        if reading.has(first, WordRole.DET) and is_document(reading, phrase):
            return phrase
    return None
