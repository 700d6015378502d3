"""From drafts to quotations: speakers resolved in text order, places, outlets and stance added, numbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.attribution.media import heard
from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import is_first_person
from analysis.attribution.reading import Reading, WordSpan, read
from analysis.attribution.subjects import speaker_of
from analysis.quotes.antecedents import REACH
from analysis.quotes.candidates.interviews import find_interview, name_answers
from analysis.quotes.candidates.naming import is_wording
from analysis.quotes.candidates.turns import find_turns
from analysis.quotes.constructions.construction import CONFIDENCE, Attribution, Way, first_found
from analysis.quotes.constructions.neighbours import NEIGHBOURS, surroundings_of
from analysis.quotes.direct import find_direct
from analysis.quotes.drafts import Draft
from analysis.quotes.going_on import turns_to
from analysis.quotes.headings import is_heading, name_headings, once
from analysis.quotes.indirect import find_indirect
from analysis.quotes.judging import find_judging, side_of
from analysis.quotes.pieces import continued
from analysis.quotes.pronouns import MEMORY
from analysis.quotes.spans.marked import WINDOW, marked_words
from analysis.quotes.spans.marks import Marked, find_marked
from analysis.quotes.spans.unclosed import ended
from analysis.quotes.speakers import Resolver
from analysis.quotes.stance import listed_stance
from analysis.quotes.unattributed import is_of_nobody, is_told_by_nobody
from analysis.types import Actor, CueClass, Document, Paragraph, Quote, Span, Speaker, Stance

CARRY_PARAGRAPHS = 6
"""A quotation without attribution belongs to whoever spoke in one of so many paragraphs before it."""


def find_quotes(document: Document, actors: Sequence[Actor], reading: Reading | None = None) -> tuple[Quote, ...]:
    """All quotations, in text order; a mixed statement comes before the marked words inside it.

    Spans exclude marks and attribution. ``speaker`` is ``None`` where the article does not say who spoke;
    ``speaker.actor`` is ``None`` where that is nobody among ``actors``. ``stance`` has the label that listed words tell
    and no more: ``analysis.stance`` reads it. ``reading`` is ``read(document, actors)``, if the caller has it.
    """
    reading = read(document, actors) if reading is None else reading
    marked = ended(reading, find_marked(document))
    answers, asked = find_interview(reading, marked)
    turns, filled = find_turns(reading, marked)
    turns = [turn for turn in turns if turn.paragraph not in asked] + answers
    filled |= asked
    reading = reading.quoting((answer.start, answer.end) for answer in answers)
    reading, drafts = find_direct(reading, marked, filled)
    reported = [d for d in find_indirect(reading, drafts) if d.paragraph not in filled]
    drafts = _with_inner(reading, marked, drafts, reported) + turns + reported
    drafts += [d for d in find_judging(reading, drafts) if d.paragraph not in filled]
    drafts.sort(key=lambda d: (d.start, -d.end, d.kind))
    drafts = once(document.text, drafts)
    _name_backward(drafts, frozenset(m.start for m in marked if m.goes_on), asked)
    drafts = name_headings(reading, name_answers(reading, drafts))
    resolver = Resolver(reading)
    built = list(_resolve(reading, drafts, resolver))
    return tuple(_finish(reading, built))


def _name_backward(drafts: list[Draft], going_on: frozenset[int], asked: set[int]) -> None:
    """Where a quotation goes on in the next paragraph, who is named behind its last one speaks in all of them; so it is
    with the answers to questions of an interview."""
    for place in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[place], drafts[place + 1]
        answers = {draft.paragraph - 1, following.paragraph - 1} <= asked
        if draft.attribution is None and draft.kind == "direct" and (answers or following.start in going_on):
            drafts[place] = replace(draft, attribution=following.attribution)


def _with_inner(
    reading: Reading, marked: Sequence[Marked], direct: Sequence[Draft], reported: Sequence[Draft]
) -> list[Draft]:
    """The marked words of partly quoted statements are their speakers' own, unless they name something."""
    mixed = sorted((d for d in reported if d.kind == "mixed" and d.attribution is not None), key=lambda d: d.start)
    starts = [d.start for d in mixed]

    def outer(start: int, end: int) -> Draft | None:
        at = bisect_right(starts, start) - 1
        return mixed[at] if at >= 0 and end <= mixed[at].end else None

    taken = {d.start for d in direct}
    found = [
        replace(d, attribution=around.attribution)
        if (around := outer(d.start, d.end)) is not None and not _has_own(reading, d, around)
        else d
        for d in direct
    ]
    inner = [mark for mark in marked if mark.start not in taken and outer(mark.start, mark.end) is not None]
    for m in marked_words(reading, inner):
        mark, around = m.mark, outer(m.mark.start, m.mark.end)
        if around is not None and is_wording(reading, m):
            found.append(Draft(mark.start, mark.end, "direct", around.attribution, mark.paragraph, True))
    return found


