"""From names to actors: one actor for everybody and everything that the article names, whatever the spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.actors.detection import Named, detect
from analysis.actors.gazetteer import Entry, Gazetteer, gazetteer
from analysis.actors.identity import actor_id, name_key, person_key
from analysis.actors.people import Person, resolve_people
from analysis.types import Actor, ActorType, Document, Mention


@dataclass(slots=True)
class Thing:
    """A place or an organisation of the document while it is put together."""

    type: ActorType
    key: str
    name: str
    mentions: list[Named] = field(default_factory=list)


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Persons, organisations, places and groups, in order of first mention.

    Deterministic; ids depend on neither the language nor the order of the text. Names come from a tagger (see
    ``tagger``), known places and organisations from tables; an unsupported language gets the tagger alone.
    """
    names = detect(document)
    table = gazetteer(document.language)
    entries = [None if named.type == "person" else table.find(named.text) for named in names]
    people = resolve_people([n for n in names if n.type == "person"], document.language)
    things = _things([(n, e) for n, e in zip(names, entries, strict=True) if n.type != "person"], table)
    actors = [_person(person) for person in people] + [_thing(thing) for thing in things]
    return tuple(sorted(_merged(actors), key=lambda actor: (actor.mentions[0].start, actor.id)))


def _things(found: Sequence[tuple[Named, Entry | None]], table: Gazetteer) -> list[Thing]:
    """Places and organisations by their key in the tables, or by their folded base form."""
    bases = {name_key(table.without_article(named.text)) for named, _ in found}
    things: dict[str, Thing] = {}
    for named, entry in found:
        if entry is not None:
            thing = things.setdefault(entry.key, Thing(entry.type, entry.key, entry.name))
        else:
            base = _base(named.text, bases, table)
            thing = things.setdefault(name_key(base), Thing(_type(named), name_key(base), base))
        thing.mentions.append(named)
    return list(things.values())


def _base(surface: str, bases: set[str], table: Gazetteer) -> str:
    """The name without article, and without an ending if the document has it without that ending too."""
    bare = table.without_article(surface)
    for stem in table.stems(bare):
        if name_key(stem) in bases:
            return stem
    return bare


def _type(named: Named) -> ActorType:
    return "place" if named.type == "place" else "organization"


def _person(person: Person) -> Actor:
    name = " ".join(person.words)
    return Actor(
        id=actor_id("person", person_key(person.words)),
        name=name,
        type="person",
        mentions=_mentions(person.mentions),
        aliases=_aliases(person.mentions, name),
    )


def _thing(thing: Thing) -> Actor:
    return Actor(
        id=actor_id(thing.type, thing.key),
        name=thing.name,
        type=thing.type,
        mentions=_mentions(thing.mentions),
        aliases=_aliases(thing.mentions, thing.name),
    )


def _mentions(found: Sequence[Named]) -> tuple[Mention, ...]:
    return tuple(Mention(n.start, n.end, n.text) for n in sorted(found, key=lambda named: named.start))


def _aliases(found: Sequence[Named], name: str) -> tuple[str, ...]:
    return tuple(sorted({named.text for named in found} - {name}))


def _merged(actors: Sequence[Actor]) -> list[Actor]:
    """Actors that got one id are one actor."""
    merged: dict[str, Actor] = {}
    for actor in actors:
        known = merged.get(actor.id)
        if known is not None:
            mentions = tuple(sorted((*known.mentions, *actor.mentions), key=lambda mention: mention.start))
            aliases = tuple(sorted({*known.aliases, *actor.aliases, actor.name} - {known.name}))
            actor = Actor(known.id, known.name, known.type, mentions, aliases, known.gender)
        merged[actor.id] = actor
    return list(merged.values())
