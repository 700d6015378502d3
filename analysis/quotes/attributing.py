"""What attributes marked words: a clause behind them, before them, or around them."""

from __future__ import annotations

from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import is_plausible
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.columns import CueUse, SourcePlace, WordRole
from analysis.quotes.drafts import Attribution
from analysis.quotes.leads import (
    MARKS,
    according_in,
    bracketed,
    label,
    noun_before,
    past_fragments,
    said_next,
    topic,
    written_in,
)
from analysis.quotes.marks import Marked
from analysis.quotes.subjects import agent, nominative_after, quoted_one, quotes_somebody, speaker_of
from analysis.quotes.titles import SMALL, WINDOW

LEAD_IN = 4
"""Most words between a closing mark and the subject of the cue that follows: *, der Minister sagte*."""

REACH = 40
"""Most words between a cue and the mark that its clause leads up to."""

SAYING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.ASK})

ATTRIBUTING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.CALL, CueUse.JUDGE, CueUse.WANT, CueUse.ASK})

DASHES = frozenset({"–", "—", "―", "-", "--"})

MAX_SIGNATURE = 12

NEW_SENTENCE = frozenset({WordRole.PREP, WordRole.TIME, WordRole.CONJ, WordRole.SUB})

COMMAS = frozenset({",", "–", "—", "―", "-", "…", ".", "!", "?"})


def attribution_of(
    reading: Reading, m: Marked, first: int, last: int, left: int, opening: int, closing: int, right: int
) -> Attribution | None:
    """What attributes the marked words, the surest construction first."""
    tail = reading.text[m.end - 1]
    complete = tail in ".!?…"
    floor = reading.range(reading.document.paragraphs[m.paragraph].start, m.start)[0]
    left = past_fragments(reading, left, opening, max(floor, first - WINDOW))
    before_stop = _sentence_start(reading, left, opening)
    colon = opening > 0 and opening > left and reading.keys[opening - 1] == ":"
    after = bracketed(reading, before_stop, opening, last - first) or _after(reading, closing, right, complete)
    if colon:
        found = _before(reading, before_stop, opening - 1, "colon")
        if found is None or (found.speaker is None and after is not None):
            found = after or label(reading, before_stop, opening - 1)
        return found or Attribution("colon", None, topic(reading, before_stop, opening - 1), before_stop, opening - 1)
    if after is not None and not (after.way == "according" and _is_fragment(reading, first, after)):
        return after
    if opening > before_stop:
        found = _before(reading, before_stop, opening, "before")
        if found is not None:
            return _source_of_sentence(reading, found, before_stop, opening) or found
    found = after or according_in(reading, before_stop, opening)
    return found or _inside(reading, opening, closing, right, complete)


def surroundings(reading: Reading, first: int, last: int) -> Attribution | None:
    """Whose words marked words are that no verb of saying attributes: by a noun, a document, or the next sentence."""
    opening = first
    while opening > 0 and not reading.words[opening - 1].is_word and reading.keys[opening - 1] in MARKS:
        opening -= 1
    sentence = max(reading.sentences[reading.sentence_of(first)][0], first - WINDOW)
    start = past_fragments(reading, _sentence_start(reading, sentence, opening), opening, sentence)
    found = noun_before(reading, start, opening) or written_in(reading, start, opening)
    return found or said_next(reading, last)


def _sentence_start(reading: Reading, left: int, opening: int) -> int:
    """Start of the sentence that leads up to the opening mark, within its paragraph."""
    place = opening
    while place > left:
        key = reading.keys[place - 1]
        if key in SENTENCE_ENDS and place != opening and _ends(reading, place - 1):
            break
        if reading.quoted[place - 1] and place < opening - 1 and place <= left:
            break
        place -= 1
    return place


def _ends(reading: Reading, place: int) -> bool:
    """A full stop that ends a sentence, by the segmentation."""
    following = place + 1
    while (
        following < min(len(reading.words), place + 10)
        and not reading.words[following].is_word
        and reading.keys[following] not in "\"“”„«»'‘’"
    ):
        following += 1
    if following >= len(reading.words):
        return True
    return reading.sentence_of(place) != reading.sentence_of(following)


