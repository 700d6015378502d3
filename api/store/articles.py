"""Articles: their rows, what they came from, and their analyses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, insert, select, update

from analysis.profiles import digest
from analysis.types import Analysed, Analysis, Article, ArticleInput, Language
from api.store import codec, dates, digests, vectors
from api.store.records import ArticleFilter, ArticleRecord, MethodState, NewArticle
from api.store.tables import ACTOR_ARTICLES, ANALYSES, ARTICLES, BEFORE_ALL, INPUTS, STORIES


def find(connection: Connection, article: str) -> ArticleRecord | None:
    """The article of this id."""
    return _first(connection, select(ARTICLES).where(ARTICLES.c.id == article))


def find_same(
    connection: Connection, source: ArticleInput, input_hash: str | None, text_hash: str | None
) -> tuple[ArticleRecord, str, bool] | None:
    """The outlet's article of the same identity: with the field that tells, and whether its text is the same."""
    own = select(ARTICLES).where(ARTICLES.c.outlet_id == source.outlet).order_by(ARTICLES.c.seq).limit(1)
    same = (ARTICLES.c.input_hash == input_hash, ARTICLES.c.text_hash == text_hash)
    keyed = (("external_id", source.external_id), ("url", source.url))
    for by, key in keyed:
        if key is None:
            continue
        row = connection.execute(own.where(ARTICLES.c[by] == key)).first()
        if row is not None:
            unchanged = input_hash == row.input_hash or text_hash == row.text_hash
            return _record(row), by, unchanged
    for condition, value in zip(same, (input_hash, text_hash), strict=True):
        found = None if value is None else _first(connection, own.where(condition))
        if found is not None:
            return found, "text", True
    return None


@dataclass(frozen=True, slots=True)
class Bodies:
    """An analysed article as bytes to store: made before the write lock is taken."""

    source: bytes
    article: bytes
    analysis: bytes
    digest: bytes


def packed(source: ArticleInput, analysed: Analysed) -> Bodies:
    """The article, what it came from, its analysis and what profiles take from that as bytes."""
    analysis = analysed.analysis
    made = digests.packed(digest(analysis))
    return Bodies(codec.pack(source), codec.pack(analysis.article), codec.pack(analysis), made)


def add(connection: Connection, new: NewArticle, source: ArticleInput, story: str, bodies: Bodies) -> int:
    """Store the row of a new article and what it came from; its sequence number."""
    article = new.article
    values = {
        "id": new.id,
        "outlet_id": source.outlet,
        "story_id": story,
        "external_id": source.external_id,
        "url": article.url,
        "headline": article.headline,
        "language": article.language.code,
        "language_confidence": article.language.confidence,
        "text_chars": len(article.text),
        "input_hash": new.input_hash,
        "text_hash": new.text_hash,
        "created_at": dates.now(),
        **dates.columns_of(article.published_at),
    }
    seq = connection.execute(insert(ARTICLES).values(values)).inserted_primary_key
    assert seq is not None
    connection.execute(insert(INPUTS).values(article_seq=seq[0], body=bodies.source))
    return int(seq[0])


def save_analysed(connection: Connection, seq: int, analysed: Analysed, bodies: Bodies) -> None:
    """Store analysis and vectors, in place of earlier ones."""
    method = analysed.analysis.method
    connection.execute(delete(ANALYSES).where(ANALYSES.c.article_seq == seq))
    connection.execute(
        insert(ANALYSES).values(
            article_seq=seq,
            method_version=method.version,
            encoder=method.encoder,
            data_version=method.data_version,
            article=bodies.article,
            body=bodies.analysis,
        )
    )
    digests.save(connection, seq, bodies.digest)
    vectors.save(connection, seq, analysed.embedding)


def article_of(connection: Connection, record: ArticleRecord) -> Article:
    """The cleaned article with its text."""
    stored = connection.execute(select(ANALYSES.c.article).where(ANALYSES.c.article_seq == record.seq)).scalar_one()
    return replace(codec.unpack(Article, stored), id=record.id)


def analysis_of(connection: Connection, record: ArticleRecord) -> Analysis:
    """The stored analysis, as it was found (without corrections of actors)."""
    stored = connection.execute(select(ANALYSES.c.body).where(ANALYSES.c.article_seq == record.seq)).scalar_one()
    analysis = codec.unpack(Analysis, stored)
    return replace(analysis, article=replace(analysis.article, id=record.id))


def method_of(connection: Connection, record: ArticleRecord) -> MethodState:
    """What the stored analysis was made with."""
    row = connection.execute(
        select(ANALYSES.c.method_version, ANALYSES.c.encoder, ANALYSES.c.data_version).where(
            ANALYSES.c.article_seq == record.seq
        )
    ).one()
    return MethodState(row.method_version, row.encoder, row.data_version)


def input_of(connection: Connection, record: ArticleRecord) -> ArticleInput:
    """What the article was made from."""
    stored = connection.execute(select(INPUTS.c.body).where(INPUTS.c.article_seq == record.seq)).scalar_one()
    return codec.unpack(ArticleInput, stored)


def update_row(connection: Connection, record: ArticleRecord, article: Article) -> None:
    """Bring the row in step with an article that was cleaned anew."""
    connection.execute(
        update(ARTICLES)
        .where(ARTICLES.c.seq == record.seq)
        .values(
            headline=article.headline,
            language=article.language.code,
            language_confidence=article.language.confidence,
            text_chars=len(article.text),
            **dates.columns_of(article.published_at),
        )
    )


