"""Finds the words and patterns of a list in a text, inflected forms included, in linear time.

A list entry is one or more words. A word stands for itself and its inflected forms (``framing_endings``); ``word=``
only for itself; ``word*`` for everything that begins so; ``…4`` for up to four words in between; ``<participle>`` for
a past participle (``framing_participles``). Hyphens and apostrophes part words, in entries as in texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from analysis import resources
from analysis.errors import DataError
from analysis.text import compose

_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"[ \u00a0\u202f'’\u2010\u2011-]{1,2}")
_BREAK = re.compile(r"[.!?;:\n]")
_ENTRY = re.compile(r"\w+[=*]?(?: (?:…[1-9]\d? )?(?:\w+[=*]?|<participle>))*")
"""An entry: a word, then words and past participles, each with or without room before it."""
_CEDILLA = str.maketrans("şţ", "șț")
"""The cedilla letters of old Romanian keyboards, for the comma letters of the norm."""
MAX_WORD = 40
"""Longer strings of letters are not words of any list, and are not looked up."""
MIN_STEM = 3
"""An ending is added only to stems at least this long, a citation ending taken off only if this plus one stay."""
CACHED_FORMS = 50_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: offsets, and its folded form."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where an entry occurs; ``entry`` is its number in the list, ``words`` how many words it covers."""

    start: int
    end: int
    entry: int
    words: int


def fold(text: str) -> str:
    """Case-folded, NFC, one spelling of Romanian letters."""
    folded = text.casefold()
    return folded if folded.isascii() else compose(folded).translate(_CEDILLA)


