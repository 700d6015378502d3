"""Who speaks, told within the marks: *« Notre désaccord est total, souligne-t-elle. Nous … »*."""

from __future__ import annotations

from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import NOT_SUBJECT, SINGULAR
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueForm, CueUse, WordRole
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.context import Context

TITLED = 4
"""Most words before the name: an article and a title."""
FEWEST = 2
"""Fewest words before the verb: what is said."""


def incise(context: Context) -> Found | None:
    """A verb of saying behind a comma within the marks, with a pronoun for one person or a name and nothing more.

    Who is quoted rarely quotes somebody else so, without marks.
    """
    reading, (first, last) = context.reading, context.marked.inside
    for hit in reading.cues_in(first + FEWEST, last):
        if CueUse.SAY not in hit.cue.use or CueForm.FINITE not in hit.cue.form or hit.passive:
            continue
        found = _subject(reading, hit, min(last, reading.sentences[reading.sentence_of(hit.head)].last))
        if found is not None and (found.last >= last or not reading.words[found.last].is_word):
            return found
    return None


def _subject(reading: Reading, hit: CueHit, stop: int) -> Found | None:
    """A pronoun inside or before the verb, or a pronoun or name right behind it, with the comma before both."""
    if hit.inner is not None:
        speaker: WordSpan | None = WordSpan(hit.inner, hit.inner + 1)
        end = hit.last
    elif reading.keys[hit.first - 2] == "," and not reading.grammar.word_order.verb_second:
        speaker, end = WordSpan(hit.first - 1, hit.first), hit.last
    else:
        speaker = subject_after(reading, hit.last, stop)
        end = hit.last if speaker is None else speaker.last
    if speaker is None or not _is_one(reading, speaker) or reading.keys[min(hit.first, speaker.first) - 1] != ",":
        return None
    between = range(hit.last, speaker.first)
    if any(reading.words[i].is_word and len(reading.keys[i]) > 1 for i in between):
        return None
    return Found(hit, speaker, min(hit.first, speaker.first), max(end, hit.last))


def _is_one(reading: Reading, speaker: WordSpan) -> bool:
    """A pronoun for one person, or a person's name, with a title at most."""
    if speaker.size == 1 and reading.any_role(speaker.first, SINGULAR) and not reading.has(speaker.first, WordRole.DET):
        return True
    named = next((one for one in reading.persons_in(*speaker) if one.last == speaker.last), None)
    titles = range(speaker.first, speaker.first if named is None else named.first)
    plain = all(reading.words[i].is_word and not reading.any_role(i, NOT_SUBJECT) for i in titles)
    return named is not None and plain and len(titles) <= TITLED
