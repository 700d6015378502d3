"""An article from input to segmented document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from analysis.types.scores import Language, PartialDate, Span

Role = Literal["headline", "lead", "body", "caption", "subheading", "list"]


@dataclass(frozen=True, slots=True)
class Removed:
    """What cleaning took out, verbatim, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """An article as it comes in; exactly one of ``text`` and ``html``."""

    outlet: str
    text: str | None = None
    html: str | None = None
    headline: str | None = None
    url: str | None = None
    published_at: str | None = None
    language: str | None = None
    external_id: str | None = None
    story: str | None = None
    clean: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. ``text`` is what every span refers to."""

    outlet: str
    text: str
    language: Language
    headline: str | None = None
    url: str | None = None
    published_at: PartialDate | None = None
    updated_at: PartialDate | None = None
    external_id: str | None = None
    removed: tuple[Removed, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article, in text order."""

    index: int
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or block of the article as its author set it; ``dash`` is true when it opens with a quotation dash."""

    index: int
    start: int
    end: int
    role: Role
    dash: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark; ``lower`` is its case-folded, NFC text."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A segmented article: what every stage from actors on reads."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    token_starts: tuple[int, ...] = field(repr=False)
    sentence_starts: tuple[int, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The article's text, which all offsets count in."""
        return self.article.text

    @property
    def language(self) -> str:
        """Code of the article's language."""
        return self.article.language.code

    def span(self, start: int, end: int) -> Span:
        """The span of these offsets."""
        return Span(start, end, self.article.text[start:end])

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that begin in [start, end), in text order; two binary searches."""
        return self.tokens[bisect_left(self.token_starts, start) : bisect_left(self.token_starts, end)]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the offset, or the nearest one before it."""
        return self.sentences[max(0, bisect_left(self.sentence_starts, offset + 1) - 1)]

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds the offset, or the nearest one before it."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)]
