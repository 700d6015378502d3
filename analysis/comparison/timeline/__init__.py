"""The timeline of a story: when its articles were published, and the dates that they mention.

Every date has its words and their sentence for proof. What names no date for sure has no entry: a bare weekday or
*today* without a verb of saying beside it (another tense would be another week; *today* is nowadays too), words of
somebody quoted, whose *yesterday* is not the article's, weeks and seasons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from analysis.comparison.members import Member
from analysis.comparison.timeline.phrases import Phrase, find_phrases
from analysis.comparison.timeline.resolving import day_of, resolve
from analysis.text import words_of
from analysis.types import (
    Claim,
    DateMention,
    PartialDate,
    PublishedArticle,
    Quote,
    Sentence,
    Span,
    Timeline,
    TimelineDate,
)

BESIDE = 5
"""Most words between a verb of saying and the day that it was said on."""
STOPS = ".;:!?\n"
Dated = tuple[PartialDate, DateMention]


def timeline(members: Sequence[Member], claims: Sequence[Claim]) -> Timeline:
    """Articles in the order of publication and the dates that they mention, earliest first.

    What has the same beginning comes with the less precise first: 2024, 2024-05, 2024-05-03.
    """
    made = {(one.article, one.start): claim.id for claim in claims for one in claim.present}
    by_date: dict[PartialDate, list[DateMention]] = {}
    for member in members:
        for value, mention in _dated(member, made):
            by_date.setdefault(value, []).append(mention)
    known = [
        PublishedArticle(member.id, member.analysis.article.published_at)
        for member in members
        if member.analysis.article.published_at is not None
    ]
    return Timeline(
        published=tuple(sorted(known, key=lambda one: (one.published_at.value, one.article))),
        undated=tuple(member.id for member in members if member.analysis.article.published_at is None),
        dates=tuple(TimelineDate(value, tuple(by_date[value])) for value in sorted(by_date, key=lambda one: one.value)),
    )


def _dated(member: Member, made: dict[tuple[str, int], str]) -> Iterator[Dated]:
    """The dates of an article, each once a sentence."""
    article, sentences = member.analysis.article, member.analysis.sentences
    if not sentences:
        return
    today = day_of(article.published_at)
    starts = [sentence.start for sentence in sentences]
    words, cues = _quoted(member.analysis.quotes), _cues(member.analysis.quotes)
    seen: set[tuple[PartialDate, int]] = set()
    for phrase in find_phrases(article.text, article.language.code):
        sentence = sentences[max(0, bisect_right(starts, phrase.start) - 1)]
        if phrase.end > sentence.end or sentence.role == "caption":
            continue
        spoken = _within(words, phrase.start)
        value = phrase.stated or _seen(phrase, today, not spoken, _said(article.text, phrase, sentence, cues))
        if value is None or (value, sentence.index) in seen:
            continue
        seen.add((value, sentence.index))
        yield value, _mention(member, phrase, sentence, made)


def _seen(phrase: Phrase, today: date | None, own: bool, said: bool) -> PartialDate | None:
    return resolve(phrase, today, said) if today is not None and own else None


def _mention(member: Member, phrase: Phrase, sentence: Sentence, made: dict[tuple[str, int], str]) -> DateMention:
    text = member.analysis.article.text
    return DateMention(
        article=member.id,
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        basis="stated" if phrase.stated is not None else "publication",
        sentence=Span(sentence.start, sentence.end, text[sentence.start : sentence.end]),
        claim=made.get((member.id, sentence.start)),
    )


def _quoted(quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Where somebody's own words stand, in text order, without overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((quote.start, quote.end) for quote in quotes if quote.kind != "indirect"):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    place = bisect_right(spans, (offset, offset)) - 1
    place += place + 1 < len(spans) and spans[place + 1][0] == offset
    return place >= 0 and spans[place][0] <= offset < spans[place][1]


def _cues(quotes: Sequence[Quote]) -> list[Quote]:
    return sorted((quote for quote in quotes if quote.cue is not None), key=lambda quote: quote.cue.start)  # type: ignore[union-attr]


def _said(text: str, phrase: Phrase, sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    """Whether a verb of saying stands beside a phrase that is no part of what is said."""
    first = bisect_right(quotes, sentence.start, key=lambda quote: quote.cue.end if quote.cue else 0)
    for quote in quotes[first:]:
        cue = quote.cue
        if cue is None or cue.start >= sentence.end:
            break
        between = text[cue.end : phrase.start] if cue.end <= phrase.start else text[phrase.end : cue.start]
        near = len(words_of(between)) <= BESIDE and not any(mark in between for mark in STOPS)
        if near and not quote.start <= phrase.start < quote.end:
            return True
    return False
