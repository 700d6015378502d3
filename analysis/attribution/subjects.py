"""Who the subject of a word of saying is: before it, behind it, its agent, or shared with another verb."""

from __future__ import annotations

from dataclasses import replace

from analysis.attribution.agents import NEAR, agent
from analysis.attribution.apposed import opens_relative
from analysis.attribution.fronting import is_fronted
from analysis.attribution.outlets import is_venue
from analysis.attribution.phrases import (
    SAYING,
    is_function_words,
    is_listed,
    is_named,
    is_oblique,
    is_plausible,
)
from analysis.attribution.quoting import quoted_as, quoted_one, quotes_somebody
from analysis.attribution.reading import SENTENCE_ENDS, CueHit, Reading, WordSpan
from analysis.attribution.reflexives import beside_reflexive, closing_modal, opens_reflexive
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import OBJECTS, PERSONAL, SPEAKING
from analysis.attribution.shared_subjects import earlier_subject
from analysis.attribution.states import state_behind
from analysis.attribution.stating import can_state
from analysis.attribution.subjects_after import subject_after
from analysis.attribution.subjects_before import subject_before
from analysis.attribution.unsaid import is_nobody, is_ruled_out
from analysis.attribution.verb_final import subject_of_clause
from analysis.attribution.written import place_of_words
from analysis.columns import CueForm, CueUse, WordRole

FEM_OR_PLUR = frozenset({WordRole.FEM, WordRole.PLUR})
OF_OR_DET = frozenset({WordRole.OF, WordRole.DET})

FROM = frozenset({WordRole.OF, WordRole.BY})


FULL = 2
TITLED, DESCRIBED = 3, 8
"""Most words before the name of somebody behind a verb: a title, or a role with what it is of."""


def speaker_of(reading: Reading, hit: CueHit, start: int, stop: int) -> WordSpan | None:
    """The subject of a cue in a sentence that begins at ``start``: before it, inside it, after it, or its agent.

    ``None`` where the words found cannot name anybody.
    """
    if hit.finite is not None and reading.quoted[hit.finite] and not reading.quoted[hit.head]:
        hit = replace(hit, finite=None, passive=False)  # *„Wir | haben | Zeit“, | erzählt | der Chef*
    if (modal := closing_modal(reading, hit, start)) is not None:
        hit = replace(hit, finite=modal)
    phrase = _subject_of(reading, hit, start, stop)
    if phrase is not None and quotes_somebody(reading, hit):
        phrase = quoted_one(reading, hit, phrase, stop) or phrase
    if phrase is not None and opens_reflexive(reading, phrase):
        phrase = beside_reflexive(reading, hit, phrase, start)
    if phrase is None or is_function_words(reading, phrase) or is_nobody(reading, phrase):
        return None
    if phrase.first < hit.first and is_ruled_out(reading, phrase):
        return None
    if not is_plausible(reading, phrase):
        return None
    if CueUse.SHOW not in hit.cue.use or can_state(reading, phrase):
        return phrase
    return phrase if state_behind(reading, hit, len(reading.words)) is not None else None


def _subject_of(reading: Reading, hit: CueHit, start: int, stop: int) -> WordSpan | None:
    if CueUse.IMPERSONAL in hit.cue.use:
        return place_of_words(reading, hit, start, stop)
    if hit.passive:
        return agent(reading, hit, start, stop)
    if hit.inner is not None:
        return learnt_from(reading, hit, stop) or WordSpan(hit.inner, hit.inner + 1)
    progressive = hit.first < hit.head and reading.has(hit.first, WordRole.BE)
    if (hit.cue.form == {CueForm.GERUND} and not progressive) or _is_infinitive(reading, hit):
        return quoted_as(reading, hit, start) or earlier_subject(reading, hit, start)
    if hit.first > start and hit.finite is None and reading.has(hit.first - 1, WordRole.CONJ):
        return earlier_subject(reading, hit, start)
    if (own := subject_of_clause(reading, hit, start)) is not None:
        return own
    behind = hit.last if hit.finite is None else hit.finite + 1
    before = subject_before(reading, hit, start)
    fronted = before is not None and (
        is_oblique(reading, before)
        or is_function_words(reading, before)
        or _is_speech(reading, before)
        or is_venue(reading, before.first, before.last)
        or _is_date(reading, before)
        or _is_before_adverb(reading, hit, before, start)
    )
    before = None if fronted else before
    pronoun = None if before is None else _pronoun_before(reading, before, behind, stop)
    if pronoun is not None:
        return subject_after(reading, behind, stop) if pronoun.size == 0 else pronoun
    after = nominative_after(reading, behind, stop if hit.finite is None else hit.head)
    if after is not None and _is_subject_behind(reading, hit, after, behind):
        return after
    if after is not None and _says_in_between(reading, hit, before, after):
        return after
    if (
        before is not None
        and before.size > 0
        and not is_fronted(reading, hit)
        and not _object_first(reading, before, after, behind)
    ):
        return before
    plain = not reading.grammar.word_order.bare_inversion or bool(hit.cue.use & SAYING)
    if (
        after is not None
        and plain
        and (fronted or before is not None or hit.first <= start + 1 or reading.grammar.word_order.verb_second)
    ):
        return after
    return before if before is not None else earlier_subject(reading, hit, start)


