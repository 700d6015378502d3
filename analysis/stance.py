"""Attitude of each attributed statement, and what it is toward, read from what is said and how it is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

import numpy as np

from analysis.reader import Extent, Reading, StanceReading
from analysis.resources import supported, words
from analysis.types import Actor, Document, Quote, Span, Stance, StanceLabel, Token

LABELS: tuple[StanceLabel, ...] = get_args(StanceLabel)
MOST_EVIDENCE = 4
"""Words given as evidence, those that counted most."""
TELLING = 1.5
"""How many times as much as the average word a word must have counted to be evidence."""
TOWARD = 0.5
"""Probability from which a piece of a word is part of what a stance is toward."""
TOWARD_ACTOR = 0.35
"""The same for an actor's name: fewer words can be meant."""


def judge(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], reading: Reading | None
) -> tuple[Quote, ...]:
    """The quotations with their stance, read where no listed words decided it (``quotes.stance``).

    ``confidence`` of what is read is the calibrated probability of the label, ``evidence`` the words that counted most,
    ``target`` the actor that the stance is toward, or ``None`` for a matter, and ``target_text`` the words that name
    either. Marked pieces of a partly quoted statement, and the pieces of an interrupted quotation, are read as one.
    Method: the reader's read-out of stance, fitted to statements in eight languages (``training/reader``). Without a
    reading, or in a language without lists, every stance is neutral with confidence 0.
    """
    if reading is None or not supported(document.language):
        return tuple(replace(quote, stance=Stance("neutral", None, 0.0)) for quote in quotes)
    known: dict[Extent, Stance] = {}
    out = []
    for quote, (start, end) in zip(quotes, _statements(quotes, reading), strict=True):
        if quote.stance.label != "neutral":
            out.append(quote)
            continue
        if (start, end) not in known:
            known[start, end] = _stance(document, actors, quote, reading.stance(start, end))
        out.append(replace(quote, stance=_allowed(known[start, end], quote.stance)))
    return tuple(out)


def _allowed(read: Stance, listed: Stance) -> Stance:
    """What is read, unless it is support and words that do not support were seen: denied praise is none."""
    if read.label == "support" and listed.confidence < 1.0:
        return replace(listed, confidence=round(1.0 - read.confidence, 4))
    return read


def _statements(quotes: Sequence[Quote], reading: Reading) -> Iterator[Extent]:
    """The stretch that each quotation is read with."""
    for quote in quotes:
        around = [q for q in quotes if q.start <= quote.start and quote.end <= q.end and q.kind != "direct"]
        if around:
            outer = max(around, key=lambda q: q.end - q.start)
            yield outer.start, outer.end
            continue
        unit = reading.unit_at(quote.start)
        pieces = [
            q
            for q in quotes
            if q.kind == "direct"
            and quote.kind == "direct"
            and reading.unit_at(q.start) == unit
            and q.speaker is not None
            and quote.speaker is not None
            and (q.speaker.actor, q.speaker.name) == (quote.speaker.actor, quote.speaker.name)
        ]
        yield min([quote.start, *(q.start for q in pieces)]), max([quote.end, *(q.end for q in pieces)])


def _stance(document: Document, actors: Sequence[Actor], quote: Quote, read: StanceReading) -> Stance:
    label = LABELS[int(np.argmax(read.shares))]
    actor, named = _target(document, actors, quote, read)
    evidence = _evidence(document, quote, read) if label != "neutral" else ()
    return Stance(label, actor, round(float(read.shares.max()), 4), evidence, named)


def _evidence(document: Document, quote: Quote, read: StanceReading) -> tuple[Span, ...]:
    """The words that counted most, in text order; words of grammar and who speaks are none."""
    grammar = _grammar(document.language)
    weights: dict[Extent, float] = {}
    for (start, end), weight in read.weighed:
        token = _token_at(document, start, end)
        if token is not None and token.is_word and token.lower not in grammar and not _names_speaker(token, quote):
            place = (token.start, token.end)
            weights[place] = weights.get(place, 0.0) + weight
    if not weights:
        return ()
    least = TELLING * sum(weights.values()) / len(weights)
    best = sorted(weights, key=lambda place: (-weights[place], place))[:MOST_EVIDENCE]
    return tuple(document.span(*place) for place in sorted(best) if weights[place] >= least or len(best) == 1)


@cache
def _grammar(code: str) -> frozenset[str]:
    return frozenset(words(code, "function_words"))


def _token_at(document: Document, start: int, end: int) -> Token | None:
    """The token that a piece is part of."""
    place = bisect_right(document.token_starts, start) - 1
    for token in document.tokens[max(0, place) : place + 2]:
        if token.start < end and start < token.end:
            return token
    return None


def _names_speaker(token: Token, quote: Quote) -> bool:
    """Whether a word stands where the speaker is named."""
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    return speaker.start <= token.start < speaker.end


def _target(
    document: Document, actors: Sequence[Actor], quote: Quote, read: StanceReading
) -> tuple[str | None, Span | None]:
    """The actor that is likeliest meant, and the words that name the target."""
    own = quote.speaker.actor if quote.speaker else None
    begin, end = (read.toward[0][0][0], read.toward[-1][0][1]) if read.toward else (0, 0)
    best: tuple[float, str, Extent] | None = None
    for actor in actors:
        for mention in actor.mentions:
            if actor.id == own or mention.end <= begin or mention.start >= end:
                continue
            likely = max((p for (a, b), p in read.toward if a < mention.end and b > mention.start), default=0.0)
            if likely >= TOWARD_ACTOR and (best is None or likely > best[0]):
                best = (likely, actor.id, (mention.start, mention.end))
    named = _likeliest(read)
    if best is not None and (named is None or best[0] >= named[0] or _overlap(best[2], named[1])):
        extent = named[1] if named is not None and _overlap(best[2], named[1]) else best[2]
        return best[1], _whole_words(document, extent)
    return None, _whole_words(document, named[1]) if named is not None else None


def _whole_words(document: Document, extent: Extent) -> Span:
    """The stretch, widened to the words that it touches, without marks at its ends."""
    first, last = _token_at(document, extent[0], extent[1]), _token_at(document, extent[1] - 1, extent[1])
    start = min(extent[0], first.start) if first is not None else extent[0]
    end = max(extent[1], last.end) if last is not None else extent[1]
    inside = [token for token in document.tokens_in(start, end) if token.is_word]
    return document.span(inside[0].start, inside[-1].end) if inside else document.span(start, end)


def _likeliest(read: StanceReading) -> tuple[float, Extent] | None:
    """The run of pieces above the threshold that is likeliest, and its mean probability."""
    runs: list[list[tuple[Extent, float]]] = []
    last = -2
    for place, (extent, likely) in enumerate(read.toward):
        if likely < TOWARD:
            continue
        if place - last > 1:
            runs.append([])
        runs[-1].append((extent, likely))
        last = place
    if not runs:
        return None
    mean, run = max(((sum(p for _, p in run) / len(run), run) for run in runs), key=lambda one: one[0])
    return mean, (run[0][0][0], run[-1][0][1])


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
