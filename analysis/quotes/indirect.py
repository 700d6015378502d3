"""Statements reported without marks, or partly within them: that-clauses, parentheticals, *according to*, mood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import LONGEST_CLAUSE, VERBAL
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import leading_subject
from analysis.columns import CueUse, NounKind, WordRole
from analysis.quotes.according import according
from analysis.quotes.contents import MIN_CONTENT, content_of
from analysis.quotes.drafts import Attribution, Draft
from analysis.quotes.endings import content_end, drafts, first_comma
from analysis.quotes.parentheses import parenthetical
from analysis.quotes.subjects import owner_before, owner_behind, speaker_of
from analysis.types import QuoteKind

NOUN_REACH = 3

GENITIVE = 6
"""Most words between a noun of saying and the comma before its clause: whose it is."""

CLAUSE = 24
"""Words in which the verb of that clause is looked for."""

MIN_LEAD = 2
"""Fewest words that lead into a marked quotation and belong to the statement: not a mere *and*."""


def find_indirect(reading: Reading, direct: Sequence[Draft]) -> list[Draft]:
    """Drafts of indirect and mixed statements, in text order; sentences that go on in reported mood are one."""
    merged: list[Draft] = []
    for draft in _by_sentence(reading, direct):
        last = merged[-1] if merged else None
        if (
            last is not None
            and _is_free(draft)
            and _is_free(last)
            and last.paragraph == draft.paragraph
            and not reading.text[last.end : draft.start].strip(' .!?…“”"\n\u00a0')
        ):
            kind: QuoteKind = "mixed" if "mixed" in (last.kind, draft.kind) else "indirect"
            merged[-1] = replace(last, end=draft.end, kind=kind)
        else:
            merged.append(draft)
    return merged


def _is_free(draft: Draft) -> bool:
    return draft.attribution is not None and draft.attribution.way == "free"


def _by_sentence(reading: Reading, direct: Sequence[Draft]) -> Iterator[Draft]:
    used = {
        id(d.attribution.hit)
        for d in direct
        if d.attribution and d.attribution.hit and d.attribution.way in ("after", "colon")
    }
    previous: Attribution | None = None
    paragraph = -1
    before: WordSpan | None = None
    for first, last in reading.sentences:
        where = _paragraph_of(reading, first)
        if where != paragraph:
            previous, paragraph = None, where
        backward = _demonstrative(reading, first, last, used)
        if backward is not None and before is not None and not any(reading.quoted[before[0] : before[1]]):
            found = list(drafts(reading, [before], backward, _paragraph_of(reading, before[0])))
        else:
            found = list(_in_sentence(reading, first, last, used, where))
        found += _led_into(reading, direct, first, last, where)
        before = WordSpan(first, last) if not found else None
        if not found and _reported_mood(reading, first, last, previous is None):
            attribution = Attribution("free", None, previous.speaker if previous else None, first, first)
            found = list(drafts(reading, [WordSpan(first, last)], attribution, where))
        yield from found
        last_attribution = next(
            (d.attribution for d in reversed(found) if d.attribution and d.attribution.speaker), None
        )
        previous = (
            last_attribution
            or _direct_in(reading, direct, first, last)
            or (previous if found else _subject_cue(reading, first, last))
        )


def _led_into(reading: Reading, direct: Sequence[Draft], first: int, last: int, paragraph: int) -> list[Draft]:
    """*The answers are “no help,” says X*: the outlet's words that lead into marked ones before their attribution."""
    if first >= last:
        return []
    start, end = reading.words[first].start, reading.words[last - 1].end
    for index in range(bisect_left(direct, start, key=_start), len(direct)):
        draft = direct[index]
        if draft.start >= end:
            break
        if draft.attribution is None or draft.attribution.way != "after" or not draft.marked:
            continue
        opening, closing = reading.range(draft.start, draft.end)
        if not _is_lead(reading, first, opening) or not _is_parenthesis(reading, closing, draft.attribution):
            return []
        return list(drafts(reading, [WordSpan(first, closing)], draft.attribution, paragraph))
    return []


def _is_lead(reading: Reading, first: int, opening: int) -> bool:
    """Some words right before a marked stretch, none of them quoted or a word of saying."""
    lead = range(first, opening)
    if sum(reading.words[i].is_word for i in lead) < MIN_LEAD or not reading.words[opening - 2].is_word:
        return False
    return not any(reading.quoted[i] or i in reading.cue_at or reading.keys[i] in (":", ";") for i in lead)


def _is_parenthesis(reading: Reading, closing: int, attribution: Attribution) -> bool:
    """The attribution stands right behind the marked words, set apart by a comma."""
    between = reading.keys[max(closing - 1, 0) : attribution.first]
    return "," in between and not any(reading.words[i].is_word for i in range(closing, attribution.first))


