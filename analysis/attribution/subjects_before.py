"""The subject before its verb: *the minister, who resigned in May, later said*."""

from __future__ import annotations

from analysis.attribution.apposed import closing_name, described, is_predicate
from analysis.attribution.fronting import opens_with_gerund
from analysis.attribution.holders import with_apposed_name
from analysis.attribution.phrases import CLITIC_BEARERS, INF_OR_PREP, LONGEST_CLAUSE, MAX_PHRASE, is_listed
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import OF_OR_GEN, PREP_OR_FIRST, PRONOUNS, QUOTE_MARKS, SKIPPED, VERBAL, WHEN_OR_WHERE
from analysis.attribution.stating import can_state
from analysis.columns import CueForm, WordRole

SUBORDINATING = frozenset({WordRole.THAT, WordRole.SUB, WordRole.WH})
PREP_OR_SUB = frozenset({WordRole.PREP, WordRole.SUB})
INSIDE_PHRASE = frozenset({WordRole.OF, WordRole.DET, WordRole.PREP, WordRole.ADV})
LEADING = frozenset({WordRole.CONJ, WordRole.SUB, WordRole.ADV, WordRole.THAT, WordRole.NEG})
ADVERBIAL_OR_LINKING = frozenset({WordRole.PREP, WordRole.ADV, WordRole.TIME, WordRole.CONJ, WordRole.SUB})
SET_APART = frozenset({WordRole.PREP, WordRole.SUB, WordRole.REL, WordRole.ADV})
NOT_ONLY_REL = frozenset({WordRole.DET, WordRole.THAT, WordRole.SUB, WordRole.AS, WordRole.CONJ})
DET_OR_TIME = frozenset({WordRole.DET, WordRole.TIME})


APPOSITION_ENDS = frozenset({",", ")", "–", "—"})
SHORTEST_RELATIVE = 2
"""Fewest words of a relative clause behind its pronoun: a verb and its object."""
LONGEST_ABBREVIATION = 4
LONGEST_BRACKET = 12
LONGEST_DESCRIPTION = 6
"""Most words of a phrase for a nameless source."""


def subject_before(reading: Reading, hit: CueHit, floor: int) -> WordSpan | None:
    """The subject that precedes a verb: *the minister, who resigned in May, later said*."""
    words = reading.words
    end = hit.first if hit.finite is None else hit.finite
    while (
        end > floor
        and (reading.any_role(end - 1, SKIPPED | VERBAL) and not reading.words[end - 1].may_be_subject)
        and not words[end - 1].capital
    ):
        end -= 1
    if end <= floor:
        return None
    if reading.words[end - 1].may_be_subject:
        preposition = words[end - 1].roles >= PREP_OR_FIRST and reading.has(end, WordRole.TIME)
        return None if preposition else WordSpan(end - 1, end)
    if words[end - 1].key in APPOSITION_ENDS:
        return _over_apposition(reading, end, floor)
    phrase = _phrase_ending(reading, end, floor)
    if phrase is not None and is_predicate(reading, phrase, floor):
        phrase = _phrase_ending(reading, phrase.first - 1, floor)
    if phrase is None:
        return None
    return described(reading, phrase, floor) or _behind_conjunction(reading, phrase) or phrase


def _goes_on_from(reading: Reading, phrase: WordSpan) -> bool:
    """*X has | backed the plan, called …*: a participle behind its auxiliary, whose subject stands further off."""
    word = reading.words[phrase.first]
    bare = word.is_word and not word.capital and not word.roles and phrase.size > 1
    apart = reading.keys[phrase.last] == "," and not reading.grammar.word_order.verb_second
    return bare and apart and reading.has(phrase.first - 1, WordRole.HAVE)


def _behind_conjunction(reading: Reading, phrase: WordSpan) -> WordSpan | None:
    """*rose on Saturday after | authorities announced*: behind what is a preposition and a conjunction, if words for
    people follow it and others stand before."""
    for place in range(phrase.last - 2, phrase.first, -1):
        if reading.words[place].roles >= PREP_OR_SUB:
            rest = WordSpan(place + 1, phrase.last)
            return rest if is_listed(reading, rest) and not is_listed(reading, WordSpan(phrase.first, place)) else None
    return None


def _over_apposition(reading: Reading, end: int, floor: int) -> WordSpan | None:
    """The noun phrase that an apposition or a relative clause sets apart from its verb by commas."""
    low = max(floor, end - LONGEST_CLAUSE)
    pieces: list[tuple[int, int]] = []
    begin = low
    for i in range(low, end):
        if not reading.words[i].is_word and reading.keys[i] in (",", "(", ")", "–", "—", ";", ":"):
            if i > begin:
                pieces.append((begin, i))
            begin = i + 1
    closing = closing_name(reading, pieces) if pieces else None
    if closing is not None:
        return closing
    for first, last in pieces:
        if reading.keys[first - 1] == "(" and reading.keys[last] == ")" and last + 1 < end:
            continue  # *the head of Y, Ann Moore (ABC), said*: nobody in brackets is the subject
        if first in reading.cue_at and reading.keys[first - 1] == ")" and not reading.words[first].capital:
            continue  # *X (A) | wies das zurück, Y (B), …*: another verb, whose subject stands before the bracket
        if (
            reading.any_role(first, SET_APART)
            and not reading.has(first, WordRole.DET)
            and not _holds_name_at_end(reading, first, last)
        ):
            continue
        participle = reading.words[first].key.endswith(reading.grammar.verbs.absolute_participles)
        if participle or _is_relative_to_verb(reading, first, last):
            continue
        phrase = _phrase_ending(reading, last, first)
        if phrase and _goes_on_from(reading, phrase):
            return None
        if phrase and not _has_own_verb(reading, phrase.last, end):
            return with_apposed_name(reading, _with_first_of_pair(reading, phrase, first), end)
    return None


