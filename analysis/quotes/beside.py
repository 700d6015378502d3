"""What stands beside a name to say who that is: nouns before and behind it, an age."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import GENITIVE_MARKS, SINGULAR, VERBAL
from analysis.columns import WordRole
from analysis.quotes.callings import OPENING, Calling, calling, noun_at
from analysis.quotes.describing import introduction

LEADING = 6
"""Most words of a description right before a name."""
BEHIND = 8
"""Most words behind a name in which its description begins or goes on."""
ABBREVIATION = 5
"""Most letters of a noun that is cut short by a full stop."""
OLDEST = 115
"""No number above it is an age."""
PART = 3
"""The first part of a compound, its hyphen and what joins it to the whole one: *klima | - | og*."""
ENDING = VERBAL | {WordRole.REL, WordRole.SUB, WordRole.THAT, WordRole.CONJ} | SINGULAR
"""Roles of words in no description."""
ENDING_BEHIND = ENDING - {WordRole.REL, WordRole.BE}
LINKING = frozenset({WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.POSS, WordRole.BY})
"""Roles of a word right before a name whose noun is not that name's: *a friend of X*, *his X*."""
PARENTHESES = "(,"
"""What an age or a description behind a name stands behind."""


def callings_of(reading: Reading, named: Named) -> Iterator[Calling]:
    """What the article calls somebody beside this mention of the name: before it, before a comma, behind it."""
    for first, last in (*_before(reading, named), *_behind(reading, named)):
        found = calling(reading, first, last, inner=True)
        if found is not None:
            yield found


def _before(reading: Reading, named: Named) -> Iterator[tuple[int, int]]:
    floor, first = _begin(reading, named), _nearest_noun(reading, named)
    if first >= floor and not _is_link(reading, named.first - 1) and not _is_of(reading, first, named.first):
        while first > floor and not reading.any_role(first - 1, OPENING):
            first -= 1
        yield _with_owner(reading, first), named.first
    closed = named.last >= len(reading.words) or not reading.words[named.last].is_word
    if closed and (ahead := introduction(reading, named)):
        begin = next((i + 1 for i in reversed(ahead) if reading.any_role(i, ENDING)), ahead.start)
        yield begin, ahead.stop


def _with_owner(reading: Reading, first: int) -> int:
    """Where a description begins with the country or body whose office it is, *Norway's | prime minister*, or with the
    other parts of its noun, *klima- | og energiminister*."""
    while first >= PART and reading.keys[first - 2] == "-" and _joins(reading, first - 1):
        first -= PART
    if first < 2 or reading.keys[first - 1] not in GENITIVE_MARKS:
        return first
    owner = next((one for one in reading.named_before(first, 1) if one.last == first - 1), None)
    return first if owner is None or owner.actor.type == "person" else owner.first


def _joins(reading: Reading, place: int) -> bool:
    """Whether a word or a comma joins the first part of a compound, and its hyphen, to the compound that follows."""
    hyphen = reading.words[place - 1]
    joined = reading.has(place, WordRole.CONJ) or reading.keys[place] == ","
    return joined and hyphen.start == reading.words[place - 2].end < hyphen.end < reading.words[place].end


def _begin(reading: Reading, named: Named) -> int:
    """Where the words right before a name begin that may describe whose it is."""
    first = named.first
    while first > max(0, named.first - LEADING) and _describes(reading, first - 1):
        first -= 1
    return first


def _nearest_noun(reading: Reading, named: Named) -> int:
    """Where the last listed noun before a name begins, with the noun before it that it goes on: *secretary | general*;
    -1 if there is none nearby."""
    low = max(-1, named.first - 1 - LEADING)
    last = next((i for i in range(named.first - 1, low, -1) if noun_at(reading, i, named.first)), None)
    if last is None:
        return -1
    longer = (noun_at(reading, i, named.first) for i in range(max(0, last - 3), last))
    return min((one[0].first for one in longer if one and one[0] and one[0].last > last), default=last)