def _has_own(reading: Reading, piece: Draft, around: Draft) -> bool:
    """Whether a marked piece is told by somebody inside the statement: *X said that Y had called it “…”*."""
    own = piece.attribution
    words = reading.range(around.start, around.end)
    if own is None or own.speaker == (around.attribution.speaker if around.attribution else None):
        return own is not None
    return words.first <= own.first and own.last <= words.last


@dataclass(frozen=True, slots=True)
class Built:
    """A draft with its speaker."""

    draft: Draft
    speaker: Speaker | None
    way: Way


def _resolve(reading: Reading, drafts: Sequence[Draft], resolver: Resolver) -> Iterator[Built]:
    known: dict[WordSpan, Speaker] = {}
    last_paragraph = -CARRY_PARAGRAPHS - 1
    for draft in drafts:
        attribution = draft.attribution
        resolver.begin(draft.start)
        speaker: Speaker | None
        if attribution is not None and is_of_nobody(reading, attribution):
            speaker, way = None, attribution.way
        elif attribution is not None and attribution.speaker is not None:
            phrase = attribution.speaker
            speaker = known.get(phrase) or resolver.told(phrase)
            if speaker is not None:
                known[phrase] = speaker
                resolver.last = speaker
                resolver.last_place = phrase.first
            way = attribution.way
        elif draft.marked:
            heading = is_heading(reading, draft)
            carried = draft.paragraph - last_paragraph <= CARRY_PARAGRAPHS and not heading
            told = first_found(NEIGHBOURS, surroundings_of(reading, reading.range(draft.start, draft.end)))
            if told is not None and told[1].speaker is not None:
                speaker = resolver.speaker(told[1].speaker)
            else:
                if last_paragraph < draft.paragraph and is_told_by_nobody(reading, draft.start):
                    carried = False
                speaker = None if heading else _introduced(reading, draft, resolver)
                speaker = speaker or (resolver.carried(draft.start) if carried else None)
                if not heading:
                    speaker = resolver.last = _not_named_within(reading, draft, speaker)
            way = Way.CARRIED if speaker else Way.ALONE
        else:
            way = attribution.way if attribution else Way.ALONE
            near = way is Way.FREE and 0 <= draft.paragraph - last_paragraph <= 1
            speaker = resolver.carried(draft.start) if near else None
        if speaker is not None:
            last_paragraph = draft.paragraph
        yield Built(draft, speaker, way)


def _introduced(reading: Reading, draft: Draft, resolver: Resolver) -> Speaker | None:
    """The speaker whom the paragraph before, or the sentence before, introduces: *X went on:*, *X has no doubts.*"""
    place = reading.range(draft.start, draft.start)[0]
    own: Paragraph = reading.document.paragraphs[draft.paragraph]
    first = reading.range(own.start, own.start)[0]
    start = place - 1
    while start >= max(0, place - 10) and not reading.words[start].is_word and reading.keys[start] != ":":
        start -= 1
    if start < max(0, place - 10) or resolver.last_place >= _sentence_first(reading, start):
        return None
    begin = max(_sentence_first(reading, start), start - WINDOW)
    stop = start + 1
    if "?" in reading.keys[stop:place] and own.dash:
        return None
    for hit in reversed(reading.cues_in(begin, stop)):
        if not reading.quoted[hit.head]:
            phrase = speaker_of(reading, hit, begin, stop)
            if phrase is not None and not is_first_person(reading, phrase):
                return resolver.speaker(phrase)
    if reading.quoted[start]:
        return None
    persons = [n for n in reading.persons_in(begin, stop) if not reading.quoted[n.first]]
    persons = [n for n in persons if not is_genitive(reading, n)] or persons
    sure = reading.keys[start] == ":" or resolver.last is None or start >= first
    if persons and (sure or len({n.actor.id for n in persons}) == 1 or turns_to(reading, persons, resolver.last)):
        return resolver.speaker(WordSpan(persons[0].first, persons[0].last))
    return None


