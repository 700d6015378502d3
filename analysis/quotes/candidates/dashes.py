"""Speech behind a quotation dash: everything outside the clause that names the speaker is speech.

The dash opens a paragraph, or a sentence within one (*He condemned the meeting. – It is a betrayal, he said.*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.attribution.phrases import SAYING, is_first_person
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import SINGULAR
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, SourcePlace, WordRole
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.constructions.unlisted import ends_speech, speaker_behind
from analysis.quotes.drafts import Draft
from analysis.types import Paragraph

CLAUSE_STARTS = frozenset({WordRole.CONJ, WordRole.SUB, WordRole.REL})
SPOKEN = frozenset({WordRole.FIRST, WordRole.MODAL})
"""What shows that words are still speech: its *I* and *we*, and what must or may be."""

OPENING = re.compile(r"[–—―-]\s*")
HANDLE = re.compile(r"[–—―-] [^\n]{0,80}\(@\w+\)")
"""Who wrote a post, below it: *— Anna Berg (@aberg) 3 May 2020*."""
MIDWAY = re.compile(r"(?<=[.!?…:]) [–—―-] (?=[^\W\d_])")
BREAKS = frozenset({",", "?", "!", "…", ".", "–", "—", "”", '"', "»", "“"})
UNLISTED_BREAKS = frozenset({",", "?", "!", "…"})
LATE = 3
"""Most words behind the name of who spoke, where its verb is in no list."""
NEAR = 6
"""Words of a sentence among which the negation of its verb stands."""
LONGEST_SPEECH = 80
"""Most words from a dash within a paragraph to the clause that names the speaker."""
RESUMED_AFTER = 6
"""A speech of at most so many words before its attribution goes on after it: *– Vi er, sier han, klare.*"""


def find_dashed(reading: Reading, paragraph: Paragraph) -> Iterator[Draft]:
    """Stretches of speech of one dash paragraph, in text order."""
    opening = OPENING.match(reading.text, paragraph.start)
    if HANDLE.match(reading.text, paragraph.start, paragraph.end):
        return
    yield from _from(reading, opening.end() if opening else paragraph.start, paragraph)


def find_dashed_midway(reading: Reading, paragraph: Paragraph, customary: bool) -> Iterator[Draft]:
    """Stretches of speech behind a dash that opens a sentence within a paragraph, in text order.

    A clause that names the speaker must close the first of them; the paragraph's end does where dashes open speech
    elsewhere in the article (``customary``). Dashes within a sentence, ranges and routes open none.
    """
    reached = paragraph.start
    for dash in MIDWAY.finditer(reading.text, paragraph.start, paragraph.end):
        if dash.start() < reached or not reading.text[dash.end()].isupper():
            continue
        begin, stop = reading.range(dash.start(), paragraph.end)
        label = _headline_label(reading, paragraph, begin)
        draft = (
            _speech(reading, reading.range(dash.end(), paragraph.end).first, stop, label, paragraph) if label else None
        )
        if draft is not None:
            yield draft
            return
        if not any(word.start in reading.opening_starts for word in reading.words[begin : min(stop, begin + 2)]):
            continue
        near = _attributions(reading, begin + 1, min(stop, begin + LONGEST_SPEECH))
        if not customary and next(near, None) is None:
            continue
        found = list(_from(reading, dash.end(), paragraph))
        if found:
            yield from found
            last = found[-1]
            end = last.attribution.last if last.attribution is not None else stop
            reached = max(last.end, reading.words[end - 1].end)


def _headline_label(reading: Reading, paragraph: Paragraph, dash: int) -> Attribution | None:
    """Whoever opens a headline whose colon stands before the dash: *Vik om budsjettet: – En skandale*."""
    first = reading.range(paragraph.start, paragraph.end).first
    if paragraph.role != "headline" or dash <= first or reading.keys[dash - 1] != ":":
        return None
    named = [n for n in reading.persons_in(first, dash) if n.first == first]
    told = [Attribution(None, WordSpan(n.first, n.last), n.first, n.last, Way.LABEL) for n in named]
    return told[0] if told else None


def _from(reading: Reading, begin: int, paragraph: Paragraph) -> Iterator[Draft]:
    """Stretches of speech from an offset to the paragraph's end, or to where the outlet tells on.

    Where the paragraph tells before the dash, it also tells behind the attribution of whoever spoke.
    """
    first, stop = reading.range(begin, paragraph.end)
    place = first
    told_too = _tells_too(reading, begin, paragraph)
    while place < stop:
        found = next(_attributions(reading, place, stop), None) or _unlisted(reading, place, stop)
        until = found.first if found else stop
        if place > first and (on := _tells_on(reading, place, until)) is not None:
            until, found = on, None
        while (told := _told_between(reading, WordSpan(place, until))) is not None:
            draft = _speech(reading, place, told.first, found, paragraph)
            if draft:
                yield draft
            place = told.last
        draft = _speech(reading, place, until, found, paragraph)
        if draft:
            yield draft
        if found is None:
            return
        place = found.last
        resumed = MIDWAY.search(reading.text, reading.words[place - 1].start, paragraph.end)
        if resumed is not None:
            place = reading.range(resumed.end(), paragraph.end).first
        elif place < stop and (_is_narrative(reading, place, stop) or (told_too and _is_about(reading, place, stop))):
            return


def _tells_on(reading: Reading, place: int, stop: int) -> int | None:
    """Where the outlet tells on behind a sentence that is speech still: *… Kari Vik vil ikke si hvem det er.*"""
    begin = _sentence_stop(reading, place, stop)
    while begin < stop:
        end = _sentence_stop(reading, begin, stop)
        named = any(n.first == begin for n in reading.persons_in(begin, min(end, begin + LATE)))
        said = any(hit.first > begin and hit.cue.use & SAYING for hit in reading.cues_in(begin, end))
        own = any(reading.has(i, WordRole.FIRST) for i in range(begin, end))
        if named and not own and (said or _keeps_silent(reading, begin, end)):
            return begin
        begin = end if end > begin else stop
    return None


def _keeps_silent(reading: Reading, first: int, stop: int) -> bool:
    """*Kari Vik vil ikke si hvem …*, *… vil ikke kommentere saken*: a negation, and near it a question or a comment."""
    place = next((i for i in range(first, min(stop, first + NEAR)) if reading.has(i, WordRole.NEG)), stop)
    reach = range(place + 1, min(stop, place + LATE + 1))
    stems = reading.grammar.verbs.commenting
    return any(
        reading.has(i, WordRole.WH) or (stems and reading.keys[i].startswith(stems)) or _is_of_saying(reading, i, stop)
        for i in reach
    )


def _is_of_saying(reading: Reading, place: int, stop: int) -> bool:
    found = reading.lexicon.cues.at(reading, place, stop)
    return found is not None and CueUse.SAY in found.value.use and CueUse.THAT_CLAUSE not in found.value.use


def _opens_titled(reading: Reading, first: int, stop: int) -> bool:
    """Whether the sentence opens with somebody by name, behind a title or not: *Advokat Kari Vik …*."""
    named = next((n for n in reading.persons_in(first, min(stop, first + LATE))), None)
    return named is not None and all(is_role_noun(reading, i) for i in range(first, named.first))


def _tells_too(reading: Reading, begin: int, paragraph: Paragraph) -> bool:
    """Whether the outlet tells something in the paragraph of a dash: before it, or before a dash that opens speech
    anew."""
    before = reading.text[paragraph.start : begin].strip(" \u00a0–—―-")
    return bool(before) or MIDWAY.search(reading.text, begin, paragraph.end) is not None


def _is_about(reading: Reading, place: int, stop: int) -> bool:
    """Whether nothing up to ``stop`` is speech, or the sentence is about *he* or *she* or somebody by name: *Han hadde
    kjørt hele natten.*"""
    end = _sentence_stop(reading, place, stop)
    opened = reading.any_role(place, SINGULAR) or any(n.first == place for n in reading.persons_in(place, place + 1))
    return not any(reading.any_role(i, SPOKEN) for i in range(place, end if opened else stop))


def _told_between(reading: Reading, words: WordSpan) -> WordSpan | None:
    """The sentence about somebody before a dash that opens speech anew: *– Aldri! | Hun snur seg. – | Vi blir, …*"""
    first, stop = words
    if stop - first < 1:
        return None
    for dash in MIDWAY.finditer(reading.text, reading.words[first].start, reading.words[stop - 1].end):
        place = reading.range(dash.start(), dash.end() + 1).first
        begin = reading.sentences[reading.sentence_of(max(first, place - 1))].first
        person = bool(reading.persons_in(begin, begin + 1))
        if begin > first and (person or reading.any_role(begin, SINGULAR)) and not reading.has(begin, WordRole.DET):
            return WordSpan(begin, reading.range(dash.end(), reading.words[stop - 1].end).first)
    return None


def _speech(reading: Reading, first: int, stop: int, found: Attribution | None, paragraph: Paragraph) -> Draft | None:
    words = reading.words
    while first < stop and not words[first].is_word and words[first].key not in "\"“”„«»[('":
        first += 1
    while stop > first and words[stop - 1].key in (",", "–", "—", "-"):
        stop -= 1
    if not any(word.is_word for word in words[first:stop]):
        return None
    return Draft(words[first].start, words[stop - 1].end, "direct", found, paragraph.index, True)


def _attributions(reading: Reading, first: int, stop: int) -> Iterator[Attribution]:
    """Clauses that name the speaker: a cue right after a break, its subject after it."""
    for hit in reading.cues_in(first + 1, stop):
        before = hit.first - 1
        while before > first and reading.has(before, WordRole.ADV) and before > hit.first - 4:
            before -= 1
        if reading.has(before, WordRole.NEUT) and before > first and reading.keys[before - 1] in SENTENCE_ENDS:
            pass
        elif reading.keys[before] not in BREAKS or (reading.keys[before] == "." and reading.words[hit.first].capital):
            continue
        if not hit.cue.use & SAYING:
            continue
        sentence_stop = _sentence_stop(reading, hit.last, stop)
        speaker = _speaker(reading, hit, sentence_stop)
        own = speaker is not None and is_first_person(reading, speaker)  # *– Nu | håber vi, at …, siger han*: is spoken
        if speaker is not None and not own:
            yield Attribution(
                hit, speaker, before, _clause_stop(reading, before, speaker, WordSpan(first, sentence_stop)), Way.AFTER
            )


def _unlisted(reading: Reading, first: int, stop: int) -> Attribution | None:
    """*– …, brummet Kari Vik.*: a verb of no list that closes the first sentence behind the dash, or the last one of
    its paragraph."""
    end = _sentence_stop(reading, first, stop)
    closing = reading.sentences[reading.sentence_of(max(first, stop - 1))].first
    for begin, last in ((first, end), (max(end, closing), stop)):
        for place in range(begin + 1, last):
            if reading.keys[place] in UNLISTED_BREAKS:
                found = speaker_behind(reading, place + 1, last, True)
                if found is not None and found.speaker is not None and ends_speech(reading, found.last, last):
                    return Attribution(found.hit, found.speaker, place, last, Way.AFTER)
    return None


def _speaker(reading: Reading, hit: CueHit, stop: int) -> WordSpan | None:
    if hit.inner is not None:
        return WordSpan(hit.inner, hit.inner + 1)
    return subject_after(reading, hit.last, stop)


def _sentence_stop(reading: Reading, place: int, stop: int) -> int:
    end = min(stop, reading.sentences[reading.sentence_of(place)][1]) if place < len(reading.words) else stop
    return max(end, min(place, stop))


def _clause_stop(reading: Reading, before: int, speaker: WordSpan, words: WordSpan) -> int:
    """Where speech goes on: after the sentence, or after the comma behind the speaker of an interrupted one."""
    first, stop = words
    if reading.keys[before] == "," and before - first <= RESUMED_AFTER and speaker.last < stop:
        after = speaker.last + 1
        if reading.keys[speaker.last] == "," and after < stop:
            word = reading.words[after]
            if not word.capital and not word.roles & CLAUSE_STARTS and after not in reading.cue_at:
                return after
    return stop


def _is_narrative(reading: Reading, place: int, stop: int) -> bool:
    """The sentence after the attribution tells, in the outlet's voice, what else was said: *Han legger til at …*

    So does one that opens with whom the outlet has it from, *Ifølge politiet …*, or tells what a body does on a day.
    """
    end = _sentence_stop(reading, place, stop)
    source = reading.lexicon.according.at(reading, place, end)
    if source is not None and source.value not in (SourcePlace.OWN, SourcePlace.NOTHING):
        return True
    if _opens_titled(reading, place, end) and _keeps_silent(reading, place, end):
        return True
    for hit in reading.cues_in(place, min(end, place + 8)):
        opening = reading.words[place]
        if (
            hit.first > place
            and WordRole.FIRST not in opening.roles
            and not any(reading.has(i, WordRole.FIRST) for i in range(place, hit.first))
        ):
            return bool(opening.roles & SINGULAR) or (bool(reading.named_in(place, hit.first)) and hit.last < end)
    if _tells_when(reading, WordSpan(place, end)) or _had(reading, place):
        return True
    return bool(end > place and reading.keys[end - 1] == ":" and reading.keys[end - 1] not in SENTENCE_ENDS)


def _had(reading: Reading, place: int) -> bool:
    """*Han hadde kjørt hele natten.*: of whoever spoke it is told what went before."""
    pronoun = (
        reading.any_role(place, SINGULAR) and not reading.has(place, WordRole.DET) and place + 1 < len(reading.keys)
    )
    return pronoun and reading.keys[place + 1] in reading.grammar.verbs.past_perfect


def _tells_when(reading: Reading, words: WordSpan) -> bool:
    """*Stortinget stemmer fredag.*: of a body or somebody by name it is told what they do on a day."""
    place, end = words
    while place < end and reading.has(place, WordRole.DET):
        place += 1
    named = any(n.actor.type != "place" for n in reading.named_in(place, place + 1))
    body = reading.lexicon.bodies.at(reading, place, end) is not None
    if not named and not body:
        return False
    spoken = any(reading.any_role(i, SPOKEN) for i in range(*words))
    return not spoken and any(reading.keys[i] in reading.lexicon.days for i in range(place, end))
