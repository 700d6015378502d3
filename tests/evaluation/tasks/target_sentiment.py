"""Attitude of a passage toward a marked person, organisation or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.resources import languages
from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import TONES, accuracy, calibration_error, macro_f1, mean
from tests.evaluation.readings import likelihoods
from tests.evaluation.sets import AnnotatedSet, Figure, Row

Judged = Sequence[tuple[Row, list[str | None]]]


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Classification and calibration by language, and agreement over translations."""

    def call(row: Row) -> Answer:
        return service.analyse(row, [{"start": one["start"], "end": one["end"]} for one in row["targets"]])

    judged = [(row, labels_told(row, answer)) for row, answer in answers(own.rows, call)]
    for code in own.languages:
        mine = [pair for pair in judged if pair[0]["lang"] == code]
        yield from classified(code, mine)
        yield calibrated(code, [row for row, _ in mine])
    if len(own.languages) > 1 and set(own.languages) <= set(languages()):
        yield from classified("all", judged)
    if any("aligned_id" in row for row in own.rows):
        yield from agreement(judged, own.languages)


def labels_told(row: Row, answer: Answer) -> list[str | None]:
    """A label for each target, found by its place; ``None`` where none is given."""
    given = {(one["start"], one["end"]): one["label"] for one in answer.get("targets") or ()}
    return [given.get((target["start"], target["end"])) for target in row["targets"]]


def classified(code: str, judged: Judged) -> Iterator[Figure]:
    """A target left without a label is wrong."""
    gold = [target["label"] for row, _ in judged for target in row["targets"]]
    found = [label for _, labels in judged for label in labels]
    yield Figure(code, "macro_f1", macro_f1(gold, found), len(gold))
    yield Figure(code, "accuracy", accuracy(gold, found), len(gold))
    yield Figure(code, "answered", mean(float(label is not None) for label in found), len(gold))


def calibrated(code: str, rows: Sequence[Row]) -> Figure:
    """How far the probability of the likeliest label is from how often it is right."""
    sure, right = [], []
    for row in rows:
        for target, shares in zip(row["targets"], likelihoods(row), strict=True):
            if shares is not None:
                sure.append(max(shares))
                right.append(TONES[shares.index(max(shares))] == target["label"])
    return Figure(code, "expected_calibration_error", calibration_error(sure, right), len(sure))


def agreement(judged: Judged, languages: Sequence[str]) -> Iterator[Figure]:
    """How often translations get one label, where both get any: with English, and the mean over all pairs."""
    sentences: dict[str, dict[str, str | None]] = defaultdict(dict)
    for row, labels in judged:
        sentences[row["aligned_id"]][row["lang"]] = labels[0]
    shares = []
    for a, b in combinations(languages, 2):
        both = [(one[a], one[b]) for one in sentences.values() if one.get(a) and one.get(b)]
        shares.append(mean(float(first == second) for first, second in both))
        if "en" in (a, b):
            yield Figure(f"{a}-{b}", "label_agreement", shares[-1], len(both))
    yield Figure("all pairs", "label_agreement", mean(shares), len(sentences))
