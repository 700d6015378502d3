"""Attitude of each attributed statement, and what it is toward, read from what is said and how it is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

import numpy as np

from analysis.evidence.polarity import denies
from analysis.reader import Extent, Reading, StanceReading, by_word, token_at
from analysis.resources import supported, words
from analysis.text import fold
from analysis.types import Actor, Document, Mention, Quote, Span, Stance, StanceLabel, Token

LABELS: tuple[StanceLabel, ...] = get_args(StanceLabel)
MOST_EVIDENCE = 4
"""Words given as evidence, those that counted most."""
TELLING = 1.5
"""How many times as much as the average word a word must have counted to be evidence."""
LISTED = 12.0
"""How many times as likely a stance is that listed words tell, where a verb that judges introduces the statement."""
JUDGING = frozenset({"emotive", "doubting"})
"""Classes of such verbs. Behind *said* listed words count only where they tell what the reader holds for likeliest, or
where it gives no stance ``HALF``: on 241 of the project's own held-out statements .90 are judged rightly so and without
any, .86 where they always count."""
HALF = 0.5
TOLD_BY_VERB = 1000.0
"""The same where the outlet's verb is the statement (*welcomed the decision*), or where a direct quotation has one word
of content (*it is a breakthrough*): nothing else was read."""
ELIDED = ("'", "’")
"""What words of grammar end with before a vowel: *c'est*."""
TOWARD = 0.5
"""Probability from which a piece of a word is part of what a stance is toward."""
TOWARD_ACTOR = 0.35
"""The same for an actor's name: fewer words can be meant."""


def judge(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], reading: Reading | None
) -> tuple[Quote, ...]:
    """The quotations with their stance.

    ``confidence`` is the probability of the label in [0, 1], ``evidence`` the words that counted most, ``target`` the
    actor that the stance is toward, or ``None`` for a matter, and ``target_text`` the words that name either. Marked
    pieces of a partly quoted statement, and the pieces of an interrupted quotation, are read as one.
    Method: the reader's read-out of stance, fitted to statements in eight languages (``training/reader``); a stance
    that listed words tell (``quotes.stance``) behind a verb that judges, where it is the likeliest or where none is
    likely, is taken for ``LISTED`` times as likely as it was read, so that only the confidence of the others is
    calibrated. Without a reading, or in a language that it was not fitted to, every stance is neutral and of
    confidence 0.
    """
    if reading is None or not supported(document.language):
        return tuple(replace(quote, stance=Stance("neutral", None, 0.0)) for quote in quotes)
    named, known = _Named(actors), dict[tuple[Extent, StanceLabel], Stance]()
    out = []
    for quote, extent in zip(quotes, _statements(quotes, reading), strict=True):
        key = extent, quote.stance.label
        if key not in known:
            alone = _is_one_word(document, quote, extent)
            known[key] = _stance(document, named, quote, _weighed(reading.stance(*extent), quote, alone))
        out.append(replace(quote, stance=known[key]))
    return tuple(out)


def _is_one_word(document: Document, quote: Quote, extent: Extent) -> bool:
    """Whether all that a direct quotation says is one word of content, neither denied nor asked for."""
    if quote.kind != "direct" or extent != (quote.start, quote.end) or "?" in document.text[quote.start : quote.end]:
        return False
    said = [token.lower for token in document.tokens_in(*extent) if token.is_word]
    grammar = _grammar(document.language)
    content = [word for word in said if word not in grammar and not word.endswith(ELIDED)]
    return len(content) == 1 and not denies([fold(word) for word in said], document.language)


def _weighed(read: StanceReading, quote: Quote, alone: bool) -> StanceReading:
    """What was read, and what listed words tell: shares multiplied, as of two witnesses; ``alone`` tells that there is
    nothing to read but a listed word."""
    listed = quote.stance.label
    verb = alone or (quote.cue is not None and quote.start <= quote.cue.start < quote.cue.end <= quote.end)
    likeliest = int(read.shares.argmax())
    agrees = read.shares[likeliest] < HALF or LABELS[likeliest] == listed
    if listed == "neutral" or not (verb or quote.cue_class in JUDGING or agrees):
        return read
    shares = read.shares.copy()
    shares[LABELS.index(listed)] *= TOLD_BY_VERB if verb else LISTED
    return replace(read, shares=shares / shares.sum())


