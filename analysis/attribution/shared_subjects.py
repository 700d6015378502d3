"""The subject that a cue shares with another verb of its sentence: *X confirmed the talks and added*, *…, adding*."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.fronting import leading_subject
from analysis.attribution.phrases import LONGEST_CLAUSE
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import CLAUSE_PRONOUNS, QUOTE_MARKS, SPEAKING, WHEN_OR_WHERE
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.attribution.torn import is_torn
from analysis.columns import CueForm, CueUse, WordRole

NO_PRONOUN = frozenset({WordRole.DET, WordRole.THAT, WordRole.PREP})
OPENING = frozenset({WordRole.PREP, WordRole.SUB, WordRole.ADV, WordRole.CONJ})
DET_OR_PREP = frozenset({WordRole.DET, WordRole.PREP})

NEAR = 12
"""Most words between a verb and a pronoun that opens its clause."""


def earlier_subject(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """The subject shared with an earlier verb: *X confirmed the talks and added*, *…, adding*."""
    joined = _joined_behind(reading, hit, start)
    if joined is not None:
        return joined
    near = _near_pronoun(reading, start, hit.first) or _coordinated(reading, start, hit.first)
    if near is not None:
        return near
    if CueForm.GERUND in hit.cue.form and opens_sentence(reading, hit, start):
        return _main_subject(reading, hit)
    said = _said_before(reading, hit, start) if CueForm.GERUND in hit.cue.form else None
    if said is not None:
        return said
    leading = leading_subject(reading, start, hit.first)
    if leading is not None and not is_fronted_at(reading, leading, start):
        main = _of_main_verb(reading, hit, start) if is_torn(reading, leading) else None
        return main or leading
    for other in reading.cues_in(start, hit.first):
        if other.head < hit.first and not reading.quoted[other.head] and other.cue.form != {CueForm.GERUND}:
            phrase = (
                WordSpan(other.inner, other.inner + 1)
                if other.inner is not None
                else (subject_before(reading, other, start) or subject_after(reading, other.last, hit.first))
            )
            if phrase is not None:
                return phrase
    return leading


def _joined_behind(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """The subject behind its verb that *and* joins the cue to: *…, seier ho, og | legg til at …*."""
    end = hit.first - 1
    if end <= start or not reading.has(end, WordRole.CONJ):
        return None
    end -= reading.keys[end - 1] == ","
    for other in reversed(reading.cues_in(start, end)):
        before = reading.keys[other.first - 1] if other.first > start else ""
        if before != "," and before not in QUOTE_MARKS:
            continue
        phrase = subject_after(reading, other.last, end)
        return phrase if phrase is not None and phrase.last == end and not other.passive else None
    return None


def _of_main_verb(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """*At a meeting, held by X, Ann Lee denied it, | calling …*: the person who is the subject of the verb before."""
    for other in reversed(reading.cues_in(start, hit.first)):
        if other.head < hit.first and CueForm.FINITE in other.cue.form and not other.passive:
            phrase = subject_before(reading, other, start)
            if phrase is not None and reading.persons_in(*phrase):
                return phrase
    return None


def _said_before(reading: Reading, hit: CueHit, start: int) -> WordSpan | None:
    """The person behind the verb that the gerund goes on from: *…, a indiqué le maire X, précisant …*."""
    for other in reversed(reading.cues_in(start, hit.first)):
        apart = reading.keys[other.first - 1] == "," and other.first > start and not other.passive
        if CueUse.SAY not in other.cue.use or reading.quoted[other.head] or not apart:
            continue
        phrase = subject_after(reading, other.last, hit.first)
        if phrase is None or phrase.first > other.last + 1 or not reading.persons_in(*phrase):
            return None
        return phrase
    return None


def _near_pronoun(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """A pronoun that opens the clause of the verb: *after he appeared to suggest*, *who came and called for*."""
    for place in range(stop - 1, max(start, stop - NEAR) - 1, -1):
        if not reading.words[place].is_word:
            return None
        if reading.any_role(place, CLAUSE_PRONOUNS) and not reading.any_role(place, NO_PRONOUN):
            return WordSpan(place, place + 1) if reading.words[place].may_be_subject else None
    return None


def _coordinated(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """Who opens a clause behind *and* or *but*, by a pronoun, or by a full name behind a comma and a clause: *X came,
    but he refused names, saying …*, *X called her, and Y Z sent a letter, saying …*."""
    for place in range(stop - 1, max(start, stop - LONGEST_CLAUSE), -1):
        if reading.has(place - 1, WordRole.CONJ) and reading.keys[place - 2] == "," and not reading.quoted[place]:
            named = next((one for one in reading.persons_in(place, place + 1) if one.last - place > 1), None)
            if named is not None and any(start < hit.head < place for hit in reading.cues_in(start, place)):
                return WordSpan(named.first, named.last)
        if reading.has(place - 1, WordRole.CONJ) and reading.any_role(place, SPEAKING):
            plain = not reading.any_role(place, DET_OR_PREP) and not reading.quoted[place]
            if plain and reading.words[place].may_be_subject:
                return WordSpan(place, place + 1)
    return None


def opens_sentence(reading: Reading, hit: CueHit, start: int) -> bool:
    """*After saying …*, *En affirmant …*: nothing but a small word stands before the verb form."""
    words = [i for i in range(start, hit.first) if reading.words[i].is_word]
    return len(words) <= 2 and all(reading.any_role(i, OPENING) for i in words)


def _main_subject(reading: Reading, hit: CueHit) -> WordSpan | None:
    """The subject of the clause behind a gerund's: *After saying that …, she was …*."""
    end = reading.sentences[reading.sentence_of(hit.head)][1]
    for comma in range(hit.last, end - 1):
        if reading.keys[comma] != "," or reading.quoted[comma + 1]:
            continue
        place = comma + 1
        while place < end and reading.keys[place] in QUOTE_MARKS:
            place += 1
        named = [n for n in reading.named_in(place, place + 1) if n.actor.type in ("person", "organization")]
        if (
            named
            and reading.keys[named[0].last : named[0].last + 1] == (",",)
            and _has_pronoun(reading, named[0].last, end)
        ):
            continue  # *After threatening X's wife, | Ann Lee, who …, he …*
        if named:
            return WordSpan(named[0].first, named[0].last)
        pronoun = reading.any_role(place, SPEAKING) and not reading.has(place, WordRole.DET)
        if pronoun and reading.words[place].may_be_subject:
            return WordSpan(place, place + 1)
    return None


def _has_pronoun(reading: Reading, first: int, end: int) -> bool:
    """Whether a clause behind a further comma opens with a pronoun."""
    commas = (i for i in range(first + 1, end - 1) if reading.keys[i] == "," and not reading.quoted[i])
    return any(reading.any_role(i + 1, SPEAKING) and reading.words[i + 1].may_be_subject for i in commas)


def is_fronted_at(reading: Reading, phrase: WordSpan, start: int) -> bool:
    """The sentence opens with an adverbial in a verb-second language, so that its first words are no subject."""
    return reading.grammar.word_order.verb_second and reading.any_role(start, WHEN_OR_WHERE) and phrase.first <= start
