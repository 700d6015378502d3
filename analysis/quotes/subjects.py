"""Who the subject of a word of saying is: before it, behind it, its agent, or shared with another verb."""

from __future__ import annotations

from analysis.attribution.phrases import VERB_SECOND, Phrase, is_named, is_plausible, is_subject_pronoun
from analysis.attribution.reading import CueHit, Reading
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import is_fronted, leading_subject, subject_before

NEAR = 12


def speaker_of(reading: Reading, hit: CueHit, start: int, stop: int) -> Phrase | None:
    """The subject of a cue in a sentence that begins at ``start``: before it, inside it, after it, or its agent.

    ``None`` where the words found cannot name anybody.
    """
    phrase = _subject_of(reading, hit, start, stop)
    return phrase if phrase is not None and is_plausible(reading, phrase) else None


def _subject_of(reading: Reading, hit: CueHit, start: int, stop: int) -> Phrase | None:
    if hit.inner is not None:
        return Phrase(hit.inner, hit.inner + 1)
    if hit.passive:
        return agent(reading, hit.last, stop)
    if "I" in hit.cue.use:
        return _place_of_words(reading, hit, start, stop)
    if hit.cue.form == {"g"} or _is_infinitive(reading, hit):
        return earlier_subject(reading, hit, start)
    if hit.first > start and hit.finite is None and reading.has(hit.first - 1, "conj"):
        return earlier_subject(reading, hit, start)
    behind = hit.last if hit.finite is None else hit.finite + 1
    before = subject_before(reading, hit, start)
    if before is not None and is_subject_pronoun(reading, before.first) and before.size == 1:
        neuter = reading.has(before.first, "neut") and not reading.any_role(
            before.first, frozenset({"masc", "fem", "plur"})
        )
        if not (neuter and reading.lexicon.code in VERB_SECOND and behind < stop and reading.words[behind].capital):
            return before
        return subject_after(reading, behind, stop)
    after = subject_after(reading, behind, stop if hit.finite is None else hit.head)
    if (
        before is not None
        and before.size > 0
        and not is_fronted(reading, hit)
        and not _object_first(reading, before, after, behind)
    ):
        return before
    if after is not None and (before is not None or hit.first <= start + 1 or reading.lexicon.code in VERB_SECOND):
        return after
    return before if before is not None else earlier_subject(reading, hit, start)


def _place_of_words(reading: Reading, hit: CueHit, start: int, stop: int) -> Phrase | None:
    """*heißt es in dem Bericht*, *i rapporten heter det*: what is read from, behind the cue or in first place."""
    place = hit.last
    while place < stop and reading.any_role(place, frozenset({"neut", "adv"})) and not reading.has(place, "prep"):
        place += 1
    if place + 1 < stop and reading.has(place, "prep"):
        return subject_after(reading, place + 1, stop)
    if start + 1 < hit.first and reading.has(start, "prep"):
        return subject_after(reading, start + 1, hit.first)
    return None


def _object_first(reading: Reading, before: Phrase, after: Phrase | None, behind: int) -> bool:
    """In verb-second languages an object or an unknown adverb in first place: *Den Plan nannte X falsch*."""
    if reading.lexicon.code not in VERB_SECOND or after is None or after.first > behind + 1:
        return False
    if is_named(reading, before) or (before.size == 1 and is_subject_pronoun(reading, before.first)):
        return False
    words = reading.words
    named = any(
        n.first <= after.first + 3 and n.actor.type == "person" for n in reading.named_in(after.first, after.last)
    )
    if named and not reading.any_role(after.first, frozenset({"neg"})):
        return True
    start = reading.sentences[reading.sentence_of(before.first)][0]
    return (
        before.size == 1
        and before.first == start
        and bool(words[after.first].roles & {"det"} or (words[after.first].capital and is_named(reading, after)))
    )


def _is_infinitive(reading: Reading, hit: CueHit) -> bool:
    """*to say*, *att säga*: its subject is that of the sentence."""
    return (
        "p" not in hit.cue.form
        and any(reading.keys[i] == "to" for i in range(hit.first, hit.head))
        and reading.lexicon.code == "en"
    )


def earlier_subject(reading: Reading, hit: CueHit, start: int) -> Phrase | None:
    """The subject shared with an earlier verb: *X confirmed the talks and added*, *…, adding*."""
    near = _near_pronoun(reading, start, hit.first)
    if near is not None:
        return near
    leading = leading_subject(reading, start, hit.first)
    if leading is not None and not is_fronted_at(reading, leading, start):
        return leading
    for other in reading.cues_in(start, hit.first):
        if other.head < hit.first and not reading.quoted[other.head] and other.cue.form != {"g"}:
            phrase = (
                Phrase(other.inner, other.inner + 1)
                if other.inner is not None
                else (subject_before(reading, other, start) or subject_after(reading, other.last, hit.first))
            )
            if phrase is not None:
                return phrase
    return leading


def _near_pronoun(reading: Reading, start: int, stop: int) -> Phrase | None:
    """A pronoun that opens the clause of the verb: *after he appeared to suggest*, *who came and called for*."""
    for place in range(stop - 1, max(start, stop - NEAR) - 1, -1):
        if not reading.words[place].is_word:
            return None
        if reading.any_role(place, frozenset({"masc", "fem", "plur", "rel"})) and not reading.any_role(
            place, frozenset({"det", "that"})
        ):
            return Phrase(place, place + 1) if is_subject_pronoun(reading, place) else None
    return None


def is_fronted_at(reading: Reading, phrase: Phrase, start: int) -> bool:
    """The sentence opens with an adverbial in a verb-second language, so that its first words are no subject."""
    return (
        reading.lexicon.code in VERB_SECOND
        and reading.any_role(start, frozenset({"prep", "adv", "time"}))
        and phrase.first <= start
    )


def agent(reading: Reading, place: int, stop: int) -> Phrase | None:
    for i in range(place, min(stop, place + 12)):
        if reading.has(i, "by"):
            return subject_after(reading, i + 1, stop)
    return None
