"""The order of reactions turned round: whose word comes first decides how a reader takes the other's.

Rule: two reactions (who, and with what stance) that stand in one order in some articles and in the other order in
others. Silent where the two are one voice (a person, who speaks for them, their body:
``voices``), where both come from one actor or have one stance, where either is of a place, and where an earlier
statement may be the other reaction (``order_differences``), either stance is not sure (``LEAST``), or either is put as
a question (a judge who asks whether something is so has taken no side), or both accuse and answer in turn in one of the
articles, as in a debate.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
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
from analysis.comparison.members import Member
from analysis.comparison.reactions import first_of, unsure_before
from analysis.comparison.voices import are_one
from analysis.types import Finding, Message, OrderDifference, Reaction, ReactionKey, StanceLabel

MAX_FINDINGS = 3
ORDER, GAP = 0.7, 0.3
"""A changed order is the strongest difference of framing; how far apart the reactions stand tells between several."""
AGAINST: frozenset[StanceLabel] = frozenset({"criticism"})
"""Stances that accuse; the others answer or praise."""
BOTH: frozenset[StanceLabel] = frozenset({"criticism", "dismissal"})
LEAST = 0.55
"""Probability of its stance under which a reaction's place is not told."""
ALIKE = 0.8
"""Reactions that do not oppose each other say less when they change places."""


def order_reversal(story: Story) -> Dimension:
    """Pairs of reactions that the articles give in different orders."""
    found = [
        _told(story, one)
        for one in story.comparison.framing.order_differences
        if one.a.stance != one.b.stance
        and not are_one(story.voices, one.a.actor, one.b.actor)
        and not _asked(story, one)
        and not _in_turn(story, one)
    ]
    found = [one for one in found if one.confidence >= LEAST]
    found.sort(key=lambda one: -one.effect)
    shared = set() if story.comparison.framing.order_differences else _comparable(story)
    tested = none_found("order_reversal", reactions=len(shared)) if shared else None
    return Dimension(tuple(found[:MAX_FINDINGS]), tested)


def _comparable(story: Story) -> set[ReactionKey]:
    """Reactions that two articles give with another one, none with an earlier statement that may be one of them."""
    firsts = [(member, member.first_reactions) for member in story.members]
    found: set[ReactionKey] = set()
    for both in combinations(firsts, 2):
        shared = both[0][1].keys() & both[1][1].keys()
        if len(shared) > 1 and not any(_is_unsure(member, own, shared) for member, own in both):
            found |= shared
    return found


def _is_unsure(member: Member, own: Mapping[ReactionKey, Reaction], shared: Set[ReactionKey]) -> bool:
    """Whether a statement before the last of these reactions may be one of them, though not surely."""
    last = max(member.quotes[own[key].quote].start for key in shared)
    return unsure_before(member, last, tuple(shared))


def _told(story: Story, difference: OrderDifference) -> Finding:
    a_first = [member for member in story.members if member.id in difference.a_first]
    b_first = [member for member in story.members if member.id in difference.b_first]
    a, b = difference.a, difference.b
    if story.members.index(b_first[0]) < story.members.index(a_first[0]):
        a, b, a_first, b_first = b, a, b_first, a_first
    names = story.names
    message = Message(
        "order_reversal.articles" if len(a_first) == 1 else "order_reversal.several",
        {
            "first": labels(a_first),
            "a": names.get(a.actor, a.actor),
            "a_stance": a.stance,
            "b": names.get(b.actor, b.actor),
            "b_stance": b.stance,
            "second": labels(b_first),
        },
    )
    involved = [member for member in story.members if member in a_first or member in b_first]
    opposed = (a.stance in AGAINST) != (b.stance in AGAINST)
    effect = (ORDER + GAP * _gap(involved, a, b)) * (1.0 if opposed else ALIKE)
    reactions = [
        (member, one) for member in involved for key in (a, b) if (one := first_of(member.first_reactions, key))
    ]
    confidence = min(member.quotes[one.quote].stance.confidence for member, one in reactions)
    about = About(
        actors=tuple(dict.fromkeys((a.actor, b.actor))),
        quotes=tuple(quote_id(member, one.quote) for member, one in reactions),
        values={member.id: (a if member in a_first else b).actor for member in involved},
    )
    return finding(message, involved, difference.evidence, Weight(effect, confidence), about)


def _in_turn(story: Story, difference: OrderDifference) -> bool:
    """Whether both accuse and answer in turn in an article, as in a debate: nobody has the first word there."""
    involved = {*difference.a_first, *difference.b_first}
    return any(
        all(_stances(member, key.actor) >= BOTH for key in (difference.a, difference.b))
        for member in story.members
        if member.id in involved
    )


def _stances(member: Member, actor: str) -> set[StanceLabel]:
    return {one.stance for one in member.analysis.framing.reactions if one.actor == actor}


def _asked(story: Story, difference: OrderDifference) -> bool:
    """Whether one of the reactions stands in a question."""
    for member in story.members:
        if member.id in difference.a_first or member.id in difference.b_first:
            reactions = [first_of(member.first_reactions, key) for key in (difference.a, difference.b)]
            sentences = [member.analysis.sentences[one.sentence] for one in reactions if one is not None]
            if any("?" in member.span(one.start, one.end).text for one in sentences):
                return True
    return False


def _gap(members: list[Member], a: ReactionKey, b: ReactionKey) -> float:
    """Mean distance between the two reactions, as a share of the article."""
    gaps = []
    for member in members:
        own = member.first_reactions
        first, second = first_of(own, a), first_of(own, b)
        gaps += [abs(first.position - second.position)] if first and second else []
    return math.fsum(gaps) / max(1, len(gaps))
