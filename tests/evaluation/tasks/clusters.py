"""Which articles tell one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tests.evaluation.client import NotMeasured, Service
from tests.evaluation.measures import bcubed, mean
from tests.evaluation.sets import AnnotatedSet, Figure, Row


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Stories that the service makes of the articles, on a database of their own, against annotated ones."""
    from sklearn.metrics import adjusted_rand_score

    found = stories_told(Service(), own.rows)
    gold = [row["story"] for row in own.rows]
    code, n = own.rows[0]["lang"], len(own.rows)
    for measure, value in bcubed(gold, found)._asdict().items():
        yield Figure(code, f"b3_{measure}", value, n)
    yield Figure(code, "ari", float(adjusted_rand_score(gold, found)), n)
    yield Figure(code, "stories_found", float(len(set(found))), len(set(gold)))
    if "topic" in own.rows[0]:
        yield merges_of_one_kind(code, own.rows, found)


def stories_told(service: Service, rows: Sequence[Row]) -> list[str]:
    """The story of each article; one in no story stands alone."""
    try:
        ids = service.store(rows)
        homes = {article: story["id"] for story in service.stories() for article in story["articles"]}
    except Exception as error:
        raise NotMeasured(str(error)) from error
    return [homes.get(article, f"alone {place}") for place, article in enumerate(ids)]


def merges_of_one_kind(code: str, rows: Sequence[Row], found: Sequence[str]) -> Figure:
    """Of pairs on two events of one kind, the share that was put together; lower is better."""
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row, story in zip(rows, found, strict=True):
        topics[row["topic"]].append((row["story"], story))
    merged = [
        float(a_found == b_found)
        for members in topics.values()
        for (a_gold, a_found), (b_gold, b_found) in combinations(members, 2)
        if a_gold != b_gold
    ]
    return Figure(code, "false_merges_same_kind", mean(merged), len(merged))
