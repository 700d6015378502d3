"""Fits the weights with which two articles are told to tell one event.

    python -m analysis.training.events FOLDER

FOLDER holds ``ecb_dev.jsonl`` (ECB+, CC BY 3.0) and ``news_events_dev.jsonl`` (Giveme5W1H, Apache-2.0): one article a
line with ``text``, ``lang``, ``outlet``, ``story`` and perhaps ``headline``, ``published_at`` and ``topic``. Only
weights are kept. Prints how well stories form online, by cross-validation over stories, and writes
``analysis/data/models/events/events.json``. Takes two minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.evidence.events import EventEvidence, event_evidence, pair_evidence
from analysis.evidence.odds import FILE, elapsed
from analysis.evidence.terms import STEM, fold
from analysis.types import Analysed

SETS = ("ecb_dev", "news_events_dev")
FEATURES = ("vectors", "names", "terms", "lead", "numbers", "days")
PROPER = re.compile(r"(?<=[\w,;:] )[A-Z][^\W\d_]+|\d+")
"""Words that would stay what they are in a translation: names (capitals inside a sentence) and numbers."""
CASES = {
    "same_language": (("vectors", "names", "terms", "lead", "numbers"),),
    "same_language_without_vectors": (("names", "terms", "lead", "numbers"),),
    "cross_language": (("vectors", "numbers"), ("names", "numbers"), ("terms", "numbers")),
    "cross_language_without_vectors": (("names", "numbers"), ("terms", "numbers")),
}
"""What each case may look at. There is no grouped news in several languages to fit to: across languages the same pairs
are read as if they were translated, with only those words agreeing that would stay what they are. Vectors, names and
such words each can fail there in ways that these pairs cannot show, so no fit may rely on one of them: fits with one of
them each are averaged."""
TIME = {"same_language": -0.2, "cross_language": -1.0}
"""Weight of the time between publications, set and not fitted: one set has no dates, and many of the other's are the
days of crawling. Across languages, where words tell little, time has to tell more."""
LINK = {"same_language": -1.4, "cross_language": 2.5}
"""Log-odds from which articles are told to tell one event.
Within a language: of -2.75 to 0.25, where both sets together form best with few different events put together. Across
languages there is nothing to try it on: reports on one topic share all names there, so odds of 12 to 1 are asked."""
REGULARISATION = 10.0
"""Inverse strength of the ridge; 1 to 100 give the same ranking."""

Matrix = npt.NDArray[np.float64]


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The articles of a set."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def analysed_of(rows: Sequence[dict[str, Any]]) -> list[Analysed]:
    """Each article as the service sees it."""
    from analysis.encoders import load_encoder
    from analysis.pipeline import analyse
    from analysis.types import ArticleInput

    encoder = load_encoder()
    found = []
    for row in rows:
        source = ArticleInput(
            outlet=row["outlet"],
            text=row["text"],
            headline=row.get("headline"),
            published_at=row.get("published_at"),
            language=row["lang"],
        )
        found.append(analyse(source, encoder))
    return found


def evidence_of(rows: Sequence[dict[str, Any]]) -> list[EventEvidence]:
    """Evidence of each article."""
    return [event_evidence(one) for one in analysed_of(rows)]


def features(evidence: Sequence[EventEvidence]) -> Matrix:
    """One row a pair of articles, one column a feature; days that are not known count as none."""
    pairs = (pair_evidence(a, b) for a, b in combinations(evidence, 2))
    return np.array(
        [
            (p.vectors or 0.0, p.names, p.terms, p.lead, p.numbers, 0.0 if p.days is None else elapsed(p.days))
            for p in pairs
        ]
    )


def as_translated(pairs: Matrix, rows: Sequence[dict[str, Any]], evidence: Sequence[EventEvidence]) -> Matrix:
    """The pairs as they would be if one article stood in another language: only names and numbers agree."""
    staying = [{fold(word)[:STEM] for word in PROPER.findall(row["text"])} for row in rows]
    lengths = [math.sqrt(sum(weight**2 for weight in one.terms.values())) or 1.0 for one in evidence]
    kept = [
        {stem: one.terms[stem] / length for stem in one.terms.keys() & stems}
        for one, length, stems in zip(evidence, lengths, staying, strict=True)
    ]
    terms = [sum(weight * b.get(stem, 0.0) for stem, weight in a.items()) for a, b in combinations(kept, 2)]
    translated = pairs.copy()
    translated[:, FEATURES.index("terms")] = terms
    return translated


def same_story(rows: Sequence[dict[str, Any]]) -> npt.NDArray[np.bool_]:
    """For each pair of articles, whether they are of one story."""
    return np.array([a["story"] == b["story"] for a, b in combinations(rows, 2)])


def fit(pairs: Matrix, same: npt.NDArray[np.bool_], columns: Sequence[str]) -> dict[str, float]:
    """Logistic regression over the columns; agreement may only speak for one event."""
    from scipy.optimize import minimize

    chosen = pairs[:, [FEATURES.index(name) for name in columns]]
    outcome = same.astype(np.float64)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margin = chosen @ weights[1:] + weights[0]
        value = np.logaddexp(0.0, margin).sum() - outcome @ margin + weights[1:] @ weights[1:] / (2 * REGULARISATION)
        error = 1.0 / (1.0 + np.exp(-margin)) - outcome
        return float(value), np.concatenate([[error.sum()], chosen.T @ error + weights[1:] / REGULARISATION])

    signs = [(0.0, None)] * len(columns)
    found = minimize(loss, np.zeros(len(columns) + 1), jac=True, bounds=[(None, None), *signs], method="L-BFGS-B").x
    fitted = dict(zip(("constant", *columns), found.tolist(), strict=True))
    return {name: round(fitted.get(name, 0.0), 3) for name in ("constant", *FEATURES)}


def main() -> None:
    """Fit every case to both sets together and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    pairs, translated, same = [], [], []
    rows = {name: read(folder, name) for name in SETS}
    for name in SETS:
        evidence = evidence_of(rows[name])
        pairs.append(features(evidence))
        translated.append(as_translated(pairs[-1], rows[name], evidence))
        same.append(same_story(rows[name]))
    fitted = {}
    for case, views in CASES.items():
        seen = translated if case.startswith("cross") else pairs
        fits = [fit(np.vstack(seen), np.concatenate(same), columns) for columns in views]
        mean = {name: round(sum(one[name] for one in fits) / len(fits), 3) for name in fits[0]}
        fitted[case] = set_by_hand(case, mean)
    write(fitted, sum(map(len, same)))


def set_by_hand(case: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights with what is not fitted: the weight of time, and where stories link."""
    kind = case.removesuffix("_without_vectors")
    return {**weights, "link": LINK[kind], "days": TIME[kind]}


def write(weights: dict[str, dict[str, float]], pairs: int) -> None:
    """Store the weights with where they come from."""
    stored = {
        "source": "logistic regression by analysis/training/events.py on ECB+ (CC BY 3.0) and Giveme5W1H (Apache-2.0)",
        "pairs": pairs,
        "weights": weights,
    }
    FILE.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
