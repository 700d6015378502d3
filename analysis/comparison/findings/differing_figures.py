"""One claim told with different figures or months.

Rule: in two tellings of one claim exactly one figure of each is missing in the other and near it (``figures_apart``),
or each names one month and these differ. Silent where one is the other rounded, where more than one figure could be
meant, and where the sentences may tell two things. The first two articles of a claim are told before further ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.figures_apart import apart
from analysis.comparison.findings.tellings import Telling, confidence, pairs
from analysis.types import Claim, Finding, Message

MAX_FIGURES = 5
"""Differing figures told at most, for each article compared."""
EFFECT, AGAIN = 0.55, 0.4
"""Of the first two articles that differ, and of others that differ in the same."""
SURE = 0.7
"""Probability from which two sentences are the same claim surely enough to hold their numbers together."""


def differing_figures(story: Story) -> Dimension:
    """Claims that two articles make with different figures."""
    found = [one for claim in story.comparison.claims for one in _told(story, claim)]
    found.sort(key=lambda one: -one.effect * one.confidence)
    return Dimension("the figures of shared claims", tuple(found[: MAX_FIGURES * len(story.members)]))


def _told(story: Story, claim: Claim) -> Iterator[Finding]:
    effect = EFFECT
    likeliest = sorted(pairs(story, claim), key=lambda both: -confidence(both))
    for one, other in likeliest:
        sure = confidence((one, other))
        values = apart(one.presence.text, one.code, other.presence.text, other.code)
        if sure >= SURE and values is not None:
            yield _finding(claim, (one, other), values, Weight(effect, sure))
            effect = AGAIN


def _finding(claim: Claim, both: tuple[Telling, Telling], values: tuple[str, str], weight: Weight) -> Finding:
    one, other = both
    message = Message(
        "differing_figures.figures",
        {
            "a": one.member.label,
            "b": other.member.label,
            "a_figures": (values[0],),
            "b_figures": (values[1],),
            "claim": claim.text,
        },
    )
    about = About(claims=(claim.id,), values={one.member.id: values[0], other.member.id: values[1]})
    return finding(message, (one.member, other.member), (one.span, other.span), weight, about)
