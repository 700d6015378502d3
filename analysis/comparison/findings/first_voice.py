"""Whose reaction an article gives first.

Rule: articles whose first reactions come from different voices with opposed stances (one accuses, the other answers or
praises), said with where each stands: in the headline, the lead or the body. Silent where the first voices are one (a
person, who speaks for them, their body), where they do not oppose each other, where an article's first reaction is of a
place, not sure (``LEAST``) or not on that side in any other article (what one article alone is read to say may be read
wrongly), and where a statement before it may be a reaction: one of unsure stance, or a stance of somebody who is not
known. Such articles are left out, and at least two must remain. Before the rule of the other article 0 of 3 told of
real English stories were true; with it none is told there.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from analysis.comparison.findings.dimension import (
    About,
    Dimension,
    Story,
    Weight,
    finding,
    labels,
    none_found,
    quote_id,
)
from analysis.comparison.findings.first_words import first_words
from analysis.comparison.members import Member
from analysis.comparison.reactions import first_of, quote_span, unsure_before
from analysis.comparison.voices import Pair, are_one
from analysis.types import Finding, Message, Param, Reaction, ReactionKey

FIRST = 0.65
LEAST = 0.8
"""Probability of its stance from which a first reaction is told."""
LATE = 0.5
"""A first reaction behind this share of the article is no opening voice."""
TOP = frozenset({"headline", "lead"})

Keyed = tuple[str, str]
Group = list[tuple[Member, Reaction]]


def first_voice(story: Story) -> Dimension:
    """Articles whose first reaction comes from somebody else, who takes the other side; else who is quoted first."""
    having = [(member, found) for member in story.members if (found := _sure_first(story, member)) is not None]
    groups: dict[Keyed, Group] = {}
    for member, found in having:
        groups.setdefault((str(found.actor), found.stance), []).append((member, found))
    opposed = _opposed(groups, story.voices)
    told = tuple(_told(story, groups[one], groups[other]) for one, other in opposed) or first_words(story)
    silent = not told and len(having) > 1 and len(groups) < 2
    tested = none_found("first_voice", articles=len(having)) if silent else None
    return Dimension(told, tested)


def _told(story: Story, one: Group, other: Group) -> Finding:
    both = [*one, *other]
    params: dict[str, Param] = {}
    for side, group in (("a", one), ("b", other)):
        actor = str(group[0][1].actor)
        params[side] = labels([member for member, _ in group])
        params[f"{side}_stance"] = group[0][1].stance
        params[f"{side}_actor"] = story.names.get(actor, actor)
        params[f"{side}_place"] = tuple(dict.fromkeys(_place(member, found) for member, found in group))
    about = About(
        actors=tuple(dict.fromkeys(str(found.actor) for _, found in both)),
        quotes=tuple(quote_id(member, found.quote) for member, found in both),
        values={member.id: str(found.actor) for member, found in both},
    )
    confidence = min(member.quotes[found.quote].stance.confidence for member, found in both)
    evidence = [quote_span(member, found) for member, found in both]
    message = Message("first_voice.articles", params)
    return finding(message, [member for member, _ in both], evidence, Weight(FIRST, confidence), about)


def _sure_first(story: Story, member: Member) -> Reaction | None:
    """The article's first reaction; ``None`` where it is not sure that it is the first."""
    found = next((one for one in member.reactions if one.stance != "neutral"), None)
    if found is None or found.actor is None or not member.can_react(found.actor) or found.position > LATE:
        return None
    key = ReactionKey(found.actor, found.stance)
    if not any(first_of(other.first_reactions, key) for other in story.members if other.id != member.id):
        return None
    quote = member.quotes[found.quote]
    if quote.stance.confidence < LEAST or unsure_before(member, quote.start):
        return None
    return found


def _opposed(groups: Mapping[Keyed, Group], pairs: frozenset[Pair]) -> list[tuple[Keyed, Keyed]]:
    """Pairs of groups, other voices of which one accuses, so many that each group with an opponent is in one."""
    found: list[tuple[Keyed, Keyed]] = []
    for one, other in combinations(groups, 2):
        told = {key for pair in found for key in pair}
        apart = (one[1] == "criticism") != (other[1] == "criticism") and not are_one(pairs, one[0], other[0])
        if apart and not {one, other} <= told:
            found.append((one, other))
    return found


def _place(member: Member, found: Reaction) -> str:
    """Where the reaction stands: in the headline, the lead or the body."""
    role = member.analysis.sentences[found.sentence].role
    return role if role in TOP else "body"
