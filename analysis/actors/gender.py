"""Whether a person is spoken of as a woman or a man: only for finding whom a pronoun means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.actors.folding import plain
from analysis.actors.gazetteer import given_names
from analysis.actors.people import Person
from analysis.actors.phrases import Words, lowered
from analysis.actors.roles import Office
from analysis.types import Gender

GENDERS: tuple[Gender, Gender] = ("feminine", "masculine")


def genders(words: Words, known: Sequence[Office]) -> list[Gender | None]:
    """Gender of each person: from a title or a role, else the given name, else the pronouns that follow."""
    named = Counter(mention.sentence for office in known for mention in office.person.mentions)
    return [
        _checked(office.gender) or _checked(_by_name(office.person)) or _by_pronouns(words, office.person, named)
        for office in known
    ]


def _checked(value: str) -> Gender | None:
    return next((gender for gender in GENDERS if gender == value), None)


def _by_name(person: Person) -> str:
    if len(person.words) < 2:
        return ""
    return given_names().get(plain(person.words[0]), "")


def _by_pronouns(words: Words, person: Person, named: Counter[int]) -> Gender | None:
    """Pronouns in the sentences that name this person alone, and in the ones right after them."""
    table = lowered(words.document.language, "gender_pronouns", 1)
    own = Counter(mention.sentence for mention in person.mentions)
    counts: Counter[str] = Counter()
    for index, count in own.items():
        if named[index] != count:
            continue
        last = index + 1 if index + 1 < len(words.document.sentences) and not named[index + 1] else index
        low, high = words.document.sentences[index].start, words.document.sentences[last].end
        for at in range(words.at(low), words.at(high)):
            counts[table.get(words.words[at].lower, "")] += 1
    feminine, masculine = (counts[gender] for gender in GENDERS)
    if feminine == masculine:
        return None
    return "feminine" if feminine > masculine else "masculine"
