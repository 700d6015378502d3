"""What an outlet's articles have in common: measures of single articles, aggregated with their spread.

A profile says what was measured and on how many articles; it places no outlet on a political scale.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeVar

from analysis.types import Analysis, Score, SourceType, StanceLabel

Key = TypeVar("Key")
DIGEST_FORM = 1
"""Raised whenever `digest` takes something else from an analysis, so that digests that were kept are made anew."""
MIN_ARTICLES = 5
"""Fewer observations than this say nothing of an outlet: the score is null for ``insufficient_sample``."""
MAX_LISTED = 20
INSUFFICIENT = "insufficient_sample"
PER_WORDS = 1000.0
"""``loaded_rate`` counts loaded words in so many words."""
NORMAL = 1.959964
"""97.5 % quantile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """How many of the articles are in a language."""

    language: str
    articles: int


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with the number of articles that cite it, their share in [0, 1], and the quotes that came through it."""

    name: str
    type: SourceType
    articles: int
    share: float
    quotes: int


@dataclass(frozen=True, slots=True)
class ProfiledActor:
    """An actor with the number of articles that name it, its mean prominence, and the outlet's tone toward it."""

    actor: str
    name: str
    articles: int
    prominence: Score
    outlet_voice: Score


@dataclass(frozen=True, slots=True)
class ReactionShare:
    """How many articles give this stance the first word among the reactions, and their share of those that have any."""

    stance: StanceLabel
    articles: int
    share: float


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """An outlet's articles in figures: each score a mean over articles, ``n`` articles, with a 95 % interval.

    ``loaded_rate`` is per 1,000 words, ``hedging`` and ``borrowed`` are in [0, 1], ``tone`` in [-1, 1], ``lix`` is a
    LIX value. A score is null for ``insufficient_sample`` where fewer than five articles have it.
    """

    outlet: str
    articles: int
    languages: tuple[LanguageCount, ...]
    loaded_rate: Score
    hedging: Score
    borrowed: Score
    tone: Score
    lix: Score
    sources: tuple[CitedSource, ...]
    actors: tuple[ProfiledActor, ...]
    first_reactions: tuple[ReactionShare, ...]


class ActorColumns(NamedTuple):
    """The actors of an article, column by column, one place an actor, in the order of its analysis.

    ``mentions`` says how often each is named, ``prominence`` is in [0, 1], ``voice`` the outlet's tone toward it in
    [-1, 1] on so many ``observations``; None where there is none.
    """

    ids: Sequence[str]
    names: Sequence[str]
    mentions: Sequence[int]
    prominence: Sequence[float | None]
    voice: Sequence[float | None]
    observations: Sequence[int]


class SourceColumns(NamedTuple):
    """The sources of an article, column by column, with the ids of their quotes; the name of an actor of the article
    is that of the actor."""

    names: Sequence[str]
    types: Sequence[SourceType]
    actors: Sequence[str | None]
    quotes: Sequence[Sequence[str]]


class Digest(NamedTuple):
    """What a profile takes from one analysis: about a hundredth of it. Values are those of its scores, None if null.

    Columns and not a row an actor, and tuples, because a profile goes through some ten thousand of them.
    """

    language: str
    lix: Sequence[float]
    loaded_rate: float | None
    hedging: float | None
    borrowed: float | None
    tone: float | None
    first_reaction: StanceLabel | None
    actors: ActorColumns
    sources: SourceColumns


def digest(analysis: Analysis) -> Digest:
    """What a profile takes from this analysis."""
    found = [one.score.value for one in analysis.readability if one.measure == "lix"]
    ordered = sorted(analysis.framing.reactions, key=lambda reaction: (reaction.position, reaction.quote))
    names = {one.id: one.name for one in analysis.actors}
    tones = [None if one.sentiment is None else one.sentiment.outlet_voice for one in analysis.actors]
    return Digest(
        language=analysis.article.language.code,
        lix=[value for value in found if value is not None],
        loaded_rate=analysis.framing.loaded_rate.value,
        hedging=analysis.framing.hedging.value,
        borrowed=analysis.sourcing.borrowed.value,
        tone=analysis.tone.value,
        first_reaction=next((reaction.stance for reaction in ordered if reaction.stance != "neutral"), None),
        actors=ActorColumns(
            [one.id for one in analysis.actors],
            [one.name for one in analysis.actors],
            [len(one.mentions) for one in analysis.actors],
            [None if one.prominence is None else one.prominence.score for one in analysis.actors],
            [None if tone is None else tone.value for tone in tones],
            [0 if tone is None else tone.n for tone in tones],
        ),
        sources=SourceColumns(
            [names.get(one.actor or "", one.name) for one in analysis.sources],
            [one.type for one in analysis.sources],
            [one.actor for one in analysis.sources],
            [one.quotes for one in analysis.sources],
        ),
    )


def profile(outlet: str, analyses: Iterable[Analysis]) -> OutletProfile:
    """The profile of an outlet from the analyses of its articles; their order does not matter."""
    return aggregate(outlet, [digest(analysis) for analysis in analyses])


