"""Noun phrases by their extent: where one that begins with a word ends, names and appositions included."""

from __future__ import annotations

from analysis.actors.particles import particles
from analysis.attribution.phrases import MAX_PHRASE
from analysis.attribution.reading import Reading, Word, WordSpan
from analysis.attribution.roles import OF_OR_GEN, QUOTE_MARKS, VERBAL
from analysis.columns import WordRole

GEN_OR_PREP = frozenset({WordRole.GEN, WordRole.PREP})
ADV_OR_NEG = frozenset({WordRole.ADV, WordRole.NEG})
THAT_OR_CONJ = frozenset({WordRole.THAT, WordRole.CONJ})
OF_OR_DET = frozenset({WordRole.OF, WordRole.DET})
CLAUSE_OPENERS = frozenset({WordRole.THAT, WordRole.SUB})
DET_OR_PLUR = frozenset({WordRole.DET, WordRole.PLUR})
JOINING = OF_OR_GEN | {WordRole.CONJ, WordRole.PREP}
RELATIVE = CLAUSE_OPENERS | {WordRole.REL}
LONGEST_ABBREVIATION = 4
LONGEST_ATTRIBUTE = 9
"""Most words from an article to the adjective that has a phrase of its own before it."""


def noun_phrase_end(reading: Reading, first: int, stop: int) -> int | None:
    """End of the noun phrase that begins at ``first``; ``None`` if none does."""
    words = reading.words
    place, named = first, False
    while place < stop and place - first < MAX_PHRASE:
        word = words[place]
        if not word.is_word:
            if not _joins(reading, place, WordSpan(first, stop)):
                break
            place += 1
            continue
        described = reading.lexicon.anonymous.at(reading, place, stop)
        if described is not None and described.size > 1:
            place = described.last
            continue
        opens = place == first or (place == first + 1 and reading.has(first, WordRole.DET))
        if opens and (whole := _whole_name(reading, place, stop)) is not None:
            following = words[whole] if whole < stop else None
            verb = following is not None and following.is_word and not following.capital and not following.roles
            if verb and reading.grammar.word_order.verb_second:
                return whole  # *Ifølge Statistisk sentralbyrå | bor det flere*
            place, named = whole, True
            continue
        if place > first and (_opens_another(reading, place) or not _continues(reading, place, named, stop)):
            break
        if named and any(n.first == place and n.declined for n in reading.named_in(place, place + 1)):
            break
        if place == first and word.roles & (VERBAL | THAT_OR_CONJ) and not word.capital:
            return None
        if place == first and (attribute := _extended(reading, first, stop)) is not None:
            place = attribute
            continue
        named = named or (word.capital and WordRole.TIME not in word.roles)
        place += 1
    return place


def _extended(reading: Reading, first: int, stop: int) -> int | None:
    """*der für die Aufsicht | zuständige Minister*: where the adjective stands that has a phrase of its own before it,
    in languages that write nouns with a capital."""
    if not reading.grammar.nouns.capitalised or not reading.has(first, WordRole.DET) or first + 1 >= stop:
        return None
    if not reading.has(first + 1, WordRole.PREP) or reading.words[first + 1].capital:
        return None
    for place in range(first + 2, min(stop - 1, first + LONGEST_ATTRIBUTE)):
        word, following = reading.words[place], reading.words[place + 1]
        if not word.is_word:
            return None
        plain = not word.capital and not word.roles and place not in reading.cue_at
        if plain and following.capital and word.key.endswith(reading.grammar.nouns.weak_endings):
            return place if any(reading.words[i].capital for i in range(first + 2, place)) else None
    return None


def _whole_name(reading: Reading, first: int, stop: int) -> int | None:
    """The end of a body's name that has words in small letters: *Statistisk sentralbyrå*, *Office for National
    Statistics*."""
    for one in reading.named_in(first, first + 1):
        if one.actor.type == "organization" and one.first == first and one.first + 1 < one.last <= stop:
            words = reading.words[one.first + 1 : one.last]
            if words[-1].is_word and any(word.is_word and not word.capital for word in words):
                return one.last
    return None


def _opens_another(reading: Reading, place: int) -> bool:
    """An article right behind a common noun opens the next phrase: *according to police | the man has fled*."""
    word, before = reading.words[place], reading.words[place - 1]
    suffixed = bool(reading.grammar.nouns.definite_endings) and reading.grammar.word_order.verb_second
    article = word.roles == {WordRole.DET} or (suffixed and word.roles == DET_OR_PLUR)
    article = article or (suffixed and _is_definite(reading, place) and _is_definite(reading, place - 1))
    return article and not word.capital and not before.capital and not before.roles and before.is_word


def _is_definite(reading: Reading, place: int) -> bool:
    """A common noun with its article in it, by its ending: *nordmannen | avisa …*."""
    word = reading.words[place]
    return (
        word.is_word
        and not word.capital
        and not word.roles
        and word.key.endswith(reading.grammar.nouns.definite_endings)
    )


def _joins(reading: Reading, place: int, within: WordSpan) -> bool:
    """A mark inside a noun phrase: of an abbreviation, a compound, a name in quotation marks."""
    words, (first, stop) = reading.words, within
    key = words[place].key
    if key in QUOTE_MARKS:
        return reading.name_marks[place].within(stop)
    if place + 1 >= stop:
        return False
    if key == ".":
        before = words[place - 1]
        if place > first and _in_domain(reading, place + 1):
            return True
        return place > first and before.capital and before.end - before.start <= LONGEST_ABBREVIATION
    if key in ("'", "’"):
        return _owns(reading, place)
    if key in ("-", ","):
        return _is_cut(reading, place, stop) or (key == "-" and words[place + 1].capital)
    return key in ("/", "&")


