"""What somebody says to feel or to stand for: *s'est dit inquiet*, *zeigte sich besorgt*, *s-a declarat mulțumit*."""

from __future__ import annotations

from analysis.attribution.phrases import SAYING
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading
from analysis.columns import WordRole

REACH = 10
"""Most words between the verb and the adjective: its subject, where and when it was said."""
BREAKS = SENTENCE_ENDS | {",", ":", ";", "(", ")"}


def state_behind(reading: Reading, hit: CueHit, stop: int) -> int | None:
    """Where the words for a state of mind begin that a reflexive verb of saying reports; ``None`` if it reports none.

    Languages in which a clause may stand bare behind its verb need no rule for it: *sa seg bekymret*, *said he was*.
    """
    states = reading.grammar.verbs.states
    if not states or not hit.cue.use & SAYING:
        return None
    reflexive = any(_is_reflexive(reading, place) for place in range(hit.first - 1, hit.head))
    for place in range(hit.head + 1, min(stop, hit.head + REACH)):
        if reading.keys[place] in BREAKS or reading.has(place, WordRole.THAT):
            return None
        if reflexive and reading.keys[place].startswith(states) and not reading.words[place].capital:
            return _with_degree(reading, place, hit.head + 1)
        reflexive = reflexive or _is_reflexive(reading, place)
    return None


def _is_reflexive(reading: Reading, place: int) -> bool:
    return reading.has(place, WordRole.REFL) and not reading.has(place, WordRole.DET)


def _with_degree(reading: Reading, place: int, first: int) -> int:
    """Takes in *very* and the like before the adjective."""
    while place > first and reading.has(place - 1, WordRole.ADV):
        place -= 1
    return place
