"""What is said in several articles, and what in one alone: statements recognised across articles and languages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from analysis.evidence import Matches
from analysis.resources import supported
from analysis.types import Analysed, Claim, ClaimPresence

SAME_CLAIM = 0.5
"""Calibrated probability from which two sentences are taken for the same claim."""
MAX_CLAIMS = 100
MIN_STATEMENTS = 3
"""An article with fewer statements is too short to say that it leaves a claim out."""
ID_LENGTH = 12
PLACES = 9
"""Decimals to which likelihoods are told apart: rounding in the last ones depends on the order of the articles."""

Node = tuple[int, int]
"""An article's position and the position of one of its statements."""


@dataclass(frozen=True, slots=True)
class _Group:
    nodes: tuple[Node, ...]
    centre: Node
    similarity: dict[Node, float]


def find_claims(items: Sequence[Analysed], names: Sequence[str], matches: Matches) -> tuple[Claim, ...]:
    """Claims of all articles: those that most articles share first, then by how early they stand.

    Each article makes a claim with one sentence at most, the one likeliest to be it. The text of a claim is its central
    sentence in its own language. An article that lacks a claim is *absent*, or *not assessable* if it is too short
    or in a language that the encoder does not know.
    """
    groups = list(_groups(items, matches))
    groups.sort(
        key=lambda group: (-len(group.nodes), _place(group, items, matches), _text(group.centre, items, matches))
    )
    assessable = [_assessable(item, len(found.rows)) for item, found in zip(items, matches.statements, strict=True)]
    taken: set[str] = set()
    return tuple(_claim(group, items, names, matches, assessable, taken) for group in groups[:MAX_CLAIMS])


def _edges(items: Sequence[Analysed], matches: Matches) -> list[tuple[float, Node, Node]]:
    """Pairs of statements that are each other's likeliest match, likeliest pair first, ties by what they say."""
    edges = []
    for a in range(len(matches.statements)):
        for b in range(a + 1, len(matches.statements)):
            for row, (probability, other) in enumerate(zip(matches.probability[a][b], matches.row[a][b], strict=True)):
                if probability >= SAME_CLAIM and matches.row[b][a][other] == row:
                    edges.append((round(float(probability), PLACES), (a, row), (b, int(other))))
    said = {node: _text(node, items, matches) for _, *pair in edges for node in pair}
    return sorted(edges, key=lambda edge: (-edge[0], sorted((said[edge[1]], said[edge[2]])), edge[1:]))


def _groups(items: Sequence[Analysed], matches: Matches) -> Iterator[_Group]:
    """Statements joined along their edges, one an article at most, and every statement that stands alone."""
    edges = _edges(items, matches)
    group_of: dict[Node, dict[int, Node]] = {}
    for _, a, b in edges:
        one, other = group_of.setdefault(a, {a[0]: a}), group_of.setdefault(b, {b[0]: b})
        if one is other or one.keys() & other.keys():
            continue
        one.update(other)
        for node in other.values():
            group_of[node] = one
    weights: dict[tuple[Node, Node], float] = {}
    for probability, a, b in edges:
        weights[a, b] = weights[b, a] = probability
    seen: set[Node] = set()
    for article, statements in enumerate(matches.statements):
        for row in range(len(statements.rows)):
            node = (article, row)
            members = tuple(sorted(group_of.get(node, {article: node}).values()))
            if node not in seen:
                seen.update(members)
                yield _central(members, weights, {node: (node[1], _text(node, items, matches)) for node in members})


def _central(
    nodes: tuple[Node, ...], weights: dict[tuple[Node, Node], float], rank: dict[Node, tuple[int, str]]
) -> _Group:
    """The group with the member most like the others, and how likely each member is to claim the same as that one.

    Of members as much like the others the one that stands earlier, whichever article was given first.
    """
    if len(nodes) == 1:
        return _Group(nodes, nodes[0], {nodes[0]: 1.0})
    total = {node: round(math.fsum(weights.get((node, other), 0.0) for other in nodes), PLACES) for node in nodes}
    centre = min(nodes, key=lambda node: (-total[node], rank[node]))
    likely = {
        node: weights.get((node, centre)) or max(weights.get((node, other), 0.0) for other in nodes) for node in nodes
    }
    return _Group(nodes, centre, {**likely, centre: 1.0})


def _claim(
    group: _Group,
    items: Sequence[Analysed],
    names: Sequence[str],
    matches: Matches,
    assessable: Sequence[bool],
    taken: set[str],
) -> Claim:
    present = []
    for article, row in group.nodes:
        sentence = items[article].analysis.sentences[matches.statements[article].rows[row]]
        text = items[article].analysis.article.text[sentence.start : sentence.end]
        similarity = group.similarity[article, row]
        present.append(ClaimPresence(names[article], sentence.start, sentence.end, text, similarity))
    others = sorted(set(range(len(items))) - {article for article, _ in group.nodes})
    text = _text(group.centre, items, matches)
    return Claim(
        id=_identity(text, taken),
        text=text,
        present=tuple(present),
        absent=tuple(names[article] for article in others if assessable[article]),
        not_assessable=tuple(names[article] for article in others if not assessable[article]),
    )


def _assessable(item: Analysed, statements: int) -> bool:
    return statements >= MIN_STATEMENTS and supported(item.analysis.article.language.code)


def _text(node: Node, items: Sequence[Analysed], matches: Matches) -> str:
    analysis = items[node[0]].analysis
    sentence = analysis.sentences[matches.statements[node[0]].rows[node[1]]]
    return analysis.article.text[sentence.start : sentence.end]


def _place(group: _Group, items: Sequence[Analysed], matches: Matches) -> float:
    """Mean position of the group's sentences in their articles, in [0, 1]."""
    places = [
        matches.statements[article].rows[row] / len(items[article].analysis.sentences) for article, row in group.nodes
    ]
    return sum(places) / len(places)


def _identity(text: str, taken: set[str]) -> str:
    """A name for the claim that follows from its text, so that it stays the same from one comparison to the next."""
    digest = sha256(text.encode()).hexdigest()
    name, repeat = digest[:ID_LENGTH], 1
    while name in taken:
        repeat += 1
        name = f"{digest[:ID_LENGTH]}-{repeat}"
    taken.add(name)
    return name
