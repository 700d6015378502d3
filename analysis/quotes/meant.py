"""Whom a description without a name means: the one person of the article whom it calls so, else nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.actors.phrases import lowered
from analysis.attribution.owners import is_genitive
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.columns import WordRole
from analysis.quotes.beside import ages_of, callings_of
from analysis.quotes.callings import Calling, calling, countries_in
from analysis.quotes.likeness import BROADER, SAME, is_form, likeness, overlap
from analysis.types import Actor, Speaker

MOST_PEOPLE, MOST_MENTIONS = 60, 40
"""More people than any article has whom a description may mean; mentions of one beside which nouns are looked for."""
AGREEING = 1.0
"""What a country or a word of an office that both have counts."""
HINTED = 0.5
"""What any other word that both have counts."""
NEAR, LEAD = 3, 3
"""Sentences back in which somebody is named whom a description without a role of its own means; sentences of a lead, in
which an office is named before who holds it."""
MAIN = 2
"""So many times as often as anybody else nearby the article names whom it is about."""
FAR = 8
"""Sentences back in which somebody is named whom a wider role means."""
ANYONE, CONCERNED, STAND_IN = "anyone", "concerned", "deputy"
"""Kinds of nouns without a role of its own: for whomever the article is about (*the veteran*), for whom was just spoken
of, for who stands in for somebody."""
NO_OWN = frozenset({WordRole.POSS, WordRole.FIRST, WordRole.PREP, WordRole.CONJ, WordRole.NEG})
"""Roles of words in no description of somebody known."""
NO_RELATIVE = frozenset({WordRole.THAT, WordRole.DET, WordRole.SUB, WordRole.PREP})
RECENT, ADJECTIVES = 200, 2
"""Words back in which somebody was introduced without a name; most words from an article to its noun."""


@dataclass(frozen=True, slots=True)
class _Person:
    actor: Actor
    mentions: tuple[Named, ...]
    callings: tuple[Calling, ...]
    ages: frozenset[int]


class Meant:
    """Finds whom descriptions mean; reads what the article calls everybody when it is first asked."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._people: Sequence[_Person] | None = None

    def speaker(self, phrase: WordSpan, last: Speaker | None) -> tuple[bool, Speaker | None]:
        """Whether the article tells whom a phrase without a name means or does not mean, and whom."""
        described = calling(self._reading, *phrase)
        if any(one.mention.kind != "nominal" for one in self._reading.persons_in(*phrase)):
            return False, None
        if described is None:
            found = self._national(phrase)
            return found is not None, found
        if any(self._reading.any_role(i, NO_OWN) for i in range(phrase.first, described.place)):
            return False, None
        definite = _is_definite(self._reading, phrase, described)
        if definite and CONCERNED in described.kinds:
            return True, self._concerned(phrase, described, last)
        if not definite and not self._opens_article(phrase):
            return False, None
        spoken_of = self._in_speech(phrase)
        others = [one for one in self._persons() if one.actor.id not in spoken_of]
        fitting = [(score, one) for one in others if (score := self._fit(one, described)) is not None]
        new = self._last_new(phrase, described)
        if new >= 0:
            fitting = [(score, one) for score, one in fitting if self._last_before(one, phrase.first) > new]
        if (not fitting and (new >= 0 or described.status or STAND_IN in described.kinds)) or self._is_picked(phrase):
            return True, None
        if not fitting:
            found = self._anyone(phrase, described, last) if definite and ANYONE in described.kinds else None
            return found is not None, found
        chosen = self._best([pair for pair in fitting if pair[0] > 0], phrase, described, last)
        if chosen is None:
            known = (self._last_before(one, phrase.first) >= 0 for score, one in fitting if not 0 < score < BROADER)
            return any(known), None
        return True, _as_speaker(chosen.actor)

    def aged(self, age: int | None) -> Actor | None:
        """The one person beside whose name that age stands."""
        found = [one.actor for one in self._persons() if age in one.ages] if age is not None else []
        return found[0] if len(found) == 1 else None

    def _persons(self) -> Sequence[_Person]:
        if self._people is None:
            reading = self._reading
            mentions: dict[str, list[Named]] = {}
            for named in (*reading.named, *_within_names(reading)):
                if named.actor.type == "person" and named.mention.kind != "pronoun":
                    mentions.setdefault(named.actor.id, []).append(named)
            self._people = [_person(reading, found) for found in list(mentions.values())[:MOST_PEOPLE]]
        return self._people

    def _is_picked(self, phrase: WordSpan) -> bool:
        """Whether a relative clause without a comma tells which one is meant: *the driver | who opened the gate*."""
        reading, place = self._reading, phrase.last
        following = place < len(reading.words) and reading.words[place].is_word
        return following and reading.has(place, WordRole.REL) and not reading.any_role(place, NO_RELATIVE)

    def _last_new(self, phrase: WordSpan, described: Calling) -> int:
        """Where the noun last stood for somebody new without a name: *a neighbour … the neighbour*; -1 if nowhere."""
        reading, noun = self._reading, described.special + described.noun
        endings, determiners = reading.grammar.nouns.definite_endings, reading.grammar.determiners
        new = frozenset((*determiners.indefinite, *determiners.introducing))
        for place in range(phrase.first - 1, max(0, phrase.first - RECENT), -1):
            if not is_form(reading.keys[place], noun, endings) or reading.persons_in(place + 1, place + 2):
                continue
            before = range(max(0, place - ADJECTIVES), place)
            if any(reading.keys[i] in new for i in before):
                return place
        return -1

    def _in_speech(self, phrase: WordSpan) -> frozenset[str]:
        """Whom the quoted words of the sentence name: nobody speaks of himself by name."""
        reading = self._reading
        named = reading.named_in(*reading.sentences[reading.sentence_of(phrase.first)])
        return frozenset(one.actor.id for one in named if reading.quoted[one.first])

    def _opens_article(self, phrase: WordSpan) -> bool:
        """Whether a noun without an article is one of a headline or a lead: *Governor defends plan*."""
        reading = self._reading
        bare = phrase.first == 0 or reading.words[phrase.first].capital or not reading.any_role(phrase.first, NO_OWN)
        plain = not any(reading.has(i, WordRole.DET) for i in range(phrase.first, phrase.last))
        return bare and plain and reading.sentence_of(phrase.first) < LEAD

    def _fit(self, one: _Person, described: Calling) -> float | None:
        """How well somebody fits: 0 for a person of the role who is not meant, None for one without it."""
        if not _agrees(one, described):
            return None
        endings = self._reading.grammar.nouns.definite_endings
        alike = max((likeness(own, described, endings) for own in one.callings), default=0.0)
        if not alike:
            return None
        theirs = frozenset[str]().union(*(own.countries for own in one.callings))
        if described.countries and theirs:
            return alike + AGREEING if theirs & described.countries else 0.0
        own = [each for each in one.callings if likeness(each, described, endings)]
        about = frozenset[str]().union(*(each.about for each in own))
        known = about or alike == BROADER
        if described.about and known and not described.countries:
            return alike + AGREEING if overlap(about, described.about) else 0.0
        hints = frozenset[str]().union(*(each.hints for each in own))
        return alike + (HINTED if overlap(hints, described.hints) else 0.0)

    def _best(
        self, fitting: Sequence[tuple[float, _Person]], phrase: WordSpan, described: Calling, last: Speaker | None
    ) -> _Person | None:
        """Whom the description fits best; of several, whoever spoke last, else whoever was named last before it."""
        top = max((score for score, _ in fitting), default=0.0)
        best = [one for score, one in fitting if score == top]
        if not _is_definite(self._reading, phrase, described):
            return best[0] if len(best) == 1 and top >= SAME else None
        chosen = next((one for one in best if last is not None and last.actor == one.actor.id), None)
        if chosen is None:
            near = [(self._last_before(one, phrase.first), one) for one in best]
            latest = max((place for place, _ in near), default=-1)
            chosen = next((one for place, one in near if place == latest), None) if latest >= 0 else None
        if chosen is None and len(best) == 1 and top >= SAME + AGREEING and _is_owned(self._reading, phrase):
            return best[0]
        if chosen is None:
            known = last is not None and last.actor is not None
            early = self._reading.sentence_of(phrase.first) < LEAD and not known
            early = early and top >= SAME and not self._reading.persons_in(0, phrase.first)
            return best[0] if len(best) == 1 and early and not _is_vague(best[0], described) else None
        if top < SAME:
            back = self._sentences_back(chosen, phrase.first)
            only = len(best) == 1 or (top < BROADER and last is not None and last.actor == chosen.actor.id)
            return chosen if only and back <= (FAR if top >= BROADER else NEAR) else None
        return chosen

    def _last_before(self, one: _Person, place: int) -> int:
        """Where somebody is named last before the word, outside quotations; -1 if nowhere."""
        stop = bisect_left(one.mentions, place, key=lambda named: named.first)
        before = (n.first for n in reversed(one.mentions[max(0, stop - MOST_MENTIONS) : stop]))
        return next((first for first in before if not self._reading.quoted[first]), -1)

    def _sentences_back(self, one: _Person, place: int) -> int:
        reading, before = self._reading, self._last_before(one, place)
        return reading.sentence_of(place) - reading.sentence_of(before) if before >= 0 else FAR + 1

    def _anyone(self, phrase: WordSpan, described: Calling, last: Speaker | None) -> Speaker | None:
        """*the veteran*: whoever spoke last, the only person named nearby, or the only one of the article."""
        people = [one for one in self._persons() if _agrees(one, described)]
        far = [one for one in people if self._sentences_back(one, phrase.first) <= FAR]
        near = [one for one in far if self._sentences_back(one, phrase.first) <= NEAR]
        spoke = [one for one in far if last is not None and one.actor.id == last.actor]
        alone = near if len(near) == 1 else people if len(people) == 1 == len(self._persons()) else []
        chosen = _main(far) or spoke or alone
        return _as_speaker(chosen[0].actor) if chosen else None

    def _national(self, phrase: WordSpan) -> Speaker | None:
        """*the Swede*: the one person beside whose name that country stands."""
        reading, last = self._reading, phrase.last - 1
        article = phrase.size == 2 and reading.keys[phrase.first] in lowered(reading.lexicon.code, "articles", 0)
        alone = phrase.size == 1 and reading.keys[last].endswith(reading.grammar.nouns.definite_endings)
        countries = set(countries_in(reading, last, phrase.last)) if article or alone else set()
        found = [one for one in self._persons() if any(countries & own.countries for own in one.callings)]
        return _as_speaker(found[0].actor) if len(found) == 1 else None

    def _concerned(self, phrase: WordSpan, described: Calling, last: Speaker | None) -> Speaker | None:
        """*le principal intéressé*: of those named nearby whoever the article names most, and not who just spoke."""
        own = self._reading.sentence_of(phrase.first)
        near = [
            one
            for one in self._persons()
            if self._sentences_back(one, phrase.first) <= NEAR + 1 and _agrees(one, described)
        ]
        others = [one for one in near if last is None or one.actor.id != last.actor] or near
        counts = Counter(
            {i: sum(n.first < phrase.first for n in one.mentions) for i, one in enumerate(others)}
        ).most_common(2)
        if not counts or own == 0 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
            return None
        return _as_speaker(others[counts[0][0]].actor)


