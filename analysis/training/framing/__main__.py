"""Fits the frame weights: ``python -m analysis.training.framing GOLD.jsonl PARALLEL.jsonl.xz…``.

GOLD has one article a row with its frames (the Narrative Frames Corpus); PARALLEL are rows of one text in several
languages. From these come, for each language and frame, how much rarer or commoner the words of the frame are than
in the English of the same rows, so that the same story gets the same rates in each language.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from analysis import resources
from analysis.actors import find_actors
from analysis.encoders import embed_article, load_encoder
from analysis.errors import DataError
from analysis.framing.frames import FRAMES, MAX_SWAY, MODEL, frame_words, mean_state, mean_vector, rates
from analysis.framing.patterns import words_of
from analysis.reader import identity, load_reader
from analysis.segmentation import segment
from analysis.types import Article, Encoder, Language

Matrix = npt.NDArray[Any]
Views = tuple[Matrix, Matrix, Matrix]
"""Of each article the rate of a frame's words, the mean vector and the mean state."""

NAMES_IN_GOLD = {"responsibility": "resolution"}
"""The corpus asks for "resolution", the forward-looking side of attributing responsibility."""
STRENGTH = 0.1
"""Inverse of the ridge penalty; .1, .3, 1 and 3 differ by at most .004 in cross-validated macro F1."""
VECTOR_STRENGTH = 0.003
"""The same for the 192 numbers of a vector and the 384 of a state; ten times more or less changes cross-validated AUC
by at most .01."""
PRIOR_HITS = 50.0
"""The ratio of a language is drawn toward 1 as by this many further words found on both sides."""
MIN_PARALLEL_WORDS = 4
LEAST_SCALE, MOST_SCALE = 0.67, 1.5
"""Everyday sentences stand in for news here, so a ratio is trusted only this far."""


def main(gold: str, *parallel: str) -> None:
    """Fit, print cross-validated scores, write the weights."""
    encoder = load_encoder()
    scale = language_scale(parallel)
    articles = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines()]
    counted = np.array([counted_rates(row, scale) for row in articles])
    seen = [seen_of(encoder, row) for row in articles]
    meanings, states = np.array([meaning for meaning, _ in seen]), np.array([state for _, state in seen])
    written: dict[str, Any] = {"encoder": encoder.identity, "reader": identity(), "scale": scale}
    for place, name in enumerate(FRAMES):
        truth = np.array([row["frames"][NAMES_IN_GOLD.get(name, name)] for row in articles], dtype=int)
        report(name, (counted[:, place], meanings, states), truth)
        for key, value in fit((counted[:, place], meanings, states), truth).items():
            written.setdefault(key, {})[name] = value
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_text(json.dumps(written, sort_keys=True) + "\n", encoding="utf-8")


def counted_rates(row: dict[str, Any], scale: dict[str, dict[str, float]]) -> tuple[float, ...]:
    """Rates of the frame words of an article, as at run time."""
    words = words_of(row["text"])
    return rates(row["lang"], frame_words(row["lang"], row["text"], words), len(words), scale)


def seen_of(encoder: Encoder, row: dict[str, Any]) -> tuple[Matrix, Matrix]:
    """Mean sentence vector and mean state of an article, as at run time."""
    document = segment(Article(outlet="", text=row["text"], language=Language(row["lang"], 1.0)))
    vector = mean_vector(embed_article(encoder, document))
    reading = load_reader().read(document.text, document.sentences, find_actors(document))
    state = mean_state(document, reading)
    if vector is None or state is None:
        raise DataError(f"an article of the corpus has no sentences: {row['id']}")
    return vector, state


def classifier(strength: float) -> LogisticRegression:
    """Classes weigh alike, so that 0.5 is where a frame is as likely present as absent before its prevalence."""
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=1000)


