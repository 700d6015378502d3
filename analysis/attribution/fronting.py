"""What opens a sentence: its subject, or, where the verb stands second, something else in first place."""

from __future__ import annotations

from analysis.attribution.cues import CueHit
from analysis.attribution.definite import follows_definite
from analysis.attribution.holders import with_apposed_name
from analysis.attribution.phrases import LONGEST_CLAUSE, is_oblique, is_verbal
from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import PREP_OR_FIRST, QUOTE_MARKS, VERBAL
from analysis.attribution.subjects_after import subject_after
from analysis.columns import WordRole

OPENING_SUBJECT = frozenset({WordRole.DET, WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.FIRST})
ADV_OR_NEG = frozenset({WordRole.ADV, WordRole.NEG})

OPENERS = frozenset({WordRole.PREP, WordRole.ADV, WordRole.TIME, WordRole.SUB, WordRole.NEG})
LINKING = frozenset({WordRole.CONJ, WordRole.ADV})
ADVERBIAL = frozenset({WordRole.PREP, WordRole.SUB, WordRole.TIME})
CLAUSAL = VERBAL | {WordRole.THAT, WordRole.SUB}
INNER = ("-", "'", ".", "/")
"""Marks inside a name."""
MAX_OPENING, LONG_PHRASE = 12, 6
"""Most words with which a sentence opens that may be its subject; of more than so many a name is taken alone."""
LONGEST_TIME = 6
"""Most words of such a time, its comma included."""
WHEN = frozenset({WordRole.TIME, WordRole.ADV})
MAX_FRONTED = 12
"""Most words of what stands before the verb."""


def is_fronted(reading: Reading, hit: CueHit) -> bool:
    """In verb-second languages something else stands first: *I går sade X*, *Um zehn Uhr meldete X*."""
    if not reading.grammar.word_order.verb_second:
        return False
    verb = hit.first if hit.finite is None else hit.finite
    sentence = reading.sentences[reading.sentence_of(verb)][0]
    first = verb
    sentence = max(sentence, verb - LONGEST_CLAUSE)
    while first > sentence and reading.words[first - 1].is_word and not reading.quoted[first - 1]:
        first -= 1
        if reading.has(first, WordRole.CONJ) and not reading.words[first].capital:
            first += 1
            break
    if first >= sentence + 2 and reading.keys[first - 1] in QUOTE_MARKS and _opens_with_adverbial(reading, sentence):
        lead = range(sentence, verb)
        return not any(reading.any_role(i, VERBAL) or reading.keys[i] == "," or i in reading.cue_at for i in lead)
    if first >= verb:
        comma = verb > sentence and reading.keys[verb - 1] == "," and not reading.has(sentence, WordRole.DET)
        return comma and (reading.has(sentence, WordRole.SUB) or _is_adverbial(reading, sentence, verb))
    if _opens_with_adverbial(reading, first):
        focus = not reading.any_role(first, ADVERBIAL)
        if focus and _is_opener(reading, first + 1, ADVERBIAL) and not reading.words[first + 1].capital:
            return True
        return not focus or all(reading.any_role(i, ADV_OR_NEG) for i in range(first, verb))
    if first > sentence and reading.keys[first - 1] == "," and _opens_with_adverbial(reading, sentence):
        if reading.has(sentence, WordRole.SUB) and not reading.has(sentence, WordRole.DET) and first == verb:
            return True
        between = range(sentence, verb)
        return not any(reading.any_role(i, VERBAL) or (i in reading.cue_at and i < hit.first) for i in between)
    return False


