"""Findings on the order of reactions: whose word comes first decides how a reader takes the other's."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import Dimension, enumerate_names, finding, possessive
from analysis.comparison.members import Member, display_names
from analysis.comparison.reactions import first_by_key, quote_span
from analysis.types import ArticleSpan, Comparison, Finding, FirstReaction, OrderDifference, ReactionKey

MAX_ORDER = 3
ORDER, GAP = 0.7, 0.3
"""A changed order is the strongest difference of framing; how far apart the reactions stand tells between several."""
ALIKE = 0.8
"""Reactions of one actor, or of one stance, say less when they change places."""
FIRST, FIRST_ALIKE = 0.65, 0.45


def reaction_order(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Pairs of reactions that the articles give in different orders."""
    differences = comparison.framing.order_differences
    names = display_names(members)
    found = sorted((_order(members, names, one) for one in differences), key=lambda one: -one.effect)
    keys = [first_by_key(member) for member in members]
    shared = {key for one in keys for key in one if sum(key in other for other in keys) > 1}
    tested = f"n = {len(shared)} reactions that articles share" if len(shared) > 1 else ""
    return Dimension("the order of reactions", tuple(found[:MAX_ORDER]), tested)


def _order(members: Sequence[Member], names: dict[str, str], difference: OrderDifference) -> Finding:
    a_first = [member for member in members if member.id in difference.a_first]
    b_first = [member for member in members if member.id in difference.b_first]
    a, b = difference.a, difference.b
    if members.index(b_first[0]) < members.index(a_first[0]):
        a, b, a_first, b_first = b, a, b_first, a_first
    gives = "gives" if len(a_first) == 1 else "give"
    summary = (
        f"{_labels(a_first)} {gives} {_reaction(a, names)} before {_reaction(b, names)}; "
        f"{_labels(b_first)} the other way round."
    )
    opposed = a.actor != b.actor and a.stance != b.stance
    effect = (ORDER + GAP * _gap([*a_first, *b_first], a, b)) * (1.0 if opposed else ALIKE)
    involved = [member for member in members if member in a_first or member in b_first]
    return finding("reaction_order", summary, involved, effect, difference.evidence)


def _gap(members: Sequence[Member], a: ReactionKey, b: ReactionKey) -> float:
    """Mean distance between the two reactions, as a share of the article."""
    gaps = []
    for member in members:
        found = first_by_key(member)
        gaps.append(abs(found[a].position - found[b].position))
    return sum(gaps) / len(gaps)


def first_reaction(members: Sequence[Member], comparison: Comparison) -> Dimension:
    """Articles whose first reaction comes from somebody else, or with another stance."""
    firsts = {first.article: first for first in comparison.framing.first_reaction if first.stance is not None}
    having = [member for member in members if member.id in firsts and firsts[member.id].actor is not None]
    tested = f"n = {len(having)} articles with a reaction" if len(having) > 1 else ""
    groups: dict[tuple[str | None, str | None], list[Member]] = {}
    for member in having:
        groups.setdefault((firsts[member.id].actor, firsts[member.id].stance), []).append(member)
    if len(groups) < 2:
        return Dimension("whose reaction comes first", (), tested)
    names = display_names(members)
    parts = [f"{_labels(group)} with {_first(firsts[group[0].id], names)}" for group in groups.values()]
    summary = f"The first reaction differs: {enumerate_names(parts)}."
    actors, stances = {actor for actor, _ in groups}, {stance for _, stance in groups}
    effect = FIRST if len(actors) > 1 and len(stances) > 1 else FIRST_ALIKE
    evidence = [_evidence(member, firsts[member.id]) for member in having]
    return Dimension("whose reaction comes first", (finding("first_reaction", summary, having, effect, evidence),))


def _evidence(member: Member, first: FirstReaction) -> ArticleSpan:
    reaction = next(one for one in member.analysis.framing.reactions if one.quote == first.quote)
    return quote_span(member, reaction)


def _first(first: FirstReaction, names: dict[str, str]) -> str:
    return f"{possessive(names.get(str(first.actor), str(first.actor)))} {first.stance}"


def _reaction(key: ReactionKey, names: dict[str, str]) -> str:
    return f"{possessive(names.get(key.actor, key.actor))} {key.stance}"


def _labels(members: Sequence[Member]) -> str:
    return enumerate_names([member.label for member in members])
