"""How alike two articles are, against human judgement from 1 (the same story) to 4."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import auc, correlation
from tests.evaluation.sets import AnnotatedSet, Figure, Row

SAME_STORY = 2
"""Pairs judged so or lower tell the same story."""


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Correlations with judged sameness, and how well pairs on one story are told from the rest."""
    from scipy.stats import pearsonr, spearmanr

    def call(row: Row) -> Answer:
        sides = ("1", "2")
        return service.compare(
            [{"outlet": f"outlet-{i}", "text": row[f"text{i}"], "language": row[f"lang{i}"]} for i in sides]
        )

    judged = [(row, similarity(answer)) for row, answer in answers(own.rows, call)]
    for code in own.languages:
        mine = [(row["overall"], value) for row, value in judged if row["lang"] == code]
        values, sameness = [value for _, value in mine], [-judgement for judgement, _ in mine]
        yield Figure(code, "pearson", correlation(pearsonr, values, sameness), len(mine))
        yield Figure(code, "spearman", correlation(spearmanr, values, sameness), len(mine))
        yield Figure(code, "auc_same_story", auc([one <= SAME_STORY for one, _ in mine], values), len(mine))


def similarity(answer: Answer) -> float:
    """The similarity of the one pair; 0 where the call failed."""
    return float(answer["overlap"]["pairs"][0]["similarity"]) if answer else 0.0