def learnt_from(reading: Reading, hit: CueHit, stop: int) -> WordSpan | None:
    """*a-t-on appris mardi de sources diplomatiques*: whom nobody named has it from."""
    if hit.inner is None or reading.keys[hit.inner] not in reading.grammar.pronouns.impersonal:
        return None
    for place in range(hit.last, min(stop, hit.last + NEAR)):
        if not reading.words[place].is_word:
            return None
        if reading.any_role(place, FROM):
            phrase = subject_after(reading, place + 1, stop)
            found = None if phrase is None else reading.lexicon.anonymous.first(reading, phrase.first, phrase.last)
            return phrase if found is not None else None
    return None


def _pronoun_before(reading: Reading, before: WordSpan, behind: int, stop: int) -> WordSpan | None:
    """The pronoun before its verb; an empty phrase where it is a neuter object (*Das sagte der Minister*)."""
    if opens_relative(reading, before):
        return WordSpan(before.first, before.first + 1)
    if before.size != 1 or not reading.words[before.first].may_be_subject:
        return None
    neuter = reading.has(before.first, WordRole.NEUT) and not reading.any_role(before.first, PERSONAL)
    follows = behind < stop and reading.words[behind].capital and reading.grammar.word_order.verb_second
    return WordSpan(behind, behind) if neuter and follows else before


def _says_in_between(reading: Reading, hit: CueHit, before: WordSpan | None, after: WordSpan) -> bool:
    """*Her remarks, said Ann Lee, are “…”*, *Prices will rise, says Lee.*: a name right behind the verb, set apart by
    commas or at the end, and nobody before it."""
    apart = reading.keys[hit.first - 1] == "," and CueUse.SAY in hit.cue.use and after.first == hit.last
    ends = (",", ":") if reading.grammar.word_order.verb_second else (",",)
    closes = after.last < len(reading.words) and reading.keys[after.last] in SENTENCE_ENDS
    if not apart or after.last >= len(reading.words) or not (closes or reading.keys[after.last] in ends):
        return False
    name = bool(reading.persons_in(*after)) or (closes and all(word.capital for word in reading.words[slice(*after)]))
    if before is None or not name:
        spoken = not closes and reading.keys[hit.first - 1] == "," and after.last + 2 < len(reading.words)
        body = spoken and reading.quoted[after.last + 2] and (is_named(reading, after) or is_listed(reading, after))
        return body or (name and closes and before is None)
    somebody = is_named(reading, before) or any(is_role_noun(reading, i) for i in range(*before))
    return not somebody and not reading.words[before.first].may_be_subject and name


def _is_date(reading: Reading, phrase: WordSpan) -> bool:
    """*Ende Januar 2016 verkündete X*: a month with a number, and no name, in first place where the verb is second."""
    keys = reading.keys[phrase.first : phrase.last]
    dated = keys[-1].isdigit() and any(key in reading.lexicon.months for key in keys[:-1])
    return dated and reading.grammar.word_order.verb_second


def _is_before_adverb(reading: Reading, hit: CueHit, phrase: WordSpan, start: int) -> bool:
    """*To måneder senere | sagde X*: a noun with an adverb behind it in first place, where the verb is second, and
    nobody that the words can be for."""
    verb = hit.first if hit.finite is None else hit.finite
    adverb = reading.has(verb - 1, WordRole.ADV) and verb - 1 == phrase.last and phrase.first <= start + 1
    if not adverb or phrase.size < FULL or not reading.grammar.word_order.verb_second:
        return False
    return not (is_named(reading, phrase) or can_state(reading, phrase))


def _is_speech(reading: Reading, phrase: WordSpan) -> bool:
    """Marked words before a verb that are no name: *„Vi vet inte”, säger hon*."""
    words = [word for word in reading.words[phrase.first : phrase.last] if word.is_word]
    first = next((i for i in range(phrase.first, phrase.last) if reading.words[i].is_word), phrase.first)
    if first > 0 and reading.quoted[first] and reading.quoted[first - 1] and reading.words[first - 1].is_word:
        return True  # the end of what is said: *„Wir haben Aufträge“, erzählt der Chef*
    return bool(reading.quoted[first]) and not all(word.capital or word.roles & OF_OR_DET for word in words)


