"""The articles of a comparison, as the rest of it refers to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.types import Actor, Analysed, Analysis, ArticleRef, ArticleSpan, Quote


@dataclass(frozen=True)
class Member:
    """An article of the comparison: its id in the answer, the label that summaries call it by, and its analysis."""

    id: str
    label: str
    analysis: Analysis

    @property
    def outlet(self) -> str:
        """Who published the article."""
        return self.analysis.article.outlet

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors that the article names, by id."""
        return {actor.id: actor for actor in self.analysis.actors}

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """The quotes by id."""
        return {quote.id: quote for quote in self.analysis.quotes}

    def span(self, start: int, end: int) -> ArticleSpan:
        """The span of these offsets."""
        return ArticleSpan(self.id, start, end, self.analysis.article.text[start:end])


def members_of(items: Sequence[Analysed]) -> tuple[Member, ...]:
    """The articles with their ids; labelled by outlet, or by outlet and id where an outlet has several articles."""
    articles = [item.analysis.article for item in items]
    outlets = Counter(article.outlet for article in articles)
    taken: set[str] = set()
    members = []
    for position, (item, article) in enumerate(zip(items, articles, strict=True), 1):
        name = article.id or f"article-{position}"
        name = name if name not in taken else f"{name}-{position}"
        taken.add(name)
        label = article.outlet if outlets[article.outlet] == 1 else f"{article.outlet} ({name})"
        members.append(Member(name, label, item.analysis))
    return tuple(members)


def references(members: Sequence[Member]) -> tuple[ArticleRef, ...]:
    """What the answer says of each article."""
    return tuple(
        ArticleRef(
            member.id,
            member.outlet,
            member.analysis.article.headline,
            member.analysis.article.language.code,
            member.analysis.article.published_at,
        )
        for member in members
    )


def display_names(members: Sequence[Member]) -> dict[str, str]:
    """One name for each actor: the one that most articles use, the longest of these, the first in the alphabet."""
    forms: dict[str, Counter[str]] = {}
    for member in members:
        for actor in member.analysis.actors:
            forms.setdefault(actor.id, Counter())[actor.name] += 1
    return {
        actor: min(names, key=lambda name: (-names[name], -len(name), name)) for actor, names in sorted(forms.items())
    }
