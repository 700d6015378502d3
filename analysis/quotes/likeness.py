"""How like a noun beside a name is the noun of a description: the same role, a wider one, another."""

from __future__ import annotations

from analysis.quotes.callings import Calling, broader

SAME, BROADER, UNTOLD = 2.0, 1.0, 0.75
"""How well a description fits a noun beside a name: for the same role, for a wider one, for one of which the article
does not tell what it is for: *advokat X … forsvarsadvokaten*."""
STEM = 5
"""Letters of the shortest beginning of a noun by which a longer one is of its kind: *finance minister*."""
PARTS = 4
"""Letters that two forms of a word have in common."""


def likeness(own: Calling, described: Calling, endings: tuple[str, ...]) -> float:
    """How like a noun beside a name is the noun of a description; 0 where they are for different roles."""
    if own.status != described.status:
        return 0.0
    if described.special and own.special != described.special and not described.status:
        return _compounded(own, described, endings)
    if is_form(own.noun, described.noun, endings) or is_form(described.noun, own.noun, endings):
        return SAME
    if described.special and not described.status:
        return 0.0
    first, *rest = described.noun.split()
    if own.noun == first and overlap(own.about, frozenset(word for word in rest if len(word) > PARTS)):
        return SAME  # *le ministre slovène des Transports … le | ministre des transports*
    if own.kinds & described.kinds:
        return SAME
    wider = frozenset[str]().union(*(broader(kind) for kind in own.kinds))
    if not wider & described.kinds:
        return 0.0
    stem = described.noun[: max(STEM, len(described.noun) - 2)]
    return SAME if len(stem) >= STEM and stem in own.noun else BROADER


def _compounded(own: Calling, described: Calling, endings: tuple[str, ...]) -> float:
    """The same for a compound whose first part the noun beside the name has not, or has among others: *klima- og
    energiminister X … klimaministeren*."""
    if not is_form(own.noun, described.noun, endings) and not own.kinds & described.kinds:
        return 0.0
    if any(described.special.startswith(word) for word in own.hints):
        return SAME
    return UNTOLD if not own.special and is_form(own.noun, described.noun, endings) else 0.0


def is_form(word: str, other: str, endings: tuple[str, ...]) -> bool:
    """Whether one noun is the other, or that one with its article: *granne*, *grannen*."""
    return word == other or any(other in (word + end, word[:-1] + end, word + end[-1]) for end in endings)


def overlap(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two words of an office are forms of one."""
    return any(one[:PARTS] == other[:PARTS] for one in first for other in second)
