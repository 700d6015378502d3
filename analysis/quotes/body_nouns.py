"""What kind of body some words are for: the nouns for bodies in a phrase, in a name and beside one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import GENITIVE_MARKS, VERBAL
from analysis.columns import WordRole
from analysis.matching import Phrase, Phrases, literal, split
from analysis.quotes.describing import gender_of
from analysis.resources import rows, world
from analysis.types import Gender

LONG_NOUN = 4
"""Letters of the shortest noun that is looked for at the end of a compound."""
BESIDE = 6
"""Most words from a name to the noun beside it that tells what body it is."""
TAIL, ADJECTIVES = 2, 3
"""Most adjectives behind a noun where the language has them there; most words between an article and its noun."""
NO_NOUN = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.POSS, WordRole.CONJ, WordRole.REL}) | VERBAL
"""Roles of words that do not stand between an article and its noun."""
ANYBODY = "anybody"
"""What such a kind is one of whose bodies may have names of any sort."""
NO_KINDS = frozenset[str]()


@cache
def body_kinds(kind: str) -> frozenset[str]:
    """The kind of body and all that it is one of."""
    listed = {row[0]: row[1].split(",") for row in world("body_kinds")}
    return frozenset({kind}.union(*(body_kinds(one) for one in listed.get(kind, ()))))


@cache
def is_open(kind: str) -> bool:
    """Whether a body of the kind often has a name that does not tell what it is: *the bank*, for *Oakes & Daughter*."""
    return any(row[0] == kind and ANYBODY in row[1].split(",") for row in world("body_kinds"))


@cache
def _nouns(code: str) -> Phrases[frozenset[str]]:
    return Phrases(
        Phrase(literal(split(row[0], code)), frozenset(row[1].split(","))) for row in rows(code, "body_nouns")
    )


@cache
def _known() -> dict[str, frozenset[str]]:
    """The kinds of known outlets, agencies and organisations, by their names."""
    names = {row[0]: row[1] for row in world("organisations")}
    bodies = {names[row[0]]: frozenset(row[1].split(",")) for row in world("organisation_kinds")}
    agencies = {row[0]: frozenset({"news_agency"}) for row in world("agencies")}
    return {row[0]: frozenset({"outlet"}) for row in world("outlets")} | agencies | bodies


def noun_at(reading: Reading, place: int, last: int) -> tuple[int, frozenset[str]] | None:
    """The end of the noun for a body that begins with the word, and its kinds: *bank*, *news | agency*; of a compound,
    those of the noun that it ends in: *Gross|bank*."""
    code = reading.lexicon.code
    found = _nouns(code).at(reading, place, last)
    if found is not None:
        return found.last, found.value
    word = reading.keys[place]
    if not reading.grammar.nouns.compounds or not word.replace("-", "").isalpha():
        return None
    for at in range(1, len(word) - LONG_NOUN + 1):
        value = next((one.value for one in _nouns(code).opening(word[at:]) if len(one.words) == 1), None)
        if value is not None:
            return place + 1, value
    return None


def is_named_by_noun(reading: Reading, place: int) -> bool:
    """Whether a capital shows a compound for the name of a body, in languages whose nouns have none: *Brannetaten*."""
    if reading.grammar.nouns.capitalised or not reading.words[place].capital:
        return False
    return (
        noun_at(reading, place, place + 1) is not None
        and _nouns(reading.lexicon.code).at(reading, place, place + 1) is None
    )


def described(reading: Reading, phrase: WordSpan) -> tuple[int, frozenset[str]] | None:
    """Where the noun of a phrase for a body known to the reader stands, and its kinds: *the German | bank*; None for
    another phrase, for one that tells whose or of what the body is, and for one without an article."""
    first, last = phrase
    opens = reading.has(first, WordRole.DET)
    if reading.has(first, WordRole.POSS) or gender_of(reading.lexicon.code, reading.keys[first]) is not None:
        return None
    begin = first + 1 if opens else first
    place = begin
    while place < last and place - begin <= ADJECTIVES:
        word = reading.words[place]
        found = noun_at(reading, place, last)
        if found is not None and _closes(reading, found[0], last):
            if _is_name(reading, first, place) or _is_plural(reading, phrase, found[0] - 1):
                return None
            return (place, found[1]) if _is_definite(reading, first, place, found[0]) else None
        if not word.is_word or word.roles & NO_NOUN or word.key in GENITIVE_MARKS or reading.persons_in(place, last):
            return None
        place += 1
    return None


def _is_name(reading: Reading, first: int, place: int) -> bool:
    """Whether the noun is a part of a name, by its capital: *the Tax Policy | Center*."""
    return reading.words[place].capital and place > first and not reading.grammar.nouns.capitalised


def _is_plural(reading: Reading, phrase: WordSpan, noun: int) -> bool:
    """Whether the article is for several: *die | Betreiber*."""
    feminine = reading.grammar.nouns.capitalised and article_gender(reading, phrase) == "feminine"
    return feminine and reading.keys[noun].endswith(reading.grammar.nouns.agent_endings)


def _closes(reading: Reading, place: int, last: int) -> bool:
    """Whether nothing but adjectives follows the noun in its phrase."""
    if place == last:
        return True
    tail = reading.words[place:last]
    plain = all(one.is_word and not one.roles and not one.capital for one in tail)
    return reading.grammar.word_order.noun_before_adjective and len(tail) <= TAIL and plain


def _is_definite(reading: Reading, first: int, place: int, end: int) -> bool:
    """Whether an article before the noun or in it says that the reader knows which one is meant."""
    determiners = reading.grammar.determiners
    if reading.has(first, WordRole.DET) and first < place:
        key = reading.keys[first]
        return key not in determiners.indefinite and key not in determiners.introducing
    if determiners.obligatory or first < place:
        return False
    endings = reading.grammar.nouns.definite_endings + reading.grammar.nouns.subject_endings
    return any(reading.keys[i].endswith(endings) for i in range(place, end))


def article_gender(reading: Reading, phrase: WordSpan) -> Gender | None:
    """The gender that the article of a subject shows: *der Verband*, *la banque*; None where it shows none."""
    if phrase.last <= phrase.first:
        return None
    return _articles(reading.lexicon.code).get(reading.keys[phrase.first])


@cache
def _articles(code: str) -> dict[str, Gender]:
    return {row[0]: row[1] for row in rows(code, "articles") if len(row) > 1}  # type: ignore[misc]


def kinds_of(reading: Reading, named: Named) -> frozenset[str]:
    """What kinds of body the words of a name and those beside it tell: *X University*, *the bank | X*, *X, a bank*."""
    within = (found[1] for i in range(named.first, named.last) if (found := noun_at(reading, i, named.last)))
    return NO_KINDS.union(*within, *_beside(reading, named), _known().get(named.actor.name, NO_KINDS))


def _beside(reading: Reading, named: Named) -> Iterator[frozenset[str]]:
    """The kinds of the noun right before a name, or of an apposition right behind it."""
    for place in range(max(0, named.first - ADJECTIVES), named.first):
        found = noun_at(reading, place, named.first)
        if found is not None and found[0] == named.first:
            yield found[1]
            break
    first = named.last + 1
    if first >= len(reading.words) or reading.keys[named.last] != "," or not reading.has(first, WordRole.DET):
        return
    for place in range(first + 1, min(len(reading.words), first + BESIDE)):
        word = reading.words[place]
        if not word.is_word or word.roles & NO_NOUN:
            return
        found = noun_at(reading, place, min(len(reading.words), first + BESIDE))
        if found is not None:
            yield found[1]
            return
