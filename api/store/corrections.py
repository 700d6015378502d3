"""Corrections of who is who, by users: rules, names, identifiers, and what they change about what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from api.store.actors import ANY_NAME, USER, add_aliases, folded
from api.store.tables import ACTOR_ALIASES, ACTOR_ARTICLES, ACTOR_EXTERNALS, ACTOR_RULES, ACTORS, COUNTERS

REVISION = "actor_revision"


def move_aliases(connection: Connection, source: str, target: str, names: set[str]) -> None:
    """Give names of one actor to another."""
    rows = connection.execute(
        select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == source, ACTOR_ALIASES.c.folded.in_(names))
    ).all()
    connection.execute(
        delete(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == source, ACTOR_ALIASES.c.folded.in_(names))
    )
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


def claim_appearances(connection: Connection, actor: str, names: set[str]) -> None:
    """Appearances under these names are this actor's."""
    table = ACTOR_ARTICLES.c
    aliased = select(ACTOR_ALIASES.c.actor_id).where(ACTOR_ALIASES.c.folded.in_(names))
    rows = connection.execute(
        select(table.article_seq, table.found_id, table.found_name).where(table.actor_id.in_(aliased))
    )
    for seq, found, name in rows.all():
        if folded(name) in names:
            assign(connection, seq, found, actor)


def chosen_names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Names that users chose, by actor."""
    query = select(ACTORS.c.id, ACTORS.c.name).where(ACTORS.c.id.in_(set(ids)), ACTORS.c.renamed == 1)
    return {row.id: row.name for row in connection.execute(query)}


def merged_into(connection: Connection, actor: str) -> str | None:
    """The actor that this one was merged into."""
    query = select(ACTOR_RULES.c.actor_id).where(ACTOR_RULES.c.found_id == actor, ACTOR_RULES.c.folded == ANY_NAME)
    target = connection.execute(query).scalar()
    return None if target is None or target == actor else str(target)


def set_rule(connection: Connection, found: str, name: str, actor: str) -> None:
    """Write a rule in place of an earlier one for the same case."""
    connection.execute(delete(ACTOR_RULES).where(ACTOR_RULES.c.found_id == found, ACTOR_RULES.c.folded == name))
    connection.execute(insert(ACTOR_RULES).values(found_id=found, folded=name, actor_id=actor))


def redirect(connection: Connection, source: str, target: str) -> None:
    """Everything that leads to one actor leads to another."""
    for table in (ACTOR_RULES, ACTOR_ARTICLES):
        connection.execute(update(table).where(table.c.actor_id == source).values(actor_id=target))


def found_ids(connection: Connection, actor: str) -> list[str]:
    """Ids under which articles were found to have this actor."""
    query = select(ACTOR_ARTICLES.c.found_id).where(ACTOR_ARTICLES.c.actor_id == actor).distinct()
    return sorted({actor, *connection.execute(query).scalars()})


def appearances(connection: Connection, ids: Sequence[str]) -> list[tuple[int, str, str, str]]:
    """Article, id, name and type of every appearance that was found under these ids."""
    table = ACTOR_ARTICLES.c
    rows = connection.execute(
        select(table.article_seq, table.found_id, table.found_name, table.found_type).where(
            or_(table.found_id.in_(ids), table.actor_id.in_(ids))
        )
    )
    return [(seq, found, name, kind) for seq, found, name, kind in rows]


def assign(connection: Connection, seq: int, found: str, actor: str) -> None:
    """Say whom an appearance is of."""
    table = ACTOR_ARTICLES
    connection.execute(
        update(table).where(table.c.article_seq == seq, table.c.found_id == found).values(actor_id=actor)
    )


def change(connection: Connection, actor: str, **values: Any) -> None:
    """Change an actor's row."""
    connection.execute(update(ACTORS).where(ACTORS.c.id == actor).values(**values))


def set_externals(connection: Connection, actor: str, values: dict[str, str | None]) -> None:
    """Set external identifiers by scheme; ``None`` removes one."""
    table = ACTOR_EXTERNALS
    for scheme, value in values.items():
        connection.execute(delete(table).where(table.c.actor_id == actor, table.c.scheme == scheme))
        if value is not None:
            connection.execute(insert(table).values(actor_id=actor, scheme=scheme, value=value))


def revision(connection: Connection) -> int:
    """Number of corrections so far: numbers that depend on who is who hold for one revision."""
    value = connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == REVISION)).scalar()
    return int(value or 0)


def next_revision(connection: Connection) -> None:
    """Note that a correction was made."""
    current = revision(connection)
    if current == 0:
        connection.execute(insert(COUNTERS).values(name=REVISION, value=1))
    else:
        connection.execute(update(COUNTERS).where(COUNTERS.c.name == REVISION).values(value=current + 1))
