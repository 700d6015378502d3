"""Claims told with different figures or dates.

Rule: in two tellings of one claim exactly one figure of each is missing in the other and near it (``figures_apart``),
or each names one time and these exclude each other (``dates_apart``). Two sentences that are not in one claim, for each
stands in one only, are held together where the reader is sure that they tell one thing with whatever figure. Silent
where one is the other rounded, where more than one figure could be meant, and where the sentences may tell two things.
Two articles that differ in several claims are told of once; of two that differ in none, a large count of one thing is
told (``figures_counted``). The evidence is the figure with the word that it counts: other figures of the sentences are
the same in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.claims import Compared
from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.figures_apart import apart, are_small
from analysis.comparison.findings.figures_counted import Count, counts_apart
from analysis.comparison.findings.tellings import alike, confidence, pairs, tellings
from analysis.comparison.findings.written import Written
from analysis.comparison.members import Member
from analysis.evidence import Node
from analysis.types import ArticleSpan, Claim, Finding, Message, Param

MAX_PAIRS = 50
"""Pairs of articles told of at most."""
EFFECT, AGAIN = 0.55, 0.48
"""Of two articles one of whose claims no other two were told of for, and of two that differ like others."""
SURE = 0.7
"""Probability from which two sentences are the same claim surely enough to hold their numbers together."""
TOLD = 0.4
"""Probability that two sentences of different claims make one, times the reader's share of it, from which their
figures are held together: on the project's own stories and twenty real events nothing but differences is told from
there."""
COUNTED, MAX_COUNTED = 0.8, 2
"""Confidence, set by hand, and findings at most, of counts whose sentences are not one claim."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Side:
    """An article and the figure of one of its sentences, which begins at ``start``."""

    member: Member
    start: int
    figure: Written

    @property
    def span(self) -> ArticleSpan:
        """Where the figure stands."""
        return self.member.span(self.start + self.figure.start, self.start + self.figure.end)


@dataclass(frozen=True, slots=True)
class _Apart:
    """Two tellings of a claim, a sentence that makes it, the figure of each, and how surely both tell one thing."""

    claim: Claim
    text: str
    one: _Side
    other: _Side
    sure: float

    @property
    def written(self) -> tuple[str, str]:
        """The figures as they are shown."""
        return self.one.figure.shown, self.other.figure.shown


def differing_figures(story: Story) -> Dimension:
    """Claims that two articles make with different figures, by pairs of articles.

    First come those that differ most surely in claims of which nothing was told yet.
    """
    by_pair: dict[Pair, list[_Apart]] = {}
    for one in _surest((*_in_claims(story), *_beside_claims(story))):
        by_pair.setdefault((one.one.member.id, one.other.member.id), []).append(one)
    by_pair = {pair: _distinct(group) for pair, group in by_pair.items()}
    found: list[Finding] = []
    told: set[str] = set()
    while by_pair and len(found) < MAX_PAIRS:
        pair = min(by_pair, key=lambda key: (*_rank(by_pair[key], told), key))
        group = by_pair.pop(pair)
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
    return Dimension(tuple(found))


def _distinct(group: Sequence[_Apart]) -> list[_Apart]:
    """The surest first, each two figures once."""
    ordered = sorted(
        group, key=lambda one: (-round(one.sure, 6), one.claim.text, one.text, one.one.start, one.other.start)
    )
    return list({one.written: one for one in reversed(ordered)}.values())[::-1]


def _counted(one: Count, other: Count, effect: float) -> Finding:
    params: dict[str, Param] = {"a": one.member.label, "b": other.member.label, "claim": one.sentence.text}
    message = Message("differing_figures.counted", {**params, "a_figure": one.written, "b_figure": other.written})
    about = About(values={one.member.id: one.written, other.member.id: other.written})
    return finding(message, (one.member, other.member), (one.sentence, other.sentence), Weight(effect, COUNTED), about)


def _rank(group: Sequence[_Apart], told: set[str]) -> tuple[float, float]:
    """By how many claims it is sure to add, then by how many it has."""
    fresh = sum(one.sure for one in group if one.claim.id not in told)
    return -round(fresh, 6), -round(sum(one.sure for one in group), 6)


def _in_claims(story: Story) -> Iterator[_Apart]:
    """Two small numbers are told only if the reader, too, holds both sentences for one fact."""
    for claim in story.comparison.claims:
        for one, other in pairs(story, claim):
            sure = confidence((one, other))
            held = sure >= SURE
            told = _held(story, (one.member, one.span), (other.member, other.span)) if held else None
            if told is not None and (alike((one, other)) or not are_small([side.figure.value for side in told])):
                yield _Apart(claim, claim.text, *told, sure)


