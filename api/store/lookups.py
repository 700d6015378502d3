"""Looks up many keys: a database takes only so many values in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

AT_ONCE = 10_000
"""Values in one statement; SQLite takes 32,766, PostgreSQL 65,535."""


def rows_of(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[str]
) -> Iterator[Row[Any]]:
    """The rows of the query whose column has one of the values."""
    wanted = sorted(set(values))
    for start in range(0, len(wanted), AT_ONCE):
        yield from connection.execute(query.where(column.in_(wanted[start : start + AT_ONCE]))).all()
