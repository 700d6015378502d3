"""Looks up places and organisations that are known in every language, through their inflected forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis import resources
from analysis.actors.folding import plain
from analysis.actors.identity import name_key
from analysis.actors.phrases import Listed
from analysis.errors import DataError
from analysis.grammar import grammar
from analysis.matching import key
from analysis.text import fold, remembered
from analysis.types import UNDETERMINED, ActorType

PLACE_LISTS = ("territories", "cities", "places")
MEDIA_LISTS = ("outlets", "agencies")
KNOWN_SURFACES = 16_384
"""Names whose entry is kept between calls: an article looks each of its names up several times (at most about 6 MB)."""
Row = tuple[str, ...]
MIN_STEM = 3
"""Endings are taken off names only if at least this many letters stay; off capitals (*FNs*) if two do."""
MIN_ACRONYM, LONGEST_LETTERS = 2, 5
MIN_DECLINED = 5
"""Letters of the shortest adjective that a name is declined by."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something known by name: its key, the name it has internationally, and what it is."""

    key: str
    name: str
    type: ActorType
    media: bool = False
    """Whether it is a news outlet; many are called by common words."""
    broad: bool = False
    """Whether it comes from a long list of towns or companies, some of which are common words."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known places and organisations as one language names them, and the endings its names may carry."""

    language: str
    entries: dict[str, Entry]
    heads: frozenset[str]
    """First words of all names."""
    endings: tuple[tuple[str, str], ...]
    articles: frozenset[str]
    phrases: Listed
    """Names of two words or more in lower case, to their type; no outlets."""

    def find(self, surface: str) -> Entry | None:
        """The entry that this name, inflected or not, stands for."""
        return _find(self.language, surface)

    def opens(self, word: str) -> bool:
        """Whether a name in the table, or an article before one, may begin with this word; quicker than a search."""
        return plain(word).partition(" ")[0] in self.heads or self.without_article(f"{word} -") != f"{word} -"

    def forms(self, surface: str) -> Iterator[str]:
        """The name itself, then without its article, then with each ending taken off."""
        yield surface
        bare = self.without_article(surface)
        if bare != surface:
            yield bare
        yield from self.stems(bare)

    def stems(self, name: str) -> Iterator[str]:
        """The name with each possible ending replaced by what the base form has there, longest ending first."""
        lower = name.lower()
        if name.isupper() and len(name) <= LONGEST_LETTERS and name.isalpha():
            return  # *HRS* is no genitive of *HR*
        for ending, base in self.endings:
            stem = name[: -len(ending)]
            if lower.endswith(ending) and (len(stem) >= MIN_STEM or (len(stem) >= MIN_ACRONYM and stem.isupper())):
                yield name[: -len(ending)] + base

    def has_article(self, surface: str) -> bool:
        """Whether an article stands before the name that is no part of it, unlike that of ``The Guardian``."""
        bare = self.without_article(surface)
        return bare != surface and bare[:1].isupper() and plain(surface) not in self.entries

    def without_article(self, surface: str) -> str:
        """The name without an article before it (``the``, ``die``, ``l'``)."""
        for mark in (" ", "'", "’"):
            head, found, rest = surface.partition(mark)
            if found and rest and key(head + (mark if mark != " " else "")) in self.articles:
                return rest
        return surface


STOPPED = re.compile(r"(?<!\w)(?:[A-Z]\.){2,}(?!\w)")
"""Letters with their stops: *U.N.*"""


@remembered(KNOWN_SURFACES)
def _find(language: str, surface: str) -> Entry | None:
    table = gazetteer(language)
    found = next((entry for form in table.forms(surface) if (entry := table.entries.get(plain(form)))), None)
    if found is None and " " in surface and STOPPED.search(surface):
        return _find(language, STOPPED.sub(lambda match: match[0].replace(".", ""), surface))
    return found


@cache
def given_names() -> dict[str, str]:
    """Given names without diacritics to the gender that bears them almost alone; the empty string if both do."""
    shared = {plain(row[0]): "" for row in resources.world("shared_given_names")}
    return shared | {plain(row[0]): row[1] for row in resources.world("given_names")}


def is_given(word: str) -> bool:
    """Whether the word is a known given name, or two of them with a hyphen: *Anna-Lena*."""
    parts = word.split("-")
    return plain(word) in given_names() or (len(parts) > 1 and all(plain(part) in given_names() for part in parts))


