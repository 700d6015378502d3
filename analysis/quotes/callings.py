"""What people are called: the nouns for offices and trades beside a name, and in a phrase that has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.actors.gazetteer import gazetteer
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import GENITIVE_MARKS
from analysis.columns import WordRole
from analysis.matching import Match, Phrase, Phrases, literal, split
from analysis.resources import rows, world

STATUS = frozenset({"former", "standing_in"})
"""The kinds of words by which somebody no longer is what a noun says, or stands in for who is."""
NO_STATUS = frozenset[str]()
LONG_NOUN = 4
"""Letters of the shortest noun that is looked for at the end of a compound."""
SHORT_WORD = 3
"""A word of so many letters tells nothing of what an office is about."""
OPENING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.REL, WordRole.BY})
"""Roles of a word that opens what a noun is of."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A listed noun: what it may mean, and the gender that its form shows (empty where it shows none)."""

    kinds: frozenset[str]
    gender: str


@dataclass(frozen=True, slots=True)
class Calling:
    """What some words call somebody.

    ``noun`` is the listed noun as it stands, ``kinds`` the roles it may mean (none for a noun without one), ``special``
    the part of a compound before it, ``about`` the words that tell of what the office is, ``hints`` all words of sense
    beside it, ``countries`` the countries beside it by their codes, ``place`` where the noun stands.
    ``status`` tells that somebody no longer is that, or stands in for who is (``former``, ``standing_in``).
    """

    noun: str
    kinds: frozenset[str]
    special: str
    gender: str
    status: frozenset[str]
    about: frozenset[str]
    hints: frozenset[str]
    countries: frozenset[str]
    place: int


@cache
def broader(kind: str) -> frozenset[str]:
    """The kind and all that it is one of."""
    listed = {row[0]: row[1].split(",") for row in world("role_kinds")}
    return frozenset({kind}.union(*(broader(one) for one in listed.get(kind, ()))))


