"""What leads up to a quotation without a word of saying that has a subject: a label, a topic, a source, a noun."""

from __future__ import annotations

from analysis.attribution.phrases import is_document, is_plausible, is_subject_pronoun
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import leading_subject
from analysis.columns import CueUse, SourcePlace, WordRole
from analysis.quotes.drafts import Attribution
from analysis.quotes.subjects import owner_before, owner_behind, speaker_of

NOUN_REACH = 4
"""Most words between a noun of saying and the mark: *the claim that “…”*."""

MARKS = frozenset("\"“”„«»‘’'‹›")

NEXT = 16
"""Longest sentence, in words, that says whose the words before it are: *Das musste der Minister einräumen.*"""

BETWEEN = 2
"""Fewest words between two marked pieces of one sentence that do not merely stand in a row."""

CLAUSE_STARTS = SENTENCE_ENDS | {":"}

STOPPING = CLAUSE_STARTS | MARKS

SHORT = 5
"""Most marked words that are part of the sentence around them: a name, a fragment."""

BRACKETS = frozenset({"(", "–", "—", "--", "―"})


def label(reading: Reading, start: int, stop: int) -> Attribution | None:
    """*Anna Berg: “…”*: a name and a colon."""
    if stop - start > 12 or stop <= start:
        return None
    named = reading.named_in(start, stop)
    if named and named[0].first == start and stop - named[0].last <= 1:
        return Attribution("label", None, WordSpan(named[0].first, named[0].last), start, stop)
    if reading.words[start].capital and stop - start <= 6:
        return Attribution("label", None, WordSpan(start, stop), start, stop)
    return None


def topic(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """Whom the sentence before a colon is about, where no word of saying tells who speaks."""
    persons = [n for n in reading.named_in(start, stop) if n.actor.type == "person" and not reading.quoted[n.first]]
    for named in persons:
        if (
            not reading.any_role(named.first - 1, frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP}))
            or named.first == start
        ):
            return WordSpan(named.first, named.last)
    place = start
    while place < stop and reading.any_role(place, frozenset({WordRole.CONJ, WordRole.ADV})):
        place += 1
    if (
        place < stop
        and is_subject_pronoun(reading, place)
        and reading.any_role(place, frozenset({WordRole.MASC, WordRole.FEM}))
    ):
        return WordSpan(place, place + 1)
    if reading.has(place, WordRole.POSS) or any(
        reading.has(i, WordRole.SUBJ) and not reading.quoted[i] for i in range(start, stop)
    ):
        return None
    return _opening_phrase(reading, place, stop)


def _opening_phrase(reading: Reading, first: int, stop: int) -> WordSpan | None:
    """The noun phrase with which the sentence opens, up to its verb."""
    if first >= stop or reading.any_role(first, frozenset({WordRole.PREP, WordRole.SUB, WordRole.TIME, WordRole.NEUT})):
        return None
    place = first
    while place < stop and (
        reading.words[place].capital or reading.any_role(place, frozenset({WordRole.DET, WordRole.OF}))
    ):
        place += 1
    phrase = WordSpan(first, place)
    return phrase if place > first and is_plausible(reading, phrase) else None


def according_in(reading: Reading, start: int, stop: int) -> Attribution | None:
    """*according to X* in the sentence, before, behind or around the source (*X zufolge*, *nach … Ansicht*)."""
    ambipositions = reading.grammar.clauses.ambipositions
    for place in range(start, stop):
        if reading.quoted[place]:
            continue
        found = reading.lexicon.according.at(reading, place, stop)
        if found is not None and found.value is SourcePlace.PRE:
            speaker = subject_after(reading, found.last, stop)
            if speaker is not None:
                return Attribution("according", None, speaker, place, speaker.last)
        if found is not None and found.value is SourcePlace.OWN:
            speaker = WordSpan(place, found.last)
            return Attribution("according", None, speaker, place, speaker.last)
        if found is not None and found.value is SourcePlace.POST and reading.keys[place] not in ambipositions:
            speaker = _before_post(reading, start, place)
            if speaker is not None:
                return Attribution("according", None, speaker, speaker.first, place + 1)
        frame = reading.lexicon.frames.at(reading, place, stop)
        if frame is not None:
            speaker = _of_frame(reading, place, frame.last, stop)
            return Attribution("according", None, speaker, place, speaker.last)
    return None


def _before_post(reading: Reading, start: int, place: int) -> WordSpan | None:
    """*dem Bericht zufolge*: from the article or the first capital to the word."""
    first = place
    while first > start and reading.words[first - 1].is_word and place - first < SHORT:
        first -= 1
        if reading.has(first, WordRole.DET):
            return WordSpan(first, place)
    return WordSpan(place - 1, place) if place > start and reading.words[place - 1].capital else None


