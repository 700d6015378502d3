"""Outlets and their profiles."""

from __future__ import annotations

from collections.abc import Hashable

from sqlalchemy import Connection

from analysis.profiles import Digest, OutletProfile, aggregate, digest
from api.services.context import Context
from api.services.corrections import corrected_digest
from api.services.errors import NotFoundError
from api.services.pages import Page
from api.services.workshop import apart
from api.store import articles, corrections, digests, outlets
from api.store.records import MethodState, OutletRecord

PROFILED = 500
"""Newest articles that a profile rests on: it is computed when it is asked for."""
FEW = 50
"""Analyses without a digest from which one is made in little time."""
HEAVY_BYTES = 8_000_000
"""Bytes of digests that are read in less than a second; those of 500 articles of news are one million."""


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
        _required(connection, outlet)
        missing, size = digests.weight(connection, outlet, PROFILED)
    return apart(context, _profile, missing > FEW or size > HEAVY_BYTES, outlet)


def _profile(context: Context, outlet: str) -> OutletProfile:
    """The profile; what has no digest yet is given one for those who ask later."""
    made: dict[int, tuple[MethodState, bytes]] = {}
    with context.database.read() as connection:
        _required(connection, outlet)
        found = digests.of_outlet(connection, outlet, PROFILED)
        known: dict[int, Digest] = {seq: one for seq, one in found.items() if one is not None}
        for seq, method, analysis in digests.analyses_of(connection, [seq for seq in found if seq not in known]):
            known[seq] = digest(analysis)
            made[seq] = method, digests.packed(known[seq])
        who = digests.who_is_who(connection, outlet, PROFILED)
    if made:
        context.database.keep(lambda connection: digests.fill(connection, made))
    return aggregate(outlet, [corrected_digest(one, who.moved.get(seq, {}), who.renamed) for seq, one in known.items()])


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