def _not_named_within(reading: Reading, draft: Draft, speaker: Speaker | None) -> Speaker | None:
    """The speaker whom only the context tells, unless the quotation speaks of him by name: then whoever was named
    before him and is not."""
    first, last = reading.range(draft.start, draft.end)
    dashed = bool(reading.document.paragraphs[draft.paragraph].dash)
    ends = next((i for i in range(last, first, -1) if reading.words[i - 1].is_word), last)
    inside = {one.actor.id for one in reading.named_in(first, last) if not (dashed and one.last == ends)}
    if speaker is None or speaker.actor is None or speaker.actor not in inside:
        return speaker
    near = reading.sentence_of(first) - REACH
    for one in reversed(reading.named_before(first, MEMORY)):
        if reading.sentence_of(one.first) < near:
            break
        actor = one.actor
        if actor.type == "person" and actor.id not in inside and not reading.quoted[one.first]:
            return Speaker(actor.id, actor.name, one.mention.start, one.mention.end)
    return None


def _sentence_first(reading: Reading, place: int) -> int:
    return reading.sentences[reading.sentence_of(place)][0]


def _finish(reading: Reading, built: Sequence[Built]) -> Iterator[Quote]:
    document = reading.document
    before = continued(reading, [item.draft for item in built])
    for number, item in enumerate(built, 1):
        draft, attribution = item.draft, item.draft.attribution
        first, last = reading.range(draft.start, draft.end)
        medium, via = _heard(reading, draft, attribution)
        cue_range = _stance_context(reading, attribution, first, last)
        told = side_of(reading, attribution) or listed_stance(
            reading, (first, last), cue_range, attribution.hit if attribution else None
        )
        yield Quote(
            id=f"q{number}",
            start=draft.start,
            end=draft.end,
            text=document.text[draft.start : draft.end],
            kind=draft.kind,
            sentence=document.sentence_at(draft.start).index if document.sentences else 0,
            speaker=item.speaker,
            cue=_cue_span(reading, attribution),
            cue_class=_cue_class(attribution),
            attribution=_attribution_span(reading, attribution),
            medium=medium,
            via=via,
            stance=Stance(told, None, 0.0),
            confidence=CONFIDENCE[item.way],
            continues=None if (place := before[number - 1]) is None else f"q{place + 1}",
        )


def _heard(reading: Reading, draft: Draft, attribution: Attribution | None) -> tuple[Span | None, Span | None]:
    """Where the statement was made, and the outlet that the article has it from."""
    if attribution is None or attribution.way is Way.FREE:
        return None, None
    found = None if draft.kind == "direct" else attribution.heard
    if found is None:
        content = None if draft.kind == "direct" else reading.range(draft.start, draft.end)
        found = heard(reading, attribution.span, attribution.speaker, content)
    return (
        None if found.medium is None else reading.span(*found.medium),
        None if found.via is None else reading.span(*found.via),
    )


def _cue_span(reading: Reading, attribution: Attribution | None) -> Span | None:
    if attribution is None or attribution.hit is None:
        return None
    hit = attribution.hit
    return reading.span(hit.head, hit.last)


def _cue_class(attribution: Attribution | None) -> CueClass | None:
    return attribution.hit.cue.cue_class if attribution is not None and attribution.hit is not None else None


def _attribution_span(reading: Reading, attribution: Attribution | None) -> Span | None:
    if attribution is None:
        return None
    first, last = attribution.first, attribution.last
    while first < last and not reading.words[first].is_word:
        first += 1
    while last > first and not reading.words[last - 1].is_word:
        last -= 1
    if first >= last:
        return None
    return reading.span(first, last)


def _stance_context(reading: Reading, attribution: Attribution | None, first: int, last: int) -> tuple[int, int] | None:
    """The outlet's words around the statement in its sentence that tell the stance: the cue and what leads to it."""
    if attribution is None or attribution.way is Way.FREE:
        return None
    begin, end = attribution.first, attribution.last
    sentence = reading.sentences[reading.sentence_of(attribution.first)]
    speaker = attribution.speaker
    if speaker is not None and speaker.first >= sentence[0]:
        begin = min(begin, speaker.last if speaker.last <= begin else begin)
    if attribution.hit is not None:
        begin = min(begin, attribution.hit.first)
    return (max(begin, sentence[0]), min(max(end, begin), first)) if end <= last and begin < first else (begin, end)
