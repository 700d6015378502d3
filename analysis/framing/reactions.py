"""Reactions: attributed statements that take a stance, in the order the reader meets them."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.types import Document, Quote, Reaction


def find_reactions(document: Document, quotes: Sequence[Quote]) -> tuple[Reaction, ...]:
    """Attributed statements with a stance, in text order; ``position`` is the start over the text's length, in [0, 1].

    A statement whose stance is neutral reports rather than reacts, and one whose speaker is no actor (*the call
    suggests*, *some say*) is nobody's reaction; both stay in ``quotes``. A later piece of the same speaker's same
    stance toward the same target is kept: how often a reaction is heard is part of the framing. The marked words
    within a partly quoted statement are that statement.
    """
    length = max(1, len(document.text))
    attributed = _outermost(
        [q for q in quotes if q.speaker is not None and q.speaker.actor is not None and q.stance.label != "neutral"]
    )
    return tuple(
        Reaction(
            quote=quote.id,
            actor=quote.speaker.actor if quote.speaker else None,
            stance=quote.stance.label,
            target=quote.stance.target,
            sentence=quote.sentence,
            position=min(1.0, quote.start / length),
        )
        for quote in attributed
    )


def _outermost(quotes: Sequence[Quote]) -> list[Quote]:
    """The statements in text order, without those that stand within another one of the same stance."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end, quote.id)):
        within = bool(kept) and quote.end <= kept[-1].end and quote.stance.label == kept[-1].stance.label
        if not within:
            kept.append(quote)
    return kept
