"""Stores articles: recognises duplicates, analyses once, finds the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection

from analysis.clustering import Fingerprint, StoryChoice, fingerprint, pack
from analysis.types import Analysed, Article, ArticleInput
from api.services import choosing, identity
from api.services.analyses import analysed
from api.services.choosing import Chosen
from api.services.context import Context
from api.services.errors import ArticleChangedError
from api.store import actors, articles, candidates, links, outlets, stories
from api.store.dates import sort_key
from api.store.records import ArticleRecord, NewArticle

TITLE_CHARS = 120


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an article: the stored record, and what made it a duplicate, if it was one."""

    record: ArticleRecord
    duplicate_by: str | None = None

    @property
    def duplicate(self) -> bool:
        """Whether the article was stored before."""
        return self.duplicate_by is not None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that was analysed and waits to be stored; its story is chosen as things stood then."""

    source: ArticleInput
    input_hash: str
    text_hash: str
    analysed: Analysed
    bodies: articles.Bodies
    fingerprint: Fingerprint
    packed_fingerprint: bytes
    chosen: Chosen | None
    """None for an article whose story the client names."""


def add(context: Context, source: ArticleInput) -> Accepted:
    """Store one article; durable when this returns. Raises InputError, ArticleChangedError."""
    prepared = prepare(context, source)
    if isinstance(prepared, Accepted):
        return prepared
    with context.database.write() as connection:
        return store(connection, prepared)


def prepare(context: Context, source: ArticleInput) -> Accepted | Prepared:
    """Everything that needs no write lock: a known article is recognised, a new one analysed and its story chosen."""
    hashed = identity.input_hash(source)
    with context.database.read() as connection:
        same = articles.find_same(connection, source, hashed, None)
    if same is not None and same[2]:
        return Accepted(same[0], same[1])
    result = analysed(context, source)
    found, chosen = fingerprint(result), None
    if source.story is None:
        with context.database.read() as connection:
            chosen = choosing.chosen(connection, found)
    text_hash = identity.text_hash(result.analysis.article.text)
    return Prepared(source, hashed, text_hash, result, articles.packed(source, result), found, pack(found), chosen)


def store(connection: Connection, prepared: Prepared) -> Accepted:
    """Write an analysed article, in a transaction of the caller."""
    source, article = prepared.source, prepared.analysed.analysis.article
    same = articles.find_same(connection, source, prepared.input_hash, prepared.text_hash)
    if same is not None:
        record, by, unchanged = same
        if unchanged:
            return Accepted(record, by)
        raise ArticleChangedError(record.id, by)
    new = NewArticle(
        _new_id(connection, source.outlet, prepared.text_hash), article, prepared.input_hash, prepared.text_hash
    )
    outlets.register(connection, source.outlet)
    story = _story_for(connection, prepared, new)
    seq = articles.add(connection, new, source, story, prepared.bodies)
    articles.save_analysed(connection, seq, prepared.analysed, prepared.bodies)
    candidates.save(connection, seq, prepared.fingerprint.keys, prepared.packed_fingerprint)
    actors.index(connection, seq, prepared.analysed.analysis.actors)
    links.link(connection, story)
    stories.note_added(connection, story, title_of(article), sort_key(article.published_at))
    stored = articles.find(connection, new.id)
    assert stored is not None
    return Accepted(stored)


def title_of(article: Article) -> str:
    """What a story is called after an article: its headline, or else its first line."""
    if article.headline:
        return article.headline
    line = article.text.strip().split("\n", 1)[0]
    return line if len(line) <= TITLE_CHARS else line[:TITLE_CHARS].rsplit(" ", 1)[0] + "…"


def bring_in_step(connection: Connection, story: str) -> None:
    """Bring a story in step with its members, the earliest published giving the title; an empty one disappears."""
    links.link(connection, story)
    first = articles.members(connection, story, 1)
    stories.refresh(connection, story, title_of(articles.article_of(connection, first[0])) if first else None)


def _story_for(connection: Connection, prepared: Prepared, new: NewArticle) -> str:
    """The story the article belongs to: the one the client names, the one it fits, or a new one."""
    asked, before = prepared.source.story, prepared.chosen
    if asked is not None:
        if not stories.exists(connection, asked):
            stories.create(connection, asked, title_of(new.article), named=True)
        stories.pin(connection, asked)
        return asked
    assert before is not None
    choice = choosing.settled(connection, prepared.fingerprint, before)
    chosen = choice.story_id if choice is not None else None
    story = chosen or _free(lambda n: identity.story_id(new.id, n), lambda key: stories.exists(connection, key))
    if chosen is None:
        stories.create(connection, story, title_of(new.article), named=False)
    if choice is not None:
        _set_right(connection, choice, story)
    return story


def _set_right(connection: Connection, choice: StoryChoice, story: str) -> None:
    """Move into the story what the new article shows to belong there; stories that clients named stay as they are."""
    merged = stories.unnamed(connection, choice.merge)
    stories.move_members(connection, merged, story)
    left = stories.move_articles(connection, choice.take, story)
    for changed in (*left, *([story] if merged or left else [])):
        bring_in_step(connection, changed)


def _new_id(connection: Connection, outlet: str, hashed: str) -> str:
    return _free(lambda n: identity.article_id(outlet, hashed, n), lambda key: articles.taken(connection, key))


def _free(name: Callable[[int], str], taken: Callable[[str], bool]) -> str:
    """The first name that nothing has yet."""
    return next(key for key in map(name, count()) if not taken(key))
