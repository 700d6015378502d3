"""What kind of source somebody or something is."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from analysis.actors.particles import particles
from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.attribution.outlets import OWNING, articles, names
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import QUOTE_MARKS
from analysis.attribution.torn import head_of_words
from analysis.columns import MediumKind, WordRole
from analysis.matching import Phrases, key
from analysis.resources import rows
from analysis.types import Actor, SourceType

T = TypeVar("T")
PRESS = frozenset({"newspaper", "broadcaster", "news_agency", "outlet"})
"""Kinds of bodies that are media."""
MEDIA: dict[MediumKind | None, SourceType] = {
    MediumKind.DOCUMENT: "document",
    MediumKind.OUTLET: "outlet",
    MediumKind.SOCIAL: "social",
}
KINDS: dict[str, SourceType] = {"outlet": "outlet", "agency": "outlet", "social": "social"}
LONGEST_NOUN = 3
"""Words of the longest noun for a person that is looked for before a name."""
LONG_BODY = 7
"""Shortest noun for a body that is looked for at the end of a compound (*utrikesministeriet*)."""
LONG_COMPOUND = 9
"""Letters of the shortest common noun behind another word that shows that the two are no name: *Tarner Fachkreise*."""
LONG_NOUN, SHORT_NOUN = 4, 3
"""Letters of the shortest noun at the end of a compound, and of what stands before it."""


def kind_of(reading: Reading, first: int, last: int, actor: Actor | None) -> SourceType:
    """The kind of the source that the words name; ``actor`` is who they mean, if known.

    A person stays a person whatever the office; bodies and offices without a person are official; known media are
    outlets or social; reports and papers are documents; a description without a name is anonymous.
    """
    first, last = _without_marks(reading, first, last)
    if is_press_name(reading, first, last, person=actor is not None and actor.type == "person"):
        return "outlet"
    if actor is not None and actor.type == "person":
        return "person"
    if _ends_in(reading, reading.lexicon.anonymous, first, last):
        return "anonymous"
    known = _known_medium(reading, first, last)
    if known is not None:
        return known
    if _first(reading, reading.lexicon.anonymous, first, last) is not None:
        return "anonymous"
    body = is_body(reading, first, last)
    medium = _medium_kind(reading, first, last, body=body, named=actor is not None)
    if medium is not None:
        return medium
    if body:
        return "official"
    if actor is not None and actor.type == "group":
        return "anonymous"
    other = _other_body(reading, first, last) if actor is None or actor.type == "organization" else None
    if other is not None and (actor is None or other == "outlet"):
        return other
    return _kind_of_name(reading, first, last, actor)


def _kind_of_name(reading: Reading, first: int, last: int, actor: Actor | None) -> SourceType:
    """The kind of somebody whom no noun among the words tells."""
    introduced = _introduces(reading, first, last)
    if actor is not None:
        return "person" if introduced else "official"
    if not _is_named(reading, first, last):
        return "person" if introduced else "anonymous"
    return "official" if _is_body_name(reading, first, last) else "person"


def _known_medium(reading: Reading, first: int, last: int) -> SourceType | None:
    """The kind of a medium whose name the words are, with or without an article."""
    known = names().at(reading, first, last)
    if known is None and first + 1 < last and reading.has(first, WordRole.DET):
        known = names().at(reading, first + 1, last)
    if known is None or not reading.words[last - 1].capital:
        return None
    if known.size == 2 and reading.keys[known.first] in articles() and known.last < last:
        return None  # *The National | Security Committee*
    return None if reading.any_role(min(known.last, last - 1), OWNING) else KINDS[known.value]


def _medium_kind(reading: Reading, first: int, last: int, *, body: bool, named: bool) -> SourceType | None:
    """The kind of what the words tell by a noun for a medium or for something written."""
    medium = _first(reading, reading.lexicon.media, first, last)
    if medium is MediumKind.DOCUMENT or (not named and not body and _is_paper(reading, first, last)):
        return "document"
    return MEDIA[medium] if medium in MEDIA and not body else None


def _other_body(reading: Reading, first: int, last: int) -> SourceType | None:
    """The kind of a body that is no public one and has its noun beside its name: *the union Tarn Workers*, *Verband
    der Fischer NRW*; ``None`` where the words hold no name."""
    kinds = [_body_kind(reading, i) for i in range(first, last)]
    noun = next((i for i, kind in enumerate(kinds) if kind), None)
    if noun is None or reading.lexicon.speakers.first(reading, first, last) is not None:
        return None
    if not any(_shows_name(reading, i) for i in range(first, last) if i != first + noun):
        return None
    return "outlet" if kinds[noun] in PRESS else "official"


def _body_kind(reading: Reading, place: int) -> str:
    """What kind of body a word is for, by itself or by the end of a compound; empty for others."""
    kinds, word = _bodies(reading.lexicon.code), reading.keys[place]
    if word in kinds or not reading.grammar.nouns.compounds:
        return kinds.get(word, "")
    ends = (word[at:] for at in range(SHORT_NOUN, len(word) - LONG_BODY + 2))
    return next((kinds[end] for end in ends if end in kinds), "")


def _shows_name(reading: Reading, place: int) -> bool:
    """Whether a word is a name by its capital, or where nouns have one, by all capitals or by being no known word."""
    word = reading.words[place]
    if not word.capital or not word.is_word or word.roles or word.start in reading.opening_starts:
        return False
    upper = word.end - word.start > 1 and reading.text[word.start : word.end].isupper()
    return upper or not reading.grammar.nouns.capitalised or not is_common(reading, place)


@cache
def _bodies(code: str) -> dict[str, str]:
    """Nouns for bodies to what kind of body they are for."""
    return {key(row[0]): row[1].split(",")[0] for row in rows(code, "body_nouns") if " " not in row[0]}


def is_common(reading: Reading, place: int) -> bool:
    """Whether a word is known not to be a name, by itself or as the end of a compound: *Marktprognosen*."""
    key = reading.keys[place].rpartition("-")[2]
    ends = range(len(key) - LONG_NOUN + 1) if reading.grammar.nouns.compounds else range(1)
    return any(load_tagger().common(reading.lexicon.code, key[at:]) for at in ends if at == 0 or at >= SHORT_NOUN)


def _is_paper(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are about something written, and nobody who does it: *the law*, not *the lawyer*."""
    head = head_of_words(reading, WordSpan(first, last))
    agent = is_role_noun(reading, head) or reading.keys[head].endswith(reading.grammar.nouns.agent_endings or (" ",))
    return not agent and is_document(reading, WordSpan(head, head + 1))


