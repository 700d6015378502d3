"""Whether the words behind a verb of saying are a clause, a wish or only a thing that the verb has."""

from __future__ import annotations

from analysis.attribution.phrases import INF_OR_PREP, is_verbal
from analysis.attribution.reading import Reading
from analysis.attribution.roles import OBJECTS, PERSONAL
from analysis.columns import WordRole

CLAUSE_BREAKS = frozenset({WordRole.REL, WordRole.SUB, WordRole.THAT, WordRole.INF})
NO_SUBJECT = frozenset({WordRole.PREP, WordRole.OF, WordRole.CONJ, WordRole.SUB})


def up_to_joint(reading: Reading, start: int, stop: int) -> int:
    """Up to the conjunction that a second clause may begin with."""
    return next((i for i in range(start, stop) if reading.has(i, WordRole.CONJ)), stop)


def reaches_marks(reading: Reading, start: int, stop: int) -> bool:
    """Whether marked words belong to the object, not to a second verb: *wrote of “savings”*."""
    for place in range(start, stop):
        if reading.quoted[place]:
            return True
        if place > start and reading.has(place, WordRole.CONJ) and place + 1 < stop and not reading.quoted[place + 1]:
            return False
    return False


def shows_verb(reading: Reading, start: int, stop: int) -> bool:
    """Whether a verb shows that the words are a clause, not a thing: *wrote the bridge would close*, not *a letter*."""
    for place in range(start + 1, stop):
        if not reading.words[place].is_word or reading.any_role(place, CLAUSE_BREAKS | {WordRole.WH}):
            return False
        if reading.has(place, WordRole.CONJ) and is_verbal(reading, min(place + 1, stop - 1)):
            return False
        if place > start + 1 and _opens_relative(reading, place):
            return False
        if is_verbal(reading, place) or reading.any_role(start, PERSONAL):
            return True
    return False


def _opens_relative(reading: Reading, place: int) -> bool:
    """A pronoun of the subject right behind a noun: *the best plants | you can add*."""
    pronoun = reading.any_role(place, PERSONAL | {WordRole.FIRST}) and not reading.has(place, WordRole.DET)
    return pronoun and not reading.any_role(place, OBJECTS) and not reading.any_role(place - 1, NO_SUBJECT)


def asks_to_act(reading: Reading, start: int, stop: int) -> bool:
    """Whether an infinitive or marked words follow a verb of ordering: *ordered them to leave*, not *a new bridge*."""
    for place in range(start, stop):
        named = reading.words[min(place + 1, stop - 1)].capital or reading.has(place + 1, WordRole.DET)
        marker = reading.has(place, WordRole.INF) and not (reading.words[place].roles >= INF_OR_PREP and named)
        if marker or reading.quoted[place]:
            return True
        if not reading.words[place].is_word or reading.any_role(place, CLAUSE_BREAKS):
            return False
    return False
