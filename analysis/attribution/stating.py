"""Who and what can state something: *the report shows that …*, but not *history shows that …*."""

from __future__ import annotations

from functools import cache

from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import is_document, is_listed
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import OBJECTS, PERSONAL
from analysis.columns import WordRole
from analysis.resources import rows

PERSONS = PERSONAL | OBJECTS | {WordRole.FIRST}
OF_OR_PREP = frozenset({WordRole.OF, WordRole.PREP, WordRole.BY})
LONG_NOUN = 7
"""Shortest noun that is looked for at the end of a compound."""
ANTECEDENT = 5
"""Most words of the noun phrase before a relative pronoun that are looked at."""
SPEAKING_LISTS = ("official_bodies", "media_words", "anonymous_sources")


def can_state(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the head of the phrase is somebody, a body, a medium, or something written or counted.

    Places, tracks, events and what is abstract only show; so do neuter pronouns.
    """
    first = phrase.first
    if phrase.size == 1 and reading.has(first, WordRole.REL) and not reading.any_role(first, PERSONS):
        return _antecedent_can_state(reading, first)
    if phrase.size == 1 and reading.any_role(first, PERSONS):
        return True
    head = WordSpan(first, _head_end(reading, phrase))
    return _is_somebody(reading, head) or _is_counted(reading, head) or _states(reading, head)


def _antecedent_can_state(reading: Reading, relative: int) -> bool:
    end = relative - 1 if reading.keys[relative - 1] == "," else relative
    start = max(reading.sentences[reading.sentence_of(relative)].first, end - ANTECEDENT)
    return end > start and (can_state(reading, WordSpan(start, end)) or _states(reading, WordSpan(start, end)))


def _head_end(reading: Reading, phrase: WordSpan) -> int:
    """Where the head with what stands before it ends: at a preposition that joins something else to it, or a mark."""
    for place in range(phrase.first + 1, phrase.last):
        if reading.any_role(place, OF_OR_PREP) and not reading.words[place].capital:
            return place
        if reading.keys[place] in (",", "("):
            return place
    return phrase.last


def _is_somebody(reading: Reading, head: WordSpan) -> bool:
    """A name at the end that is nobody's possession, or a noun for what somebody is."""
    for named in reading.named_in(*head):
        if (
            named.last <= head.last
            and named.actor.type != "place"
            and not (named.last < head.last and is_genitive(reading, named))
        ):
            return True
    return any(is_role_noun(reading, place) for place in range(*head))


def _is_counted(reading: Reading, head: WordSpan) -> bool:
    return head.size > 1 and reading.keys[head.last - 1] in reading.grammar.nouns.share_words


def _states(reading: Reading, head: WordSpan) -> bool:
    if is_listed(reading, head) or is_document(reading, head):
        return True
    endings = _endings(reading.lexicon.code) if reading.grammar.nouns.compounds else ()
    return any(reading.keys[place].endswith(endings) for place in range(*head))


@cache
def _endings(code: str) -> tuple[str, ...]:
    nouns = (row[0] for name in SPEAKING_LISTS for row in rows(code, name))
    return tuple(sorted(noun for noun in nouns if len(noun) >= LONG_NOUN and " " not in noun))
