"""Finds the stories a new article may belong to, through an index of short keys; never through the whole store."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, TextClause, delete, func, insert, select, text

from analysis.clustering import MAX_MEMBERS
from api.store.tables import ARTICLES, FINGERPRINTS, STORIES, STORY_KEYS

POSTINGS = 200
"""Newest articles looked at for each key: a key that more share says little, and the bound keeps ingestion linear."""
STORIES_TRIED = 12
LOOKED_UP = (60, 600, 6_000)
"""Of how many of the articles that share keys the stories are looked up at a time, those that share most first."""


@dataclass(frozen=True, slots=True)
class Open:
    """A story that an article could belong to: its newest members, and whether they may leave it."""

    story: str
    unnamed: bool
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """The stories that an article could belong to at one moment, the newest article then, and the stories' versions."""

    stories: tuple[Open, ...]
    newest: int
    versions: frozenset[tuple[str, int]]


def save(connection: Connection, seq: int, keys: Iterable[str], body: bytes) -> None:
    """Index an article by the keys of its fingerprint, which is the body, in place of an earlier index."""
    for table in (FINGERPRINTS, STORY_KEYS):
        connection.execute(delete(table).where(table.c.article_seq == seq))
    connection.execute(insert(FINGERPRINTS).values(article_seq=seq, body=body))
    rows = [{"key": key, "article_seq": seq} for key in dict.fromkeys(keys)]
    if rows:
        connection.execute(insert(STORY_KEYS), rows)


def look(connection: Connection, keys: Sequence[str]) -> Look:
    """Stories that share keys with the article: rare keys weigh more, the best dozen, members newest first."""
    newest = connection.execute(select(func.max(ARTICLES.c.seq))).scalar() or 0
    best = _best(connection, _weights(connection, list(dict.fromkeys(keys))))
    if not best:
        return Look((), newest, frozenset())
    query = select(STORIES.c.id, STORIES.c.version, STORIES.c.named).where(STORIES.c.id.in_(best))
    rows = {row.id: row for row in connection.execute(query)}
    members = _members(connection, best)
    found = tuple(Open(story, rows[story].named == 0, members[story]) for story in best)
    return Look(found, newest, frozenset((story, row.version) for story, row in rows.items()))


def holds(connection: Connection, seen: Look, keys: Sequence[str]) -> bool:
    """Whether nothing has come or changed since that could lead the article elsewhere."""
    columns = STORY_KEYS.c
    newer = select(columns.article_seq).where(columns.key.in_(set(keys)), columns.article_seq > seen.newest).limit(1)
    if keys and connection.execute(newer).first() is not None:
        return False
    query = select(STORIES.c.id, STORIES.c.version).where(STORIES.c.id.in_([one.story for one in seen.stories]))
    return not seen.stories or {(row.id, row.version) for row in connection.execute(query)} == seen.versions


def bodies(connection: Connection, articles: Iterable[int]) -> dict[int, bytes]:
    """The packed fingerprints of these articles."""
    columns = FINGERPRINTS.c
    query = select(columns.article_seq, columns.body).where(columns.article_seq.in_(sorted(articles)))
    return {row.article_seq: row.body for row in connection.execute(query)}


def _weights(connection: Connection, keys: Sequence[str]) -> dict[int, float]:
    """Weight by article: the sum over shared keys of the inverse root of how many have the key."""
    if not keys:
        return {}
    given = {f"key_{place}": key for place, key in enumerate(keys)}
    weights: dict[int, float] = {}
    for row in connection.execute(_newest(len(keys), connection.dialect.name), given):
        articles = [] if row[0] is None else row[0].split(",")
        share = 1.0 / math.sqrt(max(1, len(articles)))
        for seq in map(int, articles):
            weights[seq] = weights.get(seq, 0.0) + share
    return weights


@lru_cache(maxsize=64)
def _newest(keys: int, dialect: str) -> TextClause:
    """The newest articles of each of so many keys: walks along the index, each of which stops.

    A row a key, its articles in one text: a row for each would take longer to hand over than to find.
    """
    united = "string_agg(CAST(article_seq AS text), ',')" if dialect == "postgresql" else "group_concat(article_seq)"
    walk = f"""SELECT {united} FROM (SELECT article_seq FROM story_keys WHERE key = :key_{{0}}
        ORDER BY article_seq DESC LIMIT {POSTINGS}) AS found_{{0}}"""
    return text(" UNION ALL ".join(walk.format(place) for place in range(keys)))


def _best(connection: Connection, weights: dict[int, float]) -> list[str]:
    """The stories of the articles that weigh most, heaviest first; ties go to the smaller id."""
    ranked = sorted(weights, key=weights.__getitem__, reverse=True)
    best: dict[str, float] = {}
    done = 0
    for size in LOOKED_UP:
        asked = ranked[done : done + size]
        rows = connection.execute(select(ARTICLES.c.seq, ARTICLES.c.story_id).where(ARTICLES.c.seq.in_(asked)))
        for seq, story in rows:
            best[story] = max(best.get(story, 0.0), weights[seq])
        done += size
        chosen = sorted(best, key=lambda story: (-best[story], story))[:STORIES_TRIED]
        if done >= len(ranked) or (len(chosen) == STORIES_TRIED and best[chosen[-1]] > weights[ranked[done]]):
            break
    return chosen


def _members(connection: Connection, stories: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The newest members of each story, newest first."""
    given = {f"story_{place}": story for place, story in enumerate(stories)}
    found: dict[str, list[int]] = {story: [] for story in stories}
    for place, seq in connection.execute(_newest_members(len(stories)), given):
        found[stories[place]].append(seq)
    return {story: tuple(sorted(members, reverse=True)) for story, members in found.items()}


@lru_cache(maxsize=64)
def _newest_members(stories: int) -> TextClause:
    walk = """SELECT * FROM (SELECT {0} AS place, seq FROM articles WHERE story_id = :story_{0}
        ORDER BY seq DESC LIMIT {1}) AS found_{0}"""
    return text(" UNION ALL ".join(walk.format(place, MAX_MEMBERS) for place in range(stories)))
