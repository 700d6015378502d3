"""Shares of words or sentences that two articles differ in measurably: their 95 % intervals do not overlap."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison.findings.dimension import About, Dimension, Weight, finding
from analysis.comparison.findings.messages import counted
from analysis.comparison.measures import distinguishable, spread
from analysis.comparison.members import Member
from analysis.types import ArticleSpan, Message, Score

MAX_EVIDENCE = 3
"""Spans shown of each article."""
RATE = (0.3, 0.4)
"""Effect of a difference: a base for being measurable at all, and a slope over the size of the difference."""
CONFIDENCE = 0.95
ENOUGH = 80
"""Observations in each article from which shares of .2 and .4 would have been told apart, four times in five."""


def compare_rates(
    key: str, name: str, unit: str, rates: Sequence[tuple[Member, Score]], enough: int = ENOUGH
) -> Dimension:
    """A measurably different share: the article with the highest against the one with the lowest.

    That there is no difference is only said from ``enough`` observations in each article on.
    """
    known = [(score, member) for member, score in rates if score.value is not None]
    if len(known) < 2:
        return Dimension(name, ())
    tested = counted([score.n for score, _ in known], unit)
    if not distinguishable([score for score, _ in known]):
        powerful = min(score.n for score, _ in known) >= enough
        return Dimension(name, (), tested if powerful else "")
    high, most = max(known, key=lambda pair: pair[0].value or 0.0)
    low, least = min(known, key=lambda pair: pair[0].value or 0.0)
    values = (high.value or 0.0, low.value or 0.0)
    message = Message(
        key,
        {"a": most.label, "a_value": values[0], "a_n": high.n, "b": least.label, "b_value": values[1], "b_n": low.n},
    )
    difference = spread(values) or 0.0
    effect = RATE[0] + RATE[1] * (difference + difference / max(abs(values[0]), 1e-9)) / 2.0
    about = About(values={most.id: values[0], least.id: values[1]})
    evidence = evidence_of([most, least], [high, low])
    return Dimension(name, (finding(message, [most, least], evidence, Weight(effect, CONFIDENCE), about),), tested)


def evidence_of(members: Sequence[Member], scores: Sequence[Score]) -> list[ArticleSpan]:
    """The first spans that each score rests on."""
    return [
        member.span(span.start, span.end)
        for member, score in zip(members, scores, strict=True)
        for span in score.evidence[:MAX_EVIDENCE]
    ]
