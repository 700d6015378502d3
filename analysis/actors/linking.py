"""Which actors of several articles are the same: for comparisons and for what is stored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product

from analysis.actors.alikeness import alike, same_given
from analysis.actors.folding import fold_word, plain
from analysis.actors.identity import acronym, generation, initials
from analysis.actors.stems import WORDS
from analysis.types import Actor

MAX_VARIANTS = 400
"""People of one initial whose spellings are compared with each other; the rest link by equal ids only."""
MAX_NAMESAKES = 20
DOMINANT, SPOKEN = 3, 4
"""How many times as often as any namesake, and how often at least, somebody is named whom a bare surname means."""

FullName = tuple[str, tuple[str, ...]]
"""An id with the folded words of a name."""


def link_actors(analyses: Sequence[Sequence[Actor]]) -> list[dict[str, str]]:
    """For each article a mapping from its actors' ids to ids shared by all these articles.

    Equal ids are the same. A person named by surname alone is the one person of that surname who is named in full in
    these articles and may be of that gender; of several the one of whom they speak ``DOMINANT`` times as often as of
    any other and ``SPOKEN`` times at least, or nobody (as where mentions are not known). Spellings of one full name are
    one person; people with different given names never are. Organisations are the same where one article names both
    forms. The order of the articles does not matter, and every shared id is one of the ids given.
    """
    actors = [actor for article in analyses for actor in article]
    unions = _Unions(actors)
    people = sorted({(actor.id, actor.name): _keys(actor) for actor in actors if actor.type == "person"}.items())
    full = [(identity, keys) for (identity, _), keys in people if len(keys) > 1]
    apart = _apart(analyses)
    for first, second in _variants(full):
        if frozenset((first, second)) not in apart:
            unions.join(first, second)
    bearers, spoken = _by_surname(full), _Spoken(actors)
    for (identity, _), keys in people:
        if len(keys) == 1:
            meant = spoken.meant(identity, [other for other, _ in bearers.get(keys[0], ())], unions)
            if meant is not None:
                unions.join(identity, meant)
    for first, second in _same_names(actors):
        unions.join(first, second)
    for first, second in _acronyms(actors, unions):
        unions.join(first, second)
    return [{actor.id: unions.shared(actor.id) for actor in article} for article in analyses]


class _Unions:
    """Sets of ids that mean one actor; each is called by its fullest, most frequent, then smallest id."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._parent = {actor.id: actor.id for actor in actors}
        counts = Counter(actor.id for actor in actors)
        words = {actor.id: min(len(_keys(actor)), 2) * (actor.type == "person") for actor in actors}
        self._rank = {identity: (-words[identity], -counts[identity], identity) for identity in counts}

    def find(self, identity: str) -> str:
        while self._parent[identity] != identity:
            self._parent[identity] = self._parent[self._parent[identity]]
            identity = self._parent[identity]
        return identity

    def join(self, first: str, second: str) -> None:
        one, two = sorted((self.find(first), self.find(second)), key=lambda identity: self._rank[identity])
        self._parent[two] = one

    def shared(self, identity: str) -> str:
        return self.find(identity)


