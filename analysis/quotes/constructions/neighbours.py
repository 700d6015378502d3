"""What tells who speaks where no word of saying attributes marked words: a noun, a document, the next sentence."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.attribution.fronting import leading_subject
from analysis.attribution.owners import owner_before, owner_behind
from analysis.attribution.phrases import is_document, is_listed, is_plausible
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import VERBAL
from analysis.attribution.subjects import speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, WordRole
from analysis.quotes.constructions.construction import Construction, Found, Way
from analysis.quotes.constructions.context import MARKS, past_fragments, sentence_start
from analysis.quotes.spans.marked import WINDOW

NOUN_REACH = 4
"""Most words between a noun of saying and the mark: *the claim that “…”*."""
NEXT = 16
"""Longest sentence, in words, that says whose the words before it are: *Das musste der Minister einräumen.*"""
PRONOMINAL = frozenset({WordRole.REL, WordRole.WH, WordRole.NEUT})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What leads up to marked words in their sentence, and the word behind their last one."""

    reading: Reading
    lead: WordSpan
    last: int


def surroundings_of(reading: Reading, words: WordSpan) -> Surroundings:
    """What stands around these words."""
    opening = words.first
    while opening > 0 and not reading.words[opening - 1].is_word and reading.keys[opening - 1] in MARKS:
        opening -= 1
    sentence = max(reading.sentences[reading.sentence_of(words.first)].first, words.first - WINDOW)
    start = past_fragments(reading, WordSpan(sentence_start(reading, sentence, opening), opening), sentence)
    return Surroundings(reading, WordSpan(start, opening), words.last)


def noun_before(around: Surroundings) -> Found | None:
    """*der Vorwurf der CDU, …*, *came to the conclusion that “…”*: whose words a noun of saying says they are."""
    reading, (start, opening) = around.reading, around.lead
    for place in range(opening - 1, start - 1, -1):
        if reading.quoted[place]:
            continue
        noun = reading.lexicon.nouns.at(reading, place, opening)
        if noun is None:
            continue
        end = noun.last
        before = owner_before(reading, start, place)
        if before is not None:
            return Found(None, before, before.first, end)
        owner = owner_behind(reading, end, opening)
        if owner is not None:
            return Found(None, owner, place, owner.last)
        if opening - end <= NOUN_REACH:
            subject = leading_subject(reading, start, place)
            if subject is not None and is_plausible(reading, subject):
                return Found(None, subject, place, end)
    return None


def written_in(around: Surroundings) -> Found | None:
    """*In einem Schreiben war von einem „…“ die Rede*: the document with which the sentence opens."""
    reading, (start, opening) = around.reading, around.lead
    if start + 1 >= opening or not reading.has(start, WordRole.PREP):
        return None
    phrase = subject_after(reading, start + 1, opening)
    if phrase is None or phrase.first > start + 2 or not is_document(reading, phrase):
        return None
    return _sender(reading, phrase.last, opening) or Found(None, phrase, start, phrase.last)


def _sender(reading: Reading, place: int, stop: int) -> Found | None:
    """*Dans un communiqué, | le groupe invoque “…”*: who is the subject behind the document with which it opens."""
    comma = next((i for i in range(place, min(stop, place + NOUN_REACH)) if reading.keys[i] == ","), None)
    if comma is None or reading.grammar.word_order.verb_second:
        return None
    phrase = subject_after(reading, comma + 1, stop)
    if phrase is None or phrase.first > comma + 1 or phrase.last >= stop:
        return None
    somebody = is_listed(reading, phrase) or any(is_role_noun(reading, i) for i in range(*phrase))
    return Found(None, phrase, phrase.first, phrase.last) if somebody or reading.persons_in(*phrase) else None


def said_next(around: Surroundings) -> Found | None:
    """*“…” That is what X said.*, *„…“ Das musste der Minister einräumen.*: the sentence behind the words."""
    reading, place = around.reading, around.last
    while place < len(reading.words) and not reading.words[place].is_word:
        place += 1
    if place >= len(reading.words) or not reading.words[place].capital or not _points_back(reading, place):
        return None
    first, stop = reading.sentences[reading.sentence_of(place)]
    if first != place or stop - first > NEXT or any(reading.quoted[first:stop]):
        return None
    for hit in reading.cues_in(first, stop):
        speaker = speaker_of(reading, hit, first, stop) if CueUse.SAY in hit.cue.use and not hit.passive else None
        if speaker is not None and speaker.first > first and not reading.any_role(speaker.first, PRONOMINAL):
            return Found(hit, speaker, first, max(speaker.last, hit.last))
    return None


def _points_back(reading: Reading, place: int) -> bool:
    """Whether the word stands for what was said: *That*, *Det*, and *Das* right before its verb."""
    verb = place + 1 in reading.cue_at or reading.any_role(place + 1, VERBAL)
    second = reading.grammar.word_order.verb_second and reading.has(place, WordRole.DET)
    return reading.has(place, WordRole.NEUT) or (second and verb)


NEIGHBOURS = (
    Construction("noun of saying before the words", noun_before, Way.CLAUSE),
    Construction("document that opens the sentence", written_in, Way.CLAUSE),
    Construction("sentence behind the words", said_next, Way.CLAUSE),
)
"""In order; the first that finds anything tells the speaker. That the words are a quotation, they do not tell."""
