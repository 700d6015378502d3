"""Where the words begin that a verb of saying reports."""

from __future__ import annotations

from analysis.attribution.phrases import FINITE, LONGEST_CLAUSE
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import is_fronted, subject_before
from analysis.quotes.endings import after_quoted, content_end, first_comma
from analysis.quotes.parentheses import CLAUSAL, NOT_SUBJECT, PERSONAL, Stretch
from analysis.quotes.subjects import opens_sentence, speaker_of

MIN_CONTENT = 3
"""A reported statement has at least so many words."""
MIN_OBJECT = 2
"""What somebody judges has at least so many words beside articles: *the union's criticism*, *fackets kritik*."""
LONGEST_BRACKET = 24
"""Most words between a cue and the comma before its clause."""
ADDRESSEE = 12
"""Most words between a cue and its that-clause: whom, when and where it was said."""
ADVERBIAL = 8
"""Most words of where or when something was said, before the clause."""
BETWEEN = frozenset({"prep", "time", "adv", "objmasc", "objfem", "objplur"})
THAT_ONLY = frozenset({"D"})
"""Use of a verb whose object is mostly a thing (*discovered a wreck*): only a that-clause is what it reports."""


def content_of(reading: Reading, hit: CueHit, first: int, stop: int) -> Stretch | None:
    """Where the words reported by a cue begin and end."""
    begin = _content_start(reading, hit, first, stop)
    if begin is None or begin >= stop:
        return None
    end = content_end(reading, begin, stop, not hit.cue.use & CLAUSAL)
    if _subordinate(reading, hit, first) and (comma := first_comma(reading, begin, end)) is not None:
        end = comma
    if "C" in hit.cue.use and not hit.cue.use & CLAUSAL:
        end = after_quoted(reading, begin, end)
    end = _without_particle(reading, hit, begin, end)
    if _is_short(reading, hit, begin, end) and not any(reading.quoted[begin:end]):
        return None
    return begin, end


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
    if hit.cue.use & CLAUSAL:
        return end - begin < MIN_CONTENT
    return sum(w.is_word and not w.roles & {"det", "of"} for w in reading.words[begin:end]) < MIN_OBJECT


def _subordinate(reading: Reading, hit: CueHit, first: int) -> bool:
    """The cue stands in a subordinate clause that opens the sentence: *While X says …, Y …*, *Claiming that …, Y …*."""
    if "g" in hit.cue.form and "f" not in hit.cue.form and opens_sentence(reading, hit, first):
        return True
    place = first
    while place < hit.first and (reading.has(place, "conj") or not reading.words[place].is_word):
        place += 1
    return (
        reading.has(place, "sub") and not reading.any_role(place, frozenset({"det", "that"})) and hit.first - place <= 8
    )


def _past_apposition(reading: Reading, comma: int, stop: int) -> int:
    """The comma after an apposition to the subject: *erklärte der Direktor, Karl Meier, …*."""
    following = next((i for i in range(comma + 1, min(stop, comma + 9)) if reading.keys[i] == ","), None)
    if following is None or following == comma + 1:
        return comma
    segment = reading.words[comma + 1 : following]
    plain = not any(w.roles & {"have", "be", "modal", "subj", "that", "sub", "inf"} for w in segment)
    return following if plain and any(w.capital for w in segment) else comma


