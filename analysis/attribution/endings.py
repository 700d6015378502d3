"""Where reported words end."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.reading import Reading
from analysis.attribution.roles import CALLING, PERSONAL, THAT_OR_WH
from analysis.columns import CueForm, CueUse, SourcePlace, WordRole

REL_OR_SUB = frozenset({WordRole.REL, WordRole.SUB})
SAY_OR_THINK = frozenset({CueUse.SAY, CueUse.THINK})

LONGEST_STATEMENT = 400
"""Most words of a statement in which a clause of the outlet's own is looked for."""

LONGEST_ASIDE = 60
"""Most words within brackets; what is opened and not closed by then is no part of a statement."""

LONGEST_RELATIVE = 8
"""Most words of a relative clause before its verb of saying."""
LONGEST_CIRCUMSTANCE = 6
"""Most words of when or in what something was said."""
NO_CIRCUMSTANCE = frozenset({WordRole.OF, WordRole.SUB})
LISTED = 5
"""Behind a comma, words among which *and* shows that it divides an enumeration."""
NEXT_CUE = 7
FAR = 14
"""Most words from a conjunction to the verb of saying of the next clause, and of one with a name in its subject."""
CUTTERS = frozenset({WordRole.CONJ, WordRole.SUB})
ADVERBS = frozenset({WordRole.ADV, WordRole.REFL, WordRole.NEG})
GOING_ON = frozenset({CueUse.SAY, CueUse.THINK, CueUse.WANT})


def first_comma(reading: Reading, begin: int, end: int) -> int | None:
    """The first comma outside marks that no relative clause follows: it ends a clause that opens the sentence."""
    return next(
        (
            i
            for i in range(begin + 2, end)
            if reading.keys[i] == "," and not reading.quoted[i] and not reading.has(i + 1, WordRole.REL)
        ),
        None,
    )


def in_aside(reading: Reading, hit: CueHit, first: int) -> bool:
    """Whether the cue stands in a relative clause set apart by a comma: *the scheme, which critics say …*."""
    for place in range(hit.first - 1, max(first, hit.first - LONGEST_RELATIVE), -1):
        if not reading.words[place].is_word:
            return False
        if reading.keys[place - 1] == "," and place - 1 > first:
            opens = place + 1 if reading.has(place, WordRole.PREP) else place
            return opens < hit.first and reading.has(opens, WordRole.REL)
    return False


def aside_end(reading: Reading, begin: int, end: int) -> int:
    """The comma that closes a relative clause, behind which the sentence goes on: not one of an enumeration."""
    for place in range(begin + 1, end - 1):
        if reading.keys[place] != "," or reading.quoted[place]:
            continue
        if reading.any_role(place + 1, REL_OR_SUB | {WordRole.CONJ}):
            continue
        if not any(reading.has(i, WordRole.CONJ) for i in range(place + 1, min(end, place + LISTED))):
            return place
    return end


def after_quoted(reading: Reading, begin: int, end: int) -> int:
    """What somebody is called ends with the marked words: *calls X “…”, in a post on Y*, *called X “…” and left*."""
    place = begin
    while place < end and not reading.quoted[place]:
        place += 1
    while place < end and reading.quoted[place]:
        place += 1
    while place < end and not reading.words[place].is_word and reading.keys[place] != ",":
        place += 1
    joined = place < end and reading.has(place, WordRole.CONJ) and not any(reading.quoted[place:end])
    return place if place < end and (joined or reading.keys[place] == ",") else end


def content_end(reading: Reading, begin: int, stop: int, object_only: bool = False) -> int:
    """The statement goes on to the end of the sentence, unless a clause of the outlet's own follows.

    What is only an object (*praised X*, *wants Y*) ends before a relative or subordinate clause as well.
    """
    for i in range(begin + 1, min(stop, begin + LONGEST_STATEMENT)):
        if reading.quoted[i]:
            continue
        if reading.keys[i] == ";" or (
            reading.keys[i] == "(" and ")" not in reading.keys[i : min(stop, i + LONGEST_ASIDE)]
        ):
            return i
        if object_only and reading.has(i, WordRole.PREP) and _says_when_or_where(reading, i, stop):
            return i
        if object_only and _is_concession(reading, i, stop):
            return i
        comma = reading.keys[i] == "," or _closes_behind_comma(reading, i)
        if comma and _is_last_participle(reading, i + 1, stop):
            return i
        if reading.has(i, WordRole.CONJ) and _goes_on_saying(reading, i, stop):
            return i
        if comma and i + 1 < stop and _is_outlets_own(reading, i + 1, stop, object_only):
            return i
    return stop


def _is_concession(reading: Reading, place: int, stop: int) -> bool:
    """*rejects the figures | even as he cites them*: an adverb with the conjunction of a clause, and its subject."""
    if reading.grammar.word_order.sentence_bracket or place + 2 >= stop:
        return False
    opens = reading.has(place, WordRole.ADV) and reading.has(place + 1, WordRole.SUB)
    return opens and reading.any_role(place + 2, PERSONAL) and not reading.has(place + 2, WordRole.DET)


