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

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding, listed, quote_id
from analysis.comparison.findings.messages import enumerate_names
from analysis.comparison.members import Member, display_names
from analysis.comparison.reactions import can_react, first_by_key, first_of, ordered, quote_span, unsure_before
from analysis.comparison.voices import Pair, are_one, one_voice
from analysis.types import Message, Reaction, ReactionKey

FIRST = 0.65
LEAST = 0.8
"""Probability of its stance from which a first reaction is told."""
LATE = 0.5
"""A first reaction behind this share of the article is no opening voice."""
ROLES = {"headline": "headline", "lead": "lead"}

Keyed = tuple[str, str]


def first_voice(story: Story) -> Dimension:
    """Articles whose first reaction comes from somebody else, who takes the other side."""
    having = [(member, found) for member in story.members if (found := _sure_first(story, member)) is not None]
    tested = f"n = {len(having)} articles with a sure first reaction" if len(having) > 1 else ""
    groups: dict[Keyed, list[tuple[Member, Reaction]]] = {}
    for member, found in having:
        groups.setdefault((str(found.actor), found.stance), []).append((member, found))
    opposed = _opposed(groups, one_voice(story.members))
    if not opposed:
        return Dimension("whose reaction comes first", (), tested if len(groups) < 2 else "")
    names = display_names(story.members)
    told = [pair for key in opposed for pair in groups[key]]
    parts = [
        f"{listed([member for member, _ in groups[key]])} with the {key[1]} by {names.get(key[0], key[0])}"
        f"{_place(groups[key])}"
        for key in opposed
    ]
    involved = [member for member, _ in told]
    about = About(
        actors=tuple(dict.fromkeys(actor for actor, _ in opposed)),
        quotes=tuple(quote_id(member, found.quote) for member, found in told),
        values={member.id: str(found.actor) for member, found in told},
    )
    confidence = min(member.quotes[found.quote].stance.confidence for member, found in told)
    evidence = [quote_span(member, found) for member, found in told]
    message = Message("first_voice.articles", {"groups": enumerate_names(parts)})
    return Dimension(
        "whose reaction comes first",
        (finding(message, involved, evidence, Weight(FIRST, confidence), about),),
    )


def _sure_first(story: Story, member: Member) -> Reaction | None:
    """The article's first reaction; ``None`` where it is not sure that it is the first."""
    found = next((one for one in ordered(member) if one.stance != "neutral"), None)
    if found is None or found.actor is None or not can_react(member, found.actor) or found.position > LATE:
        return None
    key = ReactionKey(found.actor, found.stance)
    if not any(first_of(first_by_key(other), key) for other in story.members if other.id != member.id):
        return None
    quote = member.quotes[found.quote]
    if quote.stance.confidence < LEAST or unsure_before(member, quote.start):
        return None
    return found


def _opposed(groups: dict[Keyed, list[tuple[Member, Reaction]]], pairs: frozenset[Pair]) -> list[Keyed]:
    """The groups that have an opponent among the others: another voice, one of the two accusing."""
    return [
        key
        for key in groups
        if any(
            (key[1] == "criticism") != (other[1] == "criticism") and not are_one(pairs, key[0], other[0])
            for other in groups
        )
    ]


def _place(group: list[tuple[Member, Reaction]]) -> str:
    """Where the reaction stands, if it stands at the top in all of them."""
    roles = {member.analysis.sentences[found.sentence].role for member, found in group}
    return f" in the {roles.pop()}" if len(roles) == 1 and roles <= ROLES.keys() else ""