def words_of(text: str) -> list[Word]:
    """Words of a text, parted at hyphens and apostrophes."""
    return [Word(found.start(), found.end(), fold(found.group()[:MAX_WORD])) for found in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class Morphology:
    """Endings: added to a stem, put in place of another (``-ies`` of ``-y``), lost by the citation form."""

    endings: tuple[str, ...]
    swaps: tuple[tuple[str, str], ...]
    citation: tuple[str, ...]
    participle_endings: tuple[str, ...]
    participles: frozenset[str]
    _forms: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def stems(self, form: str) -> tuple[str, ...]:
        """What is left of a form when each ending is taken off, the form itself first."""
        known = self._forms.get(form)
        if known is None:
            cut = {form[: -len(end)] for end in self.endings if form.endswith(end) and len(form) - len(end) >= MIN_STEM}
            cut |= {form[: -len(end)] + base for end, base in self.swaps if form.endswith(end)}
            known = (form, *sorted(cut, key=lambda stem: (-len(stem), stem)))
            if len(self._forms) < CACHED_FORMS:
                self._forms[form] = known
        return known

    def keys(self, entry: str) -> tuple[str, ...]:
        """Stems under which an entry is listed: itself, and itself without the endings of its citation form."""
        cut = {entry[: -len(end)] for end in self.citation if entry.endswith(end) and len(entry) - len(end) > MIN_STEM}
        return (entry, *sorted(cut))

    def is_participle(self, form: str) -> bool:
        """Whether a form is or looks like a past participle."""
        if form in self.participles:
            return True
        return any(form.endswith(end) and len(form) - len(end) >= MIN_STEM for end in self.participle_endings)


@cache
def morphology(code: str) -> Morphology:
    """Morphology of a supported language, from its lists ``framing_endings`` and ``framing_participles``."""
    listed = resources.rows(code, "framing_endings")
    participles = [row[0] for row in resources.rows(code, "framing_participles")]
    return Morphology(
        tuple(fold(row[0]) for row in listed if row[1] in ("inflection", "both")),
        tuple((fold(row[0]), fold(row[2])) for row in listed if row[1] == "swap"),
        tuple(fold(row[0]) for row in listed if row[1] in ("citation", "both")),
        tuple(fold(word[1:]) for word in participles if word.startswith("-")),
        frozenset(fold(word) for word in participles if not word.startswith("-")),
    )


def elements_of(entry: str) -> list[str]:
    """What an entry is made of, folded. Raises DataError for an entry that would match nothing or cannot be read."""
    elements = [part for part in re.split(r"[ '’-]", fold(entry)) if part]
    if not _ENTRY.fullmatch(" ".join(elements)):
        raise DataError(f"the entry {entry!r} is no pattern of words")
    return elements


class Patterns:
    """The compiled entries of one list."""

    def __init__(self, entries: Sequence[str], morphology: Morphology) -> None:
        self._morphology = morphology
        self._exact: dict[str, list[int]] = {}
        self._stem: dict[str, list[int]] = {}
        self._prefix: dict[str, list[int]] = {}
        self._tails: list[tuple[str, ...]] = []
        self._elements: dict[str, tuple[str, ...]] = {}
        self._cache: dict[str, tuple[int, ...]] = {}
        for number, entry in enumerate(entries):
            elements = elements_of(entry)
            self._tails.append(tuple(elements[1:]))
            self._list(elements[0], number)

    def find(self, text_words: Sequence[Word], text: str) -> Iterator[Match]:
        """Longest entries from left to right, without overlaps."""
        place = 0
        while place < len(text_words):
            best = self._best(text_words, text, place)
            if best is None:
                place += 1
                continue
            yield best
            place += best.words

    def _list(self, element: str, number: int) -> None:
        if element.endswith("="):
            self._exact.setdefault(element[:-1], []).append(number)
        elif element.endswith("*"):
            self._prefix.setdefault(element[:-1], []).append(number)
        elif len(element) < MIN_STEM:
            self._exact.setdefault(element, []).append(number)
        else:
            for key in self._morphology.keys(element):
                self._stem.setdefault(key, []).append(number)

    def _openings(self, form: str) -> tuple[int, ...]:
        """Entries that a form may open, most exact first."""
        known = self._cache.get(form)
        if known is None:
            found = list(self._exact.get(form, ()))
            for stem in self._morphology.stems(form):
                found += self._stem.get(stem, ())
            for size in range(len(form), 1, -1):
                found += self._prefix.get(form[:size], ())
            known = tuple(dict.fromkeys(found))
            if len(self._cache) < CACHED_FORMS:
                self._cache[form] = known
        return known

    def _best(self, text_words: Sequence[Word], text: str, place: int) -> Match | None:
        best: Match | None = None
        for number in self._openings(text_words[place].lower):
            last = self._reach(text_words, text, place, self._tails[number])
            if last is not None and (best is None or last - place + 1 > best.words):
                best = Match(text_words[place].start, text_words[last].end, number, last - place + 1)
        return best

    def _reach(self, text_words: Sequence[Word], text: str, place: int, tail: tuple[str, ...]) -> int | None:
        """Number of the last word of a match that opens at ``place``, or nothing."""
        room = 0
        for element in tail:
            if element[0] == "…":
                room = int(element[1:])
                continue
            found = self._step(text_words, text, place, element, room)
            if found is None:
                return None
            place, room = found, 0
        return place

    def _step(self, text_words: Sequence[Word], text: str, place: int, element: str, room: int) -> int | None:
        for nxt in range(place + 1, min(place + 2 + room, len(text_words))):
            between = text[text_words[nxt - 1].end : text_words[nxt].start]
            if (room and (len(between) > 4 or _BREAK.search(between))) or (not room and not _JOINT.fullmatch(between)):
                return None
            if self._fits(text_words[nxt].lower, element):
                return nxt
        return None

    def _fits(self, form: str, element: str) -> bool:
        if element == "<participle>":
            return self._morphology.is_participle(form)
        if element.endswith("="):
            return form == element[:-1]
        if element.endswith("*"):
            return form.startswith(element[:-1])
        if form == element or len(element) < MIN_STEM:
            return form == element
        keys = self._elements.get(element)
        if keys is None:
            keys = self._elements[element] = self._morphology.keys(element)
        return any(stem in keys for stem in self._morphology.stems(form))
