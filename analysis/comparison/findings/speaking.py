"""Who speaks in an article, and whether another has the same words: what several finders ask."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors.identity import generation
from analysis.comparison.findings.dimension import Story
from analysis.comparison.findings.elsewhere import WORD, is_full_name
from analysis.comparison.findings.time_gap import published
from analysis.comparison.members import Member
from analysis.text import fold, words_of
from analysis.types import Quote

LEAST_SURE = 0.5
"""Least confidence of a quotation from which it is known whose it is."""


def speakers(member: Member) -> dict[str, list[Quote]]:
    """What each actor surely says in an article, by actor; media that it cites are left out."""
    media = {source.actor for source in member.analysis.sources if source.type in ("outlet", "social")}
    said: dict[str, list[Quote]] = {}
    for quote in member.analysis.quotes:
        speaker = quote.speaker.actor if quote.speaker else None
        if speaker in member.actors and speaker not in media and quote.confidence >= LEAST_SURE:
            said.setdefault(str(speaker), []).append(quote)
    return said


def by_name(member: Member, actor: str, quotes: Sequence[Quote]) -> bool:
    """Whether any of somebody's statements stands beside the name: *he said* alone may be another."""
    names = [one for one in member.actors[actor].mentions if one.kind == "name"]
    spoken = [quote.speaker for quote in quotes if quote.speaker]
    spans = [(one.start, one.end or one.start) for one in spoken if one.start is not None]
    return any(name.start < end and start < name.end for name in names for start, end in spans)


def in_their_words(quotes: Sequence[Quote], least: int) -> list[Quote]:
    """What stands between marks and has so many words, each word once, in text order."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        if quote.kind == "direct" and length(quote) >= least and not (kept and quote.end <= kept[-1].end):
            kept.append(quote)
    return kept


def length(quote: Quote) -> int:
    """Its words."""
    return len(quote.text.split())


def most_telling(quotes: Sequence[Quote]) -> Quote:
    """The quotation that is shown of several: one that takes sides, the longest of them, the first of equal ones."""
    return max(quotes, key=lambda quote: (quote.stance.label != "neutral", length(quote), -quote.start))


def runs_of(member: Member, run: int) -> frozenset[str]:
    """All runs of so many words in an article's text, folded."""
    return frozenset(_runs(member.analysis.article.text, run))


def stands_in(quote: Quote, runs: frozenset[str], run: int) -> bool:
    """Whether some words in a row of a quotation are among those runs."""
    return not runs.isdisjoint(_runs(quote.text, run))


def _runs(text: str, run: int) -> list[str]:
    words = words_of(fold(text).replace("\u2019", "'"))
    return [" ".join(words[place : place + run]) for place in range(len(words) - run + 1)]


def is_earlier(member: Member, others: Sequence[Member]) -> bool:
    """Whether an article is of an earlier day than all of the others: what they have may have come after it."""
    own, days = published(member), [published(one) for one in others]
    return own is not None and all(day is not None and own.date() < day.date() for day in days)


def full_name(story: Story, actor: str) -> str | None:
    """The name by which a reader knows somebody, of those that the articles have; one without *jr* before others."""
    names = [story.names[actor], *(one.actors[actor].name for one in story.members if actor in one.actors)]
    known = [name for name in names if is_full_name(name)]
    return min(known, key=lambda name: (bool(generation(WORD.findall(name))), names.index(name)), default=None)
