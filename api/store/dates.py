"""Partial dates in columns and in their order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

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
