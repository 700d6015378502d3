"""Media named as having reported something, whether or not a quotation was found there."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.outlets import Found, outlets_in
from analysis.attribution.reading import Reading
from analysis.attribution.roles import GENITIVE_MARKS, QUOTE_MARKS, VERBAL
from analysis.columns import CueUse, MediumKind, WordRole
from analysis.types import Quote

TOLD_IN = frozenset({MediumKind.AUDIENCE, MediumKind.DOCUMENT})
JOINING = frozenset({WordRole.PREP, WordRole.GEN, WordRole.OF})

PASSING_ON = frozenset({CueUse.SAY, CueUse.QUOTE})
"""Uses of verbs beside which a medium has reported something: *writes*, *quotes*."""
TOLD = 8
"""Most words from a word of saying, or the start of the sentence, to the outlet that something is said to."""
REACH = 12
"""Words before a medium without a name in which a word of saying makes it a source."""
LONGEST_DESCRIPTION = 5
"""Most words before a medium's name that say what it is."""


def find_cited(reading: Reading) -> Iterator[Found]:
    """The media, in text order."""
    for first, last in reading.sentences:
        for found in outlets_in(reading, first, last):
            if not reading.quoted[found.first] and not is_part(reading, found) and _cites(reading, found, first, last):
                yield found


def is_part(reading: Reading, found: Found) -> bool:
    """Whether the words are a part of another name or go on with their noun: *the Ministry of | Foreign Affairs*, *a
    regular press | briefing*."""
    if reading.has(found.first - 1, WordRole.OF):
        body = reading.lexicon.bodies.at(reading, found.first - 2, found.first - 1) is not None
        longer = (one for one in reading.named_in(found.first, found.last) if one.first < found.first)
        if body or any(one.last >= found.last for one in longer):
            return True
    following = reading.words[found.last] if found.last < len(reading.words) else None
    if found.named or following is None or not reading.grammar.nouns.plural_s or found.last in reading.cue_at:
        return False
    plain = following.is_word and not following.roles and not following.capital and following.key.isalpha()
    return plain and reading.grammar.determiners.obligatory and not reading.grammar.word_order.noun_before_adjective


def is_told(reading: Reading, found: Found, quote: Quote) -> bool:
    """Whether an outlet named beside a statement is where it was made: *told X*, *in an interview with X*.

    It stands close behind the word of saying, or in what the sentence opens with; not between the speaker and that
    word, where it says whom the speaker works for.
    """
    if quote.cue is None:
        return True
    first, last = reading.range(quote.cue.start, quote.cue.end)
    owns = found.last < len(reading.keys) and reading.keys[found.last] in GENITIVE_MARKS
    if owns or not any(_says(reading, place) for place in range(first, last)):
        return False
    if found.first >= last:
        return found.first - last <= TOLD
    speaker = quote.speaker
    named = 0 if speaker is None or speaker.end is None else reading.range(0, speaker.end)[1]
    opening = reading.sentences[reading.sentence_of(found.first)][0]
    apposed = 0 < named <= found.first and "," in reading.keys[found.last : first]
    return found.first - opening <= TOLD and not apposed


def _cites(reading: Reading, found: Found, first: int, last: int) -> bool:
    """Beside a word of saying, after *by*, in parentheses, or told something."""
    before, after = found.first - 1, found.last
    if not found.named:
        hits = reading.cues_in(max(first, found.first - REACH), found.first)
        apart = after >= last or not reading.words[after].is_word or bool(reading.words[after].roles)
        led = reading.any_role(before, JOINING)
        return apart and led and any(CueUse.SAY in hit.cue.use for hit in hits)
    before = _before_description(reading, first, before)
    if before >= first and reading.keys[before] == "(" and after < last and reading.keys[after] == ")":
        return found.kind != "agency"
    if before >= first and ((reading.has(before, WordRole.BY) and found.kind != "social") or _says(reading, before)):
        return True
    end = next((i for i in range(after, min(last, after + 3)) if not reading.words[i].is_word), min(last, after + 3))
    if any(_says(reading, place) for place in range(after, end)):
        return True
    return _closes_clause(reading, before, after, last) or _is_given_to(reading, first, before, last, found)


def _closes_clause(reading: Reading, before: int, after: int, last: int) -> bool:
    """Whether a verb of saying ends the clause that opens before a medium: *weil der Bote | davon berichtet hatte*."""
    if not reading.grammar.word_order.verb_final or not reading.has(before, WordRole.SUB):
        return False
    end = next((i for i in range(after, last) if not reading.words[i].is_word), last)
    while end > after and reading.any_role(end - 1, VERBAL):
        end -= 1
    return end > after and _says(reading, end - 1)


def _is_given_to(reading: Reading, first: int, before: int, last: int, found: Found) -> bool:
    """*in an interview with X*, *i en artikel i X*, *in einem Bericht von X*: what something was told in, of a medium,
    beside a verb of saying or words in marks."""
    if reading.keys[before] in QUOTE_MARKS:
        before -= 1
        before -= reading.has(before, WordRole.DET) and not reading.has(before, WordRole.PREP)
    if found.kind == "social" or before - 1 <= first or not reading.any_role(before, JOINING):
        return False
    noun = next((i for i in (before - 1, before - 2) if reading.lexicon.media.at(reading, i, before) is not None), None)
    medium = None if noun is None else reading.lexicon.media.at(reading, noun, before)
    if noun is None or medium is None or medium.last != before or medium.value not in TOLD_IN:
        return False
    opening = next((i for i in range(noun - 1, max(first - 1, noun - 4), -1) if reading.any_role(i, JOINING)), None)
    told = any(reading.quoted[first:last]) or any(_says(reading, i) for i in range(first, last))
    return told and opening is not None and all(reading.words[i].is_word for i in range(opening, noun))


def _before_description(reading: Reading, first: int, place: int) -> int:
    """The word before what leads up to a medium's name: *to* in *told to the state news agency X*."""
    described = False
    stop = max(first, place - LONGEST_DESCRIPTION)
    while place >= stop and reading.words[place].is_word and place not in reading.cue_at:
        if reading.has(place, WordRole.DET):
            return place - 1
        noun = any(reading.lexicon.media.at(reading, i, place + 1) for i in range(max(stop, place - 2), place + 1))
        if reading.words[place].roles or not (noun or described):
            break
        described, place = True, place - 1
    return place


def _says(reading: Reading, place: int) -> bool:
    return place in reading.cue_at and bool(reading.cue_at[place].cue.use & PASSING_ON)
