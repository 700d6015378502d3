"""Fits the model of loaded language to sentences annotated for this project.

``annotations.tsv`` names news sentences of the pool by a hash of their text, never the text: how far the writer's own
stance shows, from 0 (a report) over 1 (a coloured word), 2 (opinion or loaded wording) to 3 (strongly so), and the
numbers of the words that carry it. One annotator, English news; the lists and the word vectors carry it to the other
languages. Sentences that only quote were left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import KFold, cross_val_predict

from analysis.actors import find_actors
from analysis.framing.candidates import (
    FEATURES,
    KNOWN,
    Candidate,
    content_words,
    described,
    lexicon,
    listed,
    matches_of,
    names_of,
    unlisted,
)
from analysis.framing.patterns import Word, words_of
from analysis.framing.subjectivity import Reading, best_readings, describe
from analysis.framing.voice import Stretches, join, quoted_stretches
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.training.loaded.pool import Sample
from analysis.types import Article, Document, Language, Vectors

Array = npt.NDArray[Any]

ANNOTATIONS = Path(__file__).with_name("annotations.tsv")
NONE = "-"
SHOWN = 2
"""A sentence annotated with at least this counts as subjective."""
STRENGTH, WORD_STRENGTH = 0.01, 0.03
VECTOR_SCALE, WORD_SCALE = 8.0, 4.0
"""Puts the numbers of a vector on a scale with the standardised counts."""
FOLDS = 10
Readings = Mapping[str, Reading]
Read = Callable[[str, Sequence[str]], Readings]


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated sentence as the analysis sees it, with which of its words are marked."""

    sample: Sample
    level: int
    document: Document
    words: list[Word]
    found: list[Candidate]
    counts: Vectors
    best: Vectors
    readings: Readings
    marked: frozenset[int]

    def truth(self) -> list[bool]:
        """Of each candidate, whether one of its words is marked."""
        return [any(each.start <= start < each.end for start in self.marked) for each in self.found]


def key(text: str) -> str:
    """What a sentence is named by."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def examples(samples: Sequence[Sample], read: Read, path: Path = ANNOTATIONS) -> list[Example]:
    """The annotated sentences of the pool, each once."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    notes = {name: (int(level), marks.replace(NONE, "").split()) for name, level, marks in rows}
    found = []
    for sample in samples:
        note = notes.pop(key(sample.text), None)
        if note is not None:
            found.append(_example(sample, note[0], [int(number) for number in note[1]], read))
    return found


def _example(sample: Sample, level: int, marks: Sequence[int], read: Read) -> Example:
    text, code = " ".join(sample.text.split()), sample.language
    document = segment(Article("training", text, Language(code, 1.0)))
    actors, words = find_actors(document), words_of(text)
    quoted, names = quoted_stretches(find_quotes(document, actors)), names_of(actors)
    matches, content = matches_of(document, words), content_words(code, words, join(names))
    readings = read(code, sorted({word.lower for word in words}))
    signs = [(match.start, lexicon(code).intensities[match.entry]) for match in matches]
    counts = describe(document, words, signs, [start for start, _ in names])
    free = [word for word in content if not quoted.holds(word.start)]
    found = list(listed(document, words, matches, quoted))
    found += unlisted(document, content, _spans(matches), quoted, readings)
    best = best_readings(document, free, readings)
    marked = frozenset(words[number].start for number in marks)
    return Example(sample, level, document, words, found, counts[0], best[0], readings, marked)


def _spans(matches: Sequence[Any]) -> Stretches:
    return join((match.start, match.end) for match in matches)


def fit_sentences(
    found: tuple[Vectors, Vectors], shown: Sequence[int], weak: Array, news: tuple[Vectors, Vectors]
) -> tuple[Array, Array, float]:
    """The sum of the weak model and of one of the annotation, each in units of its spread over news.

    ``found`` and ``news`` are signs and vectors of the annotated sentences and of sentences of news; weights are in
    that order, the bias last. Also given: the value of each annotated sentence by a model that never saw it, and the
    area under the curve of these.
    """
    truth, features, plain = np.array(shown) >= SHOWN, np.concatenate(found, axis=1), found[0].shape[1]
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    middle[plain:], spread[plain:] = 0.0, 1.0 / VECTOR_SCALE
    scaled = (features - middle) / spread
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    given = cross_val_predict(model, scaled, truth, cv=_folds(), method="decision_function")
    taught = model.fit(scaled, truth).coef_[0] / spread
    taught = np.append(taught, model.intercept_[0] - taught @ middle)
    around = np.concatenate(news, axis=1)
    unit = _read(around, taught).std()
    total = taught / unit + weak
    level, width = _read(around, total).mean(), _read(around, total).std()
    total[-1] -= level
    given = (given / unit + _read(features, weak) - level) / width
    return total / width, given, round(float(roc_auc_score(truth, given)), 3)


def _read(features: Vectors, weights: Array) -> Array:
    return np.asarray(features @ weights[:-1] + weights[-1])


def fit_expressions(
    found: Sequence[Example], levels: Array, vectors: Mapping[str, Vectors]
) -> tuple[dict[str, Array], float]:
    """Weights of an expression's features and of its word vectors, and average precision in cross-validation."""
    rows, truth, groups = _rows(found, levels)
    rows = rows[:, :-1]
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    words = np.stack(
        [np.mean([vectors[form] for form in each.words], axis=0) for example in found for each in example.found]
    )
    scaled = np.concatenate([(rows - middle) / spread, words * WORD_SCALE], axis=1)
    model, given = _fitted(scaled, truth, groups)
    weights = model.coef_[0][: rows.shape[1]] / spread
    fitted = {
        "choice": np.append(weights, 1.0),
        "choice_bias": np.array(model.intercept_[0] - weights @ middle),
        "telling": model.coef_[0][rows.shape[1] :] * WORD_SCALE,
    }
    return fitted, round(float(average_precision_score(truth, given)), 3)


def fit_listed(found: Sequence[Example], levels: Array) -> tuple[dict[str, Array], float]:
    """Weights of what is known of a listed expression without an encoder, and average precision."""
    rows, truth, groups = _rows(found, levels)
    kept = rows[:, :3].any(axis=1)
    rows, truth, groups = rows[kept, :KNOWN], truth[kept], groups[kept]
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model, given = _fitted((rows - middle) / spread, truth, groups)
    weights = np.zeros(len(FEATURES))
    weights[:KNOWN] = model.coef_[0] / spread
    bias = model.intercept_[0] - weights[:KNOWN] @ middle
    fitted = {"choice_alone": weights, "choice_alone_bias": np.array(bias)}
    return fitted, round(float(average_precision_score(truth, given)), 3)


def _rows(found: Sequence[Example], levels: Array) -> tuple[Vectors, Array, Array]:
    rows, truth, groups = [], [], []
    for number, (example, level) in enumerate(zip(found, levels, strict=True)):
        around = np.full(len(example.document.sentences), level)
        rows.append(described(example.document, example.words, example.found, around, example.readings))
        truth += example.truth()
        groups += [number % FOLDS] * len(example.found)
    return np.concatenate(rows), np.array(truth), np.array(groups)


def _fitted(features: Vectors, truth: Array, groups: Array) -> tuple[LogisticRegression, Array]:
    model = LogisticRegression(C=WORD_STRENGTH, max_iter=1000)
    given = np.empty(len(truth))
    for fold in np.unique(groups):
        out = groups == fold
        given[out] = model.fit(features[~out], truth[~out]).decision_function(features[out])
    return model.fit(features, truth), given


def _folds() -> KFold:
    return KFold(FOLDS, shuffle=True, random_state=0)
