"""Statements reported without marks, or partly within them: that-clauses, parentheticals, *according to*, mood."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.attribution.contents import MIN_CONTENT
from analysis.attribution.fronting import leading_subject
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import PERSONAL
from analysis.attribution.subjects import speaker_of
from analysis.attribution.unsaid import opens_otherwise, says_nothing
from analysis.columns import WordRole
from analysis.quotes.constructions.as_said import behind_dash
from analysis.quotes.constructions.construction import Attribution, Way, attribution
from analysis.quotes.constructions.reported import (
    demonstrative,
    is_in_reported_mood,
    sentence_of,
    statements,
)
from analysis.quotes.drafts import Draft, drafts
from analysis.types import QuoteKind

OWN_CLAUSE = frozenset({Way.AFTER, Way.COLON, Way.UNCLOSED})
"""Ways by which a clause attributes marked words and reports nothing besides."""
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


def _may_be(reading: Reading, words: WordSpan, previous: Attribution | None) -> bool:
    """*Laut Umfrage steigt der Preis. Das könnte …*: behind *according to* modals alone tell what may be, by nobody."""
    if previous is None or previous.way is not Way.ACCORDING:
        return False
    moods = [word.roles for word in reading.words[words.first : words.last] if WordRole.SUBJ in word.roles]
    return all(WordRole.MODAL in roles for roles in moods)


def _is_free(draft: Draft) -> bool:
    return draft.attribution is not None and draft.attribution.way is Way.FREE


@dataclass(frozen=True, slots=True)
class _Direct:
    """The direct quotations of an article: what of them a sentence may go on with."""

    drafts: Sequence[Draft]
    starts: tuple[int, ...]
    attributed: frozenset[int]
    """Heads of the cues that attribute one."""

    def in_sentence(self, reading: Reading, words: WordSpan) -> Iterator[Draft]:
        """Those that begin in a sentence."""
        if words.size > 0:
            start, end = reading.words[words.first].start, reading.words[words.last - 1].end
            yield from self.drafts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def speaking_in(self, reading: Reading, words: WordSpan) -> Attribution | None:
        """What attributes the first one that reaches into a sentence and has a speaker."""
        if words.size <= 0 or not any(reading.quoted[words.first : words.last]):
            return None
        start, end = reading.words[words.first].start, reading.words[words.last - 1].end
        for draft in self.drafts[max(0, bisect_left(self.starts, start) - 1) :]:
            if draft.start >= end:
                break
            if draft.end > start and draft.attribution and draft.attribution.speaker:
                return draft.attribution
        return None


def _by_sentence(reading: Reading, drafted: Sequence[Draft]) -> Iterator[Draft]:
    told = [d.attribution for d in drafted if d.attribution and d.attribution.way in OWN_CLAUSE]
    heads = frozenset(one.hit.head for one in told if one.hit is not None)
    direct = _Direct(drafted, tuple(draft.start for draft in drafted), heads)
    ends = tuple(paragraph.end for paragraph in reading.document.paragraphs)
    previous: Attribution | None = None
    before: tuple[WordSpan, int] | None = None
    paragraph = -1
    for words in reading.sentences:
        where = _paragraph_of(reading, ends, words.first)
        if where != paragraph:
            previous, paragraph = None, where
        found = [*_reported(reading, words, before, direct, where), *_led_into(reading, words, direct, where)]
        before = (words, where) if not found else None
        bare = previous is None or previous.way is Way.ALONE
        reported = not found and is_in_reported_mood(reading, words, bare) and not _may_be(reading, words, previous)
        if reported and not says_nothing(reading, words):
            own = bare and reading.any_role(words.first, PERSONAL | {WordRole.POSS})  # *Sie sei ertrunken*: of X
            speaker = previous.speaker if previous and not own else None
            free = Attribution(None, speaker, words.first, words.first, Way.FREE)
            found = list(drafts(reading, [words], free, where))
        yield from found
        last = next((d.attribution for d in reversed(found) if d.attribution and d.attribution.speaker), None)
        previous = last or direct.speaking_in(reading, words) or (previous if found else _subject_cue(reading, words))


def _reported(
    reading: Reading, words: WordSpan, before: tuple[WordSpan, int] | None, direct: _Direct, paragraph: int
) -> Iterator[Draft]:
    """What a sentence reports: itself, a part of it, or the sentence before it, if that reports nothing."""
    backward = demonstrative(reading, words, direct.attributed)
    if backward is not None and before is not None and not any(reading.quoted[before[0].first : before[0].last]):
        yield from drafts(reading, [before[0]], attribution(backward, Way.CLAUSE), before[1])
        return
    if words.size < MIN_CONTENT or all(reading.quoted[words.first : words.last]):
        return
    for way, found in statements(sentence_of(reading, words, direct.attributed)):
        yield from drafts(reading, found.content, attribution(found, way), paragraph)


def _led_into(reading: Reading, words: WordSpan, direct: _Direct, paragraph: int) -> Iterator[Draft]:
    """*The answers are “no help,” says X*: the outlet's words that lead into marked ones before their attribution."""
    for draft in direct.in_sentence(reading, words):
        if draft.attribution is None or draft.attribution.way is not Way.AFTER or not draft.marked:
            continue
        opening, closing = reading.range(draft.start, draft.end)
        if _is_lead(reading, words.first, opening) and _is_parenthesis(reading, closing, draft.attribution):
            first = behind_dash(reading, words.first, opening + 1)
            yield from drafts(reading, [WordSpan(first, closing)], draft.attribution, paragraph)
        return


