"""Fits the layer that reads how loaded words speak of an actor: ``python -m analysis.training.wording SHARED``.

A logistic regression over what the reader makes of a passage (``analysis.sentiment.wording``), fitted to passages that
it did not learn from (``reader/data/wording``), to those that it did at less weight, since it knows them better than
it will know a text, and to mentions in agency reports, which are taken for neutral. Measured on items left out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from analysis.actors import find_actors
from analysis.attribution.reading import read as read_attribution
from analysis.quotes import find_quotes
from analysis.reader import identity, load_reader
from analysis.segmentation import segment
from analysis.sentiment.asks import Extent, Units
from analysis.sentiment.wording import MODEL, Layer, features, pooled, share_loaded
from analysis.training.reader.calibrate import OWN, TONES
from analysis.training.reader.corpus import DATA
from analysis.training.reader.lines import read_lines
from analysis.types import Article, Language

NEW, LEARNT, REPORTS = "wording", "tone", "gold/data/clusters/ecb_dev.jsonl"
WEIGHTS = {NEW: 1.0, LEARNT: 0.3, REPORTS: 0.3}
"""How much a row counts by where it comes from."""
MENTIONS = 400
STRENGTH = 0.3
"""Inverse strength of the regulariser; chosen with the weights on items left out."""
STATES, FOLDS = 768, 8
NUMBER = re.compile(r"-(\d+)-")

Numbers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage: where it comes from, its item, its class, what is read of it, and how loaded its words are."""

    source: str
    item: int
    label: int
    features: Numbers
    pool: tuple[Any, Numbers, Numbers]


def read(text: str, code: str, place: Extent | None) -> Iterator[tuple[Any, Numbers, Numbers]]:
    """What is read of the words around a place, or around the first mention of each actor, quotations apart."""
    document = segment(Article("wording", text, Language(code, 1.0)))
    actors = find_actors(document)
    quotes = [(quote.start, quote.end) for quote in find_quotes(document, actors, read_attribution(document, actors))]
    reading, units = load_reader().read(document.text, document.sentences, actors), Units(document)
    named = [one for one in actors if one.type in ("person", "organization")]
    for start, end in [(one.mentions[0].start, one.mentions[0].end) for one in named] if place is None else [place]:
        unit = units.at(start)
        drop = [one for one in quotes if one[0] < unit[1] and unit[0] < one[1]]
        if place is None and any(low <= start < high for low, high in drop):
            continue
        shares = []
        for own in (True, False):
            told = reading.tone(unit, [(start, end)], [unit], drop, own).shares / reading.heads.tone_classes(own)
            shares.append(told / told.sum())
        yield reading.wording(unit, [(start, end)], [unit], drop), shares[0], shares[1]


def own(paths: Sequence[Path], source: str, field: str = "label") -> list[Row]:
    """The rows of files of our own."""
    found = []
    for place, row in enumerate(row for path in paths for row in read_lines(path)):
        number = NUMBER.search(row["id"])
        (told,) = read(row["text"], row["lang"], (row["target"]["start"], row["target"]["end"]))
        item = int(number.group(1)) if number else place
        found.append(Row(source, item, TONES.index(row[field]), features(*told), told))
    return found


def reports(path: Path) -> list[Row]:
    """Mentions in agency reports, evenly spread, taken for neutral."""
    rows = list(read_lines(path))
    found: list[Row] = []
    for row in rows[:: max(1, len(rows) // (MENTIONS // 2))]:
        found += [Row(REPORTS, -1, 1, features(*told), told) for told in list(read(row["text"], row["lang"], None))[:3]]
    return found[:MENTIONS]


def fitted(rows: Sequence[Row]) -> Layer:
    """The layer, at equal class priors, its scaling folded in."""
    table = np.stack([row.features for row in rows]).astype(np.float64)
    labels = np.array([row.label for row in rows])
    weights = np.array([WEIGHTS[row.source] for row in rows])
    middle, width = table.mean(axis=0), table.std(axis=0) + 1e-6
    scale = np.ones(table.shape[1])
    scale[:STATES] = np.sqrt((table.shape[1] - STATES) / STATES)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit((table - middle) / width * scale, labels, sample_weight=weights)
    weight = model.coef_.T * (scale / width)[:, None]
    common = np.bincount(labels, weights=weights, minlength=len(TONES)) / weights.sum()
    bias = model.intercept_ - middle @ weight - np.log(common)
    return Layer(weight.astype(np.float16).astype(np.float32), bias.astype(np.float32), identity())


def shares(layer: Layer, rows: Sequence[Row]) -> Numbers:
    """The writer's attitude in each row, as the analysis reads it."""
    return np.stack([pooled(*row.pool, layer) for row in rows])


def left_out(rows: Sequence[Row]) -> tuple[list[Row], Numbers]:
    """The new passages, each read by a layer that saw no passage of its item in any language."""
    mine = [row for row in rows if row.source == NEW]
    told = np.empty((len(mine), len(TONES)))
    for fold in range(FOLDS):
        layer = fitted([row for row in rows if row.source != NEW or row.item % FOLDS != fold])
        places = [place for place, row in enumerate(mine) if row.item % FOLDS == fold]
        told[places] = shares(layer, [mine[place] for place in places])
    return mine, told


def figures(rows: Sequence[Row], told: Numbers) -> dict[str, float]:
    """Macro F1 of the pool and of the writer's read-out alone; calibration error, each class of the same weight, as the
    shares have it; mean balance of each class."""
    labels = [row.label for row in rows]
    even = (1.0 / np.bincount(labels))[labels] / len(TONES)
    before = np.stack([row.pool[1] for row in rows]).argmax(axis=1)
    best, sure = told.argmax(axis=1), told.max(axis=1)
    bins, right = np.minimum((sure * 10).astype(int), 9), best == np.array(labels)
    gaps = [abs((even * (sure - right))[bins == one].sum()) for one in set(bins)]
    out = {
        "macro_f1": f1_score(labels, best, average="macro"),
        "macro_f1_read_out_alone": f1_score(labels, before, average="macro"),
        "calibration_error": sum(gaps),
        "loaded": np.mean([share_loaded(row.pool[0]) for row in rows]),
    }
    for place, name in enumerate(TONES):
        out[f"balance_{name}"] = (told[:, 2] - told[:, 0])[np.array(labels) == place].mean()
    return {name: round(float(value), 3) for name, value in out.items()}


def main() -> None:
    """Fit, print figures, write the layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    chosen = parser.parse_args()
    rows = [row for name in (NEW, LEARNT) for row in own(sorted((DATA / name).glob("*.jsonl")), name)]
    rows += reports(chosen.shared / REPORTS)
    layer, held = fitted(rows), own([OWN / "loaded_language.jsonl"], NEW, "attitude")
    card = {
        "name": "parallax-wording",
        "reader": layer.reader,
        "rows": {name: sum(row.source == name for row in rows) for name in WEIGHTS},
        "items_left_out": figures(*left_out(rows)),
        "set_that_measures": figures(held, shares(layer, held)),
    }
    chosen.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(chosen.out / "wording.npz", weight=layer.weight.astype(np.float16), bias=layer.bias)
    (chosen.out / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
