"""Whom a pronoun can mean by the words beside it."""

from __future__ import annotations

from analysis.attribution.noun_phrases import noun_phrase_end
from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_title_noun
from analysis.attribution.roles import PERSONAL, VERBAL
from analysis.columns import WordRole
from analysis.quotes.describing import gender_of
from analysis.types import Actor, Gender, Speaker

FEM_OR_PLUR = frozenset({WordRole.FEM, WordRole.PLUR})
POSS_OR_PLUR = frozenset({WordRole.POSS, WordRole.PLUR})
SUBJECT_OF = {WordRole.OBJMASC: WordRole.MASC, WordRole.OBJFEM: WordRole.FEM, WordRole.OBJPLUR: WordRole.PLUR}
"""Object pronouns to the subject pronouns of the same person."""

GOVERNED = frozenset({WordRole.OF, WordRole.GEN})
OF_A_PLACE = 6
"""Most words between a name and a relative pronoun, with the place in between."""
APPOSITION = 12
"""Most words of a description between two commas."""
NOUNS = 2
"""Words before a relative pronoun among which its noun is looked for."""
MEMORY = 40
"""So many mentions back a pronoun is looked up; the antecedent of a pronoun is rarely more than a few sentences off."""
COMPANION = 4
"""Most words from a possessive to a name: *her old friend X*."""
TITLE = 3
"""Most words of a title before a name, with the preposition in front of it."""
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


def is_object(reading: Reading, named: Named) -> bool:
    """Whether a preposition with a title, which may have an article, governs a name: *against | incumbent X*."""
    place = named.first - 1
    if place < 2 or not is_title_noun(reading, place):
        return False
    return any(
        reading.has(i, WordRole.PREP) and not reading.has(i, WordRole.DET) and not reading.words[i].capital
        for i in (place - 1, place - 2)
    )


def is_man(named: Named) -> bool:
    """Whether somebody is known to be a man."""
    return named.actor.gender == "masculine"


def named_in_speech(reading: Reading, sentence: int) -> frozenset[str]:
    """Whom the quoted words of a sentence name: nobody speaks of himself by name."""
    named = reading.named_in(*reading.sentences[sentence])
    return frozenset(one.actor.id for one in named if reading.quoted[one.first])


def named_behind(reading: Reading, place: int) -> frozenset[str]:
    """Whom the clause of a pronoun names behind it, who is somebody else: *He recalled his years with X*; not where
    the pronoun stands in a clause that opens the sentence, *When he left, X said …*."""
    first, last = reading.sentences[reading.sentence_of(place)]
    if any(reading.has(i, WordRole.SUB) for i in range(first, place)):
        return frozenset()
    named = reading.named_in(place + 1, last)
    return frozenset(one.actor.id for one in named if not reading.quoted[one.first])


def behind_pronoun(reading: Reading, place: int) -> frozenset[str]:
    """Whom a preposition governs in the sentence of a pronoun, behind another pronoun of its form, which means somebody
    else: *Asked whether | he | would take money from | Karl Brandt, | he said …*."""
    first = reading.sentences[reading.sentence_of(place)].first
    roles = reading.words[place].roles & {WordRole.MASC, WordRole.FEM}
    forms = (i for i in range(first, place) if roles and roles & reading.words[i].roles and not reading.quoted[i])
    same = next((i for i in forms if not reading.has(i, WordRole.DET)), place)
    return frozenset(one.actor.id for one in reading.persons_in(same, place) if _is_governed(reading, one, same))


def _is_governed(reading: Reading, named: Named, first: int) -> bool:
    """Whether a preposition stands before a name, or before the title in front of it."""
    places = range(named.first - 1, max(first, named.first - 1 - TITLE), -1)
    for place in places:
        word = reading.words[place]
        if word.roles & {WordRole.PREP, WordRole.OF} and WordRole.DET not in word.roles:
            return True
        if not word.is_word or not (word.capital or is_title_noun(reading, place)):
            return False
    return False


def is_alone(reading: Reading, named: Named, place: int) -> bool:
    """Whether the paragraph of a pronoun names somebody before it, and outside marks nobody else."""
    paragraph = reading.document.paragraph_at(reading.words[place].start)
    first = reading.range(paragraph.start, paragraph.start + 1).first
    persons = {one.actor.id for one in reading.persons_in(first, place) if not reading.quoted[one.first]}
    return named.first >= first and len(persons) == 1


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


