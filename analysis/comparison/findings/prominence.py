"""Who is given room."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.types import Finding, Message, ProminenceComparison

MAX_FINDINGS = 3
PROMINENCE = (0.2, 0.4)
PLACE = 0.5
"""Where things happen tells less of how a story is told than who is given room in it."""
MIN_PROMINENCE = 0.25
"""Smallest difference of prominence worth telling: about a quarter of the scale."""
CONFIDENCE = 0.8


def prominence(story: Story) -> Dimension:
    """Actors whom two articles or more name, and who stand out in one much more than in another."""
    found, tested = [], 0
    for compared in story.comparison.framing.prominence:
        scores = {one.article: one.prominence.score for one in compared.by_article if one.prominence is not None}
        if len(scores) > 1:
            tested += 1
            if max(scores.values()) - min(scores.values()) >= MIN_PROMINENCE:
                found.append(_told(story, compared, scores))
    ranked = sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]
    return Dimension("the prominence of shared actors", tuple(ranked), f"n = {tested} shared actors" if tested else "")


def _told(story: Story, compared: ProminenceComparison, scores: dict[str, float]) -> Finding:
    most, least = max(scores, key=lambda id_: scores[id_]), min(scores, key=lambda id_: scores[id_])
    message = Message(
        "prominence.actor",
        {
            "actor": compared.name,
            "most": story.member(most).label,
            "most_value": scores[most],
            "least": story.member(least).label,
            "least_value": scores[least],
        },
    )
    pair = [member for member in story.members if member.id in (most, least)]
    first = [member.actors[compared.actor].mentions[0] for member in pair]
    evidence = [member.span(one.start, one.end) for member, one in zip(pair, first, strict=True)]
    effect = PROMINENCE[0] + PROMINENCE[1] * (scores[most] - scores[least])
    if all(member.actors[compared.actor].type == "place" for member in pair):
        effect *= PLACE
    about = About(actors=(compared.actor,), values={one.id: scores[one.id] for one in pair})
    return finding(message, pair, evidence, Weight(effect, CONFIDENCE), about)
