"""Who reacts how, and in which order the articles give the reactions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from analysis.comparison.members import Member
from analysis.types import ArticleSpan, FirstReaction, OrderDifference, Reaction, ReactionKey


def first_reactions(members: Sequence[Member]) -> tuple[FirstReaction, ...]:
    """The first statement with a stance of each article, in the order of the articles."""
    return tuple(_first(member) for member in members)


def _first(member: Member) -> FirstReaction:
    taken = next((reaction for reaction in ordered(member) if reaction.stance != "neutral"), None)
    if taken is None:
        return FirstReaction(member.id, None, None, None)
    return FirstReaction(member.id, taken.actor, taken.stance, taken.quote)


def ordered(member: Member) -> list[Reaction]:
    """The article's reactions in text order; those whose quote is not in the analysis are left out."""
    known = [reaction for reaction in member.analysis.framing.reactions if reaction.quote in member.quotes]
    return sorted(known, key=lambda reaction: (member.quotes[reaction.quote].start, reaction.quote))


def first_by_key(member: Member) -> dict[ReactionKey, Reaction]:
    """The first reaction of each actor with each stance; neutral statements and unknown speakers are left out."""
    first: dict[ReactionKey, Reaction] = {}
    for reaction in ordered(member):
        if reaction.actor is not None and reaction.stance != "neutral":
            first.setdefault(ReactionKey(reaction.actor, reaction.stance), reaction)
    return first


def quote_span(member: Member, reaction: Reaction) -> ArticleSpan:
    """The words of a reaction."""
    quote = member.quotes[reaction.quote]
    return member.span(quote.start, quote.end)


def _words(member: Member, key: ReactionKey, first: Reaction) -> list[ArticleSpan]:
    """The words of a reaction, with those that the same sentence goes on with: a paraphrase, then the quotation."""
    return [
        quote_span(member, reaction)
        for reaction in ordered(member)
        if reaction.sentence == first.sentence and (reaction.actor, reaction.stance) == (key.actor, key.stance)
    ]


def order_differences(members: Sequence[Member]) -> tuple[OrderDifference, ...]:
    """Pairs of reactions that stand in one order in some article and in the other order in another.

    Most telling first: those that most articles bear out, and of different actors with different stances.
    """
    firsts = [first_by_key(member) for member in members]
    keys = sorted({key for found in firsts for key in found}, key=lambda key: (key.actor, key.stance))
    shared = [key for key in keys if sum(key in found for found in firsts) > 1]
    differences = [
        difference for a, b in combinations(shared, 2) if (difference := _difference(members, firsts, a, b)) is not None
    ]
    return tuple(sorted(differences, key=_rank))


def _difference(
    members: Sequence[Member], firsts: Sequence[dict[ReactionKey, Reaction]], a: ReactionKey, b: ReactionKey
) -> OrderDifference | None:
    a_first: list[str] = []
    b_first: list[str] = []
    evidence: list[ArticleSpan] = []
    for member, found in zip(members, firsts, strict=True):
        if a not in found or b not in found:
            continue
        starts = [member.quotes[found[key].quote].start for key in (a, b)]
        if starts[0] == starts[1]:
            continue
        (a_first if starts[0] < starts[1] else b_first).append(member.id)
        evidence += sorted({*_words(member, a, found[a]), *_words(member, b, found[b])}, key=lambda span: span.start)
    if not a_first or not b_first:
        return None
    return OrderDifference(a, b, tuple(a_first), tuple(b_first), tuple(evidence))


def _rank(difference: OrderDifference) -> tuple[int, int, int, str, str, str, str]:
    a, b = difference.a, difference.b
    balance = min(len(difference.a_first), len(difference.b_first))
    opposed = (a.actor != b.actor) + (a.stance != b.stance)
    return (-opposed, -balance, -len(difference.evidence), a.actor, a.stance, b.actor, b.stance)
