"""Corrections of who is who, by users: rules, names, identifiers, and what they change about what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from analysis.types import ActorType
from api.store import search
from api.store.actors import ANY_NAME, TEXT, USER, add_aliases, create, folded, resolved
from api.store.links import link_around, linked_to
from api.store.lookups import rows_of
from api.store.tables import ACTOR_ALIASES, ACTOR_ARTICLES, ACTOR_EXTERNALS, ACTOR_RULES, ACTORS, COUNTERS

REVISION = "actor_revision"
NUMBER = select(COUNTERS.c.value).where(COUNTERS.c.name == bindparam("name"))


def move_aliases(connection: Connection, source: str, target: str, names: set[str]) -> None:
    """Give names of one actor to another."""
    rows = connection.execute(
        select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == source, ACTOR_ALIASES.c.folded.in_(names))
    ).all()
    connection.execute(
        delete(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == source, ACTOR_ALIASES.c.folded.in_(names))
    )
    search.note(connection, [source])
    for row in rows:
        add_aliases(connection, [(target, row.alias)], row.origin)


def owner_of_alias(connection: Connection, aliases: Sequence[str], besides: str) -> tuple[str, str] | None:
    """Another actor that a user attached one of these names to, and the name."""
    row = connection.execute(
        select(ACTOR_ALIASES.c.actor_id, ACTOR_ALIASES.c.alias).where(
            ACTOR_ALIASES.c.folded.in_([folded(alias) for alias in aliases]),
            ACTOR_ALIASES.c.origin == USER,
            ACTOR_ALIASES.c.actor_id != besides,
        )
    ).first()
    return None if row is None else (row.actor_id, row.alias)


def attached(connection: Connection, actor: str) -> set[str]:
    """Names, as they are compared, that a user attached to the actor."""
    table = ACTOR_ALIASES.c
    query = select(table.folded).where(table.actor_id == actor, table.origin == USER)
    return set(connection.execute(query).scalars())


def led_to(connection: Connection, names: set[str]) -> set[str]:
    """Actors that rules of these names lead to."""
    query = select(ACTOR_RULES.c.actor_id).where(ACTOR_RULES.c.folded.in_(names))
    return set(connection.execute(query).scalars())


def reassign(connection: Connection, involved: Iterable[str], names: set[str]) -> set[str]:
    """Bring appearances in step with the rules: those of these actors, and of whoever goes by one of these names.

    Gives back the actors that lost an appearance.
    """
    table = ACTOR_ARTICLES
    ids = set(involved)
    ids.update(connection.execute(select(ACTOR_ALIASES.c.actor_id).where(ACTOR_ALIASES.c.folded.in_(names))).scalars())
    alike = (table.c.found_id, table.c.found_name, table.c.found_type, table.c.actor_id)
    query = select(*alike).where(or_(table.c.actor_id.in_(ids), table.c.found_id.in_(ids))).group_by(*alike)
    rows = connection.execute(query.order_by(func.min(table.c.article_seq), table.c.found_id)).all()
    target = resolved(connection, {(row.found_id, row.found_name) for row in rows})
    known = {row.id for row in rows_of(connection, select(ACTORS.c.id), ACTORS.c.id, target.values())}
    left = set()
    for row in rows:
        actor = target[row.found_id, row.found_name]
        if actor == row.actor_id:
            continue
        left.add(row.actor_id)
        if actor not in known:
            create(connection, actor, row.found_name, row.found_type, chosen=False)
            add_aliases(connection, [(actor, row.found_name)], TEXT)
            known.add(actor)
        same = [column == value for column, value in zip(alike, row, strict=True)]
        connection.execute(update(table).where(*same).values(actor_id=actor))
    link_around(connection, left | set(target.values()))
    return left


def chosen(connection: Connection, target: Mapping[str, str]) -> tuple[dict[str, str], dict[str, ActorType]]:
    """Names and types that users chose, by actor, for an article whose ids lead to these actors.

    An actor that something else was found to be has its own name as well, however often the article has the other.
    """
    moved = {actor for found, actor in target.items() if found != actor}
    rows = list(rows_of(connection, select(ACTORS), ACTORS.c.id, target.values()))
    names = {row.id: row.name for row in rows if row.renamed or row.id in moved}
    return names, {row.id: row.type for row in rows if row.retyped}


def merged_into(connection: Connection, actor: str) -> str | None:
    """The actor that this one was merged into."""
    query = select(ACTOR_RULES.c.actor_id).where(ACTOR_RULES.c.found_id == actor, ACTOR_RULES.c.folded == ANY_NAME)
    target = connection.execute(query).scalar()
    return None if target is None or target == actor else str(target)


def current(connection: Connection, actor: str) -> str:
    """The id that an actor has now: that of the actor it was merged into or linked with, or its own."""
    return merged_into(connection, actor) or linked_to(connection, actor) or actor


def drop_rules(connection: Connection, names: set[str]) -> None:
    """Forget what was said of these names before."""
    connection.execute(delete(ACTOR_RULES).where(ACTOR_RULES.c.folded.in_(names)))


def set_rule(connection: Connection, found: str, name: str, actor: str) -> None:
    """Write a rule in place of an earlier one for the same case."""
    connection.execute(delete(ACTOR_RULES).where(ACTOR_RULES.c.found_id == found, ACTOR_RULES.c.folded == name))
    connection.execute(insert(ACTOR_RULES).values(found_id=found, folded=name, actor_id=actor))


def redirect(connection: Connection, source: str, target: str) -> None:
    """Everything that leads to one actor leads to another."""
    for table in (ACTOR_RULES, ACTOR_ARTICLES):
        connection.execute(update(table).where(table.c.actor_id == source).values(actor_id=target))


def appearances(connection: Connection, actor: str) -> list[tuple[str, str, str]]:
    """Under which id, name and type an actor is found in articles; each combination once."""
    table = ACTOR_ARTICLES.c
    rows = connection.execute(
        select(table.found_id, table.found_name, table.found_type)
        .where(or_(table.found_id == actor, table.actor_id == actor))
        .distinct()
    )
    return sorted((found, name, kind) for found, name, kind in rows)


def change(connection: Connection, actor: str, **values: Any) -> None:
    """Change an actor's row."""
    connection.execute(update(ACTORS).where(ACTORS.c.id == actor).values(**values))
    search.note(connection, [actor])


