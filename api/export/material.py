"""What an export is made of: a comparison with the articles that it compares, as readers call them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.comparison.members import Member, display_names
from analysis.types import Analysis, ArticleRef, Claim, Comparison, Quote, Reaction, Sentence, StanceLabel

OPENING = ("headline", "lead")


@dataclass(frozen=True, slots=True)
class Told:
    """A reaction where it stands: who reacts (``key`` is the same in every article; there may be no name) and how.

    ``place`` in [0, 1] is how far into the article, ``part`` whether that is its headline, its lead or its body.
    """

    key: str
    actor: str | None
    name: str | None
    stance: StanceLabel
    quote: Quote
    place: float
    part: str


@dataclass(frozen=True)
class Material:
    """A comparison and its articles, in the same order. ``languages`` are the reader's, the best read first."""

    comparison: Comparison
    analyses: tuple[Analysis, ...]
    languages: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each article is called: its outlet, with the id where an outlet has several; no two alike."""
        outlets = Counter(article.outlet for article in self.comparison.articles)
        wanted = {one.id: one.outlet if outlets[one.outlet] == 1 else _both(one) for one in self.comparison.articles}
        taken = Counter(wanted.values())
        return {one.id: wanted[one.id] if taken[wanted[one.id]] == 1 else _both(one) for one in self.articles}

    @property
    def articles(self) -> tuple[ArticleRef, ...]:
        """The articles, as the comparison names them."""
        return self.comparison.articles

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The articles with what was read in them."""
        found = zip(self.articles, self.analyses, strict=True)
        return tuple(Member(article.id, self.labels[article.id], analysis) for article, analysis in found)

    @cached_property
    def by_id(self) -> dict[str, Member]:
        """The articles by id."""
        return {member.id: member for member in self.members}

    @cached_property
    def languages_of(self) -> dict[str, str]:
        """Each article's language."""
        return {article.id: article.language for article in self.articles}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each actor is called."""
        return display_names(self.members)

    def wording(self, claim: Claim) -> tuple[str, str]:
        """A claim in the language that the reader reads best among those in which it is told, else its own text; and
        the code of that language."""
        for code in self.languages:
            for wording in claim.wordings:
                if wording.language == code:
                    return wording.text, code
        own = next((one.language for one in claim.wordings if one.text == claim.text), "")
        return claim.text, own

    def reactions(self, member: Member) -> list[Told]:
        """The article's reactions with a stance, in text order."""
        found = [one for one in member.analysis.framing.reactions if one.stance != "neutral"]
        known = [(member.quotes[one.quote], one) for one in found if one.quote in member.quotes]
        return [self._told(member, quote, one) for quote, one in sorted(known, key=lambda pair: pair[0].start)]

    def _told(self, member: Member, quote: Quote, reaction: Reaction) -> Told:
        name = quote.speaker.name if quote.speaker else None
        if reaction.actor is not None:
            name = self.names.get(reaction.actor, name)
        role = member.analysis.sentences[reaction.sentence].role
        part = role if role in OPENING else "body"
        key = reaction.actor or f"name:{name or ''}"
        return Told(key, reaction.actor, name, reaction.stance, quote, reaction.position, part)


def around(sentences: Sequence[Sentence], start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that a stretch of text stands in."""
    starts = [sentence.start for sentence in sentences]
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
    begin = sentences[first].start if first >= 0 else start
    finish = max(end, sentences[last].end) if last >= 0 else end
    return min(begin, start), finish


def _both(article: ArticleRef) -> str:
    return f"{article.outlet} ({article.id})"
