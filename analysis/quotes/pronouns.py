"""Whom a pronoun can mean by the words beside it."""

from __future__ import annotations

from analysis.attribution.reading import Named, Reading
from analysis.attribution.roles import VERBAL
from analysis.columns import WordRole
from analysis.quotes.describing import gender_of

FEM_OR_PLUR = frozenset({WordRole.FEM, WordRole.PLUR})
POSS_OR_PLUR = frozenset({WordRole.POSS, WordRole.PLUR})
SUBJECT_OF = {WordRole.OBJMASC: WordRole.MASC, WordRole.OBJFEM: WordRole.FEM, WordRole.OBJPLUR: WordRole.PLUR}
"""Object pronouns to the subject pronouns of the same person."""


def numbered(reading: Reading, place: int, roles: frozenset[WordRole]) -> frozenset[WordRole]:
    """The roles of a pronoun by the number of its verb: *sagte sie* means a woman, *sagten sie* several people.

    One that is a possessive too means several people only beside a verb: *ei spun*, but *potrivit ei*.
    """
    beside = any(verb in reading.cue_at or reading.any_role(verb, VERBAL) for verb in (place - 1, place + 1))
    if roles >= POSS_OR_PLUR and not beside:
        gender = gender_of(reading.lexicon.code, reading.keys[place])
        return frozenset({gender} if gender else ())
    endings = reading.grammar.verbs.plural_endings
    if not endings or not roles >= FEM_OR_PLUR:
        return roles
    for verb in (place - 1, place + 1):
        if verb in reading.cue_at or reading.any_role(verb, VERBAL):
            return roles - {WordRole.FEM if reading.keys[verb].endswith(endings) else WordRole.PLUR}
    return roles


def is_man(named: Named) -> bool:
    """Whether somebody is known to be a man."""
    return named.actor.gender == "masculine"
