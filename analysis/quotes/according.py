"""Statements by *according to X*, before, behind or around it."""

from __future__ import annotations

from analysis.attribution.lexicon import match_at, match_frame
from analysis.attribution.phrases import VERB_SECOND, Phrase
from analysis.attribution.reading import Reading
from analysis.attribution.subjects_after import subject_after
from analysis.quotes.drafts import Attribution
from analysis.quotes.parentheses import NOT_SUBJECT, Stretch

LONG_STATEMENT = 5
"""After so many words before *according to X*, what follows a comma is about X."""

POST_ROLES = frozenset({"det", "of", "gen", "prep", "rel"})


def according(reading: Reading, first: int, stop: int) -> tuple[list[Stretch], Attribution] | None:
    for place in range(first, stop):
        if reading.quoted[place]:
            continue
        found = match_at(reading.lexicon.according, reading.keys, place, stop)
        if found is None or found.value == "own":
            frame = match_frame(reading.lexicon.according, reading.keys, place, stop)
            if frame is not None:
                return _around(
                    reading,
                    Attribution(
                        "according",
                        None,
                        _frame_source(reading, place, frame, stop),
                        place,
                        _frame_end(reading, frame, stop),
                    ),
                    first,
                    stop,
                )
        if found is None:
            continue
        if found.value == "comma" and not (
            place > first and reading.keys[place - 1] == "," and _names_next(reading, place + 1, stop)
        ):
            continue
        if found.value == "post":
            post = _post_position(reading, place, first, stop)
            if post is not None:
                return post
            continue
        if found.value == "own":
            speaker: Phrase | None = Phrase(place, place + len(found.words))
        else:
            speaker = subject_after(reading, place + len(found.words), stop)
        if speaker is None:
            continue
        end = _apposition_end(reading, speaker.last, stop) if place == first else speaker.last
        return _around(reading, Attribution("according", None, speaker, place, end), first, stop)
    return None


def _names_next(reading: Reading, place: int, stop: int) -> bool:
    """Whether a name or an article with a noun follows, and then the end of the clause."""
    if place >= stop or not (reading.words[place].capital or reading.has(place, "det")):
        return False
    phrase = subject_after(reading, place, stop)
    return (
        phrase is not None
        and phrase.first == place
        and (
            phrase.last >= stop or not reading.words[phrase.last].is_word or reading.any_role(phrase.last, NOT_SUBJECT)
        )
    )


def _frame_end(reading: Reading, end: int, stop: int) -> int:
    """Past a genitive or *von* behind the noun of the frame."""
    if end < stop and reading.any_role(end, frozenset({"of"})) and not reading.words[end].capital:
        phrase = subject_after(reading, end + 1, stop)
        return phrase.last if phrase is not None and phrase.first == end + 1 else end
    return end


def _frame_source(reading: Reading, place: int, end: int, stop: int) -> Phrase:
    return Phrase(place + 1, max(end, _frame_end(reading, end, stop)))


def _around(
    reading: Reading, attribution: Attribution, first: int, stop: int
) -> tuple[list[Stretch], Attribution] | None:
    """The statement on both sides of *according to X*."""
    place, end = attribution.first, attribution.last
    pieces: list[Stretch] = []
    if place - first >= 1:
        cut = place
        while cut > first and not reading.words[cut - 1].is_word:
            cut -= 1
        if cut > first and not (cut - first == 1 and reading.any_role(first, frozenset({"conj", "adv"}))):
            pieces.append((first, cut))
    after = end
    while after < stop and not reading.words[after].is_word and reading.keys[after] in (",", ")", ":"):
        after += 1
    apposed = after > end and bool(pieces) and pieces[0][1] - pieces[0][0] > LONG_STATEMENT
    if pieces and after == end:
        apposed = reading.lexicon.code not in VERB_SECOND or reading.keys[place - 1] == ","
    if after < stop and (not pieces or (_goes_on(reading, end, after) and not apposed)):
        pieces.append((after, stop))
    return (pieces, attribution) if pieces else None


def _goes_on(reading: Reading, end: int, after: int) -> bool:
    """After a mid-sentence *according to X* the statement goes on, unless it only says when or where."""
    return not reading.any_role(after, frozenset({"rel", "time"})) if after > end else not reading.has(after, "time")


def _apposition_end(reading: Reading, place: int, stop: int) -> int:
    """Past an apposition: *According to X, the head of Y, …*"""
    if reading.lexicon.code in VERB_SECOND or place >= stop or reading.keys[place] != ",":
        return place
    comma = next((i for i in range(place + 1, min(stop, place + 14)) if reading.keys[i] == ","), None)
    if comma is None or not (
        (reading.has(place + 1, "det") and not is_clause(reading, place + 1, comma)) or reading.has(place + 1, "rel")
    ):
        return place
    return comma


def is_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb that can be recognised stands among the words."""
    return any(
        reading.any_role(i, frozenset({"have", "be", "modal"})) or i in reading.cue_at for i in range(first, last)
    )


def _post_position(reading: Reading, place: int, first: int, stop: int) -> tuple[list[Stretch], Attribution] | None:
    if place <= first or reading.keys[place] == "nach":
        return None
    begin = place
    while begin > first and reading.words[begin - 1].is_word and place - begin < 8:
        roles = reading.words[begin - 1].roles
        if roles - POST_ROLES or (
            not roles and not reading.words[begin - 1].capital and begin < place and not reading.words[begin].capital
        ):
            break
        begin -= 1
    if begin == place:
        return None
    pieces = [(place + 1, stop)]
    if begin > first + 1:
        pieces.insert(0, (first, begin - 1))
    return pieces, Attribution("according", None, Phrase(begin, place), begin, place + 1)
