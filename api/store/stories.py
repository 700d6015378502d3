"""Stories: their rows and their members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Connection,
    FromClause,
    Row,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from api.store import dates, search
from api.store.records import StoryFilter, StoryRecord
from api.store.tables import ARTICLES, BEFORE_ALL, LARGE, STORIES, STORY_FACETS

FACETS = ("actor", "outlet", "language")
BEFORE_EVERY_DATE = "0"
STATE = select(STORIES.c.seq, STORIES.c.version).where(STORIES.c.id == bindparam("story"))


def find(connection: Connection, story: str) -> StoryRecord | None:
    """The story of this id."""
    row = connection.execute(select(STORIES).where(STORIES.c.id == story)).first()
    return None if row is None else _records(connection, [row])[0]


def exists(connection: Connection, story: str) -> bool:
    """Whether there is a story of this id."""
    return connection.execute(select(STORIES.c.seq).where(STORIES.c.id == story)).first() is not None


def revision(connection: Connection, story: str) -> tuple[int, int] | None:
    """What tells one state of a story from every other: its number, which is never given again, and its version."""
    row = connection.execute(STATE, {"story": story}).first()
    return None if row is None else (row.seq, row.version)


def page(connection: Connection, chosen: StoryFilter, after: int | None, limit: int) -> list[StoryRecord]:
    """Stories, newest first, that come after the key."""
    facets = _facets(chosen)
    if dates.restrict(chosen) and not facets and chosen.q is None:
        dated = replace(chosen, published_from=chosen.published_from or BEFORE_EVERY_DATE)
        near, numbers = (
            _restricted(select(STORIES), chosen, (), apart=""),
            _restricted(select(STORIES.c.seq), dated, ()),
        )
        return _records(connection, dates.walked(connection, near, numbers, after, limit))
    letters = search.titled(connection, chosen.q) if chosen.q is not None else None
    seq = letters[1] if letters else facets[0].c.story_seq if facets else STORIES.c.seq
    query = select(STORIES)
    if letters:
        query = query.join(search.TITLES, seq == STORIES.c.seq).where(letters[0])
        chosen = replace(chosen, q=None)
    for facet in facets:
        query = query.join(facet, facet.c.story_seq == (STORIES.c.seq if facet.c.story_seq is seq else seq))
    query = _restricted(query.where(seq < (BEFORE_ALL if after is None else after)), chosen, facets)
    query = query.order_by(seq.desc()).limit(limit)
    return _records(connection, connection.execute(query).all())


def create(connection: Connection, story: str, title: str, named: bool) -> None:
    """A story without members yet; ``named`` if a client chose its id: it never disappears nor loses members then."""
    instant = dates.now()
    connection.execute(
        insert(STORIES).values(
            id=story, version=0, title=title, named=int(named), article_count=0, created_at=instant, updated_at=instant
        )
    )


def unnamed(connection: Connection, stories: Sequence[str]) -> list[str]:
    """Those of these stories that no client named, in the order given."""
    query = select(STORIES.c.id).where(STORIES.c.id.in_(stories), STORIES.c.named == 0)
    free = set(connection.execute(query).scalars())
    return [story for story in stories if story in free]


def note_added(connection: Connection, story: str, title: str, published: str | None) -> None:
    """Count one more member; the earliest published article gives the story its title."""
    columns = STORIES.c
    changes: dict[str, Any] = {}
    if published is not None:
        earlier = (columns.first_published_at.is_(None)) | (columns.first_published_at > published)
        later = (columns.last_published_at.is_(None)) | (columns.last_published_at < published)
        changes = {
            "title": case((earlier, title), else_=columns.title),
            "first_published_at": case((earlier, published), else_=columns.first_published_at),
            "last_published_at": case((later, published), else_=columns.last_published_at),
        }
    connection.execute(
        update(STORIES)
        .where(columns.id == story)
        .values(article_count=columns.article_count + 1, version=columns.version + 1, updated_at=dates.now(), **changes)
    )


def refresh(connection: Connection, story: str, title: str | None) -> None:
    """Bring a story in step with its members after one has left or joined; an empty one disappears."""
    columns = ARTICLES.c
    row = connection.execute(
        select(
            func.count().label("n"),
            func.min(columns.published_sort).label("first"),
            func.max(columns.published_sort).label("last"),
        ).where(columns.story_id == story)
    ).one()
    if row.n == 0:
        connection.execute(delete(STORIES).where(STORIES.c.id == story))
        return
    changes = {} if title is None else {"title": title}
    connection.execute(
        update(STORIES)
        .where(STORIES.c.id == story)
        .values(
            article_count=row.n,
            first_published_at=row.first,
            last_published_at=row.last,
            version=STORIES.c.version + 1,
            updated_at=dates.now(),
            **changes,
        )
    )


def move_members(connection: Connection, sources: Iterable[str], target: str) -> None:
    """Put the members of some stories into another; the emptied ones disappear."""
    emptied = list(sources)
    connection.execute(update(ARTICLES).where(ARTICLES.c.story_id.in_(emptied)).values(story_id=target))
    connection.execute(delete(STORIES).where(STORIES.c.id.in_(emptied)))


def move_articles(connection: Connection, articles: Sequence[int], target: str) -> list[str]:
    """Put single articles into a story; the stories that they leave, which have to be brought in step."""
    columns = ARTICLES.c
    left = connection.execute(select(columns.story_id).where(columns.seq.in_(articles)).distinct()).scalars().all()
    connection.execute(update(ARTICLES).where(columns.seq.in_(articles)).values(story_id=target))
    return sorted(set(left) - {target})


def pin(connection: Connection, story: str) -> None:
    """Keep the members of a story where they are: a client has put an article into it by its id."""
    connection.execute(update(STORIES).where(STORIES.c.id == story).values(named=1))


def touch(connection: Connection, stories: Sequence[str]) -> None:
    """Make comparisons of these stories be computed anew."""
    connection.execute(update(STORIES).where(STORIES.c.id.in_(stories)).values(version=STORIES.c.version + 1))


def _facets(chosen: StoryFilter) -> list[FromClause]:
    """What is asked of a story's articles, as tables of stories in order: one for each kind, as in ``FACETS``."""
    return [STORY_FACETS.alias(kind) for kind in FACETS if getattr(chosen, kind) is not None]