def spoken_of(reading: Reading, place: int) -> frozenset[str]:
    """Of whom a relative clause tells what somebody else does, in the sentence of a pronoun: *X, dont il ne cite pas le
    nom*, *X, whom he accuses*. The pronoun in it and those behind it mean that other one."""
    first = reading.sentences[reading.sentence_of(place)].first
    return frozenset(
        one.actor.id
        for one in reading.named_in(first, place)
        if any(
            reading.has(at, WordRole.REL)
            and reading.any_role(at + 1, PERSONAL)
            and not reading.has(at + 1, WordRole.DET)
            for at in (one.last, one.last + 1)
        )
    )


def only_beside(reading: Reading, actor: Actor, place: int) -> bool:
    """Whether somebody is named before the word only as whom another one has, or as whose something is: *with his old
    friend X*, *X's parents*."""
    before = [one for one in reading.named_before(place, MEMORY) if one.actor.id == actor.id]
    beside = [one for one in before if _is_beside(reading, one)]
    return bool(beside) and all(one in beside or is_genitive(reading, one) for one in before)


def _is_beside(reading: Reading, named: Named) -> bool:
    """Whether a possessive with its noun stands before a name, and that with a preposition or inside a sentence."""
    first = reading.sentences[reading.sentence_of(named.first)].first
    for at in range(named.first - 1, max(first, named.first - 1 - COMPANION), -1):
        if reading.has(at, WordRole.POSS):
            return at < named.first - 1 and at > first
        if not reading.words[at].is_word or reading.any_role(at, VERBAL) or at in reading.cue_at:
            return False
    return False


def _is_unlike(roles: frozenset[WordRole], named: Named) -> bool:
    """Whether the form of a pronoun shows another gender than somebody's."""
    gender = named.actor.gender
    return (WordRole.FEM in roles and gender == "masculine") or (WordRole.MASC in roles and gender == "feminine")


def before_relative(reading: Reading, place: int) -> Speaker | None:
    described = _before_apposition(reading, place)
    if described is not None:
        return Speaker(described.actor.id, described.actor.name, None, None)
    near = [named for named in reversed(reading.named_before(place, 3)) if place - named.last <= 3]
    persons = [n for n in reversed(reading.named_before(place, 3)) if place - n.last <= OF_A_PLACE]
    if near and near[0].actor.type == "place" and persons and _is_of(reading, near[0].first - 1):
        near = [named for named in persons if named.actor.type == "person"] or near
    return Speaker(near[0].actor.id, near[0].actor.name, None, None) if near else None


def _before_apposition(reading: Reading, place: int) -> Named | None:
    """*Rolf Stein, the head of the school, | who said …*: the person before two commas with a description."""
    keys = reading.keys
    reach = range(place - 2, max(0, place - 2 - APPOSITION), -1) if keys[place - 1] == "," else range(0)
    opening = next((i for i in reach if keys[i] == ","), None)
    if opening is None or not reading.has(opening + 1, WordRole.DET):
        return None
    return next((n for n in reading.named_before(opening, 1) if n.last == opening and n.actor.type == "person"), None)


def _is_of(reading: Reading, place: int) -> bool:
    """Whether the word joins a place to whom it belongs: *the senator | of | Ohio, who …*."""
    return reading.any_role(place, GOVERNED | {WordRole.PREP})


def antecedent(reading: Reading, phrase: WordSpan) -> str | None:
    """The noun, with its article, that a relative pronoun is for: *the fee angered | fishermen, | who said …*."""
    first = phrase.first
    if phrase.size != 1 or not reading.has(first, WordRole.REL) or first < NOUNS:
        return None
    noun = first - 1 - (reading.keys[first - 1] == ",")
    word = reading.words[noun]
    noun_like = word.capital or not reading.grammar.nouns.capitalised
    if not word.is_word or word.roles or not word.key.isalpha() or not noun_like:
        return None
    described = noun > 1 and not reading.words[noun - 1].roles and reading.words[noun - 1].is_word
    begin = next((i for i in (noun - 1, noun - 1 - described) if reading.has(i, WordRole.DET)), noun)
    return reading.text[reading.words[begin].start : word.end]


def without_genitive(reading: Reading, phrase: WordSpan) -> str:
    """The words as they stand, without the *-s* of a noun with its article that owns what was
    said: *Kommunens svar*."""
    text = reading.text[reading.words[phrase.first].start : reading.words[phrase.last - 1].end]
    nouns, key = reading.grammar.nouns, reading.keys[phrase.last - 1]
    genitive = nouns.genitive_s and nouns.definite_endings and key.endswith("s")
    return text[:-1] if genitive and key[:-1].endswith(nouns.definite_endings) else text
