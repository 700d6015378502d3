"""Fits how alike two articles are, and gathers what vectors of sentences have in common.

    python -m analysis.training.likeness CLUSTERS NAMES

CLUSTERS holds ``ecb_dev.jsonl`` (ECB+, CC BY 3.0) and ``news_events_dev.jsonl`` (Giveme5W1H, Apache-2.0), as for
``analysis/training/events.py``; NAMES the sentences of ``BACKGROUND_SETS``. Prints how well graded likeness is told of
topics and of a set left out, and writes ``analysis/data/models/likeness``: a mean and a matrix of vectors, and weights;
no text. Takes some minutes on one core.

What readers find alike has grades, and the odds of one event do not: fitted to tell one event, nearly all the weight
lies on pairs that nobody would mistake. Here each grade counts the same, however many pairs it has.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.encoders import load_encoder
from analysis.evidence.alike import (
    BACKGROUND,
    CENTRED,
    FOLDER,
    MEASURES,
    RAW,
    WEIGHTS,
    background,
    measured,
    tell,
)
from analysis.training.events import SETS, analysed_of, read
from analysis.types import Analysed

BACKGROUND_SETS = {
    "da": ("da_ddt",),
    "de": ("de_germeval", "de_pud"),
    "en": ("en_ewt", "en_pud", "en_wikigold"),
    "fr": ("fr_winer",),
    "nb": ("nb_norne",),
    "nn": ("nn_norne",),
    "ro": ("ro_ronec1",),
    "sv": ("sv_webbnyheter", "sv_talbanken", "sv_pud"),
}
"""Sentences of news and other prose in each language, without those of forums, forms and old newspapers."""
SENTENCES, LEAST_WORDS = 3000, 8
"""Sentences of a language that are read, drawn at random, and how long they are at least."""
SEED = 0
GRADED = "ecb_dev"
RELATED = 1.0 / 3.0
"""How alike two articles are on one topic but not on one event; those of one event are wholly alike, others not at all.
Only this set groups its stories by topic."""
REGULARISATION = 1.0
"""Inverse strength of the ridge."""
SAY = 300.0
"""What a set says, in pairs: each grade of it has an equal share."""
FOLDS = 4

Matrix = npt.NDArray[np.float64]


def gather(folder: Path) -> None:
    """Write the mean vector of each language and the matrix that makes all directions vary alike."""
    encoder = load_encoder()
    means, spread = [], []
    for _, names in sorted(BACKGROUND_SETS.items()):
        texts = sorted({text for name in names for text in sentences(folder / f"{name}.jsonl.gz")})
        random.Random(SEED).shuffle(texts)
        vectors = encoder.encode(texts[:SENTENCES]).astype(np.float64)
        means.append(vectors.mean(axis=0))
        spread.append(np.cov(vectors.T))
    sizes, directions = np.linalg.eigh(np.mean(spread, axis=0))
    levelling = directions @ np.diag(sizes**-0.5) @ directions.T
    FOLDER.mkdir(parents=True, exist_ok=True)
    np.savez(
        BACKGROUND,
        encoder=np.array(encoder.identity),
        languages=np.array(sorted(BACKGROUND_SETS)),
        means=np.array(means, dtype=np.float32),
        levelling=levelling.astype(np.float32),
    )
    background.cache_clear()


def sentences(path: Path) -> list[str]:
    """The sentences of a file that are long enough."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [text for text in texts if len(text.split()) >= LEAST_WORDS]


def pairs_of(items: Sequence[Analysed]) -> dict[str, Matrix]:
    """By kind of vector, one row a pair of articles, one column a measure."""
    tellings = [tell(item) for item in items]
    found = np.array([measured(a, b) for a, b in combinations(tellings, 2)])
    plain = found.copy()
    plain[:, 0] = [float(np.dot(a.embedding.article, b.embedding.article)) for a, b in combinations(items, 2)]
    return {CENTRED: found, RAW: plain}


