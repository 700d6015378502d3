"""Loaded words, and sentences that are biased by their wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    told = [(row, loaded(words(row["text"]), answer)) for row, answer in answers(own.rows, service.analyse)]
    for code in own.languages:
        yield from measured(code, [pair for pair in told if pair[0]["lang"] == code])
    if len(own.languages) > 1:
        yield from measured("all", told)


def measured(code: str, told: Sequence[tuple[Row, frozenset[int]]]) -> Iterator[Figure]:
    """What comes of the rows, each with the words that were told to be loaded."""
    hits = found = wanted = 0
    for row, words_told in told:
        gold = marked(words(row["text"]), row["words"])
        hits, found, wanted = hits + len(gold & words_told), found + len(words_told), wanted + len(gold)
    labels, guesses = [row["label"] for row, _ in told], [CLASSES[not words_told] for _, words_told in told]
    for measure, value in rates(hits, found, wanted)._asdict().items():
        yield Figure(code, f"word_{measure}", value, wanted)
    yield Figure(code, "sentence_f1_biased", f1_of("biased", labels, guesses), len(labels))
    yield Figure(code, "sentence_macro_f1", macro_f1(labels, guesses, CLASSES), len(labels))
