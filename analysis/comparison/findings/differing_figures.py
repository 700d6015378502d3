"""One claim told with different figures."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.evidence import numbers
from analysis.types import ArticleSpan, Claim, ClaimPresence, Finding, Message

MAX_FIGURES = 5
"""Differing figures told at most, for each article compared."""
EFFECT = 0.55
SURE = 0.7
"""Calibrated probability from which two sentences are the same claim surely enough to hold their numbers together."""


def differing_figures(story: Story) -> Dimension:
    """Claims that two articles make with different figures."""
    found = [one for claim in story.comparison.claims if (one := _told(story, claim)) is not None]
    found.sort(key=lambda one: -one.confidence)
    return Dimension("the figures of shared claims", tuple(found[: MAX_FIGURES * len(story.members)]))


def _told(story: Story, claim: Claim) -> Finding | None:
    """The likeliest telling with another figure, beside the claim as it stands."""
    centre = next((one for one in claim.present if one.relation == "same" and one.text == claim.text), None)
    others = [one for one in claim.present if one.relation == "other_figure" and one.confidence >= SURE]
    for other in sorted(others, key=lambda one: (-one.confidence, one.article)):
        if centre is None:
            return None
        given = [_figures(story, one) for one in (centre, other)]
        ours, theirs = given[0] - given[1], given[1] - given[0]
        if bool(given[0]) != bool(given[1]) or (given[0] and not (ours and theirs)):
            continue
        pair = [story.member(centre.article), story.member(other.article)]
        named = {"a": pair[0].label, "b": pair[1].label}
        message = (
            Message(
                "differing_figures.figures",
                {**named, "a_figures": tuple(sorted(ours)), "b_figures": tuple(sorted(theirs))},
            )
            if ours
            else Message("differing_figures.only_one", named)
        )
        about = About(
            claims=(claim.id,),
            values={centre.article: tuple(sorted(given[0])), other.article: tuple(sorted(given[1]))},
        )
        return finding(message, pair, spans_of((centre, other)), Weight(EFFECT, other.confidence), about)
    return None


def _figures(story: Story, presence: ClaimPresence) -> frozenset[str]:
    return numbers(presence.text, story.member(presence.article).analysis.article.language.code)


def spans_of(presences: tuple[ClaimPresence, ...]) -> list[ArticleSpan]:
    """Where the claim is made."""
    return [ArticleSpan(one.article, one.start, one.end, one.text) for one in presences]
