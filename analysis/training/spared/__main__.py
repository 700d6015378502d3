"""Fits the gate that tells what is no judgement: ``python -m analysis.training.spared``; frozen reader, own passages.

A logistic regression. What it is measured on are passages whose number, in every language, it was not fitted to.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from analysis.actors import find_actors
from analysis.reader import identity, load_reader
from analysis.resources import languages
from analysis.segmentation import segment
from analysis.sentiment import FromReading
from analysis.sentiment.asks import Ask, Units
from analysis.sentiment.spared import MODEL, Gate
from analysis.training.spared.passages import FOLDS, Passage, every
from analysis.types import Article, Language

STRENGTH, STATES, SCALE = 0.3, 1152, 0.1
"""Inverse strength of the regulariser; of the states, which weigh less than the other inputs, how many and how much."""
Numbers = npt.NDArray[Any]


def read(passages: Sequence[Passage]) -> Numbers:
    """What the gate is given for each passage, as the library reads it."""
    reader, out = load_reader(), []
    for passage in passages:
        document = segment(Article("spared", passage.text, Language(passage.language, 1.0)))
        actors = find_actors(document)
        reading = reader.read(document.text, document.sentences, actors)
        inside = [(m.start, m.end) for a in actors for m in a.mentions if passage.start <= m.start < passage.end]
        place = inside[0] if inside else (passage.start, passage.end)
        ask = Ask(Units(document).at(place[0]), (place,), writer=True)
        out.append(FromReading(reading, actors).told_of(document, ask))
    return np.stack(out)


def fitted(table: Numbers, passages: Sequence[Passage]) -> Gate:
    """The gate, its scaling folded in."""
    middle, width = table.mean(axis=0), table.std(axis=0) + 1e-6
    scale = np.ones(table.shape[1])
    scale[:STATES] = SCALE
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    weights = [one.weight for one in passages]
    model.fit((table - middle) / width * scale, [one.spared for one in passages], sample_weight=weights)
    weight = (model.coef_[0] * scale / width).astype(np.float16).astype(np.float32)
    return Gate(weight, float(model.intercept_[0] - middle @ (model.coef_[0] * scale / width)), identity())


def figures(table: Numbers, passages: Sequence[Passage]) -> dict[str, Any]:
    """Of passages left out, how many are told to be no judgement: by kind, and right by language."""
    told = np.zeros(len(passages), dtype=bool)
    for fold in range(FOLDS):
        inside = np.array([one.fold == fold for one in passages])
        gate = fitted(table[~inside], [one for one in passages if one.fold != fold])
        told[inside] = [gate(row) >= 0.5 for row in table[inside]]
    spared = np.array([one.spared for one in passages])
    kinds = np.array([f"{one.kind}, spared" if one.spared else one.kind for one in passages])
    codes = np.array([one.language for one in passages])
    right = {
        code: [round(float((told == spared)[(codes == code) & (spared == own)].mean()), 3) for own in (True, False)]
        for code in languages()
    }
    kinds_told = {str(kind): round(float(told[kinds == kind].mean()), 3) for kind in sorted(set(kinds))}
    return {"rows": len(passages), "told_by_kind": kinds_told, "right_spared_and_other": right}


def main() -> None:
    """Fit, print figures, write the gate."""
    passages = list(every())
    table = read(passages).astype(np.float64)
    gate = fitted(table, passages)
    card = {"name": "parallax-spared", "reader": gate.reader, "left_out": figures(table, passages)}
    MODEL.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(MODEL / "spared.npz", weight=gate.weight.astype(np.float16), bias=np.float32(gate.bias))
    (MODEL / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
