"""Fits how loaded a word is: a small network over its vector, from the lists of all languages."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.neural_network import MLPClassifier

from analysis.framing.candidates import lexicon
from analysis.framing.patterns import fold, words_of
from analysis.framing.subjectivity import CATEGORIES, word_features
from analysis.resources import languages, rows
from analysis.training.loaded.pool import Sample
from analysis.types import Encoder, Vectors

HIDDEN, EPOCHS, RATE, BATCH, DECAY, SEEDS = 64, 12, 2e-3, 256, 1e-3, (0, 1)
SEEN = 2
"""A word seen less often in the pool is not learned from."""
SHORTEST = 3
FREQUENT = 3
"""What a place among the commonest words counts in the pool."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word of a language and its class: 0 for no loaded word, else 1 + the place of its category."""

    code: str
    word: str
    label: int


def forms(samples: Iterable[Sample]) -> list[Form]:
    """Single words of the lists, and words of the pool and of the frequency lists that are in none."""
    seen: dict[str, Counter[str]] = {code: Counter() for code in languages()}
    for sample in samples:
        seen[sample.language].update(sample.plain)
    found = []
    for code in languages():
        listed = {fold(row[0].rstrip("=*")): 1 + CATEGORIES.index(row[1]) for row in rows(code, "loaded")}
        for row in rows(code, "frequencies"):
            seen[code][fold(row[0])] += FREQUENT
        labels = {word: label for word, label in listed.items() if word.isalpha()}
        for word, times in sorted(seen[code].items()):
            if times >= SEEN and word.isalpha() and len(word) >= SHORTEST and word not in labels:
                labels[word] = _listed_as(code, word)
        found += [Form(code, word, label) for word, label in sorted(labels.items())]
    return found


def _listed_as(code: str, word: str) -> int:
    known = lexicon(code)
    match = next(known.patterns.find(words_of(word), word), None)
    if match is None or not known.intensities[match.entry]:
        return 0
    return 1 + CATEGORIES.index(known.categories[match.entry])


def fit(vectors: Vectors, labels: npt.NDArray[Any]) -> dict[str, Vectors]:
    """One network, of the fits of all seeds side by side: the mean of their scores."""
    nets = [_fitted(vectors, labels, seed) for seed in SEEDS]
    return {
        "hidden": np.concatenate([net.coefs_[0] for net in nets], axis=1),
        "hidden_bias": np.concatenate([net.intercepts_[0] for net in nets]),
        "out": np.concatenate([net.coefs_[1] for net in nets]) / len(nets),
        "out_bias": np.asarray(sum(net.intercepts_[1] for net in nets) / len(nets)),
    }


def check(found: Sequence[Form], vectors: Vectors) -> dict[str, dict[str, float]]:
    """How well listed words of a language are told from others by a network that never saw that language."""
    report = {}
    codes, labels = np.array([form.code for form in found]), np.array([form.label for form in found])
    for code in languages():
        out = codes == code
        net = _fitted(vectors[~out], labels[~out], SEEDS[0])
        given = 1.0 - net.predict_proba(vectors[out])[:, 0]
        truth = labels[out] > 0
        report[code] = {
            "auc": round(float(roc_auc_score(truth, given)), 3),
            "average_precision": round(float(average_precision_score(truth, given)), 3),
        }
    return report


def encoded(found: Sequence[Form], encoder: Encoder) -> Vectors:
    """What the network reads of the words, in order."""
    vectors = encoder.encode([form.word for form in found])
    out = np.empty((len(found), vectors.shape[1] + 1), dtype=np.float32)
    for code in languages():
        rows_ = np.array([place for place, form in enumerate(found) if form.code == code])
        out[rows_] = word_features(code, [found[place].word for place in rows_], vectors[rows_])
    return out


def _fitted(vectors: Vectors, labels: npt.NDArray[Any], seed: int) -> MLPClassifier:
    net = MLPClassifier(
        (HIDDEN,), alpha=DECAY, batch_size=BATCH, learning_rate_init=RATE, max_iter=EPOCHS, random_state=seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return net.fit(vectors, labels)
