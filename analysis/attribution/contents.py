"""Which words a verb of saying reports."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.endings import after_quoted, aside_end, content_end, first_comma, in_aside
from analysis.attribution.fronting import opens_with_gerund
from analysis.attribution.introducers import infinitive_marker, introduced
from analysis.attribution.objects import CLAUSE_BREAKS, asks_to_act, reaches_marks, shows_verb, up_to_joint
from analysis.attribution.phrases import ADDRESSEES, LONGEST_CLAUSE, SAYING, is_pronoun_alone, is_verbal
from analysis.attribution.reading import SENTENCE_ENDS, Reading, WordSpan
from analysis.attribution.roles import CALLING, NOT_SUBJECT, PERSONAL, THAT_OR_WH
from analysis.attribution.shared_subjects import opens_sentence
from analysis.attribution.states import state_behind
from analysis.attribution.subjects import speaker_of
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.attribution.verb_final import subject_of_clause
from analysis.columns import CueForm, CueUse, WordRole

BESIDE_VERB = frozenset({WordRole.ADV, WordRole.REFL, WordRole.TIME})
TIME_OR_PREP = frozenset({WordRole.TIME, WordRole.PREP})
NO_CLAUSE = frozenset({WordRole.PREP, WordRole.OF, WordRole.CONJ, WordRole.SUB})
DET_OR_THAT = frozenset({WordRole.DET, WordRole.THAT})
SUBJECT_WORDS = frozenset({WordRole.DET, WordRole.MASC, WordRole.FEM, WordRole.PLUR})
FIRST_OR_NEUT = frozenset({WordRole.FIRST, WordRole.NEUT})
CONJ_OR_SUB = frozenset({WordRole.CONJ, WordRole.SUB})
DET_OR_OBJMASC = frozenset({WordRole.DET, WordRole.OBJMASC})
BEFORE_NOUN = frozenset({WordRole.PREP, WordRole.DET, WordRole.POSS, WordRole.OF, WordRole.CONJ})
DET_OR_OF = frozenset({WordRole.DET, WordRole.OF})

MIN_CONTENT = 3
"""A reported statement has at least so many words."""

MIN_OBJECT = 2
"""What somebody judges has at least so many words beside articles: *the union's criticism*, *fackets kritik*."""

ADVERBIAL = 8
"""Most words of where or when something was said, before the clause."""


def content_of(reading: Reading, hit: CueHit, first: int, stop: int) -> WordSpan | None:
    """Where the words reported by a cue begin and end."""
    begin = _content_start(reading, hit, first, stop)
    begin = state_behind(reading, hit, stop) if begin is None else begin
    if begin is None or begin >= stop or _is_preposition(reading, hit, begin) or _is_agent(reading, hit, begin):
        return None
    end = content_end(reading, begin, stop, not hit.cue.use & SAYING)
    if _subordinate(reading, hit, first) and (comma := first_comma(reading, begin, end)) is not None:
        end = comma
    if in_aside(reading, hit, first):
        end = aside_end(reading, begin, end)
    if _behind_opening_gerund(reading, hit, first):
        end = first_comma(reading, begin, end) or end
    if CueUse.CALL in hit.cue.use and not hit.cue.use & SAYING:
        end = after_quoted(reading, begin, end)
    if _is_of_other_verb(reading, hit, end):
        return None
    end = _without_particle(reading, hit, begin, end)
    if CueUse.JUDGE in hit.cue.use and begin + 1 < end and is_pronoun_alone(reading, begin):
        return None
    if _is_short(reading, hit, begin, end) and not any(reading.quoted[begin:end]):
        return None
    return WordSpan(begin, end)


def _is_agent(reading: Reading, hit: CueHit, begin: int) -> bool:
    """Whether the words behind a participle only tell who did it: *were invited | by Holt*."""
    return CueForm.PARTICIPLE in hit.cue.form and begin == hit.last and reading.has(begin, WordRole.BY)


def _is_preposition(reading: Reading, hit: CueHit, begin: int) -> bool:
    """Whether a verb that looks like a preposition is one here: it has a noun behind it, *ved broen, at …*, or no
    clause that is introduced."""
    if not reading.has(hit.head, WordRole.PREP) or hit.first != hit.head or hit.last - hit.head > 1:
        return False
    if not reading.any_role(begin, THAT_OR_WH) or _has_its_verb(reading, hit.first):
        return True
    return any(word.is_word and not word.roles for word in reading.words[hit.last : begin])


def _has_its_verb(reading: Reading, place: int) -> bool:
    """Whether the clause has its verb before this word: *han har svært | ved at sove*."""
    for i in range(place - 1, max(-1, place - ADVERBIAL), -1):
        if not reading.words[i].is_word or reading.any_role(i, CLAUSE_BREAKS | {WordRole.CONJ}):
            return False
        if is_verbal(reading, i):
            return True
    return False


