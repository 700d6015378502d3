"""The people, bodies and described sources that an article cites."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Service, answers
from tests.evaluation.measures import matched, rates
from tests.evaluation.names import groups, same
from tests.evaluation.sets import AnnotatedSet, Figure


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Distinct sources by name against those annotated; nothing for a set that annotates none."""
    if "sources" not in own.rows[0]:
        return
    hits = told = wanted = 0
    for row, answer in answers(own.rows, service.analyse):
        gold = groups(source["text"] for source in row["sources"])
        found = groups(source["name"] for source in answer.get("sources", ()))
        hits += len(matched(gold, found, lambda one, other: float(any(same(a, b) for a in one for b in other))))
        told, wanted = told + len(found), wanted + len(gold)
    code, scored = own.rows[0]["lang"], rates(hits, told, wanted)
    yield Figure(code, "sources_f1", scored.f1, wanted)
    yield Figure(code, "sources_precision", scored.precision, told)
    yield Figure(code, "sources_recall", scored.recall, wanted)
