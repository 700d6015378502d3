"""Who a speaker is: from the words at the place to an actor, through names, roles and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from analysis.attribution.fronting import leading_subject
from analysis.attribution.outlets import is_venue
from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import VERBAL, is_plausible
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.columns import SourcePlace, WordRole
from analysis.resources import rows
from analysis.types import Actor, Speaker

MEMORY = 40
"""So many mentions back a pronoun is looked up; the antecedent of a pronoun is rarely more than a few sentences off."""

TITLE = 5
"""Most words of a title before a name, or of an apposition behind it."""

MIN_STEM = 5
"""Shortest stem by which two forms of a role noun are known for the same."""


@dataclass(slots=True)
class Resolver:
    """Turns noun phrases into speakers, in text order; remembers who spoke last."""

    reading: Reading
    last: Speaker | None = None
    last_place: int = -1
    _bearers: dict[str, Speaker | None] = field(default_factory=dict)

    def speaker(self, phrase: WordSpan) -> Speaker:
        """The speaker that the words name, resolved to an actor where the article tells which."""
        reading = self.reading
        start, end = reading.words[phrase.first].start, reading.words[phrase.last - 1].end
        text = reading.text[start:end]
        roles = reading.words[phrase.first].roles
        if (
            phrase.size == 1
            and roles & {WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR}
            and not roles & {WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.REL}
        ):
            found = self._antecedent(phrase.first, frozenset(role[3:] for role in roles))
        elif (
            phrase.size == 1
            and roles & {WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.REL}
            and (not reading.words[phrase.first].capital or roles & {WordRole.MASC, WordRole.FEM, WordRole.PLUR})
        ):
            found = self._antecedent(phrase.first, roles)
        elif phrase.size == 1 and WordRole.FIRST in roles:
            found = None
        else:
            head = _head(reading, phrase)
            if head is None and _is_view(reading, phrase):
                return self._of_view(phrase, start, end)
            found = self._compound(phrase) if _is_compound(reading, phrase) else None
            if found is not None:
                pass
            elif head is not None:
                found = Speaker(head.actor.id, head.actor.name, start, end)
            elif _is_role(reading, phrase):
                found = self._role(phrase) or self._compound(phrase) or self._bearer(phrase)
        if found is None:
            return self._remember(Speaker(None, text, start, end), phrase.first)
        return self._remember(Speaker(found.actor, found.name, start, end), phrase.first)

    def _of_view(self, phrase: WordSpan, start: int, end: int) -> Speaker:
        """*seiner Ansicht nach*, *in her view*, *nach eigenen Angaben*: whom the possessive means."""
        reading = self.reading
        place = next((i for i in range(phrase.first, phrase.last) if reading.has(i, WordRole.POSS)), None)
        if place is not None:
            gender = gender_of(reading.lexicon.code, reading.keys[place])
            found = self._antecedent(place, frozenset({gender or WordRole.PLUR}))
        else:
            subject = leading_subject(reading, reading.sentences[reading.sentence_of(phrase.first)][0], phrase.first)
            found = self.speaker(subject) if subject is not None and is_plausible(reading, subject) else None
        return self._remember(
            Speaker(found.actor, found.name, start, end)
            if found
            else Speaker(None, reading.text[start:end], start, end),
            phrase.first,
        )

    def carried(self) -> Speaker | None:
        """Whoever spoke last, without a place of their own."""
        if self.last is None:
            return None
        return Speaker(self.last.actor, self.last.name, self.last.start, self.last.end)

    def _remember(self, speaker: Speaker, place: int) -> Speaker:
        self.last, self.last_place = speaker, place
        return speaker

    def _antecedent(self, place: int, roles: frozenset[str]) -> Speaker | None:
        """Whom a pronoun means: nearest fitting sentence first, there the subject, the last speaker preferred."""
        reading = self.reading
        if WordRole.REL in roles and not roles & {WordRole.MASC, WordRole.FEM, WordRole.PLUR}:
            return self._before_relative(place)
        wanted = (
            "feminine"
            if WordRole.FEM in roles and WordRole.PLUR not in roles
            else "masculine"
            if WordRole.MASC in roles
            else None
        )
        before = reading.named_before(place, MEMORY)
        best: tuple[float, Actor] | None = None
        own = reading.sentence_of(place)
        if self.last is not None and self.last_place >= 0 and own - reading.sentence_of(self.last_place) <= 2:
            actor = reading.actors.get(self.last.actor) if self.last.actor else None
            unknown = wanted is not None and actor is None and self.last.actor is None
            if unknown and wanted is not None and not self._better_named(before, wanted):
                return self.last
        for named in reversed(before):
            actor = named.actor
            if (wanted and actor.type != "person") or (not wanted and actor.type == "place"):
                continue
            if wanted and actor.gender not in (None, wanted):
                continue
            if not wanted and WordRole.PLUR not in roles and actor.type != "organization":
                continue
            spoken = reading.quoted[named.first] or named.mention.kind == "pronoun"
            if spoken or is_venue(reading, named.first, named.last):
                continue
            distance = own - reading.sentence_of(named.first)
            if distance > 6:
                break
            score = 3.0 - distance
            score += 1.5 if named.first <= reading.sentences[reading.sentence_of(named.first)][0] + 3 else 0.0
            score += 2.0 if self.last is not None and self.last.actor == actor.id else 0.0
            score += 1.0 if wanted and actor.gender == wanted else 0.0
            score -= 2.0 if is_genitive(reading, named) else 0.0
            if best is None or score > best[0]:
                best = (score, actor)
        if best is not None:
            return Speaker(best[1].id, best[1].name, None, None)
        return self.last if self.last is not None and (wanted or WordRole.PLUR in roles) else None

    def _better_named(self, before: Sequence[Named], wanted: str) -> bool:
        """Whether a person is named after whoever spoke last."""
        for named in reversed(before):
            if named.first <= self.last_place:
                return False
            if (
                named.actor.type == "person"
                and named.actor.gender in (None, wanted)
                and not self.reading.quoted[named.first]
            ):
                return True
        return False

    def _before_relative(self, place: int) -> Speaker | None:
        for named in reversed(self.reading.named_before(place, 3)):
            if place - named.last <= 3:
                return Speaker(named.actor.id, named.actor.name, None, None)
        return None

    def _role(self, phrase: WordSpan) -> Speaker | None:
        """*the president*, *the spokeswoman*: an actor described so, else whoever spoke last in that role."""
        reading = self.reading
        head = reading.keys[phrase.last - 1] if phrase.size <= 3 else reading.keys[phrase.first]
        for named in reversed(reading.named_before(phrase.first, MEMORY)):
            if named.actor.type != "person" or reading.quoted[named.first]:
                continue
            near = range(max(0, named.first - 4), min(len(reading.words), named.last + 6))
            if any(_same_role(reading.keys[i], head) for i in near if not named.first <= i < named.last):
                return Speaker(named.actor.id, named.actor.name, None, None)
        return None

    def _bearer(self, phrase: WordSpan) -> Speaker | None:
        """*Minister rejects claims*: the one person whom the article introduces with that role, further on."""
        head = self.reading.keys[phrase.last - 1]
        if head not in self._bearers:
            named = [n for n in self.reading.named if n.actor.type == "person" and _bears(self.reading, n, head)]
            ids = {n.actor.id for n in named}
            self._bearers[head] = Speaker(named[0].actor.id, named[0].actor.name, None, None) if len(ids) == 1 else None
        return self._bearers[head]

    def _compound(self, phrase: WordSpan) -> Speaker | None:
        """*Trump-toppen*, *the Chelsea-boss*: somebody of a body or camp, named before and not by that name."""
        reading = self.reading
        word = reading.words[phrase.last - 1]
        camp = reading.text[word.start : word.end].split("-")[0]
        if "-" not in reading.text[word.start : word.end]:
            return None
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


def _is_view(reading: Reading, phrase: WordSpan) -> bool:
    """A phrase for somebody's own view: *his opinion*, *seiner Ansicht nach*, *eigenen Angaben zufolge*."""
    words = range(phrase.first, phrase.last)
    if phrase.size == 1 and reading.has(phrase.first, WordRole.POSS):
        return True
    stems = reading.grammar.determiners.own
    own = any(reading.keys[i].startswith(stems) for i in (phrase.first, min(phrase.first + 1, phrase.last - 1)))
    if not (own or any(reading.has(i, WordRole.POSS) for i in words)):
        return False
    source = reading.lexicon.according.at(reading, phrase.first, phrase.last)
    return (
        (source is not None and source.value is SourcePlace.OWN)
        or reading.keys[phrase.last - 1] in reading.lexicon.nouns
        or own
    )