def _is_of_other_verb(reading: Reading, hit: CueHit, end: int) -> bool:
    """*forderte die Garde | an*, *sprachen ihn | frei*: a particle at the end makes another verb."""
    last = end - 1
    while last > hit.last and not reading.words[last].is_word:
        last -= 1
    particle = reading.keys[last]
    if particle not in reading.grammar.verbs.separable or last <= hit.last or reading.quoted[last]:
        return False
    finite = hit.last - hit.head == 1 and hit.first == hit.head and hit.finite is None
    own = hit.cue.lemma.startswith(particle) or reading.keys[hit.head].startswith(particle)
    return finite and not own and "," not in reading.keys[hit.last : last]


def _without_particle(reading: Reading, hit: CueHit, begin: int, end: int) -> int:
    """Before the particle of a split verb at the end: *weist die Vorwürfe … zurück*."""
    last = end - 1
    while last > begin and not reading.words[last].is_word:
        last -= 1
    bracket = reading.grammar.word_order.sentence_bracket and hit.last - hit.head == 1
    split = bracket and hit.cue.lemma.startswith(reading.keys[last])
    return last if split and not reading.keys[hit.head].startswith(reading.keys[last]) else end


def _is_short(reading: Reading, hit: CueHit, begin: int, end: int) -> bool:
    """Too short to tell what was said. An object counts without articles and *of*, which some languages suffix."""
    if hit.cue.use & SAYING:
        return end - begin < MIN_CONTENT
    return sum(w.is_word and not w.roles & DET_OR_OF for w in reading.words[begin:end]) < MIN_OBJECT


def _subordinate(reading: Reading, hit: CueHit, first: int) -> bool:
    """The cue stands in a subordinate clause that opens the sentence: *While X says …, Y …*, *Claiming that …, Y …*."""
    if CueForm.GERUND in hit.cue.form and CueForm.FINITE not in hit.cue.form and opens_sentence(reading, hit, first):
        return True
    place = first
    while place < hit.first and (reading.has(place, WordRole.CONJ) or not reading.words[place].is_word):
        place += 1
    if reading.has(place, WordRole.ADV) and reading.keys[place + 1] == ",":
        place += 2  # *Auch, | wenn X erzählt, …*
    if not reading.has(place, WordRole.SUB) or reading.any_role(place, DET_OR_THAT):
        return False
    final = reading.grammar.word_order.verb_final and "," not in reading.keys[place : hit.first]
    return hit.first - place <= (2 * ADVERBIAL if final else ADVERBIAL)


def _behind_opening_gerund(reading: Reading, hit: CueHit, first: int) -> bool:
    """The cue stands in a clause that a gerund opens: *Citing an article that said …, the council …*."""
    return opens_with_gerund(reading, first) and not any(reading.keys[i] == "," for i in range(first, hit.first))