def _says_when_or_where(reading: Reading, place: int, stop: int) -> bool:
    """*endorsed the mayor | on Thursday*, *denounced the sale | in an interview*: a preposition with a day or with what
    a thing is said in, to the end of the clause."""
    if reading.grammar.word_order.sentence_bracket or reading.any_role(place, NO_CIRCUMSTANCE):
        return False
    if any(reading.quoted[place:stop]):
        return False
    end = place + 1
    while end < stop and reading.words[end].is_word and end - place <= LONGEST_CIRCUMSTANCE:
        end += 1
    if end - place < 2 or (end < stop and reading.words[end].is_word):
        return False
    named = [i for i in range(place + 1, end) if not reading.has(i, WordRole.DET)]
    if named and all(reading.has(i, WordRole.TIME) or reading.keys[i].isdigit() for i in named):
        return True
    return reading.lexicon.media.first(reading, place + 1, end) is not None


def _closes_behind_comma(reading: Reading, place: int) -> bool:
    """The closing mark of *“…,” though she noted …*: a comma that stands within the marks."""
    return reading.keys[place - 1] == "," and bool(reading.quoted[place - 1]) and not reading.words[place].is_word


def _is_last_participle(reading: Reading, place: int, stop: int) -> bool:
    """*…, leaving the town without a bridge*: a participle clause at the end is the outlet's own."""
    while reading.has(place, WordRole.ADV) and place + 1 < stop:
        place += 1
    participle = place < stop and reading.keys[place].endswith(reading.grammar.verbs.participles)
    if not participle or reading.has(place, WordRole.PREP):  # *four towns, including Moss*
        return False
    return not any(reading.keys[i] == "," and not reading.quoted[i] for i in range(place, stop))


def _is_outlets_own(reading: Reading, following: int, stop: int, object_only: bool) -> bool:
    """Whether the clause behind a comma is no longer what was said."""
    source = reading.lexicon.according.at(reading, following, stop)
    if source is not None and source.value is not SourcePlace.NOTHING:
        return True
    if object_only and (_leaves_object(reading, following, stop) or _says_next(reading, following)):
        return True
    if following + 1 < stop and reading.has(following, WordRole.CONJ) and reading.has(following + 1, WordRole.THAT):
        return False
    participle = reading.keys[following].endswith(reading.grammar.verbs.absolute_participles)
    if not participle and not reading.any_role(following, CUTTERS):
        return False
    named = any(one.first <= following + NEXT_CUE for one in reading.persons_in(following, min(stop, following + FAR)))
    hits = reading.cues_in(following, min(stop, following + (FAR if named else NEXT_CUE)))
    told = [h for h in hits if not reading.quoted[h.head] and h.cue.use & SAY_OR_THINK and not h.passive]
    return any(not _is_modal(reading, h) or _introduces(reading, h.last, stop) for h in told)


def _is_modal(reading: Reading, hit: CueHit) -> bool:
    """*would eventually add*: behind a modal, what is said of a thing or of what is to come."""
    return reading.has(hit.first, WordRole.MODAL) and not reading.has(hit.first, WordRole.INF)


def _introduces(reading: Reading, after: int, stop: int) -> bool:
    """Whether a clause, a colon or a comma follows a verb of saying, adverbs aside."""
    while after < stop and reading.any_role(after, ADVERBS):
        after += 1
    return after >= stop or reading.any_role(after, THAT_OR_WH) or reading.keys[after] in (":", ",")


def _leaves_object(reading: Reading, following: int, stop: int) -> bool:
    """A relative, a subordinate or another main clause behind an object; inside a sentence bracket the object goes on
    behind the first two."""
    if reading.has(following, WordRole.CONJ) and following + 1 < stop:
        after = following + 1
        if reading.any_role(after, PERSONAL | {WordRole.DET}) or reading.words[after].capital:
            return True
    return not reading.grammar.word_order.sentence_bracket and reading.any_role(following, REL_OR_SUB)


def _says_next(reading: Reading, following: int) -> bool:
    """Whether a verb of saying stands right behind the comma: *X, who has defended A, | said …*."""
    hit = reading.cue_at.get(following)
    saying = hit is not None and hit.first == following and CueUse.SAY in hit.cue.use and CueForm.FINITE in hit.cue.form
    return saying and hit is not None and hit.cue.form != {CueForm.GERUND}


def _goes_on_saying(reading: Reading, conj: int, stop: int) -> bool:
    """*X confirms the talks and adds that …*, *but he said …*: who spoke goes on with another verb of saying.

    Not two verbs for one (*what to sign or not sign*), nor what is said of something that may add to a sum.
    """
    if conj - 1 in reading.cue_at:
        return False
    place = conj + 1
    pronoun = reading.any_role(place, PERSONAL) and not reading.has(place, WordRole.DET)
    while place < stop and reading.any_role(place, ADVERBS) and place not in reading.cue_at:
        place += 1
    if pronoun:
        place = conj + 2
    hit = reading.cue_at.get(place)
    if (
        hit is None
        or hit.first != place
        or CueForm.FINITE not in hit.cue.form
        or reading.quoted[hit.head]
        or hit.passive
    ):
        return False
    if not hit.cue.use & GOING_ON:
        return CueForm.NOUN not in hit.cue.form and not pronoun and bool(hit.cue.use & CALLING)
    if _introduces(reading, hit.last, stop):
        return True
    return (CueForm.NOUN not in hit.cue.form and not _is_modal(reading, hit)) or pronoun
