"""Stance of attributed statements: criticism, dismissal, support or neutral."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import accuracy, jaccard, macro_f1, mean, within, words
from tests.evaluation.sets import AnnotatedSet, Figure, Row

LABELS = ("criticism", "dismissal", "support", "neutral")
MISSING = "none"
LEAST_SHARED = 0.3
"""Words shared, of all words of both, from which on a quotation is the statement asked for."""

Told = Sequence[tuple[Row, str]]


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Classification and agreement over translations, by language and over all."""
    told = [(row, label_told(row, answer)) for row, answer in answers(own.rows, service.analyse)]
    for code in own.languages:
        yield from classified(code, [pair for pair in told if pair[0]["lang"] == code])
    yield from classified("all", told)
    yield from agreement(told, own.languages)


def label_told(row: Row, answer: Answer) -> str:
    """The label of the quotation that shares most words with the statement; the first of several."""
    places = words(row["text"])
    statement = within(places, row["statement"]["start"], row["statement"]["end"])
    shares = [
        (jaccard(statement, within(places, quote["start"], quote["end"])), quote) for quote in answer.get("quotes", ())
    ]
    share, quote = max(shares, key=lambda pair: pair[0], default=(0.0, {}))
    return (quote["stance"] or {}).get("label", MISSING) if share >= LEAST_SHARED else MISSING


def classified(code: str, told: Told) -> Iterator[Figure]:
    """A statement that is not found has a label that is wrong."""
    gold, found = [row["stance"] for row, _ in told], [label for _, label in told]
    yield Figure(code, "macro_f1", macro_f1(gold, found, LABELS), len(told))
    yield Figure(code, "accuracy", accuracy(gold, found), len(told))
    yield Figure(code, "statement_found", mean(float(label != MISSING) for label in found), len(told))


def agreement(told: Told, languages: Sequence[str]) -> Iterator[Figure]:
    """How often one statement has one label in two languages: over all pairs, and over those with a language."""
    statements: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row, label in told:
        statements[row["id"].rpartition("-")[0]].append((row["lang"], label))
    pairs = [pair for versions in statements.values() for pair in combinations(versions, 2)]
    if not pairs:
        return
    yield Figure("all pairs", "label_agreement", alike(pairs), len(statements))
    for code in languages:
        mine = [pair for pair in pairs if code in (pair[0][0], pair[1][0])]
        yield Figure(code, "label_agreement", alike(mine), len(mine))


def alike(pairs: Sequence[tuple[tuple[str, str], tuple[str, str]]]) -> float | None:
    """Share of pairs of (language, label) with one label."""
    return mean(float(a == b) for (_, a), (_, b) in pairs)