def _content_start(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    final = subject_of_clause(reading, hit, first) is not None
    opening = introduced(reading, hit, stop)
    ahead = final and _subordinate(reading, hit, first)
    if opening is not None and (not ahead or reading.any_role(opening, THAT_OR_WH)):
        return opening
    start = _after_subject(reading, hit, first, stop)
    if start is None or start >= stop or final:
        return None
    if CueUse.WANT in hit.cue.use and (marker := infinitive_marker(reading, hit, stop)) is not None:
        return marker
    if hit.cue.lemma in reading.grammar.verbs.addressing:
        start = _after_addressee(reading, start, stop)
    elif hit.cue.use & SAYING and (clause := _behind_adverbial(reading, start, stop)) is not None:
        return clause
    return start if start < stop and _takes(reading, hit, start, stop) else None


def _takes(reading: Reading, hit: CueHit, start: int, stop: int) -> bool:
    """Whether the cue can take the words as they stand: a bare clause, an infinitive, an object.

    Where the verb stands second, what is only when or how something is told follows a passive: *bekreftes | i morgen*.
    """
    if reading.has(start, WordRole.NOBODY) and not shows_verb(reading, start, up_to_joint(reading, start, stop)):
        return False  # *showed | no sign of it*, *know | nothing about it*
    if hit.cue.use >= {CueUse.THAT_CLAUSE, CueUse.SHOW}:
        return False  # *read | the report*, but *read: …* and *the letter reads that …*
    use, bare = hit.cue.use, not reading.grammar.clauses.obligatory_complementiser
    passive = hit.passive and reading.grammar.word_order.verb_second
    bare = bare and (not passive or reading.has(start, WordRole.INF))
    if use & SAYING and bare and _bare_clause(reading, start, stop):
        return CueUse.THAT_CLAUSE not in use or shows_verb(reading, start, stop)
    if CueUse.WANT in use and _infinitive(reading, start, stop):
        return CueUse.THAT_CLAUSE not in use or asks_to_act(reading, start, stop)
    if _is_final_passive(reading, hit.last):
        return False
    if (particle := reading.grammar.verbs.predicative.get(hit.cue.lemma)) and particle not in reading.keys[
        hit.last : min(stop, hit.last + LONGEST_CLAUSE)
    ]:
        return False
    if CueUse.THAT_CLAUSE in use and not reaches_marks(reading, start, stop):
        return False
    return bool(use & CALLING) and reading.words[start].is_word and not _opens_adverbial(reading, start)


def _is_final_passive(reading: Reading, place: int) -> bool:
    """*… verurteilt worden war*: a participle whose passive stands behind it."""
    return place < len(reading.words) and reading.keys[place].startswith(reading.grammar.verbs.passive_stems)


def _after_subject(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    """After the cue, and after its subject where that stands behind it."""
    at = hit.last
    if reading.grammar.word_order.verb_second and hit.inner is None:
        before = subject_before(reading, hit, first)
        speaker = speaker_of(reading, hit, first, stop)
        if speaker is not None and speaker.first >= at and (before is None or speaker != before):
            at = speaker.last
    while at < stop and reading.any_role(at, BESIDE_VERB) and not reading.any_role(at, SUBJECT_WORDS):
        at += 1
    return at


def _after_addressee(reading: Reading, start: int, stop: int) -> int:
    """Past whom something was told: *told reporters on Friday he would …*."""
    oblique = reading.keys[start] in reading.grammar.pronouns.oblique
    if oblique or reading.any_role(start, ADDRESSEES):
        start += 1
    for i in range(start + 1, min(stop, start + 10)):
        if reading.any_role(i, PERSONAL | FIRST_OR_NEUT) and not reading.has(i, WordRole.DET):
            return i
        if not reading.words[i].is_word:
            break
    phrase = subject_after(reading, start, stop)
    at = phrase.last if phrase is not None and phrase.first == start else start
    while at < stop and reading.any_role(at, TIME_OR_PREP) and at < start + 8:
        at += 1
    return at


def _behind_adverbial(reading: Reading, start: int, stop: int) -> int | None:
    """*said after the meeting he would …*: the subject pronoun of a bare clause behind where or when it was said."""
    grammar = reading.grammar
    bare = not (grammar.clauses.obligatory_complementiser or grammar.word_order.verb_second)
    if not bare or not reading.has(start, WordRole.PREP):
        return None
    for i in range(start + 2, min(stop - 2, start + ADVERBIAL)):
        if not reading.words[i].is_word or i in reading.cue_at:
            return None
        if reading.any_role(i, PERSONAL | {WordRole.FIRST}) and not reading.any_role(i, DET_OR_OBJMASC):
            return i
    return None


def _bare_clause(reading: Reading, start: int, stop: int) -> bool:
    """A clause without complementiser: begins with a noun phrase and has a verb that can be recognised, or a name."""
    word = reading.words[start]
    if not word.is_word and start + 1 < stop and reading.quoted[start + 1]:
        return _goes_on_behind_marks(reading, start + 1, stop)
    if not word.is_word or (word.roles & NO_CLAUSE and not word.roles & DET_OR_THAT):
        return False
    if reading.grammar.clauses.comma_before_complement:
        return False
    return stop - start >= MIN_CONTENT and _may_hold_verb(reading, start, stop)


def _may_hold_verb(reading: Reading, start: int, stop: int) -> bool:
    """Whether one of the words can be the verb of a clause: not *legger til | kai i Moss*, *meldte seg | inn i laget*.

    A word in small letters that is no function word may be one, unless it stands behind a word that a noun follows.
    """
    for place in range(start, stop):
        word = reading.words[place]
        if reading.quoted[place] or is_verbal(reading, place) or place in reading.cue_at:
            return True
        if place == start or not word.is_word or word.roles or word.capital:
            continue
        before = reading.words[place - 1]
        if before.is_word and not before.roles & BEFORE_NOUN:
            return True
    return False


def _goes_on_behind_marks(reading: Reading, first: int, stop: int) -> bool:
    """*said “savings” would pay for it*: the marked words are only the beginning of the clause."""
    place = first
    while place < stop and reading.quoted[place]:
        place += 1
    if place >= stop or reading.keys[place - 1] in SENTENCE_ENDS | {","}:
        return False
    while place < stop and not reading.words[place].is_word and reading.keys[place] not in SENTENCE_ENDS | {","}:
        place += 1
    return stop - place >= MIN_CONTENT and reading.words[place].is_word and not reading.words[place].capital


def _opens_adverbial(reading: Reading, start: int) -> bool:
    return reading.any_role(start, NOT_SUBJECT) and not reading.has(start, WordRole.DET)


def _infinitive(reading: Reading, start: int, stop: int) -> bool:
    return start < stop and reading.words[start].is_word and not reading.any_role(start, CONJ_OR_SUB)
