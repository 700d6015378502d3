"""Who speaks, told within the marks: *« Notre désaccord est total, souligne-t-elle. Nous … »*."""

from __future__ import annotations

from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueForm, CueUse, WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context

SINGLE = frozenset({WordRole.MASC, WordRole.FEM})
FEWEST = 2
"""Fewest words before the verb: what is said."""


def incise(context: Context) -> Found | None:
    """A verb of saying behind a comma within the marks, with a pronoun for one person or a name and nothing more.

    Who is quoted rarely quotes somebody else so, without marks.
    """
    reading, (first, last) = context.reading, context.marked.inside
    for hit in reading.cues_in(first + FEWEST, last):
        said = CueUse.SAY in hit.cue.use and CueForm.FINITE in hit.cue.form and not hit.passive
        if not said or reading.keys[hit.first - 1] != ",":
            continue
        inner = hit.inner is not None
        speaker = (
            WordSpan(hit.inner, hit.inner + 1) if hit.inner is not None else subject_after(reading, hit.last, last)
        )
        if speaker is None or not _is_one(reading, speaker):
            continue
        end = hit.last if inner else speaker.last
        adjacent = inner or not any(
            reading.words[i].is_word and len(reading.keys[i]) > 1 for i in range(hit.last, speaker.first)
        )
        if adjacent and (end >= last or not reading.words[end].is_word):
            return Found(hit, speaker, hit.first, max(end, hit.last))
    return None


def _is_one(reading: Reading, speaker: WordSpan) -> bool:
    """A pronoun for one person, or a person's name and nothing more."""
    if speaker.size == 1 and reading.any_role(speaker.first, SINGLE) and not reading.has(speaker.first, WordRole.DET):
        return True
    named = reading.named_in(speaker.first, speaker.first + 1)
    return any(one.actor.type == "person" and one.last == speaker.last for one in named)
