"""What is worth telling of a comparison: findings with their proof, most telling first.

Each finder looks at one dimension and says what it found and on how many observations; a dimension that was tested and
shows nothing is told as such, for "no measurable difference" is an answer too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analysis.comparison.findings.attribution_gap import attribution_gap
from analysis.comparison.findings.certainty_gap import certainty_gap
from analysis.comparison.findings.contradiction import contradiction
from analysis.comparison.findings.differing_figures import differing_figures
from analysis.comparison.findings.dimension import Dimension, Story, no_difference
from analysis.comparison.findings.first_voice import first_voice
from analysis.comparison.findings.genre import genre
from analysis.comparison.findings.headline_focus import headline_focus
from analysis.comparison.findings.headline_opening import headline_opening
from analysis.comparison.findings.loaded_language_gap import loaded_language_gap
from analysis.comparison.findings.named_here import named_here
from analysis.comparison.findings.naming import naming
from analysis.comparison.findings.omission import omission
from analysis.comparison.findings.only_here import only_here
from analysis.comparison.findings.order_reversal import order_reversal
from analysis.comparison.findings.other_words import other_words
from analysis.comparison.findings.prominence import prominence
from analysis.comparison.findings.quotation_cut import quotation_cut
from analysis.comparison.findings.quoted_here import quoted_here
from analysis.comparison.findings.ranking import ranked
from analysis.comparison.findings.sentiment_gap import sentiment_gap
from analysis.comparison.findings.single_voice import single_voice
from analysis.comparison.findings.source_gap import source_gap
from analysis.comparison.findings.time_gap import time_gap
from analysis.comparison.findings.unanswered_accusation import unanswered_accusation
from analysis.comparison.findings.unheard import unheard
from analysis.comparison.findings.voice_balance import voice_balance
from analysis.comparison.findings.wire_copy import wire_copy
from analysis.types import Comparison

__all__ = ["Story", "find"]

Finder = Callable[[Story], Dimension]

FINDERS: tuple[Finder, ...] = (
    order_reversal,
    first_voice,
    attribution_gap,
    contradiction,
    differing_figures,
    sentiment_gap,
    omission,
    only_here,
    prominence,
    source_gap,
    wire_copy,
    loaded_language_gap,
    certainty_gap,
    headline_focus,
    genre,
    time_gap,
    voice_balance,
    unanswered_accusation,
    quotation_cut,
    naming,
    unheard,
    single_voice,
    quoted_here,
    named_here,
    other_words,
    headline_opening,
)
"""Every finder, in the order that decides between findings that are equally telling."""


def find(story: Story) -> Comparison:
    """The comparison with its findings, most telling first; what was tested and shows nothing comes last."""
    dimensions = [finder(story) for finder in FINDERS]
    told = ranked([found for dimension in dimensions for found in dimension.findings])
    nothing = [found for one in dimensions if (found := no_difference(story.members, one)) is not None]
    return replace(story.comparison, findings=(*told, *nothing))
