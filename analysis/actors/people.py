"""Which names of persons in a document mean one person: surname only, title, inflection, spelling, slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.folding import distance, fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names
from analysis.actors.phrases import Words, lowered

WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SLIP_LENGTH, LONG_LENGTH = 6, 9
"""Folded words of at least this length may hold one slip of the pen, long ones two or a wrong letter."""
MIN_STEM = 3
MAX_SLIPS = 200
"""More people than an article names; keeps very long texts from costing the square of their length."""


@dataclass(slots=True)
class Person:
    """One person of the document while it is put together."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    mentions: list[Named] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether more than one word of the name is known."""
        return len(self.keys) > 1

    @property
    def full_mentions(self) -> int:
        """How often the person is named by more than one word."""
        return sum(1 for named in self.mentions if " " in named.text)


def resolve_people(names: Sequence[Named], words: Words) -> list[Person]:
    """Persons in order of first mention; full names first make the persons, single names then join them."""
    stems = Stems(names, words)
    register = _Register()
    parts = [(named, stems.base(named)) for named in names]
    for named, base in parts:
        if len(base) > 1:
            register.add_full(named, base)
    for named, base in parts:
        if len(base) == 1:
            register.add_single(named, base[0])
    for person in register.people:
        person.mentions.sort(key=lambda named: named.start)
    return sorted(register.people, key=lambda person: person.mentions[0].start)


def separate(names: Sequence[Named], language: str) -> list[Named]:
    """Take names apart that stand side by side and that the document has alone more often.

    A person and a country run together lose the country; two persons run together become two.
    """
    single = Counter(named.text for named in names if " " not in named.text)
    pairs = Counter(named.text for named in names)
    table = gazetteer(language)
    out: list[Named] = []
    for named in names:
        first, space, second = named.text.partition(" ")
        if named.type != "person" or not space or " " in second or single[first] <= pairs[named.text]:
            out.append(named)
            continue
        split = named.start + len(first)
        left = replace(named, end=split, text=first)
        right = replace(named, start=split + 1, text=second)
        entry = table.find(second)
        if entry is not None and entry.type == "place":
            out += [left, replace(right, type="place")]
        elif single[second] > pairs[named.text]:
            out += [left, right]
        else:
            out.append(named)
    return out


class Stems:
    """Base forms of names: the genitive goes where the document or the language speaks for it."""

    def __init__(self, names: Sequence[Named], words: Words) -> None:
        language = words.document.language
        self._words = words
        self._gazetteer = gazetteer(language)
        self._titles = lowered(language, "titles", 1)
        self._roles = lowered(language, "roles", 1)
        self._seen = Counter(word for named in names for word in WORDS.findall(named.text))
        self._kept = tuple(resources.words(language, "name_finals"))
        self._doubtful = tuple(resources.words(language, "name_finals_doubtful"))
        self._verbs = lowered(language, "cues", 1)
        self._function = resources.words(language, "function_words")

    def base(self, named: Named) -> tuple[str, ...]:
        """Words of the name without titles before it and without an inflectional ending."""
        words = WORDS.findall(named.text)
        while len(words) > 1 and (words[0].casefold() in self._titles or words[0].casefold() in self._roles):
            words.pop(0)
        if words:
            words[-1] = self._stem(words[-1], named)
        return tuple(words) or (named.text,)

    def _stem(self, word: str, named: Named) -> str:
        stems = [stem for stem in self._gazetteer.stems(word) if len(stem) >= MIN_STEM]
        for stem in stems:
            if self._seen[stem]:
                return stem
        if not stems or word.casefold().endswith(self._kept):
            return word
        if word.casefold().endswith(self._doubtful) and (plain(word) in given_names() or not self._owns(named)):
            return word
        return stems[0]

    def _owns(self, named: Named) -> bool:
        """Whether a noun or an adjective follows at once, as it does after a genitive."""
        index = self._words.at(named.end)
        if not 0 < index < len(self._words.words) or not self._words.close(index - 1, index):
            return False
        after = self._words.words[index]
        return after.text.islower() and after.lower not in self._verbs and after.lower not in self._function


class _Register:
    """People of the document by the words of their names; slips are looked for among the first ones only."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def add_full(self, named: Named, words: tuple[str, ...]) -> None:
        """Gives a name of several words to the person of that name, a new one if there is none yet."""
        keys = tuple(fold_word(word) for word in words)
        near = [person for key in dict.fromkeys((keys[-1], keys[0])) for person in self._by_word.get(key, ())]
        for person in (*near[:MAX_SLIPS], *self.people[:MAX_SLIPS]):
            if _same_full(person.keys, keys):
                person.mentions.append(named)
                if len(words) > len(person.words):
                    person.words, person.keys = words, keys
                return
        self._new(words, keys, named)

    def add_single(self, named: Named, word: str) -> None:
        """Gives a name of one word to whom it can mean, a new person if it can mean nobody."""
        key = fold_word(word)
        person = self._owner(key)
        if person is None:
            self._new((word,), (key,), named)
        else:
            person.mentions.append(named)

    def _owner(self, key: str) -> Person | None:
        """Who is meant by a single name: by surname, then by another part of the name, then by a slip.

        Of several people the one who is named in full most often, then the one named first.
        """
        bearers = self._by_word.get(key, [])[:MAX_SLIPS]
        matching = [person for person in bearers if person.keys[-1] == key] or bearers
        if not matching:
            matching = [person for person in self.people[:MAX_SLIPS] if alike(person.keys[-1], key)]
        return max(matching, key=lambda person: (person.full_mentions, -person.mentions[0].start), default=None)

    def _new(self, words: tuple[str, ...], keys: tuple[str, ...], named: Named) -> None:
        person = Person(words, keys, [named])
        self.people.append(person)
        for key in dict.fromkeys(keys):
            self._by_word.setdefault(key, []).append(person)


def _same_full(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Same surname and given names that do not contradict each other."""
    if alike(first[-1], second[-1]):
        return same_given(first[0], second[0])
    return _begins(first, second) or _begins(second, first)


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and short == long[: len(short)]


def same_given(first: str, second: str) -> bool:
    """Whether two folded given names can be one: equal, an initial, or a slip that makes no other known name."""
    if 1 in (len(first), len(second)):
        return first[:1] == second[:1]
    return first == second or (alike(first, second) and not {first, second} <= folded_given_names())


@cache
def folded_given_names() -> frozenset[str]:
    """Known given names, folded."""
    return frozenset(fold_word(name) for name in given_names())


def alike(first: str, second: str) -> bool:
    """Equal folded words, or a slip: a letter too many, too few or swapped; a wrong one only in long words."""
    if first == second:
        return True
    shorter = min(len(first), len(second))
    if shorter < SLIP_LENGTH or first[0] != second[0] or first[-1] != second[-1]:
        return False
    edits = distance(first, second, 2)
    if shorter >= LONG_LENGTH:
        return edits <= 2
    return edits == 1 and (len(first) != len(second) or sorted(first) == sorted(second))
