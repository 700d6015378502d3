"""Statements of different articles that make one claim, and those that say it is not so."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.evidence import Node, Relations, Statements

LIKELY, TOGETHER = 0.75, 0.25
"""Log-odds from which two sentences are taken for the same claim, and the mean of them between all sentences of two
groups from which these are joined."""
ALSO, BETTER, SETTLED = 1.0, 1.0, 3
"""Mean log-odds from which a sentence makes a claim beside the one that it was grouped by, by how much it must surpass
the one of its article that was taken for it, and the sentences from which it is known well enough what a claim is.
All five were chosen on stories written for this project: .97 of the pairs are right there, .76 and more of what
articles share is found."""
MOST = 4.0
"""Log-odds count up to this: one sure pair does not outweigh several unlikely ones."""
MIN_MAKING = 2
CONTRADICTS = 0.6
"""Calibrated probability from which a sentence is told to contradict a claim."""
PLACES = 9
"""Decimals to which likelihoods are told apart: rounding in the last ones depends on the order of the articles."""


@dataclass(slots=True)
class Group:
    """Statements that make one claim, one an article at most, with the one most like the others at the ``centre``.

    The centre makes no other claim; other statements may, for a sentence can tell two things.
    """

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
    """All statements in groups; most stand alone.

    Pairs are joined likeliest first, if their groups share no article and are likely one claim on the whole: a pair
    that was not read counts as unlike. Then a claim that two articles make is looked for in the sentences of others
    that make another one. Ties are decided by what the sentences say.
    """
    sets = _Sets()
    for one, other in _edges(relations, said):
        a, b = sets.get(one), sets.get(other)
        if a is b or {article for article, _ in a} & {article for article, _ in b}:
            continue
        if mean_odds([(x, y) for x in a for y in b], relations) >= TOGETHER:
            sets.join(a, b)
    found = []
    seen: set[Node] = set()
    for article, own in enumerate(statements):
        for row in range(len(own.rows)):
            members = tuple(sorted(sets.get((article, row))))
            if not seen & set(members):
                seen.update(members)
                found.append(Group(members, _centre(members, relations, said)))
    placed = {node: number for number, group in enumerate(found) for node in group.nodes}
    for group in [*found]:
        for node in _revise(group, relations, said):
            placed[node] = len(found)
            found.append(Group((node,), node))
    for group in found:
        _differ(group, relations)
    _oppose(found, placed, relations)
    return found


def mean_odds(pairs: Sequence[tuple[Node, Node]], relations: Relations) -> float:
    """How likely the pairs are one claim on the whole, as log-odds."""
    return math.fsum(max(-MOST, min(MOST, relations.odds(*pair))) for pair in pairs) / len(pairs)


def opposed(one: Node, other: Node, relations: Relations) -> bool:
    """Whether one says that the other is not so, rather than the same."""
    return relations.contradict(one, other) >= max(CONTRADICTS, relations.told(one, other))


def _revise(group: Group, relations: Relations, said: Callable[[Node], str]) -> list[Node]:
    """Give a claim the sentence of each article that is likeliest to make it, whatever else it tells; those that had
    stood in its place are returned.

    Joining pairs likeliest first puts a sentence that tells two things with one of them alone.
    """
    members = group.nodes
    if len(members) < MIN_MAKING:
        return []
    chosen: dict[Node, Node] = {}
    for node in members if len(members) >= SETTLED else ():
        others = [one for one in members if one != node]
        now = mean_odds([(node, one) for one in others], relations)
        chosen[node] = _likeliest(node[0], others, now + BETTER, relations, said) or node
    kept = tuple(node for node in members if chosen.get(node, node) == node)
    if not kept:
        return []
    members = tuple(chosen.get(node, node) for node in members)
    having = {article for article, _ in members}
    near = {other[0] for node in members for other in relations.read_beside(node)} - having
    added = (_likeliest(article, members, ALSO, relations, said) for article in sorted(near))
    dropped = [node for node in group.nodes if node not in kept]
    group.nodes = tuple(sorted((*members, *(node for node in added if node is not None))))
    group.centre = group.centre if group.centre in kept else _centre(kept, relations, said)
    return dropped


def _likeliest(
    article: int, others: Sequence[Node], least: float, relations: Relations, said: Callable[[Node], str]
) -> Node | None:
    """The sentence of the article that most likely makes the claim of others, if it is likely enough."""
    found = []
    for node in {row for one in others for row in relations.beside(one, article)}:
        likely = round(mean_odds([(node, one) for one in others], relations), PLACES)
        if likely >= max(least, ALSO) and not any(opposed(node, one, relations) for one in others):
            found.append((-likely, said(node), node))
    return min(found)[2] if found else None


def _edges(relations: Relations, said: Callable[[Node], str]) -> Iterator[tuple[Node, Node]]:
    """Pairs that are likely one claim, likeliest first."""
    likely = [
        (-round(relations.odds(*pair), PLACES), sorted((said(pair[0]), said(pair[1]))), pair)
        for pair in relations.shares
        if relations.odds(*pair) >= LIKELY and not opposed(*pair, relations)
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


def _oppose(found: Sequence[Group], place: Mapping[Node, int], relations: Relations) -> None:
    """Give each group the statements that contradict it, of articles that do not make the claim; ``place`` is the group
    that a statement was first put into."""
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
