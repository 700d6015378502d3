"""What introduces a reported clause: *that*, a question word, a colon, a comma, an infinitive marker."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.fronting import is_fronted
from analysis.attribution.phrases import LONGEST_CLAUSE, SAYING, is_verbal
from analysis.attribution.reading import SENTENCE_ENDS, Reading
from analysis.attribution.roles import FINITE, PERSONAL
from analysis.attribution.subjects_after import subject_after
from analysis.columns import CueForm, CueUse, WordRole

REPORTING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.WANT, CueUse.ASK})
SUB_OR_CONJ = frozenset({WordRole.SUB, WordRole.CONJ})
CLAUSAL = frozenset(
    {WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.SUBJ, WordRole.THAT, WordRole.SUB, WordRole.INF}
)
PREP_OR_TIME = frozenset({WordRole.PREP, WordRole.TIME})

THAT_ONLY = frozenset({CueUse.THAT_CLAUSE, CueUse.SHOW, CueUse.DENY})
"""Uses of a verb of whose content only a that-clause tells."""
THINGS = frozenset({CueUse.THAT_CLAUSE, CueUse.SHOW})
"""Uses of a verb whose object is mostly a thing: behind a comma only a clause is reported."""
KNOWING = (
    frozenset({CueUse.THINK}),
    frozenset({CueUse.THINK, CueUse.THAT_CLAUSE}),
    frozenset({CueUse.SAY, CueUse.THAT_CLAUSE}),
)
"""Uses of a verb whose question tells nothing: *knows who*, *found where*."""
LONGEST_BRACKET = 24
"""Most words between a cue and the comma before its clause."""
ADDRESSEE = 12
"""Most words between a cue and its that-clause: whom, when and where it was said."""
BETWEEN = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR})


def introduced(reading: Reading, hit: CueHit, stop: int) -> int | None:
    """Where *that*, a question word, a colon or (in some languages) a comma introduces the content."""
    at, by_comma = hit.last, reading.grammar.clauses.comma_before_complement
    for i in range(at, min(stop, at + ADDRESSEE)):
        if reading.quoted[i] or _ends_search(reading, i, at) or _is_of_another(reading, hit, i):
            break
        if _is_introducer(reading, hit, i):
            clause = _clause_before(reading, at, i) if by_comma else None
            if clause is not None:
                return clause
            return at if CueUse.WANT in hit.cue.use and _is_object_first(reading, at, i) else i
        if reading.keys[i] == ":":
            return i + 1 if i + 1 < stop and not hit.cue.use <= THAT_ONLY else None
    return _behind_comma(reading, hit, stop) if by_comma else None


def _is_of_another(reading: Reading, hit: CueHit, place: int) -> bool:
    """*defended the agent, accused that …*: a clause behind the participle that an apposition opens with."""
    before = reading.cue_at.get(place - 1)
    return (
        before is not None
        and before.head == place - 1 > hit.last
        and CueUse.JUDGE in hit.cue.use
        and CueForm.PARTICIPLE in before.cue.form
        and reading.keys[place - 2] == ","
    )


def _clause_before(reading: Reading, at: int, introducer: int) -> int | None:
    """*sagte, er werde dafür sorgen, dass …*: what was said begins behind the first comma, if a clause follows it."""
    comma = next((i for i in range(at, introducer - 2) if reading.keys[i] == ","), None)
    if comma is None:
        return None
    between = range(comma + 1, introducer)
    if reading.has(comma + 1, WordRole.REL) and not reading.any_role(comma + 1, PERSONAL | {WordRole.DET}):
        return None
    verb = any(reading.any_role(i, FINITE) for i in between) or (comma == at and reading.keys[introducer - 1] == ",")
    return comma + 1 if verb else None


def _is_introducer(reading: Reading, hit: CueHit, place: int) -> bool:
    at, clauses = hit.last, reading.grammar.clauses
    comma = clauses.comma_before_complement and reading.keys[place - 1] == ","
    that_only = hit.cue.use <= THAT_ONLY
    if reading.has(place, WordRole.THAT) and not reading.has(place, WordRole.SUB):
        adjacent = clauses.adjacent_complementiser or (that_only and _binds_to_object(reading, hit, place))
        if clauses.obligatory_complementiser and _is_relative(reading, at, place):
            return False
        if clauses.adjacent_complementiser and place > at and _has_its_verb(reading, place):
            return False
        return place == at or not adjacent or _between(reading, hit, at)
    knows = hit.cue.use in KNOWING and not (CueUse.SAY in hit.cue.use and reading.has(place, WordRole.SUB))
    if knows and reading.has(place, WordRole.WH) and not reading.has(place, WordRole.THAT):
        return False  # *enhver ved, | hvor svært det er*: what somebody knows or finds so is no statement
    next_to = place <= at + 1 if hit.cue.use & SAYING else place == at
    return reading.has(place, WordRole.WH) and not that_only and (next_to or comma)


def _has_its_verb(reading: Reading, place: int) -> bool:
    """*pointed to allies | that will help*, *ruled on a law | that barred it*: behind a noun and before a verb, *that*
    is a relative pronoun."""
    verb, endings = place + 1, reading.grammar.verbs.past_endings
    if not reading.words[place - 1].is_word or verb >= len(reading.words):
        return False
    word = reading.words[verb]
    plain = not word.roles and not word.capital and word.key.endswith(endings)
    return is_verbal(reading, verb) or word.key in reading.grammar.verbs.finite or (plain and bool(endings))


def _is_relative(reading: Reading, at: int, place: int) -> bool:
    """*écrit ses mémoires, | qu'elle dédie …*: behind an object and a comma, what may be a relative pronoun is one."""
    object_ = reading.any_role(at, {WordRole.DET, WordRole.POSS}) and not reading.has(at, WordRole.PREP)
    return object_ and place > at + 1 and reading.keys[place - 1] == "," and "," not in reading.keys[at : place - 1]