def _content_start(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    introduced = _introduced(reading, hit, stop)
    if introduced is not None:
        return introduced
    start = _after_subject(reading, hit, first, stop)
    if start is None or start >= stop:
        return None
    if "W" in hit.cue.use and (marker := _infinitive_marker(reading, hit, stop)) is not None:
        return marker
    if hit.cue.lemma in reading.grammar.verbs.addressing:
        start = _after_addressee(reading, start, stop)
    elif hit.cue.use & CLAUSAL and (clause := _behind_adverbial(reading, start, stop)) is not None:
        return clause
    return start if start < stop and _takes(reading, hit, start, stop) else None


def _takes(reading: Reading, hit: CueHit, start: int, stop: int) -> bool:
    """Whether the cue can take the words as they stand: a bare clause, an infinitive, an object."""
    use, bare = hit.cue.use, not reading.grammar.clauses.obligatory_complementiser
    if use & CLAUSAL and bare and _bare_clause(reading, start, stop):
        return True
    if "W" in use and _infinitive(reading, start, stop):
        return True
    if _is_final_passive(reading, hit.last):
        return False
    if (particle := reading.grammar.verbs.predicative.get(hit.cue.lemma)) and particle not in reading.keys[
        hit.last : min(stop, hit.last + LONGEST_CLAUSE)
    ]:
        return False
    return bool(use & {"J", "C"}) and reading.words[start].is_word and not _opens_adverbial(reading, start)


def _is_final_passive(reading: Reading, place: int) -> bool:
    """*… verurteilt worden war*: a participle whose passive stands behind it."""
    return place < len(reading.words) and reading.keys[place].startswith(reading.grammar.verbs.passive_stems)


def _introduced(reading: Reading, hit: CueHit, stop: int) -> int | None:
    """Where *that*, a question word, a colon or (in some languages) a comma introduces the content."""
    at, by_comma = hit.last, reading.grammar.clauses.comma_before_complement
    for i in range(at, min(stop, at + ADDRESSEE)):
        if reading.quoted[i] or _ends_search(reading, i, at):
            break
        if _is_introducer(reading, hit, i):
            clause = _clause_before(reading, at, i) if by_comma else None
            if clause is not None:
                return clause
            return at if "W" in hit.cue.use and _is_object_first(reading, at, i) else i
        if reading.keys[i] == ":":
            return i + 1 if i + 1 < stop and hit.cue.use != THAT_ONLY else None
    return _behind_comma(reading, hit, stop) if by_comma else None


def _clause_before(reading: Reading, at: int, introducer: int) -> int | None:
    """*sagte, er werde dafür sorgen, dass …*: what was said begins behind the first comma, if a clause follows it."""
    comma = next((i for i in range(at, introducer - 2) if reading.keys[i] == ","), None)
    if comma is None:
        return None
    between = range(comma + 1, introducer)
    if reading.any_role(comma + 1, frozenset({"rel"})) and not reading.any_role(comma + 1, PERSONAL | {"det"}):
        return None
    verb = any(reading.any_role(i, FINITE) for i in between) or (comma == at and reading.keys[introducer - 1] == ",")
    return comma + 1 if verb else None


def _is_introducer(reading: Reading, hit: CueHit, place: int) -> bool:
    at, clauses = hit.last, reading.grammar.clauses
    comma = clauses.comma_before_complement and reading.keys[place - 1] == ","
    that_only = hit.cue.use == THAT_ONLY
    if reading.has(place, "that") and not reading.has(place, "sub"):
        adjacent = clauses.adjacent_complementiser or (that_only and _binds_to_object(reading, hit, place))
        return place == at or not adjacent or _between(reading, hit, at)
    next_to = place <= at + 1 if hit.cue.use & CLAUSAL else place == at
    return reading.has(place, "wh") and not that_only and (next_to or comma)


def _binds_to_object(reading: Reading, hit: CueHit, place: int) -> bool:
    """Whether *that* behind other words may belong to them: *découvre le lieu que …*, *finder noget at sige*."""
    infinitive = reading.has(place, "inf") and reading.keys[place - 1] != "," and not is_fronted(reading, hit)
    return infinitive or reading.grammar.clauses.obligatory_complementiser


def _is_object_first(reading: Reading, at: int, place: int) -> bool:
    """*asks the government to act*, where *to* looks like *that* (*att*, *at*): the content begins with whom."""
    if at >= place or not reading.has(place, "inf"):
        return False
    return not any(
        not reading.words[k].is_word or (reading.any_role(k, frozenset({"prep", "time"})) and k < place - 1)
        for k in range(at, place)
    )


def _ends_search(reading: Reading, place: int, at: int) -> bool:
    if reading.keys[place] in SENTENCE_ENDS or reading.keys[place] == ";":
        return True
    other = None if place <= at or reading.grammar.word_order.sentence_bracket else reading.cue_at.get(place)
    return other is not None and other.head == place and "f" in other.cue.form


def _behind_comma(reading: Reading, hit: CueHit, stop: int) -> int | None:
    at = hit.last
    comma = next((i for i in range(at, min(stop, at + LONGEST_BRACKET)) if reading.keys[i] == ","), None)
    if comma is None:
        return None
    comma = _past_apposition(reading, comma, stop)
    if comma + 1 >= stop:
        return None
    mood = hit.cue.use & CLAUSAL and any(
        reading.has(i, "subj") for i in range(comma, min(stop, comma + LONGEST_CLAUSE))
    )
    article = comma == at
    if hit.cue.use & {"S", "T", "W", "K"} and (article or not reading.has(comma + 1, "rel")):
        return comma + 1 if mood or not _is_aside(reading, hit, comma + 1) else None
    return comma + 1 if mood else None


def _is_aside(reading: Reading, hit: CueHit, place: int) -> bool:
    """A clause that only says when, where or why, or, behind a passive, any that is not introduced by *dass*."""
    if reading.has(place, "that") or (reading.has(place, "wh") and not hit.passive):
        return False
    return hit.passive or reading.any_role(place, frozenset({"sub", "conj"}))


def _infinitive_marker(reading: Reading, hit: CueHit, stop: int) -> int | None:
    """*asked the ministry, on Monday, to act*: the infinitive behind an insertion."""
    at = hit.last
    if hit.last - hit.head != 1 or reading.grammar.clauses.comma_before_complement:
        return None
    marker = next((i for i in range(at, min(stop, at + ADDRESSEE)) if reading.has(i, "inf")), None)
    if marker is None or not any(reading.keys[i] == "," for i in range(at, marker)):
        return None
    blocked = any(reading.keys[i] in ("(", ";", ":") or reading.quoted[i] for i in range(at, marker))
    return None if blocked else marker


def _after_subject(reading: Reading, hit: CueHit, first: int, stop: int) -> int | None:
    """After the cue, and after its subject where that stands behind it."""
    at = hit.last
    if reading.grammar.word_order.verb_second and hit.inner is None:
        before = subject_before(reading, hit, first)
        speaker = speaker_of(reading, hit, first, stop)
        if speaker is not None and speaker.first >= at and (before is None or speaker != before):
            at = speaker.last
    while (
        at < stop
        and reading.any_role(at, frozenset({"adv", "refl", "time"}))
        and not reading.any_role(at, frozenset({"det", "masc", "fem", "plur"}))
    ):
        at += 1
    return at


def _between(reading: Reading, hit: CueHit, at: int) -> bool:
    """Whether what stands between a verb and *that* says to whom, when or where."""
    return hit.cue.lemma in reading.grammar.verbs.addressing or reading.any_role(at, BETWEEN)


def _after_addressee(reading: Reading, start: int, stop: int) -> int:
    """Past whom something was told: *told reporters on Friday he would …*."""
    oblique = reading.keys[start] in reading.grammar.pronouns.oblique
    if oblique or reading.any_role(start, frozenset({"objmasc", "objfem", "objplur", "first"})):
        start += 1
    for i in range(start + 1, min(stop, start + 10)):
        if reading.any_role(i, PERSONAL | {"first", "neut"}) and not reading.has(i, "det"):
            return i
        if not reading.words[i].is_word:
            break
    phrase = subject_after(reading, start, stop)
    at = phrase.last if phrase is not None and phrase.first == start else start
    while at < stop and reading.any_role(at, frozenset({"time", "prep"})) and at < start + 8:
        at += 1
    return at


def _behind_adverbial(reading: Reading, start: int, stop: int) -> int | None:
    """*said after the meeting he would …*: the subject pronoun of a bare clause behind where or when it was said."""
    grammar = reading.grammar
    bare = not (grammar.clauses.obligatory_complementiser or grammar.word_order.verb_second)
    if not bare or not reading.has(start, "prep"):
        return None
    for i in range(start + 2, min(stop - 2, start + ADVERBIAL)):
        if not reading.words[i].is_word or i in reading.cue_at:
            return None
        if reading.any_role(i, PERSONAL | {"first"}) and not reading.any_role(i, frozenset({"det", "objmasc"})):
            return i
    return None


def _bare_clause(reading: Reading, start: int, stop: int) -> bool:
    """A clause without complementiser: begins with a noun phrase and has a verb that can be recognised, or a name."""
    word = reading.words[start]
    if not word.is_word and start + 1 < stop and reading.quoted[start + 1]:
        return _goes_on_behind_marks(reading, start + 1, stop)
    if not word.is_word or (word.roles & {"prep", "conj", "sub"} and not word.roles & {"det", "that"}):
        return False
    if reading.grammar.clauses.comma_before_complement:
        return False
    return stop - start >= MIN_CONTENT


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
    return reading.any_role(start, NOT_SUBJECT) and not reading.any_role(start, frozenset({"det"}))


def _infinitive(reading: Reading, start: int, stop: int) -> bool:
    return start < stop and reading.words[start].is_word and not reading.any_role(start, frozenset({"conj", "sub"}))
