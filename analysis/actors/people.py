"""Which names of persons in a document mean one person: surname only, title, inflection, spelling, slips."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from analysis.actors.alikeness import SLIP_LENGTH, Slips, folded_genders, same_given
from analysis.actors.couples import shared_surnames
from analysis.actors.detection import Named
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given
from analysis.actors.identity import generation, is_generation
from analysis.actors.particles import MARKS, NICKNAME, name_articles, particles
from analysis.actors.phrases import Words, lowered
from analysis.actors.stems import Stems

LONGEST_NAME = 8
"""Words of the longest name whose ends are looked for."""
SHORTEST_IN_CAPITALS = 3
ONCE = 1
"""How often two people run together at most: names that stand side by side more often are one name."""
ALIAS = re.compile(r",? (?:alias|aka|a\.k\.a\.) [“”„«»\"‘’]?")
"""What stands between somebody and another name of the same person in every language."""
MAX_SLIPS = 100
"""More people than an article names; keeps very long texts from costing the square of their length."""


@dataclass(slots=True)
class Person:
    """One person of the document while it is put together."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    mentions: list[Named] = field(default_factory=list)
    gender: str = ""
    """What a title before a surname alone says, where nobody of the document is of that name and gender."""
    nickname: str = ""
    """Folded nickname that the article gives in marks: *Horst „Hotte“ Brinkel*."""
    full_mentions: int = 0
    """How often the person is named by more than one word."""

    def name(self, named: Named) -> None:
        """Adds a mention."""
        if (mark := NICKNAME.search(named.text)) is not None:
            self.nickname = fold_word(mark[0].strip(f" {MARKS}()"))
        self.mentions.append(named)
        self.full_mentions += " " in named.text

    @property
    def full(self) -> bool:
        """Whether more than one word of the name is known."""
        return len(self.keys) > 1


def resolve_people(names: Sequence[Named], words: Words) -> list[Person]:
    """Persons in order of first mention; full names first make the persons, single names then join them."""
    stems = Stems(names, words)
    register = _Register()
    parts = [(named, stems.base(named)) for named in names]
    ends = _endings([base for _, base in parts])
    tails = []
    for named, base in parts:
        if _is_tail(base, ends):
            tails.append((named, base))
        elif len(base) > 1:
            register.add_full(named, base)
    for named, base in tails:
        register.add_tail(named, base)
    shared = shared_surnames(words.document, parts)
    for named, base in parts:
        if named.start in shared:
            register.add_full(named, (base[0], shared[named.start]))
    alone = [(named, base) for named, base in parts if len(base) == 1 and named.start not in shared]
    single = [(named, base[0], _titled(words, named)) for named, base in alone]
    for named, word, gender in sorted(single, key=lambda one: not one[2]):
        register.add_single(named, word, gender)
    people = _with_aliases(words.document.text, register.people)
    for person in people:
        person.mentions.sort(key=lambda named: named.start)
    return sorted(people, key=lambda person: person.mentions[0].start)


def _with_aliases(text: str, people: Sequence[Person]) -> list[Person]:
    """The people, those whom *alias* joins as one: *Rolf Berg alias Don Rolfo*."""
    starts = {named.start: person for person in people for named in person.mentions}
    kept = list(people)
    for person in people:
        for named in list(person.mentions):
            mark = ALIAS.match(text, named.end)
            other = starts.get(mark.end()) if mark is not None else None
            if other is not None and other is not person and person in kept and other in kept:
                person.mentions += other.mentions
                kept.remove(other)
    return kept


def _is_tail(base: Sequence[str], ends: dict[tuple[str, ...], set[str]]) -> bool:
    """Whether these words are a surname of several words, or one with *jr*, of somebody whose full name ends so."""
    if len(base) == 2 and is_generation(base[1]):
        return True
    before = ends[_keys(base)] if len(base) > 1 else set()
    return len(before) == 1 and (not _opens_with_given(base) or _other_gender(base[0], min(before)))


def _other_gender(word: str, given: str) -> bool:
    """Whether a word is a given name of the other gender than this one before it, and so part of the surname."""
    own, other = given_names().get(plain(word), ""), folded_genders().get(given, "")
    return bool(own and other) and own != other


def _titled(words: Words, named: Named) -> str:
    """The gender that a title right before a name says: *Mr.*, *Frau*, *Mme*; empty if it says none."""
    at = words.at(named.start)
    if not at or not words.close(at - 1, at, "."):
        return ""
    return lowered(words.document.language, "titles", 1).get(words.words[at - 1].lower, "")


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words of the name, without *jr*."""
    return tuple(fold_word(word) for word in (words[:-1] if generation(words) else words))


def _endings(bases: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], set[str]]:
    """Ends of several words of the full names, to the given names before them: *Gahr Støre*, *von der Leyen*."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for base in dict.fromkeys(bases):
        keys = _keys(base)[:LONGEST_NAME]
        for first in range(1, len(keys) - 1):
            found[keys[first:]].add(keys[0])
    return found


def _opens_with_given(base: Sequence[str]) -> bool:
    """Whether these are a given name and a surname rather than a surname of two words."""
    return plain(base[0]) in given_names() and base[0].casefold() not in particles()


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
        seldom = pairs[named.text] <= ONCE and single[first] > pairs[named.text]
        if named.type != "person" or not space or " " in second or not seldom:
            out.append(named)
            continue
        split = named.start + len(first)
        left = replace(named, end=split, text=first)
        right = replace(named, start=split + 1, text=second)
        entry = table.find(second)
        if entry is not None and entry.type == "place":
            out += [left, replace(right, type="place")]
        elif single[second] > pairs[named.text] and (is_given(second) or not is_given(first)):
            out += [left, right]
        else:
            out.append(named)
    return out


