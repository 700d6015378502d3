"""Statements with their attribution set apart by commas: *…, said X.*, *…, X said, …*"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.apposed import closes_with_name, name_and_description
from analysis.attribution.endings import first_comma
from analysis.attribution.phrases import (
    LONGEST_CLAUSE,
    SAYING,
    STOPS,
    is_function_words,
    is_plausible,
    is_verbal,
    opens_with_verb,
)
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import NOT_SUBJECT, PERSONAL, THAT_OR_WH, VERBAL
from analysis.attribution.subjects import learnt_from, speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.attribution.unreported import is_anybodys
from analysis.attribution.unsaid import is_refused
from analysis.columns import CueForm, CueUse, WordRole
from analysis.quotes.constructions.circumstances import CIRCUMSTANCE, has_object, is_circumstance, is_no_statement
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.leading import marks_follow, only_leads
from analysis.quotes.describing import is_owned

REL_OR_SUB = frozenset({WordRole.REL, WordRole.SUB})
REL_OR_DET = frozenset({WordRole.REL, WordRole.DET})
CLAUSE_SIGNS = frozenset({WordRole.SUBJ, WordRole.NEUT, WordRole.FIRST})

LONGEST_RELATIVE = 8
"""Most words of a relative clause before the parenthesis in it."""
ABOUT = 3
"""Most words of what a statement is about, behind who says it."""
LONGEST_HEAD = 8
"""Most words of a subject before its apposition."""


def parenthetical(reading: Reading, words: WordSpan, attributed: frozenset[int]) -> Found | None:
    """*…, said X.*, *…, X said.*, *…, X said, …*; ``attributed`` are the heads of cues that direct quotations have."""
    first, stop = words
    for hit in reading.cues_in(first + 2, stop):
        if hit.head in attributed or not hit.cue.use & SAYING or reading.quoted[hit.head] or hit.passive:
            continue
        if is_refused(reading, hit) or any(reading.has(i, WordRole.NEG) for i in range(hit.first - 1, hit.head)):
            continue
        begin, speaker = _set_apart(reading, hit, first, stop)
        if speaker is None or begin - first < 1 or not is_plausible(reading, speaker) or is_owned(reading, speaker):
            continue
        if is_anybodys(reading, hit, speaker):
            continue
        end = _past_addressee(reading, hit, max(speaker.last, hit.last), stop)
        lead, inverted = WordSpan(first, begin), speaker.first > hit.head
        if not inverted and end == hit.last and has_object(reading, lead, end):
            continue
        rest = _after_parenthesis(reading, end, stop)
        inverted = inverted and not reading.any_role(speaker.first, PERSONAL)
        if rest is not None and inverted and not _goes_on(reading, lead, rest, stop):
            rest = _behind_noun(reading, lead, rest, stop)
        short = not inverted and speaker.size <= LONGEST_HEAD
        if (
            rest is None
            or is_no_statement(reading, lead, WordSpan(end, rest), stop)
            or marks_follow(reading, lead, end)
            or (short and only_leads(reading, lead, WordSpan(end, stop), rest))
        ):
            continue
        return Found(hit, speaker, begin + 1, end, tuple(_around(reading, WordSpan(first, stop), begin, rest)))
    return None


def _around(reading: Reading, words: WordSpan, begin: int, rest: int) -> Iterator[WordSpan]:
    """What is reported before and behind a parenthesis: the sentence, or the relative clause that it stands in."""
    (first, stop), relative = words, _relative_clause(reading, words.first, begin) if rest < words.last else None
    if relative is None:
        if rest >= stop or not is_function_words(reading, WordSpan(first, begin)):
            yield WordSpan(first, begin)
    elif begin - relative > 1:
        yield WordSpan(relative, begin)
    if rest < stop:
        yield WordSpan(rest, stop if relative is None else first_comma(reading, rest, stop) or stop)


def _goes_on(reading: Reading, lead: WordSpan, rest: int, stop: int) -> bool:
    """Whether what follows is the statement again: behind a colon, *…, says X: …*, or as reported as what leads."""
    if rest < stop and reading.keys[rest - 1] == ":":
        return True
    if not reading.grammar.verbs.reported_mood:
        return False
    return all(
        any(reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in part)
        for part in (range(*lead), range(rest, stop))
    )


def _behind_noun(reading: Reading, lead: WordSpan, rest: int, stop: int) -> int | None:
    """Where a statement goes on behind *said the mayor,*, if its verb is still to come: else what follows is about him.

    ``None`` where the verb of saying has a clause of its own: *In a letter, wrote X, that …*.
    """
    if rest >= stop or any(is_verbal(reading, i) or i in reading.cue_at for i in range(*lead)):
        return stop
    place = rest
    comma = next((i for i in range(rest, min(stop, rest + LONGEST_HEAD)) if reading.keys[i] == ","), None)
    if comma is not None and comma + 1 < stop and opens_with_verb(reading, comma + 1):
        place = comma + 1
    if reading.grammar.word_order.verb_second:
        if opens_with_verb(reading, place):
            return place
        return None if reading.has(lead.first, WordRole.PREP) and "," in reading.keys[lead.first : lead.last] else stop
    if reading.any_role(rest, REL_OR_SUB) and not reading.has(rest, WordRole.DET):
        return stop
    if is_verbal(reading, rest):
        return rest
    end = first_comma(reading, rest, stop) or stop
    verb = any(is_verbal(reading, i) for i in range(rest + 1, end))
    opened = is_function_words(reading, lead) or is_circumstance(reading, lead)
    return rest if opened and (verb or end == stop) else stop


def _relative_clause(reading: Reading, first: int, begin: int) -> int | None:
    """Where a relative clause opens whose verb follows behind the parenthesis: *…, whose cells, she said, were …*."""
    comma = next(
        (i for i in range(begin - 1, max(first, begin - LONGEST_RELATIVE), -1) if reading.keys[i] == ","), None
    )
    if comma is None or comma + 1 >= begin:
        return None
    opens = any(reading.has(i, WordRole.REL) for i in range(comma + 1, min(begin, comma + 3)))
    verb = any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(comma + 1, begin))
    return comma + 1 if opens and not verb else None


def _past_addressee(reading: Reading, hit: CueHit, end: int, stop: int) -> int:
    """Past whom something was told, up to the comma behind it: *she told the Echo,*."""
    if hit.cue.lemma not in reading.grammar.verbs.addressing or end >= stop or end != hit.last:
        return end
    phrase = subject_after(reading, end, stop)
    closed = phrase is not None and phrase.first == end and phrase.last < stop and reading.keys[phrase.last] == ","
    return phrase.last if phrase is not None and closed else end


def _set_apart(reading: Reading, hit: CueHit, first: int, stop: int) -> tuple[int, WordSpan | None]:
    """Where the comma stands before a parenthetical, and its subject."""
    before, order = hit.first - 1, reading.grammar.word_order
    comma = before - (reading.keys[before] in reading.grammar.clauses.quotative_particles)
    read = _read_in(reading, hit, stop) if reading.keys[comma] in (",", "–", "—") else None
    if read is not None:
        return comma, read  # *…, heißt es im Bericht*, *…, so heißt es im Bericht*
    while before > first and reading.has(before, WordRole.ADV) and not order.bare_inversion:
        before -= 1
    straight = _takes_no_inversion(reading, hit, stop)
    if straight and (apposed := name_and_description(reading, first, before)) is not None:
        return apposed.first - 1, apposed
    particle = reading.keys[before] in reading.grammar.clauses.quotative_particles
    if particle or reading.keys[before] in (",", "–", "—"):
        if particle and reading.keys[before - 1] == ",":
            before -= 1
        if hit.inner is not None:
            return before, learnt_from(reading, hit, stop) or WordSpan(hit.inner, hit.inner + 1)
        never = hit.cue.lemma in reading.grammar.verbs.never_inverted
        if (
            never
            or (CueForm.GERUND in hit.cue.form and CueForm.FINITE not in hit.cue.form)
            or ((hit.first != hit.head or CueUse.SAY not in hit.cue.use) and order.bare_inversion)
        ):
            return before, None
        if hit.last < stop and reading.any_role(hit.last, NOT_SUBJECT) and not reading.has(hit.last, WordRole.DET):
            return before, None
        inverted = subject_after(reading, hit.last, stop)
        if (
            inverted is None
            or (not _closes(reading, inverted) and _is_apposition(reading, first, before, inverted))
            or not _is_short_name(reading, inverted)
        ):
            return before, None
        return before, inverted
    speaker = subject_before(reading, hit, first)
    if (
        speaker is not None
        and speaker.first - 1 > first
        and reading.keys[speaker.first - 1] == ","
        and hit.inner is None
    ):
        if reading.has(speaker.first, WordRole.REL) or order.verb_second:
            return before, None
        return speaker.first - 1, speaker
    return before, None


def _read_in(reading: Reading, hit: CueHit, stop: int) -> WordSpan | None:
    """*…, heißt es in dem Bericht*, *…, framgår det av rapporten*: what it is read in, else the pronoun of the verb."""
    if CueUse.IMPERSONAL not in hit.cue.use:
        return None
    source, last = speaker_of(reading, hit, hit.first, stop), hit.last - 1
    pronoun = WordSpan(last, hit.last) if last > hit.head and reading.has(last, WordRole.NEUT) else None
    return source or pronoun


def _takes_no_inversion(reading: Reading, hit: CueHit, stop: int) -> bool:
    """Whether what stands behind the verb is no subject: nothing, or to whom something is told."""
    return reading.keys[hit.first - 1] == "," and (
        hit.last >= stop or hit.cue.lemma in reading.grammar.verbs.addressing
    )


def _closes(reading: Reading, inverted: WordSpan) -> bool:
    """Whether a comma follows a pronoun behind its verb: *…, sa hun, …* is set apart and is no predicate."""
    pronoun = inverted.size == 1 and reading.any_role(inverted.first, PERSONAL)
    return pronoun and inverted.last < len(reading.keys) and reading.keys[inverted.last] == ","


def _is_apposition(reading: Reading, first: int, comma: int, inverted: WordSpan) -> bool:
    """The comma before the verb closes an apposition to its subject: *X, who …, said Y*, *X, 59, said Y*."""
    if not reading.words[inverted.first].capital and (
        _opens_with_name(reading, first, comma) or closes_with_name(reading, first, comma)
    ):
        return True
    opening = next(
        (i for i in range(comma - 1, max(first, comma - LONGEST_CLAUSE), -1) if reading.keys[i] == ","), None
    )
    if opening is not None and not reading.words[inverted.first].capital and _describes_name(reading, opening):
        return True
    if opening is None or (reading.has(first, WordRole.PREP) and "," not in reading.keys[first:opening]):
        return False
    if reading.keys[opening + 1].endswith(reading.grammar.verbs.participles) and opening > first:
        return reading.words[first].capital and not any(is_verbal(reading, i) for i in range(first, opening))
    return _is_head(reading, first, opening) and (
        reading.any_role(opening + 1, REL_OR_DET)
        or reading.keys[opening + 1].isdigit()
        or reading.words[opening + 1].capital
    )


def _describes_name(reading: Reading, opening: int) -> bool:
    """*…, since Anna Berg, the head of the school, announced …*: an article behind the comma after a full name."""
    named = (one for one in reading.persons_in(max(0, opening - LONGEST_HEAD), opening) if one.last == opening)
    full = any(one.last - one.first > 1 for one in named)
    return full and reading.has(opening + 1, WordRole.DET)


def _is_head(reading: Reading, first: int, opening: int) -> bool:
    """A few words without a verb."""
    return opening - first <= LONGEST_HEAD and not any(
        is_verbal(reading, i) or reading.any_role(i, CLAUSE_SIGNS) or i in reading.cue_at for i in range(first, opening)
    )


def _opens_with_name(reading: Reading, first: int, comma: int) -> bool:
    """*But Anna Berg, deputy head of the school, said parents …*: a name and its description, no statement."""
    reach = range(first + 1, min(comma, first + LONGEST_HEAD + 1))
    opening = next((i for i in reach if reading.keys[i] == ","), None)
    if opening is None or not _is_head(reading, first, opening):
        return False
    return any(n.last == opening for n in reading.persons_in(first, opening))


def _is_short_name(reading: Reading, phrase: WordSpan) -> bool:
    """Names somebody, or is a short description: what stands behind an inverted verb is a subject, not a statement."""
    if any(w.capital for w in reading.words[phrase.first : phrase.last]) or reading.any_role(phrase.first, PERSONAL):
        return True
    return phrase.size <= 4 or (phrase.size <= 8 and is_plausible(reading, phrase))


def _is_about(reading: Reading, place: int, stop: int) -> bool:
    """*…, opplyser departementet | om prisen på strøm*: a preposition that may be *whether* too, before a noun."""
    short = stop - place <= ABOUT or (place + 2 < stop and reading.has(place + 2, WordRole.PREP))
    noun = short and stop - place > 1 and not any(is_verbal(reading, i) for i in range(place + 1, stop))
    return noun and reading.has(place, WordRole.PREP) and not reading.any_role(place + 1, PERSONAL)


def _after_parenthesis(reading: Reading, end: int, stop: int) -> int | None:
    """Where the statement goes on after a parenthetical (``stop`` if it does not); ``None`` if it is none."""
    if end >= stop:
        return stop
    if reading.keys[end] == ",":
        after = end + 1
        if after < stop and reading.has(after, WordRole.REL) and not reading.has(after, WordRole.DET):
            return stop
        return after if after < stop else stop
    if reading.any_role(end, THAT_OR_WH):
        return stop if _is_about(reading, end, stop) else None
    if reading.any_role(end, CIRCUMSTANCE):
        at = end
        while at < min(stop, end + LONGEST_CLAUSE) and reading.keys[at] != ",":
            if reading.has(at, WordRole.THAT):
                return None
            at += 1
        return at + 1 if at + 1 < stop and at - end < 14 else stop
    if reading.words[end].is_word:
        return stop if stop - end <= 3 else None
    if reading.keys[end] == ":" and end + 1 < stop and not reading.quoted[end + 1] and reading.words[end + 1].is_word:
        return end + 1
    return stop if reading.keys[end] in STOPS else None