@cache
def _nouns(code: str) -> Phrases[Noun]:
    """All nouns for what somebody is, as texts have them."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    genders: dict[tuple[str, ...], set[str]] = {}
    for name in (*ROLE_LISTS, "callings"):
        for row in rows(code, name):
            words = tuple(split(row[0], code))
            column = {"roles": 3, "speaker_roles": 1, "callings": 2, "capacities": 1}[name]
            own = row[1].split(",") if name in ("roles", "callings") else ()
            kinds.setdefault(words, set()).update(own)
            shown = {gender for gender in row[column : column + 1] if name == "callings" or gender == "feminine"}
            genders.setdefault(words, set()).update(shown)  # a masculine noun for an office may mean a woman
    return Phrases(
        Phrase(literal(words), Noun(frozenset(own), next(iter(genders[words]), "") if len(genders[words]) < 2 else ""))
        for words, own in kinds.items()
    )


def _compound(code: str, word: str) -> tuple[str, Noun] | None:
    """The longest listed noun that a compound ends in, behind the rest: *kultur|minister*."""
    for at in range(1, len(word) - LONG_NOUN + 1):
        found = next((one for one in _nouns(code).opening(word[at:]) if len(one.words) == 1), None)
        if found is not None:
            return word[:at], found.value
    return None


@cache
def _statuses(code: str) -> dict[str, frozenset[str]]:
    """Words for what somebody no longer is, or only stands in for, as they begin compounds: *ex-ministre*."""
    return {phrase.words[0]: found for phrase in _nouns(code) if (found := phrase.value.kinds & STATUS)}


def noun_at(reading: Reading, place: int, last: int) -> tuple[Match[Noun] | None, str, Noun] | None:
    """The longest listed noun that begins with the word, the rest of a compound before it, and what it means."""
    code = reading.lexicon.code
    found: Match[Noun] | None = _nouns(code).at(reading, place, last)
    if found is not None:
        return found, "", found.value
    word = reading.keys[place]
    if not reading.grammar.nouns.compounds or not word.replace("-", "").isalpha():
        return None
    compound = _compound(code, word)
    return None if compound is None else (None, *compound)


def calling(reading: Reading, first: int, last: int, *, inner: bool = False) -> Calling | None:
    """What the words call somebody: by their last listed noun before what it is of; none where none is listed.

    ``inner`` tells whether the words of a listed phrase count, too, as what the office is about.
    """
    place, head, stop, status = first, None, first, frozenset[str]()
    while place < last:
        found = noun_at(reading, place, last)
        if found is not None and found[2].kinds & STATUS:
            status, found = status | found[2].kinds & STATUS, None
        if found is not None and not _is_owner(reading, place, found[0]):
            head = (place, found)
            place = stop = found[0].last if found[0] is not None else place + 1
            continue
        if (head is not None or place > first) and reading.any_role(place, OPENING) and not _is_article(reading, place):
            break
        place += 1
    if head is None:
        return None
    at, (_, special, noun) = head
    camp, hyphen, special = special.rpartition("-")
    behind = next((i for i in range(at + 1 if inner else stop, last) if reading.any_role(i, OPENING)), last)
    about = {reading.keys[i] for i in range(behind, last) if _tells(reading, i)}
    around = (*range(first, at), *range(stop, max(stop, behind)))
    about |= {reading.keys[i] for i in around if _is_name(reading, i) and noun_at(reading, i, i + 1) is None}
    about |= {camp} if hyphen else set()
    hints = {reading.keys[i] for i in (*range(first, at), *range(stop, last)) if _tells(reading, i)}
    return Calling(
        " ".join(reading.keys[at:stop])[len(camp + hyphen + special) :],
        noun.kinds,
        special,
        noun.gender,
        status | _statuses(reading.lexicon.code).get(camp or special, NO_STATUS),
        frozenset(about),
        frozenset(hints),
        frozenset(countries_in(reading, first, last)),
        at,
    )


def _is_article(reading: Reading, place: int) -> bool:
    """Whether a word that may open what a noun is of is an article before it: *der Chef*."""
    return reading.has(place, WordRole.DET) and not reading.any_role(place, {WordRole.OF, WordRole.PREP})


def _is_owner(reading: Reading, place: int, found: Match[Noun] | None) -> bool:
    """Whether something of the noun follows: *the minister | 's*."""
    last = place + 1 if found is None else found.last
    return last < len(reading.keys) and reading.keys[last] in GENITIVE_MARKS


def _tells(reading: Reading, place: int) -> bool:
    """Whether a word tells of what an office is: no small word."""
    word = reading.words[place]
    return word.is_word and not word.roles and len(word.key) > SHORT_WORD


def _is_name(reading: Reading, place: int) -> bool:
    """Whether a word is of a name, so that it tells whose an office is: *the | Ghanaian | president*."""
    named = any(one.actor.type != "person" for one in reading.named_in(place, place + 1))
    shown = reading.words[place].capital and not reading.grammar.nouns.capitalised
    opens = reading.words[place].start in reading.opening_starts
    return _tells(reading, place) and (named or (shown and not opens))


def countries_in(reading: Reading, first: int, last: int) -> Iterator[str]:
    """The countries that words name, by themselves or by an adjective: *Romania's*, *Romanian*."""
    code = reading.lexicon.code
    demonyms = lowered(code, "demonyms", 1)
    for place in range(first, last):
        if (country := demonyms.get(reading.keys[place])) is not None:
            yield country
    for named in reading.named_in(first, last):
        entry = gazetteer(code).find(named.mention.text) if named.actor.type == "place" else None
        if entry is not None:
            yield entry.key


def is_branch(reading: Reading, phrase: WordSpan, place: Named) -> bool:
    """Whether a place is the last word of a name that is no actor: *Greenbridge | Norge*, which is not the country."""
    before = reading.words[place.first - 1] if place.first > phrase.first else None
    if before is None or place.last < phrase.last or not before.is_word or not before.capital or before.roles:
        return False
    known = is_role_noun(reading, place.first - 1) or reading.lexicon.bodies.at(reading, place.first - 1, place.first)
    return not known and noun_at(reading, place.first - 1, place.first) is None