def _after(reading: Reading, closing: int, right: int, complete: bool) -> Attribution | None:
    """*…”, said X* and *…,” X said*."""
    place = closing
    comma = False
    while (
        place < right and not reading.words[place].is_word and reading.keys[place] in COMMAS | {"'", "’", ")", "”", '"'}
    ):
        if reading.keys[place] in SENTENCE_ENDS and reading.keys[place] != "…":
            return None
        comma = True
        place += 1
    if place >= right:
        return None
    signed = _signature(reading, closing, place, right)
    if signed is not None:
        return signed
    stop = _clause_limit(reading, place, right)
    ends_in_colon = stop > place and stop <= right and reading.keys[stop - 1] == ":"
    if complete and not comma and ends_in_colon:
        return None
    hit = _inverted_cue(reading, place, stop, complete)
    if hit is not None:
        return _inverted(reading, hit, place, stop)
    bracket = _verb_bracket(reading, place, stop) or _by_source(reading, place, stop, comma, complete and not comma)
    return bracket or _subject_first(reading, place, stop, complete, comma)


def _is_fragment(reading: Reading, first: int, after: Attribution) -> bool:
    """Words in small letters before *according to* an outlet: the sentence around them names who said them."""
    if reading.words[first].capital or after.speaker is None:
        return False
    return next(outlets_in(reading, after.speaker.first, after.speaker.last), None) is not None


def _verb_bracket(reading: Reading, place: int, stop: int) -> Attribution | None:
    """*…“, hatte der Minister am Montag erklärt*: an auxiliary right behind the mark, its participle at the end."""
    if not reading.any_role(place, frozenset({WordRole.HAVE, WordRole.BE})):
        return None
    for hit in reading.cues_in(place + 1, stop):
        if hit.finite == place and hit.cue.use & SAYING and not hit.passive:
            speaker = subject_after(reading, place + 1, hit.head)
            return Attribution("after", hit, speaker, place, hit.last) if speaker is not None else None
    return None


def _inverted_cue(reading: Reading, place: int, stop: int, complete: bool) -> CueHit | None:
    """The cue that stands right behind the closing mark."""
    head = place
    said = reading.lexicon.according.at(reading, place, stop)
    if said is not None and said.value is SourcePlace.COMMA and place + 1 in reading.cue_at:
        head = place + 1
    while (
        head < stop
        and reading.any_role(head, frozenset({WordRole.ADV, WordRole.REFL, WordRole.HAVE}))
        and head not in reading.cue_at
    ):
        head += 1
    hit = reading.cue_at.get(head)
    if (
        hit is None
        or hit.first > head
        or not hit.cue.use & (SAYING | {CueUse.CALL})
        or (reading.words[head].capital and complete)
    ):
        return None
    return hit


def _inverted(reading: Reading, hit: CueHit, place: int, stop: int) -> Attribution | None:
    if hit.passive:
        speaker = agent(reading, hit, place, stop)
    elif CueUse.IMPERSONAL in hit.cue.use:
        speaker = speaker_of(reading, hit, place, stop)
    else:
        speaker = (
            WordSpan(hit.inner, hit.inner + 1) if hit.inner is not None else nominative_after(reading, hit.last, stop)
        )
        if speaker is not None and quotes_somebody(reading, hit):
            speaker = quoted_one(reading, hit, speaker, stop) or speaker
    return Attribution("after", hit, speaker, place, max(speaker.last, hit.last)) if speaker is not None else None


def _by_source(reading: Reading, place: int, stop: int, comma: bool, new: bool) -> Attribution | None:
    """*…”, according to X*, *…“, so X*."""
    found = reading.lexicon.according.at(reading, place, stop)
    comma = comma or reading.text[reading.words[max(place - 2, 0)].start] in ".!?"
    if found is None or not (found.value is SourcePlace.PRE or (comma and found.value is SourcePlace.COMMA)):
        return None
    if reading.words[place].capital and not reading.has(place, WordRole.NEUT) and found.last < stop and new:
        return None
    speaker = subject_after(reading, found.last, stop)
    return Attribution("according", None, speaker, place, speaker.last) if speaker is not None else None


