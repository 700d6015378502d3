"""Who a speaker is: from the words at the place to an actor, through names, roles and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.attribution.fronting import leading_subject, subject_of_rest
from analysis.attribution.outlets import is_venue
from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import is_plausible
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.attribution.roles import PERSONAL, SINGULAR
from analysis.columns import WordRole
from analysis.quotes.beside import age_in
from analysis.quotes.called import Called
from analysis.quotes.describing import (
    gender_of,
    head_of,
    introduction,
    is_age,
    is_compound,
    is_he_or_she,
    is_new,
    is_role,
    is_several,
    is_view,
    own_name,
    same_role,
)
from analysis.quotes.meant import Meant
from analysis.quotes.pronouns import (
    MEMORY,
    SUBJECT_OF,
    antecedent,
    before_relative,
    is_alone,
    is_man,
    latter,
    named_behind,
    named_in_speech,
    numbered,
    only_beside,
    role_before,
    spoken_of,
    without_genitive,
)
from analysis.types import Actor, Gender, Speaker

REACH = 6
"""Sentences back in which the antecedent of a pronoun is looked for."""
ALONE = 3.0
"""What being the only person named in a paragraph before a pronoun counts."""
GOVERNED = frozenset({WordRole.OF, WordRole.GEN})
PRONOUNS = PERSONAL | {WordRole.NEUT, WordRole.REL}


@dataclass(slots=True)
class Resolver:
    """Turns noun phrases into speakers, in text order; remembers who spoke last."""

    reading: Reading
    last: Speaker | None = None
    last_place: int = -1
    _told: dict[str, Gender] = field(default_factory=dict)
    """The gender of the pronouns by which somebody was meant before."""
    _called: Called = field(init=False)
    _meant: Meant = field(init=False)

    def __post_init__(self) -> None:
        self._called = Called(self.reading)
        self._meant = Meant(self.reading)

    def speaker(self, phrase: WordSpan) -> Speaker:
        """The speaker that the words name, resolved to an actor where the article tells which."""
        words = self.reading.words
        start, end = words[phrase.first].start, words[phrase.last - 1].end
        roles = self._pronoun_roles(phrase)
        found: Speaker | None = latter(self.reading, phrase)
        if found is None and roles and not self._is_nobody(phrase.first):
            found = self._antecedent(phrase.first, numbered(self.reading, phrase.first, roles))
        elif found is None and not self._is_no_one_else(phrase):
            head = head_of(self.reading, phrase)
            if head is None and is_view(self.reading, phrase):
                return self._of_view(phrase, start, end)
            found = self._described(phrase, head)
        if found is None:
            own = own_name(self.reading, phrase)
            name = antecedent(self.reading, phrase) or without_genitive(self.reading, own)
            return self._remember(Speaker(None, name, start, end), phrase.first)
        return self._remember(Speaker(found.actor, found.name, start, end), phrase.first)

    def _is_no_one_else(self, phrase: WordSpan) -> bool:
        """Whether the phrase is a pronoun of the first person, or for nobody named."""
        first = WordRole.FIRST in self.reading.words[phrase.first].roles
        return phrase.size == 1 and (first or self._is_nobody(phrase.first))

    def _is_nobody(self, place: int) -> bool:
        """Whether the word is *one*, which stands for nobody named: *a-t-on appris*, *sagte man*."""
        return self.reading.keys[place] in self.reading.grammar.pronouns.impersonal

    def _pronoun_roles(self, phrase: WordSpan) -> frozenset[WordRole]:
        """The roles of a pronoun for somebody else, as those of a subject; none for other phrases."""
        word = self.reading.words[phrase.first]
        if phrase.size != 1:
            return frozenset()
        if word.roles & SUBJECT_OF.keys() and not word.roles & PRONOUNS:
            return frozenset(SUBJECT_OF[role] for role in word.roles if role in SUBJECT_OF)
        is_pronoun = word.roles & PRONOUNS and (not word.capital or word.roles & PERSONAL)
        return word.roles if is_pronoun else frozenset()

    def _described(self, phrase: WordSpan, head: Named | None) -> Speaker | None:
        """Somebody of a camp, the name that the phrase is about, or whoever has the role."""
        found = self._compound(phrase) if is_compound(self.reading, phrase) else None
        if found is None and head is None and is_age(self.reading, phrase):
            aged = self._meant.aged(age_in(self.reading, phrase))
            return Speaker(aged.id, aged.name, None, None) if aged else self._called.one_near(phrase.first, self.last)
        if found is None and head is None and is_new(self.reading, phrase):
            return None
        told, meant = (False, None)
        if found is None and (head is None or head.mention.kind == "nominal"):
            told, meant = self._meant.speaker(phrase, self.last)
        if told:
            return meant
        if found is None and head is not None:
            return Speaker(head.actor.id, head.actor.name, None, None)
        if found is None and is_role(self.reading, phrase):
            return self._role(phrase) or self._compound(phrase)
        return found or (self._called.speaker(phrase) if head is None else None)

    def _of_view(self, phrase: WordSpan, start: int, end: int) -> Speaker:
        """*seiner Ansicht nach*, *in her view*, *nach eigenen Angaben*: whom the possessive means."""
        reading = self.reading
        place = next((i for i in range(phrase.first, phrase.last) if reading.has(i, WordRole.POSS)), None)
        found = None
        if place is not None:
            gender = gender_of(reading.lexicon.code, reading.keys[place])
            found = self._antecedent(place, frozenset({gender} if gender else ()))
        if found is None:
            sentence = reading.sentences[reading.sentence_of(phrase.first)]
            subject = leading_subject(reading, sentence.first, phrase.first)
            if phrase.first <= sentence.first + 1 and (subject is None or not is_plausible(reading, subject)):
                subject = subject_of_rest(reading, phrase.last, sentence.last)
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

    def _antecedent(self, place: int, roles: frozenset[WordRole]) -> Speaker | None:
        """Whom a pronoun means: nearest fitting sentence first, there the subject, the last speaker preferred."""
        reading = self.reading
        if WordRole.REL in roles and not roles & PERSONAL:
            return before_relative(reading, place)
        feminine = WordRole.FEM in roles and WordRole.PLUR not in roles
        wanted: Gender | None = "feminine" if feminine else "masculine" if WordRole.MASC in roles else None
        before = reading.named_before(place, MEMORY)
        unlike = wanted is not None and self._is_other(wanted)
        goes_on = self._goes_on_unnamed(place)
        if wanted and not unlike and goes_on and not (self._are_several() or self._better_named(before, wanted)):
            return self.last
        if wanted is None and goes_on and self._are_several():
            return self.last
        best: tuple[float, Actor] | None = None
        own = reading.sentence_of(place)
        within = named_in_speech(reading, own) | named_behind(reading, place) | spoken_of(reading, place)
        for named in reversed(before):
            if named.actor.id in within or not self._may_be_meant(named, wanted, roles):
                continue
            if (unlike and named.actor.gender != wanted) or self._told.get(named.actor.id, wanted) != wanted:
                continue
            if wanted and only_beside(reading, named.actor, place):
                continue
            distance = own - reading.sentence_of(named.first)
            if distance > REACH:
                break
            score = self._nearness(named, place, wanted)
            if best is None or score > best[0]:
                best = (score, named.actor)
        if best is not None:
            if wanted is not None:
                self._told.setdefault(best[1].id, wanted)
            return Speaker(best[1].id, best[1].name, None, None)
        return self._unnamed(place, roles, wanted, unlike)

    def _unnamed(self, place: int, roles: frozenset[WordRole], wanted: Gender | None, unlike: bool) -> Speaker | None:
        """Whom a pronoun means that no name told before it fits: somebody with a role, or whoever spoke last."""
        reading = self.reading
        if wanted is not None and (self.last is None or unlike):
            role = role_before(reading, place, wanted)
            if role is not None:
                return Speaker(None, reading.span(*role).text, None, None)
        if self.last is None or (roles and not roles & SINGULAR and self._is_one(self.last)):
            return None
        if unlike and wanted == "masculine":
            return None  # a masculine noun may mean a woman, a feminine one no man
        return self.last if wanted or not roles or WordRole.PLUR in roles else None

    def _is_one(self, speaker: Speaker) -> bool:
        """Whether a speaker is a person or a country, whom no pronoun for several means."""
        actor = self.reading.actors.get(speaker.actor or "")
        return actor is not None and actor.type in ("person", "place")

    def _is_other(self, wanted: Gender) -> bool:
        """Whether somebody spoke last who is no actor, and by the noun for them not of the gender that is wanted."""
        if self.last is None or self.last.actor is not None:
            return False
        return gender_of_role(self.reading, self._words_of(self.last)) not in (None, wanted)

    def _goes_on_unnamed(self, place: int) -> bool:
        """Whether somebody who is no actor spoke in the same sentence or one of the two before: not a thing that the
        pronoun cannot mean."""
        last, reading = self.last, self.reading
        if last is None or self.last_place < 0 or last.actor is not None:
            return False
        near = reading.sentence_of(place) - reading.sentence_of(self.last_place) <= 2
        return near and is_he_or_she(reading, self._words_of(last))

    def _are_several(self) -> bool:
        """Whether whoever spoke last are several by their noun."""
        if self.last is None:
            return False
        words = self._words_of(self.last)
        return is_several(self.reading, words) or is_several(self.reading, WordSpan(words.last - 1, words.last))

    def _words_of(self, speaker: Speaker) -> WordSpan:
        """The words that name a speaker; none for one without a place."""
        if speaker.start is None or speaker.end is None:
            return WordSpan(0, 0)
        return self.reading.range(speaker.start, speaker.end)

    def _may_be_meant(self, named: Named, wanted: Gender | None, roles: frozenset[WordRole]) -> bool:
        """Whether a pronoun may stand for somebody named here: of the right kind and gender, and not in a quotation."""
        actor = named.actor
        if wanted:
            fits = actor.type == "person" and actor.gender in (None, wanted)
        else:
            several = actor.type == "organization" or (WordRole.PLUR in roles and actor.type == "group")
            one = actor.type == "person" and bool(roles & SINGULAR)
            fits = several or one or (not roles and actor.type != "place")
        if not fits or self.reading.quoted[named.first] or named.mention.kind == "pronoun":
            return False
        return not is_venue(self.reading, named.first, named.last)

    def _nearness(self, named: Named, place: int, wanted: Gender | None) -> float:
        """How likely a pronoun means somebody named before it; chosen by hand."""
        reading, actor = self.reading, named.actor
        score = 3.0 - (reading.sentence_of(place) - reading.sentence_of(named.first))
        first = reading.sentences[reading.sentence_of(named.first)].first
        governed = named.first > first + 1 and reading.any_role(named.first - 1, GOVERNED)
        governed = governed and not reading.has(named.first - 1, WordRole.DET)
        said = named.last in reading.cue_at and not governed
        score += 1.5 if said or (named.first <= first + 3 and not governed) else 0.0
        score += 2.0 if self.last is not None and self.last.actor == actor.id else 0.0
        score += 1.5 if wanted and actor.gender == wanted else 0.0
        score += ALONE if is_alone(reading, named, place) else 0.0
        owner = 1.0 if named.first <= first + 3 else 2.0
        return score - (owner if is_genitive(reading, named) else 0.0)

    def _better_named(self, before: Sequence[Named], wanted: Gender) -> bool:
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

    def _role(self, phrase: WordSpan) -> Speaker | None:
        """*the president*, *the spokeswoman*: an actor described so, else whoever spoke last in that role.

        A feminine noun means no man; a masculine one may mean a woman (*ministrul*). Right behind the name of
        whoever spoke last, a role needs no other word for it.
        """
        reading = self.reading
        head = reading.keys[phrase.last - 1] if phrase.size <= 3 else reading.keys[phrase.first]
        woman = gender_of_role(reading, phrase) == "feminine"
        spoke = None if self.last is None else self.last.actor
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

    def _compound(self, phrase: WordSpan) -> Speaker | None:
        """*Trump-toppen*, *the Chelsea-boss*: somebody of a body or camp, named before and not by that name."""
        reading = self.reading
        word = reading.words[phrase.last - 1]
        camp = reading.text[word.start : word.end].split("-")[0]
        if "-" not in reading.text[word.start : word.end]:
            return None
        if (only := self._called.of_camp(phrase)) is not None:
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
