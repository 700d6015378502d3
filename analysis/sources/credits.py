"""Credits of news agencies: *(TT)*, *STOCKHOLM (AP) —*, *©NTB*, */Ritzau/*, *Quelle: dpa*, *(TT-Reuters)*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.attribution.lexicon import listed
from analysis.attribution.outlets import names, outlets_in
from analysis.attribution.reading import Reading
from analysis.columns import CreditKind
from analysis.matching import Keys, Phrases, key
from analysis.types import Span

SIGNS = frozenset("(©/[")
CLOSING = frozenset(")]/—–-")
BRACKETS = frozenset("()[]")
ENDS = frozenset(".!?")
DASHES = frozenset("—–-")
LINE_WORDS = 3
"""A line of at most so many words that holds an agency's name is its credit."""
SHORT_LINE = 6
"""A line of at most so many words is one of credits if a word such as *source* stands before the agency."""
LONGEST_LINE, LONGEST_WORD = 40, 40
"""Most tokens of a line that are looked at on either side, and characters of a token."""
REACH = 2
"""Most tokens between © and the agency (*© 2026 The Associated Press*), and words before it in brackets."""


def find_credits(reading: Reading) -> Iterator[Span]:
    """Credits in text order."""
    words = _credit_words(reading.lexicon.code)
    for first, last, start, end in _agencies(reading):
        if (not reading.quoted[first] or _signs(reading, first, last)) and _is_credit(reading, words, first, last):
            yield reading.document.span(start, end)


def _signs(reading: Reading, first: int, last: int) -> bool:
    """Whether the agency is a sentence of its own that ends a line, or a line with a dash: *— Reuters*; no speech."""
    begin, end = _line(reading, first, last)
    before = reading.keys[first - 1] if first else ""
    return last >= end and (before in ENDS or (first - 1 == begin and before in DASHES))


def _agencies(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """Agencies as words and as places in the text; those joined by a hyphen (*TT-AFP*) are one word."""
    found = {f.first: f for f in outlets_in(reading, 0, len(reading.words)) if f.kind == "agency"}
    for place, word in enumerate(reading.words):
        if place in found:
            last = found[place].last
            yield place, last, word.start, reading.words[last - 1].end
        elif "-" in word.key and (word.capital or reading.keys[place - 1 : place] == ("©",)):
            pieces = reading.text[word.start : word.end].split("-")
            if reading.keys[place - 1 : place] == ("©",) and _is_agency(pieces[0]):
                pieces = pieces[:1]  # a part of it: *© dpa-infocom*
            if all(_is_agency(piece) for piece in pieces):
                start = word.start
                for piece in pieces:
                    yield place, place + 1, start, start + len(piece)
                    start += len(piece) + 1


def _is_agency(piece: str) -> bool:
    known = names().at(Keys((key(piece),)), 0, 1) if piece else None
    return known is not None and known.value == "agency"


@cache
def _credit_words(code: str) -> Phrases[CreditKind]:
    return Phrases(listed(code, "credit_words", CreditKind))


def _is_credit(reading: Reading, words: Phrases[CreditKind], first: int, last: int) -> bool:
    keys = reading.keys
    before = keys[first - 1] if first else ""
    after = keys[last] if last < len(keys) else ""
    line = _line(reading, first, last)
    if any(_credits(words, reading, i, first) is CreditKind.PHOTO for i in range(line[0], first)):
        return False
    if "©" in keys[max(line[0], first - 1 - REACH) : first]:
        return True
    if before in SIGNS and after in CLOSING:
        return True
    if first == line[0] and after in DASHES and last + 1 < line[1]:
        return True
    behind_slash = before == "/" and first > 1 and keys[first - 2] in ENDS and last >= line[1]
    if behind_slash or (before in ENDS and (after == "/" or last >= line[1])):
        return True
    return _is_alone(reading, words, first, last, line)


def _credits(words: Phrases[CreditKind], reading: Reading, place: int, end: int) -> CreditKind | None:
    found = words.at(reading, place, end)
    return None if found is None else found.value


def _stands_before(words: Phrases[CreditKind], reading: Reading, place: int, end: int) -> bool:
    """Whether words such as *source* or *additional reporting by* are all that stands between the two."""
    found = words.at(reading, place, end)
    return found is not None and found.value is CreditKind.SOURCE and found.last == end


def _is_alone(reading: Reading, words: Phrases[CreditKind], first: int, last: int, line: tuple[int, int]) -> bool:
    """Whether the line, or what stands in brackets, holds nothing but the credit."""
    keys = reading.keys
    behind = words.at(reading, last, line[1]) if last < line[1] else None
    if behind is not None and behind.value is CreditKind.BEHIND and line[1] - behind.last <= 1:
        return first - line[0] <= REACH
    begin = max((i + 1 for i in range(line[0], first) if keys[i] in BRACKETS), default=line[0])
    others = sum(reading.words[i].is_word for i in (*range(line[0], first), *range(last, line[1])))
    ends = last >= line[1] - 1 or keys[last] in BRACKETS
    lead = [i for i in range(begin, first) if reading.words[i].is_word]
    if ends and any(_stands_before(words, reading, place, lead[-1] + 1) for place in lead):
        return others <= SHORT_LINE if begin == line[0] else len(lead) <= REACH
    if ends and first > line[0] and keys[first - 1] == "/" and others <= LINE_WORDS:
        return True
    return others < LINE_WORDS and last >= line[1] - 1 and first <= line[0] + 1


def _line(reading: Reading, first: int, last: int) -> tuple[int, int]:
    start, end = reading.words[first].start, reading.words[last - 1].end
    near = max(0, start - LONGEST_LINE * LONGEST_WORD)
    line_start = max(near, reading.text.rfind("\n", near, start) + 1)
    line_end = reading.text.find("\n", end, end + LONGEST_LINE * LONGEST_WORD)
    begin, stop = reading.range(line_start, line_end if line_end >= 0 else end + LONGEST_LINE * LONGEST_WORD)
    return max(begin, first - LONGEST_LINE), min(stop, last + LONGEST_LINE)
