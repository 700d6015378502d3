"""An article's own attitude toward those it is about."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import TONES, auc, correlation, macro_f1, mean, tone_label
from tests.evaluation.names import actor_named
from tests.evaluation.sets import AnnotatedSet, Figure, Row


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """The outlet's voice toward the actor of a name, and what is told when the name is asked for."""
    from scipy.stats import spearmanr

    def call(row: Row) -> Answer:
        return service.analyse(row, [{"name": one["name"]} for one in row["entities"]])

    gold, values, asked, known = [], [], [], []
    for row, answer in answers(own.rows, call):
        labels = {target["name"]: target["label"] for target in answer.get("targets") or ()}
        for entity in row["entities"]:
            actor = actor_named(answer.get("actors", ()), entity["name"])
            known.append(actor is not None)
            gold.append(entity["label"])
            values.append(actor["sentiment"]["outlet_voice"]["value"] if actor else None)
            asked.append(labels.get(entity["name"]) or "neutral")
    filled = [value or 0.0 for value in values]
    ranks = [TONES.index(label) for label in gold]
    against = auc([label == "negative" for label in gold], [-value for value in filled])
    code, n = own.rows[0]["lang"], len(gold)
    yield Figure(code, "macro_f1", macro_f1(gold, [tone_label(value) for value in values]), n)
    yield Figure(code, "spearman", correlation(spearmanr, ranks, filled), n)
    yield Figure(code, "auc_negative", against, n)
    yield Figure(code, "macro_f1_targets", macro_f1(gold, asked), n)
    yield Figure(code, "actor_found", mean(map(float, known)), n)
