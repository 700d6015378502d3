"""What is worth telling of a comparison: findings with their proof, most telling first.

Each finder looks at one dimension and says what it found and on how many observations; a dimension that was tested and
shows nothing is told as such, for "no measurable difference" is an answer too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.comparison.findings.coverage import left_out, numbers_differ, only_in, wire_copy
from analysis.comparison.findings.dimension import Dimension, no_difference
from analysis.comparison.findings.measures import frames, hedging, loaded_language, prominence, tone
from analysis.comparison.findings.reactions import first_reaction, reaction_order
from analysis.comparison.findings.sourcing import different_source, sourcing
from analysis.comparison.members import Member
from analysis.types import Comparison, Finding

__all__ = ["find"]

Finder = Callable[[Sequence[Member], Comparison], Dimension]

FINDERS: tuple[Finder, ...] = (
    reaction_order,
    first_reaction,
    different_source,
    numbers_differ,
    tone,
    left_out,
    only_in,
    prominence,
    sourcing,
    wire_copy,
    loaded_language,
    hedging,
    frames,
)
"""Every finder, in the order that decides between findings of equal effect."""


def find(members: Sequence[Member], comparison: Comparison) -> Comparison:
    """The comparison with its findings: by effect, then by the order of ``FINDERS``; what shows nothing comes last."""
    dimensions = [finder(members, comparison) for finder in FINDERS]
    ranked = sorted((found for dimension in dimensions for found in dimension.findings), key=lambda one: -one.effect)
    nothing = [finding for dimension in dimensions if (finding := no_difference(members, dimension)) is not None]
    return replace(comparison, findings=(*map(_rounded, ranked), *nothing))


def _rounded(finding: Finding) -> Finding:
    """Effects are ranks, not measurements: three decimals say all they know."""
    return replace(finding, effect=round(min(1.0, max(0.0, finding.effect)), 3))
