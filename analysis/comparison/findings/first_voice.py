"""Whose reaction an article gives first."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, listed, quote_id
from analysis.comparison.findings.messages import enumerate_names
from analysis.comparison.members import Member, display_names
from analysis.comparison.reactions import quote_span
from analysis.types import ArticleSpan, FirstReaction, Message

FIRST, FIRST_ALIKE = 0.65, 0.45
"""Effect of another actor with another stance, and of one of the two alone."""


def first_voice(story: Story) -> Dimension:
    """Articles whose first reaction comes from somebody else, or with another stance."""
    firsts = {first.article: first for first in story.comparison.framing.first_reaction if first.stance is not None}
    having = [member for member in story.members if member.id in firsts and firsts[member.id].actor is not None]
    tested = f"n = {len(having)} articles with a reaction" if len(having) > 1 else ""
    groups: dict[tuple[str | None, str | None], list[Member]] = {}
    for member in having:
        groups.setdefault((firsts[member.id].actor, firsts[member.id].stance), []).append(member)
    if len(groups) < 2:
        return Dimension("whose reaction comes first", (), tested)
    names = display_names(story.members)
    parts = [f"{listed(group)} with the {_first(firsts[group[0].id], names)}" for group in groups.values()]
    message = Message("first_voice.articles", {"groups": enumerate_names(parts)})
    actors, stances = {actor for actor, _ in groups}, {stance for _, stance in groups}
    effect = FIRST if len(actors) > 1 and len(stances) > 1 else FIRST_ALIKE
    quotes = [(member, str(firsts[member.id].quote)) for member in having]
    confidence = min(member.quotes[quote].stance.confidence for member, quote in quotes)
    about = About(
        actors=tuple(dict.fromkeys(actor for actor, _ in groups if actor)),
        quotes=tuple(quote_id(member, quote) for member, quote in quotes),
        values={member.id: str(firsts[member.id].actor) for member in having},
    )
    evidence = [_evidence(member, firsts[member.id]) for member in having]
    found = finding(message, having, evidence, Weight(effect, confidence), about)
    return Dimension("whose reaction comes first", (found,))


def _evidence(member: Member, first: FirstReaction) -> ArticleSpan:
    reaction = next(one for one in member.analysis.framing.reactions if one.quote == first.quote)
    return quote_span(member, reaction)


def _first(first: FirstReaction, names: dict[str, str]) -> str:
    return f"{first.stance} by {names.get(str(first.actor), str(first.actor))}"
