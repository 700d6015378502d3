"""Statements that a clause with *as* attributes: *…, as the director said*, *wie der Minister mitteilte, …*."""

from __future__ import annotations

from analysis.attribution.phrases import is_glued, is_plausible, is_verbal
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import PERSONAL, THAT_OR_WH
from analysis.attribution.subjects import speaker_of
from analysis.columns import CueForm, CueUse, WordRole
from analysis.quotes.constructions.construction import Found

DASHES = frozenset({"–", "—", "-"})
LONGEST = 16
"""Most words of such a clause."""
LATE = 6
"""Most words behind verb and subject: when, where and to whom it was said."""
NAME = 6
"""Most words of a name that commas set apart."""
LEAST = 2
"""Fewest words of what is said."""
TELLING = frozenset({CueUse.SAY, CueUse.JUDGE})
"""Uses of a finite verb before the clause in which somebody else says something."""


def as_said(reading: Reading, words: WordSpan, attributed: frozenset[int]) -> Found | None:
    """The statement beside a clause with *as* in which somebody says it; ``attributed`` are the heads of cues that
    direct quotations have."""
    first, stop = words
    for place in range(first, stop):
        behind = _opening(reading, place, stop)
        if behind is None or not (place == first or reading.keys[place - 1] in (",", "–", "—")):
            continue
        end = next((i for i in range(behind, stop) if _parts(reading, behind, i)), stop)
        found = _clause(reading, WordSpan(place, end), behind, attributed)
        if found is None:
            continue
        content = _content(reading, WordSpan(first, stop), place, end)
        if content:
            hit, speaker = found
            return Found(hit, speaker, place, end, content)
    return None


def _opening(reading: Reading, place: int, stop: int) -> int | None:
    """The place behind the word for *as*, if it stands there."""
    for phrase in reading.grammar.clauses.as_words:
        parts = phrase.split()
        if place + len(parts) < stop and list(reading.keys[place : place + len(parts)]) == parts:
            return place + len(parts)
    return None


def _parts(reading: Reading, behind: int, place: int) -> bool:
    """Whether a mark ends the clause: no comma that sets a name apart from its description or from the verb."""
    if reading.keys[place] != ",":
        return reading.keys[place] in (";", ":", "–", "—", ")")
    said = any(CueUse.SAY in hit.cue.use for hit in reading.cues_in(behind, place))
    named = any(one.first == place + 1 for one in reading.persons_in(place, min(place + NAME, len(reading.words))))
    following = any(hit.head <= place + 2 for hit in reading.cues_in(place + 1, min(place + NAME, len(reading.words))))
    return said or not (named or following)


def _clause(
    reading: Reading, words: WordSpan, behind: int, attributed: frozenset[int]
) -> tuple[CueHit, WordSpan] | None:
    """The one word of saying of the clause and its subject, if nothing in the clause is said."""
    if words.size > LONGEST:
        return None
    hits = [hit for hit in reading.cues_in(behind, words.last) if CueUse.SAY in hit.cue.use]
    if len(hits) != 1 or hits[0].head in attributed or reading.quoted[hits[0].head] or hits[0].passive:
        return None
    hit = hits[0]
    if not hit.cue.form & {CueForm.FINITE, CueForm.PARTICIPLE}:
        return None
    speaker = speaker_of(reading, hit, behind, words.last)
    if speaker is None or speaker.first < behind or speaker.last > words.last or not is_plausible(reading, speaker):
        return None
    if reading.any_role(speaker.first, THAT_OR_WH) or any(reading.has(i, WordRole.NEG) for i in range(*words)):
        return None
    rest = range(max(hit.last, speaker.last), words.last)
    pointed = any(reading.has(i, WordRole.NEUT) for i in range(hit.last, words.last))
    if len(rest) > LATE or any(_says_more(reading, i) for i in rest) or _has_object(reading, hit, rest):
        return None
    relative = behind - words.first == 1 and reading.has(words.first, WordRole.REL)
    return None if relative and not pointed else (hit, speaker)


def _has_object(reading: Reading, hit: CueHit, rest: range) -> bool:
    """Whether a thing is what the verb has: *as she concluded | the debate*; not a day, nor whom it was told."""
    if not rest or reading.grammar.word_order.verb_final or hit.cue.lemma in reading.grammar.verbs.addressing:
        return False
    article = reading.has(rest[0], WordRole.DET) and not reading.any_role(rest[0], PERSONAL | {WordRole.NEUT})
    when = any(reading.has(i, WordRole.TIME) or reading.keys[i][:1].isdigit() for i in rest)
    return article and not when and not reading.has(rest[0], WordRole.PREP)


def _says_more(reading: Reading, place: int) -> bool:
    """Whether a word belongs to a clause of its own: *as police said they were …*."""
    person = reading.any_role(place, PERSONAL) and not reading.has(place, WordRole.NEUT)
    return person or is_verbal(reading, place) or reading.any_role(place, THAT_OR_WH)


def _beside(reading: Reading, first: int, stop: int) -> int:
    """Where the main clause beside *as* begins: behind one in which somebody else says something."""
    others = [
        hit.last for hit in reading.cues_in(first, stop) if hit.cue.use & TELLING and CueForm.FINITE in hit.cue.form
    ]
    joins = range(stop - 1, min(others, default=stop), -1)
    joined = (i for i in joins if reading.keys[i - 1] == "," and reading.has(i, WordRole.CONJ))
    return next((i + 1 for i in joined if i + LEAST < stop), first)


def behind_dash(reading: Reading, first: int, stop: int) -> int:
    """*The coach left – and has “nothing to lose”, as he admitted*: the part behind a dash with what is marked."""
    quoted = next((i for i in range(first, stop) if reading.quoted[i]), first)
    dash = next(
        (i for i in range(quoted - 1, first, -1) if reading.keys[i] in DASHES and not is_glued(reading, i)), first
    )
    return dash + 1 + reading.has(dash + 1, WordRole.CONJ) if dash > first else first


def _content(reading: Reading, words: WordSpan, place: int, end: int) -> tuple[WordSpan, ...]:
    """The words before the clause and behind it."""
    begin = behind_dash(reading, _beside(reading, words.first, place - 1), place - 1)
    pieces = [WordSpan(begin, place - 1)] if place > words.first else []
    rest = end
    while rest < words.last and not reading.words[rest].is_word:
        rest += 1
    if rest < words.last:
        pieces.append(WordSpan(rest, words.last))
    return tuple(pieces) if sum(piece.size for piece in pieces) >= LEAST else ()