@cache
def surnames_in_s() -> frozenset[str]:
    """Surnames that end in *s* where they are no genitive, without diacritics."""
    return frozenset(plain(row[0]) for row in resources.world("surnames_in_s"))


@cache
def legal_forms() -> frozenset[str]:
    """Legal forms of companies, which are no part of the name."""
    return frozenset(row[0] for row in resources.world("legal_forms"))


@cache
def name_endings(language: str) -> tuple[tuple[str, str], ...]:
    """Endings that names carry in a language, and what the base form has there, the longest first."""
    endings = ((row[0], row[1] if len(row) > 1 else "") for row in resources.rows(language, "name_endings"))
    return tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair)))


@cache
def venues() -> frozenset[str]:
    """Nouns with which restaurants, hotels and the like are named."""
    return frozenset(row[0] for row in resources.world("venues"))


def is_house(name: str) -> bool:
    """*Marais Bistro*, *Hotel Adlon*: a name of a house that has guests, and no person's."""
    words = plain(name).split()
    return len(words) > 1 and not venues().isdisjoint((words[0], words[-1]))


def gazetteer(language: str) -> Gazetteer:
    """The gazetteer of a language; all unsupported ones share one of names that are the same everywhere."""
    return _gazetteer(language if resources.supported(language) else UNDETERMINED)


def _named(language: str, name: str, world: Mapping[str, Row], kind: ActorType) -> dict[str, Entry]:
    """What a language calls places or organisations of the world. Raises DataError for one that the world lacks."""
    found: dict[str, Entry] = {}
    for form, known in ((row[0], row[1]) for row in resources.rows(language, name)):
        if known not in world:
            raise DataError(f"the word list {name}.txt of {language} names {known}, which no list of the world has")
        for written in _declined(language, form):
            found.setdefault(plain(written), Entry(known, world[known][1], kind))
        found[plain(form)] = Entry(known, world[known][1], kind)
    return found


def _declined(language: str, name: str) -> Iterator[str]:
    """The name as its adjective is declined behind articles: *Europäisches Parlament*, *Europäischen Parlament*."""
    nouns = grammar(language).nouns
    words = name.split()
    stems: list[str] = []
    for word in words[:-1]:
        stem = next((word[: -len(one)] for one in (*nouns.strong_endings, "e") if word.endswith(one)), "")
        if len(stem) < MIN_DECLINED:
            break
        stems.append(stem)
    if nouns.strong_endings and stems and words[len(stems)][0].isupper():
        for ending in (*nouns.weak_endings, *nouns.strong_endings):
            yield " ".join([*(stem + ending for stem in stems), *words[len(stems) :]])


@cache
def _gazetteer(language: str) -> Gazetteer:
    places = {row[0]: row for row in resources.world("places")}
    places |= {row[0]: row for row in resources.world("more_places")}
    organisations = {row[0]: row for row in resources.world("organisations")}
    entries: dict[str, Entry] = {}
    for outlet in (row[0] for name in MEDIA_LISTS for row in resources.world(name)):
        entries[plain(outlet)] = Entry(plain(outlet), outlet, "organization", True)
    for name in (row[0] for row in resources.world("towns")):
        entries[plain(name)] = Entry(name_key(name), name, "place", broad=True)
    for name in (row[0] for row in resources.world("companies")):
        entries[plain(name)] = Entry(name_key(name), name, "organization", broad=True)
    for known, name in ((row[0], row[1]) for row in organisations.values()):
        entries[plain(name)] = Entry(known, name, "organization")
    for name, known in resources.world("acronyms"):
        entries[plain(name)] = Entry(known, organisations[known][1], "organization")
    for name in PLACE_LISTS:
        entries |= _named(language, name, places, "place")
    entries |= _named(language, "organisations", organisations, "organization")
    phrases = Listed(
        (fold(form), entries[plain(form)].type)
        for name in (*PLACE_LISTS, "organisations")
        for row in resources.rows(language, name)
        if " " in row[0]
        for form in (*_declined(language, row[0]), row[0])
    )
    heads = frozenset(name.partition(" ")[0] for name in entries)
    return Gazetteer(language, entries, heads, name_endings(language), resources.words(language, "articles"), phrases)