def _signature(reading: Reading, closing: int, place: int, right: int) -> Attribution | None:
    """*“…” — Anna Berg*: a dash and a name, and nothing else to the end of the paragraph."""
    if not any(reading.keys[i] in DASHES for i in range(closing, place)) or right - place > MAX_SIGNATURE:
        return None
    words = [w for w in reading.words[place:right] if w.is_word]
    named = [w for w in words if w.capital or w.roles & SMALL or "." in w.key]
    if not words or (len(named) < len(words) - 1 and "," not in reading.keys[place:right]):
        return None
    if not words[0].capital or place in reading.cue_at:
        return None
    last = next((i for i in range(place, right) if reading.keys[i] == ","), right)
    while last > place and not reading.words[last - 1].is_word:
        last -= 1
    return Attribution("label", None, WordSpan(place, last), place, last)


def _clause_limit(reading: Reading, place: int, right: int) -> int:
    """End of the sentence that goes on after the closing mark."""
    at = place
    while at < right:
        if reading.keys[at] in SENTENCE_ENDS and _ends(reading, at):
            return at
        at += 1
    return right


def _subject_first(reading: Reading, place: int, stop: int, complete: bool, comma: bool) -> Attribution | None:
    for hit in reading.cues_in(place, stop):
        if not hit.cue.use & SAYING or hit.passive or reading.has(hit.first - 1, WordRole.INF):
            continue
        if reading.grammar.word_order.verb_second and reading.keys[hit.first - 1] == "," and hit.first > place:
            return None
        if any(reading.quoted[place : hit.first]) or not _may_stand_first(reading, place, complete and not comma):
            return None
        speaker = WordSpan(hit.inner, hit.inner + 1) if hit.inner is not None else subject_before(reading, hit, place)
        if speaker is None or not is_plausible(reading, speaker):
            return None
        lead = sum(
            1
            for i in range(place, speaker.first)
            if reading.words[i].is_word and not reading.any_role(i, frozenset({WordRole.ADV, WordRole.CONJ}))
        )
        goes_on = hit.last < stop and (
            reading.any_role(hit.last, frozenset({WordRole.THAT, WordRole.WH}))
            or (hit.last + 1 < stop and reading.has(hit.last + 1, WordRole.THAT))
        )
        if lead > LEAD_IN or (goes_on and complete):
            return None
        if (
            complete
            and not comma
            and reading.words[place].capital
            and hit.last < stop - 3
            and not _only_circumstance(reading, hit.last, stop)
        ):
            return None
        return Attribution("after", hit, speaker, place, hit.last)
    return None


def _may_stand_first(reading: Reading, place: int, new: bool) -> bool:
    """Whether the clause behind the mark can attribute with its subject before its verb.

    Where the verb stands second it comes first behind a quotation, so that a subject first opens another statement:
    a new sentence, or a clause that *and* joins on.
    """
    if not reading.grammar.word_order.verb_second:
        return not (new and reading.words[place].capital and reading.any_role(place, NEW_SENTENCE))
    return not (new and reading.words[place].capital) and not reading.has(place, WordRole.CONJ)


def _only_circumstance(reading: Reading, place: int, stop: int) -> bool:
    """After the cue only when, where or to whom it was said."""
    return (
        place >= stop
        or reading.any_role(place, frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.SUB}))
        or not reading.words[place].is_word
        or (reading.words[place].capital and reading.grammar.clauses.bare_time_adverbials)
    )