def _of_frame(reading: Reading, place: int, end: int, stop: int) -> WordSpan:
    """Past a genitive or *von* behind the noun of the frame: *nach Ansicht der Polizei*."""
    if end < stop and reading.has(end, WordRole.OF) and not reading.words[end].capital:
        phrase = subject_after(reading, end + 1, stop)
        if phrase is not None and phrase.first == end + 1:
            return WordSpan(place + 1, phrase.last)
    return WordSpan(place + 1, end)


def bracketed(reading: Reading, start: int, opening: int, count: int) -> Attribution | None:
    """*…, Anna Berg (“…”)*, *Anna Berg — “…” —*: the name right before the bracket or dash that holds the words."""
    if count <= SHORT or opening - 1 <= start or reading.keys[opening - 1] not in BRACKETS:
        return None
    for named in reading.named_in(max(start, opening - SHORT), opening - 1):
        if named.last == opening - 1 and named.actor.type == "person":
            return Attribution("label", None, WordSpan(named.first, named.last), named.first, named.last)
    return None


def noun_before(reading: Reading, start: int, opening: int) -> Attribution | None:
    """*der Vorwurf der CDU, …*, *came to the conclusion that “…”*: whose words a noun of saying says they are."""
    for place in range(opening - 1, start - 1, -1):
        if reading.quoted[place]:
            continue
        noun = reading.lexicon.nouns.at(reading, place, opening)
        if noun is None:
            continue
        end = noun.last
        before = owner_before(reading, start, place)
        if before is not None:
            return Attribution("clause", None, before, before.first, end)
        owner = owner_behind(reading, end, opening)
        if owner is not None:
            return Attribution("clause", None, owner, place, owner.last)
        if opening - end <= NOUN_REACH:
            subject = leading_subject(reading, start, place)
            if subject is not None and is_plausible(reading, subject):
                return Attribution("clause", None, subject, place, end)
    return None


def written_in(reading: Reading, start: int, opening: int) -> Attribution | None:
    """*In einem Schreiben war von einem „…“ die Rede*: the document with which the sentence opens."""
    if start + 1 >= opening or not reading.has(start, WordRole.PREP):
        return None
    phrase = subject_after(reading, start + 1, opening)
    if phrase is None or phrase.first > start + 2 or not is_document(reading, phrase):
        return None
    return Attribution("clause", None, phrase, start, phrase.last)


def said_next(reading: Reading, last: int) -> Attribution | None:
    """*“…” That is what X said.*, *„…“ Das musste der Minister einräumen.*: the sentence behind the words."""
    place = last
    while place < len(reading.words) and not reading.words[place].is_word:
        place += 1
    if place >= len(reading.words) or not reading.words[place].capital or not reading.has(place, WordRole.NEUT):
        return None
    first, stop = reading.sentences[reading.sentence_of(place)]
    if first != place or stop - first > NEXT or any(reading.quoted[first:stop]):
        return None
    for hit in reading.cues_in(first, stop):
        speaker = speaker_of(reading, hit, first, stop) if CueUse.SAY in hit.cue.use and not hit.passive else None
        if speaker is not None and speaker.first > first and not reading.any_role(speaker.first, PRONOMINAL):
            return Attribution("clause", hit, speaker, first, max(speaker.last, hit.last))
    return None


PRONOMINAL = frozenset({WordRole.REL, WordRole.WH, WordRole.NEUT})


def past_fragments(reading: Reading, left: int, opening: int, floor: int) -> int:
    """Back over a name or a fragment in marks that is part of the sentence: *der „Kurier“ nannte den Plan „…“*."""
    place = left
    between = range(left, opening)
    if sum(reading.words[i].is_word for i in between) < BETWEEN:
        return place
    if any(reading.keys[i] in CLAUSE_STARTS for i in between) or (left < opening and reading.keys[left] == ","):
        return place
    while place > floor:
        first = _fragment_start(reading, place, floor)
        if first is None:
            return place
        place = first
        while place > floor and not reading.quoted[place - 1] and reading.keys[place - 1] not in STOPPING:
            place -= 1
        if place > floor and reading.keys[place - 1] in CLAUSE_STARTS:
            return place
    return place


def _fragment_start(reading: Reading, place: int, floor: int) -> int | None:
    """Where the marked words begin that end here, their mark included; ``None`` where they are more than a fragment."""
    last = place
    while last > floor and not reading.words[last - 1].is_word and not reading.quoted[last - 1]:
        if reading.keys[last - 1] in SENTENCE_ENDS:
            return None
        last -= 1
    first = last
    while first > floor and reading.quoted[first - 1]:
        first -= 1
    if not 0 < last - first <= SHORT or any(reading.keys[i] in SENTENCE_ENDS for i in range(first, last)):
        return None
    while first > floor and reading.keys[first - 1] in MARKS:
        first -= 1
    return first
