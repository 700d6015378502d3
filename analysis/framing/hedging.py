"""Hedging and evidentiality: what the outlet vouches for, and what it only passes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, cast

from analysis import resources
from analysis.framing.intervals import wilson
from analysis.framing.patterns import Patterns, Word, morphology
from analysis.framing.voice import Stretches, join
from analysis.types import Document, EvidentialMarker, Quote, Score, Sentence

Status = Literal["reported", "alleged", "denied", "uncertain"]
UNCOUNTED_ROLES = frozenset({"caption", "list"})
"""Captions and lists are not the running text that a reader takes as the outlet's word."""


@cache
def _lexicon(code: str) -> tuple[Patterns, tuple[tuple[str, ...], ...]]:
    rows = resources.rows(code, "evidentials")
    return Patterns([row[0] for row in rows], morphology(code)), rows


def find_markers(
    document: Document, words: Sequence[Word], quotes: Iterable[Quote] = ()
) -> tuple[EvidentialMarker, ...]:
    """Evidential markers in text order, with their status.

    ``reported``: ascribed to somebody; ``alleged``: ascribed and left open, or doubted; ``denied``: somebody disputes
    it; ``uncertain``: possible, by the outlet's own account. Method: the language's list ``evidentials``, and the word
    of saying of every statement that is given in the outlet's words or partly so (*police say that …*), as
    ``reported`` where the list has nothing on it. Rows whose status is ``none`` are look-alikes (a future, an
    obligation) that keep shorter patterns from matching.
    """
    if not resources.supported(document.language):
        return ()
    patterns, rows = _lexicon(document.language)
    listed = [
        EvidentialMarker(found.start, found.end, document.text[found.start : found.end], _status(rows[found.entry][1]))
        for found in patterns.find(words, document.text)
        if rows[found.entry][1] != "none"
    ]
    taken = join((marker.start, marker.end) for marker in listed)
    cues = {(quote.cue.start, quote.cue.end) for quote in quotes if quote.cue and quote.kind != "direct"}
    said = [
        EvidentialMarker(start, end, document.text[start:end], "reported")
        for start, end in cues
        if not taken.covered(start, end)
    ]
    return tuple(sorted([*listed, *said], key=lambda marker: (marker.start, marker.end)))


def hedging_share(document: Document, markers: Iterable[EvidentialMarker], quoted: Stretches) -> Score:
    """Share of the outlet's own sentences that carry an evidential marker of its own, in [0, 1].

    A sentence is the outlet's own if less than half of it is quoted; a marker inside a quotation is the speaker's.
    Indirect speech is no quotation here: "according to the ministry" is how an outlet hedges. ``n`` counts own
    sentences; the interval is Wilson's; evidence are the markers. Null in a language without the list and in a text
    without own sentences.
    """
    if not resources.supported(document.language):
        return Score.unknown("unsupported_language")
    own = {sentence.index for sentence in document.sentences if _is_own(sentence, quoted)}
    if not own:
        return Score.unknown("insufficient_text")
    voiced = (marker for marker in markers if not quoted.holds(marker.start))
    placed = [(marker, document.sentence_at(marker.start).index) for marker in voiced]
    mine = [(marker, index) for marker, index in placed if index in own]
    hits = len({index for _, index in mine})
    low, high = wilson(hits, len(own))
    return Score(
        round(hits / len(own), 6),
        n=len(own),
        interval=(round(low, 6), round(high, 6)),
        evidence=tuple(document.span(marker.start, marker.end) for marker, _ in mine),
    )


def _is_own(sentence: Sentence, quoted: Stretches) -> bool:
    length = sentence.end - sentence.start
    return sentence.role not in UNCOUNTED_ROLES and 2 * quoted.covered(sentence.start, sentence.end) < length


def _status(name: str) -> Status:
    return cast(Status, name)