def _without_marks(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words without marks at their edges, and without an article before them: *das | «Tagblatt»*."""
    begin, end = first, last
    if begin + 2 < end and reading.has(begin, WordRole.DET) and reading.keys[begin + 1] in QUOTE_MARKS:
        begin += 1
    while begin < end and reading.keys[begin] in QUOTE_MARKS:
        begin += 1
    while end > begin and reading.keys[end - 1] in QUOTE_MARKS:
        end -= 1
    return (begin, end) if begin < end else (first, last)


@cache
def _press_names(code: str) -> tuple[frozenset[tuple[str, ...]], tuple[str, ...]]:
    """Words that names of papers hold, alone or in pairs, and the ends of compounds."""
    names = [row[0] for row in rows(code, "press_names")]
    whole = frozenset(tuple(name.split()) for name in names if not name.startswith("*"))
    return whole, tuple(name[1:] for name in names if name.startswith("*"))


def is_press_name(reading: Reading, first: int, last: int, *, person: bool) -> bool:
    """Whether a name without an entry among the world's media is made like a newspaper's: *Lofotposten*, *La Dépêche*.

    Where nouns come before adjectives, the noun for a paper may come first. What is taken for a ``person`` is one
    unless it does.
    """
    whole, endings = _press_names(reading.lexicon.code)
    if last - first > 1 and reading.has(first, WordRole.DET) and reading.words[first + 1].capital:
        first += 1
    words = reading.words[first:last]
    if not all(word.is_word and (word.capital or word.roles) for word in words) or not words[-1].capital:
        return False
    noun_first = reading.grammar.word_order.noun_before_adjective and len(words) > 1
    keys = reading.keys[first:last]
    if noun_first and words[0].capital and (keys[:1] in whole or keys[:2] in whole):
        return True
    if person:
        return False
    if len(words) > 1 and (keys[-1:] in whole or keys[-2:] in whole):
        return True
    return any(words[-1].key.endswith(end) and len(words[-1].key) > len(end) + 2 for end in endings)


def _is_named(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase that means no known actor holds a name; where every noun has a capital, one alone shows none."""
    words = reading.words[first:last]
    if reading.grammar.nouns.capitalised:
        shout = reading.text[words[0].start : words[0].end].isupper()
        told = is_common(reading, last - 1) and last - first <= 2 and words[-1].end - words[-1].start >= LONG_COMPOUND
        noun = (len(words) == 1 and is_common(reading, first) and not shout) or told
        return all(word.capital and not word.roles for word in words) and not (
            noun or any(reading.lexicon.speakers.at(reading, i, last) for i in range(first, last))
        )
    if len(words) == 1:
        opens = words[0].start in reading.opening_starts
        several = reading.grammar.nouns.plural_articles
        plain = load_tagger().common(reading.lexicon.code, words[0].key) or words[0].key.endswith(several or (" ",))
        return words[0].capital and not (opens and plain)
    head = head_of_words(reading, WordSpan(first, last))
    small = not reading.words[head].capital and reading.keys[head] not in particles()
    if small and not reading.grammar.word_order.noun_before_adjective:
        return False  # *all 21 Tarn council members*
    other = {
        place
        for named in reading.named_in(first, last)
        if named.actor.type == "place"
        for place in range(named.first, named.last)
    }
    demonyms = lowered(reading.lexicon.code, "demonyms", 1)
    other |= {place for place in range(first, last - 1) if reading.keys[place] in demonyms}  # *the Tarnish leaflet*
    return any(word.capital and place not in other for place, word in enumerate(words[1:], first + 1))


def _introduces(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun for a person stands right before the name, whatever the name looks like: *son voisin Milan*."""
    return any(
        first <= found.last < last and reading.words[found.last].capital
        for place in range(max(0, first - LONGEST_NOUN), last)
        if (found := reading.lexicon.speakers.at(reading, place, last)) is not None
    )


def _is_body_name(reading: Reading, first: int, last: int) -> bool:
    """A name with an article before it and no noun for a person (*the Centre for Tax Policy*) is a body's."""
    if not reading.has(first, WordRole.DET) or not reading.words[last - 1].capital:
        return False
    return reading.lexicon.speakers.first(reading, first, last) is None


def is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun for a public body or office is among the words, alone or as the end of a compound."""
    if _first(reading, reading.lexicon.bodies, first, last) is not None:
        return True
    if not reading.grammar.nouns.compounds:
        return False
    endings = _endings(reading.lexicon.code)
    return any(word.rpartition("-")[2].endswith(endings) for word in reading.keys[first:last] if len(word) > LONG_BODY)


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(sorted(row[0] for row in rows(code, "official_bodies") if len(row[0]) >= LONG_BODY))


def _ends_in(reading: Reading, phrases: Phrases[str], first: int, last: int) -> bool:
    """Whether the last words are such a phrase, so that it is not part of a longer name."""
    return any(
        (found := phrases.at(reading, place, last)) is not None and found.last == last for place in range(first, last)
    )


def _first(reading: Reading, phrases: Phrases[T], first: int, last: int) -> T | None:
    found = phrases.first(reading, first, last)
    return None if found is None else found.value
