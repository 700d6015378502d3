"""Reactions: attributed statements that take a stance, in the order the reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.types import Document, Quote, Reaction, StanceLabel

SURE = 0.5
"""Probability of its stance from which a statement in the speaker's words is a reaction. On the project's own held-out
statements 0.79 of those told are right, 0.77 of the reactions are told (``tests/evaluation/data/stance.jsonl``)."""
SURE_INDIRECT = 0.8
"""The same for a statement in the outlet's words whose word of saying is not emotive. There 0.85 of the reactions are
told; what officials and firms announce, which news is full of and the set is not, is read as a stance below it."""


def find_reactions(document: Document, quotes: Sequence[Quote]) -> tuple[Reaction, ...]:
    """Attributed statements with a stance, in text order; ``position`` is the start over the text's length, in [0, 1].

    A statement whose stance is neutral reports rather than reacts, and one whose speaker is no actor (*the call
    suggests*, *some say*) is nobody's reaction; both stay in ``quotes``. So does one whose stance is not sure
    (``SURE``, ``SURE_INDIRECT``), unless the speaker's statement right before or behind it is: what a speaker goes on
    saying is one reaction. A later piece of the same speaker's same stance toward the same target is kept: how often a
    reaction is heard is part of the framing. The marked words within a partly quoted statement are that statement.
    """
    length = max(1, len(document.text))
    return tuple(
        Reaction(
            quote=quote.id,
            actor=quote.speaker.actor if quote.speaker else None,
            stance=stance,
            target=quote.stance.target,
            sentence=quote.sentence,
            position=min(1.0, quote.start / length),
        )
        for quote, stance in _outermost(_told(quotes))
    )


def is_sure(quote: Quote) -> bool:
    """Whether the stance of a statement, neutral or not, can be told without what stands around it."""
    reported = quote.kind == "indirect" and quote.cue_class != "emotive"
    return quote.stance.confidence >= (SURE_INDIRECT if reported else SURE)


@dataclass(frozen=True, slots=True)
class _Statement:
    """Pieces that one word of saying attributes to one speaker, with the stance that they have together."""

    pieces: tuple[Quote, ...]
    stance: StanceLabel
    sure: bool


def _told(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, StanceLabel]]:
    """The statements that are reactions, with the stance of the passage where their own is not sure."""
    for passage in _passages(quotes):
        statements = [_pooled(pieces) for pieces in _statements(passage)]
        for place, statement in enumerate(statements):
            stance = statement.stance
            if stance == "neutral":
                continue
            if not statement.sure:
                beside = [one for one in statements[max(0, place - 1) : place + 2] if one is not statement and one.sure]
                stance = next((one.stance for one in beside if one.stance != "neutral"), "neutral")
            if stance != "neutral":
                yield max(statement.pieces, key=lambda piece: (piece.end - piece.start, -piece.start)), stance


def _passages(quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Statements of one actor that nobody else's interrupt, each at most a sentence from the one before."""
    passage: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end, quote.id)):
        actor = quote.speaker.actor if quote.speaker else None
        last = passage[-1] if passage else None
        if last is not None and (
            actor is None
            or last.speaker is None
            or actor != last.speaker.actor
            or quote.sentence - max(one.sentence for one in passage) > 1
        ):
            yield passage
            passage = []
        if actor is not None:
            passage.append(quote)
    if passage:
        yield passage


def _statements(passage: Iterable[Quote]) -> Iterator[tuple[Quote, ...]]:
    """Pieces in the outlet's words that one word of saying in one sentence reports are one statement."""
    pieces: list[Quote] = []
    for quote in passage:
        last = pieces[-1] if pieces else None
        if last is not None and not (
            quote.kind == last.kind == "indirect"
            and quote.cue is not None
            and quote.cue == last.cue
            and quote.sentence == last.sentence
        ):
            yield tuple(pieces)
            pieces = []
        pieces.append(quote)
    if pieces:
        yield tuple(pieces)


def _pooled(pieces: tuple[Quote, ...]) -> _Statement:
    """The stance that is likeliest over all pieces; sure if its mean probability is."""
    if len(pieces) == 1:
        return _Statement(pieces, pieces[0].stance.label, is_sure(pieces[0]))
    likely: dict[StanceLabel, float] = {}
    for piece in pieces:
        likely[piece.stance.label] = likely.get(piece.stance.label, 0.0) + piece.stance.confidence / len(pieces)
    stance = max(likely, key=lambda label: (likely[label], label))
    return _Statement(pieces, stance, likely[stance] >= SURE_INDIRECT)


def _outermost(told: Iterable[tuple[Quote, StanceLabel]]) -> list[tuple[Quote, StanceLabel]]:
    """The statements in text order, without those that stand within another one of the same stance."""
    kept: list[tuple[Quote, StanceLabel]] = []
    for quote, stance in sorted(told, key=lambda one: (one[0].start, -one[0].end, one[0].id)):
        within = bool(kept) and quote.end <= kept[-1][0].end and stance == kept[-1][1]
        if not within:
            kept.append((quote, stance))
    return kept
