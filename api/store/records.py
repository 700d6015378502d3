"""What the store hands out beside analysis types."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.types import Article, Language, PartialDate


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """A stored article without its text: what a list needs."""

    seq: int
    id: str
    outlet: str
    story: str
    external_id: str | None
    url: str | None
    headline: str | None
    language: Language
    published_at: PartialDate | None
    text_chars: int
    created_at: str


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way into the store."""

    id: str
    article: Article
    input_hash: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles; ``None`` does not restrict. Dates are ISO 8601, of any precision, both ends included."""

    outlet: str | None = None
    language: str | None = None
    story: str | None = None
    actor: str | None = None
    published_from: str | None = None
    published_to: str | None = None


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """A story with its members, earliest published first."""

    seq: int
    id: str
    version: int
    title: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    first_published_at: PartialDate | None
    last_published_at: PartialDate | None
    created_at: str
    updated_at: str

    @property
    def article_count(self) -> int:
        """Number of members."""
        return len(self.articles)


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories; ``None`` does not restrict."""

    outlet: str | None = None
    language: str | None = None
    actor: str | None = None
    q: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    min_articles: int = 1


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """An outlet with what is stored of it."""

    seq: int
    id: str
    article_count: int
    languages: tuple[str, ...]
    first_published_at: PartialDate | None
    last_published_at: PartialDate | None
    created_at: str


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor across articles, after corrections."""

    seq: int
    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    external_ids: dict[str, str]
    article_count: int
    mention_count: int
    merged_from: tuple[str, ...]
    split_into: tuple[str, ...]
    created_at: str


@dataclass(frozen=True, slots=True)
class MethodState:
    """What stored numbers were made with; other numbers are made when it changes."""

    method_version: str
    encoder: str
    data_version: str