def _is_of(reading: Reading, first: int, last: int) -> bool:
    """Whether the noun is of somebody whom a word before the name calls something: *the brother of guitarist | X*."""
    found = noun_at(reading, first, last)
    after = first + 1 if found is None or found[0] is None else found[0].last
    opening = next(
        (i for i in range(after, last) if reading.any_role(i, OPENING) or reading.has(i, WordRole.DET)), last
    )
    if opening < last and reading.grammar.nouns.capitalised:
        return True
    word = reading.words[last - 1]
    agent = word.key.endswith(reading.grammar.nouns.agent_endings) and not word.capital and not word.roles
    return opening < last and agent


def _describes(reading: Reading, place: int) -> bool:
    """Whether a word may belong to the description before a name."""
    word = reading.words[place]
    if word.key == "." and place and reading.words[place - 1].end - reading.words[place - 1].start <= ABBREVIATION:
        return noun_at(reading, place - 1, place) is not None  # *Gov. | X Y*
    ends = word.roles & ENDING and not word.roles & {WordRole.DET, WordRole.OF}
    if not word.is_word or ends or reading.quoted[place] or (place in reading.cue_at and not word.capital):
        return False
    return not any(one.last > place for one in reading.persons_in(place, place + 1))


def _is_link(reading: Reading, place: int) -> bool:
    """Whether a name is what the noun before it is of, and not who is called so: *the coach of | X*."""
    if reading.any_role(place, LINKING) and not reading.words[place].capital:
        return True
    return reading.has(place, WordRole.DET) and reading.any_role(place - 1, LINKING)


def _behind(reading: Reading, named: Named) -> Iterator[tuple[int, int]]:
    """*X, head of Y*, *X, who is a baker*, *X is the coach of Y*."""
    place = named.last
    words = reading.words
    if place >= len(words):
        return
    comma = reading.keys[place] == ","
    if not comma and not (reading.has(place, WordRole.BE) and not reading.quoted[place]):
        return
    first = place + 1
    last = first
    stop = min(len(words), first + BEHIND, reading.sentences[reading.sentence_of(named.first)].last)
    while last < stop and words[last].is_word and not reading.quoted[last] and last not in reading.cue_at:
        if reading.any_role(last, ENDING_BEHIND) and not reading.any_role(last, {WordRole.DET, WordRole.OF}):
            break
        last += 1
    if last == first or not _opens_noun(reading, first, last):
        return
    if any(one.first > first and one.first < last for one in reading.persons_in(first, last)):
        return
    closed = last >= stop or not words[last].is_word or last - first == BEHIND
    if closed or not comma:
        yield first, last


def _opens_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether the words begin with a noun phrase, or with *who is*: not *met the president*."""
    place = first
    while place < last and reading.any_role(place, {WordRole.REL, WordRole.BE}):
        place += 1
    if reading.any_role(place, {WordRole.PREP, WordRole.POSS}) and not reading.has(place, WordRole.DET):
        return False
    noun = next((i for i in range(place, last) if noun_at(reading, i, last) is not None), last)
    return not any(reading.has(i, WordRole.DET) for i in range(place + 1, noun))


def ages_of(reading: Reading, named: Named) -> Iterator[int]:
    """The age that stands beside a name: *X (36)*, *X, 58,*, *36-årige X*."""
    last = named.last
    if last + 1 < len(reading.words) and reading.keys[last] in PARENTHESES:
        yield from _age(reading.keys[last + 1])
    for place in range(_begin(reading, named), named.first):
        number, hyphen, ending = reading.keys[place].partition("-")
        if hyphen and ending[:1].isalpha():
            yield from _age(number)


def age_in(reading: Reading, phrase: WordSpan) -> int | None:
    """The age by which a phrase knows somebody: *36-åringen*, *l'homme de 42 ans*."""
    ages = (age for place in range(*phrase) for age in _age(reading.keys[place]))
    return next(iter(ages), None)


def _age(key: str) -> Iterable[int]:
    digits = key[: next((i for i, char in enumerate(key) if not char.isdigit()), len(key))]
    return (int(digits),) if digits and int(digits) <= OLDEST else ()