def _binds_to_object(reading: Reading, hit: CueHit, place: int) -> bool:
    """Whether *that* behind other words may belong to them: *découvre le lieu que …*, *finder noget at sige*."""
    infinitive = reading.has(place, WordRole.INF) and reading.keys[place - 1] != "," and not is_fronted(reading, hit)
    return infinitive or reading.grammar.clauses.obligatory_complementiser


def _is_object_first(reading: Reading, at: int, place: int) -> bool:
    """*asks the government to act*, where *to* looks like *that* (*att*, *at*): the content begins with whom."""
    if at >= place or not reading.has(place, WordRole.INF):
        return False
    return not any(
        not reading.words[k].is_word or (reading.any_role(k, PREP_OR_TIME) and k < place - 1) for k in range(at, place)
    )


def _ends_search(reading: Reading, place: int, at: int) -> bool:
    if reading.keys[place] in SENTENCE_ENDS or reading.keys[place] == ";":
        return True
    other = None if place <= at or reading.grammar.word_order.sentence_bracket else reading.cue_at.get(place)
    return other is not None and other.head == place and _is_finite(other)


def _is_finite(hit: CueHit) -> bool:
    """Whether a cue is the verb of a clause: a finite form, or a participle with what carries its tense."""
    return CueForm.FINITE in hit.cue.form or hit.first < hit.head


def _behind_comma(reading: Reading, hit: CueHit, stop: int) -> int | None:
    at = hit.last
    comma = next((i for i in range(at, min(stop, at + LONGEST_BRACKET)) if reading.keys[i] == ","), None)
    if comma is None:
        return None
    comma = _past_apposition(reading, comma, stop)
    if comma + 1 >= stop:
        return None
    mood = hit.cue.use & SAYING and any(
        reading.has(i, WordRole.SUBJ) for i in range(comma, min(stop, comma + LONGEST_CLAUSE))
    )
    article = comma == at
    if not mood and (_is_main_clause(reading, hit, comma) or _is_denied(reading, hit, comma)):
        return None
    if hit.cue.use & THINGS and not mood and not _is_clause(reading, comma + 1, stop):
        return None
    if hit.cue.use & REPORTING and (article or not reading.has(comma + 1, WordRole.REL)):
        if not mood and _is_aside(reading, hit, comma + 1):
            return None
        return comma + 1 if mood or article else _object_before(reading, hit, comma, stop)
    return comma + 1 if mood else None


def _object_before(reading: Reading, hit: CueHit, comma: int, stop: int) -> int | None:
    """Where the words begin: behind the comma, or *vermuteten Nutzer | eine Verschwörung, um …*, *mahnt | eine Debatte
    an, auch im Rat* at the object of the verb, where no clause follows but a purpose or more of the object."""
    purpose = reading.keys[comma + 1] in reading.grammar.clauses.purpose
    if not purpose and _is_clause(reading, comma + 1, stop):
        return comma + 1
    subject = subject_after(reading, hit.last, comma) if _stands_behind(reading, hit) else None
    start = hit.last if subject is None else subject.last
    plain = hit.first == hit.head and not hit.passive and CueUse.QUOTE not in hit.cue.use
    return start if plain and comma - start > 1 and reading.has(start, WordRole.DET) else comma + 1


