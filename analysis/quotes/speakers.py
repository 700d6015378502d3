"""Who a speaker is: from the words at the place to an actor, through names, roles and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.attribution.fronting import leading_subject, subject_of_rest
from analysis.attribution.outlets import is_venue
from analysis.attribution.phrases import is_document, is_plausible
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.attribution.roles import PERSONAL, SINGULAR
from analysis.attribution.torn import is_torn, mended
from analysis.columns import WordRole
from analysis.quotes.beside import age_in
from analysis.quotes.bodies import Bodies, is_subject
from analysis.quotes.body_nouns import article_gender
from analysis.quotes.called import Called
from analysis.quotes.callings import is_branch
from analysis.quotes.describing import (
    gender_of,
    head_of,
    is_age,
    is_compound,
    is_he_or_she,
    is_new,
    is_role,
    is_several,
    is_thing,
    is_view,
    own_name,
)
from analysis.quotes.going_on import who_goes_on
from analysis.quotes.items import Items
from analysis.quotes.likely import by_role, nearness, of_a_camp
from analysis.quotes.meant import Meant
from analysis.quotes.pronouns import (
    MEMORY,
    SUBJECT_OF,
    antecedent,
    before_relative,
    behind_pronoun,
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
NEAR = 2
"""Sentences back in which a body spoke that a pronoun of its gender means."""
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
    _bodies: Bodies = field(init=False)
    _items: Items = field(init=False)

    def __post_init__(self) -> None:
        self._called = Called(self.reading)
        self._meant = Meant(self.reading)
        self._bodies = Bodies(self.reading)
        self._items = Items(self.reading.document)

    def begin(self, start: int) -> None:
        """Go on to the statement that begins there in the text; an item of a feed knows nobody of the one before."""
        first = self._items.begin(start)
        if first and self.last_place >= 0 and self.reading.words[self.last_place].start < first:
            self.last, self.last_place = None, -1

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

    def told(self, phrase: WordSpan) -> Speaker | None:
        """The speaker that the words name, or the noun phrase among them; nobody where they name no actor and there is
        none. Whoever spoke last is then remembered still.
        """
        last, last_place = self.last, self.last_place
        found = self.speaker(phrase)
        relative = self.reading.has(phrase.first, WordRole.REL)  # *who*, of somebody the article does not name
        stands = phrase.size > 1 or (found.name == self.reading.span(*phrase).text and not relative)
        if found.actor is None and stands and is_torn(self.reading, phrase):
            self.last, self.last_place = last, last_place
            whole = mended(self.reading, phrase)
            return None if whole is None else self.speaker(whole)
        return found

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
        opening = PERSONAL if self.reading.grammar.word_order.verb_second else PERSONAL | {WordRole.NEUT}
        is_pronoun = word.roles & PRONOUNS and (not word.capital or word.roles & opening)
        return word.roles if is_pronoun else frozenset()

    def _described(self, phrase: WordSpan, head: Named | None) -> Speaker | None:
        """Somebody of a camp, the name that the phrase is about, or whoever has the role."""
        found = of_a_camp(self.reading, phrase, self._called) if is_compound(self.reading, phrase) else None
        if found is None and head is None and is_age(self.reading, phrase):
            aged = self._meant.aged(age_in(self.reading, phrase))
            return Speaker(aged.id, aged.name, None, None) if aged else self._called.one_near(phrase.first, self.last)
        if found is None and head is None and is_new(self.reading, phrase):
            return None
        told, meant = (False, None)
        if found is None and (head is None or head.mention.kind == "nominal"):
            told, meant = self._meant.speaker(phrase, self.last)
        if told:
            return meant or self._called.of_camp(phrase)
        if found is None and head is not None:
            if head.actor.type == "place" and is_branch(self.reading, phrase, head):
                return None
            return Speaker(head.actor.id, head.actor.name, None, None)
        if found is None and (body := self._bodies.speaker(phrase, self.last)) is not None:
            return body
        if found is None and is_role(self.reading, phrase):
            named = self._called.of_camp(phrase) or by_role(self.reading, phrase, self.last)
            return named or of_a_camp(self.reading, phrase, self._called) or self._going_on(phrase)
        return found or ((self._called.speaker(phrase) or self._going_on(phrase)) if head is None else None)

    def _going_on(self, phrase: WordSpan) -> Speaker | None:
        """Whoever spoke last, where nothing speaks against it that the phrase is another word for them."""
        return who_goes_on(self.reading, phrase, self.last, self.last_place)

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

    def carried(self, start: int) -> Speaker | None:
        """Whoever spoke last before the offset: somebody of the article, or whom a noun or pronoun shows to be people;
        no thing, *the pace of the book*, but a document in the next sentence of its paragraph."""
        if self.last is None:
            return None
        unknown = self.last.actor is None and not self._are_people(self.last)
        if unknown and not self._goes_on_written(self.last, start):
            return None
        return Speaker(self.last.actor, self.last.name, self.last.start, self.last.end)

    def _goes_on_written(self, speaker: Speaker, start: int) -> bool:
        """Whether what begins there may still stand in the document that spoke last."""
        reading, words = self.reading, self._words_of(speaker)
        if words.size == 0 or not is_document(reading, words):
            return False
        near = reading.sentence_of(reading.range(start, start).first) - reading.sentence_of(words.first) <= 1
        document = reading.document
        return near and document.paragraph_at(start).start <= reading.words[words.first].start

    def _are_people(self, speaker: Speaker) -> bool:
        """Whether the words for a speaker who is no actor are for one or several who can say more."""
        reading, words = self.reading, self._words_of(speaker)
        if words.size == 1 and reading.any_role(words.first, PERSONAL | {WordRole.FIRST, WordRole.REL}):
            return True
        people = reading.lexicon.anonymous.first(reading, *words) is not None or is_several(reading, words)
        return words.size == 0 or is_he_or_she(reading, words) or (people and not is_thing(reading, words))

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
        floor = self._items.begin(reading.words[place].start)
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
            if _are_people(roles) and not self._is_they(named):
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
        article = article_gender(reading, self._words_of(last))
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
            several = actor.type == "organization" and (not _are_people(roles) or self._may_be_they(actor))
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


def _are_people(roles: frozenset[WordRole]) -> bool:
    """Whether a pronoun is for several only, and not for one thing."""
    return WordRole.PLUR in roles and not roles & {WordRole.NEUT, WordRole.FEM, WordRole.MASC}