def _is_lead(reading: Reading, first: int, opening: int) -> bool:
    """Some words right before a marked stretch, none a word of saying; some may be quoted too, not the first."""
    own = [i for i in range(first, opening) if not reading.quoted[i]]
    if sum(reading.words[i].is_word for i in own) < MIN_LEAD or not reading.words[opening - 2].is_word:
        return False
    return own[0] == first and not any(i in reading.cue_at or reading.keys[i] in (":", ";") for i in own)


def _is_parenthesis(reading: Reading, closing: int, attribution: Attribution) -> bool:
    """The attribution stands right behind the marked words, set apart by a comma, and has no clause of its own."""
    following = range(attribution.last, min(attribution.last + 2, len(reading.words)))
    if any(reading.has(i, WordRole.THAT) and reading.keys[i - 1] == "," for i in following):
        return False
    between = reading.keys[max(closing - 1, 0) : attribution.first]
    return "," in between and not any(reading.words[i].is_word for i in range(closing, attribution.first))


def _subject_cue(reading: Reading, words: WordSpan) -> Attribution | None:
    """A cue without content of its own, after which the Konjunktiv may go on."""
    for hit in reading.cues_in(*words):
        if not reading.quoted[hit.head] and not hit.passive and not opens_otherwise(reading, hit):
            speaker = speaker_of(reading, hit, *words)
            if speaker is not None:
                return Attribution(hit, speaker, hit.first, hit.last, Way.CLAUSE)
    return _leader(reading, words)


def _leader(reading: Reading, words: WordSpan) -> Attribution | None:
    """*Der Forscher X hat den Strom geprüft. Er habe Kraft.*: the person with whose name a sentence opens, after which
    the mood of reported speech may go on."""
    if not reading.grammar.verbs.reported_mood or any(reading.quoted[words.first : words.last]):
        return None
    subject = leading_subject(reading, *words)
    named = () if subject is None else reading.persons_in(*subject)
    if subject is None or subject.first > words.first + 1 or not any(one.last == subject.last for one in named):
        return None
    return Attribution(None, subject, subject.first, subject.last, Way.ALONE)


def _paragraph_of(reading: Reading, ends: Sequence[int], place: int) -> int:
    """Index of the paragraph that holds the word."""
    start = reading.words[place].start if place < len(reading.words) else 0
    return min(bisect_right(ends, start), len(ends) - 1)
