"""Who a speaker is: from the words at the place to an actor, through names, roles and pronouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.attribution.fronting import leading_subject, subject_of_rest
from analysis.attribution.phrases import is_document, is_plausible
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import PERSONAL
from analysis.attribution.torn import is_torn, mended
from analysis.columns import WordRole
from analysis.quotes.antecedents import Antecedents
from analysis.quotes.apposed import named_behind_comma
from analysis.quotes.beside import age_in
from analysis.quotes.bodies import Bodies
from analysis.quotes.called import Called
from analysis.quotes.callings import calling, is_branch
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
from analysis.quotes.likely import by_role, of_a_camp
from analysis.quotes.meant import Meant
from analysis.quotes.present import who_is_present
from analysis.quotes.pronouns import (
    SUBJECT_OF,
    antecedent,
    latter,
    numbered,
    without_genitive,
)
from analysis.types import Speaker

PRONOUNS = PERSONAL | {WordRole.NEUT, WordRole.REL}


@dataclass(slots=True)
class Resolver(Antecedents):
    """Turns noun phrases into speakers, in text order; remembers who spoke last."""

    _called: Called = field(init=False)
    _meant: Meant = field(init=False)
    _bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        Antecedents.__post_init__(self)
        self._called = Called(self.reading)
        self._meant = Meant(self.reading)
        self._bodies = Bodies(self.reading)

    def begin(self, start: int) -> None:
        """Go on to the statement that begins there in the text; an item of a feed knows nobody of the one before."""
        first = self.items.begin(start)
        if first and self.last_place >= 0 and self.reading.words[self.last_place].start < first:
            self.last, self.last_place = None, -1

    def speaker(self, phrase: WordSpan) -> Speaker:
        """The speaker that the words name, resolved to an actor where the article tells which."""
        words = self.reading.words
        start, end = words[phrase.first].start, words[phrase.last - 1].end
        roles = self._pronoun_roles(phrase)
        found: Speaker | None = latter(self.reading, phrase)
        if found is None and roles and not self._is_nobody(phrase.first):
            found = self.antecedent(phrase.first, numbered(self.reading, phrase.first, roles))
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
        """Whoever is named behind the phrase, somebody of a camp, the name that the phrase is about, or whoever has the
        role; else the only one there who may be meant. No document is anybody."""
        if head is None and is_document(self.reading, phrase) and calling(self.reading, *phrase) is None:
            return None
        nameless = head is None or head.mention.kind == "nominal"
        if nameless and (named := named_behind_comma(self.reading, phrase)) is not None:
            return Speaker(named.id, named.name, None, None)
        found = self._in_role(phrase, head)
        if found is None and head is None and not is_age(self.reading, phrase) and not is_new(self.reading, phrase):
            return who_is_present(self.reading, phrase, self.last, self.last_place)
        return found

    def _in_role(self, phrase: WordSpan, head: Named | None) -> Speaker | None:
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
            found = self.antecedent(place, frozenset({gender} if gender else ()))
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
        reading, words = self.reading, self.words_of(speaker)
        if words.size == 0 or not is_document(reading, words):
            return False
        near = reading.sentence_of(reading.range(start, start).first) - reading.sentence_of(words.first) <= 1
        document = reading.document
        return near and document.paragraph_at(start).start <= reading.words[words.first].start

    def _are_people(self, speaker: Speaker) -> bool:
        """Whether the words for a speaker who is no actor are for one or several who can say more."""
        reading, words = self.reading, self.words_of(speaker)
        if words.size == 1 and reading.any_role(words.first, PERSONAL | {WordRole.FIRST, WordRole.REL}):
            return True
        people = reading.lexicon.anonymous.first(reading, *words) is not None or is_several(reading, words)
        people = people or _is_name(reading, words) or (words.size > 1 and calling(reading, *words) is not None)
        return words.size == 0 or is_he_or_she(reading, words) or (people and not is_thing(reading, words))

    def _remember(self, speaker: Speaker, place: int) -> Speaker:
        self.last, self.last_place = speaker, place
        return speaker


def _is_name(reading: Reading, words: WordSpan) -> bool:
    """Whether capitals show that several words are somebody's name, though no actor bears it."""
    shown = words.size > 1 and not reading.grammar.nouns.capitalised
    return shown and all(word.capital and not word.roles for word in reading.words[words.first : words.last])