def fit(views: Views, truth: Matrix) -> dict[str, Any]:
    """Weights of one frame, those for vector and state in units of the spread of their logits."""
    counted, meanings, states = views
    words = classifier(STRENGTH).fit(counted[:, None], truth)
    vector, vector_bias = linear(meanings, truth)
    state, state_bias = linear(states, truth)
    return {
        "bias": round(float(words.intercept_[0]), 4),
        "weight": round(float(words.coef_[0, 0]), 4),
        "spread": round(float(words.decision_function(counted[:, None]).std()), 4),
        "vector_bias": vector_bias,
        "vector_weights": vector,
        "state_bias": state_bias,
        "state_weights": state,
    }


def linear(rows: Matrix, truth: Matrix) -> tuple[list[float], float]:
    """Weights and constant of a logistic model over columns of equal spread, in units of the spread of its logits."""
    centre, width = rows.mean(axis=0), rows.std(axis=0)
    found = classifier(VECTOR_STRENGTH).fit((rows - centre) / width, truth)
    weights = found.coef_[0] / width
    bias = found.intercept_[0] - weights @ centre
    reach = (rows @ weights + bias).std()
    return [round(float(value / reach), 3) for value in weights], round(float(bias / reach), 4)


def predict(fitted: dict[str, Any], views: Views, *, alone: bool) -> Matrix:
    """Logits of one frame, as at run time; ``alone`` from its words alone."""
    counted, meanings, states = views
    logits = fitted["bias"] + fitted["weight"] * counted
    if alone:
        return np.asarray(logits)
    sways = [
        np.clip(fitted[f"{view}_bias"] + rows @ np.array(fitted[f"{view}_weights"]), -MAX_SWAY, MAX_SWAY)
        for view, rows in (("vector", meanings), ("state", states))
    ]
    return np.asarray((logits / fitted["spread"] + sum(sways)) / (1 + len(sways)))


def report(name: str, views: Views, truth: Matrix) -> None:
    """Print the cross-validated AUC and F1 of one frame, from its words alone and with vectors and states."""
    alone, all_three = np.zeros(len(truth)), np.zeros(len(truth))
    for train, test in StratifiedKFold(10, shuffle=True, random_state=0).split(views[1], truth):
        fitted = fit(chosen(views, train), truth[train])
        alone[test] = predict(fitted, chosen(views, test), alone=True)
        all_three[test] = predict(fitted, chosen(views, test), alone=False)
    for label, found in (("words", alone), ("all", all_three)):
        scores = f"auc={roc_auc_score(truth, found):.3f} f1={f1_score(truth, found >= 0):.3f}"
        print(f"{name:15} n={truth.sum():4d} {label:14} {scores}")


def chosen(views: Views, rows: Matrix) -> Views:
    """Some of the articles."""
    counted, meanings, states = views
    return counted[rows], meanings[rows], states[rows]


def language_scale(paths: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each language and frame: words found in English over words found in the language, on parallel rows."""
    counts = {code: np.zeros((2, len(FRAMES))) for code in resources.languages()}
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if len(row.get("en", "").split()) >= MIN_PARALLEL_WORDS:
                    english = shares("en", row["en"])
                    for code in counts.keys() & row.keys():
                        counts[code] += np.stack([english, shares(code, row[code])])
    return {
        code: {name: round(float(ratio), 3) for name, ratio in zip(FRAMES, bounded(en, own), strict=True)}
        for code, (en, own) in sorted(counts.items())
    }


def bounded(english: Matrix, own: Matrix) -> Matrix:
    """Ratio of counts, drawn toward 1 where there are few, within its limits."""
    return np.clip((english + PRIOR_HITS) / (own + PRIOR_HITS), LEAST_SCALE, MOST_SCALE)


def shares(code: str, text: str) -> Matrix:
    """Frame words over all words, times ten: about the number found, alike for wordy and terse languages."""
    words = words_of(text)
    hits = frame_words(code, text, words)
    return np.array([10.0 * len(hits[name]) / max(1, len(words)) for name in FRAMES])


if __name__ == "__main__":
    main(*sys.argv[1:])
