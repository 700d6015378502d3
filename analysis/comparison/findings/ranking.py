"""Which findings are told, and in which order: by how much a kind is worth telling, how large the difference is and how
surely it is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.types import Finding, FindingKind

MAX_TOLD = 10
WORTH: Mapping[FindingKind, float] = {
    "order_reversal": 1.0,
    "contradiction": 0.95,
    "first_voice": 0.8,
    "differing_figures": 0.8,
    "attribution_gap": 0.75,
    "omission": 0.7,
    "certainty_gap": 0.7,
    "sentiment_gap": 0.7,
    "voice_balance": 0.7,
    "unanswered_accusation": 0.7,
    "headline_focus": 0.6,
    "quotation_cut": 0.6,
    "only_here": 0.6,
    "naming": 0.5,
    "loaded_language_gap": 0.5,
    "source_gap": 0.45,
    "wire_copy": 0.45,
    "genre": 0.45,
    "time_gap": 0.4,
    "prominence": 0.35,
    "no_measurable_difference": 0.0,
}
"""How much a difference of each kind is worth telling, in [0, 1]."""


def ranked(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are told, most telling first; equal ones stay in the order given."""
    return sorted(map(_rounded, findings), key=lambda one: -score(one))[:MAX_TOLD]


def score(finding: Finding) -> float:
    """How telling a finding is: what its kind is worth, times its size, times how sure it is."""
    return WORTH[finding.kind] * finding.effect * finding.confidence


def _rounded(finding: Finding) -> Finding:
    """Effects and confidences are ranks, not measurements: three decimals say all they know."""
    return replace(
        finding,
        effect=round(min(1.0, max(0.0, finding.effect)), 3),
        confidence=round(min(1.0, max(0.0, finding.confidence)), 3),
    )
