"""Role of a marked actor in a passage: hero, villain, victim or none, and whose word it is.

A passage names an actor once, too seldom for a role of an article, so that places are read and not actors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.actors import find_actors
from analysis.attribution.reading import read as read_attribution
from analysis.cleaning import clean
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.resources import languages
from analysis.roles import PARTS, asks_of, load_roles
from analysis.segmentation import segment
from analysis.sentiment.asks import Extents, Units
from analysis.types import ArticleInput, Mention
from tests.evaluation.client import Service
from tests.evaluation.measures import accuracy, calibration_error, macro_f1, mean
from tests.evaluation.sets import AnnotatedSet, Figure, Row

Judged = Sequence[tuple[Row, list[tuple[float, ...]]]]
"""Rows, and of each target the shares of the parts and how likely they are the word of others."""


def figures(service: Service, own: AnnotatedSet) -> Iterator[Figure]:
    """Classification and calibration by language, what is told as a role, and agreement over translations."""
    judged = [(row, shares_of(row)) for row in own.rows]
    for code in own.languages:
        yield from classified(code, [pair for pair in judged if pair[0]["lang"] == code])
    if len(own.languages) > 1 and set(own.languages) <= set(languages()):
        yield from classified("all", judged)
    yield from agreement(judged, own.languages)


def shares_of(row: Row) -> list[tuple[float, ...]]:
    """What the library reads at each target, inside a quotation by its words alone."""
    document = segment(clean(ArticleInput(outlet="example", text=row["text"], language=row["lang"], clean=False)))
    actors = find_actors(document)
    reading = load_reader().read(document.text, document.sentences, actors)
    quotes = find_quotes(document, actors, read_attribution(document, actors))
    spoken, units, model = Extents((quote.start, quote.end) for quote in quotes), Units(document), load_roles()
    out = []
    for target in row["targets"]:
        start, end = target["start"], target["end"]
        inside = [m for actor in actors for m in actor.mentions if start <= m.start and m.end <= end]
        asks = asks_of(units, inside or [Mention(start, end, row["text"][start:end])], spoken)
        ask = [*asks["outlet"], *asks["quoted"]][0]
        (part,) = model.read(reading, [ask])
        out.append((*map(float, part.shares), 1.0 if ask.keep else part.said))
    return out


def classified(code: str, judged: Judged) -> Iterator[Figure]:
    """The likeliest part, and the precision of the roles that are sure enough to be told."""
    gold = [(target["label"], target["voice"]) for row, _ in judged for target in row["targets"]]
    read = [one for _, found in judged for one in found]
    found = [PARTS[max(range(4), key=one.__getitem__)] for one in read]
    labels = [label for label, _ in gold]
    sure = [max(one[:4]) for one in read]
    right = [label == part for label, part in zip(labels, found, strict=True)]
    least = load_roles().least
    told = [place for place, part in enumerate(found) if part != "none" and sure[place] >= least[part]]
    roles = [place for place, label in enumerate(labels) if label != "none"]
    voices = [(gold[place][1] == "quoted") == (read[place][4] > 0.5) for place in roles]
    yield Figure(code, "macro_f1", macro_f1(labels, found, PARTS), len(gold))
    yield Figure(code, "accuracy", accuracy(labels, found), len(gold))
    yield Figure(code, "expected_calibration_error", calibration_error(sure, right), len(gold))
    yield Figure(code, "told_precision", mean(float(right[place]) for place in told), len(told))
    yield Figure(code, "told_recall", mean(float(place in told and right[place]) for place in roles), len(roles))
    yield Figure(code, "voice_accuracy", mean(float(one) for one in voices), len(roles))


def agreement(judged: Judged, codes: Sequence[str]) -> Iterator[Figure]:
    """How often translations of a passage give its actors one part, over all pairs of languages."""
    marks: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for row, found in judged:
        for number, one in enumerate(found):
            marks[row["aligned_id"], number][row["lang"]] = max(range(4), key=one.__getitem__)
    pairs = [
        float(one[a] == one[b]) for one in marks.values() for a, b in combinations(codes, 2) if a in one and b in one
    ]
    yield Figure("all pairs", "label_agreement", mean(pairs), len(pairs))
