"""The compiled phrases of a list, and where a text has them.

Of several phrases that begin at one word the one of most words counts; of those as long, one without a gap, then the
one that is listed most exactly. Each word of a text is looked at a number of times that depends on the list alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from analysis.matching.elements import Element, Kind
from analysis.matching.inflection import Inflection

T = TypeVar("T")
CACHED_FORMS = 50_000


class Barrier(IntEnum):
    """What stands before a word, between it and a word of the same phrase further back."""

    NOTHING = 0
    MARK = 1
    END = 2


class Text(Protocol):
    """Words of a text as they are looked up, and what stands between them."""

    @property
    def keys(self) -> Sequence[str]:
        """The words in the form in which they are looked up; where marks are words as well, with those."""

    def adjoins(self, place: int) -> bool:
        """Whether the word stands right behind the one before it."""

    def barrier(self, place: int) -> Barrier:
        """What a gap must pass to reach the word from the one before it."""

    def interposed(self, place: int) -> bool:
        """Whether the word may stand inside a phrase that it is no part of."""

    def closes(self, place: int) -> bool:
        """Whether the word is the last of its clause."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Words in a row with nothing in between."""

    keys: Sequence[str]

    def adjoins(self, place: int) -> bool:
        """Always."""
        return True

    def barrier(self, place: int) -> Barrier:
        """Nothing."""
        return Barrier.NOTHING

    def interposed(self, place: int) -> bool:
        """Never."""
        return False

    def closes(self, place: int) -> bool:
        """Whether it is the last word of all."""
        return place + 1 >= len(self.keys)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """An entry of a list and what it means."""

    elements: tuple[Element, ...]
    value: T

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without the signs and the room between them."""
        return tuple(element.form for element in self.elements)

    @property
    def gapped(self) -> bool:
        """Whether it leaves room for other words."""
        return any(element.room for element in self.elements)


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Where a text has a phrase: words ``first`` to ``last`` (exclusive); ``head`` is where its first gap begins, or
    its end."""

    first: int
    last: int
    head: int
    phrase: Phrase[T]

    @property
    def size(self) -> int:
        """How many words of the text it covers."""
        return self.last - self.first

    @property
    def value(self) -> T:
        """What the phrase means."""
        return self.phrase.value


