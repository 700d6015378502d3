"""Fits how subjective a sentence is, from three weak signs and no label of subjectivity.

1. What is listed: a sentence dense with listed expressions against one with none; one with a strong expression, or a
   mild one, against one with none; direct speech against narration. Each gives a direction of the sentence vector.
2. What stands around: within an article, opinion comes in passages. The directions and the counted signs of a sentence
   are weighed by how well they tell whether its neighbours are dense with listed expressions; that never looks at
   the sentence's own.
3. What is felt: NewsMTSC's sentences with a tone toward their target against those with none.

The model is the sum of the last two, each in units of its spread over sentences of news.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from analysis.training.loaded.pool import Sample, stacked
from analysis.types import Vectors

Array = npt.NDArray[Any]

DENSE = 0.1
"""Listed expressions a word from which a sentence is dense with them, if there are two."""
STRENGTH, FEW_STRENGTH = 0.1, 0.05
REACH = 5
"""Neighbours on each side that tell whether a passage is opinion."""
OUTER = 1 / 3
"""Share of sentences with the densest, and of those with the sparsest neighbours, that are learned from."""
FOLDS = 5


def fit(samples: Sequence[Sample], vectors: Vectors) -> tuple[dict[str, Array], dict[str, float]]:
    """The weights of both models, with vectors and of counts alone, and cross-validated figures."""
    counts = stacked(samples)
    ways, bias = directions(samples, vectors)
    read = vectors @ ways + bias
    news = np.array([sample.article >= 0 and sample.own for sample in samples])
    around, polar = neighbours(samples), np.array([sample.polar for sample in samples])
    both, report = _sum(np.concatenate([read, counts], axis=1), news, around, polar)
    alone, without = _sum(counts, news, around, polar)
    width = ways.shape[1]
    weights = {
        "vector": ways @ both[:width],
        "counts": both[width:-1],
        "bias": np.array(both[-1] + bias @ both[:width]),
        "alone": alone[:-1],
        "alone_bias": np.array(alone[-1]),
    }
    return weights, report | {f"{name}_counts_alone": value for name, value in without.items()}


def directions(samples: Sequence[Sample], vectors: Vectors) -> tuple[Array, Array]:
    """Directions of the sentence vector and their biases, in units of their spread over all sentences."""
    total = np.array([len(sample.listed) for sample in samples])
    dense = total / np.maximum(1, np.exp(stacked(samples)[:, 8]))
    none = total == 0
    pairs = [
        ((dense > DENSE) & (total > 1), none),
        (_any(samples, lambda intensity: intensity > 1), none),
        (_any(samples, lambda intensity: intensity == 1), none),
    ]
    fitted = [_classifier(STRENGTH, vectors[yes | no], yes[yes | no]) for yes, no in pairs]
    ways = np.stack([model.coef_[0] for model in fitted], axis=1)
    level, spread = (vectors @ ways).mean(axis=0), (vectors @ ways).std(axis=0)
    return ways / spread, -level / spread


def neighbours(samples: Sequence[Sample]) -> Array:
    """Listed expressions a word in the sentences around, in the same article, the sentence itself left out."""
    listed = np.array([len(sample.listed) for sample in samples], dtype=float)
    length = np.exp(stacked(samples)[:, 8])
    out = np.full(len(samples), np.nan)
    for place, sample in enumerate(samples):
        if sample.article < 0:
            continue
        near = range(max(0, place - REACH), min(len(samples), place + REACH + 1))
        near_ = [other for other in near if other != place and samples[other].article == sample.article]
        if near_:
            out[place] = listed[near_].sum() / length[near_].sum()
    return out


def _sum(features: Array, news: Array, around: Array, polar: Array) -> tuple[Array, dict[str, float]]:
    known = news & ~np.isnan(around)
    low, high = np.quantile(around[known], [OUTER, 1 - OUTER])
    outer = known & ((around <= low) | (around >= high))
    felt = (polar == 0) | (polar == 1)
    level, spread = features[known].mean(axis=0), features[known].std(axis=0) + 1e-9
    total, report = np.zeros(features.shape[1] + 1), {}
    for name, rows, truth in (("passages", outer, around >= high), ("felt", felt, polar == 1)):
        scaled = (features - level) / spread
        report[name] = _crossed(scaled[rows], truth[rows])
        model = _classifier(FEW_STRENGTH, scaled[rows], truth[rows])
        weights = np.append(model.coef_[0] / spread, model.intercept_[0] - model.coef_[0] @ (level / spread))
        given = features[known] @ weights[:-1] + weights[-1]
        weights[-1] -= given.mean()
        total += weights / given.std()
    return total / (features[known] @ total[:-1]).std(), report


def _crossed(features: Array, truth: Array) -> float:
    model = LogisticRegression(C=FEW_STRENGTH, class_weight="balanced", max_iter=1000)
    given = cross_val_predict(model, features, truth, cv=FOLDS, method="decision_function")
    return round(float(roc_auc_score(truth, given)), 3)


def _any(samples: Sequence[Sample], wanted: Callable[[int], bool]) -> Array:
    return np.array([any(wanted(intensity) for intensity in sample.listed) for sample in samples])


def _classifier(strength: float, features: Array, truth: Array) -> LogisticRegression:
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=1000).fit(features, truth)
