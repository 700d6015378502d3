"""The subject behind its verb: *said the minister on Monday*."""

from __future__ import annotations

from analysis.attribution.phrases import (
    MAX_PHRASE,
    QUOTE_MARKS,
    SKIPPED,
    VERBAL,
    is_pronoun,
    short_quote,
    with_apposed_name,
)
from analysis.attribution.reading import Reading, Word, WordSpan
from analysis.columns import WordRole

GEN_OR_PREP = frozenset({WordRole.GEN, WordRole.PREP})
BEFORE_NOUN = frozenset({WordRole.DET, WordRole.TIME, WordRole.ADV})
ADV_OR_NEG = frozenset({WordRole.ADV, WordRole.NEG})
THAT_OR_CONJ = frozenset({WordRole.THAT, WordRole.CONJ})
NOT_NOUN = frozenset({WordRole.PREP, WordRole.CONJ, WordRole.THAT, WordRole.SUB})
OF_OR_DET = frozenset({WordRole.OF, WordRole.DET})

PARTICLES = frozenset("af al ben bin da de del della den der di dos el la le van von y zu".split())  # noqa: SIM905


CLAUSE_OPENERS = frozenset({WordRole.THAT, WordRole.SUB})
RELATIVE = CLAUSE_OPENERS | {WordRole.REL}
TRAILING = frozenset({WordRole.PREP, WordRole.DET, WordRole.CONJ})
LONGEST_ABBREVIATION = 4


def subject_after(reading: Reading, place: int, stop: int) -> WordSpan | None:
    """The subject that follows a verb: *said the minister on Monday*."""
    words = reading.words
    while place < stop and (
        (_is_skipped(reading, place) and not is_pronoun(reading, place) and not words[place].capital)
        or (
            reading.has(place, WordRole.REFL)
            and not reading.has(place, WordRole.DET)
            and not is_pronoun(reading, place)
        )
    ):
        place += 1
    if place < stop and is_pronoun(reading, place):
        return WordSpan(place, place + 1)
    if place < stop and reading.has(place, WordRole.PREP) and not reading.has(place, WordRole.DET):
        place = _past_prepositional(reading, place, stop)
        if reading.has(place, WordRole.PREP) and not reading.has(place, WordRole.DET):
            return None
    last = _phrase_from(reading, place, stop)
    if last is None:
        return None
    while last > place and reading.any_role(last - 1, TRAILING) and not words[last - 1].capital:
        last -= 1
    return with_apposed_name(reading, WordSpan(place, last), len(words)) if last > place else None


def _is_skipped(reading: Reading, place: int) -> bool:
    """An adverb, a time or a reflexive; not an article that looks like one (*le ministre*)."""
    roles = reading.words[place].roles & SKIPPED
    return bool(roles) and not (roles == {WordRole.REFL} and reading.has(place, WordRole.DET))


def _phrase_from(reading: Reading, first: int, stop: int) -> int | None:
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
        if place > first and (_opens_another(reading, place) or not _continues(reading, place, named, stop)):
            break
        if place == first and word.roles & (VERBAL | THAT_OR_CONJ) and not word.capital:
            return None
        named = named or (word.capital and WordRole.TIME not in word.roles)
        place += 1
    return place


def _opens_another(reading: Reading, place: int) -> bool:
    """An article right behind a common noun opens the next phrase: *according to police | the man has fled*."""
    word, before = reading.words[place], reading.words[place - 1]
    return (
        word.roles == {WordRole.DET} and not word.capital and not before.capital and not before.roles and before.is_word
    )


def _joins(reading: Reading, place: int, within: WordSpan) -> bool:
    """A mark inside a noun phrase: of an abbreviation, a compound, a name in quotation marks."""
    words, (first, stop) = reading.words, within
    key = words[place].key
    if key in QUOTE_MARKS:
        return short_quote(reading, place, stop)
    if place + 1 >= stop:
        return False
    if key == ".":
        before = words[place - 1]
        return place > first and before.capital and before.end - before.start <= LONGEST_ABBREVIATION
    return key in ("/", "&") or (key == "-" and words[place + 1].capital)


def _past_prepositional(reading: Reading, place: int, stop: int) -> int:
    """Past *to the paper* or *on Monday* where it stands between the verb and its subject."""
    words = reading.words
    at = place + 1
    while at < stop and words[at].is_word and (words[at].roles & BEFORE_NOUN):
        at += 1
    if at < stop and words[at].is_word:
        at += 1
        while at < stop and words[at].capital and words[at - 1].capital and not reading.grammar.nouns.capitalised:
            at += 1
    return at if at < stop and words[at].is_word and not words[at].roles & NOT_NOUN else place


def _continues(reading: Reading, place: int, named: bool, stop: int) -> bool:
    """Whether the word belongs to the noun phrase before it; ``named`` is whether that has a name."""
    word, before = reading.words[place], reading.words[place - 1]
    if word.key == "'s":
        return True
    if word.capital:
        return WordRole.TIME not in word.roles or WordRole.OF in word.roles
    following = reading.words[place + 1] if place + 1 < stop else None
    joined = _joined(word, before, following, named)
    if joined is not None:
        return joined
    if WordRole.CONJ in word.roles:
        noun = following is not None and (following.capital or WordRole.DET in following.roles)
        return noun and place + 1 not in reading.cue_at
    past = _goes_past(word, following, named)
    if past is not None:
        return past
    if word.key in PARTICLES:
        return True
    if before.capital and named and WordRole.DET not in before.roles:
        return _leads_to_name(reading, place, stop)
    return not (place in reading.cue_at and reading.cue_at[place].head == place and named)


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


def _leads_to_name(reading: Reading, place: int, stop: int) -> bool:
    """A common noun after a name that goes on to another: *Trump spokesman Jason Miller*, *USAs utsending X*."""
    words = reading.words
    before = reading.keys[place - 1]
    genitive = before == "'s" or (reading.grammar.nouns.genitive_s and before.endswith("s"))
    for i in range(place, min(stop, place + 4)):
        if not words[i].is_word or words[i].roles - {WordRole.DET} or i in reading.cue_at:
            return genitive and i > place
        if words[i].capital:
            return not reading.grammar.nouns.capitalised or genitive
    return genitive