def _statements(quotes: Sequence[Quote], reading: Reading) -> list[Extent]:
    """The stretch that each quotation is read with: the statement that it is part of, or its pieces together."""
    pieces: dict[tuple[int, str | None, str], Extent] = {}
    chains = _chains(quotes)
    for quote in quotes:
        key = _piece_of(quote, reading, chains)
        if key is not None:
            start, end = pieces.get(key, (quote.start, quote.end))
            pieces[key] = min(start, quote.start), max(end, quote.end)
    out = [(quote.start, quote.end) for quote in quotes]
    order = sorted(range(len(quotes)), key=lambda n: (quotes[n].start, -quotes[n].end, quotes[n].kind == "direct"))
    opened: list[Extent] = []
    for number in order:
        quote = quotes[number]
        opened = [extent for extent in opened if extent[1] > quote.start]
        if quote.kind != "direct":
            opened.append((quote.start, quote.end))
        around = [extent for extent in opened if quote.end <= extent[1]]
        key = _piece_of(quote, reading, chains)
        if around:
            out[number] = max(around, key=lambda extent: extent[1] - extent[0])
        elif key is not None:
            out[number] = pieces[key]
    return out


def _chains(quotes: Sequence[Quote]) -> dict[str, str]:
    """The first piece of each statement that the words telling it part (``Quote.continues``), for all its pieces."""
    chains: dict[str, str] = {}
    for quote in quotes:
        if quote.continues is not None:
            chains[quote.id] = chains.setdefault(quote.continues, quote.continues)
    return chains


def _piece_of(quote: Quote, reading: Reading, chains: Mapping[str, str]) -> tuple[int, str | None, str] | None:
    """What the pieces of an interrupted statement have in common: of one in its own words unit and speaker, else the
    first piece; ``None`` if it cannot be one."""
    if quote.kind != "direct":
        return (-1, None, chains[quote.id]) if quote.id in chains else None
    if quote.speaker is None:
        return None
    return reading.unit_at(quote.start), quote.speaker.actor, quote.speaker.name


def _stance(document: Document, actors: _Named, quote: Quote, read: StanceReading) -> Stance:
    """The likeliest stance."""
    label = LABELS[int(np.argmax(read.shares))]
    actor, named = _target(document, actors, quote, read)
    evidence = _evidence(document, quote, read) if label != "neutral" else ()
    return Stance(label, actor, round(float(read.shares.max()), 4), evidence, named)


def _evidence(document: Document, quote: Quote, read: StanceReading) -> tuple[Span, ...]:
    """The words that counted most, in text order; words of grammar and who speaks are none."""
    grammar = _grammar(document.language)
    weights = {
        (token.start, token.end): weight
        for token, weight in by_word(document, read.weighed)
        if token.lower not in grammar and not _names_speaker(token, quote)
    }
    if not weights:
        return ()
    least = TELLING * sum(weights.values()) / len(weights)
    best = sorted(weights, key=lambda place: (-weights[place], place))[:MOST_EVIDENCE]
    return tuple(document.span(*place) for place in sorted(best) if weights[place] >= least or place == best[0])


@cache
def _grammar(code: str) -> frozenset[str]:
    return frozenset(words(code, "function_words"))


def _names_speaker(token: Token, quote: Quote) -> bool:
    """Whether a word stands where the speaker is named."""
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    return speaker.start <= token.start < speaker.end


class _Named:
    """Mentions of all actors by place."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        found = [(mention, number, actor.id) for number, actor in enumerate(actors) for mention in actor.mentions]
        self._found = sorted(found, key=lambda one: (one[0].start, one[0].end, one[1]))
        self._starts = [mention.start for mention, _, _ in self._found]
        self._longest = max((mention.end - mention.start for mention, _, _ in self._found), default=0)

    def within(self, start: int, end: int) -> Iterator[tuple[Mention, int, str]]:
        """Mentions that touch the stretch, each with the number and the id of its actor."""
        first = bisect_left(self._starts, start - self._longest)
        for mention, number, actor in self._found[first : bisect_left(self._starts, end)]:
            if mention.end > start:
                yield mention, number, actor


def _target(document: Document, actors: _Named, quote: Quote, read: StanceReading) -> tuple[str | None, Span | None]:
    """The actor that is likeliest meant, and the words that name the target."""
    own = quote.speaker.actor if quote.speaker else None
    begin, end = (read.toward[0][0][0], read.toward[-1][0][1]) if read.toward else (0, 0)
    meant: list[tuple[float, int, Extent, str]] = []
    for mention, number, actor in actors.within(begin, end):
        likely = max((p for (a, b), p in read.toward if a < mention.end and b > mention.start), default=0.0)
        if actor != own and likely >= TOWARD_ACTOR:
            meant.append((-likely, number, (mention.start, mention.end), actor))
    best = min(meant, default=None)
    named = _likeliest(read)
    if best is not None and (named is None or -best[0] >= named[0] or _overlap(best[2], named[1])):
        extent = named[1] if named is not None and _overlap(best[2], named[1]) else best[2]
        return best[3], _whole_words(document, extent)
    return None, _whole_words(document, named[1]) if named is not None else None


def _whole_words(document: Document, extent: Extent) -> Span:
    """The stretch, widened to the words that it touches, without marks at its ends."""
    first, last = token_at(document, extent[0], extent[1]), token_at(document, extent[1] - 1, extent[1])
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