class _Register:
    """People of the document by the words of their names; slips are looked for among the first ones only."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._by_keys: dict[tuple[tuple[str, ...], str | None], Person] = {}
        self._slips = Slips()

    def add_full(self, named: Named, words: tuple[str, ...]) -> None:
        """Gives a name of several words to the person of that name, a new one if there is none yet."""
        keys = _keys(words)
        last, given, count = keys[-1], keys[0], len(keys)
        begin, end, long = last[:1], last[-1:], len(last) >= SLIP_LENGTH
        near = (person for key in dict.fromkeys((keys[-1], keys[0])) for person in self._by_word.get(key, ()))
        seen: set[int] = set()
        for person in chain(islice(near, MAX_SLIPS), islice(self.people, MAX_SLIPS)):
            theirs = person.keys[-1]
            slip = long and theirs[:1] == begin and theirs[-1:] == end
            longer = len(person.keys) != count and person.keys[0] == given
            if not (theirs == last or slip or longer) or id(person) in seen:
                continue  # neither the same surname, nor a slip of it, nor a longer form of the same name
            seen.add(id(person))
            same_name = self._same_full(person.keys, keys) or _by_nickname(person, keys)
            if same_name and generation(person.words) == generation(words):
                person.name(named)
                if (len(words), -_capitals(words)) > (len(person.words), -_capitals(person.words)):
                    person.words, person.keys = words, keys
                return
        same = self._by_keys.get((keys, generation(words)))
        if same is None:
            self._by_keys[keys, generation(words)] = self._new(words, keys, named)
        else:
            same.name(named)

    def add_tail(self, named: Named, words: tuple[str, ...]) -> None:
        """Gives a surname of several words to the one whose full name ends with it."""
        born = generation(("", *words))
        keys = _keys(words[:-1] if born else words)
        for person in self._by_word.get(keys[-1], ())[:MAX_SLIPS]:
            if born and generation(person.words) != born:
                continue
            if len(person.keys) > len(keys) and person.keys[-len(keys) :] == keys:
                person.name(named)
                return
        self.add_full(named, words)

    def add_single(self, named: Named, word: str, gender: str) -> None:
        """Gives a name of one word to whom it can mean, a new person if it can mean nobody (of that gender)."""
        key = fold_word(word)
        person = self._owner(key, gender)
        if person is None:
            self._new((word,), (key,), named)
            self.people[-1].gender = gender
        else:
            person.name(named)

    def _owner(self, key: str, gender: str) -> Person | None:
        """Who is meant by a single name: by surname, then by another part of the name, then by a slip.

        Of several people the one who is named in full most often, then the one named first; somebody of whom only the
        surname and the gender are known counts by every mention.
        """
        named = self._by_word.get(key, [])[:MAX_SLIPS]
        # of a single one the title says more than the given name: *Jan*
        bearers = [person for person in named if _may_be(person, gender)] if len(named) > 1 else named
        matching = [person for person in bearers if person.keys[-1] == key] or bearers
        if not named:
            ends = key[:1] + key[-1:]
            near = [one for one in self.people[:MAX_SLIPS] if one.keys[-1][:1] + one.keys[-1][-1:] == ends]
            matching = [person for person in near if self._slips.alike(person.keys[-1], key)]
        return max(matching, key=lambda person: (_weight(person), -person.mentions[0].start), default=None)

    def _same_full(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Same surname and given names that do not contradict each other."""
        if self._slips.alike(first[-1], second[-1]):
            return same_given(first[0], second[0])
        return len(first) != len(second) and (_begins(first, second) or _begins(second, first))

    def _new(self, words: tuple[str, ...], keys: tuple[str, ...], named: Named) -> Person:
        person = Person(words, keys)
        person.name(named)
        self.people.append(person)
        bare = [_without_article(word) for word in words]
        for key in dict.fromkeys((*keys, *(fold_word(word) for word in bare if word))):
            self._by_word.setdefault(key, []).append(person)
        return person


def _by_nickname(person: Person, keys: tuple[str, ...]) -> bool:
    """Whether this is the person by nickname and surname."""
    return bool(person.nickname) and (person.nickname, person.keys[-1]) == (keys[0], keys[-1])


def _without_article(word: str) -> str:
    """An Arabic surname without its article, by which it is called as well: *al-Sharaa*, *Sharaa*."""
    article = next((one for one in name_articles() if word.casefold().startswith(one)), "")
    return word[len(article) :] if article else ""


def _may_be(person: Person, gender: str) -> bool:
    """Whether somebody can be of the gender that a title says."""
    known = person.gender or (given_names().get(plain(person.words[0]), "") if person.full else "")
    return not gender or not known or known == gender


def _weight(person: Person) -> int:
    return len(person.mentions) if person.gender else person.full_mentions


def _capitals(words: Sequence[str]) -> int:
    """How many words of the name are in capitals, as in a headline; initials and *II* are short."""
    return sum(len(word) >= SHORTEST_IN_CAPITALS and word.isupper() for word in words)


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and short == long[: len(short)]
