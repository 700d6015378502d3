"""Claims as a reader of certain languages wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.types import Claim, Comparison


def for_reader(comparison: Comparison, languages: Sequence[str]) -> Comparison:
    """The comparison with each claim's wording in the reader's languages first; a claim's text stays what it is."""
    if not languages:
        return comparison
    return replace(comparison, claims=tuple(_ordered(claim, languages) for claim in comparison.claims))


def _ordered(claim: Claim, languages: Sequence[str]) -> Claim:
    ranks = {code: rank for rank, code in enumerate(languages)}
    wordings = sorted(claim.wordings, key=lambda one: ranks.get(one.language, len(ranks)))
    return replace(claim, wordings=tuple(wordings))
