"""What people are said to be ("president", "the Russian envoy"), and whom such a noun alone means later on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.actors.gazetteer import gazetteer
from analysis.actors.people import Person
from analysis.actors.phrases import Words, lowered
from analysis.columns import OfficeForm
from analysis.types import Mention

MAX_BEARERS = 60
"""More people with a role than any article has; keeps very long texts from costing the square of their length."""
MEMORY = 3
"""A noun means somebody who was named at most so many sentences before."""


@dataclass(slots=True)
class Office:
    """What one person is called in the document."""

    person: Person
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    gender: str = ""


def offices(words: Words, people: Sequence[Person]) -> list[Office]:
    """Roles and countries that stand before the names of each person, in the order of ``people``."""
    return [_office(words, person) for person in people]


def _office(words: Words, person: Person) -> Office:
    language = words.document.language
    roles, genders = lowered(language, "roles", 1), lowered(language, "roles", 3)
    titles, demonyms = lowered(language, "titles", 1), lowered(language, "demonyms", 1)
    office = Office(person)
    for named in person.mentions:
        end = words.at(named.start)
        while end and words.close(end - 1, end, ".") and words.words[end - 1].lower in titles:
            office.gender = office.gender or titles[words.words[end - 1].lower]
            end -= 1
        if end and words.close(end - 1, end) and words.words[end - 1].lower in demonyms:
            office.countries.add(demonyms[words.words[end - 1].lower])
            end -= 1
        if end and words.close(end - 1, end, ",") and _countries(words, end, ","):
            behind = words.phrase_before(end - 1, roles) if end > 1 and words.close(end - 2, end - 1) else None
            if behind is not None:
                office.countries |= _countries(words, end, ",")
                end -= 1
        found = words.phrase_before(end, roles) if end and words.close(end - 1, end, ",") else None
        if found is not None:
            office.roles.add(found[1])
            surface = " ".join(word.lower for word in words.words[found[0] : end])
            office.gender = office.gender or genders.get(surface, "")
            office.countries |= _countries(words, found[0])
    return office


def _countries(words: Words, end: int, marks: str = "") -> set[str]:
    """The country whose adjective or genitive stands before a role or a name."""
    if not end or not words.close(end - 1, end, marks):
        return set()
    word = words.words[end - 1]
    demonym = lowered(words.document.language, "demonyms", 1).get(word.lower)
    if demonym is not None:
        return {demonym}
    entry = gazetteer(words.document.language).find(word.text) if word.text[:1].isupper() else None
    return {entry.key} if entry is not None and entry.type == "place" else set()


def nominal_mentions(words: Words, known: Sequence[Office]) -> list[tuple[Person, Mention]]:
    """Nouns with the definite article that mean one named person; what is not certain is left out."""
    language = words.document.language
    kinds = lowered(language, "roles", 2)
    bearers = [office for office in known if office.roles]
    if not bearers:
        return []
    names = sorted((named.start, named.end) for office in known for named in office.person.mentions)
    starts = {start for start, _ in names}
    found: list[tuple[Person, Mention]] = []
    for phrase in words.phrases(kinds):
        person = _bearer(words, phrase, bearers, starts)
        if person is not None:
            first, last, _ = phrase
            start, end = words.words[first].start, words.words[last - 1].end
            found.append((person, Mention(start, end, words.document.text[start:end], "nominal")))
    return found


def _bearer(words: Words, phrase: tuple[int, int, str], bearers: Sequence[Office], starts: set[int]) -> Person | None:
    """Whom the role at these words means: the only one of that role in the nearest sentence that names one."""
    first, last, kind = phrase
    language = words.document.language
    if last < len(words.words) and words.words[last].start in starts:
        return None
    before = first - 1
    countries = _countries(words, first)
    demonyms = lowered(language, "demonyms", 1)
    if last < len(words.words) and words.close(last - 1, last) and words.words[last].lower in demonyms:
        countries = {demonyms[words.words[last].lower]}
        if last + 1 < len(words.words) and words.words[last + 1].start in starts:
            return None
    if countries:
        before -= 1
    articles = lowered(language, "articles", 0)
    if kind != OfficeForm.DEFINITE and (before < 0 or words.words[before].lower not in articles):
        return None
    role = lowered(language, "roles", 1)[" ".join(word.lower for word in words.words[first:last])]
    fitting = [office for office in bearers[:MAX_BEARERS] if role in office.roles and _agrees(office, countries)]
    return _nearest(words, words.words[first].start, fitting)


def _agrees(office: Office, countries: set[str]) -> bool:
    return not countries or not office.countries or bool(office.countries & countries)


def _nearest(words: Words, offset: int, fitting: Sequence[Office]) -> Person | None:
    document = words.document
    here = document.sentence_at(offset).index
    last = [(_last_before(office.person, offset), office.person) for office in fitting]
    latest = max((sentence for sentence, _ in last), default=-1)
    if latest < 0 or here - latest > MEMORY:
        return None
    people = [person for sentence, person in last if sentence == latest]
    return people[0] if len(people) == 1 else None


def _last_before(person: Person, offset: int) -> int:
    """Number of the sentence that named the person last before the offset; -1 if none did."""
    index = bisect_left(person.mentions, offset, key=lambda named: named.start)
    return person.mentions[index - 1].sentence if index else -1
