"""Finds actors by letters in their names: by an index of three letters in a row, read in the order of the actors.
Stories are found by letters in their titles in the same way, but triggers keep their index, and fewer letters are
sought by walking through the stories.

On SQLite it is FTS5's index of trigrams. On PostgreSQL, and on an SQLite without FTS5, it is a table with the names of
each actor, which PostgreSQL searches by trigrams where the extension ``pg_trgm`` can be had. Fewer letters than three
stand in a column of their own, filled up to three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, delete, insert, select, table, text

from api.store.lookups import rows_of
from api.store.tables import ACTOR_ALIASES, ACTORS

LETTERS = 3
FILLER = "\ue000"
"""A private character, which stands in no name that anybody reads."""
TABLE = table("actor_search", column("seq"), column("names"), column("short"))
INDEXED = table("actor_search", column("rowid"), column("names"), column("short"), column("actor_search"))
INDEX = "CREATE VIRTUAL TABLE actor_search USING fts5(names, short, tokenize = 'trigram case_sensitive 1')"
TITLES = table("story_search", column("rowid"), column("title"), column("story_search"))
TITLE_INDEX = "CREATE VIRTUAL TABLE story_search USING fts5(title, tokenize = 'trigram')"
SEARCHING = ("actor_search", "story_search", "ix_stories_title")
VIRTUAL = text("SELECT 1 FROM sqlite_master WHERE name = :name AND sql LIKE 'CREATE VIRTUAL%'")


def ours(name: str | None, kind: str, _: object) -> bool:
    """Whether alembic has to compare this: what only searches is none of the tables that the code describes."""
    return kind not in ("table", "index") or name is None or not name.startswith(SEARCHING)


def note(connection: Connection, ids: Iterable[str]) -> None:
    """Bring the index in step with the names of these actors; one that is removed leaves it by a trigger."""
    actors = list(rows_of(connection, select(ACTORS.c.id, ACTORS.c.seq, ACTORS.c.folded), ACTORS.c.id, ids))
    if not actors:
        return
    names: dict[str, set[str]] = defaultdict(set)
    query = select(ACTOR_ALIASES.c.actor_id, ACTOR_ALIASES.c.folded)
    for alias in rows_of(connection, query, ACTOR_ALIASES.c.actor_id, [row.id for row in actors]):
        names[alias.actor_id].add(alias.folded)
    key = "rowid" if indexed(connection) else "seq"
    target = INDEXED if key == "rowid" else TABLE
    rows = [{key: row.seq, **_columns({row.folded, *names[row.id]})} for row in actors]
    connection.execute(delete(target).where(target.c[key].in_([row[key] for row in rows])))
    connection.execute(insert(target), rows)


def matching(connection: Connection, letters: str) -> tuple[Select[Any], ColumnElement[int]]:
    """Actors with these letters (folded, not empty) in a name, and the column by which they are in order."""
    if not indexed(connection):
        found = TABLE.c.names.contains(letters, autoescape=True)
        return select(ACTORS).join_from(ACTORS, TABLE, TABLE.c.seq == ACTORS.c.seq).where(found), ACTORS.c.seq
    where = "names" if len(letters) >= LETTERS else "short"
    asked = f'{where} : "{_filled(letters).replace(chr(34), 2 * chr(34))}"'
    query = select(ACTORS).join_from(ACTORS, INDEXED, INDEXED.c.rowid == ACTORS.c.seq)
    seq: ColumnElement[int] = INDEXED.c.rowid
    return query.where(INDEXED.c.actor_search.op("MATCH")(asked)), seq


def titled(connection: Connection, letters: str) -> tuple[ColumnElement[bool], ColumnElement[int]] | None:
    """What holds of a row of the index of titles with these letters, and the story's number; None without an index."""
    if len(letters) < LETTERS or not indexed(connection, TITLES.name):
        return None
    quoted = letters.replace(chr(34), 2 * chr(34))
    return TITLES.c.story_search.op("MATCH")(f'"{quoted}"'), TITLES.c.rowid


def _columns(names: Iterable[str]) -> dict[str, str]:
    listed = sorted(names)
    short = {name[start : start + size] for name in listed for size in (1, 2) for start in range(len(name) - size + 1)}
    return {"names": "\n".join(listed), "short": "".join(map(_filled, sorted(short)))}


def _filled(letters: str) -> str:
    return letters + FILLER * (LETTERS - len(letters))


def indexed(connection: Connection, name: str = TABLE.name) -> bool:
    """Whether names, or what else it is, are indexed by FTS5."""
    return connection.dialect.name == "sqlite" and connection.execute(VIRTUAL, {"name": name}).first() is not None
