"""Whom a description means behind which a name follows: *said a spokesman, Captain X Y*."""

from __future__ import annotations

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import VERBAL
from analysis.columns import WordRole
from analysis.quotes.callings import calling
from analysis.quotes.describing import is_several
from analysis.types import Actor

TITLE = 6
"""Most words of a title or a body between the comma and the name."""
NO_TITLE = VERBAL | {
    WordRole.OF,
    WordRole.GEN,
    WordRole.PREP,
    WordRole.POSS,
    WordRole.BY,
    WordRole.CONJ,
    WordRole.REL,
    WordRole.SUB,
    WordRole.THAT,
    WordRole.NEG,
}
"""Roles of words in no title before a name."""


def named_behind_comma(reading: Reading, phrase: WordSpan) -> Actor | None:
    """The person whose full name stands in apposition right behind a description without a name; None where the words
    call nobody anything, or where the name may begin another clause or a list."""
    comma = phrase.last
    if comma + 1 >= len(reading.words) or reading.keys[comma] != "," or is_several(reading, phrase):
        return None
    described = calling(reading, *phrase)
    named = next((one for one in reading.persons_in(comma + 1, comma + 2 + TITLE) if _is_full(one)), None)
    if described is None or named is None or named.first <= comma or reading.quoted[named.first]:
        return None
    if any(_parts(reading, place) for place in range(comma + 1, named.first)) or not _closes(reading, named):
        return None
    unlike = described.gender and named.actor.gender not in (None, described.gender)
    return None if unlike else named.actor


def _is_full(named: Named) -> bool:
    return named.mention.kind == "name" and " " in named.mention.text


def _parts(reading: Reading, place: int) -> bool:
    """Whether a word between the comma and the name shows that the name is not in apposition."""
    word = reading.words[place]
    if not word.is_word or (place in reading.cue_at and not word.capital):
        return True
    return bool(word.roles & NO_TITLE) and not word.capital and WordRole.DET not in word.roles


def _closes(reading: Reading, named: Named) -> bool:
    """Whether a name ends its clause, as nothing but a mark follows it."""
    return named.last >= len(reading.words) or not reading.words[named.last].is_word
