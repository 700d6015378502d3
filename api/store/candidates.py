"""Finds the stories a new article may belong to, through an index of short keys; never through the whole store."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from analysis.clustering import MAX_MEMBERS, Candidate, Fingerprint, pack, unpack
from api.store import stories
from api.store.tables import ARTICLES, FINGERPRINTS, STORY_KEYS

POSTINGS = 200
"""Newest articles looked at for each key: a key that more share says little, and the bound keeps ingestion linear."""
STORIES_TRIED = 12
NEWEST = (
    select(STORY_KEYS.c.article_seq)
    .where(STORY_KEYS.c.key == bindparam("key"))
    .order_by(STORY_KEYS.c.article_seq.desc())
    .limit(POSTINGS)
)
"""Read key by key: a walk along the index that stops, where one statement for all keys would read every posting."""


def save(connection: Connection, seq: int, fingerprint: Fingerprint) -> None:
    """Index an article, in place of an earlier index."""
    for table in (FINGERPRINTS, STORY_KEYS):
        connection.execute(delete(table).where(table.c.article_seq == seq))
    connection.execute(insert(FINGERPRINTS).values(article_seq=seq, body=pack(fingerprint)))
    keys = [{"key": key, "article_seq": seq} for key in dict.fromkeys(fingerprint.keys)]
    if keys:
        connection.execute(insert(STORY_KEYS), keys)


def find(connection: Connection, fingerprint: Fingerprint) -> list[Candidate]:
    """Stories that share keys with the article: rare keys weigh more, the best dozen, members newest first."""
    weights = _weights(connection, fingerprint.keys)
    if not weights:
        return []
    rows = connection.execute(select(ARTICLES.c.seq, ARTICLES.c.story_id).where(ARTICLES.c.seq.in_(list(weights))))
    best: dict[str, float] = {}
    for seq, story in rows:
        best[story] = max(best.get(story, 0.0), weights[seq])
    chosen = sorted(best, key=lambda story: (-best[story], story))[:STORIES_TRIED]
    open_ones = set(stories.unnamed(connection, chosen))
    return [_candidate(connection, story, story in open_ones) for story in chosen]


def _weights(connection: Connection, keys: Sequence[str]) -> dict[int, float]:
    """Weight by article: the sum over shared keys of the inverse root of how many have the key."""
    unique = list(dict.fromkeys(keys))
    if not unique:
        return {}
    rows = [(key, seq) for key in unique for (seq,) in connection.execute(NEWEST, {"key": key})]
    sizes = Counter(key for key, _ in rows)
    weights: dict[int, float] = {}
    for key, seq in rows:
        weights[seq] = weights.get(seq, 0.0) + 1.0 / math.sqrt(sizes[key])
    return weights


def _candidate(connection: Connection, story: str, unnamed: bool) -> Candidate:
    """The story with its newest members, which may leave it unless a client named it."""
    query = (
        select(ARTICLES.c.seq, FINGERPRINTS.c.body)
        .join(FINGERPRINTS, ARTICLES.c.seq == FINGERPRINTS.c.article_seq)
        .where(ARTICLES.c.story_id == story)
        .order_by(ARTICLES.c.seq.desc())
        .limit(MAX_MEMBERS)
    )
    rows = connection.execute(query).all()
    return Candidate(story, [unpack(row.body) for row in rows], [row.seq for row in rows] if unnamed else [])