def owner_of_external(connection: Connection, values: Mapping[str, str | None], besides: str) -> tuple[str, str] | None:
    """Another actor that has one of these identifiers, and the scheme."""
    table = ACTOR_EXTERNALS.c
    for scheme, value in sorted(values.items()):
        query = select(table.actor_id).where(table.scheme == scheme, table.value == value, table.actor_id != besides)
        owner = None if value is None else connection.execute(query).scalar()
        if owner is not None:
            return str(owner), scheme
    return None


def set_externals(connection: Connection, actor: str, values: dict[str, str | None]) -> None:
    """Set external identifiers by scheme; ``None`` removes one."""
    table = ACTOR_EXTERNALS
    for scheme, value in values.items():
        connection.execute(delete(table).where(table.c.actor_id == actor, table.c.scheme == scheme))
        if value is not None:
            connection.execute(insert(table).values(actor_id=actor, scheme=scheme, value=value))


def revision(connection: Connection) -> int:
    """Number of corrections so far: numbers that depend on who is who hold for one revision."""
    value = connection.execute(NUMBER, {"name": REVISION}).scalar()
    return int(value or 0)


def next_revision(connection: Connection) -> None:
    """Note that a correction was made."""
    current = revision(connection)
    if current == 0:
        connection.execute(insert(COUNTERS).values(name=REVISION, value=1))
    else:
        connection.execute(update(COUNTERS).where(COUNTERS.c.name == REVISION).values(value=current + 1))
