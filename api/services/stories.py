"""Stories and their comparisons."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from analysis import pipeline
from analysis.comparison.linking import link
from analysis.types import Analysed, Analysis, Comparison
from api.services import articles as article_service
from api.services.context import Context
from api.services.errors import NotFoundError, SingleArticleError
from api.services.pages import Page
from api.services.workshop import LONG_CHARS, apart
from api.store import articles, comparisons, corrections, stories
from api.store.records import ArticleRecord, StoryFilter, StoryRecord


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """A story's comparison, with the members it leaves out because the story has more than can be compared.

    ``analyses`` are those of the articles compared, with the comparison's ids of actors; only where they are asked for.
    """

    comparison: Comparison
    left_out: tuple[str, ...]
    analyses: tuple[Analysis, ...] = ()


def get(context: Context, story: str) -> StoryRecord:
    """The story of this id. Raises NotFoundError."""
    with context.database.read() as connection:
        return _required(connection, story)


def listed(context: Context, chosen: StoryFilter, after: int | None, limit: int) -> Page[StoryRecord]:
    """A page of stories, newest first."""
    with context.database.read() as connection:
        if chosen.actor is not None:
            chosen = replace(chosen, actor=corrections.current(connection, chosen.actor))
        found = stories.page(connection, chosen, after, limit + 1)
    return Page(found[:limit], found[limit - 1].seq if len(found) > limit else None)


def revision(context: Context, story: str) -> Hashable:
    """What story and comparison depend on: while it is the same, so are they. Raises NotFoundError."""
    with context.database.read() as connection:
        found = stories.revision(connection, story)
        if found is None:
            raise NotFoundError("story", story)
        return found, corrections.revision(connection), context.method


def comparison(context: Context, story: str, *, with_analyses: bool = False) -> StoryComparison:
    """How the story's articles tell it: of many, the earliest published; computed once for each state of the story.

    ``with_analyses`` asks for the articles' analyses too. Raises NotFoundError, SingleArticleError.
    """
    limit = min(context.settings.max_compared, pipeline.MAX_COMPARED)
    with context.database.read() as connection:
        record = _required(connection, story)
        if record.article_count < pipeline.MIN_COMPARED:
            raise SingleArticleError(f"The story {story} has one article so far; a comparison needs two.")
        left_out = record.articles[limit:]
        state = _state(context, connection, record, limit)
        known = comparisons.find(connection, story, state)
        members = articles.members(connection, story, limit) if known is None or with_analyses else []
        if known is not None:
            analysed = _analysed(connection, members)
    if known is None:
        known, analysed, left_out = _compared(context, members, story, limit)
    analyses = tuple(one.analysis for one in link(analysed)) if with_analyses else ()
    return StoryComparison(known, left_out, analyses)


def _analysed(connection: Connection, members: list[ArticleRecord]) -> list[Analysed]:
    return [article_service.stored_analysed(connection, member) for member in members]


def _compared(
    context: Context, members: list[ArticleRecord], story: str, limit: int
) -> tuple[Comparison, list[Analysed], tuple[str, ...]]:
    for member in members:
        article_service.refresh(context, member)
    with context.database.read() as connection:
        record = _required(connection, story)
        state = _state(context, connection, record, limit)
        current = articles.members(connection, story, limit)
        if len(current) < pipeline.MIN_COMPARED:
            raise SingleArticleError(f"The story {story} has one article left; a comparison needs two.")
        analysed = _analysed(connection, current)
    length = sum(len(one.analysis.article.text) for one in analysed)
    result = apart(context, _result, length > LONG_CHARS, analysed)

    def save(connection: Connection) -> None:
        if stories.exists(connection, story):
            comparisons.save(connection, story, state, result)

    context.database.keep(save)
    return result, analysed, record.articles[limit:]


def _result(context: Context, analysed: list[Analysed]) -> Comparison:
    return pipeline.compare(analysed)


def _state(context: Context, connection: Connection, record: StoryRecord, limit: int) -> str:
    """All that the comparison depends on."""
    method = context.method
    parts = (
        record.seq,
        record.version,
        corrections.revision(connection),
        limit,
        method.method_version,
        method.encoder,
        method.data_version,
    )
    return ":".join(map(str, parts))


def _required(connection: Connection, story: str) -> StoryRecord:
    record = stories.find(connection, story)
    if record is None:
        raise NotFoundError("story", story)
    return record
