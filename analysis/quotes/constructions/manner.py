"""Marked words that the clause behind them tells as the way somebody put it: *“…” was how X described the wave*."""

from __future__ import annotations

from analysis.attribution.phrases import is_plausible
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading, WordSpan
from analysis.attribution.subjects import nominative_after
from analysis.attribution.subjects_before import subject_before
from analysis.columns import CueUse
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context

LEADING = 4
"""Words behind the mark among which *how* or *so* stands."""
LONGEST = 14
"""Most words from there to the verb."""


def put_so(context: Context) -> Found | None:
    """*…” was how X described it*, *…“, so beschrieb X es*, *… » : c'est ainsi que X l'a décrit*."""
    reading, behind = context.reading, context.behind
    if behind is None:
        return None
    place, stop = behind.clause
    while place < stop and not reading.words[place].is_word:
        place += 1
    reach = range(place, min(stop, place + LEADING))
    how = next((i for i in reach if reading.keys[i] in reading.grammar.clauses.manner), None)
    hit = None if how is None else _calling(reading, how + 1, stop)
    if how is None or hit is None:
        return None
    speaker = _subject(reading, hit, how + 1, stop)
    if speaker is None or not is_plausible(reading, speaker):
        return None
    return Found(hit, speaker, place, max(speaker.last, hit.last))


def _calling(reading: Reading, first: int, stop: int) -> CueHit | None:
    """The first verb of the clause that calls something something."""
    for hit in reading.cues_in(first, min(stop, first + LONGEST)):
        between = reading.keys[first : hit.first]
        if CueUse.CALL not in hit.cue.use or hit.passive or any(key in SENTENCE_ENDS for key in between):
            return None
        return hit
    return None


def _subject(reading: Reading, hit: CueHit, first: int, stop: int) -> WordSpan | None:
    """Behind the verb where that stands right behind *so*, else before it."""
    return nominative_after(reading, hit.last, stop) if hit.first == first else subject_before(reading, hit, first)