@cache
def _genders(code: str) -> dict[str, WordRole]:
    return {row[0]: WordRole.MASC if row[1] == "masculine" else WordRole.FEM for row in rows(code, "gender_pronouns")}


def gender_of(code: str, key: str) -> WordRole | None:
    """The role of the pronoun whose gender a possessive shows, if it shows one."""
    return _genders(code).get(key)


def _same_role(first: str, second: str) -> bool:
    """The same role noun, definite or not, or with another in front: *presidenten*, *socialminister*."""
    stem = second[: max(MIN_STEM, len(second) - 2)]
    return first == second or (
        len(stem) >= MIN_STEM and stem in first and len(first) - first.rfind(stem) - len(stem) <= 3
    )


def _bears(reading: Reading, named: Named, role: str) -> bool:
    """Whether the role noun stands in the title before the name or in an apposition right behind it."""
    for place in range(named.first - 1, max(-1, named.first - 1 - TITLE), -1):
        word = reading.words[place]
        if not word.is_word or word.roles & VERBAL or reading.quoted[place]:
            break
        if _same_role(word.key, role):
            return True
    if named.last >= len(reading.words) or reading.keys[named.last] != ",":
        return False
    for place in range(named.last + 1, min(len(reading.words), named.last + 1 + TITLE)):
        if not reading.words[place].is_word or reading.words[place].roles & VERBAL:
            return False
        if _same_role(reading.keys[place], role):
            return True
    return False


