"""Actors across articles, and the rules by which users correct who is who.

A rule says: an actor found as ``found_id`` (under a certain name, or any) is ``actor_id``. Merging writes rules for any
name, splitting for certain names, attaching an alias for the alias. Rules hold for what is stored and for what comes.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from analysis.types import Actor
from api.store import dates
from api.store.records import ActorRecord
from api.store.tables import (
    ACTOR_ALIASES,
    ACTOR_ARTICLES,
    ACTOR_EXTERNALS,
    ACTOR_RULES,
    ACTORS,
    COUNTERS,
)

ANY_NAME = ""
REVISION = "actor_revision"
TEXT, USER = "text", "user"


def folded(name: str) -> str:
    """A name as it is compared: case, accents' encoding and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def resolve(connection: Connection, found: Sequence[Actor]) -> dict[str, str]:
    """Actor id after corrections, for each id that was found in an article."""
    ids = [actor.id for actor in found]
    names = {folded(actor.name) for actor in found}
    rows = connection.execute(select(ACTOR_RULES).where(ACTOR_RULES.c.found_id.in_(ids)))
    rules = {(row.found_id, row.folded): row.actor_id for row in rows}
    attached = {
        row.folded: row.actor_id
        for row in connection.execute(
            select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.folded.in_(names), ACTOR_ALIASES.c.origin == USER)
        )
    }
    return {
        actor.id: rules.get((actor.id, folded(actor.name)))
        or attached.get(folded(actor.name))
        or rules.get((actor.id, ANY_NAME), actor.id)
        for actor in found
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
    known = set(connection.execute(select(ACTORS.c.id).where(ACTORS.c.id.in_(set(target.values())))).scalars())
    for actor in found:
        if target[actor.id] not in known:
            known.add(target[actor.id])
            create(connection, target[actor.id], actor.name, actor.type)
    add_aliases(connection, ((target[a.id], name) for a in found for name in (a.name, *a.aliases)), TEXT)


def create(connection: Connection, actor: str, name: str, kind: str, renamed: bool = False) -> None:
    """Make an actor known."""
    connection.execute(
        insert(ACTORS).values(
            id=actor, name=name, folded=folded(name), type=kind, renamed=int(renamed), created_at=dates.now()
        )
    )


def add_aliases(connection: Connection, pairs: Iterable[tuple[str, str]], origin: str) -> None:
    """Add names that are not yet known for an actor."""
    wanted = set(pairs)
    rows = connection.execute(
        select(ACTOR_ALIASES.c.actor_id, ACTOR_ALIASES.c.alias).where(
            ACTOR_ALIASES.c.actor_id.in_({actor for actor, _ in wanted}), ACTOR_ALIASES.c.origin == origin
        )
    )
    missing = sorted(wanted - {(row.actor_id, row.alias) for row in rows})
    if missing:
        connection.execute(
            insert(ACTOR_ALIASES),
            [
                {"actor_id": actor, "alias": alias, "folded": folded(alias), "origin": origin}
                for actor, alias in missing
            ],
        )


def drop_aliases(connection: Connection, actor: str, origin: str) -> None:
    """Forget an actor's names of this origin."""
    connection.execute(delete(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id == actor, ACTOR_ALIASES.c.origin == origin))


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


def find(connection: Connection, actor: str) -> ActorRecord | None:
    """The actor of this id."""
    row = connection.execute(select(ACTORS).where(ACTORS.c.id == actor)).first()
    return None if row is None else _records(connection, [row])[0]


def page(connection: Connection, kind: str | None, q: str | None, after: int | None, limit: int) -> list[ActorRecord]:
    """Actors in the order they became known, after the key; ``q`` is part of a name or alias."""
    query = select(ACTORS).order_by(ACTORS.c.seq).limit(limit)
    if after is not None:
        query = query.where(ACTORS.c.seq > after)
    if kind is not None:
        query = query.where(ACTORS.c.type == kind)
    if q is not None:
        named = select(ACTOR_ALIASES.c.actor_id).where(ACTOR_ALIASES.c.folded.contains(folded(q), autoescape=True))
        query = query.where(or_(ACTORS.c.folded.contains(folded(q), autoescape=True), ACTORS.c.id.in_(named)))
    return _records(connection, connection.execute(query).all())


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


def remove(connection: Connection, actor: str) -> None:
    """Forget an actor's row; what leads elsewhere stays."""
    connection.execute(delete(ACTORS).where(ACTORS.c.id == actor))


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
        select(ACTORS.c.id).where(ACTORS.c.id == actor, ACTORS.c.renamed == 1),
        select(ACTOR_RULES.c.found_id).where(or_(ACTOR_RULES.c.actor_id == actor, ACTOR_RULES.c.found_id == actor)),
        select(ACTOR_EXTERNALS.c.scheme).where(ACTOR_EXTERNALS.c.actor_id == actor),
        select(ACTOR_ALIASES.c.alias).where(ACTOR_ALIASES.c.actor_id == actor, ACTOR_ALIASES.c.origin == USER),
    )
    return any(connection.execute(query.limit(1)).first() is not None for query in checks)


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[ActorRecord]:
    ids = [row.id for row in rows]
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(ACTOR_ALIASES).where(ACTOR_ALIASES.c.actor_id.in_(ids))):
        aliases[row.actor_id].add(row.alias)
    externals: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(ACTOR_EXTERNALS).where(ACTOR_EXTERNALS.c.actor_id.in_(ids))):
        externals[row.actor_id][row.scheme] = row.value
    merged, split = defaultdict(set), defaultdict(set)
    for row in connection.execute(
        select(ACTOR_RULES).where(or_(ACTOR_RULES.c.actor_id.in_(ids), ACTOR_RULES.c.found_id.in_(ids)))
    ):
        if row.folded == ANY_NAME and row.found_id != row.actor_id:
            merged[row.actor_id].add(row.found_id)
        elif row.folded != ANY_NAME:
            split[row.found_id].add(row.actor_id)
    table = ACTOR_ARTICLES.c
    counts = {
        row.actor_id: row
        for row in connection.execute(
            select(
                table.actor_id,
                func.count(table.article_seq.distinct()).label("articles"),
                func.sum(table.mentions).label("mentions"),
            )
            .where(table.actor_id.in_(ids))
            .group_by(table.actor_id)
        )
    }
    return [
        ActorRecord(
            seq=row.seq,
            id=row.id,
            name=row.name,
            type=row.type,
            aliases=tuple(sorted(aliases[row.id] - {row.name})),
            external_ids=dict(sorted(externals[row.id].items())),
            article_count=counts[row.id].articles if row.id in counts else 0,
            mention_count=int(counts[row.id].mentions) if row.id in counts else 0,
            merged_from=tuple(sorted(merged[row.id])),
            split_into=tuple(sorted(split[row.id] - {row.id})),
            created_at=row.created_at,
        )
        for row in rows
    ]
