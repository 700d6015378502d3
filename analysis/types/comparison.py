"""What a comparison of several articles says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis.types.attribution import Prominence, StanceLabel
from analysis.types.claims import Claim
from analysis.types.measures import FrameName, Method
from analysis.types.scores import PartialDate, Score
from analysis.types.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article as a comparison names it; ``id`` is the stored id, or ``article-1`` … in a stateless request."""

    id: str
    outlet: str
    headline: str | None
    language: str
    published_at: PartialDate | None


@dataclass(frozen=True, slots=True)
class ArticleSpan:
    """A span together with the article it is in."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FirstReaction:
    """The first attributed statement with a stance in an article; all ``None`` where there is none."""

    article: str
    actor: str | None
    stance: StanceLabel | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class ReactionKey:
    """A reaction as it is recognised in several articles: who, and with what stance."""

    actor: str
    stance: StanceLabel


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """Two reactions that stand in one order in some articles and in the other order in others."""

    a: ReactionKey
    b: ReactionKey
    a_first: tuple[str, ...]
    b_first: tuple[str, ...]
    evidence: tuple[ArticleSpan, ...]


@dataclass(frozen=True, slots=True)
class ArticleProminence:
    """Prominence of one actor in one article."""

    article: str
    prominence: Prominence | None


@dataclass(frozen=True, slots=True)
class ProminenceComparison:
    """One actor's prominence in each article; ``spread`` is the largest difference of scores."""

    actor: str
    name: str
    by_article: tuple[ArticleProminence, ...]
    spread: float


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """A score of one article."""

    article: str
    score: Score


@dataclass(frozen=True, slots=True)
class FrameComparison:
    """One frame's score in each article."""

    frame: FrameName
    by_article: tuple[ArticleScore, ...]
    spread: float | None


@dataclass(frozen=True, slots=True)
class FramingComparison:
    """Differences of framing."""

    first_reaction: tuple[FirstReaction, ...]
    order_differences: tuple[OrderDifference, ...]
    prominence: tuple[ProminenceComparison, ...]
    frames: tuple[FrameComparison, ...]


@dataclass(frozen=True, slots=True)
class ArticleTone:
    """Tone toward an actor in one article."""

    article: str
    outlet_voice: Score
    quoted_voice: Score


@dataclass(frozen=True, slots=True)
class SentimentComparison:
    """Tone toward one actor by article.

    ``distinguishable`` only if two outlet-voice intervals do not overlap, or one article is unfavourable to the actor
    in loaded words of its own and another has none.
    """

    actor: str
    name: str
    by_article: tuple[ArticleTone, ...]
    spread: float | None
    distinguishable: bool


@dataclass(frozen=True, slots=True)
class PairOverlap:
    """How much two articles say the same; shares and similarity in [0, 1], coverage weighted by words."""

    a: str
    b: str
    similarity: float
    covered_a_by_b: float
    covered_b_by_a: float
    verbatim_share: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """All pairs, in the order of the articles."""

    pairs: tuple[PairOverlap, ...]


@dataclass(frozen=True, slots=True)
class OnlySource:
    """A source that one article alone cites."""

    article: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceEdge:
    """An article leaning on a source, with the number of quotes that came through it."""

    article: str
    source: str
    quotes: int


@dataclass(frozen=True, slots=True)
class SourceComparison:
    """Sources that articles share, and those that one alone has."""

    shared: tuple[str, ...]
    only: tuple[OnlySource, ...]
    edges: tuple[SourceEdge, ...]


FindingKind = Literal[
    "order_reversal",
    "first_voice",
    "contradiction",
    "differing_figures",
    "omission",
    "only_here",
    "attribution_gap",
    "certainty_gap",
    "sentiment_gap",
    "loaded_language_gap",
    "voice_balance",
    "unanswered_accusation",
    "headline_focus",
    "naming",
    "quotation_cut",
    "source_gap",
    "prominence",
    "wire_copy",
    "genre",
    "time_gap",
    "no_measurable_difference",
]
Param = str | int | float | tuple[str, ...]
"""A word, a number or a list of words that a sentence is filled with."""


@dataclass(frozen=True, slots=True)
class Message:
    """A finding's sentence as data: which sentence (``order_reversal.articles``), and what it is filled with.

    The English sentence of each key stands in ``data/findings/messages.toml``; a front end may have its own.
    """

    key: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth telling, with its proof.

    ``actors``, ``claims`` and ``quotes`` are the ids it is about; quotations are known within an article, so each is
    written ``<article>#<quote>``. ``values`` are what was compared, by article. ``effect`` in [0, 1] says how large the
    difference is and ``confidence`` how likely it is true.
    """

    kind: FindingKind
    summary: str
    message: Message
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    actors: tuple[str, ...]
    claims: tuple[str, ...]
    quotes: tuple[str, ...]
    values: Mapping[str, Param]
    effect: float
    confidence: float
    evidence: tuple[ArticleSpan, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How several articles tell one story."""

    articles: tuple[ArticleRef, ...]
    framing: FramingComparison
    sentiment: tuple[SentimentComparison, ...]
    overlap: Overlap
    claims: tuple[Claim, ...]
    sources: SourceComparison
    findings: tuple[Finding, ...]
    method: Method
    timeline: Timeline = field(default_factory=Timeline)
