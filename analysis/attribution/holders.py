"""The name of who holds an office, behind what it is for or whose it is: *the leader of the union, Eva Brandt,*."""

from __future__ import annotations

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun, is_title_genitive, is_title_noun
from analysis.attribution.roles import GENITIVE_MARKS, OF_OR_GEN
from analysis.columns import WordRole

OF_OR_DET = frozenset({WordRole.OF, WordRole.DET})
OFFICE = 3
"""Most words of an office, with its article, before what it is for."""
TITLE = 3
"""Most words of a title between a comma and the name."""
COMPLEMENT = 7
"""Most words from an office to the name behind what it is for."""


def with_apposed_name(reading: Reading, phrase: WordSpan, stop: int) -> WordSpan:
    """Takes in the name behind a description: *the leader of the union, Eva Brandt,*, *le colistier de X, Y*."""
    phrase = _with_complement(reading, phrase, stop)
    comma = phrase.last
    dated = reading.keys[comma - 1].isdigit() or reading.has(comma - 1, WordRole.TIME)
    if comma + 1 >= stop or reading.keys[comma] != "," or dated or _has_name(reading, phrase):
        return phrase
    following = _persons(reading, comma + 1, stop)
    between = range(comma + 1, following[0].first if following else comma + 1)
    initial = len(between) <= 1 and all(reading.words[i].capital for i in between)
    if following and (initial or _is_title(reading, phrase, between)):
        last = following[0].last
        if last >= stop or not reading.words[last].is_word or _is_of_place(reading, last, stop):
            return WordSpan(phrase.first, last)
    return phrase


def _is_title(reading: Reading, phrase: WordSpan, between: range) -> bool:
    """Whether a description is followed by a title before the name: *her lawyer, | attorney | Ann Lee,*."""
    described = any(is_role_noun(reading, i) or reading.has(i, WordRole.POSS) for i in range(*phrase))
    words = [reading.words[i] for i in between]
    plain = all(w.is_word and (not w.roles or WordRole.DET in w.roles) for w in words)
    noun = any(not word.roles for word in words) and not any(i in reading.cue_at for i in between)
    return described and plain and noun and len(words) <= TITLE


def _with_complement(reading: Reading, phrase: WordSpan, stop: int) -> WordSpan:
    """Takes in what an office is for and the full name behind it: *l'adjointe | au logement Anne Brun*.

    Nothing where the words before the name are for somebody else, as those whom the speaker answers are.
    """
    first = phrase.last
    office = 0 < phrase.size <= OFFICE and is_title_noun(reading, phrase.last - 1) and not _has_name(reading, phrase)
    if not office or first + 2 >= stop or not reading.has(first, WordRole.PREP) or reading.words[first].capital:
        return phrase
    for place in range(first + 1, min(stop, first + 1 + COMPLEMENT)):
        if place > first + 1 and not reading.any_role(place - 1, OF_OR_DET):
            named = [one for one in _persons(reading, place, stop) if one.first == place and one.last > place + 1]
            if named:
                return WordSpan(phrase.first, named[0].last)
        if reading.keys[place] == "," and place > first + 1:
            apposed = any(one.first == place + 1 for one in _persons(reading, place + 1, stop))
            return WordSpan(phrase.first, place) if apposed else phrase
        if not _is_of_complement(reading, place):
            break
    return phrase


def names_holder(reading: Reading, phrase: WordSpan, named: Named) -> bool:
    """Whether the phrase is an office with what it is for, and the name behind it who holds it: *l'adjointe au logement
    | Anne Brun*."""
    offices = [i for i in range(phrase.first, min(named.first, phrase.first + OFFICE)) if is_title_noun(reading, i)]
    first = offices[-1] + 1 if offices else named.first
    if named.first - first < 2 or named.last != phrase.last or not reading.has(first, WordRole.PREP):
        return False
    plain = all(_is_of_complement(reading, i) for i in range(first + 1, named.first))
    return plain and not reading.has(first, WordRole.OF) and not reading.any_role(named.first - 1, OF_OR_DET)


def _is_of_complement(reading: Reading, place: int) -> bool:
    """Whether the word may stand between an office and the name behind it: a noun for no person, its article, *of*."""
    word = reading.words[place]
    if not word.is_word or is_role_noun(reading, place) or place in reading.cue_at or reading.quoted[place]:
        return False
    if WordRole.TIME in word.roles or reading.persons_in(place, place + 1):
        return False
    return bool(word.roles & OF_OR_DET) or not word.roles - {WordRole.GEN, WordRole.CONJ}


def _is_of_place(reading: Reading, first: int, stop: int) -> bool:
    """Whether a preposition with a name stands here, and a comma behind it: *the chair, Ann Holm | of
    North Dale, said*."""
    last = first + 1
    while last < stop and reading.words[last].is_word and reading.words[last].capital:
        last += 1
    joined = reading.any_role(first, OF_OR_GEN | {WordRole.PREP}) and last > first + 1
    return joined and last < stop and reading.keys[last] == ","


def _has_name(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a person is named in the phrase, not only described with a capital at the start of the sentence."""
    return any(
        reading.words[n.last - 1].capital and reading.words[n.last - 1].start not in reading.opening_starts
        for n in _persons(reading, phrase.first, phrase.last)
        if not _is_owner(reading, phrase, n)
    )


def _is_owner(reading: Reading, phrase: WordSpan, named: Named) -> bool:
    """Whether a name is only whose the described person is: behind *of*, declined, in *-s*."""
    ending = reading.grammar.nouns.genitive_s and not named.actor.name.endswith("s")
    if named.last < phrase.last and ending and named.mention.text.endswith("s"):
        return True
    if named.last < phrase.last and reading.keys[named.last] in GENITIVE_MARKS:
        return True
    if named.first <= phrase.first:
        return False
    title = named.first - 1
    titled = title > phrase.first + 1 and (is_title_noun(reading, title) or is_title_genitive(reading, title))
    if titled and reading.any_role(title - 1, OF_OR_GEN):  # *the adviser of | mayor | X*
        return True
    if title > phrase.first and _is_oblique(reading, title):  # *consilierul | primarului | X*
        return True
    return named.declined or reading.any_role(title, OF_OR_GEN)


def _is_oblique(reading: Reading, place: int) -> bool:
    """Whether a noun for what somebody is shows by its ending that it is whose something is."""
    return is_title_noun(reading, place) and reading.keys[place].endswith(reading.grammar.nouns.oblique_endings)


def _persons(reading: Reading, first: int, last: int) -> list[Named]:
    return [n for n in reading.persons_in(first, last) if n.last <= last]
