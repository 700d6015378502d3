"""Loaded words, and sentences that are biased by their wording."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.client import Answer, Service, answers
from tests.evaluation.measures import f1_of, macro_f1, rates, within, words
from tests.evaluation.sets import AnnotatedSet, Figure, Row

Places = list[tuple[int, int]]
CLASSES = ("biased", "non_biased")


def marked(places: Places, spans: list[Row]) -> frozenset[int]:
    """Which words the spans cover."""
    return frozenset().union(*(within(places, span["start"], span["end"]) for span in spans))


def loaded(places: Places, answer: Answer) -> frozenset[int]:
    """Which words are told to be loaded."""
    return marked(places, answer["framing"]["loaded_language"] if answer else [])


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Words against words; a sentence with a loaded word is called biased."""
    hits = told = wanted = 0
    labels, guesses = [], []
    for row, answer in answers(own.rows, service.analyse):
        places = words(row["text"])
        gold, found = marked(places, row["words"]), loaded(places, answer)
        hits, told, wanted = hits + len(gold & found), told + len(found), wanted + len(gold)
        labels.append(row["label"])
        guesses.append(CLASSES[not found])
    code = own.rows[0]["lang"]
    for measure, value in rates(hits, told, wanted)._asdict().items():
        yield Figure(code, f"word_{measure}", value, wanted)
    yield Figure(code, "sentence_f1_biased", f1_of("biased", labels, guesses), len(labels))
    yield Figure(code, "sentence_macro_f1", macro_f1(labels, guesses, CLASSES), len(labels))
