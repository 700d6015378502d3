"""What kind of source somebody or something is."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from analysis.actors.phrases import lowered
from analysis.actors.tagger import load_tagger
from analysis.attribution.outlets import OWNING, names
from analysis.attribution.reading import Reading
from analysis.attribution.roles import QUOTE_MARKS
from analysis.columns import MediumKind, WordRole
from analysis.matching import Phrases
from analysis.resources import rows
from analysis.types import Actor, SourceType

T = TypeVar("T")
MEDIA: dict[MediumKind | None, SourceType] = {
    MediumKind.DOCUMENT: "document",
    MediumKind.OUTLET: "outlet",
    MediumKind.SOCIAL: "social",
}
KINDS: dict[str, SourceType] = {"outlet": "outlet", "agency": "outlet", "social": "social"}
LONGEST_NOUN = 3
"""Words of the longest noun for a person that is looked for before a name."""
LONG_NOUN = 7
"""Shortest noun for a body that is looked for at the end of a compound (*utrikesministeriet*)."""


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
    known = names().at(reading, first, last)
    if known is None and first + 1 < last and reading.has(first, WordRole.DET):
        known = names().at(reading, first + 1, last)
    if (
        known is not None
        and reading.words[last - 1].capital
        and not reading.any_role(min(known.last, last - 1), OWNING)
    ):
        return KINDS[known.value]
    if _first(reading, reading.lexicon.anonymous, first, last) is not None:
        return "anonymous"
    medium, body = _first(reading, reading.lexicon.media, first, last), is_body(reading, first, last)
    if medium in MEDIA and (medium is MediumKind.DOCUMENT or not body):
        return MEDIA[medium]
    if actor is not None and actor.type in ("organization", "place") and not body:
        return "person" if _introduces(reading, first, last) else "official"
    if body:
        return "official"
    if actor is not None and actor.type == "group":
        return "anonymous"
    if not _is_named(reading, first, last):
        return "person" if _introduces(reading, first, last) else "anonymous"
    return "official" if _is_body_name(reading, first, last) else "person"


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
        return all(word.capital and not word.roles for word in words) and not any(
            reading.lexicon.speakers.at(reading, i, last) for i in range(first, last)
        )
    if len(words) == 1:
        opens = words[0].start in reading.opening_starts
        return words[0].capital and not (opens and load_tagger().common(reading.lexicon.code, words[0].key))
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
    return any(key.rpartition("-")[2].endswith(endings) for key in reading.keys[first:last] if len(key) > LONG_NOUN)


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(sorted(row[0] for row in rows(code, "official_bodies") if len(row[0]) >= LONG_NOUN))


def _ends_in(reading: Reading, phrases: Phrases[str], first: int, last: int) -> bool:
    """Whether the last words are such a phrase, so that it is not part of a longer name."""
    return any(
        (found := phrases.at(reading, place, last)) is not None and found.last == last for place in range(first, last)
    )


def _first(reading: Reading, phrases: Phrases[T], first: int, last: int) -> T | None:
    found = phrases.first(reading, first, last)
    return None if found is None else found.value