def _stands_behind(reading: Reading, hit: CueHit) -> bool:
    """Whether the subject of the verb stands behind it: something else is in first place, or nothing."""
    first = reading.sentences[reading.sentence_of(hit.head)].first
    return hit.first == first or is_fronted(reading, hit)


def _is_denied(reading: Reading, hit: CueHit, comma: int) -> bool:
    """*hatten das nicht erwartet, | die Preise fielen*: what somebody did not think is no clause of its own."""
    finite = hit.first if hit.finite is None else hit.finite
    negated = any(reading.has(i, WordRole.NEG) and not reading.quoted[i] for i in range(finite, hit.head))
    return negated and hit.cue.use <= {CueUse.THINK} and not reading.any_role(comma + 1, {WordRole.THAT, WordRole.WH})


def _is_main_clause(reading: Reading, hit: CueHit, comma: int) -> bool:
    """*Was sie zeigen, | stellt alles in Frage*, *der Wert, der es angibt, | stieg*, *, der darauf abzielt*: behind the
    verb that closes a clause of its own the sentence goes on, or a relative clause follows."""
    following = comma + 1
    end = next((i for i in range(following, len(reading.words)) if reading.keys[i] in (*SENTENCE_ENDS, ",")), following)
    infinitive = any(reading.has(i, WordRole.INF) for i in range(following, end))
    if reading.any_role(following, {WordRole.THAT, WordRole.WH}) or comma != hit.last or infinitive:
        return False
    relative = reading.has(following, WordRole.REL) and reading.words[min(following + 1, len(reading.words) - 1)].roles
    if (
        relative
        and not reading.any_role(following, PERSONAL - {WordRole.PLUR})
        and not reading.words[following + 1].capital
    ):
        return not reading.any_role(following + 1, {WordRole.DET, *FINITE})
    if not reading.grammar.word_order.verb_final:
        return False
    first = reading.sentences[reading.sentence_of(hit.head)].first
    opener = next((i + 1 for i in range(hit.head - 1, first - 1, -1) if reading.keys[i] == ","), first)
    closes = opener < hit.first and reading.any_role(opener, {WordRole.REL, WordRole.WH}) and hit.finite is None
    asks = reading.has(opener, WordRole.WH) or (opener > first and not reading.has(opener, WordRole.PREP))
    return closes and asks and hit.first == hit.head


def _is_clause(reading: Reading, start: int, stop: int) -> bool:
    """Whether a verb stands in the words up to the next comma, or *that* opens them: not *zeigten Werke, | etwa*."""
    if reading.any_role(start, {WordRole.THAT, WordRole.WH}):
        return True
    end = next((i for i in range(start, stop) if reading.keys[i] in (",", ";")), stop)
    return any(reading.has(i, WordRole.INF) or is_verbal(reading, i) for i in range(start, end))


def _is_aside(reading: Reading, hit: CueHit, place: int) -> bool:
    """A clause that only says when, where or why, or, behind a passive, any that is not introduced by *dass*."""
    if reading.has(place, WordRole.THAT) or (reading.has(place, WordRole.WH) and not hit.passive):
        return False
    return hit.passive or reading.any_role(place, SUB_OR_CONJ)


def infinitive_marker(reading: Reading, hit: CueHit, stop: int) -> int | None:
    """*asked the ministry, on Monday, to act*: the infinitive behind an insertion."""
    at = hit.last
    if hit.last - hit.head != 1 or reading.grammar.clauses.comma_before_complement:
        return None
    reach = range(at, min(stop, at + ADDRESSEE))
    marker = next((i for i in reach if reading.has(i, WordRole.INF) and not reading.has(i + 1, WordRole.DET)), None)
    if marker is None or not any(reading.keys[i] == "," for i in range(at, marker)):
        return None
    blocked = any(
        reading.keys[i] in ("(", ";", ":") or reading.quoted[i] or _ends_search(reading, i, at)
        for i in range(at, marker)
    )
    return None if blocked else marker


def _past_apposition(reading: Reading, comma: int, stop: int) -> int:
    """The comma after an apposition to the subject: *erklärte der Direktor, Karl Meier, …*."""
    following = next((i for i in range(comma + 1, min(stop, comma + 9)) if reading.keys[i] == ","), None)
    if following is None or following == comma + 1:
        return comma
    segment = reading.words[comma + 1 : following]
    plain = not any(w.roles & CLAUSAL for w in segment)
    return following if plain and any(w.capital for w in segment) else comma


def _between(reading: Reading, hit: CueHit, at: int) -> bool:
    """Whether what stands between a verb and *that* says to whom, when or where."""
    return hit.cue.lemma in reading.grammar.verbs.addressing or reading.any_role(at, BETWEEN)
