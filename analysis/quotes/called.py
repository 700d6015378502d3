"""Whom a noun means by which nobody is listed: who was introduced with it, somebody of a party, a body's own noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS
from analysis.columns import WordRole
from analysis.quotes.describing import introduction, is_several, same_role
from analysis.types import Speaker

PARTY = re.compile(r" \(([^\W\d_]+)\)")
"""The party behind a name: *X (SPD)*."""
LONG_NOUN = 5
"""Letters of the shortest noun by which somebody is known."""
MEMORY, NEAR = 40, 3
"""Mentions and sentences back in which somebody is named who is called by a noun or by an age."""


class Called:
    """Who of an article is introduced by which noun, and named with which body or camp; looked up in one step."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._nouns: dict[str, list[Named]] = {}
        self._camps: dict[str, list[Named]] = {}
        for named in reading.named:
            if named.actor.type == "person":
                self._add(named)

    def _add(self, named: Named) -> None:
        """The noun right before a full name (*der | Leseforscher | X Y*), and the camp: *AfD-Chef X*, *X (AfD)*."""
        reading = self._reading
        if (party := PARTY.match(reading.text, named.mention.end)) is not None:
            self._camps.setdefault(party[1], []).append(named)
        word = reading.words[named.first - 1] if named.first else None
        if word is None or not word.is_word:
            return
        camp, hyphen, _ = reading.text[word.start : word.end].partition("-")
        if hyphen:
            self._camps.setdefault(camp, []).append(named)
        if " " in named.mention.text and not word.roles and not reading.quoted[named.first - 1]:
            self._nouns.setdefault(word.key, []).append(named)

    def speaker(self, phrase: WordSpan) -> Speaker | None:
        """*der Leseforscher*, *the ministry*: whom the article has introduced or named with this noun, if only one."""
        reading = self._reading
        if (named := _titled(reading, phrase)) is not None:
            return Speaker(named.actor.id, named.actor.name, None, None)
        noun = reading.words[phrase.last - 1].key
        if len(noun) < LONG_NOUN or phrase.size > 2 or not _is_definite(reading, phrase):
            return None
        if phrase.size == 2:
            if noun in self._nouns:
                return _only(self._nouns[noun])
            if (member := self.of_camp(phrase)) is not None:
                return member
        if is_named_behind(reading, phrase):
            return None
        own = reading.sentence_of(phrase.first)
        near = (n for n in reading.named_before(phrase.first, MEMORY) if own - reading.sentence_of(n.first) <= NEAR)
        return _only(n for n in near if n.actor.type == "organization" and _is_called(reading, n, noun))

    def one_near(self, place: int, last: Speaker | None) -> Speaker | None:
        """*the 34-year-old*: the only person in the sentences right before; of several, with whom the last one begins,
        else whoever spoke last, else the only one of the last sentence that names any."""
        reading, own = self._reading, self._reading.sentence_of(place)
        near = [
            n
            for n in reading.named_before(place, MEMORY)
            if n.actor.type == "person" and own - reading.sentence_of(n.first) <= NEAR and not reading.quoted[n.first]
        ]
        actors = {n.actor.id: n.actor for n in near if not is_genitive(reading, n)}
        latest = reading.sentence_of(near[-1].first) if near else own
        ones = {n.actor.id for n in near if n.actor.id in actors and reading.sentence_of(n.first) == latest}
        chosen = actors.get((last.actor if last else None) or "")
        if len(actors) == 1 or (chosen is None and len(ones) == 1):
            chosen = next(actor for actor in actors.values() if len(actors) == 1 or actor.id in ones)
        if near and reading.sentence_of(near[-1].first) >= own - 1 and _opens_sentence(reading, near[-1]):
            chosen = actors.get(near[-1].actor.id, chosen)
        return None if chosen is None else Speaker(chosen.id, chosen.name, None, None)

    def of_camp(self, phrase: WordSpan) -> Speaker | None:
        """*der CDU-Kandidat*: the one person whom the article names with that body or camp."""
        word = self._reading.words[phrase.last - 1]
        camp, hyphen, _ = self._reading.text[word.start : word.end].partition("-")
        return _only(self._camps.get(camp, ())) if hyphen else None


def _opens_sentence(reading: Reading, named: Named) -> bool:
    """Whether a name, perhaps behind what somebody is, begins a sentence: *Striker | X scored twice.*"""
    first = reading.sentences[reading.sentence_of(named.first)].first
    return named.first - first <= 1 and all(not reading.words[i].roles for i in range(first, named.first))


def _only(found: Iterable[Named]) -> Speaker | None:
    actors = {named.actor.id: named.actor for named in found}
    if len(actors) != 1:
        return None
    (actor,) = actors.values()
    return Speaker(actor.id, actor.name, None, None)


def _is_definite(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a noun of one or two words has an article before it, or in itself."""
    if phrase.size == 2:
        return reading.has(phrase.first, WordRole.DET)
    word = reading.words[phrase.first]
    return not word.roles and word.key.endswith(reading.grammar.nouns.definite_endings)


def is_named_behind(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a name in marks stands right behind the noun, which is that one's: *die Partei | „Die Mitte“*."""
    start = reading.words[phrase.last - 1].end
    return reading.text[start : start + 2].strip()[:1] in QUOTE_MARKS and reading.text[start : start + 1] == " "


def _is_called(reading: Reading, named: Named, noun: str) -> bool:
    """Whether the noun is a word of the name of a body, or the end of a compound there: *Justizministerium*."""
    compounds = reading.grammar.nouns.compounds
    words = [reading.keys[place] for place in range(named.first, named.last)]
    return any(word == noun or (compounds and word.endswith(noun)) for word in words) and words != [noun]


def _titled(reading: Reading, phrase: WordSpan) -> Named | None:
    """*rektoren*, *the headmaster*: whoever was last named with that noun, which no list has, before the name."""
    head, article = reading.words[phrase.last - 1], reading.has(phrase.first, WordRole.DET)
    if phrase.size > 1 + article or head.roles or not head.key.isalpha() or is_several(reading, phrase):
        return None
    for named in reversed(reading.named_before(phrase.first, MEMORY)):
        if not named.first or named.actor.type != "person" or reading.quoted[named.first]:
            continue
        titles = (reading.words[i] for i in (*introduction(reading, named), named.first - 1))
        if any(title.is_word and not title.roles and same_role(title.key, head.key) for title in titles):
            return named
    return None
