"""Who is who across the articles of a story: a surname alone is the one person whom the story names in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select, update

from analysis.actors.linking import link_actors
from analysis.types import Actor, ActorType
from api.store.actors import ANY_NAME, TEXT, add_aliases, create, folded, prune, resolved
from api.store.tables import ACTOR_ARTICLES, ACTOR_RULES, ACTORS, ARTICLES

PERSON: ActorType = "person"


def link(connection: Connection, story: str) -> None:
    """Bring the persons of a story in step with each other; what users said of a name holds before that."""
    rows = _persons(connection, story)
    if all(" " in row.found_name and row.found_id == row.actor_id for row in rows):
        return
    base = resolved(connection, {(row.found_id, row.found_name) for row in rows})
    fixed = _fixed(connection, rows)
    found = {
        (base[row.found_id, row.found_name], row.found_name)
        for row in rows
        if (row.found_id, folded(row.found_name)) not in fixed
    }
    bearers = {(base[row.found_id, row.found_name], row.found_name) for row in rows}
    (shared,) = link_actors([[Actor(actor, name, PERSON, ()) for actor, name in sorted(found | _full(bearers))]])
    left = set()
    for row in rows:
        actor = base[row.found_id, row.found_name]
        if (actor, row.found_name) in found:
            actor = shared[actor]
        if actor != row.actor_id:
            left.add(row.actor_id)
            _assign(connection, row, actor)
    prune(connection, sorted(left))


def link_around(connection: Connection, ids: Iterable[str]) -> None:
    """Link the stories in which one of these actors appears or was found."""
    wanted = sorted(set(ids))
    table = ACTOR_ARTICLES.c
    query = (
        select(ARTICLES.c.story_id)
        .join(ACTOR_ARTICLES, table.article_seq == ARTICLES.c.seq)
        .where(or_(table.actor_id.in_(wanted), table.found_id.in_(wanted)))
        .distinct()
    )
    for story in sorted(connection.execute(query).scalars()):
        link(connection, story)


def linked_to(connection: Connection, actor: str) -> str | None:
    """The actor that a story links one with which no longer appears under its own id, if no correction leads away."""
    if connection.execute(select(ACTORS.c.id).where(ACTORS.c.id == actor)).first() is not None:
        return None
    table = ACTOR_ARTICLES.c
    query = select(ACTOR_ARTICLES).where(table.found_id == actor).order_by(table.article_seq).limit(1)
    row = connection.execute(query).first()
    if row is None or resolved(connection, {(actor, row.found_name)})[actor, row.found_name] != actor:
        return None
    return str(row.actor_id)


def targets(connection: Connection, seq: int) -> dict[str, str]:
    """Actor id, after corrections and links, for each id that was found in an article."""
    table = ACTOR_ARTICLES.c
    rows = connection.execute(select(table.found_id, table.actor_id).where(table.article_seq == seq))
    return {row.found_id: row.actor_id for row in rows}


def _persons(connection: Connection, story: str) -> list[Row[Any]]:
    table = ACTOR_ARTICLES.c
    query = (
        select(ACTOR_ARTICLES)
        .join(ARTICLES, ARTICLES.c.seq == table.article_seq)
        .where(ARTICLES.c.story_id == story, table.found_type == PERSON)
        .order_by(table.article_seq, table.found_id)
    )
    return list(connection.execute(query).all())


def _fixed(connection: Connection, rows: Iterable[Row[Any]]) -> set[tuple[str, str]]:
    """Ids with names of which a user said who they are."""
    ids = {row.found_id for row in rows}
    query = select(ACTOR_RULES).where(and_(ACTOR_RULES.c.found_id.in_(ids), ACTOR_RULES.c.folded != ANY_NAME))
    return {(row.found_id, row.folded) for row in connection.execute(query)}


def _full(named: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(actor, name) for actor, name in named if " " in name.strip()}


def _assign(connection: Connection, row: Row[Any], actor: str) -> None:
    if connection.execute(select(ACTORS.c.id).where(ACTORS.c.id == actor)).first() is None:
        create(connection, actor, row.found_name, row.found_type, chosen=False)
    add_aliases(connection, [(actor, row.found_name)], TEXT)
    table = ACTOR_ARTICLES
    where = and_(table.c.article_seq == row.article_seq, table.c.found_id == row.found_id)
    connection.execute(update(table).where(where).values(actor_id=actor))
