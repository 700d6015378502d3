"""Fits which category a loaded word belongs to: ``python -m analysis.training.loaded``, read off the lists alone."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score

from analysis.encoders import load_encoder
from analysis.framing.lexicon import CATEGORIES, MODEL
from analysis.framing.patterns import fold
from analysis.resources import languages, rows

STRENGTH = 30.0
"""Inverse strength of the regulariser, on vectors of length 1."""


def listed() -> tuple[list[str], list[str], npt.NDArray[np.int64]]:
    """The single words of the lists: their languages, the folded words, the numbers of their categories."""
    found = [
        (code, word, CATEGORIES.index(row[1]))
        for code in languages()
        for row in rows(code, "loaded")
        if (word := fold(row[0].rstrip("=*"))).isalpha()
    ]
    return [code for code, _, _ in found], [word for _, word, _ in found], np.array([label for _, _, label in found])


def fitted(vectors: npt.NDArray[Any], labels: npt.NDArray[Any]) -> LogisticRegression:
    """A multinomial logistic regression of the categories, all equally weighty."""
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500).fit(vectors, labels)


def left_out(codes: list[str], vectors: npt.NDArray[Any], labels: npt.NDArray[Any]) -> dict[str, float]:
    """Balanced accuracy in each language of a model that never saw that language; guessing gets .25."""
    report, own = {}, np.array(codes)
    for code in languages():
        model = fitted(vectors[own != code], labels[own != code])
        report[code] = round(
            float(balanced_accuracy_score(labels[own == code], model.predict(vectors[own == code]))), 3
        )
    return report


def main() -> None:
    """Fit, print figures, write the model."""
    encoder = load_encoder()
    codes, words, labels = listed()
    vectors = encoder.encode(words)
    model = fitted(vectors, labels)
    card = {
        "name": "parallax-loaded",
        "encoder": encoder.identity,
        "words": len(words),
        "balanced_accuracy_on_a_language_left_out": left_out(codes, vectors, labels),
    }
    MODEL.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        MODEL / "loaded.npz", weight=model.coef_.T.astype(np.float16), bias=model.intercept_.astype(np.float16)
    )
    (MODEL / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