def _subject_cue(reading: Reading, first: int, last: int) -> Attribution | None:
    """A cue without content of its own, after which the Konjunktiv may go on."""
    for hit in reading.cues_in(first, last):
        if not reading.quoted[hit.head] and not hit.passive:
            speaker = speaker_of(reading, hit, first, last)
            if speaker is not None:
                return Attribution("clause", hit, speaker, hit.first, hit.last)
    return None


def _direct_in(reading: Reading, direct: Sequence[Draft], first: int, last: int) -> Attribution | None:
    if first >= last:
        return None
    start, end = reading.words[first].start, reading.words[last - 1].end
    if not any(reading.quoted[first:last]):
        return None
    for place in range(max(0, bisect_left(direct, start, key=_start) - 1), len(direct)):
        draft = direct[place]
        if draft.start >= end:
            break
        if draft.end > start and draft.attribution and draft.attribution.speaker:
            return draft.attribution
    return None


def _start(draft: Draft) -> int:
    return draft.start


def _paragraph_of(reading: Reading, place: int) -> int:
    start = reading.words[place].start if place < len(reading.words) else 0
    low, high = 0, len(reading.document.paragraphs)
    while low < high:
        middle = (low + high) // 2
        if reading.document.paragraphs[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return min(low, len(reading.document.paragraphs) - 1)


def _reported_mood(reading: Reading, first: int, last: int, bare: bool) -> bool:
    """Whether the sentence stands in the mood of reported speech; ``bare``: nothing before it tells who speaks, so that
    only forms count that can be nothing else."""
    return any(
        WordRole.SUBJ in word.roles and not reading.quoted[i] and (not bare or _is_reported_mood(reading, i))
        for i, word in enumerate(reading.words[first:last], first)
    )


def _is_reported_mood(reading: Reading, place: int) -> bool:
    """A form of the reported mood outside a set phrase (*es sei denn*)."""
    verbs = reading.grammar.verbs
    set_phrase = any(key in verbs.subjunctive_phrases for key in reading.keys[place + 1 : place + 2])
    return reading.keys[place] in verbs.reported_mood and not set_phrase


def _in_sentence(reading: Reading, first: int, last: int, used: set[int], paragraph: int) -> Iterator[Draft]:
    if last - first < MIN_CONTENT or all(reading.quoted[first:last]):
        return
    stop = last
    while stop > first and not reading.words[stop - 1].is_word:
        stop -= 1
    label = _label(reading, first, stop)
    if label is not None:
        yield from drafts(reading, [WordSpan(label.last, stop)], label, paragraph)
        return
    led = according(reading, first, stop)
    opens = led is not None and led[1].first == first
    whole = led if opens else parenthetical(reading, first, stop, used) or led
    if whole is not None:
        stretches, attribution = whole
        if is_outlet(reading, attribution.speaker):
            inner = list(_inner(reading, first, stop, used, paragraph, attribution))
            if inner or _has_direct(reading, first, stop, used):
                yield from inner
                return
        if not _has_direct(reading, first, stop, used):
            yield from drafts(reading, stretches, attribution, paragraph)
        if attribution.way != "according":
            return
    yield from _complements(reading, first, stop, used, paragraph, whole[1] if whole else None)


def is_outlet(reading: Reading, phrase: WordSpan | None) -> bool:
    """Whether the speaker is a news outlet, from which the article may have what somebody else said."""
    return phrase is not None and next(outlets_in(reading, phrase.first, phrase.last), None) is not None


def _has_direct(reading: Reading, first: int, stop: int, used: set[int]) -> bool:
    """Whether a cue of the sentence already attributes a direct quotation."""
    return any(id(hit) in used for hit in reading.cues_in(first, stop))


def _inner(
    reading: Reading, first: int, stop: int, used: set[int], paragraph: int, outer: Attribution
) -> Iterator[Draft]:
    """What the outlet says that others said: *X has confirmed that …, writes the paper*."""
    end = outer.first if outer.first > first else stop
    begin = first if outer.first > first else outer.last
    while end > begin and not reading.words[end - 1].is_word:
        end -= 1
    second = according(reading, begin, end)
    if second is not None and not is_outlet(reading, second[1].speaker):
        yield from drafts(reading, *second, paragraph)
        return
    yield from _complements(reading, begin, end, used, paragraph, None)


def _label(reading: Reading, first: int, stop: int) -> Attribution | None:
    """*Name: statement* in a headline, *NAME: turn* in a transcript."""
    for place in range(first + 1, min(first + 5, stop)):
        if reading.keys[place] != ":":
            continue
        words = reading.words[first:place]
        own = reading.document.sentences[reading.sentence_of(first)]
        upper = all(reading.text[w.start : w.end].isupper() and w.end - w.start > 1 for w in words if w.is_word)
        named = any(
            n.last == place and n.actor.type in ("person", "organization") for n in reading.named_in(first, place)
        )
        if not any(w.is_word for w in words):
            return None
        if upper or (own.role == "headline" and (named or all(w.capital for w in words if w.is_word))):
            return Attribution("label", None, WordSpan(first, place), first, place + 1)
        return None
    return None


def _complements(
    reading: Reading, first: int, stop: int, used: set[int], paragraph: int, taken: Attribution | None
) -> Iterator[Draft]:
    reached = first
    for hit in reading.cues_in(first, stop):
        if id(hit) in used or reading.quoted[hit.head] or hit.first < reached:
            continue
        if taken is not None and hit.first >= taken.first and hit.last <= taken.last:
            continue
        content = content_of(reading, hit, first, stop)
        if content is None:
            continue
        speaker = speaker_of(reading, hit, max(first, _clause_start(reading, hit.first, first)), content[0])
        if speaker is None and not hit.passive:
            speaker = speaker_of(reading, hit, first, content[0])
        if speaker is None and not hit.passive:
            continue
        attribution = Attribution(
            "clause", hit, speaker, min(hit.first, speaker.first if speaker else hit.first), content[0]
        )
        yield from drafts(reading, [content], attribution, paragraph)
        reached = content[1]
    yield from _from_nouns(reading, first, stop, reached, paragraph)


def _from_nouns(reading: Reading, first: int, stop: int, reached: int, paragraph: int) -> Iterator[Draft]:
    """*the claim that …*, *der Meinung, dass …*: a noun of saying with its clause."""
    for place in range(max(first, reached), stop):
        if reading.keys[place] not in reading.lexicon.nouns or reading.quoted[place]:
            continue
        found = reading.lexicon.nouns.at(reading, place, stop)
        if found is None or found.value is NounKind.WORDING:
            continue
        at = found.last
        owner = owner_behind(reading, at, stop)
        at = owner.last if owner is not None else at
        begin = next((i for i in range(at, min(stop, at + NOUN_REACH)) if reading.has(i, WordRole.THAT)), None)
        if begin is None and reading.grammar.verbs.reported_mood:
            begin = _clause_of_noun(reading, at, stop)
        if begin is None or (reading.has(begin, WordRole.REL) and begin > at + 1):
            continue
        speaker = owner_before(reading, first, place) or owner or leading_subject(reading, first, place)
        if speaker is None:
            continue
        end = content_end(reading, begin, stop)
        by_comma = reading.grammar.clauses.comma_before_complement
        if by_comma and reading.has(first, WordRole.PREP) and not _has_verb(reading, first, place):
            end = first_comma(reading, begin, end) or end
        yield from drafts(
            reading,
            [WordSpan(begin, end)],
            Attribution("clause", None, speaker, min(place, speaker.first), begin),
            paragraph,
        )
        return


def _has_verb(reading: Reading, first: int, last: int) -> bool:
    return any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(first, last))