def _is_cut(reading: Reading, place: int, stop: int) -> bool:
    """Whether a hyphen ends a compound whose last part follows with another one, or a comma stands behind such a
    hyphen: *Verkehrs|-, Bau- und Umweltdirektor*."""
    if reading.keys[place] == ",":
        place -= 1
    mark, before = reading.words[place], reading.words[place - 1]
    if reading.keys[place] != "-" or before.end != mark.start or not before.is_word or place + 2 >= stop:
        return False
    return reading.keys[place + 1] == "," or reading.has(place + 1, WordRole.CONJ)


def _owns(reading: Reading, place: int) -> bool:
    """Whether an apostrophe behind a name in *-s* makes its genitive: *Harris' team*."""
    mark, before, following = reading.words[place], reading.words[place - 1], reading.words[place + 1]
    close = before.end == mark.start and following.start > mark.end
    return before.capital and before.key.endswith("s") and close and following.is_word and not following.roles


def _in_domain(reading: Reading, place: int) -> bool:
    """Whether the word stands behind a stop with no space on either side: *nettavis.no*."""
    stop = reading.words[place - 1]
    close = reading.words[place - 2].end == stop.start and stop.end == reading.words[place].start
    return stop.key == "." and close and reading.words[place].is_word and not reading.words[place].capital


def _continues(reading: Reading, place: int, named: bool, stop: int) -> bool:
    """Whether the word belongs to the noun phrase before it; ``named`` is whether that has a name."""
    word, before = reading.words[place], reading.words[place - 1]
    if word.key == "'s" or (place > 1 and _in_domain(reading, place)):
        return True
    if place > 2 and not word.capital and not word.roles & JOINING and _in_domain(reading, place - 1):
        return False  # *according to example.org | sea levels rose*
    if before.key in QUOTE_MARKS and place > 1 and before.start == reading.words[place - 2].end and not word.capital:
        return bool(word.roles & OF_OR_GEN)
    if word.capital:
        return WordRole.TIME not in word.roles or WordRole.OF in word.roles
    following = reading.words[place + 1] if place + 1 < stop else None
    joined = _joined(word, before, following, named)
    if joined is not None:
        return joined
    if WordRole.CONJ in word.roles:
        noun = following is not None and (following.capital or WordRole.DET in following.roles)
        return (noun or _pairs(reading, place, stop)) and place + 1 not in reading.cue_at
    past = _goes_past(word, following, named)
    if past is not None:
        return past
    if word.key in particles():
        return True
    if before.capital and named and WordRole.DET not in before.roles:
        return _leads_to_name(reading, place, stop) or _closes_description(reading, place)
    return not (place in reading.cue_at and reading.cue_at[place].head == place and named)


def _pairs(reading: Reading, place: int, stop: int) -> bool:
    """Whether two plain words stand on both sides of a conjunction and a noun behind them: *current and former
    officials*; not where any small word may be the next verb."""
    if reading.grammar.word_order.verb_second or place + 2 >= stop:
        return False
    beside = (reading.words[place - 1], reading.words[place + 1], reading.words[place + 2])
    return all(word.key.isalpha() and not word.capital and not word.roles for word in beside)


def _joined(word: Word, before: Word, following: Word | None, named: bool) -> bool | None:
    """Whether *of*, an article behind it, or what opens a clause goes on with the phrase; ``None`` for others."""
    if WordRole.OF in word.roles and not (WordRole.REL in word.roles and before.key == ","):
        return following is not None and following.is_word and not following.roles & CLAUSE_OPENERS
    if WordRole.DET in word.roles and WordRole.OF in before.roles:
        return following is not None and following.is_word
    if word.roles & RELATIVE and not (word.roles & OF_OR_DET and not named):
        return False
    return None


def _goes_past(word: Word, following: Word | None, named: bool) -> bool | None:
    """Whether a small word that mostly ends a noun phrase is part of it here; ``None`` for others."""
    if WordRole.TIME in word.roles and WordRole.OF not in word.roles:
        return False
    if word.roles & ADV_OR_NEG and WordRole.DET not in word.roles:
        return False
    if word.roles & VERBAL and WordRole.OF not in word.roles:
        return False
    if WordRole.OF in word.roles:
        return following is not None and following.is_word
    if word.roles & GEN_OR_PREP:
        name = following is not None and following.capital and WordRole.TIME not in following.roles
        return WordRole.GEN in word.roles and name and not named
    return None


def _closes_description(reading: Reading, place: int) -> bool:
    """An adjective behind a capital noun, and a comma and a person's name behind it: *des Affaires étrangères, X*."""
    after_noun = reading.grammar.word_order.noun_before_adjective and "," in reading.keys[place + 1 : place + 2]
    plain = reading.words[place].is_word and not reading.words[place].roles and place not in reading.cue_at
    return after_noun and plain and any(n.last <= place + 3 for n in reading.persons_in(place + 2, place + 3))


def _leads_to_name(reading: Reading, place: int, stop: int) -> bool:
    """A common noun after a name that goes on to another: *Trump spokesman Jason Miller*, *USAs utsending X*."""
    words = reading.words
    before = reading.keys[place - 1]
    genitive = before == "'s" or (reading.grammar.nouns.genitive_s and before.endswith("s"))
    for i in range(place, min(stop, place + 4)):
        if not words[i].is_word or words[i].roles - {WordRole.DET} or i in reading.cue_at:
            return genitive and i > place and not reading.grammar.nouns.capitalised
        if words[i].capital:
            return not reading.grammar.nouns.capitalised or genitive
    return genitive
