"""What a cosine means: curves for "same claim" and "same event", fitted on pairs whose answer is known.

Claims: sentences of Universal NER's PUD sets (news and Wikipedia in English, German and Swedish, kept out of the
training): a sentence and its translation against a sentence and the nearest others of the other language.
Events: articles of ECB+ (which has events of one topic that are not one event) and of the Giveme5W1H news clusters.
"""

from __future__ import annotations

import gzip
import json
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.cleaning import clean
from analysis.encoders import embed_article
from analysis.segmentation import segment
from analysis.types import ArticleInput, Encoder

Matrix = npt.NDArray[np.float32]
PUD = ("en", "de", "sv")
HARD_NEGATIVES = 5
"""Nearest wrong sentences taken for each right one."""
EVENT_SETS = ("ecb_dev", "news_events_dev")
HARD_EVENTS = 10
"""Nearest articles on other events taken for each article, and as many others by chance."""
SEED = 3


def calibrate(encoder: Encoder, names: Path, clusters: Path | None) -> dict[str, dict[str, float | int | str]]:
    """Both curves in the form that is stored beside the model; events only if their sets are given."""
    curves = {
        "claim": _curve(*claim_pairs(encoder, names), "PUD translations (en, de, sv) against the 5 nearest others")
    }
    if clusters is not None:
        curves["event"] = _curve(
            *event_pairs(encoder, clusters),
            "ECB+ and Giveme5W1H news clusters: pairs of one event against the 10 nearest others and 10 by chance",
        )
    return curves


def claim_pairs(encoder: Encoder, folder: Path) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """Cosines and answers for sentences."""
    vectors = {code: encoder.encode(_texts(folder / f"{code}_pud.jsonl.gz")) for code in PUD}
    cosines: list[Matrix] = []
    answers: list[npt.NDArray[np.bool_]] = []
    for a, b in combinations(PUD, 2):
        for table in (vectors[a] @ vectors[b].T, vectors[b] @ vectors[a].T):
            right = np.diagonal(table).copy()
            np.fill_diagonal(table, -1.0)
            wrong = -np.sort(-table, axis=1)[:, :HARD_NEGATIVES].ravel()
            cosines += [right, wrong]
            answers += [np.ones(len(right), dtype=bool), np.zeros(len(wrong), dtype=bool)]
    return np.concatenate(cosines), np.concatenate(answers)


def event_pairs(encoder: Encoder, folder: Path) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """Cosines and answers for articles."""
    cosines: list[Matrix] = []
    answers: list[npt.NDArray[np.bool_]] = []
    for name in EVENT_SETS:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        vectors = np.stack([article(encoder, row) for row in rows])
        stories = np.asarray([str(row["story"]) for row in rows])
        table = vectors @ vectors.T
        same = stories[:, None] == stories[None, :]
        upper = np.triu(np.ones_like(same), 1)
        right = table[same & upper]
        wrong = -np.sort(-np.where(same, -1.0, table), axis=1)[:, :HARD_EVENTS].ravel()
        chance = np.random.default_rng(SEED).choice(table[~same], len(wrong), replace=False)
        cosines += [right, wrong.astype(np.float32), chance]
        answers += [np.ones(len(right), dtype=bool), np.zeros(len(wrong) + len(chance), dtype=bool)]
    return np.concatenate(cosines), np.concatenate(answers)


def article(encoder: Encoder, row: dict[str, str]) -> Matrix:
    """The article vector of a row of a cluster set."""
    source = ArticleInput(outlet="unknown", text=row["text"], headline=row.get("headline"), language=row.get("lang"))
    return embed_article(encoder, segment(clean(source))).article


def _curve(cosines: Matrix, answers: npt.NDArray[np.bool_], source: str) -> dict[str, float | int | str]:
    slope, offset = logistic(cosines, answers)
    return {"slope": round(slope, 3), "offset": round(offset, 3), "n": len(cosines), "source": source}


def logistic(cosines: Matrix, answers: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset of a logistic regression in which both answers weigh alike (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e4, class_weight="balanced").fit(cosines.reshape(-1, 1), answers)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _texts(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
