"""Whether the measures of readability put easier and harder versions of a text in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tests.evaluation.client import Service, answers
from tests.evaluation.measures import correlation, mean
from tests.evaluation.sets import AnnotatedSet, Figure

Scored = Sequence[tuple[str, int, float]]
"""Story, level of difficulty and value of each version."""


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Order within stories and rank correlation over all, of each measure."""
    values: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
    for row, answer in answers(own.rows, service.analyse):
        for one in answer.get("readability", ()):
            if one["score"]["value"] is not None:
                values[one["measure"]].append((row["story"], row["level"], one["score"]["value"]))
    for measure in sorted(values):
        yield from ordered(own.rows[0]["lang"], measure, values[measure])


def ordered(code: str, measure: str, scored: Scored) -> Iterator[Figure]:
    """Pairs in the right order, ties by half; a measure that falls with difficulty is turned round."""
    from scipy.stats import spearmanr

    stories: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for story, level, value in scored:
        stories[story].append((level, value))
    pairs = [pair for versions in stories.values() for pair in combinations(sorted(versions), 2)]
    rising = mean((hard > easy) + 0.5 * (hard == easy) for (_, easy), (_, hard) in pairs)
    if rising is None:
        return
    rank = correlation(spearmanr, [level for _, level, _ in scored], [value for _, _, value in scored])
    yield Figure(code, f"order_accuracy:{measure}", max(rising, 1.0 - rising), len(pairs))
    yield Figure(code, f"spearman:{measure}", None if rank is None else abs(rank), len(scored))
