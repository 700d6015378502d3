"""Whom words without a name may mean: how near somebody is named, who has a role, who is of a camp."""

from __future__ import annotations

from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.columns import WordRole
from analysis.quotes.called import Called
from analysis.quotes.describing import introduction, same_role
from analysis.quotes.pronouns import MEMORY, is_alone, is_man, is_object
from analysis.types import Gender, Speaker

ALONE = 3.0
"""What being the only person named in a paragraph before a pronoun counts."""
BEHIND_TITLE = 1.5
"""What standing behind a preposition with a title takes away: *gegen Amtsinhaber X*."""
GOVERNED = frozenset({WordRole.OF, WordRole.GEN})


def nearness(reading: Reading, named: Named, place: int, wanted: Gender | None, last: Speaker | None) -> float:
    """How likely a pronoun means somebody named before it; chosen by hand."""
    actor = named.actor
    score = 3.0 - (reading.sentence_of(place) - reading.sentence_of(named.first))
    first = reading.sentences[reading.sentence_of(named.first)].first
    governed = named.first > first + 1 and reading.any_role(named.first - 1, GOVERNED)
    governed = governed and not reading.has(named.first - 1, WordRole.DET)
    score -= BEHIND_TITLE if is_object(reading, named) else 0.0
    said = named.last in reading.cue_at and not governed
    score += 1.5 if said or (named.first <= first + 3 and not governed) else 0.0
    score += 2.0 if last is not None and last.actor == actor.id else 0.0
    score += 1.5 if wanted and actor.gender == wanted else 0.0
    score += ALONE if is_alone(reading, named, place) else 0.0
    owner = 1.0 if named.first <= first + 3 else 2.0
    return score - (owner if is_genitive(reading, named) else 0.0)


def by_role(reading: Reading, phrase: WordSpan, last: Speaker | None) -> Speaker | None:
    """*the president*, *the spokeswoman*: an actor described so, else whoever spoke last in that role.

    A feminine noun means no man; a masculine one may mean a woman (*ministrul*). Right behind the name of
    whoever spoke last, a role needs no other word for it.
    """
    head = reading.keys[phrase.last - 1] if phrase.size <= 3 else reading.keys[phrase.first]
    woman = gender_of_role(reading, phrase) == "feminine"
    spoke = None if last is None else last.actor
    owners = {one.actor.id for one in reading.persons_in(*phrase)}  # *Tremayne's | mother* is another one
    for named in reversed(reading.named_before(phrase.first, MEMORY)):
        if (
            named.actor.id in owners
            or named.actor.type != "person"
            or reading.quoted[named.first]
            or (woman and is_man(named))
        ):
            continue
        stop = len(reading.words) if named.actor.id == spoke else phrase.first
        near = range(max(0, named.first - 4), min(stop, named.last + 6))
        beside = [i for i in (*introduction(reading, named), *near) if not named.first <= i < named.last]
        if any(same_role(reading.keys[i], head) for i in beside):
            return Speaker(named.actor.id, named.actor.name, None, None)
    return None


def of_a_camp(reading: Reading, phrase: WordSpan, called: Called) -> Speaker | None:
    """*Trump-toppen*, *the Chelsea-boss*: somebody of a body or camp, named before and not by that name."""
    word = reading.words[phrase.last - 1]
    camp = reading.text[word.start : word.end].split("-")[0]
    if "-" not in reading.text[word.start : word.end]:
        return None
    if (only := called.of_camp(phrase)) is not None:
        return only
    own = reading.sentence_of(phrase.first)
    near = [
        n
        for n in reading.named_before(phrase.first, MEMORY)
        if n.actor.type == "person" and own - reading.sentence_of(n.first) <= 2 and not is_genitive(reading, n)
    ]
    for named in near:
        if camp not in named.actor.name.split():
            return Speaker(named.actor.id, named.actor.name, None, None)
    return None
