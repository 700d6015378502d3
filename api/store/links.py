"""Who is who across the articles of a story: a surname alone is the one person whom the story names in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, update

from analysis.actors.linking import link_actors
from analysis.types import Actor, ActorType
from api.store.actors import ANY_NAME, TEXT, add_aliases, create, folded, prune, resolved
from api.store.lookups import rows_of
from api.store.tables import ACTOR_ARTICLES, ACTOR_RULES, ACTORS, ARTICLES

PERSON: ActorType = "person"
STORIES_AT_ONCE = 100
"""Stories that are read together."""

Named = tuple[str, str]
"""An id and the name under which it was found."""


def link(connection: Connection, *stories: str) -> None:
    """Bring the persons of each story in step with each other; what users said of a name holds before that."""
    for start in range(0, len(stories), STORIES_AT_ONCE):
        by_story = _persons(connection, stories[start : start + STORIES_AT_ONCE])
        named = {(row.found_id, row.found_name) for rows in by_story.values() for row in rows}
        base, fixed = resolved(connection, named), _fixed(connection, named)
        left = {actor for story, rows in by_story.items() for actor in _link(connection, story, rows, base, fixed)}
        prune(connection, sorted(left))


def _link(
    connection: Connection, story: str, rows: Sequence[Row[Any]], base: Mapping[Named, str], fixed: Set[Named]
) -> set[str]:
    """Link the persons of one story; gives back the actors that lost an appearance."""
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
            _assign(connection, story, row, actor)
    return left


def link_around(connection: Connection, ids: Iterable[str]) -> None:
    """Link the stories in which one of these actors appears as a person, or was found as one."""
    wanted = sorted(set(ids))
    table = ACTOR_ARTICLES.c
    query = (
        select(ARTICLES.c.story_id)
        .join(ACTOR_ARTICLES, table.article_seq == ARTICLES.c.seq)
        .where(table.found_type == PERSON, or_(table.actor_id.in_(wanted), table.found_id.in_(wanted)))
        .distinct()
    )
    link(connection, *sorted(connection.execute(query).scalars()))


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


def _persons(connection: Connection, stories: Sequence[str]) -> dict[str, list[Row[Any]]]:
    """Who is found in each story, in order of arrival; without stories in which there is nothing to link."""
    table = ACTOR_ARTICLES.c
    alike = (ARTICLES.c.story_id, table.found_id, table.found_name, table.found_type, table.actor_id)
    query = (
        select(*alike)
        .join(ACTOR_ARTICLES, ARTICLES.c.seq == table.article_seq)
        .where(ARTICLES.c.story_id.in_(stories), table.found_type == PERSON)
        .group_by(*alike)
        .order_by(func.min(table.article_seq), table.found_id)
    )
    by_story: dict[str, list[Any]] = {}
    for row in connection.execute(query).all():
        by_story.setdefault(row.story_id, []).append(row)
    return {
        story: rows
        for story, rows in by_story.items()
        if any(" " not in row.found_name or row.found_id != row.actor_id for row in rows)
    }


def _fixed(connection: Connection, named: Set[Named]) -> set[Named]:
    """Ids with names of which a user said who they are."""
    query = select(ACTOR_RULES).where(ACTOR_RULES.c.folded != ANY_NAME)
    found = rows_of(connection, query, ACTOR_RULES.c.found_id, (identifier for identifier, _ in named))
    return {(row.found_id, row.folded) for row in found}


def _full(named: Iterable[Named]) -> set[Named]:
    return {(actor, name) for actor, name in named if " " in name.strip()}


def _assign(connection: Connection, story: str, row: Row[Any], actor: str) -> None:
    """Give the actor the story's appearances that are like this one."""
    if connection.execute(select(ACTORS.c.id).where(ACTORS.c.id == actor)).first() is None:
        create(connection, actor, row.found_name, row.found_type, chosen=False)
    add_aliases(connection, [(actor, row.found_name)], TEXT)
    table = ACTOR_ARTICLES
    same = [table.c[name] == getattr(row, name) for name in ("found_id", "found_name", "found_type", "actor_id")]
    members = select(ARTICLES.c.seq).where(ARTICLES.c.story_id == story)
    connection.execute(update(table).where(*same, table.c.article_seq.in_(members)).values(actor_id=actor))
