"""The text of an article out of a whole web page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import mean, ratio, runs
from tests.evaluation.sets import AnnotatedSet, Figure, Row


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Mean precision and recall of runs of four words over the pages, and the F1 of those means."""

    def call(row: Row) -> Answer:
        page = gzip.decompress((own.path.parent / row["html"]).read_bytes())
        return service.analyse({"html": page.decode("utf-8", "replace"), "url": row["url"]}, clean=True)

    precisions, recalls = [], []
    for row, answer in answers(own.rows, call):
        gold, found = runs(row["body"]), runs(answer["article"]["text"] if answer else "")
        shared = (gold & found).total()
        precisions.append(ratio(shared, found.total()))
        recalls.append(ratio(shared, gold.total()))
    precision, recall, n = mean(precisions) or 0.0, mean(recalls) or 0.0, len(own.rows)
    yield Figure("any", "body_f1", ratio(2 * precision * recall, precision + recall) or 0.0, n)
    yield Figure("any", "body_precision", mean(precisions), n)
    yield Figure("any", "body_recall", mean(recalls), n)
