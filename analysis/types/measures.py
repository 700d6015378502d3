"""What is measured on one article, and the whole analysis."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from analysis.types.attribution import Actor, Quote, Source, Sourcing, StanceLabel
from analysis.types.documents import Article, Sentence
from analysis.types.scores import Score

SentimentLabel = Literal["negative", "neutral", "positive"]
FrameName = Literal["conflict", "responsibility", "human_interest", "morality", "economic"]
Voice = Literal["outlet", "quoted"]
EvidentialStatus = Literal["vouched", "reported", "alleged", "denied", "uncertain"]


@dataclass(frozen=True, slots=True)
class Reaction:
    """An attributed statement with its place in the article: ``position`` 0 is the start, 1 the end."""

    quote: str
    actor: str | None
    stance: StanceLabel
    target: str | None
    sentence: int
    position: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A generic frame (Semetko & Valkenburg 2000) with a score in [0, 1]."""

    frame: FrameName
    score: Score


@dataclass(frozen=True, slots=True)
class LoadedTerm:
    """An emotive, judging or sensational expression, in the outlet's own voice or a quoted one."""

    start: int
    end: int
    text: str
    voice: Voice
    category: str
    intensity: int


@dataclass(frozen=True, slots=True)
class EvidentialMarker:
    """A word that says how far the outlet vouches for a statement."""

    start: int
    end: int
    text: str
    status: Literal["reported", "alleged", "denied", "uncertain"]


@dataclass(frozen=True, slots=True)
class EvidentialShare:
    """Share of own-voice sentences with one status, in [0, 1]; the shares of an article sum to 1."""

    status: EvidentialStatus
    share: Score


@dataclass(frozen=True, slots=True)
class Framing:
    """How the story is framed. ``hedging`` is the share of own-voice sentences with a marker, in [0, 1].

    ``evidentiality_shares`` divides the same sentences by status; what is not marked is vouched for.
    """

    reactions: tuple[Reaction, ...]
    frames: tuple[Frame, ...]
    loaded_language: tuple[LoadedTerm, ...]
    loaded_rate: Score
    hedging: Score
    evidentiality: tuple[EvidentialMarker, ...] = ()
    evidentiality_shares: tuple[EvidentialShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """One readability measure; ``comparable`` is false where values of two languages cannot be compared."""

    measure: str
    score: Score
    comparable: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Something the caller asks the tone toward: a place in the text, or a name."""

    start: int | None = None
    end: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TargetSentiment:
    """Tone toward a target that was asked for; ``label`` is ``None`` when the score is."""

    name: str
    sentiment: Score
    label: SentimentLabel | None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """Enough to reproduce the numbers."""

    version: str
    encoder: str
    data_version: str
    stages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the library says of one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]
    sourcing: Sourcing
    framing: Framing
    tone: Score
    readability: tuple[Readability, ...]
    method: Method
    targets: tuple[TargetSentiment, ...] | None = None
