"""What an outlet's articles have in common: measures of single articles, aggregated with their spread.

A profile says what was measured and on how many articles; it places no outlet on a political scale.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.types import Actor, Analysis, Score, SourceType, StanceLabel

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


def profile(outlet: str, analyses: Sequence[Analysis]) -> OutletProfile:
    """The profile of an outlet from the analyses of its articles; their order does not matter."""
    languages = Counter(one.article.language.code for one in analyses)
    lix = [one.score for analysis in analyses for one in analysis.readability if one.measure == "lix"]
    return OutletProfile(
        outlet=outlet,
        articles=len(analyses),
        languages=tuple(LanguageCount(code, n) for code, n in sorted(languages.items(), key=lambda c: (-c[1], c[0]))),
        loaded_rate=mean_score((one.framing.loaded_rate for one in analyses), 0.0, PER_WORDS),
        hedging=mean_score((one.framing.hedging for one in analyses), 0.0, 1.0),
        borrowed=mean_score((one.sourcing.borrowed for one in analyses), 0.0, 1.0),
        tone=mean_score((one.tone for one in analyses), -1.0, 1.0),
        lix=mean_score(lix, 0.0, math.inf),
        sources=_sources(analyses),
        actors=_actors(analyses),
        first_reactions=_first_reactions(analyses),
    )


def mean_score(scores: Iterable[Score], lowest: float, highest: float) -> Score:
    """Mean of the known scores with its 95 % interval (Student's t), cut to the measure's range.

    Null for ``insufficient_sample`` with fewer than ``MIN_ARTICLES``; ``n`` counts the scores that are known.
    """
    values = sorted(score.value for score in scores if score.value is not None)
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


def _sources(analyses: Sequence[Analysis]) -> tuple[CitedSource, ...]:
    articles: Counter[tuple[str, SourceType]] = Counter()
    quotes: Counter[tuple[str, SourceType]] = Counter()
    for analysis in analyses:
        names = {actor.id: actor.name for actor in analysis.actors}
        named = [(names.get(source.actor or "", source.name), source) for source in analysis.sources]
        articles.update({(name, source.type) for name, source in named})
        for name, source in named:
            quotes[name, source.type] += len(source.quotes)
    ranked = sorted(articles, key=lambda key: (-articles[key], -quotes[key], key))[:MAX_LISTED]
    return tuple(CitedSource(*key, articles[key], articles[key] / len(analyses), quotes[key]) for key in ranked)


def _actors(analyses: Sequence[Analysis]) -> tuple[ProfiledActor, ...]:
    found: dict[str, list[Actor]] = {}
    for analysis in analyses:
        for actor in analysis.actors:
            found.setdefault(actor.id, []).append(actor)
    ranked = sorted(found, key=lambda key: (-len(found[key]), -_prominence(found[key]), key))[:MAX_LISTED]
    return tuple(_profiled(key, found[key]) for key in ranked)


def _prominence(actors: Sequence[Actor]) -> float:
    return math.fsum(actor.prominence.score for actor in actors if actor.prominence is not None)


def _profiled(key: str, actors: Sequence[Actor]) -> ProfiledActor:
    names = Counter(actor.name for actor in actors)
    name = min(names, key=lambda form: (-names[form], -len(form), form))
    prominence = mean_score((Score(one.prominence.score) for one in actors if one.prominence is not None), 0.0, 1.0)
    tone = mean_score((one.sentiment.outlet_voice for one in actors if one.sentiment is not None), -1.0, 1.0)
    return ProfiledActor(key, name, len(actors), prominence, tone)


def _first_reactions(analyses: Sequence[Analysis]) -> tuple[ReactionShare, ...]:
    firsts: Counter[StanceLabel] = Counter()
    for analysis in analyses:
        ordered = sorted(analysis.framing.reactions, key=lambda reaction: (reaction.position, reaction.quote))
        stance = next((reaction.stance for reaction in ordered if reaction.stance != "neutral"), None)
        if stance is not None:
            firsts[stance] += 1
    total = firsts.total()
    ranked = sorted(firsts, key=lambda stance: (-firsts[stance], stance))
    return tuple(ReactionShare(stance, firsts[stance], firsts[stance] / total) for stance in ranked)
