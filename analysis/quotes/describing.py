"""What a noun phrase says of a speaker: a name, a role, a view, somebody of a camp."""

from __future__ import annotations

from functools import cache

from analysis.attribution.holders import names_holder
from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun, is_title_noun
from analysis.attribution.roles import SINGULAR, VERBAL
from analysis.columns import SourcePlace, WordRole
from analysis.resources import rows

GOVERNING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.BY})
UNCONTRACTED = frozenset({WordRole.BY, WordRole.INF})
"""Other work of a preposition that no article has gone into: *de*, not *du*."""
JOINING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP})
DET_OR_POSS = frozenset({WordRole.DET, WordRole.POSS})
POSSESSIVE = frozenset({WordRole.POSS, WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR})
"""Roles of possessives, some of which look like object pronouns (*her*)."""
DET_OR_ADV = frozenset({WordRole.DET, WordRole.ADV})

INTRODUCTION = 10
"""Most words of a description before a name and its comma."""
TITLES = 3
"""Most words of a title between a name and a preposition."""
NOUNS = 2
"""Most nouns behind the name of a body: *a Carter campaign aide*."""
FULL_NAME = 2
"""Fewest words of a name in full."""
FAR_BACK = 400
"""Words back in which an age is looked for."""
MIN_STEM = 5
"""Shortest stem by which two forms of a role noun are known for the same."""


def is_view(reading: Reading, phrase: WordSpan) -> bool:
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