def remove(connection: Connection, record: ArticleRecord) -> None:
    """Delete the article and all that hangs on it."""
    connection.execute(delete(ARTICLES).where(ARTICLES.c.seq == record.seq))


def members(connection: Connection, story: str, limit: int | None = None) -> list[ArticleRecord]:
    """A story's articles, earliest published first; those without a date last."""
    query = (
        select(ARTICLES)
        .where(ARTICLES.c.story_id == story)
        .order_by(ARTICLES.c.published_sort.is_(None), ARTICLES.c.published_sort, ARTICLES.c.seq)
    )
    return [_record(row) for row in connection.execute(query if limit is None else query.limit(limit))]


def page(connection: Connection, chosen: ArticleFilter, after: int | None, limit: int) -> list[ArticleRecord]:
    """Articles, newest stored first, that come after the key."""
    if dates.restrict(chosen) and chosen.actor is None and chosen.story is None:
        near = _restricted(select(ARTICLES), chosen, ARTICLES.c.published_sort.concat(""))
        numbers = _restricted(select(ARTICLES.c.seq), chosen)
        return [_record(row) for row in dates.walked(connection, near, numbers, after, limit)]
    query = select(ARTICLES)
    seq: ColumnElement[int] = ARTICLES.c.seq
    if chosen.actor is not None:
        query, seq = _with_actor(chosen.actor)
    query = _restricted(query, chosen).where(seq < (BEFORE_ALL if after is None else after))
    return [_record(row) for row in connection.execute(query.order_by(seq.desc()).limit(limit))]


def of_outlet(connection: Connection, outlet: str, limit: int) -> list[ArticleRecord]:
    """An outlet's articles, newest stored first."""
    return page(connection, ArticleFilter(outlet=outlet), None, limit)


def _revisions(condition: ColumnElement[bool]) -> Select[Any]:
    """Of the newest articles that fulfil the condition: number, and number and version of the story.

    The version changes whenever an analysis of the story or who is who in it does; numbers are never given again.
    """
    return (
        select(ARTICLES.c.seq, STORIES.c.seq, STORIES.c.version)
        .join_from(ARTICLES, STORIES, STORIES.c.id == ARTICLES.c.story_id)
        .where(condition)
        .order_by(ARTICLES.c.seq.desc())
        .limit(bindparam("most"))
    )


REVISION = _revisions(ARTICLES.c.id == bindparam("article"))
REVISIONS_OF_OUTLET = _revisions(ARTICLES.c.outlet_id == bindparam("outlet"))
"""Made once: every read of an answer that is kept asks one of these."""


def revision(connection: Connection, article: str) -> tuple[Any, ...] | None:
    """What tells one state of an article from every other."""
    found = connection.execute(REVISION, {"article": article, "most": 1}).first()
    return None if found is None else tuple(found)


def revision_of_outlet(connection: Connection, outlet: str, limit: int) -> str:
    """What tells one state of an outlet's newest articles from every other."""
    found = connection.execute(REVISIONS_OF_OUTLET, {"outlet": outlet, "most": limit})
    return sha256(repr([tuple(row) for row in found]).encode()).hexdigest()


def taken(connection: Connection, article: str) -> bool:
    """Whether the id is in use."""
    return connection.execute(select(ARTICLES.c.seq).where(ARTICLES.c.id == article)).first() is not None


def _restricted(
    query: Select[Any], chosen: ArticleFilter, published: ColumnElement[str] = ARTICLES.c.published_sort
) -> Select[Any]:
    columns = ARTICLES.c
    for column, value in (
        (columns.outlet_id, chosen.outlet),
        (columns.language, chosen.language),
        (columns.story_id, chosen.story),
    ):
        if value is not None:
            query = query.where(column == value)
    if chosen.published_from is not None:
        query = query.where(published >= chosen.published_from)
    if chosen.published_to is not None:
        query = query.where(published < dates.upper_bound(chosen.published_to))
    return query


def _with_actor(actor: str) -> tuple[Select[Any], ColumnElement[int]]:
    """Articles along the index of an actor's appearances, of which an article may have several: the first counts."""
    one, other = ACTOR_ARTICLES.alias("one").c, ACTOR_ARTICLES.alias("other").c
    earlier = select(other.found_id).where(
        other.actor_id == actor, other.article_seq == one.article_seq, other.found_id < one.found_id
    )
    query = select(ARTICLES).join_from(ARTICLES, one.actor_id.table, ARTICLES.c.seq == one.article_seq)
    return query.where(one.actor_id == actor, ~earlier.exists()), one.article_seq


def _first(connection: Connection, query: Select[Any]) -> ArticleRecord | None:
    row = connection.execute(query).first()
    return None if row is None else _record(row)


def _record(row: Row[Any]) -> ArticleRecord:
    return ArticleRecord(
        seq=row.seq,
        id=row.id,
        outlet=row.outlet_id,
        story=row.story_id,
        external_id=row.external_id,
        url=row.url,
        headline=row.headline,
        language=Language(row.language, row.language_confidence),
        published_at=dates.date_of(row),
        text_chars=row.text_chars,
        created_at=row.created_at,
    )
