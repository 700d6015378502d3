"""Who acts, who speaks, and through whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.types.scores import Score, Span

ActorType = Literal["person", "organization", "place", "group"]
MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "indirect", "mixed"]
CueClass = Literal["neutral", "assertive", "doubting", "emotive"]
StanceLabel = Literal["criticism", "dismissal", "support", "neutral"]
SourceType = Literal["outlet", "official", "social", "anonymous", "person", "document"]
Gender = Literal["feminine", "masculine"]
ActorPart = Literal["hero", "villain", "victim", "none"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an actor: by name, by a noun (``presidenten``) or by a pronoun."""

    start: int
    end: int
    text: str
    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True)
class Prominence:
    """How prominent an actor is; ``score`` in [0, 1] combines the four parts (weights in ``framing.prominence``)."""

    score: float
    first_sentence: int
    in_headline: bool
    mention_share: float
    quoted_word_share: float


@dataclass(frozen=True, slots=True)
class ActorSentiment:
    """Tone toward an actor in [-1, 1]: the outlet's own words, the words it quotes, and both together."""

    outlet_voice: Score
    quoted_voice: Score
    overall: Score


@dataclass(frozen=True, slots=True)
class PartShares:
    """Probabilities of the roles; they sum to 1."""

    hero: float
    villain: float
    victim: float
    none: float


@dataclass(frozen=True, slots=True)
class RoleTold:
    """The role that one voice gives an actor.

    ``label`` and ``probabilities`` are ``None`` exactly when ``reason`` says why; ``n`` counts the mentions read;
    ``interval`` is a 95 % interval of the probability of the label; ``evidence`` are the words that counted most.
    """

    label: ActorPart | None
    reason: str | None = None
    probabilities: PartShares | None = None
    n: int = 0
    interval: tuple[float, float] | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorRole:
    """Hero, villain or victim, as the outlet tells it in its own words, and as others are reported to tell it."""

    outlet_voice: RoleTold
    quoted_voice: RoleTold


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts in the article, with all mentions in text order.

    ``id`` does not depend on the language; ``name`` is the fullest form in this article, base form. ``gender`` is
    grammatical, only for finding whom a pronoun means, and is not published.
    """

    id: str
    name: str
    type: ActorType
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    prominence: Prominence | None = None
    sentiment: ActorSentiment | None = None
    role: ActorRole | None = None

    @property
    def is_nameless_body(self) -> bool:
        """Whether the article calls a body by a noun alone: *tingsrätten*, *the health ministry*."""
        return self.type == "organization" and all(mention.kind == "nominal" for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the actor if known, and the words that name the speaker (``start``/``end`` null if none do)."""

    actor: str | None
    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Stance:
    """Attitude of a statement toward its target (an actor id, or ``None`` for the matter itself).

    ``confidence`` is the probability of the label, in [0, 1]: calibrated, but too high where listed words were a second
    witness (``analysis.stance``); ``target_text`` are the words that name what
    the stance is toward, actor or matter, or ``None`` if none do.
    """

    label: StanceLabel
    target: str | None
    confidence: float
    evidence: tuple[Span, ...] = ()
    target_text: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Something somebody is reported to have said; the span excludes the marks and the attribution.

    ``continues`` is the id of the quotation whose sentence this one takes up again behind the words that say who made
    both: read as one, they are what was said; ``None`` for one that stands by itself or begins such a chain.
    """

    id: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    sentence: int
    speaker: Speaker | None
    cue: Span | None
    cue_class: CueClass | None
    attribution: Span | None
    medium: Span | None
    via: Span | None
    stance: Stance
    confidence: float
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the article has something from, with the quotes that came through it.

    ``name`` is what the article calls it, a person's with the role before it where it stands so (*mayor Anna Berg*);
    who that is in other articles, ``actor`` says.
    """

    name: str
    type: SourceType
    mentions: tuple[Span, ...]
    quotes: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How the article is sourced: share of its sentences that stand on other outlets, and wire credits."""

    borrowed: Score
    wire_credits: tuple[Span, ...] = ()