def _is_relative_to_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a relative clause up to its verb: *…, der dem Rat vorgelegt wurde, …*."""
    final = reading.any_role(last - 1, VERBAL) or last - 1 in reading.cue_at
    return reading.grammar.word_order.verb_final and final and reading.has(first, WordRole.REL)


def _with_first_of_pair(reading: Reading, phrase: WordSpan, first: int) -> WordSpan:
    """Takes in what two nouns belong to: *Supporters of the mosque and | cultural center*."""
    governs = reading.any_role(first + 1, OF_OR_GEN) and not reading.any_role(first, WHEN_OR_WHERE | LEADING)
    pair = reading.has(phrase.first - 1, WordRole.CONJ) and first + 1 < phrase.first - 1 <= first + LONGEST_DESCRIPTION
    return WordSpan(first, phrase.last) if governs and pair else phrase


def _has_own_verb(reading: Reading, first: int, end: int) -> bool:
    """Another verb of saying follows the phrase or the bracket behind it: *X (A) wies das zurück, Y, …*."""
    if first < end and reading.keys[first] == "(":
        first = next((i + 1 for i in range(first, min(end, first + LONGEST_BRACKET)) if reading.keys[i] == ")"), end)
    hit = reading.cue_at.get(first)
    return hit is not None and hit.head < end and CueForm.FINITE in hit.cue.form and not reading.words[first].capital


def _holds_name_at_end(reading: Reading, first: int, last: int) -> bool:
    return reading.has(first, WordRole.SUB) and bool(reading.named_in(first, last))


def _phrase_ending(reading: Reading, end: int, floor: int) -> WordSpan | None:
    """The noun phrase whose last word stands before ``end``."""
    first, bounds = end, WordSpan(floor, end)
    while first > floor and end - first < MAX_PHRASE:
        place = first - 1
        if not reading.words[place].is_word:
            inner = _joins_before(reading, place, bounds)
            if inner is None:
                break
            first = inner
            continue
        antecedent = _antecedent(reading, place, bounds)
        if antecedent is not None:
            return antecedent
        if _begins_clause(reading, place, first, bounds):
            break
        if _is_clause_pronoun(reading, place, first, bounds):
            preposition = reading.words[place].roles >= PREP_OR_FIRST
            if not preposition and _only_adverbial(reading, first, end) and reading.words[place].may_be_subject:
                return WordSpan(place, first)
            break
        first = place
    first += first + 1 < end and opens_with_gerund(reading, first)
    first = _with_described(reading, first, floor)
    first = _without_adverbial(reading, first, end)
    return WordSpan(first, end) if first < end else None


def _antecedent(reading: Reading, place: int, bounds: WordSpan) -> WordSpan | None:
    """The noun phrase whose relative clause the words behind a pronoun are, if the word is that pronoun or its verb."""
    floor, end = bounds
    verb = place
    while verb - 1 > floor and verb in reading.cue_at and reading.any_role(verb - 1, VERBAL):
        verb -= 1
    own = reading.any_role(verb, VERBAL) or verb in reading.cue_at
    if own and reading.has(verb - 1, WordRole.REL) and not reading.has(verb, WordRole.REL):
        opens = verb - 1 > floor and reading.words[verb - 2].is_word and end - verb > 1
        return _phrase_ending(reading, verb - 1, floor) if opens else None
    if place <= floor or not _is_relative_clause(reading, place, end):
        return None
    found = _phrase_ending(reading, place, floor)
    governs = reading.any_role(place + 2, DET_OR_TIME) or not reading.any_role(place, NOT_ONLY_REL)
    return found if found is not None and (governs or can_state(reading, found)) else None


def _is_relative_clause(reading: Reading, place: int, end: int) -> bool:
    """Whether a relative pronoun opens a clause with a verb of its own: *an aide | who sat in on the talks | said*."""
    verb = place + 1
    verb += reading.has(verb, WordRole.ADV) and verb not in reading.cue_at
    if not reading.has(place, WordRole.REL) or not reading.words[place - 1].is_word or end - verb < SHORTEST_RELATIVE:
        return False
    word = reading.words[verb]
    plain = word.is_word and not word.capital and not word.roles and not is_listed(reading, WordSpan(verb, verb + 1))
    governs = reading.any_role(verb + 1, WHEN_OR_WHERE | {WordRole.DET}) or not reading.any_role(place, NOT_ONLY_REL)
    object_ = reading.words[verb + 1].key.endswith(reading.grammar.nouns.definite_endings)
    return plain and (governs or object_)


def _with_described(reading: Reading, first: int, floor: int) -> int:
    """Takes in a phrase for a nameless source that leads up to the words: *a person close to the family*."""
    for place in range(max(floor, first - LONGEST_DESCRIPTION), first):
        found = reading.lexicon.anonymous.at(reading, place, first)
        if found is not None and found.size > 1 and found.last == first:
            return place - 1 if place > floor and reading.has(place - 1, WordRole.DET) else place
    return first


def _joins_before(reading: Reading, place: int, bounds: WordSpan) -> int | None:
    """Where the noun phrase goes on before a mark inside it; ``None`` where the mark ends it."""
    floor, end = bounds
    words = reading.words
    key = words[place].key
    if key in ("/", "&", "-", "'"):
        return place
    if key == "." and place - 1 >= floor and words[place - 1].capital:
        return place if words[place - 1].end - words[place - 1].start <= LONGEST_ABBREVIATION else None
    if key in QUOTE_MARKS:
        return place if reading.name_marks[place].within(end) else None
    return _opening(reading, place, floor) if key == ")" else None


def _begins_clause(reading: Reading, place: int, first: int, bounds: WordSpan) -> bool:
    """Whether the word is none of the noun phrase behind it: a conjunction, an auxiliary, another verb of saying."""
    floor, end = bounds
    word = reading.words[place]
    if word.roles & SUBORDINATING and not word.roles & INSIDE_PHRASE and not (word.capital and place > floor):
        return True
    if WordRole.CONJ in word.roles and not _pairs_names(reading, place, first, bounds):
        return True
    if word.roles >= INF_OR_PREP and first < end and (reading.words[first].capital or reading.has(first, WordRole.DET)):
        return False
    if word.roles & VERBAL and not word.capital and first < end and WordRole.OF not in word.roles:
        return word.key != "'s" or place <= floor or reading.any_role(place - 1, PRONOUNS | CLITIC_BEARERS)
    return place in reading.cue_at and not word.capital and reading.cue_at[place].head == place


def _pairs_names(reading: Reading, place: int, first: int, bounds: WordSpan) -> bool:
    """*X and Y*, *the mayor and the council*: a conjunction inside the noun phrase."""
    floor, end = bounds
    if place - 1 < floor or first >= end:
        return False
    before, after = reading.words[place - 1], reading.words[first]
    if before.capital and after.capital:
        return True
    return WordRole.DET in after.roles and before.is_word and place - 1 not in reading.cue_at and end - first < 4


def _is_clause_pronoun(reading: Reading, place: int, first: int, bounds: WordSpan) -> bool:
    """A pronoun with which the clause of the verb opens."""
    floor, end = bounds
    word = reading.words[place]
    if first >= end or WordRole.DET in word.roles or not word.roles & (PRONOUNS | {WordRole.REL}):
        return False
    if word.roles >= PREP_OR_FIRST and not word.capital and place > floor:
        return False  # Danish writes the pronoun with a capital: *manden i byen*
    return place == floor or not word.capital


def _only_adverbial(reading: Reading, first: int, end: int) -> bool:
    """What stands between a pronoun and its verb says only how or when: *who in May said*, *they actually believe*."""
    if reading.any_role(first, WHEN_OR_WHERE) and end - first <= 5:
        return True
    return end - first <= 2 and not any(w.capital or WordRole.DET in w.roles for w in reading.words[first:end])


def _opening(reading: Reading, place: int, floor: int) -> int | None:
    for i in range(place - 1, max(floor, place - 8) - 1, -1):
        if reading.keys[i] == "(":
            return i
    return None


def _without_adverbial(reading: Reading, first: int, end: int) -> int:
    """Drops what leads up to the noun phrase: conjunctions, adverbs, a prepositional phrase."""
    words = reading.words
    while first < end and reading.any_role(first, LEADING) and not reading.has(first, WordRole.DET):
        first += 1
    if first < end and reading.has(first, WordRole.PREP) and not (reading.has(first, WordRole.DET)):
        names = [n for n in reading.named_in(first, end) if n.last == end]
        if names:
            return _with_title(reading, names[0].first, first)
        i = end
        while i > first and words[i - 1].capital:
            i -= 1
        if i == end:
            j = end - 1
            while j > first and not reading.has(j, WordRole.DET):
                j -= 1
            return j if j > first else first + 1
        return i
    return first


def _with_title(reading: Reading, place: int, floor: int) -> int:
    """Takes in a title before a name: *utrikesminister*, *President*."""
    words = reading.words
    while (
        place - 1 > floor
        and words[place - 1].is_word
        and not words[place - 1].roles & ADVERBIAL_OR_LINKING
        and (words[place - 1].capital or (place - 2 > floor and WordRole.DET in words[place - 2].roles))
    ):
        place -= 1
    return place
