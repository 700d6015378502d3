"""The outlets' own tone toward an actor."""

from __future__ import annotations

from analysis.comparison.findings.dimension import About, Dimension, Story, Weight, finding
from analysis.comparison.findings.rates import evidence_of
from analysis.types import Finding, Message, SentimentComparison

MAX_FINDINGS = 3
TONE = (0.4, 0.25)
CONFIDENCE = 0.95
"""The intervals that do not overlap are of 95 %."""


def sentiment_gap(story: Story) -> Dimension:
    """Actors toward whom the outlets' own tone differs measurably."""
    compared = story.comparison.sentiment
    found = [_told(story, one) for one in compared if one.distinguishable]
    scored = [one for one in compared if sum(t.outlet_voice.value is not None for t in one.by_article) > 1]
    passages = sum(tone.outlet_voice.n for one in scored for tone in one.by_article)
    tested = f"n = {len(scored)} shared actors, {passages} mentions" if scored else ""
    ranked = sorted(found, key=lambda one: -one.effect)[:MAX_FINDINGS]
    return Dimension("tone toward the actors that articles share", tuple(ranked), tested)


def _told(story: Story, compared: SentimentComparison) -> Finding:
    scores = {tone.article: tone.outlet_voice for tone in compared.by_article if tone.outlet_voice.interval}
    having = [(scores[member.id].value or 0.0, member) for member in story.members if member.id in scores]
    lowest, highest = min(having, key=lambda pair: pair[0])[1], max(having, key=lambda pair: pair[0])[1]
    message = Message(
        "sentiment_gap.actor",
        {
            "actor": compared.name,
            "lower": lowest.label,
            "lower_value": scores[lowest.id].value or 0.0,
            "higher": highest.label,
            "higher_value": scores[highest.id].value or 0.0,
        },
    )
    pair = [member for member in story.members if member in (lowest, highest)]
    weight = Weight(TONE[0] + TONE[1] * (compared.spread or 0.0), CONFIDENCE)
    about = About(actors=(compared.actor,), values={one.id: scores[one.id].value or 0.0 for one in pair})
    return finding(message, pair, evidence_of(pair, [scores[one.id] for one in pair]), weight, about)
