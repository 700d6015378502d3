"""Verbs of judging that take no side where they stand: what is done to somebody, or may be done, or whoever does it."""

from __future__ import annotations

from analysis import resources
from analysis.attribution.phrases import is_oblique
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import OBJECTS, PERSONAL
from analysis.columns import CueUse, WordRole

WHOM = OBJECTS | {WordRole.FIRST}
NEAR = 2
"""Most words from a name to the relative pronoun that is for it, the comma included."""


def takes_no_side(reading: Reading, hit: CueHit, speaker: WordSpan, stop: int) -> bool:
    """Whether the verb is an infinitive, its subject a relative pronoun for nobody named, or it tells a deed."""
    if _is_infinitive(reading, hit):
        return True
    if _is_relative_pronoun(reading, speaker) and not has_antecedent(reading, speaker.first):
        return True
    return CueUse.THAT_CLAUSE in hit.cue.use and _is_deed(reading, hit, speaker, stop)


def are_named(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words name a person or a body."""
    return any(one.actor.type in ("person", "organization") for one in reading.named_in(*phrase))


def _is_infinitive(reading: Reading, hit: CueHit) -> bool:
    """*a chance to | denounce it*: what somebody may do."""
    markers = reading.grammar.verbs.infinitive_markers
    return any(key in markers for key in reading.keys[hit.first : hit.head])


def _is_relative_pronoun(reading: Reading, speaker: WordSpan) -> bool:
    """Whether the subject is a relative pronoun and can be nothing else: *those | who reject it*."""
    return (
        speaker.size == 1 and reading.has(speaker.first, WordRole.REL) and not reading.has(speaker.first, WordRole.DET)
    )


def has_antecedent(reading: Reading, pronoun: int) -> bool:
    """Whether somebody is named right before the comma of a relative clause."""
    return any(pronoun - one.last <= NEAR for one in reading.named_before(pronoun, 1) if one.actor.type != "place")


def _is_deed(reading: Reading, hit: CueHit, speaker: WordSpan, stop: int) -> bool:
    """Whether a verb that may be of doing is done to somebody, or by nobody named: *congratulated her*, *supports the
    members with money*."""
    bodies = resources.words(reading.lexicon.code, "body_nouns")
    known = are_named(reading, speaker) or any(
        is_role_noun(reading, i) or reading.keys[i] in bodies for i in range(*speaker)
    )
    pronoun = speaker.size == 1 and (
        reading.any_role(speaker.first, PERSONAL)
        or (reading.has(speaker.first, WordRole.REL) and has_antecedent(reading, speaker.first))
    )
    if not known and not pronoun:
        return True
    if any(reading.any_role(i, WHOM) for i in range(speaker.last, hit.first)):
        return True
    place = max(hit.last, speaker.last)
    if place >= stop:
        return False
    done_to = reading.any_role(place, WHOM) and not _opens_matter(reading, place)
    whom = WordSpan(place, min(stop, place + NEAR + 1))
    done_to = done_to or (is_oblique(reading, whom) and any(is_role_noun(reading, i) for i in range(*whom)))
    return done_to or any(one.first <= place + 1 for one in reading.persons_in(place, min(stop, place + NEAR)))


def _opens_matter(reading: Reading, place: int) -> bool:
    """Whether a word that may stand for somebody is the article or possessive of a noun here: *her plan*."""
    possessive = reading.any_role(place, {WordRole.POSS, WordRole.DET}) and not reading.has(place, WordRole.OBL)
    return possessive and reading.words[place + 1].is_word
