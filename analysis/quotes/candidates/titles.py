"""Marked words that name what is listed, read or charged: titles in brackets, articles of a list, crimes."""

from __future__ import annotations

from analysis.attribution.reading import Reading
from analysis.attribution.roles import QUOTE_MARKS
from analysis.columns import WordRole
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.spans.marked import MarkedWords

LONGEST = 12
"""Most words of a title in a list or in brackets."""
BRACKET = 24
"""Most words from the bracket to the marked words."""
CHARGED = 4
"""Most words between what somebody is charged with and the word for the charge."""
TOLD_BEHIND = frozenset({Way.AFTER, Way.ACCORDING, Way.COLON})
SPOKEN = frozenset({WordRole.FIRST})


def is_listed_title(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """*(see “…”)*, *workshops (“…”, “…”)*: words in brackets that nothing within the brackets attributes; *articles
    like: “…”*."""
    if m.count > LONGEST or any(reading.any_role(i, SPOKEN) for i in range(*m.inside)):
        return False
    opening = _bracket_before(reading, m)
    if opening is None:
        return _is_example(reading, m)
    return (found is None or found.first <= opening) and _is_listed(reading, m, opening)


def opens_reading_on(reading: Reading, m: MarkedWords) -> bool:
    """*“Read also …”*: a line in marks that sends to another article."""
    first = m.inside.first
    return reading.keys[first] in reading.grammar.orthography.reading_on and reading.has(first + 1, WordRole.ADV)


def _bracket_before(reading: Reading, m: MarkedWords) -> int | None:
    """Where the bracket opens in which the marked words stand."""
    for place in range(m.outside.first - 1, max(m.paragraph.first, m.outside.first - BRACKET) - 1, -1):
        if reading.keys[place] == ")":
            return None
        if reading.keys[place] == "(":
            return place
    return None


def _is_listed(reading: Reading, m: MarkedWords, opening: int) -> bool:
    """Whether a word for reading on or several marked stretches open the bracket: *(see “…”)*, *(“…”, “…”)*."""
    if reading.keys[opening + 1] in reading.grammar.orthography.reading_on:
        return True
    closing, first = m.outside.last, m.outside.first
    following = reading.keys[closing : closing + 2]
    behind = len(following) == 2 and following[0] in (",", ";") and following[1] in QUOTE_MARKS
    before = reading.keys[first - 1] in (",", ";") and reading.keys[first - 2] in QUOTE_MARKS
    return (first == opening + 1 and behind) or before


def _is_example(reading: Reading, m: MarkedWords) -> bool:
    """*articles like: “…”*: what a work that is one of several is called."""
    place = m.outside.first - 1
    if place > 0 and reading.keys[place] == ":":
        place -= 1
    if place < 1 or not (reading.has(place, WordRole.AS) or reading.keys[place] in reading.grammar.clauses.as_words):
        return False
    return any(key in reading.grammar.orthography.listed_works for key in reading.keys[place - 2 : place])


def is_charge(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """*charged with “…”*, *mis en examen pour « … »*: what somebody is charged with, if nobody behind it says so."""
    place, charging = m.outside.first - 1, reading.grammar.verbs.charging
    if found is not None and found.way in TOLD_BEHIND:
        return False
    if place < 1 or not reading.any_role(place, {WordRole.PREP, WordRole.OF, WordRole.CONJ}):
        return False
    if reading.has(place, WordRole.CONJ) and reading.keys[place - 1] in QUOTE_MARKS:
        before = range(place - 2, max(0, place - BRACKET), -1)
        place = next((i for i in before if reading.keys[i] in QUOTE_MARKS), 0) - 1
    reach = range(max(0, place - CHARGED), max(place, 0))
    return any(reading.keys[i].startswith(charging) for i in reach) if charging else False
