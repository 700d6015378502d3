"""Marked words whose closing mark is missing: they end before the clause that says who spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.attribution.phrases import SAYING
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import SINGULAR
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.quotes.spans.marks import Marked

BREAKS = frozenset({",", "?", "!", "…", "–", "—"})


def ended(reading: Reading, marked: Sequence[Marked]) -> list[Marked]:
    """The marked spans, those never closed ended before their reporting clause, if they have one."""
    found: list[Marked] = []
    cut = False
    for index, mark in enumerate(marked):
        following = marked[index + 1] if index + 1 < len(marked) else None
        goes_on = mark.goes_on and not cut
        end = None if mark.closed else _end_of(reading, mark, following is not None and following.goes_on)
        cut = end is not None
        found.append(
            replace(mark, end=end, outer_end=end, cut=True, goes_on=goes_on)
            if end is not None
            else replace(mark, goes_on=goes_on)
        )
    return found


def _end_of(reading: Reading, mark: Marked, followed: bool) -> int | None:
    """Where the words before the reporting clause end; ``followed``: the next paragraph may go on with them, so that
    only a name tells that they have ended."""
    words = reading.range(mark.start, mark.end)
    for place, speaker in _reporting(reading, words):
        person = any(n.last <= speaker.last for n in reading.persons_in(*speaker)) or _is_titled(reading, speaker)
        if person or (not followed and reading.any_role(speaker.first, SINGULAR)):
            last = place if reading.keys[place] in "?!…" else place - 1
            return reading.words[last].end
    return None


def _is_titled(reading: Reading, speaker: WordSpan) -> bool:
    """Whether a title and a capital behind it name somebody whom no list knows for a person."""
    capital = reading.words[speaker.last - 1].capital and speaker.size > 1
    return capital and any(is_role_noun(reading, place) for place in range(speaker.first, speaker.last - 1))


def _reporting(reading: Reading, words: WordSpan) -> Iterator[tuple[int, WordSpan]]:
    """The mark before a clause that reports, and its subject: *…, said X*, *…, X said.*"""
    for hit in reading.cues_in(words.first + 2, words.last):
        if not hit.cue.use & SAYING or hit.passive:
            continue
        stop = min(words.last, reading.sentences[reading.sentence_of(hit.head)].last)
        if reading.keys[hit.first - 1] in BREAKS:
            inner = None if hit.inner is None else WordSpan(hit.inner, hit.inner + 1)
            speaker = inner or subject_after(reading, hit.last, stop)
            if speaker is not None:
                yield hit.first - 1, speaker
        elif not reading.grammar.word_order.verb_second:
            speaker = subject_before(reading, hit, words.first)
            if speaker is not None and speaker.first - 1 > words.first and reading.keys[speaker.first - 1] in BREAKS:
                yield speaker.first - 1, speaker
