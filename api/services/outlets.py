"""Outlets and their profiles."""

from __future__ import annotations

from collections.abc import Hashable

from sqlalchemy import Connection

from analysis.profiles import OutletProfile, profile
from api.services.articles import corrected_analysis
from api.services.context import Context
from api.services.errors import NotFoundError
from api.services.pages import Page
from api.services.workshop import apart
from api.store import articles, corrections, outlets
from api.store.records import OutletRecord

PROFILED = 500
"""Newest articles that a profile rests on: it is computed when it is asked for."""
FEW = 50
"""Articles whose profile takes little time."""


def get(context: Context, outlet: str) -> OutletRecord:
    """The outlet of this id. Raises NotFoundError."""
    with context.database.read() as connection:
        return _required(connection, outlet)


def listed(context: Context, after: int | None, limit: int) -> Page[OutletRecord]:
    """A page of outlets, in the order they became known."""
    with context.database.read() as connection:
        found = outlets.page(connection, after, limit + 1)
    return Page(found[:limit], found[limit - 1].seq if len(found) > limit else None)


def profile_of(context: Context, outlet: str) -> OutletProfile:
    """The outlet's profile over its newest articles. Raises NotFoundError, TookTooLongError."""
    with context.database.read() as connection:
        found = _required(connection, outlet)
    return apart(context, _profile, found.article_count > FEW, outlet)


def _profile(context: Context, outlet: str) -> OutletProfile:
    with context.database.read() as connection:
        _required(connection, outlet)
        records = articles.of_outlet(connection, outlet, PROFILED)
        analyses = [corrected_analysis(connection, record) for record in reversed(records)]
    return profile(outlet, analyses)


def revision(context: Context, outlet: str) -> Hashable:
    """What the profile depends on: while it is the same, so is the profile. Raises NotFoundError."""
    with context.database.read() as connection:
        _required(connection, outlet)
        return articles.revision_of_outlet(connection, outlet, PROFILED), corrections.revision(connection)


def _required(connection: Connection, outlet: str) -> OutletRecord:
    record = outlets.find(connection, outlet)
    if record is None:
        raise NotFoundError("outlet", outlet)
    return record