def aggregate(outlet: str, digests: Sequence[Digest]) -> OutletProfile:
    """The profile of an outlet from the digests of its articles' analyses; their order does not matter."""
    languages = Counter(one.language for one in digests)
    return OutletProfile(
        outlet=outlet,
        articles=len(digests),
        languages=tuple(LanguageCount(code, n) for code, n in sorted(languages.items(), key=lambda c: (-c[1], c[0]))),
        loaded_rate=mean_of((one.loaded_rate for one in digests), 0.0, PER_WORDS),
        hedging=mean_of((one.hedging for one in digests), 0.0, 1.0),
        borrowed=mean_of((one.borrowed for one in digests), 0.0, 1.0),
        tone=mean_of((one.tone for one in digests), -1.0, 1.0),
        lix=mean_of((value for one in digests for value in one.lix), 0.0, math.inf),
        sources=_sources(digests),
        actors=_actors(digests),
        first_reactions=_first_reactions(digests),
    )


def mean_score(scores: Iterable[Score], lowest: float, highest: float) -> Score:
    """Mean of the known scores, as `mean_of` has it."""
    return mean_of((score.value for score in scores), lowest, highest)


def mean_of(observed: Iterable[float | None], lowest: float, highest: float) -> Score:
    """Mean of the known values with its 95 % interval (Student's t), cut to the measure's range.

    Null for ``insufficient_sample`` with fewer than ``MIN_ARTICLES``; ``n`` counts the values that are known.
    """
    values = sorted(value for value in observed if value is not None)
    n = len(values)
    if n < MIN_ARTICLES:
        return Score.unknown(INSUFFICIENT, n)
    mean = math.fsum(values) / n
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (n - 1))
    margin = student(n - 1) * deviation / math.sqrt(n)
    return Score(mean, n=n, interval=(max(lowest, mean - margin), min(highest, mean + margin)))


def student(degrees: int) -> float:
    """97.5 % quantile of Student's t, by the Cornish-Fisher expansion (Abramowitz & Stegun 26.7.5); within 0.3 % from
    four degrees of freedom on."""
    z = NORMAL
    first = (z**3 + z) / (4 * degrees)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * degrees**3)
    return z + first + second + third


def _sources(digests: Sequence[Digest]) -> tuple[CitedSource, ...]:
    cited: list[tuple[str, SourceType]] = []
    quotes: dict[tuple[str, SourceType], int] = {}
    for one in digests:
        keys = list(zip(one.sources.names, one.sources.types, strict=True))
        cited += set(keys)
        for key, through in zip(keys, one.sources.quotes, strict=True):
            quotes[key] = quotes.get(key, 0) + len(through)
    articles = Counter(cited)
    ranked = sorted(_foremost(articles), key=lambda key: (-articles[key], -quotes[key], key))[:MAX_LISTED]
    return tuple(CitedSource(*key, articles[key], articles[key] / len(digests), quotes[key]) for key in ranked)


def _actors(digests: Sequence[Digest]) -> tuple[ProfiledActor, ...]:
    articles = Counter(chain.from_iterable(one.actors.ids for one in digests))
    found: dict[str, list[tuple[str, float | None, float | None]]] = {key: [] for key in _foremost(articles)}
    for one in digests:
        columns = one.actors
        if found.keys().isdisjoint(columns.ids):
            continue
        for key, name, score, voice in zip(columns.ids, columns.names, columns.prominence, columns.voice, strict=True):
            if key in found:
                found[key].append((name, score, voice))
    prominence = {key: math.fsum(score for _, score, _ in rows if score is not None) for key, rows in found.items()}
    ranked = sorted(found, key=lambda key: (-articles[key], -prominence[key], key))[:MAX_LISTED]
    return tuple(_profiled(key, found[key]) for key in ranked)


def _foremost(counts: Mapping[Key, int]) -> list[Key]:
    """Those with as many as the last that is listed has, or more."""
    least = min(sorted(counts.values(), reverse=True)[:MAX_LISTED], default=0)
    return [key for key, count in counts.items() if count >= least]


def _profiled(key: str, found: Sequence[tuple[str, float | None, float | None]]) -> ProfiledActor:
    names = Counter(name for name, _, _ in found)
    name = min(names, key=lambda form: (-names[form], -len(form), form))
    prominence = mean_of((score for _, score, _ in found), 0.0, 1.0)
    return ProfiledActor(key, name, len(found), prominence, mean_of((voice for _, _, voice in found), -1.0, 1.0))


def _first_reactions(digests: Sequence[Digest]) -> tuple[ReactionShare, ...]:
    firsts = Counter(one.first_reaction for one in digests if one.first_reaction is not None)
    total = firsts.total()
    ranked = sorted(firsts, key=lambda stance: (-firsts[stance], stance))
    return tuple(ReactionShare(stance, firsts[stance], firsts[stance] / total) for stance in ranked)
