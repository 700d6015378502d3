"""Actors across articles, and the rules by which users correct who is who.

A rule says: an actor found as ``found_id`` (under a certain name, or any) is ``actor_id``. Merging writes rules for any
name, splitting for certain names, attaching an alias for the alias. Rules hold for what is stored and for what comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select

from analysis.text import compose
from analysis.types import Actor
from api.store import dates, search
from api.store.lookups import rows_of
from api.store.records import ActorRecord
from api.store.tables import (
    ACTOR_ALIASES,
    ACTOR_ARTICLES,
    ACTOR_COUNTS,
    ACTOR_EXTERNALS,
    ACTOR_RULES,
    ACTORS,
)

ANY_NAME = ""
TEXT, USER = "text", "user"


def folded(name: str) -> str:
    """A name as it is compared: case, accents' encoding and spaces do not matter."""
    return " ".join(compose(name, "NFKC").casefold().split())


def resolve(connection: Connection, found: Sequence[Actor]) -> dict[str, str]:
    """Actor id after corrections, for each id that was found in an article."""
    target = resolved(connection, {(actor.id, actor.name) for actor in found})
    return {actor.id: target[actor.id, actor.name] for actor in found}


def resolved(connection: Connection, found: Set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Actor id after corrections, for each id together with the name under which it was found."""
    ids = {identifier for identifier, _ in found}
    key = {name: folded(name) for _, name in found}
    rows = rows_of(connection, select(ACTOR_RULES), ACTOR_RULES.c.found_id, ids)
    rules = {(row.found_id, row.folded): row.actor_id for row in rows}
    by_users = select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.origin == USER)
    attached = {row.folded: row.actor_id for row in rows_of(connection, by_users, ACTOR_ALIASES.c.folded, key.values())}
    return {
        (identifier, name): rules.get((identifier, key[name]))
        or attached.get(key[name])
        or rules.get((identifier, ANY_NAME), identifier)
        for identifier, name in found
    }


def index(connection: Connection, seq: int, found: Sequence[Actor]) -> None:
    """Record who is in an article."""
    target = resolve(connection, found)
    connection.execute(delete(ACTOR_ARTICLES).where(ACTOR_ARTICLES.c.article_seq == seq))
    if not found:
        return
    connection.execute(
        insert(ACTOR_ARTICLES),
        [
            {
                "article_seq": seq,
                "found_id": actor.id,
                "actor_id": target[actor.id],
                "found_name": actor.name,
                "found_type": actor.type,
                "mentions": len(actor.mentions),
            }
            for actor in found
        ],
    )
    known = {row.id for row in rows_of(connection, select(ACTORS.c.id), ACTORS.c.id, target.values())}
    new = {target[actor.id]: actor for actor in reversed(found) if target[actor.id] not in known}
    if new:
        rows = [_row(identifier, actor.name, actor.type) for identifier, actor in reversed(new.items())]
        connection.execute(insert(ACTORS), rows)
    add_aliases(connection, ((target[a.id], name) for a in found for name in (a.name, *a.aliases)), TEXT)


def create(connection: Connection, actor: str, name: str, kind: str, chosen: bool = True) -> None:
    """Make an actor known by a name, which a user chose unless it says otherwise."""
    connection.execute(insert(ACTORS), [_row(actor, name, kind, renamed=chosen)])
    search.note(connection, [actor])


def _row(actor: str, name: str, kind: str, renamed: bool = False) -> dict[str, object]:
    return {
        "id": actor,
        "name": name,
        "folded": folded(name),
        "type": kind,
        "renamed": int(renamed),
        "created_at": dates.now(),
    }


def add_aliases(connection: Connection, pairs: Iterable[tuple[str, str]], origin: str) -> None:
    """Add names that are not yet known for an actor."""
    wanted = set(pairs)
    table = ACTOR_ALIASES.c
    query = select(table.actor_id, table.alias).where(table.origin == origin)
    rows = rows_of(connection, query, table.actor_id, (actor for actor, _ in wanted))
    missing = sorted(wanted - {(row.actor_id, row.alias) for row in rows})
    if missing:
        connection.execute(
            insert(ACTOR_ALIASES),
            [
                {"actor_id": actor, "alias": alias, "folded": folded(alias), "origin": origin}
                for actor, alias in missing
            ],
        )
        search.note(connection, (actor for actor, _ in missing))


def drop_aliases(connection: Connection, actor: str, origin: str) -> None:
    """Forget an actor's names of this origin."""
    connection.execute(delete(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == actor, ACTOR_ALIASES.c.origin == origin))
    search.note(connection, [actor])


def find(connection: Connection, actor: str) -> ActorRecord | None:
    """The actor of this id."""
    row = connection.execute(select(ACTORS).where(ACTORS.c.id == actor)).first()
    return None if row is None else _records(connection, [row])[0]


def page(connection: Connection, kind: str | None, q: str | None, after: int | None, limit: int) -> list[ActorRecord]:
    """Actors in the order they became known, after the key; ``q`` is part of a name or alias."""
    query = select(ACTORS)
    seq: ColumnElement[int] = ACTORS.c.seq
    letters = folded(q or "")
    if letters:
        query, seq = search.matching(connection, letters)
    query = query.where(seq > (after or 0)).order_by(seq).limit(limit)
    if kind is not None:
        query = query.where(ACTORS.c.type == kind)
    return _records(connection, connection.execute(query).all())


def remove(connection: Connection, actor: str) -> None:
    """Forget an actor's row; what leads elsewhere stays."""
    connection.execute(delete(ACTORS).where(ACTORS.c.id == actor))


def prune(connection: Connection, ids: Iterable[str]) -> None:
    """Forget those of these actors that no article has any more and nobody corrected."""
    for actor in ids:
        has = connection.execute(
            select(ACTOR_ARTICLES.c.article_seq).where(ACTOR_ARTICLES.c.actor_id == actor).limit(1)
        ).first()
        if has is None and not _corrected(connection, actor):
            drop_aliases(connection, actor, TEXT)
            remove(connection, actor)


def actors_in(connection: Connection, seq: int) -> list[str]:
    """Actors of an article."""
    query = select(ACTOR_ARTICLES.c.actor_id).where(ACTOR_ARTICLES.c.article_seq == seq)
    return sorted(set(connection.execute(query).scalars()))


def _corrected(connection: Connection, actor: str) -> bool:
    checks = (
        select(ACTORS.c.id).where(ACTORS.c.id == actor, or_(ACTORS.c.renamed == 1, ACTORS.c.retyped == 1)),
        select(ACTOR_RULES.c.found_id).where(or_(ACTOR_RULES.c.actor_id == actor, ACTOR_RULES.c.found_id == actor)),
        select(ACTOR_EXTERNALS.c.scheme).where(ACTOR_EXTERNALS.c.actor_id == actor),
        select(ACTOR_ALIASES.c.alias).where(ACTOR_ALIASES.c.actor_id == actor, ACTOR_ALIASES.c.origin == USER),
    )
    return any(connection.execute(query.limit(1)).first() is not None for query in checks)


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[ActorRecord]:
    if not rows:
        return []
    ids = [row.id for row in rows]
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id.in_(ids))):
        aliases[row.actor_id].add(row.alias)
    externals: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(ACTOR_EXTERNALS).where(ACTOR_EXTERNALS.c.actor_id.in_(ids))):
        externals[row.actor_id][row.scheme] = row.value
    merged, split = _merged_and_split(connection, ids)
    counts = _counts(connection, ids)
    return [
        ActorRecord(
            seq=row.seq,
            id=row.id,
            name=row.name,
            type=row.type,
            aliases=tuple(sorted(aliases[row.id] - {row.name})),
            external_ids=dict(sorted(externals[row.id].items())),
            article_count=counts[row.id].articles if row.id in counts else 0,
            mention_count=counts[row.id].mentions if row.id in counts else 0,
            merged_from=tuple(sorted(merged[row.id])),
            split_into=tuple(sorted(split[row.id] - {row.id})),
            created_at=row.created_at,
        )
        for row in rows
    ]


def _merged_and_split(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Ids that were merged into each of these actors, and actors that were split off it."""
    merged: dict[str, set[str]] = defaultdict(set)
    split: dict[str, set[str]] = defaultdict(set)
    query = select(ACTOR_RULES).where(or_(ACTOR_RULES.c.actor_id.in_(ids), ACTOR_RULES.c.found_id.in_(ids)))
    for row in connection.execute(query):
        if row.folded == ANY_NAME and row.found_id != row.actor_id:
            merged[row.actor_id].add(row.found_id)
        elif row.folded != ANY_NAME:
            split[row.found_id].add(row.actor_id)
    return merged, split


def _counts(connection: Connection, ids: Sequence[str]) -> dict[str, Row[Any]]:
    """In how many articles each of these actors is, and how often in all."""
    rows = connection.execute(select(ACTOR_COUNTS).where(ACTOR_COUNTS.c.actor_id.in_(ids)))
    return {row.actor_id: row for row in rows.all()}