def _source_of_sentence(reading: Reading, found: Attribution, start: int, opening: int) -> Attribution | None:
    """*According to the police, the rally to which X had called was “…”*: a source that is no outlet, in first place or
    nearer to the marked words than the verb, says them."""
    source = according_in(reading, start, opening)
    if source is None or source.speaker is None or found.hit is None:
        return None
    if next(outlets_in(reading, source.speaker.first, source.speaker.last), None) is not None:
        return None
    aside = source.first == start and any(reading.keys[i] == "," for i in range(found.hit.last, opening))
    nearer = source.first > found.hit.last and any(reading.keys[i] == "," for i in range(found.hit.last, source.first))
    return source if aside or nearer else None


def _should_think(reading: Reading, hit: CueHit) -> bool:
    """*X should know that “…”*: a verb of thinking behind a modal says what somebody is told."""
    return hit.cue.use <= {CueUse.THINK} and any(
        reading.has(i, WordRole.MODAL) for i in range(max(0, hit.head - 2), hit.head)
    )


def _before(reading: Reading, start: int, stop: int, way: str) -> Attribution | None:
    """*X said: “…”*, *X called him “…”*: the last cue before the mark and its subject."""
    hits = [hit for hit in reading.cues_in(start, stop) if hit.cue.use & ATTRIBUTING and not reading.quoted[hit.head]]
    for hit in reversed(hits):
        if (way == "before" and stop - hit.last > REACH) or _should_think(reading, hit):
            continue
        speaker = speaker_of(reading, hit, start, stop)
        if speaker is not None and not _is_nobody(reading, speaker):
            return Attribution(way, hit, speaker, min(speaker.first, hit.first), stop)
    if way == "colon" and hits and CueUse.SAY in hits[-1].cue.use:
        return Attribution(way, hits[-1], None, hits[-1].first, stop)
    return None


def _is_nobody(reading: Reading, speaker: WordSpan) -> bool:
    """What *one calls “…”* is nobody's statement."""
    return speaker.size == 1 and reading.keys[speaker.first] in reading.grammar.pronouns.impersonal


def _inside(reading: Reading, opening: int, closing: int, right: int, complete: bool) -> Attribution | None:
    """The marked words stand inside a statement whose cue comes later in the sentence: *…, X said.*"""
    if complete:
        return None
    stop = _clause_limit(reading, closing, right)
    for place in range(closing, stop):
        according = reading.lexicon.according.at(reading, place, stop)
        if according is not None and according.value is SourcePlace.PRE:
            speaker = subject_after(reading, according.last, stop)
            if speaker is not None:
                return Attribution("according", None, speaker, place, speaker.last)
    for place in range(closing + 1, stop):
        bracket = _verb_bracket(reading, place, stop) if reading.keys[place - 1] == "," else None
        if bracket is not None:
            return bracket
    hits = [h for h in reading.cues_in(closing, stop) if h.cue.use & SAYING and not h.passive]
    for hit in hits:
        comma = hit.first - 1
        if reading.keys[comma] in (",", "–"):
            speaker = subject_after(reading, hit.last, stop)
            if speaker is not None:
                return Attribution("inside", hit, speaker, hit.first, speaker.last)
        speaker = subject_before(reading, hit, closing)
        if (
            speaker is not None
            and speaker.first > closing
            and reading.keys[speaker.first - 1] == ","
            and hit.last >= stop - 6
        ):
            return Attribution("inside", hit, speaker, speaker.first, hit.last)
    return _verb_final(reading, opening, closing, stop)


def _verb_final(reading: Reading, opening: int, closing: int, stop: int) -> Attribution | None:
    """The cue ends the clause around the marked words: *hat X den Bericht als „…“ zurückgewiesen*."""
    if not reading.grammar.word_order.sentence_bracket:
        return None
    for hit in reading.cues_in(closing, min(stop, closing + 6)):
        if any(reading.keys[i] == "," for i in range(closing, hit.first)):
            return None
        if hit.finite is None or hit.finite >= opening:
            continue
        start = max(reading.sentences[reading.sentence_of(opening)][0], opening - WINDOW)
        speaker = speaker_of(reading, hit, start, opening)
        if speaker is not None and not speaker.first <= opening < speaker.last:
            return Attribution("inside", hit, speaker, min(hit.finite, speaker.first), hit.last)
    return None
