"""The tables. Instants are ISO 8601 text in UTC, so that they sort the same in every database."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
BEFORE_ALL = 2**62
"""A number above every number of a row: where lists that go backwards begin."""
SEQUENCE = BigInteger().with_variant(Integer, "sqlite")


def _owned(index: bool = False) -> Column[int]:
    """The article that a row belongs to, and goes with."""
    return Column(
        "article_seq", SEQUENCE, ForeignKey("articles.seq", ondelete="CASCADE"), primary_key=True, index=index
    )


OUTLETS = Table(
    "outlets",
    METADATA,
    Column("seq", SEQUENCE, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("created_at", Text, nullable=False),
    sqlite_autoincrement=True,
)
STORIES = Table(
    "stories",
    METADATA,
    Column("seq", SEQUENCE, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("named", Integer, nullable=False),
    Column("article_count", Integer, nullable=False),
    Column("first_published_at", Text),
    Column("last_published_at", Text),
    Column("created_at", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
    Index(None, "last_published_at", "first_published_at", "article_count", "seq"),
    sqlite_autoincrement=True,
)
LARGE = (20, 5, 2)
"""Numbers of articles from which on the stories that have so many are indexed, largest first."""
for _size in LARGE:
    _large = text(f"article_count >= {_size}")
    Index(f"ix_stories_of_{_size}", STORIES.c.seq, sqlite_where=_large, postgresql_where=_large)
STORY_FACETS = Table(
    "story_facets",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("story_seq", SEQUENCE, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How often a story has an outlet, a language or an actor (``kind``); kept by triggers, like both tables of counts."""
OUTLET_COUNTS = Table(
    "outlet_counts",
    METADATA,
    Column("outlet_id", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)
ACTOR_COUNTS = Table(
    "actor_counts",
    METADATA,
    Column("actor_id", Text, primary_key=True),
    Column("appearances", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    sqlite_with_rowid=False,
)
ARTICLES = Table(
    "articles",
    METADATA,
    Column("seq", SEQUENCE, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("outlet_id", Text, ForeignKey("outlets.id"), nullable=False),
    Column("story_id", Text, ForeignKey("stories.id"), nullable=False),
    Column("external_id", Text),
    Column("url", Text),
    Column("headline", Text),
    Column("language", Text, nullable=False),
    Column("language_confidence", Float, nullable=False),
    Column("published_value", Text),
    Column("published_precision", Text),
    Column("published_source", Text),
    Column("published_sort", Text, index=True),
    Column("text_chars", Integer, nullable=False),
    Column("input_hash", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    UniqueConstraint("outlet_id", "external_id"),
    UniqueConstraint("outlet_id", "text_hash"),
    Index("ix_articles_outlet_id_url", "outlet_id", "url"),
    Index("ix_articles_outlet_id_input_hash", "outlet_id", "input_hash"),
    Index(None, "outlet_id", "seq"),
    Index(None, "outlet_id", "language", "seq"),
    Index(None, "outlet_id", "published_sort", "seq"),
    Index(None, "language", "seq"),
    Index(None, "language", "published_sort", "seq"),
    Index(None, "story_id", "seq"),
    sqlite_autoincrement=True,
)
INPUTS = Table(
    "inputs",
    METADATA,
    _owned(),
    Column("body", LargeBinary, nullable=False),
)
ANALYSES = Table(
    "analyses",
    METADATA,
    _owned(),
    Column("method_version", Text, nullable=False),
    Column("encoder", Text, nullable=False),
    Column("data_version", Text, nullable=False),
    Column("article", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
DIGESTS = Table(
    "digests",
    METADATA,
    Column("article_seq", SEQUENCE, ForeignKey("analyses.article_seq", ondelete="CASCADE"), primary_key=True),
    Column("form", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What profiles take from each analysis, in this form, and its bytes; it goes with the analysis."""
VECTORS = Table(
    "vectors",
    METADATA,
    _owned(),
    Column("encoder", Text, nullable=False),
    Column("dimension", Integer, nullable=False),
    Column("article", LargeBinary, nullable=False),
    Column("sentences", LargeBinary, nullable=False),
)
FINGERPRINTS = Table(
    "fingerprints",
    METADATA,
    _owned(),
    Column("body", LargeBinary, nullable=False),
)
STORY_KEYS = Table(
    "story_keys",
    METADATA,
    Column("key", Text, primary_key=True),
    _owned(index=True),
    sqlite_with_rowid=False,
)
COMPARISONS = Table(
    "comparisons",
    METADATA,
    Column("story_id", Text, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
ACTORS = Table(
    "actors",
    METADATA,
    Column("seq", SEQUENCE, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("renamed", Integer, nullable=False),
    Column("retyped", Integer, nullable=False, server_default="0"),
    Column("created_at", Text, nullable=False),
    Index(None, "type", "seq"),
    sqlite_autoincrement=True,
)
_renamed = text("renamed = 1")
Index("ix_actors_renamed", ACTORS.c.id, ACTORS.c.name, sqlite_where=_renamed, postgresql_where=_renamed)
ACTOR_ARTICLES = Table(
    "actor_articles",
    METADATA,
    _owned(),
    Column("found_id", Text, primary_key=True, index=True),
    Column("actor_id", Text, nullable=False),
    Column("found_name", Text, nullable=False),
    Column("found_type", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Index(None, "actor_id", "article_seq", "found_id", "mentions"),
)
_moved = text("actor_id <> found_id")
Index("ix_actor_articles_moved", ACTOR_ARTICLES.c.article_seq, sqlite_where=_moved, postgresql_where=_moved)
ACTOR_ALIASES = Table(
    "actor_aliases",
    METADATA,
    Column("actor_id", Text, primary_key=True),
    Column("alias", Text, primary_key=True),
    Column("folded", Text, nullable=False, index=True),
    Column("origin", Text, primary_key=True),
)
ACTOR_RULES = Table(
    "actor_rules",
    METADATA,
    Column("found_id", Text, primary_key=True),
    Column("folded", Text, primary_key=True),
    Column("actor_id", Text, nullable=False, index=True),
)
ACTOR_EXTERNALS = Table(
    "actor_externals",
    METADATA,
    Column("actor_id", Text, primary_key=True),
    Column("scheme", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
COUNTERS = Table(
    "counters",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
