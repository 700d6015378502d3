"""Stored articles and their analyses."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from analysis.clustering import fingerprint, pack
from analysis.types import Analysed, Analysis, Article, Language, PartialDate, Removed
from api.services.analyses import analysed as analyse_source
from api.services.context import Context
from api.services.corrections import corrected
from api.services.errors import NotFoundError
from api.services.ingestion import bring_in_step
from api.services.pages import Page
from api.store import actors, articles, candidates, corrections, links, stories, vectors
from api.store.records import ArticleFilter, ArticleRecord

READERS_WAIT_MS = 2_000
"""How long somebody who only reads waits for writers to keep an analysis that had to be made anew."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A stored article with its text."""

    id: str
    outlet: str
    story: str
    external_id: str | None
    url: str | None
    headline: str | None
    text: str
    language: Language
    published_at: PartialDate | None
    updated_at: PartialDate | None
    removed: tuple[Removed, ...]
    created_at: str


def get(context: Context, article: str) -> StoredArticle:
    """The article of this id. Raises NotFoundError."""
    with context.database.read() as connection:
        record = _required(connection, article)
        return _stored(record, articles.article_of(connection, record))


def of_record(context: Context, record: ArticleRecord) -> StoredArticle:
    """The stored article of a record. Raises NotFoundError if it was deleted since."""
    return get(context, record.id)


def listed(context: Context, chosen: ArticleFilter, after: int | None, limit: int) -> Page[ArticleRecord]:
    """A page of articles, newest stored first."""
    with context.database.read() as connection:
        if chosen.actor is not None:
            chosen = replace(chosen, actor=corrections.current(connection, chosen.actor))
        found = articles.page(connection, chosen, after, limit + 1)
    return Page(found[:limit], found[limit - 1].seq if len(found) > limit else None)


def analysis(context: Context, article: str) -> Analysis:
    """The article's analysis, with corrections of actors; computed anew if the method has changed since."""
    with context.database.read() as connection:
        record = _required(connection, article)
        if articles.method_of(connection, record) == context.method:
            return corrected_analysis(connection, record)
    refresh(context, record)
    with context.database.read() as connection:
        return corrected_analysis(connection, _required(connection, article))


def revision(context: Context, article: str) -> Hashable:
    """What the article and its place depend on: while it is the same, so are they. Raises NotFoundError."""
    with context.database.read() as connection:
        found = articles.revision(connection, article)
        if found is None:
            raise NotFoundError("article", article)
        return found, corrections.revision(connection)


def delete(context: Context, article: str) -> None:
    """Delete an article; its story is brought in step, and disappears with its last one. Raises NotFoundError."""
    with context.database.write() as connection:
        record = _required(connection, article)
        involved = actors.actors_in(connection, record.seq)
        articles.remove(connection, record)
        bring_in_step(connection, record.story)
        actors.prune(connection, involved)


def refresh(context: Context, record: ArticleRecord) -> None:
    """Analyse an article anew if what is stored was made with another method, encoder or word data.

    One that was deleted since is passed over, as is one that was put in anew then.
    """
    with context.database.read() as connection:
        if not _present(connection, record) or articles.method_of(connection, record) == context.method:
            return
        source = articles.input_of(connection, record)
    result = analyse_source(context, source)
    bodies, found = articles.packed(source, result), fingerprint(result)
    body = pack(found)
    with context.database.write(READERS_WAIT_MS) as connection:
        if not _present(connection, record):
            return
        articles.update_row(connection, record, result.analysis.article)
        articles.save_analysed(connection, record.seq, result, bodies)
        candidates.save(connection, record.seq, found.keys, body)
        actors.index(connection, record.seq, result.analysis.actors)
        story = _required(connection, record.id).story
        links.link(connection, story)
        stories.touch(connection, [story])


def corrected_analysis(connection: Connection, record: ArticleRecord) -> Analysis:
    """The stored analysis with corrections of actors."""
    stored = articles.analysis_of(connection, record)
    target = {**actors.resolve(connection, stored.actors), **links.targets(connection, record.seq)}
    return corrected(stored, target, *corrections.chosen(connection, target))


def stored_analysed(connection: Connection, record: ArticleRecord) -> Analysed:
    """The stored analysis with corrections, and the vectors: what a comparison reads."""
    return Analysed(corrected_analysis(connection, record), vectors.load(connection, record.seq))


def _present(connection: Connection, record: ArticleRecord) -> bool:
    """Whether it is this record that has the id still."""
    found = articles.find(connection, record.id)
    return found is not None and found.seq == record.seq


def _required(connection: Connection, article: str) -> ArticleRecord:
    record = articles.find(connection, article)
    if record is None:
        raise NotFoundError("article", article)
    return record


def _stored(record: ArticleRecord, article: Article) -> StoredArticle:
    return StoredArticle(
        id=record.id,
        outlet=record.outlet,
        story=record.story,
        external_id=record.external_id,
        url=record.url,
        headline=article.headline,
        text=article.text,
        language=article.language,
        published_at=article.published_at,
        updated_at=article.updated_at,
        removed=article.removed,
        created_at=record.created_at,
    )