def _clause_of_noun(reading: Reading, at: int, stop: int) -> int | None:
    """*der Vorwurf der CDU, es handele sich …*: a clause in reported mood behind the comma after a noun."""
    comma = next((i for i in range(at, min(stop, at + GENITIVE)) if reading.keys[i] == ","), None)
    if comma is None or any(i in reading.cue_at for i in range(at, comma)) or reading.has(comma + 1, WordRole.CONJ):
        return None
    reach = range(comma + 1, min(stop, comma + CLAUSE))
    return comma + 1 if any(reading.has(i, WordRole.SUBJ) for i in reach) else None


def _demonstrative(reading: Reading, first: int, stop: int, used: set[int]) -> Attribution | None:
    """*Det uppger polisen.*, *Dies bestätigte der Sprecher.*: the statement is the sentence before."""
    if not reading.grammar.word_order.verb_second or not reading.has(first, WordRole.NEUT) or stop - first > 16:
        return None
    hit = reading.cue_at.get(first + 1)
    if hit is None or hit.first != first + 1 or id(hit) in used or not hit.cue.use & {CueUse.SAY}:
        return None
    speaker = subject_after(reading, hit.last, stop)
    if (
        speaker is None
        or speaker.first > hit.last + 2
        or any(reading.has(i, WordRole.THAT) for i in range(hit.last, stop))
    ):
        return None
    return Attribution("clause", hit, speaker, first, speaker.last)


def _clause_start(reading: Reading, place: int, first: int) -> int:
    """After the last semicolon, dash or colon before the cue."""
    for i in range(place - 1, max(first, place - LONGEST_CLAUSE), -1):
        if reading.keys[i] in (";", ":", "–", "—"):
            return i + 1
    return first
