"""From names to actors: one actor for everybody and everything that the article names, whatever the spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.actors.detection import Named, detect, joined
from analysis.actors.evidence import listed_names, misspelt, more_names, prefer
from analysis.actors.folding import fold_word, plain
from analysis.actors.fragments import mended, without_openings, without_pairs
from analysis.actors.gazetteer import Gazetteer, gazetteer, given_names, is_given
from analysis.actors.gender import genders
from analysis.actors.groups import find_groups
from analysis.actors.heads import bearers, behind_place_word, beside_place, head_words, owners
from analysis.actors.identity import actor_id, person_key
from analysis.actors.institutions import with_institutions
from analysis.actors.nameless import without_nameless
from analysis.actors.nobodies import without_nobodies
from analysis.actors.nouns import without_callings
from analysis.actors.ordinary import without_ordinary_words
from analysis.actors.particles import particles
from analysis.actors.people import Person, resolve_people, separate
from analysis.actors.phrases import Words, lowered
from analysis.actors.roles import nominal_mentions, offices
from analysis.actors.shown import shown_name
from analysis.actors.speaking_bodies import find_speaking_bodies
from analysis.actors.stems import nominative
from analysis.actors.streets import with_streets
from analysis.actors.tagger import load_tagger
from analysis.actors.things import Thing, resolve_things
from analysis.actors.titled import without_titles
from analysis.actors.told_bodies import with_told_bodies
from analysis.actors.unglued import unglued
from analysis.actors.wholes import whole_names
from analysis.grammar import grammar
from analysis.segmentation import segment
from analysis.text import composed
from analysis.types import Actor, Document, Gender, Mention

LONGEST_PERSON = 3
"""Words of a name that is taken for a person's although the tagger took it for something else."""
SHORTEST_CAPITALS = 4
"""Letters of the shortest surname in capitals that is no numeral and no initials."""
MAX_NAME = 300
"""Characters of the longest name; what is longer is no name, and no index of a database could hold it."""


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Persons, organisations, places and groups, in order of first mention.

    Deterministic; ids depend on neither the language nor the order of the text. Names come from a tagger (see
    ``tagger``), known places and organisations from tables; an unsupported language gets the tagger alone. ``name``
    is international (CLDR English) where the tables know the actor, else the fullest form of this article; every
    other form is in ``aliases``. Nouns such as ``presidenten`` are mentions only where one person can be meant.
    Letters and their marks may stand apart, as ``a`` and a ring for ``å``; spans hold for the text as it is.
    """
    text, starts = composed(document.text)
    if text == document.text:
        return _find(document)
    found = _find(segment(replace(document.article, text=text)))
    return tuple(
        replace(actor, mentions=tuple(_moved(one, starts, document.text) for one in actor.mentions)) for actor in found
    )


def _moved(mention: Mention, starts: Sequence[int], text: str) -> Mention:
    """The mention where it stands in the text that was sent."""
    start, end = starts[mention.start], starts[mention.end]
    return replace(mention, start=start, end=end, text=text[start:end])


def _find(document: Document) -> tuple[Actor, ...]:
    """The actors of a document in composed letters."""
    table = gazetteer(document.language)
    words = Words.of(document)
    found = unglued(document, whole_names(document, mended(document, detect(document))))
    found = prefer(listed_names(words, table), with_institutions(document, found), document)
    found = joined(document, sorted(found + more_names(document, found, table), key=lambda named: named.start))
    found = without_ordinary_words(document, [named for named in found if len(named.text) <= MAX_NAME])
    found = without_titles(document, without_pairs(document, without_openings(document, found)))
    found = without_nobodies(document, with_streets(document, without_nameless(document, found)))
    found = without_callings(document, found)
    names = [named for named in found if not _is_demonym(named, document.language, table)]
    names = _typed_by_table(document, separate(names, document.language), table)
    names = with_told_bodies(document, names)
    people = resolve_people([named for named in names if named.type == "person"], words)
    things = resolve_things(document, [named for named in names if named.type != "person"], table)
    actors = _merged(_people(words, people) + [_thing(thing, document) for thing in things])
    actors = _with_groups(actors, [*find_groups(words, names), *find_speaking_bodies(words, names)])
    return tuple(sorted(actors, key=lambda actor: (actor.mentions[0].start, actor.id)))


def _with_groups(actors: Sequence[Actor], groups: Sequence[Actor]) -> list[Actor]:
    """The actors with the groups; one that is only the noun for a body named here, *Polisen, polisen*, is that body."""
    bodies = {actor.name.casefold(): actor for actor in actors if actor.type == "organization"}
    found = {actor.id: actor for actor in actors}
    for group in groups:
        body = bodies.get(group.name.casefold())
        same = body is not None and {one.text.casefold() for one in group.mentions} == {body.name.casefold()}
        known = found.get(body.id if body is not None and same else group.id)
        if known is not None:
            group = replace(known, mentions=_ordered([*known.mentions, *group.mentions]))
        found[group.id] = group
    return list(found.values())


def _is_demonym(named: Named, language: str, table: Gazetteer) -> bool:
    """``Russian`` alone says of what country somebody or something is; it names nobody."""
    known = lowered(language, "demonyms", 1)
    return named.type != "person" and named.text.casefold() in known and table.find(named.text) is None


def _typed_by_table(document: Document, names: Sequence[Named], table: Gazetteer) -> list[Named]:
    """Correct the tagger where the document or a table knows better.

    A single word that is a surname in this document, or a slip of one, names that person; one that is nobody's
    surname here and is a known place or organisation, and no given name, names that. A given name with the name of
    somebody who is named alone elsewhere is that person.
    """
    language = document.language
    heads = head_words(document, names)
    people = [named for named in names if named.type == "person"]
    named_in_full = bearers(names)
    surnames = {fold_word(named.text.split()[-1]) for named in people if " " in named.text}
    alone = {fold_word(named.text) for named in people if " " not in named.text}
    surnames |= owners(people, table)
    kinds = [
        _full_type(named, alone, table) if " " in named.text else _type(language, named, surnames, table)
        for named in names
    ]
    given = {nominative(language, named.text.split()[0]) or named.text.split()[0] for named in people}
    kinds = [
        "person"
        if kind == "place" and nominative(language, named.text) in given
        else "person"
        if kind == "place" and named.text in named_in_full and not behind_place_word(document, named.start)
        else "organization"
        if kind == "person" and named.text in heads and fold_word(named.text) not in surnames
        else kind
        for named, kind in zip(names, kinds, strict=True)
    ]
    starts = {named.start for named, kind in zip(names, kinds, strict=True) if kind == "place"}
    towns = {
        named.text for named in names if _is_town(named, surnames, table) and beside_place(document, named, starts)
    }
    kinds = ["place" if named.text in towns else kind for named, kind in zip(names, kinds, strict=True)]
    return [n if n.type == kind else replace(n, type=kind) for n, kind in zip(names, kinds, strict=True)]


def _is_town(named: Named, surnames: set[str], table: Gazetteer) -> bool:
    """Whether it is one word that is nobody's surname here, and no body's name that a table has."""
    entry = table.find(named.text)
    known = entry is None or entry.type == "place"
    return known and " " not in named.text and fold_word(named.text) not in surnames


def _full_type(named: Named, alone: set[str], table: Gazetteer) -> str:
    words = named.text.split()
    small = particles()
    noun = load_tagger().common(table.language, words[0])  # *Rose de Noël*
    if len(words) > 2 and is_given(words[0]) and not noun and small.issuperset(words[1:-1]):
        return "person" if table.find(named.text) is None else named.type  # *Amélie de Tours*
    if named.type == "person" or len(words) > LONGEST_PERSON or table.find(named.text) is not None:
        return named.type
    known = plain(words[0]) in given_names()
    same = fold_word(words[-1]) in alone
    return "person" if same and (known or named.type == "place") else named.type


def _type(language: str, named: Named, surnames: set[str], table: Gazetteer) -> str:
    entry = table.find(named.text)
    is_surname = not surnames.isdisjoint(fold_word(form) for form in (named.text, *table.stems(named.text)))
    if named.type != "person":
        slip = entry is None and misspelt(language, named.text, surnames)
        return "person" if (is_surname and entry is None) or slip else named.type
    if entry is None or is_surname or plain(named.text) in given_names():
        return named.type
    return entry.type


def _people(words: Words, people: Sequence[Person]) -> list[Actor]:
    known = offices(words, people)
    extra: dict[int, list[Mention]] = {}
    for person, mention in nominal_mentions(words, known):
        extra.setdefault(id(person), []).append(mention)
    return [
        _person(person, gender, extra.get(id(person), ()), words.document.language)
        for person, gender in zip(people, genders(words, known), strict=True)
    ]


def _of_the_norm(name: str, language: str) -> str:
    """The name in the letters that the language is written with today."""
    for old, new in grammar(language).orthography.letters_of_the_norm:
        name = name.replace(old, new)
    return name


def _capitalised(words: Sequence[str]) -> list[str]:
    """The words of a name as names are written: its surname in capitals, or all of it with a known given name, too."""
    if len(words) > 1 and all(word.isupper() for word in words) and len(words[-1]) >= SHORTEST_CAPITALS:
        return [word.title() for word in words] if len(words[0]) > 2 and is_given(words[0]) else list(words)
    if words[0].isupper() or not (words[-1].isupper() and len(words[-1]) >= SHORTEST_CAPITALS):
        return list(words)
    small = particles()
    long = [len(word) >= SHORTEST_CAPITALS or word.casefold() in small for word in words]
    return [word.title() if word.isupper() and fits else word for word, fits in zip(words, long, strict=True)]


def _person(person: Person, gender: Gender | None, nominal: Iterable[Mention], language: str) -> Actor:
    name = _of_the_norm(" ".join(_capitalised(person.words)), language)
    return Actor(
        id=actor_id("person", person_key(person.words)),
        name=name,
        type="person",
        mentions=_ordered([*_mentions(person.mentions), *nominal]),
        aliases=_aliases(person.mentions, name),
        gender=gender,
    )


def _thing(thing: Thing, document: Document) -> Actor:
    name = _of_the_norm(shown_name(document, thing.name, thing.mentions), document.language)
    return Actor(
        id=actor_id(thing.type, thing.key),
        name=name,
        type=thing.type,
        mentions=_ordered(_mentions(thing.mentions)),
        aliases=_aliases(thing.mentions, name),
    )


def _mentions(found: Sequence[Named]) -> list[Mention]:
    return [Mention(named.start, named.end, named.text) for named in found]


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in text order, without overlaps: the earlier and longer one stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _aliases(found: Sequence[Named], name: str) -> tuple[str, ...]:
    return tuple(sorted({named.text for named in found} - {name}))


def _merged(actors: Sequence[Actor]) -> list[Actor]:
    """Actors that got one id are one actor."""
    merged: dict[str, Actor] = {}
    for actor in actors:
        known = merged.get(actor.id)
        if known is not None:
            aliases = tuple(sorted({*known.aliases, *actor.aliases, actor.name} - {known.name}))
            mentions = _ordered([*known.mentions, *actor.mentions])
            actor = replace(known, mentions=mentions, aliases=aliases, gender=known.gender or actor.gender)
        merged[actor.id] = actor
    return list(merged.values())