def _is_adverbial(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a prepositional phrase without a verb, with whatever is set apart in it by commas: *Im
    Bericht, der gestern veröffentlicht wurde, …*."""
    if not reading.has(first, WordRole.PREP):
        return False
    relative = (i for i in range(first + 1, last - 1) if reading.keys[i] == "," and reading.has(i + 1, WordRole.REL))
    last = next(relative, last)
    return not any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(first, last))


def _opens_with_adverbial(reading: Reading, place: int) -> bool:
    roles = reading.words[place].roles
    if roles >= PREP_OR_FIRST:
        return not (reading.any_role(place + 1, VERBAL) or place + 1 in reading.cue_at)
    return (bool(roles & OPENERS) and not roles & OPENING_SUBJECT) or (
        WordRole.TIME in roles and WordRole.DET not in roles
    )


def _behind_fronted(reading: Reading, place: int, words: WordSpan) -> WordSpan | None:
    """Behind the verb where something else stands first: *Auf X zeigte sich die Regierung bestürzt und …*.

    Only the capitals of nouns show where what stands first ends; without them a comma or a verb must show it.
    """
    start, stop = words
    if not reading.grammar.word_order.verb_second or place >= stop or reading.quoted[place]:
        return None
    verb: int | None = None
    if reading.has(place, WordRole.SUB) and not reading.has(place, WordRole.DET):
        verb = next((i + 1 for i in range(place, stop) if reading.keys[i] == ","), None)
    elif reading.grammar.nouns.capitalised and (reading.has(place, WordRole.PREP) or place > start):
        verb = _verb_behind(reading, place, stop)
    if verb is None or verb + 1 >= stop or not reading.words[verb].is_word or reading.words[verb].capital:
        return None
    phrase = subject_after(reading, verb + 1, stop)
    return phrase if phrase is not None and phrase.first <= verb + 3 and not is_oblique(reading, phrase) else None


def _verb_behind(reading: Reading, place: int, stop: int) -> int | None:
    """The first small word behind a prepositional phrase or adverb that can be a verb."""
    seen = not reading.has(place, WordRole.PREP)
    for i in range(place, min(stop, place + MAX_FRONTED)):
        word = reading.words[i]
        if not word.is_word:
            return None
        if word.capital:
            seen = True
        elif seen and not word.roles - VERBAL - {WordRole.SUBJ}:
            return i
    return None


def leading_subject(reading: Reading, start: int, stop: int) -> WordSpan | None:
    """The subject with which a sentence opens, past an adverbial set apart by a comma."""
    stop = min(stop, start + LONGEST_CLAUSE)
    place = start
    while place < stop and (not reading.words[place].is_word or _is_opener(reading, place, LINKING)):
        place += 1
    behind = _behind_fronted(reading, place, WordSpan(start, stop))
    if behind is not None:
        return behind
    if place < stop and (_is_opener(reading, place, ADVERBIAL) or _says_when(reading, place, stop)):
        place = _past_adverbial(reading, place, stop)
    if place < stop and opens_with_gerund(reading, place):
        comma = next((i for i in range(place, stop) if reading.keys[i] == ","), place)
        place = comma + 1
    if place >= stop or reading.quoted[place]:
        return None
    if reading.words[place].may_be_subject and place in reading.pronouns:
        return WordSpan(place, place + 1)
    end = _phrase_end(reading, place, stop)
    named = reading.named_in(place, end)
    if named and end - place > LONG_PHRASE and not _is_governed(reading, place, named[0]):
        return WordSpan(named[0].first, named[0].last)
    return with_apposed_name(reading, WordSpan(place, end), stop) if end > place else None


def _is_governed(reading: Reading, first: int, named: Named) -> bool:
    """Whether the name of a body or place is what the phrase is of: *All ten members of the | Trade Panel*;
    not a person's, *footage of | Ann Holm | asking …*."""
    before = named.first - 2 if reading.has(named.first - 1, WordRole.DET) else named.first - 1
    return named.actor.type != "person" and before > first and reading.has(before, WordRole.OF)


def opens_with_gerund(reading: Reading, place: int) -> bool:
    """Whether a gerund with its object opens the sentence: *Citing an article that said …, the council …*."""
    verbs, word = reading.grammar.verbs, reading.words[place]
    gerund = word.capital and word.key.endswith((*verbs.participles, *verbs.absolute_participles))
    return gerund and word.start in reading.opening_starts and reading.has(place + 1, WordRole.DET)


def _is_opener(reading: Reading, place: int, roles: frozenset[WordRole]) -> bool:
    """Whether the word has one of the roles, and is no article."""
    return reading.any_role(place, roles) and not reading.has(place, WordRole.DET)


def _says_when(reading: Reading, first: int, stop: int) -> bool:
    """A time that a comma sets apart, whatever it opens with: *Several hours earlier, a senior official …*."""
    comma = next((i for i in range(first, min(stop, first + LONGEST_TIME)) if reading.keys[i] == ","), None)
    last = (comma or first) - 1
    timed = last > first and reading.any_role(last, WHEN) and not reading.words[last].capital
    return timed and not any(reading.any_role(i, VERBAL) or i in reading.cue_at for i in range(first, last))


def _past_adverbial(reading: Reading, place: int, stop: int) -> int:
    """Past the comma that sets apart what stands first; else past a conjunction alone."""
    comma = next((i for i in range(place, stop) if reading.keys[i] == ","), None)
    if comma is not None and comma + 1 < stop:
        return comma + 1
    return place + 1 if reading.has(place, WordRole.SUB) else place


def _names_a_body(reading: Reading, first: int) -> bool:
    """Whether article, name and common noun open the phrase, whose head is the noun: *the Carter administration*."""
    place = first + 2
    article = reading.has(first, WordRole.DET) and place < len(reading.words) and reading.words[first + 1].capital
    noun = article and reading.words[place].is_word and not reading.words[place].capital
    verb = reading.has(place + 1, WordRole.DET)
    return noun and not verb and not reading.words[place].roles and place not in reading.cue_at


def _is_verb(reading: Reading, place: int) -> bool:
    """Whether an article behind a plain word shows that this is a verb with its object: *The paper | ran a story*;
    where the verb stands second, what follows it may be its subject."""
    word, before = reading.words[place], reading.words[place - 1]
    if (
        reading.grammar.word_order.verb_second
        or word.capital
        or word.roles
        or not word.is_word
        or place in reading.cue_at
    ):
        return False
    object_ = place + 1 < len(reading.words) and reading.words[place + 1].roles == {WordRole.DET}
    return object_ and before.is_word and not before.roles


def _is_head_noun(reading: Reading, first: int, place: int) -> bool:
    """Whether the word behind a capital is a plural that what opens the phrase belongs to: *A number of the Alpine |
    villages*, *All ten Labour | members of*."""
    word, before = reading.words[place], place - 1
    plural = reading.grammar.nouns.plural_s and word.key.endswith("s") and not word.key.endswith("ss")
    if not plural or word.roles or place in reading.cue_at or reading.persons_in(before, place):
        return False
    described = reading.has(before - 1, WordRole.DET)
    of = place + 1 < len(reading.words) and (reading.has(place + 1, WordRole.OF) or place + 1 in reading.cue_at)
    return before > first and (described or of)


def _phrase_end(reading: Reading, first: int, stop: int) -> int:
    """Where the words with which a sentence opens come to a mark, a verb, or a common noun behind a name."""
    place, body = first, _names_a_body(reading, first)
    while place < min(stop, first + MAX_OPENING):
        word = reading.words[place]
        if not word.is_word and word.key not in INNER:
            break
        owned = word.key == "'s" and not is_verbal(reading, place)
        if (place > first + 1 and _is_verb(reading, place)) or (place > first and follows_definite(reading, place)):
            break
        if place > first and not owned and (word.roles & CLAUSAL or (place in reading.cue_at and not word.capital)):
            break
        behind_name = place > first + 1 and not word.capital and reading.words[place - 1].capital
        behind_name = behind_name and not (place == first + 2 and body)
        behind_name = behind_name and not _is_head_noun(reading, first, place)
        if behind_name and WordRole.OF not in word.roles and not reading.grammar.nouns.capitalised:
            break
        described = place > first and reading.words[place - 1].is_word and not reading.words[place - 1].roles
        described = described and not reading.grammar.word_order.verb_second
        if described and WordRole.ADV in word.roles and not word.roles & {WordRole.DET, WordRole.PREP}:
            break
        if place == first + 3 and body and WordRole.OF not in word.roles:
            break
        place += 1
    return place


def subject_of_rest(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """The subject behind an opening *by its own account*: behind the verb where that stands second, else behind the
    comma."""
    while place < stop and reading.keys[place] == ",":
        place += 1
    if reading.grammar.word_order.verb_second:
        place += 1
    phrase = subject_after(reading, place, stop) if place < stop else None
    if phrase is None or phrase.first != place:
        return None
    least = place + 1 + reading.has(place, WordRole.DET)
    ends = (i for i in range(least, phrase.last) if _ends_subject(reading, i))
    return WordSpan(place, next(ends, phrase.last))


def _ends_subject(reading: Reading, place: int) -> bool:
    """Whether a verb or a number stands here, which no subject goes on with: *föreningen | 200 medlemmar*.

    Where the verb follows its subject, any small word may be the verb.
    """
    if reading.keys[place][0].isdigit() or reading.any_role(place, VERBAL) or place in reading.cue_at:
        return True
    return not reading.grammar.word_order.verb_second and not reading.words[place].capital
