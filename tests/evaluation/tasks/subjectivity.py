"""Whether the share of loaded words tells subjective sentences from objective ones (a proxy)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Service, answers
from tests.evaluation.measures import auc, ratio, words
from tests.evaluation.sets import AnnotatedSet, Figure
from tests.evaluation.tasks.loaded_language import loaded


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """How often a subjective sentence has the greater share."""
    truth, shares = [], []
    for row, answer in answers(own.rows, service.analyse):
        places = words(row["text"])
        truth.append(row["label"] == "subjective")
        shares.append(ratio(len(loaded(places, answer)), len(places)) or 0.0)
    yield Figure(own.rows[0]["lang"], "auc_loaded_share", auc(truth, shares), len(truth))