def grades(rows: Sequence[dict[str, Any]]) -> Matrix:
    """For each pair, how alike: 1 of one story, ``RELATED`` of one topic where that is known, 0 of neither."""
    return np.array(
        [
            1.0
            if a["story"] == b["story"]
            else RELATED * (a.get("topic") is not None and a.get("topic") == b.get("topic"))
            for a, b in combinations(rows, 2)
        ]
    )


def shares(alike: Matrix) -> Matrix:
    """What each pair counts, one in all: each grade the same."""
    _, grade, sizes = np.unique(alike, return_inverse=True, return_counts=True)
    return np.asarray(1.0 / (len(sizes) * sizes[grade]))


def fit(sets: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    """A constant and a weight for each measure, none under 0: cross-entropy with the grades, with a ridge."""
    from scipy.optimize import minimize

    pairs, alike = np.vstack([pairs for pairs, _ in sets]), np.concatenate([alike for _, alike in sets])
    count = SAY * np.concatenate([shares(alike) for _, alike in sets])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = pairs @ weights[1:] + weights[0]
        value = count @ (np.logaddexp(0.0, odds) - alike * odds) + weights[1:] @ weights[1:] / (2 * REGULARISATION)
        error = count * (1.0 / (1.0 + np.exp(-odds)) - alike)
        return float(value), np.concatenate([[error.sum()], pairs.T @ error + weights[1:] / REGULARISATION])

    bounds = [(None, None), *[(0.0, None)] * pairs.shape[1]]
    found = minimize(loss, np.zeros(pairs.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return np.asarray(found)


def agreement(weights: Matrix, pairs: Matrix, alike: Matrix) -> float:
    """Pearson correlation of what is told with the grades, each grade counting the same."""
    told = 1.0 / (1.0 + np.exp(-(pairs @ weights[1:] + weights[0])))
    count = shares(alike)
    one, other = told - count @ told, alike - count @ alike
    return float(count @ (one * other) / np.sqrt((count @ one**2) * (count @ other**2)))


def report(rows: dict[str, list[dict[str, Any]]], pairs: dict[str, Matrix], alike: dict[str, Matrix]) -> None:
    """Print the agreement on topics left out of the graded set, and on the other set with nothing of it learnt."""
    (other,) = (name for name in SETS if name != GRADED)
    topics = sorted({row["topic"] for row in rows[GRADED]})
    random.Random(SEED).shuffle(topics)
    found = []
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        inside = np.array([(a["topic"] in held) + (b["topic"] in held) for a, b in combinations(rows[GRADED], 2)])
        learnt = [(pairs[GRADED][inside == 0], alike[GRADED][inside == 0]), (pairs[other], alike[other])]
        found.append(agreement(fit(learnt), pairs[GRADED][inside == 2], alike[GRADED][inside == 2]))
    alone = fit([(pairs[GRADED], alike[GRADED])])
    print(
        f"{GRADED}, topics left out: {np.mean(found):.3f}; {other}: {agreement(alone, pairs[other], alike[other]):.3f}"
    )


def main() -> None:
    """Gather the background, fit both kinds of vectors to both sets together and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("names", type=Path)
    options = parser.parse_args()
    gather(options.names)
    rows = {name: read(options.clusters, name) for name in SETS}
    pairs = {name: pairs_of(analysed_of(rows[name])) for name in SETS}
    write(rows, pairs)


def write(rows: dict[str, list[dict[str, Any]]], pairs: dict[str, dict[str, Matrix]]) -> None:
    """Fit and store the weights with where they come from."""
    alike = {name: grades(rows[name]) for name in SETS}
    weights = {}
    for kind in (CENTRED, RAW):
        seen = {name: pairs[name][kind] for name in SETS}
        report(rows, seen, alike)
        found = fit([(seen[name], alike[name]) for name in SETS])
        weights[kind] = dict(zip(("constant", *MEASURES), (round(one, 3) for one in found.tolist()), strict=True))
    source = "cross-entropy with grades by analysis/training/likeness.py on ECB+ (CC BY 3.0), Giveme5W1H (Apache-2.0)"
    WEIGHTS.write_text(json.dumps({"source": source, "weights": weights}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
