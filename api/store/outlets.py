"""Outlets: registered by their first article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from api.store import dates
from api.store.records import OutletRecord
from api.store.tables import ARTICLES, OUTLETS


def register(connection: Connection, outlet: str) -> None:
    """Make the outlet known, if it is not."""
    if connection.execute(select(OUTLETS.c.seq).where(OUTLETS.c.id == outlet)).first() is None:
        connection.execute(insert(OUTLETS).values(id=outlet, created_at=dates.now()))


def find(connection: Connection, outlet: str) -> OutletRecord | None:
    """The outlet of this id."""
    row = connection.execute(select(OUTLETS).where(OUTLETS.c.id == outlet)).first()
    return None if row is None else _records(connection, [row])[0]


def page(connection: Connection, after: int | None, limit: int) -> list[OutletRecord]:
    """Outlets in the order they became known, after the key."""
    query = select(OUTLETS).order_by(OUTLETS.c.seq).limit(limit)
    if after is not None:
        query = query.where(OUTLETS.c.seq > after)
    return _records(connection, connection.execute(query).all())


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[OutletRecord]:
    ids = [row.id for row in rows]
    columns = ARTICLES.c
    grouped = connection.execute(
        select(columns.outlet_id, columns.language, func.count().label("n"))
        .where(columns.outlet_id.in_(ids))
        .group_by(columns.outlet_id, columns.language)
    )
    languages: dict[str, dict[str, int]] = defaultdict(dict)
    for outlet, language, n in grouped:
        languages[outlet][language] = n
    return [
        OutletRecord(
            seq=row.seq,
            id=row.id,
            article_count=sum(languages[row.id].values()),
            languages=tuple(sorted(languages[row.id])),
            created_at=row.created_at,
            first_published_at=_end(connection, row.id, last=False),
            last_published_at=_end(connection, row.id, last=True),
        )
        for row in rows
    ]


def _end(connection: Connection, outlet: str, last: bool) -> Any:
    order = ARTICLES.c.published_sort.desc() if last else ARTICLES.c.published_sort
    row = connection.execute(
        select(ARTICLES)
        .where(ARTICLES.c.outlet_id == outlet, ARTICLES.c.published_sort.is_not(None))
        .order_by(order, ARTICLES.c.seq)
        .limit(1)
    ).first()
    return None if row is None else dates.date_of(row)
