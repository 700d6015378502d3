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

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from analysis import resources
from analysis.framing.frames import FRAMES, MODEL, frame_words, rates

NAMES_IN_GOLD = {"responsibility": "resolution"}
"""The corpus asks for "resolution", the forward-looking side of attributing responsibility."""
STRENGTH = 0.1
"""Inverse of the ridge penalty; .1, .3, 1 and 3 differ by at most .004 in cross-validated macro F1."""
PRIOR_HITS = 50.0
"""The ratio of a language is drawn toward 1 as by this many further words found on both sides."""
MIN_PARALLEL_WORDS = 4
LEAST_SCALE, MOST_SCALE = 0.67, 1.5
"""Everyday sentences stand in for news here, so a ratio is trusted only this far."""


def main(gold: str, *parallel: str) -> None:
    """Fit, print cross-validated scores, write the weights."""
    scale = language_scale(parallel)
    articles = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines()]
    features = np.array([rates(row["lang"], *frame_words(row["lang"], row["text"])) for row in articles])
    bias, weights = {}, {}
    for place, name in enumerate(FRAMES):
        truth = np.array([row["frames"][NAMES_IN_GOLD.get(name, name)] for row in articles], dtype=int)
        own = features[:, [place]]
        report(name, own, truth)
        fitted = classifier().fit(own, truth)
        bias[name] = round(float(fitted.intercept_[0]), 4)
        weights[name] = [round(float(fitted.coef_[0, 0]), 4) if other == name else 0.0 for other in FRAMES]
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    written = {"bias": bias, "weights": weights, "scale": scale}
    MODEL.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def classifier() -> LogisticRegression:
    """Classes weigh alike, so that 0.5 is where a frame is as likely present as absent before its prevalence."""
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)


def report(name: str, features: np.ndarray, truth: np.ndarray) -> None:
    """Print the cross-validated AUC and F1 of one frame."""
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    found = cross_val_predict(classifier(), features, truth, cv=folds, method="predict_proba")[:, 1]
    print(f"{name:15} n={truth.sum():4d} auc={roc_auc_score(truth, found):.3f} f1={f1_score(truth, found >= 0.5):.3f}")


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


def bounded(english: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Ratio of counts, drawn toward 1 where there are few, within its limits."""
    return np.clip((english + PRIOR_HITS) / (own + PRIOR_HITS), LEAST_SCALE, MOST_SCALE)


def shares(code: str, text: str) -> np.ndarray:
    """Frame words over all words, times ten: about the number found, alike for wordy and terse languages."""
    hits, words = frame_words(code, text)
    return np.array([10.0 * len(hits[name]) / max(1, words) for name in FRAMES])


if __name__ == "__main__":
    main(*sys.argv[1:])
