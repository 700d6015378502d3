"""What stands before an attribution and only says when, where or how: *Earlier this week, X railed against Y.*"""

from __future__ import annotations

from analysis.attribution.phrases import is_verbal
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import FINITE, QUOTE_MARKS, VERBAL
from analysis.columns import WordRole

CIRCUMSTANCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.SUB})
SHORT_LEAD = 4
"""Most words of what tells when something was said."""
NOMINAL = frozenset({WordRole.DET, WordRole.POSS, WordRole.REL})
NO_SUB = frozenset({WordRole.DET, WordRole.PREP, WordRole.THAT})
OPENS_OBJECT = frozenset({WordRole.DET, WordRole.POSS, WordRole.PREP})
LONGEST_TIME = 6
"""Most words of a time that opens a sentence without a preposition."""
LONGEST_PLACE = 4
"""Most words of a preposition with its noun in which no verb can be."""


def is_circumstance(reading: Reading, lead: WordSpan) -> bool:
    """Whether the words before a parenthesis say only where or when: *In May*, *Earlier this week*."""
    if lead.size > LONGEST_TIME or reading.any_role(lead.first, NOMINAL):
        return reading.has(lead.first, WordRole.PREP)
    opens = reading.any_role(lead.first, CIRCUMSTANCE) or reading.any_role(lead.first + 1, CIRCUMSTANCE)
    return opens and (reading.has(lead.first, WordRole.PREP) or reading.has(lead.last - 1, WordRole.TIME))


def is_no_statement(reading: Reading, lead: WordSpan, behind: WordSpan, stop: int) -> bool:
    """Whether nothing is reported before and behind a parenthesis: before it stands a circumstance alone, and behind it
    nothing, a clause of its own (*told X, | that …*), a gerund, or a whole quoted sentence.

    ``behind`` are the words from the end of the attribution to where a statement would go on.
    """
    rest = behind.last
    if rest >= stop:
        return _is_open_clause(reading, lead) or _is_short(reading, lead)
    opens = _is_open_clause(reading, lead) or is_circumstance(reading, lead)
    return opens and _is_own(reading, rest, stop, behind.size > 1)


def has_object(reading: Reading, lead: WordSpan, place: int) -> bool:
    """*The next day, the group announced | its withdrawal*: a few words without a verb lead, and an object follows."""
    if place >= len(reading.words) or not reading.words[place].is_word:
        return False
    if lead.size > SHORT_LEAD and not is_circumstance(reading, lead):
        return False
    if any(is_verbal(reading, i) or i in reading.cue_at for i in range(*lead)):
        return False
    return not reading.any_role(place, CIRCUMSTANCE) and not reading.has(place + 1, WordRole.TIME)


def _is_own(reading: Reading, rest: int, stop: int, apart: bool) -> bool:
    """Whether what stands behind a parenthesis does not go on with what stands before it; ``apart`` if more than a
    comma stands between the two: *railed against X, | promising …*."""
    if reading.quoted[rest] or reading.keys[rest] in QUOTE_MARKS:
        first = next((i for i in range(rest, stop) if reading.words[i].is_word), rest)
        return reading.words[first].capital and bool(reading.quoted[first])
    if apart and reading.keys[rest].endswith(reading.grammar.verbs.participles) and not reading.words[rest].roles:
        return True
    that = (i for i in range(rest, stop) if reading.has(i, WordRole.THAT) and not reading.quoted[i])
    return any(reading.keys[i - 1] == "," and not reading.any_role(i, NOMINAL - {WordRole.REL}) for i in that)


def _is_open_clause(reading: Reading, lead: WordSpan) -> bool:
    """A subordinate clause or a gerund with what belongs to it, and no main clause: *When X resigned*, *Reading from a
    letter*."""
    first, last = lead
    joined = reading.has(first, WordRole.CONJ) and reading.has(first + 1, WordRole.SUB)
    first += joined and not reading.any_role(first + 1, NO_SUB)  # *But | when X resigned*
    if any(reading.keys[i] == "," and not reading.quoted[i] for i in range(first, last - 1)):
        return False
    if reading.grammar.word_order.verb_second and reading.words[first + 1].roles & FINITE - {WordRole.DET}:
        return False  # *Da var de i sjøen*: *da* is *then* where the verb follows
    if reading.has(first, WordRole.SUB) and not reading.any_role(first, NO_SUB):
        return not any(reading.has(i, WordRole.SUBJ) for i in range(first, last))
    if reading.has(first, WordRole.PREP) and reading.has(first + 1, WordRole.THAT) and lead.size > 2:
        return True  # *etter at dommen falt*
    word, participles = reading.words[first], reading.grammar.verbs.participles
    gerund = word.start in reading.opening_starts and word.key.endswith(participles) and not word.roles
    object_ = reading.any_role(first + 1, OPENS_OBJECT) and lead.size > 2
    return gerund and object_ and not any(reading.any_role(i, VERBAL) for i in range(first, last))


def _is_short(reading: Reading, lead: WordSpan) -> bool:
    """A time, or a preposition with a noun and no more."""
    timed = reading.has(lead.last - 1, WordRole.TIME)
    return is_circumstance(reading, lead) and (timed or lead.size <= LONGEST_PLACE) and lead.size <= LONGEST_TIME
