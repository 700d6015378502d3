"""What two articles or two sentences can be compared by, beside their vectors: names, rare words and numbers."""

from __future__ import annotations

from analysis.evidence.events import EventEvidence, PairEvidence, event_evidence, pair_evidence
from analysis.evidence.odds import event_odds, link_odds, similarity
from analysis.evidence.statements import Matches, Statements, gather, match
from analysis.evidence.terms import cosine, fold, numbers, rarity, stems, weigh

__all__ = [
    "EventEvidence",
    "Matches",
    "PairEvidence",
    "Statements",
    "cosine",
    "event_evidence",
    "event_odds",
    "fold",
    "gather",
    "link_odds",
    "match",
    "numbers",
    "pair_evidence",
    "rarity",
    "similarity",
    "stems",
    "weigh",
]
