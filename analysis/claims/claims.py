"""Claims as a comparison tells them: who makes each, how surely and on whose word, and who does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

import numpy as np

from analysis.claims.absence import Scene, why_not_absent
from analysis.claims.grouping import Group, groups
from analysis.claims.vouching import vouched
from analysis.evidence import Node, Relations, Statements
from analysis.reader import Reading
from analysis.types import (
    Analysed,
    Certainty,
    Claim,
    ClaimPresence,
    ClaimRelation,
    NotAssessable,
    Wording,
)

MAX_CLAIMS = 100
ID_LENGTH = 12
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles of a comparison: their analyses and readings, what they are called and what they state."""

    items: Sequence[Analysed]
    readings: Sequence[Reading]
    names: Sequence[str]
    statements: Sequence[Statements]
    relations: Relations

    def text(self, node: Node) -> str:
        """The sentence of a node."""
        start, end = self.extent(node)
        return self.items[node[0]].analysis.article.text[start:end]

    def code(self, node: Node) -> str:
        """The language of a node's article."""
        return self.items[node[0]].analysis.article.language.code

    def extent(self, node: Node) -> tuple[int, int]:
        """Where the sentence of a node stands."""
        sentence = self.items[node[0]].analysis.sentences[self.statements[node[0]].rows[node[1]]]
        return sentence.start, sentence.end


def find_claims(compared: Compared) -> tuple[Claim, ...]:
    """Claims of all articles: those that most articles share first, then by how early they stand.

    Each article makes a claim with one sentence at most, the one likeliest to be it. The text of a claim is its central
    sentence in its own language. An article of which the model is sure that it lacks a claim is *absent*; others are
    *not assessable*, with a reason.
    """
    found = groups(compared.statements, compared.relations, compared.text)
    found.sort(key=lambda group: (-len(group.members), _place(group, compared), compared.text(group.centre)))
    taken: set[str] = set()
    scene = Scene([item.analysis for item in compared.items], compared.statements, compared.relations, found)
    return tuple(_claim(group, compared, scene, taken) for group in found[:MAX_CLAIMS])


def _claim(group: Group, compared: Compared, scene: Scene, taken: set[str]) -> Claim:
    present = [_presence(node, group, compared, "same") for node in group.nodes]
    present += [_presence(node, group, compared, "other_figure") for node in group.differing]
    present += [_presence(node, group, compared, "contradicts") for node in group.against]
    having = {article for article, _ in (*group.nodes, *group.differing, *group.against)}
    absent, reasons = [], []
    for article, name in enumerate(compared.names):
        if article in having:
            continue
        reason = why_not_absent(article, group, scene)
        if reason is None:
            absent.append(name)
        else:
            reasons.append(NotAssessable(name, reason))
    text = compared.text(group.centre)
    return Claim(
        id=_identity(text, taken),
        text=text,
        present=tuple(sorted(present, key=lambda one: compared.names.index(one.article))),
        absent=tuple(absent),
        not_assessable=tuple(one.article for one in reasons),
        wordings=tuple(_wordings(group, compared)),
        reasons=tuple(reasons),
    )


def _presence(node: Node, group: Group, compared: Compared, relation: ClaimRelation) -> ClaimPresence:
    start, end = compared.extent(node)
    relations = compared.relations
    asked = relations.contradict if relation == "contradicts" else relations.likely
    others = [other for other in group.members if other != node]
    likely = 1.0 if node == group.centre else max(asked(node, other) for other in others)
    alike = max((relations.told(node, other) for other in others), default=1.0)
    by = vouched(compared.items[node[0]].analysis, start, end)
    return ClaimPresence(
        article=compared.names[node[0]],
        start=start,
        end=end,
        text=compared.text(node),
        similarity=likely if relation == "contradicts" else alike,
        relation=relation,
        confidence=likely,
        certainty=CERTAINTIES[int(np.argmax(compared.readings[node[0]].certainty(start, end)))],
        vouched_by=by.kind,
        source=by.source,
        quote=by.quote,
    )


def _wordings(group: Group, compared: Compared) -> Iterator[Wording]:
    """The claim in each language in which it is made: its centre, else the first sentence."""
    told: dict[str, str] = {}
    for node in (group.centre, *group.nodes, *group.differing):
        told.setdefault(compared.items[node[0]].analysis.article.language.code, compared.text(node))
    return (Wording(code, text) for code, text in sorted(told.items()))


def _place(group: Group, compared: Compared) -> float:
    """Mean position of the group's sentences in their articles, in [0, 1]."""
    places = [
        compared.statements[article].rows[row] / len(compared.items[article].analysis.sentences)
        for article, row in group.nodes
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
