"""What profiles take from analyses, kept beside each: a profile reads hundreds of them at once.

A digest goes with the analysis that it was made of: whoever replaces one without the other leaves none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, insert, literal_column, select

from analysis.profiles import DIGEST_FORM, ActorColumns, Digest, SourceColumns
from analysis.types import Analysis
from api.store import codec
from api.store.records import MethodState
from api.store.tables import ACTOR_ARTICLES, ACTORS, ANALYSES, ARTICLES, DIGESTS

NEWEST = (
    select(ARTICLES.c.seq)
    .where(ARTICLES.c.outlet_id == bindparam("outlet"))
    .order_by(ARTICLES.c.seq.desc())
    .limit(bindparam("most"))
)
NUMBERS = NEWEST.subquery("newest")
METHOD = (ANALYSES.c.method_version, ANALYSES.c.encoder, ANALYSES.c.data_version)


def _of_newest(*columns: Any) -> Select[Any]:
    """Of an outlet's newest articles their digests, if they have any."""
    kept = and_(DIGESTS.c.article_seq == NUMBERS.c.seq, DIGESTS.c.form == DIGEST_FORM)
    return select(*columns).select_from(NUMBERS.outerjoin(DIGESTS, kept))


BODIES = _of_newest(NUMBERS.c.seq, DIGESTS.c.body)
SIZES = _of_newest(func.count() - func.count(DIGESTS.c.article_seq), func.coalesce(func.sum(DIGESTS.c.size), 0))
MOVED = (
    select(ACTOR_ARTICLES.c.article_seq, ACTOR_ARTICLES.c.found_id, ACTOR_ARTICLES.c.actor_id, ACTORS.c.name)
    .select_from(ACTOR_ARTICLES.outerjoin(ACTORS, ACTORS.c.id == ACTOR_ARTICLES.c.actor_id))
    .where(ACTOR_ARTICLES.c.article_seq.in_(NEWEST), ACTOR_ARTICLES.c.actor_id != ACTOR_ARTICLES.c.found_id)
)
RENAMED = select(ACTORS.c.id, ACTORS.c.name).where(ACTORS.c.renamed == literal_column("1"))
"""Made once: a profile asks all of these."""


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """What corrections and links say of the actors of an outlet's newest articles.

    ``moved`` leads from each number of an article to its ids that are another actor, with that actor's name (None if
    it is not known); ``renamed`` has the names that users chose.
    """

    moved: Mapping[int, Mapping[str, tuple[str, str | None]]]
    renamed: Mapping[str, str]


def packed(digest: Digest) -> bytes:
    """A digest as bytes to store."""
    return json.dumps(digest, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def unpacked(bodies: Iterable[bytes]) -> list[Digest]:
    """The digests that ``packed`` wrote."""
    rows = json.loads(b"[%s]" % b",".join(bodies))
    return [Digest._make([*row[:-2], ActorColumns(*row[-2]), SourceColumns(*row[-1])]) for row in rows]


def save(connection: Connection, seq: int, body: bytes) -> None:
    """Keep the digest of an analysis that was just stored."""
    connection.execute(insert(DIGESTS), [row(seq, body)])


def fill(connection: Connection, made: Mapping[int, tuple[MethodState, bytes]]) -> None:
    """Keep digests of stored analyses that have none of this form, unless an analysis was replaced since."""
    numbers = sorted(made)
    query = (
        select(ANALYSES.c.article_seq, *METHOD)
        .outerjoin(DIGESTS, and_(DIGESTS.c.article_seq == ANALYSES.c.article_seq, DIGESTS.c.form == DIGEST_FORM))
        .where(ANALYSES.c.article_seq.in_(numbers), DIGESTS.c.article_seq.is_(None))
    )
    missing = [seq for seq, *method in connection.execute(query) if MethodState(*method) == made[seq][0]]
    if missing:
        connection.execute(delete(DIGESTS).where(DIGESTS.c.article_seq.in_(missing)))
        connection.execute(insert(DIGESTS), [row(seq, made[seq][1]) for seq in missing])


def weight(connection: Connection, outlet: str, most: int) -> tuple[int, int]:
    """Of an outlet's newest articles, how many have no digest, and bytes of all digests together."""
    missing, size = connection.execute(SIZES, {"outlet": outlet, "most": most}).one()
    return int(missing), int(size)


def of_outlet(connection: Connection, outlet: str, most: int) -> dict[int, Digest | None]:
    """Digests of an outlet's newest articles by their number; None for an analysis that has none of this form."""
    rows = connection.execute(BODIES, {"outlet": outlet, "most": most}).all()
    found = iter(unpacked(row.body for row in rows if row.body is not None))
    return {row.seq: None if row.body is None else next(found) for row in rows}


def analyses_of(connection: Connection, numbers: Sequence[int]) -> Iterable[tuple[int, MethodState, Analysis]]:
    """Stored analyses of these articles, one after the other, with what each was made with."""
    query = select(ANALYSES.c.body, *METHOD).where(ANALYSES.c.article_seq == bindparam("seq"))
    for number in numbers:
        body, *method = connection.execute(query, {"seq": number}).one()
        yield number, MethodState(*method), codec.unpack(Analysis, body)


def who_is_who(connection: Connection, outlet: str, most: int) -> WhoIsWho:
    """What corrections and links say of the actors of an outlet's newest articles."""
    moved: dict[int, dict[str, tuple[str, str | None]]] = {}
    for row in connection.execute(MOVED, {"outlet": outlet, "most": most}):
        moved.setdefault(row.article_seq, {})[row.found_id] = row.actor_id, row.name
    return WhoIsWho(moved, {row.id: row.name for row in connection.execute(RENAMED)})


def row(seq: int, body: bytes) -> dict[str, object]:
    """The row of a digest."""
    return {"article_seq": seq, "form": DIGEST_FORM, "size": len(body), "body": body}
