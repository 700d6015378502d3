"""The articles of a comparison, as the rest of it refers to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.framing.reactions import is_sure
from analysis.types import (
    Actor,
    Analysed,
    Analysis,
    ArticleRef,
    ArticleSpan,
    Quote,
    Reaction,
    ReactionKey,
    StanceLabel,
)


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

    @cached_property
    def reactions(self) -> tuple[Reaction, ...]:
        """The reactions in text order; those whose quote is not in the analysis are left out."""
        known = [one for one in self.analysis.framing.reactions if one.quote in self.quotes]
        return tuple(sorted(known, key=lambda one: (self.quotes[one.quote].start, one.quote)))

    @cached_property
    def first_reactions(self) -> dict[ReactionKey, Reaction]:
        """The first reaction of each actor with each stance; neutral statements, unknown speakers and places are left
        out."""
        first: dict[ReactionKey, Reaction] = {}
        for one in self.reactions:
            if one.actor is not None and one.stance != "neutral" and self.can_react(one.actor):
                first.setdefault(ReactionKey(one.actor, one.stance), one)
        return first

    @cached_property
    def reactions_told_as(self) -> dict[tuple[int, str | None, StanceLabel], list[Reaction]]:
        """The reactions by sentence, actor and stance, in text order."""
        found: dict[tuple[int, str | None, StanceLabel], list[Reaction]] = defaultdict(list)
        for one in self.reactions:
            found[one.sentence, one.actor, one.stance].append(one)
        return found

    @cached_property
    def unsure(self) -> dict[ReactionKey | None, int]:
        """Where the first statement begins that may be this reaction, though none of the reactions is; under ``None``
        that of the first statement that may be anybody's."""
        reacting = {one.quote for one in self.analysis.framing.reactions}
        first: dict[ReactionKey | None, int] = {}
        for quote in sorted(self.analysis.quotes, key=lambda quote: quote.start):
            if quote.id not in reacting:
                for key in _may_be(quote):
                    first.setdefault(key, quote.start)
        return first

    def can_react(self, actor: str | None) -> bool:
        """Whether somebody, or a body, can take a stance: a place is neither (*Brooklyn's criticism*)."""
        return actor is None or actor not in self.actors or self.actors[actor].type != "place"

    def span(self, start: int, end: int) -> ArticleSpan:
        """The span of these offsets."""
        return ArticleSpan(self.id, start, end, self.analysis.article.text[start:end])


def _may_be(quote: Quote) -> list[ReactionKey | None]:
    """Which reaction a statement is that is read as none; ``None`` for anybody's."""
    actor, stance = quote.speaker.actor if quote.speaker else None, quote.stance.label
    if stance == "neutral":
        return [None] if actor is not None and not is_sure(quote) else []
    anybody: list[ReactionKey | None] = [None] if quote.speaker is not None or quote.kind != "indirect" else []
    return [*anybody, *([] if actor is None else [ReactionKey(actor, stance)])]


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
