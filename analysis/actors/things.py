"""Places and organisations of a document: known ones by their key, others by their folded base form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from analysis import resources
from analysis.actors.body_phrases import head_noun
from analysis.actors.detection import Named
from analysis.actors.folding import plain
from analysis.actors.gazetteer import Entry, Gazetteer, legal_forms
from analysis.actors.heads import head_words
from analysis.actors.identity import acronym, initials, name_key
from analysis.actors.phrases import lowered
from analysis.actors.shortened import Keyed, shortened
from analysis.grammar import grammar
from analysis.types import ActorType, Document

OPENING = re.compile(r"\s*\(\s*")
LONGEST_ACRONYM = 8
FEWEST_WORDS = 2
"""Words of the shortest name with an adjective in it."""
MOST_MORE = 3
"""Letters that the parts of compounds may have in an abbreviation, beside the first one of each word."""
MOST_WORDS_ALONE = 3
"""Words of the shortest name, in a language without compounds, that may have more letters than words."""
SMALL_WORD = 3
"""Letters of the longest word in small letters that has no letter in an abbreviation."""
LONG_WORD = 10
"""Letters of the shortest name of one word that letters behind it in brackets stand for."""


@dataclass(slots=True)
class Thing:
    """A place or an organisation while it is put together."""

    type: ActorType
    key: str
    name: str
    mentions: list[Named] = field(default_factory=list)


def resolve_things(document: Document, names: Sequence[Named], table: Gazetteer) -> list[Thing]:
    """One thing a key; an acronym in brackets after a name, or a name after its acronym, is the same thing."""
    entries = [table.find(named.text) for named in names]
    bases = {name_key(_bare(named.text, table)) for named in names}
    keys = [_keyed(named, entry, bases, table) for named, entry in zip(names, entries, strict=True)]
    same = (
        _headed(document, names, keys)
        | shortened(document, names, entries, keys)
        | _declined(document.language, entries, keys)
        | _spelt_out(document.language, names, entries, keys)
        | _bracketed(document, names, entries, keys)
    )
    things: dict[str, Thing] = {}
    for named, own in zip(names, keys, strict=True):
        kind, key, name = same.get(own[1], own)
        things.setdefault(key, Thing(kind, key, name)).mentions.append(named)
    return list(things.values())


@cache
def bodies(language: str) -> dict[str, str]:
    """Nouns for public bodies to what is the same body in every language: *Høyesterett*, *Curtea Supremă*."""
    if not resources.supported(language):
        return {}
    return {plain(row[0]): row[1] for row in resources.rows(language, "official_bodies") if len(row) > 1}


def _keyed(named: Named, entry: Entry | None, bases: set[str], table: Gazetteer) -> Keyed:
    known = bodies(table.language) if entry is None or entry.broad else {}
    body = known.get(plain(named.text)) or known.get(plain(table.without_article(named.text)))
    if body is not None:
        return "organization", f"body {body}", named.text
    if entry is not None:
        return entry.type, entry.key, entry.name
    bare = _bare(named.text, table)
    if " " in named.text and (entry := table.find(bare)) is not None and named.text.endswith(f" {bare}"):
        return entry.type, entry.key, entry.name
    base = _nominative(table.language, _without_country(table.language, bare) if named.type != "place" else bare)
    own = name_key(base)
    base = next((stem for stem in table.stems(base) if name_key(stem) in bases - {own}), base)
    return ("place" if named.type == "place" else "organization"), name_key(base), base


def _bare(surface: str, table: Gazetteer) -> str:
    """The name without article and legal form."""
    words = table.without_article(surface).split()
    if len(words) > 1 and _are_common(table.language, words[0]) and table.find(" ".join(words[1:])) is not None:
        words = words[1:]  # *ONG Greenpeace*
    while len(words) > 1 and (words[-1] in legal_forms() or words[-1] == "&"):
        words.pop()
    return " ".join(words) or surface


def _are_common(language: str, letters: str) -> bool:
    """Whether the letters are a common noun's: *ONG*."""
    listed = resources.rows(language, "common_letters") if letters.isupper() and resources.supported(language) else ()
    return any(row[0] == letters for row in listed)


def _without_country(language: str, name: str) -> str:
    """The letters of a body without the adjective behind them that says what country it is of: *ABC américaine*."""
    letters, _, last = name.partition(" ")
    behind = grammar(language).word_order.noun_before_adjective and last.islower()
    return letters if behind and letters.isupper() and last in lowered(language, "demonyms", 1) else name


def _nominative(language: str, name: str) -> str:
    """The name without the genitive's ending of its noun, where all nouns have a capital: *Grazer Instituts für …*."""
    if not grammar(language).nouns.capitalised or not grammar(language).nouns.genitive_s:
        return name
    words, nouns = name.split(), grammar(language).nouns
    if len(words) < 2 or words[0].endswith(nouns.weak_endings):
        return name
    return " ".join(head_noun(language, word) for word in words)


def _headed(document: Document, names: Sequence[Named], keys: Sequence[Keyed]) -> dict[str, Keyed]:
    """Keys of names that are the first word of one longer name to that one: *Nordstahl*, *Nordstahl Werke*."""
    heads = head_words(document, names)
    by_text = {named.text: own for named, own in zip(names, keys, strict=True)}
    return {
        own[1]: by_text[heads[named.text].text]
        for named, own in zip(names, keys, strict=True)
        if named.text in heads and named.type == "organization"
    }


