"""On whose word an article makes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.types import Analysis, VouchedBy

MOSTLY = 0.5
"""A claim stands on somebody's word if at least this share of its sentence is what they said."""


@dataclass(frozen=True, slots=True)
class Voucher:
    """Who stands for a claim: ``source`` is an actor, ``quote`` a quotation."""

    kind: VouchedBy
    source: str | None = None
    quote: str | None = None


def vouched(analysis: Analysis, start: int, end: int) -> Voucher:
    """Who stands for what is said between the offsets: the outlet, unless most of it is ascribed to somebody.

    Words between marks are a *quotation*; indirect speech is the *source*'s, *anonymous* if nobody is named.
    """
    said = [
        (min(end, quote.end) - max(start, quote.start), quote)
        for quote in analysis.quotes
        if quote.start < end and start < quote.end
    ]
    if not said:
        return Voucher("outlet")
    length, quote = max(said, key=lambda one: (one[0], -one[1].start))
    if length < MOSTLY * (end - start):
        return Voucher("outlet")
    actor = quote.speaker.actor if quote.speaker else None
    if quote.kind == "direct":
        return Voucher("quotation", actor, quote.id)
    named = quote.speaker is not None and quote.speaker.name
    return Voucher("source" if named else "anonymous", actor, quote.id)