def nominative_after(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """The noun phrase behind a verb that can be its subject, past whom it is said to: *sagte ihm der Arzt*."""
    after = subject_after(reading, place, stop)
    if after is not None and (is_oblique(reading, after) or _is_expletive(reading, after, stop)):
        following = subject_after(reading, after.last, stop) if after.size == 1 and after.last < stop else None
        return following if following is not None and not is_oblique(reading, following) else None
    return after


def _is_expletive(reading: Reading, after: WordSpan, stop: int) -> bool:
    """*sah es der Minister als Erfolg an*: a neuter pronoun for the clause to come, before the subject."""
    correlative = after.size == 1 and reading.keys[after.first] in reading.grammar.pronouns.correlative
    if not correlative or after.last >= stop:
        return False
    following = reading.words[after.last]
    return following.capital or (WordRole.DET in following.roles and WordRole.OBL not in following.roles)


def _is_subject_behind(reading: Reading, hit: CueHit, after: WordSpan, behind: int) -> bool:
    """A pronoun right behind its verb that can only be the subject: *Die Tat nannte er sinnlos*, *Planen avvisade hon*.

    Where no comma is set before a clause without *that*, the pronoun may open one (*X säger han kommer*), so only verbs
    that take an object count.
    """
    if after.size != 1 or after.first != behind or not reading.grammar.word_order.verb_second:
        return False
    roles = reading.words[after.first].roles
    if WordRole.DET in roles or not roles & SPEAKING or roles & OBJECTS:
        return False
    if reading.grammar.clauses.comma_before_complement:
        return not roles >= FEM_OR_PLUR
    return not hit.cue.use & SAYING


def _object_first(reading: Reading, before: WordSpan, after: WordSpan | None, behind: int) -> bool:
    """In verb-second languages an object or an unknown adverb in first place: *Den Plan nannte X falsch*."""
    if not reading.grammar.word_order.verb_second or after is None or after.first > behind + 1:
        return False
    if is_named(reading, before) or (before.size == 1 and reading.words[before.first].may_be_subject):
        return False
    if reading.keys[before.first] in reading.grammar.determiners.nominative or is_listed(reading, before):
        return False
    words = reading.words
    reach = DESCRIBED if is_role_noun(reading, after.first) else TITLED
    named = any(
        n.first <= after.first + reach and n.last == after.last for n in reading.persons_in(after.first, after.last)
    )
    if named and not reading.has(after.first, WordRole.NEG):
        return not _is_somebody(reading, before, after.first - 1)
    start = reading.sentences[reading.sentence_of(before.first)][0]
    if _says_when(reading, before, start):
        return True
    if before.size == 1 and before.first == start and reading.has(before.last, WordRole.TIME):
        return True  # *Alt tysdag | melde sjukehuset*
    if before.first == start and reading.has(start + 1, WordRole.PREP) and not reading.has(start, WordRole.DET):
        return WordRole.DET in words[after.first].roles or words[after.first].capital
    return (
        before.size == 1
        and before.first == start
        and (WordRole.DET in words[after.first].roles or (words[after.first].capital and is_named(reading, after)))
    )


def _is_somebody(reading: Reading, before: WordSpan, verb: int) -> bool:
    """*Das Staatsoberhaupt des Landes, die Königin, | bat Minister X*: a role that commas set apart from its verb."""
    comma = before.last
    if comma + 1 >= verb or reading.keys[comma] != ",":
        return False
    apposed = any(one.first - comma <= TITLED for one in reading.persons_in(comma + 1, verb))
    return apposed or any(is_role_noun(reading, i) for i in range(before.first, min(comma, before.first + TITLED)))


def _says_when(reading: Reading, before: WordSpan, start: int) -> bool:
    """*Like før jul i fjor | innrømmet drammenseren …*: a word that a preposition follows, and a time at the end."""
    opens = before.first == start and before.size > 1 and reading.has(start + 1, WordRole.PREP)
    ends = reading.has(before.last - 1, WordRole.TIME) or reading.has(before.last, WordRole.TIME)
    return opens and ends and not reading.words[start].roles


def _is_infinitive(reading: Reading, hit: CueHit) -> bool:
    """*to say*: its subject is that of the sentence."""
    markers = reading.grammar.verbs.infinitive_markers
    return CueForm.PARTICIPLE not in hit.cue.form and any(key in markers for key in reading.keys[hit.first : hit.head])
