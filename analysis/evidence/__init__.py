"""What two articles or two sentences are compared by beside vectors: names, rare words, numbers, how they relate."""

from __future__ import annotations

from analysis.evidence.alike import Telling, alike, tell
from analysis.evidence.events import EventEvidence, PairEvidence, event_evidence, pair_evidence
from analysis.evidence.numerals import Figure, figures, numbers
from analysis.evidence.odds import event_odds, link_odds
from analysis.evidence.priors import priors
from analysis.evidence.relations import Node, Relations, relate
from analysis.evidence.shared_names import named_alike, share_names
from analysis.evidence.statements import MAX_STATEMENTS, Statements, gather, likeness
from analysis.evidence.terms import cosine, fold, rarity, stems, weigh

__all__ = [
    "MAX_STATEMENTS",
    "EventEvidence",
    "Figure",
    "Node",
    "PairEvidence",
    "Relations",
    "Statements",
    "Telling",
    "alike",
    "cosine",
    "event_evidence",
    "event_odds",
    "figures",
    "fold",
    "gather",
    "likeness",
    "link_odds",
    "named_alike",
    "numbers",
    "pair_evidence",
    "priors",
    "rarity",
    "relate",
    "share_names",
    "stems",
    "tell",
    "weigh",
]
