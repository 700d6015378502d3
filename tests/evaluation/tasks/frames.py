"""Generic frames of whole articles. The shipped weights are fitted to the one set there is: see ``published``."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import auc, f1_of, mean
from tests.evaluation.sets import AnnotatedSet, Figure

FRAMES = {
    "conflict": "conflict",
    "resolution": "responsibility",
    "economic": "economic",
    "human_interest": "human_interest",
    "morality": "morality",
}
"""Frames as they are annotated, and what the service calls them."""
PRESENT = 0.5


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """How well each frame is told, and the means over frames."""
    told = answers(own.rows, service.analyse)
    judged = [(row["frames"], scores(answer)) for row, answer in told]
    code = own.rows[0]["lang"]
    aucs, f1s = [], []
    for annotated, named in FRAMES.items():
        gold = [bool(truth[annotated]) for truth, _ in judged]
        values = [found.get(named, 0.0) for _, found in judged]
        aucs.append(auc(gold, values))
        f1s.append(f1_of(True, gold, [value >= PRESENT for value in values]))
        yield Figure(code, f"{annotated}_auc", aucs[-1], sum(gold))
        yield Figure(code, f"{annotated}_f1@{PRESENT}", f1s[-1], sum(gold))
    yield Figure(code, "macro_auc", mean(aucs), len(judged))
    yield Figure(code, f"macro_f1@{PRESENT}", mean(f1s), len(judged))


def scores(answer: Answer) -> dict[str, float]:
    """The score of each frame; 0 where it is unknown."""
    return {one["frame"]: one["score"]["value"] or 0.0 for one in (answer["framing"]["frames"] if answer else ())}