class Phrases(Generic[T]):
    """The phrases of one list.

    ``across`` is the strongest barrier that a gap passes; with ``interposing`` a word that the text calls so may stand
    behind the first word of a phrase.
    """

    def __init__(
        self,
        phrases: Iterable[Phrase[T]],
        inflection: Inflection | None = None,
        *,
        across: Barrier = Barrier.MARK,
        interposing: bool = False,
    ) -> None:
        self._inflection = Inflection() if inflection is None else inflection
        self._across, self._interposing = across, interposing
        self._listed = tuple(phrases)
        self._whole: dict[str, tuple[Phrase[T], ...]] = {}
        self._stems: dict[str, tuple[Phrase[T], ...]] = {}
        self._beginnings: dict[str, tuple[Phrase[T], ...]] = {}
        self._known: dict[str, tuple[Phrase[T], ...]] = {}
        self._bases: dict[str, tuple[str, ...]] = {}
        self._index()
        self._plain = not self._stems and not self._beginnings
        self.openings: Container[str] = self._whole if self._plain else self
        """The words that a phrase may begin with."""

    def _index(self) -> None:
        tables = {Kind.WORD: self._whole, Kind.BEGINNING: self._beginnings, Kind.INFLECTED: self._stems}
        found: dict[Kind, dict[str, list[Phrase[T]]]] = {kind: {} for kind in tables}
        for phrase in self._listed:
            opening = phrase.elements[0]
            inflected = opening.kind is Kind.INFLECTED
            for form in self._inflection.bases(opening.form) if inflected else (opening.form,):
                found[opening.kind].setdefault(form, []).append(phrase)
        for kind, table in tables.items():
            table.update({form: _longest_first(group) for form, group in found[kind].items()})

    def __contains__(self, form: object) -> bool:
        """Whether a phrase may begin with the word."""
        return isinstance(form, str) and bool(self.opening(form))

    def __iter__(self) -> Iterator[Phrase[T]]:
        """The phrases in the order of the list."""
        return iter(self._listed)

    def opening(self, form: str) -> tuple[Phrase[T], ...]:
        """Phrases that may begin with the word, the longest and most exact first."""
        if self._plain:
            return self._whole.get(form, ())
        known = self._known.get(form)
        if known is None:
            found = list(self._whole.get(form, ()))
            for stem in self._inflection.stems(form) if self._stems else ():
                found += self._stems.get(stem, ())
            for size in range(len(form), 0, -1) if self._beginnings else ():
                found += self._beginnings.get(form[:size], ())
            known = _longest_first({id(phrase): phrase for phrase in found}.values())
            if len(self._known) < CACHED_FORMS:
                self._known[form] = known
        return known

    def openings_in(self, text: Text, first: int, last: int) -> list[int]:
        """The words among these that a phrase may begin with."""
        keys, openings = text.keys, self.openings
        return [place for place in range(first, last) if keys[place] in openings]

    def at(self, text: Text, place: int, stop: int) -> Match[T] | None:
        """The longest phrase that begins with this word and ends before ``stop``."""
        form = text.keys[place]
        for phrase in self.opening(form) if form in self.openings else ():
            match = self._fit(phrase, text, place, stop)
            if match is not None:
                return match
        return None

    def all_at(self, text: Text, place: int, stop: int) -> Iterator[Match[T]]:
        """All phrases that begin with this word, the longest first."""
        for phrase in self.opening(text.keys[place]):
            match = self._fit(phrase, text, place, stop)
            if match is not None:
                yield match

    def whole(self, words: Sequence[str]) -> T | None:
        """The value of the phrase that these words are, nothing left over."""
        matches = self.all_at(Keys(words), 0, len(words)) if words else ()
        return next((match.value for match in matches if match.last == len(words)), None)

    def find(self, text: Text, first: int = 0, last: int | None = None) -> Iterator[Match[T]]:
        """The longest phrases from left to right, without overlaps."""
        keys, openings = text.keys, self.openings
        place, stop = first, len(keys) if last is None else last
        while place < stop:
            match = self.at(text, place, stop) if keys[place] in openings else None
            if match is not None:
                yield match
            place = place + 1 if match is None else match.last

    def first(self, text: Text, first: int, last: int) -> Match[T] | None:
        """The first phrase among the words."""
        return next(self.find(text, first, last), None)

    def before(self, text: Text, end: int) -> Match[T] | None:
        """The longest phrase of plain words that ends right before this word."""
        for phrase in self._by_last.get(text.keys[end - 1], ()) if end else ():
            first = end - len(phrase.elements)
            opens = first >= 0 and text.keys[first] == phrase.elements[0].form
            if opens and self._fit(phrase, text, first, end) is not None:
                return Match(first, end, end, phrase)
        return None

    @cached_property
    def _by_last(self) -> dict[str, tuple[Phrase[T], ...]]:
        found: dict[str, list[Phrase[T]]] = {}
        for phrase in self._listed:
            if all(element.kind is Kind.WORD and not element.room for element in phrase.elements):
                found.setdefault(phrase.elements[-1].form, []).append(phrase)
        return {form: _longest_first(group) for form, group in found.items()}

    def _fit(self, phrase: Phrase[T], text: Text, first: int, stop: int) -> Match[T] | None:
        """The phrase where its first word is this one, if the others follow, each at its nearest place."""
        if len(phrase.elements) == 1:
            return Match(first, first + 1, first + 1, phrase) if first < stop else None
        inner, second = first + 1, phrase.elements[1]
        other = second.kind is Kind.WORD and not second.room and (inner >= stop or text.keys[inner] != second.form)
        ends = None if other else self._follow(phrase, text, first, stop)
        if ends is None and self._interposing and not phrase.gapped and inner < stop and text.interposed(inner):
            ends = self._follow(phrase, text, inner, stop)
        return None if ends is None else Match(first, ends[1], ends[0], phrase)

    def _follow(self, phrase: Phrase[T], text: Text, place: int, stop: int) -> tuple[int, int] | None:
        """Where the first gap of a phrase begins, and where it ends, if its second word stands behind this one."""
        head: int | None = None
        for element in phrase.elements[1:]:
            if element.room and head is None:
                head = place + 1
            following = self._step(element, text, place, stop)
            if following is None:
                return None
            place = following
        return place + 1 if head is None else head, place + 1

    def _step(self, element: Element, text: Text, place: int, stop: int) -> int | None:
        """The nearest word behind ``place`` that the element stands for."""
        if not element.room:
            following = place + 1
            fits = following < stop and text.adjoins(following) and self._fits(element, text.keys[following])
            closes = not element.closing or following + 1 >= stop or text.closes(following)
            return following if fits and closes else None
        fitting = self._fitting(element, text, place + 1, min(place + 2 + element.room, stop))
        if element.closing:
            fitting = [i for i in fitting if i + 1 >= stop or text.closes(i)]
        if not fitting or any(text.barrier(i) > self._across for i in range(place + 1, fitting[0] + 1)):
            return None
        return fitting[0]

    def _fitting(self, element: Element, text: Text, first: int, last: int) -> list[int]:
        """The words among these that the element stands for."""
        keys, form, kind = text.keys, element.form, element.kind
        if kind is Kind.ENDING:
            return [i for i in range(first, last) if keys[i].endswith(form)]
        if kind is Kind.WORD:
            return [i for i in range(first, last) if keys[i] == form]
        return [i for i in range(first, last) if self._fits(element, keys[i])]

    def _fits(self, element: Element, form: str) -> bool:
        """Whether the element stands for the word."""
        kind = element.kind
        if kind is Kind.WORD:
            return form == element.form
        if kind is Kind.INFLECTED:
            return form == element.form or self._is_form(form, element.form)
        if kind is Kind.BEGINNING:
            return form.startswith(element.form)
        if kind is Kind.ENDING:
            return form.endswith(element.form)
        return self._inflection.is_participle(form)

    def _is_form(self, form: str, entry: str) -> bool:
        bases = self._bases.get(entry)
        if bases is None:
            bases = self._bases[entry] = self._inflection.bases(entry)
        return any(stem in bases for stem in self._inflection.stems(form))


def _longest_first(phrases: Iterable[Phrase[T]]) -> tuple[Phrase[T], ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase.elements), phrase.gapped)))
