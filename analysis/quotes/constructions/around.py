"""Constructions around marked words that are part of a sentence: *…, X said*, *hat X als „…“ bezeichnet*."""

from __future__ import annotations

from analysis.attribution.fronting import leading_subject
from analysis.attribution.phrases import SAYING, is_plausible
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import CALLING
from analysis.attribution.subjects import speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.columns import CueForm, CueUse, SourcePlace, WordRole
from analysis.quotes.constructions.clause_behind import clause_limit, verb_bracket
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context
from analysis.quotes.spans.marked import WINDOW

LAST = 6
"""Most words between a cue and the end of the sentence that it closes."""
CALLED = 6
"""Most words between what somebody is called and the verb behind it."""
ADVERBS = frozenset({WordRole.ADV, WordRole.TIME})


def _rest(context: Context) -> WordSpan | None:
    """What follows the marked words in their sentence; ``None`` where they end it."""
    if context.marked.complete:
        return None
    closing = context.marked.outside.last
    return WordSpan(closing, clause_limit(context.reading, closing, context.marked.reach.last))


def source_further_on(context: Context) -> Found | None:
    """*…” were needed, according to X.*"""
    reading, rest = context.reading, _rest(context)
    if rest is None:
        return None
    for place in range(*rest):
        found = reading.lexicon.according.at(reading, place, rest.last)
        if found is not None and found.value is SourcePlace.PRE:
            speaker = subject_after(reading, found.last, rest.last)
            if speaker is not None:
                return Found(None, speaker, place, speaker.last)
    return None


def bracket_further_on(context: Context) -> Found | None:
    """*…“ sei, hatte der Minister am Montag erklärt*"""
    reading, rest = context.reading, _rest(context)
    if rest is None:
        return None
    for place in range(rest.first + 1, rest.last):
        found = verb_bracket(reading, WordSpan(place, rest.last)) if reading.keys[place - 1] == "," else None
        if found is not None:
            return found
    return None


def parenthesis(context: Context) -> Found | None:
    """*…” were needed, said X*, *…” were needed, X said.*"""
    reading, rest = context.reading, _rest(context)
    if rest is None:
        return None
    for hit in reading.cues_in(*rest):
        if not hit.cue.use & SAYING or hit.passive:
            continue
        if CueUse.IMPERSONAL in hit.cue.use:
            return _read_in(context, hit, rest.last)
        if reading.keys[hit.first - 1] in (",", "–"):
            speaker = subject_after(reading, hit.last, rest.last)
            if speaker is not None:
                return Found(hit, speaker, hit.first, speaker.last)
        speaker = subject_before(reading, hit, rest.first)
        apart = speaker is not None and speaker.first > rest.first and reading.keys[speaker.first - 1] == ","
        if speaker is not None and apart and hit.last >= rest.last - LAST:
            return Found(hit, speaker, speaker.first, hit.last)
    return None


def _read_in(context: Context, hit: CueHit, stop: int) -> Found | None:
    """*…” were cut, it says in the report*: what the words are read in."""
    speaker = speaker_of(context.reading, hit, hit.first, stop)
    return None if speaker is None else Found(hit, speaker, hit.first, speaker.last)


def verb_final(context: Context) -> Found | None:
    """The cue ends the clause around the marked words: *hat X den Bericht als „…“ zurückgewiesen*."""
    reading, rest = context.reading, _rest(context)
    if rest is None or not reading.grammar.word_order.sentence_bracket:
        return None
    opening = context.marked.outside.first
    for hit in reading.cues_in(rest.first, min(rest.last, rest.first + LAST)):
        if any(reading.keys[i] == "," for i in range(rest.first, hit.first)):
            return None
        if hit.finite is None or hit.finite >= opening:
            continue
        start = max(reading.sentences[reading.sentence_of(opening)].first, opening - WINDOW)
        speaker = speaker_of(reading, hit, start, opening)
        if speaker is not None and not speaker.first <= opening < speaker.last:
            return Found(hit, speaker, min(hit.finite, speaker.first), hit.last)
    return None


def reported_verb_final(context: Context) -> Found | None:
    """*…, Y habe den Plan „…“ genannt*, *dass Y den Plan „…“ genannt habe*: who speaks in a report in a report."""
    reading, rest = context.reading, _rest(context)
    if rest is None or not reading.grammar.verbs.reported_mood:
        return None
    opening = context.marked.outside.first
    floor = max(reading.sentences[reading.sentence_of(opening)].first, opening - WINDOW)
    comma = next((i for i in range(opening - 1, floor - 1, -1) if reading.keys[i] == ","), None)
    head = next((i for i in range(rest.first, min(rest.last, rest.first + LAST)) if _participle(reading, i)), None)
    if comma is None or head is None or not all(reading.any_role(i, ADVERBS) for i in range(rest.first, head)):
        return None
    first, finite = comma + 1, None
    if reading.has(first, WordRole.THAT):
        finite = opening if head + 1 < len(reading.words) and reading.has(head + 1, WordRole.HAVE) else None
        first += 1
    else:
        inside = range(first, opening)
        finite = next((i for i in inside if reading.has(i, WordRole.SUBJ) and reading.has(i, WordRole.HAVE)), None)
    speaker = leading_subject(reading, first, finite) if finite is not None else None
    if speaker is None or not is_plausible(reading, speaker):
        return None
    found = reading.lexicon.cues.at(reading, head, rest.last)
    hit = None if found is None else CueHit(found.first, found.head, found.first, found.value)
    return Found(hit, speaker, speaker.first, head + 1)


def _participle(reading: Reading, place: int) -> bool:
    """Whether a participle of a verb of saying or calling stands here, which takes what is marked for its own."""
    found = reading.lexicon.cues.at(reading, place, len(reading.words))
    return found is not None and CueForm.PARTICIPLE in found.value.form


def called(context: Context) -> Found | None:
    """*wurde als „…“ bezeichnet*: a verb of calling behind the marked words, in the same clause."""
    reading, m = context.reading, context.marked
    opening, closing = m.outside
    heading = reading.document.paragraphs[m.mark.paragraph].role == "subheading" and m.tail not in ".!?"
    if heading or not reading.has(opening - 1, WordRole.AS) or reading.words[m.inside.first].capital:
        return None
    start = max(reading.sentences[reading.sentence_of(opening)].first, opening - WINDOW)
    for hit in reading.cues_in(closing, closing + CALLED):
        if hit.cue.use & CALLING and all(reading.words[i].is_word for i in range(closing, hit.first)):
            speaker = None if hit.passive else speaker_of(reading, hit, start, hit.last)
            return Found(hit, None if speaker is None or speaker.last > opening else speaker, hit.first, hit.last)
    return None
