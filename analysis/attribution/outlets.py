"""News outlets, agencies and platforms in a text: by name, by list of the world's, or by the noun before the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.actors.tagger import load_tagger
from analysis.attribution.reading import Reading
from analysis.columns import ArticleForm, CueUse, MediumKind, WordRole
from analysis.matching import Phrase, Phrases, key, literal
from analysis.resources import world

PREP_OR_DET = frozenset({WordRole.PREP, WordRole.DET})

Kind = Literal["outlet", "agency", "social"]
MARKS = frozenset('"“”„«»‘’›‹')
OWNING = frozenset({WordRole.DET, WordRole.OF, WordRole.GEN})
BESIDE, SPOKEN = 3, 6
"""Most words between a verb of saying and a medium's article, without a preposition between and with one."""
PLAIN_LENGTH = 2
"""A name of at most so many letters (X) counts only after a preposition."""


@dataclass(frozen=True, slots=True)
class Found:
    """A medium in the text: words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    kind: Kind
    named: bool


@cache
def names() -> Phrases[Kind]:
    """All known names, by their first word."""
    return Phrases(phrase for _, phrase in _listed())


def known() -> Iterator[str]:
    """All known names as they are written."""
    return (name for name, _ in _listed())


def _listed() -> Iterator[tuple[str, Phrase[Kind]]]:
    """Every name of the lists as it is written, and as it is looked for."""
    kinds: tuple[tuple[str, Kind], ...] = (("outlets", "outlet"), ("agencies", "agency"), ("platforms", "social"))
    for file, kind in kinds:
        for row in world(file):
            yield row[0], Phrase(literal(_words(row[0])), kind)


@cache
def _links() -> frozenset[str]:
    """Small words inside names of media."""
    return frozenset(row[0] for row in world("media_links"))


@cache
def articles() -> dict[str, ArticleForm]:
    """Articles with which names of media open, and whether they do in small letters too."""
    return {row[0]: ArticleForm("".join(row[1:])) for row in world("media_articles")}


@cache
def _small() -> frozenset[str]:
    """First words of names that are written in small letters, and articles that may be."""
    small = {phrase.words[0] for name, phrase in _listed() if name[0].islower()}
    return frozenset(small | {word for word, form in articles().items() if form is ArticleForm.ANY})


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    """First two words of each known name, or its only one: dozens open with the same article."""
    return frozenset(phrase.words[:2] for phrase in names())


def _words(name: str) -> Iterator[str]:
    """A name as the tokens of a text have it."""
    for piece in key(name).split():
        if "'" in piece[:2]:
            left, _, right = piece.partition("'")
            yield left + "'"
            piece = right
        for mark in ("/", "!", "&"):
            if mark in piece and piece != mark:
                left, _, right = piece.partition(mark)
                if left:
                    yield left
                yield mark
                piece = right
        if piece:
            yield piece


def outlets_in(reading: Reading, first: int, last: int) -> Iterator[Found]:
    """Media named or described among the words, in text order, not overlapping."""
    known, media, free = names().openings, reading.lexicon.media.openings, first
    for place in range(first, last):
        key = reading.keys[place]
        if place < free or (key not in media and (key not in known or not _opens(reading, place))):
            continue
        found = _named(reading, place, last) or _described(reading, place, last)
        if found is not None:
            free = found.last
            yield found


def is_venue(reading: Reading, first: int, last: int) -> bool:
    """A medium behind a preposition: where something was said, not who said it (*auf Facebook schrieb sie*)."""
    if not reading.has(first - 1, WordRole.PREP):
        return False
    phrase = names().at(reading, first, last)
    return phrase is not None and phrase.last == last


def _opens(reading: Reading, place: int) -> bool:
    """Whether a known name may begin with the word and the one behind it."""
    keys = reading.keys[place : place + 2]
    return keys in _openings() or keys[:1] in _openings()


def _named(reading: Reading, place: int, last: int) -> Found | None:
    word = reading.words[place]
    signed = place > 0 and reading.keys[place - 1] in ("/", "(", "©")
    if not (word.capital or signed or word.key in _small()):
        return None
    phrase = names().at(reading, place, last)
    if phrase is None:
        return None
    if phrase.size == 1 and _is_plain(reading, place, phrase.value):
        return None
    if reading.keys[place] in articles() and phrase.size == 2 and not _stands_alone(reading, place + 1):
        return None
    return Found(place, phrase.last, phrase.value, True)


def _stands_alone(reading: Reading, place: int) -> bool:
    """Whether the word after an article is a name by itself: *The Nation*, not *the nation*, *the Nation Gallery*."""
    following = place + 1
    if not reading.words[place].capital:
        return False
    return following >= len(reading.words) or not (
        reading.words[following].capital and reading.words[following].start == reading.words[place].end + 1
    )


def _is_plain(reading: Reading, place: int, kind: Kind) -> bool:
    """A short or common name that here is a word, an initial or part of a longer name."""
    words = reading.words
    word = words[place]
    if words[place - 1].key == "-" if place else False:
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and following.capital and following.start == word.end + 1 and kind != "agency":
        return True
    if word.end - word.start <= PLAIN_LENGTH and kind == "social":
        return not (place and reading.has(place - 1, WordRole.PREP))
    before = words[place - 1] if place else None
    if reading.grammar.nouns.capitalised and not reading.text[word.start : word.end].isupper():
        common = kind != "social" and load_tagger().common(reading.lexicon.code, word.key)
        if common and not _is_shown(reading, place):
            return True
        return before is None or (before.is_word and not before.roles & PREP_OR_DET and not _speaks(reading, place))
    return False


def _is_shown(reading: Reading, place: int) -> bool:
    """Whether something beside a name that is a common noun too shows a medium: marks, a noun for one, *laut*, or a
    verb of saying with an article between; *der Spiegel schreibt*, not *der Spiegel des Sees*, *beim Spiegel*."""
    if place and reading.keys[place - 1] in MARKS | {"/", "("}:
        return True
    det = place > 0 and reading.has(place - 1, WordRole.DET)
    start = place - 1 if det else place
    if start > 0 and reading.keys[start - 1] in reading.grammar.clauses.source_prepositions:
        return True
    if any(reading.lexicon.media.at(reading, i, place) is not None for i in range(max(0, place - 2), place)):
        return True
    first, stop = reading.sentences[reading.sentence_of(place)]
    following = place + 1 < stop and reading.any_role(place + 1, OWNING)
    if not det or following:
        return not det and _speaks(reading, place) and not following
    reach = SPOKEN if reading.has(start - 1, WordRole.PREP) else BESIDE
    return any(_tells(reading, i) for i in (*range(max(first, start - reach), start), *_open(reading, place + 1, stop)))


def _open(reading: Reading, place: int, stop: int) -> Iterator[int]:
    """The words right behind a name, up to a mark."""
    for at in range(place, min(stop, place + BESIDE)):
        if not reading.words[at].is_word:
            return
        yield at


def _tells(reading: Reading, place: int) -> bool:
    return place in reading.cue_at and CueUse.SAY in reading.cue_at[place].cue.use


def _speaks(reading: Reading, place: int) -> bool:
    prepositions = reading.grammar.clauses.source_prepositions
    return any(i in reading.cue_at for i in (place - 1, place + 1)) or reading.keys[place - 1] in prepositions


def _described(reading: Reading, place: int, last: int) -> Found | None:
    """*avisen The Guardian*, *the daily Kurier*, *ryska statsmedier*: a noun for a medium, and its name."""
    phrase = reading.lexicon.media.at(reading, place, last)
    if phrase is None or phrase.value is not MediumKind.OUTLET:
        return None
    end = phrase.last
    name = end
    quoted = name < last and reading.keys[name] in "\"“”„«»‘’'"
    if quoted:
        name += 1
    stop = name
    while (
        stop < last and reading.words[stop].is_word and (reading.words[stop].capital or reading.keys[stop] in _links())
    ):
        stop += 1
    if stop > name and not reading.has(name, WordRole.TIME):
        return Found(name, stop, "outlet", True)
    begin = place
    if (
        place
        and reading.words[place - 1].is_word
        and not reading.words[place - 1].roles - {WordRole.TIME}
        and place - 1 not in reading.cue_at
    ):
        begin -= 1
    return Found(begin, end, "outlet", False)
