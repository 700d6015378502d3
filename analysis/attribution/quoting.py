"""Whom somebody quotes: *die Zeitung zitiert | den Minister*, *the paper quoted | a neighbour | as saying*."""

from __future__ import annotations

from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import is_plausible
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueForm, CueUse, WordRole

NEAR = 12
"""Most words between a verb of quoting and *saying*."""


def quotes_somebody(reading: Reading, hit: CueHit) -> bool:
    """A verb of quoting in the active: *die Zeitung zitiert den Minister*; whose words they are is its object."""
    auxiliaries = [*range(hit.first, hit.head), *(() if hit.finite is None else (hit.finite,))]
    passive = any(reading.has(i, WordRole.BE) and not reading.has(i, WordRole.HAVE) for i in auxiliaries)
    return CueUse.QUOTE in hit.cue.use and not passive and not reading.has(hit.last, WordRole.BY)


def quoted_one(reading: Reading, hit: CueHit, quoting: WordSpan, stop: int) -> WordSpan | None:
    """Whom a paper quotes: the noun phrase right behind the verb, or behind the paper."""
    inside = _behind_outlet(reading, quoting)
    if inside is not None:
        return inside
    place = max(hit.last if hit.finite is None else hit.finite + 1, quoting.last)
    if place + 1 < stop and reading.keys[place] == "." and reading.words[place].end == reading.words[place + 1].start:
        place += 2
    while place < stop and reading.keys[place] in QUOTE_MARKS:
        place += 1
    quoted = subject_after(reading, place, stop) if place < stop else None
    if quoted is not None:
        quoted = WordSpan(
            quoted.first, next((i for i in range(quoted.first + 1, quoted.last) if _is_as(reading, i)), quoted.last)
        )
    return quoted if quoted is not None and quoted.first == place and is_plausible(reading, quoted) else None


def _behind_outlet(reading: Reading, quoting: WordSpan) -> WordSpan | None:
    """*zitiert die „Umschau“ | Anna Berg*, *zitiert der Kurier | Vorstand Anna Berg*: a person's name, with a title, at
    the end of words that open with a medium."""
    named = next((one for one in reading.persons_in(*quoting) if one.last == quoting.last), None)
    if named is None:
        return None
    outlet = next((one for one in outlets_in(reading, quoting.first, named.first) if one.named), None)
    marks = (i for i in range(named.first - 1, quoting.first, -1) if reading.keys[i] in QUOTE_MARKS)
    last = next(marks, None)
    first = last + 1 if last is not None else None if outlet is None else outlet.last
    return None if first is None or first > named.first else WordSpan(first, named.last)


def _is_as(reading: Reading, place: int) -> bool:
    """*as* behind whom somebody quotes, *quoted a neighbour | as saying*; not *de*."""
    return reading.has(place, WordRole.AS) and not reading.has(place, WordRole.OF) and not reading.words[place].capital


def quoted_as(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """*The paper quoted | a neighbour | as saying that …*: whom it quotes, not the paper."""
    if CueForm.GERUND not in hit.cue.form or not reading.has(hit.first - 1, WordRole.AS):
        return None
    for other in reversed(reading.cues_in(max(start, hit.first - NEAR), hit.first)):
        if not quotes_somebody(reading, other):
            continue
        quoted = quoted_one(reading, other, WordSpan(other.last, other.last), hit.first)
        return quoted if quoted is not None and quoted.last == hit.first - 1 else None
    return None
