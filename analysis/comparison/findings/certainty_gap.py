"""How surely articles say what they say."""

from __future__ import annotations

from analysis.comparison.findings.dimension import Dimension, Story
from analysis.comparison.findings.rates import compare_rates


def certainty_gap(story: Story) -> Dimension:
    """A measurably different share of sentences that the outlet does not vouch for."""
    rates = [(member, member.analysis.framing.hedging) for member in story.members]
    return compare_rates("certainty_gap.share", "hedging", "sentences", rates)
