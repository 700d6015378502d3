"""Outlets: registered by their first article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, insert, select

from api.store import dates
from api.store.records import OutletRecord
from api.store.tables import ARTICLES, OUTLET_COUNTS, OUTLETS


def register(connection: Connection, outlet: str) -> None:
    """Make the outlet known, if it is not."""
    if connection.execute(select(OUTLETS.c.seq).where(OUTLETS.c.id == outlet)).first() is None:
        connection.execute(insert(OUTLETS).values(id=outlet, created_at=dates.now()))


def find(connection: Connection, outlet: str) -> OutletRecord | None:
    """The outlet of this id."""
    row = connection.execute(_outlets().where(OUTLETS.c.id == outlet)).first()
    return None if row is None else _records(connection, [row])[0]


def page(connection: Connection, after: int | None, limit: int) -> list[OutletRecord]:
    """Outlets in the order they became known, after the key."""
    query = _outlets().where(OUTLETS.c.seq > (after or 0)).order_by(OUTLETS.c.seq).limit(limit)
    return _records(connection, connection.execute(query).all())


def _outlets() -> Select[Any]:
    """Outlets with the numbers of the articles that they published first and last."""
    return select(OUTLETS, _end(last=False).label("first"), _end(last=True).label("last"))


def _end(last: bool) -> ScalarSelect[Any]:
    columns = ARTICLES.c
    ends = (columns.published_sort, columns.seq)
    query = select(columns.seq).where(columns.outlet_id == OUTLETS.c.id, columns.published_sort.is_not(None))
    return query.order_by(*(end.desc() if last else end for end in ends)).limit(1).scalar_subquery()


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[OutletRecord]:
    if not rows:
        return []
    counted = select(OUTLET_COUNTS).where(OUTLET_COUNTS.c.outlet_id.in_([row.id for row in rows]))
    languages: dict[str, dict[str, int]] = defaultdict(dict)
    for count in connection.execute(counted):
        languages[count.outlet_id][count.language] = count.articles
    columns = ARTICLES.c
    dated = (columns.seq, columns.published_value, columns.published_precision, columns.published_source)
    ends = sorted({end for row in rows for end in (row.first, row.last) if end is not None})
    dates_of = {row.seq: dates.date_of(row) for row in connection.execute(select(*dated).where(columns.seq.in_(ends)))}
    return [
        OutletRecord(
            seq=row.seq,
            id=row.id,
            article_count=sum(languages[row.id].values()),
            languages=tuple(sorted(languages[row.id])),
            created_at=row.created_at,
            first_published_at=dates_of.get(row.first),
            last_published_at=dates_of.get(row.last),
        )
        for row in rows
    ]
