"""Words that only open the clause of somebody who speaks: *Through a lawyer, he declined to comment*."""

from __future__ import annotations

from analysis.attribution.phrases import is_verbal
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS
from analysis.columns import CueForm, WordRole

LONGEST = 8
"""Most words before the comma: longer ones may hold a verb that no list knows."""
NOMINAL = frozenset({WordRole.DET, WordRole.POSS, WordRole.REL})
WHEN = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.SUB, WordRole.CONJ})


def only_leads(reading: Reading, lead: WordSpan, behind: WordSpan, rest: int) -> bool:
    """Whether what stands before a comma only opens the clause whose verb has its object or marked words behind it:
    *Through a lawyer, he declined to comment*, *As for the harbour, he said, “…”*."""
    if _has_verb(reading, lead) or lead.size > LONGEST or not _opens_adverbial(reading, lead.first):
        return False
    if rest >= behind.last:
        return _has_object(reading, behind) or _marks_follow(reading, behind.last)
    return all(reading.quoted[i] or not reading.words[i].is_word for i in range(rest, behind.last))


def marks_follow(reading: Reading, lead: WordSpan, end: int) -> bool:
    """*After a short walk, she says “…”*: words without a verb before an attribution of what is marked behind it."""
    if end >= len(reading.words) or lead.size > LONGEST or _has_verb(reading, lead):
        return False
    return reading.keys[end] in QUOTE_MARKS and any(reading.quoted[end : end + 2])


def _has_verb(reading: Reading, lead: WordSpan) -> bool:
    """Whether a verb is known behind the first word; *May* is none."""
    inner = [i for i in range(lead.first + 1, lead.last) if not reading.words[i].capital]
    return any(is_verbal(reading, i) or i in reading.cue_at for i in inner)


def _has_object(reading: Reading, behind: WordSpan) -> bool:
    """Whether the verb goes on with anything but when, where or how."""
    return behind.size > 0 and reading.words[behind.first].is_word and not reading.any_role(behind.first, WHEN)


def _marks_follow(reading: Reading, place: int) -> bool:
    """Whether marked words stand behind the comma or colon here."""
    following = reading.quoted[place + 1 : place + 3] if place < len(reading.words) else ()
    return any(following) and reading.keys[place] in (",", ":")


def _opens_adverbial(reading: Reading, place: int) -> bool:
    """A preposition, *as for*, or a participle without a subject."""
    hit, key = reading.cue_at.get(place), reading.keys[place]
    if reading.has(place, WordRole.AS) and reading.has(place + 1, WordRole.PREP):
        return True
    bare = CueForm.FINITE not in hit.cue.form if hit is not None else key.endswith(reading.grammar.verbs.participles)
    return bare or (reading.has(place, WordRole.PREP) and not reading.any_role(place, NOMINAL))
