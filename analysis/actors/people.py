"""Which names of persons in a document mean one person: surname only, title, inflection, spelling, slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.folding import distance, fold_word
from analysis.actors.gazetteer import gazetteer

WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SLIP_LENGTHS = ((9, 2), (5, 1))
"""Folded words of at least this length may differ by so many edits and still be a slip of the pen."""
INITIAL = 1


@dataclass(slots=True)
class Person:
    """One person of the document while it is put together."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    mentions: list[Named] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return len(self.keys) > 1


def resolve_people(names: Sequence[Named], language: str) -> list[Person]:
    """Persons in order of first mention; full names first make the persons, single names then join them."""
    stems = _Stems(names, language)
    people: list[Person] = []
    parts = [(named, stems.base(named)) for named in names]
    for named, words in parts:
        if len(words) > 1:
            _add_full(people, named, words)
    for named, words in parts:
        if len(words) == 1:
            _add_single(people, named, words[0])
    for person in people:
        person.mentions.sort(key=lambda named: named.start)
    return sorted((p for p in people if p.mentions), key=lambda person: person.mentions[0].start)


class _Stems:
    """Base forms of names: the genitive goes where the document or the language speaks for it."""

    def __init__(self, names: Sequence[Named], language: str) -> None:
        self._gazetteer = gazetteer(language)
        self._titles = resources.words(language, "titles")
        self._finals = Counter(words[-1] for named in names if (words := WORDS.findall(named.text)))
        self._any = Counter(word for named in names for word in WORDS.findall(named.text))
        self._kept = tuple(row[0] for row in resources.rows(language, "name_finals"))

    def base(self, named: Named) -> tuple[str, ...]:
        """Words of the name without titles before it and without an inflectional ending."""
        words = WORDS.findall(named.text)
        while len(words) > 1 and words[0].lower().rstrip(".") in self._titles:
            words.pop(0)
        if words:
            words[-1] = self._stem(words[-1])
        return tuple(words) or (named.text,)

    def _stem(self, word: str) -> str:
        stems = [stem for stem in self._gazetteer.stems(word) if len(stem) >= 3]
        for stem in stems:
            if self._any[stem]:
                return stem
        if stems and not word.lower().endswith(self._kept):
            return stems[0]
        return word


def _add_full(people: list[Person], named: Named, words: tuple[str, ...]) -> None:
    keys = tuple(fold_word(word) for word in words)
    for person in people:
        if person.full and _same_full(person.keys, keys):
            person.mentions.append(named)
            if len(words) > len(person.words):
                person.words, person.keys = words, keys
            return
    people.append(Person(words, keys, [named]))


def _same_full(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Same surname and given names that do not contradict each other."""
    if not _alike(first[-1], second[-1]):
        return _contained(first, second) or _contained(second, first)
    return _same_given(first[0], second[0])


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of one name stand in the other in order, beginning with the same given name."""
    return len(short) < len(long) and short[0] == long[0] and short == long[: len(short)]


def _same_given(first: str, second: str) -> bool:
    if INITIAL in (len(first), len(second)):
        return first[:1] == second[:1]
    return _alike(first, second)


def _alike(first: str, second: str) -> bool:
    """Equal folded words, or a slip between long ones that begin alike."""
    if first == second:
        return True
    if not first or not second or first[0] != second[0]:
        return False
    shorter = min(len(first), len(second))
    allowed = next((edits for length, edits in SLIP_LENGTHS if shorter >= length), 0)
    return bool(allowed) and distance(first, second, allowed) <= allowed


def _add_single(people: list[Person], named: Named, word: str) -> None:
    key = fold_word(word)
    person = _owner(people, named, key)
    if person is None:
        people.append(Person((word,), (key,), [named]))
    else:
        person.mentions.append(named)


def _owner(people: list[Person], named: Named, key: str) -> Person | None:
    """Who is meant by a single name: by surname, then by another part of the name, then by a slip."""
    tests = (
        lambda person: person.keys[-1] == key,
        lambda person: key in person.keys,
        lambda person: person.full and _alike(person.keys[-1], key),
    )
    for test in tests:
        matching = [person for person in people if test(person)]
        if matching:
            return max(matching, key=lambda person: (_full_mentions(person), -person.mentions[0].start))
    return None


def _full_mentions(person: Person) -> int:
    return sum(1 for named in person.mentions if " " in named.text)