class _Spoken:
    """How often each person is named in all articles, and of what gender each is said to be."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._counts: Counter[str] = Counter()
        self._genders: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            self._counts[actor.id] += len(actor.mentions)
            if actor.type == "person" and actor.gender is not None:
                self._genders[actor.id].add(actor.gender)

    def meant(self, identity: str, bearers: Sequence[str], unions: _Unions) -> str | None:
        """Whom a bare surname means among those who are named with it in full; ``None`` where that is open."""
        counts: Counter[str] = Counter()
        own = self._genders[identity]
        for other in sorted(set(bearers)):
            if not own or not self._genders[other] or own & self._genders[other]:
                counts[unions.find(other)] += self._counts[other]
        ranked = counts.most_common(2)
        if len(ranked) == 1:
            return ranked[0][0]
        clear = len(ranked) == 2 and ranked[0][1] >= max(SPOKEN, DOMINANT * ranked[1][1])
        return ranked[0][0] if clear else None


def _keys(actor: Actor) -> tuple[str, ...]:
    """Folded words of a name, without *jr*; a single empty one if it has no letters."""
    words = WORDS.findall(actor.name)
    return tuple(key for word in (words[:-1] if generation(words) else words) if (key := fold_word(word))) or ("",)


def _apart(analyses: Sequence[Sequence[Actor]]) -> set[frozenset[str]]:
    """Pairs of a parent and a child of one name: a name with *jr* is that without, unless an article has both.

    Where articles have two different ones (*II*, *III*), no name is another one.
    """
    by_name: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in analyses:
        for actor in article:
            keys = _keys(actor)
            if actor.type == "person" and len(keys) > 1:
                by_name[keys[0], keys[-1]][generation(WORDS.findall(actor.name))].add(actor.id)
    together = {frozenset((one.id, other.id)) for article in analyses for one, other in _namesakes(article)}
    out: set[frozenset[str]] = set()
    for born in by_name.values():
        pairs = {
            frozenset(pair) for one, other in combinations(sorted(born), 2) for pair in product(born[one], born[other])
        }
        out |= pairs if len(born) - ("" in born) > 1 or pairs & together else set()
    return out


def _namesakes(article: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Pairs of people of one article whose names differ by *jr* alone."""
    by_name: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in article:
        keys = _keys(actor)
        if actor.type == "person" and len(keys) > 1:
            by_name[keys[0], keys[-1]].append(actor)
    for bearers in by_name.values():
        yield from combinations(bearers[:MAX_NAMESAKES], 2)


def _variants(full: Sequence[FullName]) -> Iterator[tuple[str, str]]:
    """Pairs of full names with the same surname, or a slip of it, and given names that agree."""
    by_initial: dict[str, list[FullName]] = {}
    for identity, keys in full:
        by_initial.setdefault(keys[-1][:1], []).append((identity, keys))
    for group in by_initial.values():
        bearers = _by_surname(group[:MAX_VARIANTS])
        for first, second in combinations_with_replacement(bearers, 2):
            if alike(first, second):
                pairs = product(bearers[first], bearers[second])
                yield from ((one, other) for (one, keys), (other, words) in pairs if _agree(keys, words))


def _by_surname(full: Sequence[FullName]) -> dict[str, list[FullName]]:
    bearers: dict[str, list[FullName]] = {}
    for identity, keys in full:
        bearers.setdefault(keys[-1], []).append((identity, keys))
    return bearers


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Given names agree; an initial is not enough between two articles unless the surnames are equal."""
    if 1 in (len(first[0]), len(second[0])):
        return first[0][:1] == second[0][:1] and first[-1] == second[-1]
    return same_given(first[0], second[0])


def _acronyms(actors: Sequence[Actor], unions: _Unions) -> list[tuple[str, str]]:
    """Organisations called by an acronym and by the only name in these articles whose capitals it is."""
    long: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.type == "organization":
            for form in (actor.name, *actor.aliases):
                long[initials(form)].add(unions.find(actor.id))
                short[acronym(form)].add(unions.find(actor.id))
    clear = [letters for letters in sorted(short) if letters and len(short[letters]) == len(long[letters]) == 1]
    return [(min(short[letters]), min(long[letters])) for letters in clear]


def _same_names(actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Organisations that share a name or an alias, and single names that were taken for something else elsewhere."""
    owners: dict[str, str] = {}
    for actor in sorted(actors, key=lambda actor: (actor.type, actor.id)):
        if actor.type != "organization":
            continue
        for form in (actor.name, *actor.aliases):
            key = plain(form)
            if len(key) > 1:
                yield actor.id, owners.setdefault(key, actor.id)
    for actor in actors:
        if actor.type in ("person", "place") and " " not in actor.name and plain(actor.name) in owners:
            yield actor.id, owners[plain(actor.name)]
