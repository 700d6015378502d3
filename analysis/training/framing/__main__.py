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
from analysis.encoders import embed_article, load_encoder
from analysis.framing.frames import FRAMES, MAX_SWAY, MODEL, frame_words, mean_vector, rates
from analysis.framing.patterns import words_of
from analysis.segmentation import segment
from analysis.types import Article, Encoder, Language

Matrix = npt.NDArray[Any]

NAMES_IN_GOLD = {"responsibility": "resolution"}
"""The corpus asks for "resolution", the forward-looking side of attributing responsibility."""
STRENGTH = 0.1
"""Inverse of the ridge penalty; .1, .3, 1 and 3 differ by at most .004 in cross-validated macro F1."""
VECTOR_STRENGTH = 0.003
"""The same for the 192 numbers of a vector; ten times more or less changes cross-validated AUC by at most .01."""
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
    meanings = np.array([meaning_of(encoder, row) for row in articles])
    written: dict[str, Any] = {"encoder": encoder.identity, "scale": scale}
    for place, name in enumerate(FRAMES):
        truth = np.array([row["frames"][NAMES_IN_GOLD.get(name, name)] for row in articles], dtype=int)
        report(name, counted[:, place], meanings, truth)
        for key, value in fit(counted[:, place], meanings, truth).items():
            written.setdefault(key, {})[name] = value
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_text(json.dumps(written, sort_keys=True) + "\n", encoding="utf-8")


def counted_rates(row: dict[str, Any], scale: dict[str, dict[str, float]]) -> tuple[float, ...]:
    """Rates of the frame words of an article, as at run time."""
    words = words_of(row["text"])
    return rates(row["lang"], frame_words(row["lang"], row["text"], words), len(words), scale)


def meaning_of(encoder: Encoder, row: dict[str, Any]) -> Matrix:
    """Mean sentence vector of an article, as at run time."""
    document = segment(Article(outlet="", text=row["text"], language=Language(row["lang"], 1.0)))
    vector = mean_vector(embed_article(encoder, document))
    return encoder.encode([""])[0] if vector is None else vector


def classifier(strength: float) -> LogisticRegression:
    """Classes weigh alike, so that 0.5 is where a frame is as likely present as absent before its prevalence."""
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=1000)


def fit(counted: Matrix, meanings: Matrix, truth: Matrix) -> dict[str, Any]:
    """Weights of one frame, those for the vector in units of the spread of their logits."""
    words = classifier(STRENGTH).fit(counted[:, None], truth)
    centre, width = meanings.mean(axis=0), meanings.std(axis=0)
    vector = classifier(VECTOR_STRENGTH).fit((meanings - centre) / width, truth)
    weights = vector.coef_[0] / width
    bias = vector.intercept_[0] - weights @ centre
    reach = (meanings @ weights + bias).std()
    return {
        "bias": round(float(words.intercept_[0]), 4),
        "weight": round(float(words.coef_[0, 0]), 4),
        "spread": round(float(words.decision_function(counted[:, None]).std()), 4),
        "vector_bias": round(float(bias / reach), 4),
        "vector_weights": [round(float(value / reach), 3) for value in weights],
    }


def predict(fitted: dict[str, Any], counted: Matrix, meanings: Matrix | None) -> Matrix:
    """Logits of one frame, as at run time."""
    logits = fitted["bias"] + fitted["weight"] * counted
    if meanings is None:
        return np.asarray(logits)
    sway = fitted["vector_bias"] + meanings @ np.array(fitted["vector_weights"])
    return np.asarray((logits / fitted["spread"] + np.clip(sway, -MAX_SWAY, MAX_SWAY)) / 2)


def report(name: str, counted: Matrix, meanings: Matrix, truth: Matrix) -> None:
    """Print the cross-validated AUC and F1 of one frame, from its words alone and with the vectors."""
    alone, both = np.zeros(len(truth)), np.zeros(len(truth))
    for train, test in StratifiedKFold(10, shuffle=True, random_state=0).split(meanings, truth):
        fitted = fit(counted[train], meanings[train], truth[train])
        alone[test] = predict(fitted, counted[test], None)
        both[test] = predict(fitted, counted[test], meanings[test])
    for label, found in (("words", alone), ("words+vectors", both)):
        scores = f"auc={roc_auc_score(truth, found):.3f} f1={f1_score(truth, found >= 0):.3f}"
        print(f"{name:15} n={truth.sum():4d} {label:14} {scores}")


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
