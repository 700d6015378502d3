"""Claims told with different figures or months.

Rule: in two tellings of one claim exactly one figure of each is missing in the other and near it (``figures_apart``),
or each names one month and these differ. Silent where one is the other rounded, where more than one figure could be
meant, and where the sentences may tell two things. Two articles that differ in several claims are told of once; of two
that differ in none, a large count of one thing is told (``figures_counted``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.figures_apart import apart, are_small
from analysis.comparison.findings.figures_counted import Count, counts_apart
from analysis.comparison.findings.tellings import Telling, alike, confidence, pairs
from analysis.types import Claim, Finding, Message, Param

MAX_PAIRS = 50
"""Pairs of articles told of at most."""
EFFECT, AGAIN = 0.55, 0.4
"""Of two articles one of whose claims no other two were told of for, and of two that differ like others."""
SURE = 0.7
"""Probability from which two sentences are the same claim surely enough to hold their numbers together."""
COUNTED, MAX_COUNTED = 0.8, 2
"""Confidence, set by hand, and findings at most, of counts whose sentences are not one claim."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Apart:
    """Two tellings of a claim, the figure of each, and how surely both tell one thing."""

    claim: Claim
    one: Telling
    other: Telling
    values: tuple[str, str]
    sure: float


def differing_figures(story: Story) -> Dimension:
    """Claims that two articles make with different figures, by pairs of articles.

    First come those that differ most surely in claims of which nothing was told yet.
    """
    by_pair: dict[Pair, list[_Apart]] = {}
    for claim in story.comparison.claims:
        for one in _differing(story, claim):
            by_pair.setdefault((one.one.member.id, one.other.member.id), []).append(one)
    found: list[Finding] = []
    told: set[str] = set()
    while by_pair and len(found) < MAX_PAIRS:
        pair = min(by_pair, key=lambda key: (*_rank(by_pair[key], told), key))
        group = sorted(by_pair.pop(pair), key=lambda one: -one.sure)
        fresh = not told.issuperset(one.claim.id for one in group)
        found.append(_finding(group, EFFECT if fresh else AGAIN))
        told |= {one.claim.id for one in group}
    known = {told_of.articles for told_of in found}
    beside: list[Finding] = []
    nouns: set[str] = set()
    for count, against in counts_apart(story.members):
        beside.append(_counted(count, against, AGAIN if count.noun in nouns else EFFECT))
        nouns.add(count.noun)
    found += [told_of for told_of in beside if told_of.articles not in known][:MAX_COUNTED]
    return Dimension("the figures of shared claims", tuple(found))


def _counted(one: Count, other: Count, effect: float) -> Finding:
    params: dict[str, Param] = {"a": one.member.label, "b": other.member.label, "claim": one.sentence.text}
    message = Message("differing_figures.counted", {**params, "a_figure": one.written, "b_figure": other.written})
    about = About(values={one.member.id: one.written, other.member.id: other.written})
    return finding(message, (one.member, other.member), (one.sentence, other.sentence), Weight(effect, COUNTED), about)


def _rank(group: Sequence[_Apart], told: set[str]) -> tuple[float, float]:
    """By how many claims it is sure to add, then by how many it has."""
    fresh = sum(one.sure for one in group if one.claim.id not in told)
    return -round(fresh, 6), -round(sum(one.sure for one in group), 6)


def _differing(story: Story, claim: Claim) -> Iterator[_Apart]:
    """Two small numbers are told only if the reader, too, holds both sentences for one fact."""
    for one, other in pairs(story, claim):
        sure = confidence((one, other))
        values = apart(one.presence.text, one.code, other.presence.text, other.code)
        if sure >= SURE and values is not None and (not are_small(values) or alike((one, other))):
            yield _Apart(claim, one, other, values, sure)


def _finding(group: Sequence[_Apart], effect: float) -> Finding:
    first = group[0]
    members = (first.one.member, first.other.member)
    params: dict[str, Param] = {"a": members[0].label, "b": members[1].label}
    if len(group) == 1:
        values = {"a_figures": (first.values[0],), "b_figures": (first.values[1],)}
        message = Message("differing_figures.figures", {**params, **values, "claim": first.claim.text})
    else:
        told = tuple(f"{one.values[0]} against {one.values[1]} in “{one.claim.text}”" for one in group)
        message = Message("differing_figures.several", {**params, "count": len(group), "figures": told})
    about = About(
        claims=tuple(one.claim.id for one in group),
        values={
            member.id: tuple(one.values[side] for one in group) if len(group) > 1 else first.values[side]
            for side, member in enumerate(members)
        },
    )
    evidence = [span for one in group for span in (one.one.span, one.other.span)]
    return finding(message, members, evidence, Weight(effect, group[0].sure), about)
