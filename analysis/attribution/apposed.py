"""Whom a description beside a name is of, where commas mislead: *X, head of Y said*, *…, the head of Y, X, said*."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.columns import WordRole

DET_OR_POSS = frozenset({WordRole.DET, WordRole.POSS})
ADVERBIAL = frozenset({WordRole.ADV, WordRole.NEG, WordRole.TIME, WordRole.PREP, WordRole.REFL})
DET_OR_THAT = frozenset({WordRole.DET, WordRole.THAT})
OBJECT_OPENERS = frozenset({WordRole.DET, WordRole.PREP})
FULL_NAME = 2
"""Fewest words of a name that a description is set beside without a second comma."""
LONG_DESCRIPTION = 4
"""Fewest words of a description that opens with an article."""
LONGEST_PIECE = 10
"""Most words of a description that another one follows."""
TITLE = 3
"""Most words before that name: a title, an adjective."""


def described(reading: Reading, phrase: WordSpan, floor: int) -> WordSpan | None:
    """The name with which a clause opens, before a description that no comma closes: *Karin Holm, rektor på X sa*,
    *Ann Moore, head of X, a school in Y said*."""
    first = phrase.first
    if first - 1 <= floor or reading.keys[first - 1] != ",":
        return None
    if reading.any_role(first, DET_OR_POSS):
        new = reading.keys[first] in reading.grammar.determiners.introducing and phrase.size >= LONG_DESCRIPTION
        if not new or reading.grammar.word_order.verb_second:
            return None
    elif not (_is_noun_with_place(reading, phrase) or any(is_role_noun(reading, i) for i in (first, first + 1))):
        return None
    if any(one.last - one.first >= FULL_NAME for one in reading.persons_in(first, phrase.last)):
        return None
    comma = first - 1
    between = next((i for i in range(comma - 1, max(floor, comma - LONGEST_PIECE), -1) if reading.keys[i] == ","), None)
    if between is not None and any(is_role_noun(reading, i) for i in range(between + 1, between + 1 + TITLE)):
        comma = between  # *Ann Moore, | head of X, | a school in Y said*: of what is described in turn
    named = next((one for one in reading.persons_in(floor, comma) if one.last == comma), None)
    if named is None or named.last - named.first < FULL_NAME or named.first - floor > TITLE:
        return None
    lead = range(floor, named.first)
    plain = all(reading.words[i].capital or not reading.words[i].roles or not reading.words[i].is_word for i in lead)
    return WordSpan(named.first, named.last) if plain else None


def _is_noun_with_place(reading: Reading, phrase: WordSpan) -> bool:
    """A common noun with a prepositional phrase, where a small letter tells it from a name: *konstnär från Lund*."""
    word, following = reading.words[phrase.first], reading.words[min(phrase.first + 1, phrase.last - 1)]
    common = not word.capital and not word.roles and phrase.first not in reading.cue_at
    return common and WordRole.PREP in following.roles and not reading.grammar.nouns.capitalised


def closing_name(reading: Reading, pieces: Sequence[tuple[int, int]]) -> WordSpan | None:
    """The full name that stands alone between the last two commas: *…, the head of Y, Ann Moore, said*."""
    first, last = pieces[-1]
    if len(pieces) < 2 or last - first < FULL_NAME:
        return None
    if any(
        reading.has(begin, WordRole.REL) and not reading.words[begin].capital for begin, _ in pieces
    ) and not _is_whose(reading, *pieces[-2]):
        return None
    named = reading.persons_in(first, last)
    return WordSpan(first, last) if named and (named[0].first, named[0].last) == (first, last) else None


def _is_whose(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a relative pronoun in the genitive with its noun: *whose general secretary*."""
    opens = any(reading.has(i, WordRole.REL) for i in range(first, min(first + TITLE, last - 1)))
    return opens and last - first <= TITLE + 2 and is_role_noun(reading, last - 1)


def name_and_description(reading: Reading, first: int, comma: int) -> WordSpan | None:
    """The full name between two commas, with the description before it, where a clause stands before both: *police
    found a body | , the head of Y, Ann Moore, told …*."""
    named = next((one for one in reading.persons_in(first, comma) if one.last == comma), None)
    if named is None or named.last - named.first < FULL_NAME:
        return None
    before = _before_title(reading, named, first)
    if reading.keys[before] != ",":
        return None
    opening = next((i for i in range(before - 1, first, -1) if not reading.words[i].is_word), first)
    begins = reading.has(opening + 1, WordRole.DET) and reading.keys[opening] == ","
    return WordSpan(opening + 1, named.last) if begins and opening - first > FULL_NAME else None


def closes_with_name(reading: Reading, first: int, comma: int) -> bool:
    """*…, the head of the school, Anna Berg, asked for the talks*: a full name between two commas, with a title before
    it or none, and a verb that may have an object."""
    named = next((one for one in reading.persons_in(first, comma) if one.last == comma), None)
    return (
        named is not None
        and named.last - named.first >= FULL_NAME
        and reading.keys[_before_title(reading, named, first)] == ","
    )


def _before_title(reading: Reading, named: Named, first: int) -> int:
    """The place before a name and its title."""
    place = named.first - 1
    while place > first and named.first - place <= TITLE and is_role_noun(reading, place):
        place -= 1
    return place


def opens_relative(reading: Reading, phrase: WordSpan) -> bool:
    """*der die Entscheidung … nannte*, *, die zuletzt vor den Folgen gewarnt hatte*: a relative pronoun that is the
    subject, and what stands between it and the verb at the end of its clause."""
    if not reading.grammar.word_order.verb_final or phrase.size < 3 or not reading.has(phrase.first, WordRole.REL):
        return False
    following = reading.words[phrase.first + 1]
    if following.capital:
        return False
    if WordRole.DET in following.roles:
        return WordRole.OF not in following.roles
    behind_comma = phrase.first > 0 and reading.keys[phrase.first - 1] == ","
    behind_comma = behind_comma and phrase.last < len(reading.words) and reading.words[phrase.last].is_word
    return behind_comma and (bool(following.roles & ADVERBIAL) or following.key in reading.grammar.pronouns.oblique)


def is_predicate(reading: Reading, phrase: WordSpan, floor: int) -> bool:
    """Whether the words are what a relative clause says of the subject before: *the experts who | read the report*."""
    pronoun, first = phrase.first - 1, reading.words[phrase.first]
    if pronoun - 1 < floor or phrase.size < FULL_NAME or not reading.has(pronoun, WordRole.REL):
        return False
    plain = not reading.any_role(pronoun, DET_OR_THAT) and reading.words[pronoun - 1].is_word
    verb = first.is_word and not first.capital and not first.roles
    return plain and verb and reading.any_role(phrase.first + 1, OBJECT_OPENERS)
