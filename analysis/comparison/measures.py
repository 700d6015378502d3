"""Measures of single articles, side by side: tone toward actors, prominence, frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from analysis.comparison.members import Member, display_names
from analysis.comparison.own_words import any_worded_apart
from analysis.types import (
    ActorSentiment,
    ArticleProminence,
    ArticleScore,
    ArticleTone,
    FrameComparison,
    FrameName,
    ProminenceComparison,
    Score,
    SentimentComparison,
)

NOT_MENTIONED = "not_mentioned"
UNSCORED = ActorSentiment(*(Score.unknown(NOT_MENTIONED) for _ in range(3)))


def spread(values: Iterable[float | None]) -> float | None:
    """Largest difference between two values; ``None`` with fewer than two."""
    known = [value for value in values if value is not None]
    return max(known) - min(known) if len(known) > 1 else None


def apart(a: Score, b: Score) -> bool:
    """Whether two scores differ measurably: both have 95 % intervals, and these do not overlap."""
    if a.interval is None or b.interval is None or a.value is None or b.value is None:
        return False
    return a.interval[0] > b.interval[1] or b.interval[0] > a.interval[1]


def distinguishable(scores: Sequence[Score]) -> bool:
    """Whether any two of the scores differ measurably."""
    return any(apart(a, b) for a, b in combinations(scores, 2))


def shared_actors(members: Sequence[Member]) -> list[str]:
    """Actors in two articles or more: those in most articles first, then by prominence."""
    counts = Counter(actor for member in members for actor in member.actors)
    weight: Counter[str] = Counter()
    for member in members:
        for actor in member.analysis.actors:
            weight[actor.id] += actor.prominence.score if actor.prominence else 0.0  # type: ignore[assignment]
    return sorted((actor for actor, n in counts.items() if n > 1), key=lambda id_: (-counts[id_], -weight[id_], id_))


def compare_tone(members: Sequence[Member]) -> tuple[SentimentComparison, ...]:
    """Tone toward each actor that two articles or more name, by article."""
    names = display_names(members)
    compared = []
    for actor in shared_actors(members):
        tones = []
        for member in members:
            found = member.actors.get(actor)
            tone = (found.sentiment if found else None) or UNSCORED
            tones.append(ArticleTone(member.id, tone.outlet_voice, tone.quoted_voice))
        own = [tone.outlet_voice for tone in tones]
        difference = spread(score.value for score in own)
        differ = distinguishable(own) or any_worded_apart(actor, members)
        compared.append(SentimentComparison(actor, names[actor], tuple(tones), difference, differ))
    return tuple(compared)


def compare_prominence(members: Sequence[Member]) -> tuple[ProminenceComparison, ...]:
    """Prominence of each actor that any article names; an article that does not name the actor counts as 0."""
    names = display_names(members)
    compared = []
    for actor, name in names.items():
        found = [member.actors.get(actor) for member in members]
        scores = [one.prominence.score if one and one.prominence else 0.0 for one in found]
        by_article = tuple(
            ArticleProminence(member.id, one.prominence if one else None)
            for member, one in zip(members, found, strict=True)
        )
        compared.append(ProminenceComparison(actor, name, by_article, spread(scores) or 0.0))
    return tuple(sorted(compared, key=lambda one: (-one.spread, one.actor)))


def compare_frames(members: Sequence[Member]) -> tuple[FrameComparison, ...]:
    """The score of each frame in each article."""
    scores: dict[FrameName, list[ArticleScore]] = {}
    for member in members:
        for frame in member.analysis.framing.frames:
            scores.setdefault(frame.frame, []).append(ArticleScore(member.id, frame.score))
    return tuple(
        FrameComparison(frame, tuple(found), spread(one.score.value for one in found))
        for frame, found in sorted(scores.items())
    )
