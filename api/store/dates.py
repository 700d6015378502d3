"""Partial dates in columns and in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from analysis.types import PartialDate
from api.store.records import ArticleFilter, StoryFilter

EARLIEST = "0001-01-01T00:00:00Z"
AFTER_EVERY_DIGIT = "~"
WALKED = 5_000
"""How many of the newest rows a list of certain dates looks through before it reads an index of dates, which is not in
order."""


def restrict(chosen: ArticleFilter | StoryFilter) -> bool:
    """Whether dates are asked for."""
    return chosen.published_from is not None or chosen.published_to is not None


def walked(
    connection: Connection, near: Select[Any], numbers: Select[Any], after: int | None, limit: int
) -> Sequence[Row[Any]]:
    """Rows of certain dates, newest stored first, that come after the key: most often they are among the next few
    thousand, else an index of dates is read.

    ``near`` are these rows, kept from the index of dates; ``numbers`` are their numbers, along it.
    """
    (seq,) = numbers.selected_columns
    begin = after if after is not None else 1 + (connection.execute(select(func.max(seq))).scalar() or 0)
    walk = near.where(seq < begin, seq >= begin - WALKED).order_by(seq.desc()).limit(limit)
    found = connection.execute(walk).all()
    if len(found) < limit and begin > WALKED:
        sorted_ones = numbers.where(seq + 0 < begin).order_by((seq + 0).desc()).limit(limit)
        chosen = connection.execute(sorted_ones).scalars().all()
        rows = select(seq.table).where(seq.in_(chosen)).order_by(seq.desc())
        found = connection.execute(rows).all() if chosen else []
    return found


def now() -> str:
    """The current instant."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def sort_key(date: PartialDate | None) -> str | None:
    """Text that sorts as the dates do: the start of the period that a partial date names."""
    return None if date is None else date.value + EARLIEST[len(date.value) :]


def upper_bound(value: str) -> str:
    """Text after every sort key of the period that ``value`` names."""
    return value.rstrip("Z") + AFTER_EVERY_DIGIT


def columns_of(date: PartialDate | None) -> dict[str, str | None]:
    """A date as columns."""
    return {
        "published_value": date.value if date else None,
        "published_precision": date.precision if date else None,
        "published_source": date.source if date else None,
        "published_sort": sort_key(date),
    }


def date_of(row: Any) -> PartialDate | None:
    """A date from its columns."""
    if row.published_value is None:
        return None
    return PartialDate(row.published_value, row.published_precision, row.published_source)