def _is_compound(reading: Reading, phrase: WordSpan) -> bool:
    """A single word of a name and a common noun: *Trump-toppen*."""
    word = reading.words[phrase.last - 1]
    name, _, noun = reading.text[word.start : word.end].partition("-")
    return phrase.size == 1 and name[:1].isupper() and noun[:1].islower() and len(noun) > 2


def _is_role(reading: Reading, phrase: WordSpan) -> bool:
    last = reading.keys[phrase.last - 1].rpartition("-")[2]
    return phrase.size <= 3 and (
        last in reading.lexicon.speakers
        or any(reading.lexicon.speakers.at(reading, i, phrase.last) for i in range(phrase.first, phrase.last))
    )


def _head(reading: Reading, phrase: WordSpan) -> Named | None:
    """The mention that a noun phrase is about: its last person not inside a prepositional phrase or a genitive, else
    an organisation or place that makes up the phrase."""
    inside = [
        n for n in reading.named_in(phrase.first, phrase.last) if n.last <= phrase.last and n.mention.kind != "pronoun"
    ]
    persons = [n for n in inside if n.actor.type in ("person", "group") and not _is_dependent(reading, n, phrase)]
    if persons:
        return persons[-1]
    for named in inside:
        lead = [
            w
            for w in reading.words[phrase.first : named.first]
            if w.is_word and not w.roles & {WordRole.DET, WordRole.ADV}
        ]
        tail = [w for w in reading.words[named.last : phrase.last] if w.is_word]
        if (
            not tail
            and not (lead and _is_dependent(reading, named, phrase))
            and not _speaking_role(reading, phrase.first, named.first)
        ):
            return named
    return None


def _speaking_role(reading: Reading, first: int, last: int) -> bool:
    return any(reading.lexicon.speakers.at(reading, i, last) for i in range(first, last))


def _is_dependent(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    if named.first > phrase.first:
        before = reading.words[named.first - 1]
        if before.roles & {WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.BY} and not before.capital:
            return True
        if (
            WordRole.DET in before.roles
            and named.first - 2 >= phrase.first
            and reading.any_role(named.first - 2, frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP}))
        ):
            return True
    return named.last < phrase.last and is_genitive(reading, named)
