"""Hedging and evidentiality: what the outlet vouches for, and what it only passes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, cast

from analysis import resources
from analysis.columns import EvidentialUse
from analysis.framing.intervals import wilson
from analysis.framing.patterns import Patterns, Word
from analysis.framing.voice import Stretches, join
from analysis.types import Document, EvidentialMarker, EvidentialShare, EvidentialStatus, Quote, Score, Sentence

Status = Literal["reported", "alleged", "denied", "uncertain"]
STATUSES: tuple[Status, ...] = ("denied", "alleged", "reported", "uncertain")
"""What a sentence with several markers is counted as: the first of these. A dispute outweighs a doubt, a doubt the
mere ascription; what is uncertain by somebody else's account is reported."""
KINDS: tuple[EvidentialStatus, ...] = ("vouched", "reported", "alleged", "denied", "uncertain")
"""What a sentence can be counted as, in the order of the answer."""
UNCOUNTED_ROLES = frozenset({"caption", "list"})
"""Captions and lists are not the running text that a reader takes as the outlet's word."""


@cache
def _lexicon(code: str) -> Patterns[EvidentialUse]:
    return Patterns(((row[0], EvidentialUse(row[1])) for row in resources.rows(code, "evidentials")), code)


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
    listed = [
        EvidentialMarker(found.start, found.end, document.text[found.start : found.end], _status(found.value.value))
        for found in _lexicon(document.language).find(words, document.text)
        if found.value is not EvidentialUse.NONE
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
    reason, own = _own_markers(document, markers, quoted)
    if reason:
        return Score.unknown(reason)
    hits = sum(1 for found in own.values() if found)
    return _share(document, hits, len(own), [marker for found in own.values() for marker in found])


def status_shares(
    document: Document, markers: Iterable[EvidentialMarker], quoted: Stretches
) -> tuple[EvidentialShare, ...]:
    """Share of the outlet's own sentences with each status, in [0, 1]; the shares sum to 1.

    Counted as in ``hedging_share``, whose value is what the share of ``vouched`` leaves. A sentence with markers of
    several statuses has the first of ``STATUSES`` among them; one without a marker is vouched for. Evidence are the
    sentence's markers of that status, so ``vouched`` has none. Null where ``hedging_share`` is.
    """
    reason, own = _own_markers(document, markers, quoted)
    if reason:
        return tuple(EvidentialShare(status, Score.unknown(reason)) for status in KINDS)
    shares = []
    given = {index: _foremost(found) for index, found in own.items()}
    for status in KINDS:
        mine = [index for index in own if given[index] == status]
        evidence = [marker for index in mine for marker in own[index] if marker.status == status]
        shares.append(EvidentialShare(status, _share(document, len(mine), len(own), evidence)))
    return tuple(shares)


def _foremost(markers: Sequence[EvidentialMarker]) -> EvidentialStatus:
    statuses = {marker.status for marker in markers}
    return next((status for status in STATUSES if status in statuses), "vouched")


def _own_markers(
    document: Document, markers: Iterable[EvidentialMarker], quoted: Stretches
) -> tuple[str | None, dict[int, list[EvidentialMarker]]]:
    """The outlet's own sentences with its own markers in each, in text order; or why there are none."""
    if not resources.supported(document.language):
        return "unsupported_language", {}
    own: dict[int, list[EvidentialMarker]] = {
        sentence.index: [] for sentence in document.sentences if _is_own(sentence, quoted)
    }
    for marker in markers:
        index = document.sentence_at(marker.start).index if own and not quoted.holds(marker.start) else None
        if index in own:
            own[index].append(marker)
    return (None if own else "insufficient_text"), own


def _share(document: Document, hits: int, n: int, evidence: Iterable[EvidentialMarker]) -> Score:
    low, high = wilson(hits, n)
    return Score(
        round(hits / n, 6),
        n=n,
        interval=(round(low, 6), round(high, 6)),
        evidence=tuple(document.span(marker.start, marker.end) for marker in evidence),
    )


def _is_own(sentence: Sentence, quoted: Stretches) -> bool:
    length = sentence.end - sentence.start
    return sentence.role not in UNCOUNTED_ROLES and 2 * quoted.covered(sentence.start, sentence.end) < length


def _status(name: str) -> Status:
    return cast(Status, name)
