"""Whom a pronoun means, by sex and number, who is near and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.attribution.outlets import is_venue
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.attribution.roles import PERSONAL, SINGULAR
from analysis.columns import WordRole
from analysis.quotes.bodies import is_subject
from analysis.quotes.body_nouns import article_gender
from analysis.quotes.describing import is_he_or_she, is_several
from analysis.quotes.items import Items
from analysis.quotes.likely import nearness
from analysis.quotes.pronouns import (
    MEMORY,
    before_relative,
    behind_pronoun,
    named_behind,
    named_in_speech,
    only_beside,
    role_before,
    spoken_of,
)
from analysis.types import Actor, Gender, Speaker

REACH = 6
"""Sentences back in which the antecedent of a pronoun is looked for."""
NEAR = 2
"""Sentences back in which a body spoke that a pronoun of its gender means."""


@dataclass(slots=True)
class Antecedents:
    """Finds whom pronouns mean, in text order; ``last`` is who spoke last, ``last_place`` the word where."""

    reading: Reading
    last: Speaker | None = None
    last_place: int = -1
    items: Items = field(init=False)
    _told: dict[str, Gender] = field(default_factory=dict)
    """The gender of the pronouns by which somebody was meant before."""

    def __post_init__(self) -> None:
        self.items = Items(self.reading.document)

    def antecedent(self, place: int, roles: frozenset[WordRole]) -> Speaker | None:
        """Whom a pronoun means: nearest fitting sentence first, there the subject, the last speaker preferred."""
        reading = self.reading
        if WordRole.REL in roles and not roles & PERSONAL:
            return before_relative(reading, place)
        feminine = WordRole.FEM in roles and WordRole.PLUR not in roles
        wanted: Gender | None = "feminine" if feminine else "masculine" if WordRole.MASC in roles else None
        floor = self.items.begin(reading.words[place].start)
        before = [one for one in reading.named_before(place, MEMORY) if one.mention.start >= floor]
        unlike = wanted is not None and self._is_other(wanted)
        goes_on = self._goes_on_unnamed(place)
        if wanted and not unlike and goes_on and not (self._are_several() or self._better_named(before, wanted)):
            return self.last
        if wanted is None and goes_on and self._are_several():
            return self.last
        if wanted and reading.grammar.pronouns.for_things and (body := self._same_body(place, wanted)) is not None:
            return body
        found = self._nearest(place, roles, wanted, before, unlike)
        if found is None:
            return self._unnamed(place, roles, wanted, unlike)
        if wanted is not None:
            self._told.setdefault(found.id, wanted)
        return Speaker(found.id, found.name, None, None)

    def _nearest(
        self, place: int, roles: frozenset[WordRole], wanted: Gender | None, before: Sequence[Named], unlike: bool
    ) -> Actor | None:
        """Of those named before a pronoun whom it may mean, whoever is the most likely."""
        reading = self.reading
        best: tuple[float, Actor] | None = None
        opening = WordRole.NEUT in roles and reading.words[place].capital
        own = reading.sentence_of(place)
        within = named_in_speech(reading, own) | named_behind(reading, place) | spoken_of(reading, place)
        within |= behind_pronoun(reading, place)
        for named in reversed(before):
            if named.actor.id in within or not self._may_be_meant(named, wanted, roles):
                continue
            if (unlike and named.actor.gender != wanted) or self._told.get(named.actor.id, wanted) != wanted:
                continue
            if wanted and only_beside(reading, named.actor, place):
                continue
            if _is_plural(roles) and not self._is_they(named):
                continue
            distance = own - reading.sentence_of(named.first)
            if opening and not self._is_topic(named, distance):
                continue
            if distance > REACH:
                break
            score = nearness(reading, named, place, wanted, self.last)
            if best is None or score > best[0]:
                best = (score, named.actor)
        return best[1] if best is not None else None

    def _same_body(self, place: int, wanted: Gender) -> Speaker | None:
        """The body that spoke last, where its article shows that gender and nobody has been named since."""
        reading, last = self.reading, self.last
        actor = reading.actors.get(last.actor or "") if last is not None else None
        if last is None or actor is None or actor.type != "organization" or not 0 <= self.last_place < place:
            return None
        if reading.sentence_of(place) - reading.sentence_of(self.last_place) > NEAR:
            return None
        since = reading.persons_in(self.last_place, place)
        if any(one.actor.gender in (None, wanted) and not reading.quoted[one.first] for one in since):
            return None
        article = article_gender(reading, self.words_of(last))
        return Speaker(actor.id, actor.name, None, None) if article == wanted else None

    def _unnamed(self, place: int, roles: frozenset[WordRole], wanted: Gender | None, unlike: bool) -> Speaker | None:
        """Whom a pronoun means that no name told before it fits: somebody with a role, or whoever spoke last."""
        reading = self.reading
        if wanted is not None and (self.last is None or unlike):
            role = role_before(reading, place, wanted)
            if role is not None:
                return Speaker(None, reading.span(*role).text, None, None)
        if self.last is None or (roles and not roles & SINGULAR and self._is_one(self.last)):
            return None
        if self._is_unlike(self.last, wanted) or (unlike and wanted == "masculine"):
            return None  # a masculine noun may mean a woman, a feminine one no man
        return self.last if wanted or not roles or WordRole.PLUR in roles else None

    def _is_unlike(self, speaker: Speaker, wanted: Gender | None) -> bool:
        """Whether a pronoun of that gender cannot mean a speaker: a person of another one, a body where such pronouns
        are for people only."""
        actor = self.reading.actors.get(speaker.actor or "")
        if actor is None or wanted is None:
            return False
        if actor.type == "person":
            return actor.gender not in (None, wanted)
        return not self.reading.grammar.pronouns.for_things

    def _is_one(self, speaker: Speaker) -> bool:
        """Whether a speaker is a person or a country, whom no pronoun for several means."""
        actor = self.reading.actors.get(speaker.actor or "")
        return actor is not None and actor.type in ("person", "place")

    def _is_other(self, wanted: Gender) -> bool:
        """Whether somebody spoke last who is no actor, and by the noun for them not of the gender that is wanted."""
        if self.last is None or self.last.actor is not None:
            return False
        return gender_of_role(self.reading, self.words_of(self.last)) not in (None, wanted)

    def _goes_on_unnamed(self, place: int) -> bool:
        """Whether somebody who is no actor spoke in the same sentence or one of the two before: not a thing that the
        pronoun cannot mean."""
        last, reading = self.last, self.reading
        if last is None or self.last_place < 0 or last.actor is not None:
            return False
        near = reading.sentence_of(place) - reading.sentence_of(self.last_place) <= 2
        return near and is_he_or_she(reading, self.words_of(last))

    def _are_several(self) -> bool:
        """Whether whoever spoke last are several by their noun."""
        if self.last is None:
            return False
        words = self.words_of(self.last)
        return is_several(self.reading, words) or is_several(self.reading, WordSpan(words.last - 1, words.last))

    def words_of(self, speaker: Speaker) -> WordSpan:
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
            several = actor.type == "organization" and (not _is_plural(roles) or self._may_be_they(actor))
            several = several or (WordRole.PLUR in roles and actor.type == "group")
            one = actor.type == "person" and bool(roles & SINGULAR)
            fits = several or one or (not roles and actor.type != "place")
        if not fits or self.reading.quoted[named.first] or named.mention.kind == "pronoun":
            return False
        return not is_venue(self.reading, named.first, named.last)

    def _is_topic(self, named: Named, distance: int) -> bool:
        """Whether *it* that opens a sentence may mean a body: it spoke last, or the sentence before is about it."""
        spoke = self.last is not None and self.last.actor == named.actor.id
        return distance <= NEAR and (spoke or (distance == 1 and is_subject(self.reading, named)))

    def _is_they(self, named: Named) -> bool:
        """Whether *they* may mean who is named: a body only if it spoke last or its sentence is about it."""
        spoke = self.last is not None and self.last.actor == named.actor.id
        return named.actor.type != "organization" or spoke or is_subject(self.reading, named)

    def _may_be_they(self, actor: Actor) -> bool:
        """Whether a plural may mean a body: in some languages always, else whoever spoke last."""
        spoke = self.last is not None and self.last.actor == actor.id
        return self.reading.grammar.pronouns.plural_for_bodies or spoke

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


def _is_plural(roles: frozenset[WordRole]) -> bool:
    """Whether a pronoun is for several only, and not for one thing."""
    return WordRole.PLUR in roles and not roles & {WordRole.NEUT, WordRole.FEM, WordRole.MASC}