def _beside_claims(story: Story) -> Iterator[_Apart]:
    """Pairs of sentences that stand in different claims, and are read as one thing all the same.

    What holds of one sentence holds of those of its claim that have its figure.
    """
    if story.related is None:
        return
    told_by = {(one.article, one.start): claim for claim in story.comparison.claims for one in claim.present}
    relations = story.related.relations
    for pair in relations.shares:
        sure = relations.likely(*pair)
        if sure * relations.told(*pair) < TOLD or _of_others(story.related, *pair):
            continue
        found = [(story.members[node[0]], story.related.extent(node)) for node in pair]
        claims = [told_by.get((member.id, start)) for member, (start, _) in found]
        if claims[0] is claims[1]:
            continue
        (one, ours), (other, theirs) = ((member, member.span(*place)) for member, place in found)
        told = _held(story, (one, ours), (other, theirs))
        if told is None:
            continue
        first, second = told
        for claim, side, against in ((claims[0], first, second), (claims[1], second, first)):
            if claim is not None:
                yield from _alike(story, claim, side, against, sure)


def _surest(found: Iterable[_Apart]) -> list[_Apart]:
    """Those in which a figure stands against one figure of another article only, the surest first."""
    best: list[_Apart] = []
    against: dict[tuple[str, int, str], int] = {}
    for one in sorted(found, key=lambda one: (-round(one.sure, 6), one.text, one.one.start, one.other.start)):
        sides = ((one.one, one.other), (one.other, one.one))
        keys = [((side.member.id, side.span.start, other.member.id), other.span.start) for side, other in sides]
        if all(against.setdefault(key, place) == place for key, place in keys):
            best.append(one)
    return best


def _of_others(related: Compared, one: Node, other: Node) -> bool:
    """Whether two sentences name people, bodies or places, and none in common: one cut a budget, another means to."""
    ours, theirs = (related.statements[article].names[row] for article, row in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _held(
    story: Story, ours: tuple[Member, ArticleSpan], theirs: tuple[Member, ArticleSpan]
) -> tuple[_Side, _Side] | None:
    """The figures in which two sentences differ."""
    (one, here), (other, there) = ours, theirs
    codes = [member.analysis.article.language.code for member in (one, other)]
    told = apart(here.text, codes[0], there.text, codes[1], story.quantities)
    return None if told is None else (_Side(one, here.start, told[0]), _Side(other, there.start, told[1]))


def _alike(story: Story, claim: Claim, side: _Side, against: _Side, sure: float) -> Iterator[_Apart]:
    """A figure of a claim against one of another article, in all tellings of the claim that have it."""
    for telling in tellings(story, claim):
        own = telling.presence.start == side.start and telling.member.id == side.member.id
        if telling.member.id == against.member.id or not (own or telling.presence.confidence >= SURE):
            continue
        place = next(one for one in against.member.analysis.sentences if one.start == against.start)
        span = against.member.span(place.start, place.end)
        told = _held(story, (telling.member, telling.span), (against.member, span))
        if told is not None and [one.figure.value for one in told] == [side.figure.value, against.figure.value]:
            ends = sorted(told, key=lambda one: [member.id for member in story.members].index(one.member.id))
            yield _Apart(claim, telling.presence.text, ends[0], ends[1], sure)


def _finding(group: Sequence[_Apart], effect: float) -> Finding:
    first = group[0]
    members = (first.one.member, first.other.member)
    params: dict[str, Param] = {"a": members[0].label, "b": members[1].label}
    if len(group) == 1:
        values = {"a_figures": (first.written[0],), "b_figures": (first.written[1],)}
        message = Message("differing_figures.figures", {**params, **values, "claim": first.text})
    else:
        columns = {f"{name}_figures": tuple(one.written[side] for one in group) for side, name in enumerate("ab")}
        params |= {"count": len(group), "claim": first.text, "claims": tuple(one.text for one in group)}
        message = Message("differing_figures.several", {**params, **columns})
    figures = [
        tuple(one.figure.value for one in side) for side in zip(*((one.one, one.other) for one in group), strict=True)
    ]
    about = About(
        claims=tuple(dict.fromkeys(one.claim.id for one in group)),
        values={member.id: told if len(group) > 1 else told[0] for member, told in zip(members, figures, strict=True)},
    )
    evidence = [span for one in group for span in (one.one.span, one.other.span)]
    return finding(message, members, evidence, Weight(effect, first.sure), about)
