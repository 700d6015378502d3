"""By whom something is said in the passive, or in what it stands."""

from __future__ import annotations

from analysis.attribution.phrases import is_document
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueUse, WordRole

NEAR = 12
"""Most words between a verb and the words that tell by whom."""
EXPLETIVE = frozenset({WordRole.NEUT, WordRole.MASC, WordRole.PLUR})
"""A pronoun that opens the clause: *In the report it was suggested*, *Dans le rapport, il est affirmé*."""


def agent(reading: Reading, hit: CueHit, start: int, stop: int) -> WordSpan | None:
    """By whom something is said in the passive: behind the verb, in its bracket, in first place; or what says it."""
    verb = hit.first if hit.finite is None else hit.finite
    own = hit.cue.lemma in reading.grammar.verbs.topical_agent
    for first, last in ((hit.last, min(stop, hit.last + NEAR)), (verb + 1, hit.head)):
        for place in range(first, last):
            if reading.keys[place] == ",":
                break
            if (
                reading.has(place, WordRole.BY)
                and not reading.quoted[place]
                and not (own and reading.has(place, WordRole.OF))
            ):
                return subject_after(reading, place + 1, max(last, stop if first == hit.last else last))
    if start + 1 < verb and reading.has(start, WordRole.BY) and not own:
        return subject_after(reading, start + 1, verb)
    if CueUse.ASK in hit.cue.use and CueUse.SAY not in hit.cue.use:
        return None  # *At the debate X was asked whether …*: no debate asks
    return _written(reading, start, verb) or _written(reading, verb + 1, hit.head)


def _written(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """*In einer Mitteilung wird gefordert*, *I rapporten slås fast*: what it stands in."""
    if start + 1 >= stop or not reading.has(start, WordRole.PREP):
        return None
    end = next(
        (i for i in range(start + 1, stop) if reading.any_role(i, EXPLETIVE) and not reading.has(i, WordRole.DET)), stop
    )
    phrase = subject_after(reading, start + 1, end)
    if phrase is None:
        return None
    media = reading.lexicon.media.first(reading, phrase.first, phrase.last)
    return phrase if media is not None or is_document(reading, phrase) else None