def _within_names(reading: Reading) -> Iterator[Named]:
    """Full names of persons at the end of what was taken for the name of a body: *ministre de la | Santé X Y*."""
    full = {one.actor.name: one.actor for one in reading.named if one.actor.type == "person" and " " in one.actor.name}
    for named in reading.named:
        words = named.mention.text.split()
        actor = next((full[end] for i in range(1, len(words) - 1) if (end := " ".join(words[i:])) in full), None)
        if actor is not None and named.actor.type != "person":
            yield replace(named, first=named.last - len(actor.name.split()), actor=actor)


def _person(reading: Reading, mentions: Sequence[Named]) -> _Person:
    read = [named for named in mentions[:MOST_MENTIONS] if not is_genitive(reading, named)]
    callings = tuple(dict.fromkeys(replace(one, place=0) for named in read for one in callings_of(reading, named)))
    ages = frozenset(age for named in read for age in ages_of(reading, named))
    return _Person(mentions[0].actor, tuple(sorted(mentions, key=lambda named: named.first)), callings, ages)


def _agrees(one: _Person, described: Calling) -> bool:
    """Whether the form of a noun shows no other gender than somebody's."""
    return not described.gender or one.actor.gender in (None, described.gender)


def _is_vague(one: _Person, described: Calling) -> bool:
    """Whether a description tells of what an office is, and nothing beside somebody's name does."""
    return bool(described.about) and not any(overlap(own.about, described.about) for own in one.callings)


