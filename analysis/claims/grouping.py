"""Statements of different articles that make one claim, and those that say it is not so."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from analysis.evidence import Node, Relations, Statements

LIKELY, TOGETHER = 0.0, -0.5
"""Log-odds from which two sentences are taken for the same claim, and the mean of them between all sentences of two
groups from which these are joined: chosen on stories written for this project."""
MOST = 4.0
"""Log-odds count up to this: one sure pair does not outweigh several unlikely ones."""
CONTRADICTS = 0.6
"""Calibrated probability from which a sentence is told to contradict a claim."""
PLACES = 9
"""Decimals to which likelihoods are told apart: rounding in the last ones depends on the order of the articles."""


@dataclass(slots=True)
class Group:
    """Statements that make one claim, one an article at most, with the one most like the others at the ``centre``."""

    nodes: tuple[Node, ...]
    centre: Node
    differing: tuple[Node, ...] = ()
    """Statements of other articles that tell it with another figure, one an article."""
    against: tuple[Node, ...] = ()
    """Statements of still other articles that contradict it, one an article."""

    @property
    def members(self) -> tuple[Node, ...]:
        """All statements that make it, with whatever figure."""
        return (*self.nodes, *self.differing)


@dataclass(slots=True)
class _Sets:
    """Nodes joined so far; a set is known to all its nodes."""

    of: dict[Node, set[Node]] = field(default_factory=dict)

    def get(self, node: Node) -> set[Node]:
        return self.of.setdefault(node, {node})

    def join(self, one: set[Node], other: set[Node]) -> None:
        one |= other
        for node in other:
            self.of[node] = one


def groups(statements: Sequence[Statements], relations: Relations, said: Callable[[Node], str]) -> list[Group]:
    """All statements in groups, each in one; most stand alone.

    Pairs are joined likeliest first, if their groups share no article and are likely one claim on the whole: a pair
    that was not read counts as unlike. Ties are decided by what the sentences say.
    """
    sets = _Sets()
    for one, other in _edges(relations, said):
        a, b = sets.get(one), sets.get(other)
        if a is b or {article for article, _ in a} & {article for article, _ in b}:
            continue
        likely = [max(-MOST, min(MOST, relations.odds(x, y))) for x in a for y in b]
        if math.fsum(likely) / len(likely) >= TOGETHER:
            sets.join(a, b)
    found = []
    seen: set[Node] = set()
    for article, own in enumerate(statements):
        for row in range(len(own.rows)):
            members = tuple(sorted(sets.get((article, row))))
            if not seen & set(members):
                seen.update(members)
                found.append(Group(members, _centre(members, relations, said)))
    for group in found:
        _differ(group, relations)
    _oppose(found, relations)
    return found


def _edges(relations: Relations, said: Callable[[Node], str]) -> Iterator[tuple[Node, Node]]:
    """Pairs that are likely one claim, likeliest first."""
    likely = [
        (-round(relations.odds(*pair), PLACES), sorted((said(pair[0]), said(pair[1]))), pair)
        for pair in relations.shares
        if relations.odds(*pair) >= LIKELY and relations.contradict(*pair) < max(CONTRADICTS, relations.told(*pair))
    ]
    return (pair for *_, pair in sorted(likely))


def _centre(nodes: tuple[Node, ...], relations: Relations, said: Callable[[Node], str]) -> Node:
    """The member most like the others; of members as much like them the one that stands earlier."""
    total = {
        node: round(math.fsum(relations.likely(node, other) for other in nodes if other != node), PLACES)
        for node in nodes
    }
    return min(nodes, key=lambda node: (-total[node], node[1], said(node)))


def _differ(group: Group, relations: Relations) -> None:
    """Set apart the members that tell the centre's claim with another figure."""
    centre = group.centre
    group.differing = tuple(
        node
        for node in group.nodes
        if node != centre and relations.other_figure(centre, node) > relations.same(centre, node)
    )
    group.nodes = tuple(node for node in group.nodes if node not in group.differing)


def _oppose(found: Sequence[Group], relations: Relations) -> None:
    """Give each group the statements that contradict it, of articles that do not make the claim."""
    place = {node: number for number, group in enumerate(found) for node in group.members}
    best: dict[tuple[int, int], tuple[float, Node]] = {}
    for one, other in relations.shares:
        likely = relations.contradict(one, other)
        if likely < CONTRADICTS or not relations.comparable(one, other):
            continue
        for node, against in ((one, other), (other, one)):
            number = place[node]
            group = found[number]
            if node in group.nodes and against[0] not in {article for article, _ in group.members}:
                key = (number, against[0])
                best[key] = max(best.get(key, (0.0, against)), (round(likely, PLACES), against))
    for (number, _), (_, against) in sorted(best.items()):
        found[number].against = (*found[number].against, against)
