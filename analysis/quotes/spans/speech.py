"""Marked words that nothing attributes and that are speech all the same: sentences, wording, words amid reports."""

from __future__ import annotations

from analysis.attribution.reading import Reading
from analysis.columns import CueUse, WordRole
from analysis.quotes.spans.marked import WINDOW, MarkedWords
from analysis.quotes.spans.naming import is_name
from analysis.quotes.spans.shape import is_alone, is_heading, is_sentence_like, is_statement, is_title

CALLING = frozenset({CueUse.CALL, CueUse.JUDGE})

FRAGMENT = 4
"""A phrase in small letters of at least so many words within marks is somebody's wording, whoever said it."""
LIKE = 3
"""Most words of *such as*."""
BEHIND = 12
"""Words behind a fragment in which its sentence shows the mood of reported speech."""
LIKENING = frozenset({WordRole.AS, WordRole.WH, WordRole.SUB})


def is_speech(reading: Reading, m: MarkedWords) -> bool:
    """Whether marked words that nothing attributes are speech: a statement, somebody's wording, or amid reports."""
    sentence_like = is_sentence_like(reading, m)
    return _is_by_itself(reading, m, sentence_like) or (not sentence_like and _is_amid_reports(reading, m))


def _is_by_itself(reading: Reading, m: MarkedWords, sentence_like: bool) -> bool:
    if (m.whole and is_heading(reading, m)) or is_title(reading, m):
        return False
    if sentence_like:
        return is_alone(reading, m) or m.whole or m.mark.goes_on or is_statement(reading, m)
    return m.mark.goes_on or (m.whole and m.count >= 2) or _is_fragment(reading, m) or _is_worded(reading, m)


def _is_amid_reports(reading: Reading, m: MarkedWords) -> bool:
    """In reported speech or next to it, and no name."""
    return (_is_reported_around(reading, m) or _is_amid_speech(reading, m)) and not is_name(reading, m, None)


def _is_reported_around(reading: Reading, m: MarkedWords) -> bool:
    """The sentence around a fragment stands in the mood of reported speech: *Es handle sich um eine „…“.*"""
    opening, closing = m.outside
    if opening >= len(reading.words):
        return False
    first, last = reading.sentences[reading.sentence_of(opening)]
    begin = max(first, opening - WINDOW)
    stop = min(max(last, closing + BEHIND), closing + WINDOW, len(reading.words))
    return any(reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in range(begin, stop))


def _is_fragment(reading: Reading, m: MarkedWords) -> bool:
    """A longer phrase that begins in small letters: nobody but a speaker or writer puts it so."""
    opening = reading.words[m.inside.first]
    return m.count >= FRAGMENT and opening.is_word and not opening.capital and opening.key.isalpha()


def _is_worded(reading: Reading, m: MarkedWords) -> bool:
    """*with the words „…“*, *slogans such as „…“*: a noun of saying right before the marked words."""
    opening = m.outside.first
    place = opening
    while place > 0 and opening - place < LIKE and reading.any_role(place - 1, LIKENING):
        place -= 1
    nouns = reading.lexicon.nouns
    return any(
        (found := nouns.at(reading, start, place)) is not None and found.last == place
        for start in range(max(0, place - 2), place)
    )


def _is_amid_speech(reading: Reading, m: MarkedWords) -> bool:
    """A phrase in small letters next to a sentence that tells what somebody said."""
    first = m.inside.first
    if m.count < 2 or reading.words[first].capital:
        return False
    own = reading.sentence_of(first)
    for index in (own - 1, own + 1):
        if not 0 <= index < len(reading.sentences):
            continue
        begin, end = reading.sentences[index]
        if not (m.paragraph.first <= begin and end <= m.paragraph.last + 1):
            continue
        hits = reading.cues_in(max(begin, first - WINDOW), min(end, first + WINDOW))
        plain = [hit for hit in hits if CueUse.SAY in hit.cue.use and not hit.cue.use & CALLING]
        if any(not hit.passive and not reading.quoted[hit.head] for hit in plain):
            return True
    return False