def _declined(language: str, entries: Sequence[Entry | None], keys: Sequence[Keyed]) -> dict[str, Keyed]:
    """Keys of bodies to the first one that differs by how its words are declined: *Blauem Amt*, *Blauen Amts*."""
    nouns = grammar(language).nouns
    if not nouns.strong_endings or not nouns.capitalised:
        return {}
    endings = tuple(sorted({*nouns.strong_endings, *nouns.weak_endings}, key=lambda one: (-len(one), one)))
    first: dict[tuple[str, ...], Keyed] = {}
    same: dict[str, Keyed] = {}
    for entry, own in zip(entries, keys, strict=True):
        words = own[2].split()
        if own[0] != "organization" or len(words) < FEWEST_WORDS or (entry is not None and not entry.broad):
            continue
        stems = [next((word[: -len(one)] for one in endings if word.endswith(one)), word) for word in words[:-1]]
        last = words[-1].removesuffix("s").removesuffix("e")
        meant = first.setdefault((*stems, last), own)
        if meant[1] != own[1] and all(word[0].isupper() for word in words):
            same[own[1]] = meant
    return same


def _spelt_out(
    language: str, names: Sequence[Named], entries: Sequence[Entry | None], keys: Sequence[Keyed]
) -> dict[str, Keyed]:
    """Keys of acronyms that nobody knows to the only name of the document whose capitals they are."""
    long: dict[str, dict[str, Keyed]] = {}
    for named, own in zip(names, keys, strict=True):
        if letters := initials(named.text):
            long.setdefault(letters, {})[own[1]] = own
    same: dict[str, Keyed] = {}
    more = MOST_MORE if grammar(language).nouns.compounds else 1
    for named, entry, own in zip(names, entries, keys, strict=True):
        letters = acronym(named.text) if entry is None or entry.broad else ""
        meant = long.get(letters, {}) if letters else {}
        if letters and not meant:
            meant = {other[1]: other for one, other in zip(names, keys, strict=True) if _holds(letters, one.text, more)}
        if len(meant) == 1 and own[1] not in meant:
            same[own[1]] = next(iter(meant.values()))
    return same


def _holds(letters: str, name: str, more: int) -> bool:
    """Whether a body's letters are the first ones of its longer words, in order, with up to ``more`` others between.

    *SSRF* of *Svenska Sjöräddningsförbundet*; small words such as articles have no letter.
    """
    words = [word.casefold() for word in name.split() if word[0].isupper() or len(word) > SMALL_WORD]
    if not words or (len(words) < MOST_WORDS_ALONE and more == 1):
        return False
    if (
        len("".join(words)) < LONG_WORD
        or not words[0].startswith(letters[0])
        or not 0 <= len(letters) - len(words) <= more
    ):
        return False
    ends = {0}
    for word in words:
        ends = {end for start in ends for end in _read(word, letters, start)}
    return len(letters) in ends


def _read(word: str, letters: str, start: int) -> Iterator[int]:
    """Where in the letters one may be after those from ``start`` on that this word holds, its first one first."""
    if start >= len(letters) or word[0] != letters[start]:
        return
    rest, end = iter(word[1:]), start + 1
    yield end
    while end < len(letters) and letters[end] in rest:
        end += 1
        yield end


def _bracketed(
    document: Document, names: Sequence[Named], entries: Sequence[Entry | None], keys: Sequence[Keyed]
) -> dict[str, Keyed]:
    """Keys of acronyms to what they stand for, from ``Long Name (LN)`` and ``LN (Long Name)``.

    Letters of another language, or of more than the name holds, stand for a body of several words too: *(USGS)*.
    """
    same: dict[str, Keyed] = {}
    for (first, one, _), (second, two, entry) in pairwise(zip(names, keys, entries, strict=True)):
        if _apposed(document, first, second, entry):
            same[one[1]] = two
        if one[1] == two[1] or not OPENING.fullmatch(document.text, first.end, second.start):
            continue
        if _acronym(second.text, first.text) or (one[0] == "organization" and _are_letters(first, second, entry)):
            same[two[1]] = one
        elif _acronym(first.text, second.text):
            same[one[1]] = two
    return same


def _apposed(document: Document, first: Named, second: Named, entry: Entry | None) -> bool:
    """Whether the letters of a known body stand right behind what it is called: *das Uno-Hilfswerk UNRWA*."""
    letters = entry is not None and not entry.broad and not entry.media and second.text.isupper()
    long = len(first.text) >= LONG_WORD and first.type == second.type == "organization"
    return letters and long and document.text[first.end : second.start] == " "


def _are_letters(first: Named, second: Named, entry: Entry | None) -> bool:
    """Whether the second name is the letters of a body, and no agency that is credited: *… (AFP)*."""
    fits = second.text.isalpha() and second.text.isupper() and 3 <= len(second.text) <= LONGEST_ACRONYM
    long = " " in first.text or len(first.text) >= LONG_WORD
    return fits and long and (entry is None or (entry.broad and not entry.media))


def _acronym(short: str, long: str) -> bool:
    """Whether one name is an acronym of letters that stand in the other in this order, its first letter first."""
    letters = [char for char in short.casefold() if char.isalpha()]
    if not 2 <= len(letters) <= LONGEST_ACRONYM or " " in short or sum(char.isupper() for char in short) < 2:
        return False
    rest = iter(long.casefold())
    return long.casefold()[:1] == letters[0] and all(char in rest for char in letters)
