"""Loaded words in the outlets' own voice."""

from __future__ import annotations

from analysis.comparison.findings.dimension import Dimension, Story
from analysis.comparison.findings.rates import compare_rates


def loaded_language_gap(story: Story) -> Dimension:
    """A measurably different share of loaded words in the outlets' own voice."""
    rates = [(member, member.analysis.framing.loaded_rate) for member in story.members]
    return compare_rates("loaded_language_gap.share", "loaded language", "words", rates)
