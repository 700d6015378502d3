"""Whom a pronoun can mean by the words beside it."""

from __future__ import annotations

from analysis.attribution.noun_phrases import noun_phrase_end
from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import VERBAL
from analysis.columns import WordRole
from analysis.quotes.describing import gender_of
from analysis.types import Gender, Speaker

FEM_OR_PLUR = frozenset({WordRole.FEM, WordRole.PLUR})
POSS_OR_PLUR = frozenset({WordRole.POSS, WordRole.PLUR})
SUBJECT_OF = {WordRole.OBJMASC: WordRole.MASC, WordRole.OBJFEM: WordRole.FEM, WordRole.OBJPLUR: WordRole.PLUR}
"""Object pronouns to the subject pronouns of the same person."""

MEMORY = 40
"""So many mentions back a pronoun is looked up; the antecedent of a pronoun is rarely more than a few sentences off."""
LATTER = 3
"""Most words of *the latter*."""
SENTENCES = 2
"""Sentences back in which a pronoun's noun is looked for, and whom *the latter* means."""


def role_before(reading: Reading, place: int, wanted: Gender) -> WordSpan | None:
    """The last noun phrase before a pronoun for somebody who may speak and whom no name tells, if its form shows the
    gender that is wanted: *die Sprecherin der Feuerwehr … Sie*."""
    own = reading.sentence_of(place)
    for index in range(own, max(-1, own - 1 - SENTENCES), -1):
        first, last = reading.sentences[index]
        for at in range(min(last, place) - 1, first - 1, -1):
            listed = None if reading.quoted[at] else reading.lexicon.speakers.at(reading, at, min(last, place))
            if listed is None or listed.value != wanted:
                continue
            begin = at - 1 if at > first and reading.has(at - 1, WordRole.DET) else at
            end = noun_phrase_end(reading, begin, min(last, place))
            return WordSpan(begin, max(end or listed.last, listed.last))
    return None


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


def latter(reading: Reading, phrase: WordSpan) -> Speaker | None:
    """*the latter*, *ce dernier*, *dieser*: the person named last, not in a genitive or in marks."""
    last, words = phrase.last - 1, reading.grammar.pronouns.latter
    place = last if reading.keys[last] in words else phrase.last
    if phrase.size > LATTER or place >= len(reading.words) or reading.keys[place] not in words:
        return None
    if phrase.size > 1 and reading.words[place].capital:
        return None
    own = reading.sentence_of(phrase.first)
    for named in reversed(reading.named_before(phrase.first, MEMORY)):
        if own - reading.sentence_of(named.first) > SENTENCES:
            return None
        fits = named.actor.type == "person" and not _is_unlike(reading.words[place].roles, named)
        if fits and not reading.quoted[named.first] and not is_genitive(reading, named):
            return Speaker(named.actor.id, named.actor.name, None, None)
    return None


def _is_unlike(roles: frozenset[WordRole], named: Named) -> bool:
    """Whether the form of a pronoun shows another gender than somebody's."""
    gender = named.actor.gender
    return (WordRole.FEM in roles and gender == "masculine") or (WordRole.MASC in roles and gender == "feminine")