def _restricted(
    query: Select[Any], chosen: StoryFilter, facets: Sequence[FromClause], apart: str | None = None
) -> Select[Any]:
    """The query for what is asked for; ``apart`` is added to dates to keep it from the index of dates."""
    columns = STORIES.c
    last = columns.last_published_at if apart is None else columns.last_published_at.concat(apart)
    kinds = [kind for kind in FACETS if getattr(chosen, kind) is not None]
    for kind, facet in zip(kinds, facets, strict=True):
        query = query.where(facet.c.kind == kind, facet.c.value == getattr(chosen, kind))
    if chosen.q is not None:
        query = query.where(func.lower(columns.title).contains(chosen.q.lower(), autoescape=True))
    if chosen.published_from is not None:
        query = query.where(last >= chosen.published_from)
    if chosen.published_to is not None:
        query = query.where(columns.first_published_at < dates.upper_bound(chosen.published_to))
    indexed = next((size for size in LARGE if size <= chosen.min_articles), None)
    if indexed is not None:
        query = query.where(columns.article_count >= literal_column(str(indexed)))
    return query.where(columns.article_count >= chosen.min_articles)


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[StoryRecord]:
    if not rows:
        return []
    columns = ARTICLES.c
    wanted = select(
        columns.story_id,
        columns.id,
        columns.outlet_id,
        columns.language,
        columns.published_value,
        columns.published_precision,
        columns.published_source,
        columns.published_sort,
        columns.seq,
    ).where(columns.story_id.in_([row.id for row in rows]))
    members: dict[str, list[Any]] = defaultdict(list)
    for member in sorted(connection.execute(wanted), key=_in_order):
        members[member.story_id].append(member)
    return [_record(row, members[row.id]) for row in rows]


def _in_order(member: Any) -> tuple[bool, str, int]:
    """Earliest published first, those without a date last."""
    return member.published_sort is None, member.published_sort or "", member.seq


def _record(row: Row[Any], members: Sequence[Any]) -> StoryRecord:
    dated = [member for member in members if member.published_sort is not None]
    return StoryRecord(
        seq=row.seq,
        id=row.id,
        version=row.version,
        title=row.title,
        articles=tuple(member.id for member in members),
        outlets=tuple(sorted({member.outlet_id for member in members})),
        languages=tuple(sorted({member.language for member in members})),
        first_published_at=dates.date_of(dated[0]) if dated else None,
        last_published_at=dates.date_of(dated[-1]) if dated else None,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
