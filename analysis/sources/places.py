"""Places that stand for whoever governs them, and those that only say where somebody is."""

from __future__ import annotations

from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.columns import WordRole
from analysis.sources.kinds import is_body
from analysis.types import Actor

RELATIVE = frozenset({WordRole.REL, WordRole.WH})
OWNING = frozenset({WordRole.OF, WordRole.BY})


def is_of_place(reading: Reading, words: WordSpan, place: Actor | None) -> bool:
    """Whether the words are about a body or a paper that a place only tells more of: *the water board of Tarn*."""
    if place is None or place.type != "place":
        return False
    named = next((one for one in reading.named_in(*words) if one.actor.id == place.id), None)
    if named is None or named.first <= words.first:
        return False
    before = WordSpan(words.first, named.first)
    if any(reading.has(i, WordRole.CONJ) for i in range(*before)):
        return False
    research = any(key in reading.grammar.nouns.research for key in reading.keys[before.first : before.last])
    return research or is_body(reading, *before) or is_document(reading, before)


def is_only_where(reading: Reading, words: WordSpan, place: Actor | None, *, said: bool) -> bool:
    """Whether a preposition shows that something is in the place and nobody speaks for it: *at the rally in Tarn*; with
    a verb of saying (``said``) only where a relative pronoun means the place: *a group in Tarn, which says*."""
    if place is None or place.type != "place":
        return False
    pronoun = words.size == 1 and reading.any_role(words.first, RELATIVE)
    if said and not pronoun:
        return False
    named = _last_before(reading, words.first + (not pronoun), place)
    if named is None or named.first == 0:
        return False
    before = named.first - 1
    placing = reading.keys[before] in reading.grammar.clauses.place_prepositions
    return placing and not reading.any_role(before, OWNING)


def _last_before(reading: Reading, stop: int, place: Actor) -> Named | None:
    """The name of the place that stands last before a word in its sentence."""
    first = reading.sentences[reading.sentence_of(max(0, stop - 1))][0]
    named = [one for one in reading.named_in(first, stop) if one.actor.id == place.id]
    return named[-1] if named else None