def _main(people: Sequence[_Person]) -> Sequence[_Person]:
    """The one of several whom the article names far more often than the others."""
    ranked = sorted(people, key=lambda one: -len(one.mentions))
    return ranked[:1] if len(ranked) > 1 and len(ranked[0].mentions) >= MAIN * len(ranked[1].mentions) else ()


def _as_speaker(actor: Actor) -> Speaker:
    return Speaker(actor.id, actor.name, None, None)


def _is_definite(reading: Reading, phrase: WordSpan, described: Calling) -> bool:
    """Whether an article before the noun or in it says that the reader knows who is meant."""
    before = range(phrase.first, described.place)
    if _is_owned(reading, phrase):
        return True
    determiners = [reading.keys[i] for i in before if reading.has(i, WordRole.DET)]
    articles = lowered(reading.lexicon.code, "articles", 0)
    if determiners:
        return determiners[0] in articles
    if reading.grammar.determiners.obligatory:
        return False
    endings = reading.grammar.nouns.definite_endings
    noun = described.noun.split()
    return any(word.endswith(endings) for word in noun) or not reading.grammar.nouns.compounds


def _is_owned(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a noun is a country's or a body's: *Norway's | prime minister*, *Norges | statsminister*."""
    owner = next((one for one in reading.named_in(*phrase) if one.first == phrase.first), None)
    return owner is not None and owner.actor.type != "person" and is_genitive(reading, owner)