def is_new(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase is for somebody of whom nothing before tells by name: *a senator*, *one official*."""
    return phrase.size > 1 and reading.keys[phrase.first] in reading.grammar.determiners.introducing


def is_age(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase means somebody known by his age alone: *36-åringen*, *l'homme de 42 ans*."""
    last, nouns = reading.keys[phrase.last - 1], reading.grammar.nouns
    number = next((i for i in range(*phrase) if reading.keys[i][0].isdigit()), None)
    if number is None or not last.endswith(nouns.age_endings) or _is_new(reading, number):
        return False
    if phrase.size == 1:
        return last.endswith(nouns.definite_endings)
    first = reading.words[phrase.first]
    article = WordRole.DET in first.roles and first.key not in reading.grammar.determiners.indefinite
    return article or (not first.roles and first.key.endswith(nouns.definite_endings))


def _is_new(reading: Reading, place: int) -> bool:
    """Whether somebody of that age was told of before, without a name: *a 42-year-old man … the 42-year-old*."""
    key, before = reading.keys[place], reading.keys[place - 1]
    digits = key[: next((i for i, char in enumerate(key) if not char.isdigit()), len(key))]
    others = [i for i in range(max(1, place - FAR_BACK), place) if reading.keys[i].startswith(f"{digits}-")]
    article = reading.has(place - 1, WordRole.DET)
    return any(reading.keys[i] != key or (article and reading.keys[i - 1] != before) for i in others if key != digits)


def is_several(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words open with a plural that its ending shows: *Supporters of the plan*."""
    plain = [word for word in reading.words[phrase.first : phrase.last] if word.is_word and not word.roles]
    return (
        bool(plain) and reading.grammar.nouns.plural_s and plain[0].key.endswith("s") and len(plain[0].key) > MIN_STEM
    )


@cache
def _genders(code: str) -> dict[str, WordRole]:
    return {row[0]: WordRole.MASC if row[1] == "masculine" else WordRole.FEM for row in rows(code, "gender_pronouns")}


def gender_of(code: str, key: str) -> WordRole | None:
    """The role of the pronoun whose gender a possessive shows, if it shows one."""
    return _genders(code).get(key)


def same_role(first: str, second: str) -> bool:
    """The same role noun, definite or not, or with another in front: *presidenten*, *socialminister*."""
    stem = second[: max(MIN_STEM, len(second) - 2)]
    return first == second or (
        len(stem) >= MIN_STEM and stem in first and len(first) - first.rfind(stem) - len(stem) <= 3
    )


def introduction(reading: Reading, named: Named) -> range:
    """The words of a description that a comma sets before a name: *a spokesman for the trust, | Ann Lee,*; none where
    no comma stands before the name."""
    comma = named.first - 1
    if comma < 1 or reading.keys[comma] != ",":
        return range(comma, comma)
    first = comma
    while first > max(0, comma - INTRODUCTION) and reading.words[first - 1].is_word:
        if reading.any_role(first - 1, VERBAL) or first - 1 in reading.cue_at or reading.quoted[first - 1]:
            break
        first -= 1
    return range(first, comma)


def is_compound(reading: Reading, phrase: WordSpan) -> bool:
    """A single word of a name and a common noun: *Trump-toppen*."""
    word = reading.words[phrase.last - 1]
    name, _, noun = reading.text[word.start : word.end].partition("-")
    return phrase.size == 1 and name[:1].isupper() and noun[:1].islower() and len(noun) > 2


def is_role(reading: Reading, phrase: WordSpan) -> bool:
    last = reading.keys[phrase.last - 1].rpartition("-")[2]
    return phrase.size <= 3 and (
        last in reading.lexicon.speakers
        or any(reading.lexicon.speakers.at(reading, i, phrase.last) for i in range(phrase.first, phrase.last))
    )


def is_he_or_she(reading: Reading, phrase: WordSpan) -> bool:
    """Whether *he* or *she* can mean whom a phrase without a name is for: a person, not *the report*.

    A public body only where such pronouns are for things too: *le gouvernement … il*.
    """
    lists = reading.lexicon
    if is_thing(reading, phrase):
        return False
    if phrase.size == 1 and reading.any_role(phrase.first, SINGULAR):
        return True
    if any(
        is_role_noun(reading, place)
        or lists.speakers.at(reading, place, phrase.last) is not None
        or lists.anonymous.at(reading, place, phrase.last) is not None
        for place in range(phrase.first, phrase.last)
    ):
        return True
    return reading.grammar.pronouns.for_things and lists.bodies.first(reading, phrase.first, phrase.last) is not None


def is_thing(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are for something written, or for something of somebody's: *Reed's comments*."""
    first, last = phrase
    small = not any(word.capital for word in reading.words[first + 1 : last])
    if small and last > first and is_document(reading, phrase):
        return True
    return is_owned(reading, phrase)


def is_owned(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the words are for something that somebody named has, and for nobody: *Ann Lee's judgement*."""
    first, last = phrase
    if reading.words[last - 1].capital and not reading.grammar.nouns.capitalised:
        return False
    owned = any(is_genitive(reading, one) for one in reading.named_in(first, last) if one.last < last)
    return owned and not any(is_role_noun(reading, i) for i in range(first, last))


def head_of(reading: Reading, phrase: WordSpan) -> Named | None:
    """The mention that a noun phrase is about: its last person not inside a prepositional phrase or a genitive, else
    an organisation or place that makes up the phrase."""
    inside = [
        n for n in reading.named_in(phrase.first, phrase.last) if n.last <= phrase.last and n.mention.kind != "pronoun"
    ]
    persons = [n for n in inside if n.actor.type in ("person", "group") and not _is_dependent(reading, n, phrase)]
    if persons:
        return persons[-1]
    for named in inside:
        lead = [w for w in reading.words[phrase.first : named.first] if w.is_word and not w.roles & DET_OR_ADV]
        tail = [w for w in reading.words[named.last : phrase.last] if w.is_word]
        owned = not lead or reading.text.startswith(("'s ", "’s "), named.mention.start - 3)
        if tail and owned and named.actor.type == "organization" and tail[0].roles & GOVERNING:
            tail = []  # *the agency | for work*
        within = named.actor.type == "place" and any(w.roles & GOVERNING for w in lead)
        if (
            not tail
            and not within
            and not (lead and _is_dependent(reading, named, phrase))
            and not _speaking_role(reading, phrase.first, named.first)
        ):
            return named
    return None


def own_name(reading: Reading, phrase: WordSpan) -> WordSpan:
    """The words of a phrase that name a speaker of whom the article tells no more: the name behind an article or a
    possessive with a noun, *his neighbour | X Y*; the whole phrase where it does not end in one."""
    first = phrase.last
    while first > phrase.first and reading.words[first - 1].is_word and reading.words[first - 1].capital:
        first -= 1
    before = reading.words[phrase.first : first]
    described = len(before) > 1 and any(word.roles & DET_OR_POSS for word in before)
    described = described and not before[-1].roles - {
        WordRole.POSS,
        WordRole.OBJMASC,
        WordRole.OBJFEM,
        WordRole.OBJPLUR,
    }
    plain = described and not any(word.capital or word.roles & GOVERNING for word in before)
    if reading.grammar.nouns.capitalised or phrase.last - first < FULL_NAME or not plain:
        return phrase
    return WordSpan(first, phrase.last)


def _speaking_role(reading: Reading, first: int, last: int) -> bool:
    return any(reading.lexicon.speakers.at(reading, i, last) for i in range(first, last))


def _is_dependent(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    if names_holder(reading, phrase, named) or _is_behind_office(reading, named, phrase):
        return False
    if _is_behind_title(reading, named, phrase):
        return True
    if named.first > phrase.first:
        before = reading.words[named.first - 1]
        if before.roles & GOVERNING and not before.capital:
            return True
        if (
            WordRole.DET in before.roles
            and named.first - 2 >= phrase.first
            and reading.any_role(named.first - 2, JOINING)
        ):
            return True
    if _names_a_body(reading, named, phrase) or _is_of_somebody(reading, named, phrase):
        return True
    if named.last + 1 < phrase.last and reading.has(named.last, WordRole.POSS):
        return True  # *Tveitnes sin far*
    inside = named.last < phrase.last or (named.first > phrase.first and named.declined)
    return inside and is_genitive(reading, named)


def _is_behind_office(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    """Whether an office of several words stands right before the name: *purtătorul de cuvânt | Ion Pop*."""
    found = (reading.lexicon.speakers.at(reading, place, named.first) for place in range(phrase.first, named.first - 1))
    return any(one is not None and one.last == named.first for one in found)


def _is_of_somebody(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    """Whether a name only tells of what the noun for somebody new is, *ein Anwalt der Kanzlei X*, or is the first part
    of a compound: *the | teachers | union*."""
    if named.actor.type == "group":
        nouns = reading.words[named.last : phrase.last]
        governed = any(reading.any_role(i, GOVERNING) for i in range(phrase.first + 1, named.first))
        if reading.grammar.word_order.noun_before_adjective or not governed:
            return False
        return any(one.is_word and not one.capital and not one.roles for one in nouns[:1])
    between = range(phrase.first + 2, named.first)
    new = reading.keys[phrase.first] in reading.grammar.determiners.introducing
    governs = GOVERNING | ({WordRole.DET} if reading.grammar.nouns.capitalised else frozenset())
    opening = next((i for i in between if reading.any_role(i, governs)), phrase.first)
    somebody = any(is_role_noun(reading, i) for i in range(phrase.first + 1, opening))
    return new and somebody and all(reading.words[i].is_word for i in between)


def _is_behind_title(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    """Whether a title stands between the name and what governs both: *a friend of | actor | Ann Lee*."""
    place = named.first
    while place > phrase.first + 1 and named.first - place < TITLES and _is_title(reading, place - 1, place):
        place -= 1
        if reading.any_role(place, GOVERNING):
            break
    article = place < named.first and reading.any_role(place, GOVERNING)  # *der Bruder | des | Sängers X*
    before = reading.words[place if article else place - 1]
    behind_head = phrase.first + (0 if article else 1) < place < named.first
    return behind_head and bool(before.roles & GOVERNING) and not before.capital


def _is_title(reading: Reading, place: int, following: int) -> bool:
    """Whether the word is a noun for what somebody is, or its article, or any noun without one: *of | actor | X*."""
    word = reading.words[place]
    if _is_agent(reading, place) or (WordRole.DET in word.roles and _is_agent(reading, following)):
        return True
    small = word.key.isalpha() and not word.capital and not word.roles and not reading.grammar.word_order.verb_second
    bare = reading.any_role(place - 1, GOVERNING) and not reading.has(place - 1, WordRole.DET)
    contracted = reading.grammar.word_order.noun_before_adjective and not reading.any_role(place - 1, UNCONTRACTED)
    office = place > 1 and is_title_noun(reading, place - 2) and not contracted  # *chef de | cabinet | X*: his own
    return small and bare and not office and reading.words[following].capital


def _is_agent(reading: Reading, place: int) -> bool:
    """Whether the word is a noun for what somebody is, by the lists or by its ending."""
    word, endings = reading.words[place], reading.grammar.nouns.agent_endings
    return is_title_noun(reading, place) or (word.is_word and not word.roles and word.key.endswith(endings))


def _names_a_body(reading: Reading, named: Named, phrase: WordSpan) -> bool:
    """Whether the name only tells which body is meant: *the Trump administration*, *le gouvernement Barnier*."""
    if named.actor.type != "person" or named.last - named.first > 1:
        return False
    if named.last == phrase.last:
        before = range(phrase.first, named.first)
        return any(
            one is not None and one.last == named.first
            for i in before
            if (one := reading.lexicon.bodies.at(reading, i, named.first))
        )
    nouns = reading.words[named.last : phrase.last]
    common = 0 < len(nouns) <= NOUNS and all(one.is_word and not one.capital and not one.roles for one in nouns)
    return common and reading.has(named.first - 1, WordRole.DET) and named.first - 1 >= phrase.first
