"""How the whole analysis reads the stance of statements in real reports that nothing was learnt from.

``python -m analysis.training.reader.real_text --shared PATH`` prints the figures.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.stance import judge
from analysis.training.reader import reports
from analysis.training.reader.annotations import key
from analysis.training.reader.reports import Note
from analysis.types import Article, Language, Quote

DRAWS = 2000
"""Bootstrap samples of an interval."""

Pair = tuple[str, str]
"""The stance annotated, and the stance told."""


def figures(pairs: Sequence[Pair]) -> dict[str, float | int | list[float] | None]:
    """``accuracy``; ``told``, statements told as anything but neutral, and ``precision``, the share of them told
    rightly; ``recall``, the share of those annotated as anything but neutral that are told rightly. The two intervals
    are of 95 %, from ``DRAWS`` bootstrap samples of the statements; ``None`` where there is nothing to count."""
    right = np.array([want == got for want, got in pairs], dtype=bool)
    told = np.array([got != "neutral" for _, got in pairs], dtype=bool)
    meant = np.array([want != "neutral" for want, _ in pairs], dtype=bool)
    draws = np.random.default_rng(0).integers(0, len(pairs), (DRAWS, len(pairs)))
    shares = (right & told)[draws].sum(axis=1) / np.maximum(1, told[draws].sum(axis=1))
    return {
        "statements": len(pairs),
        "accuracy": round(float(right.mean()), 3),
        "accuracy_95": _interval(right[draws].mean(axis=1)),
        "told": int(told.sum()),
        "precision": _share(right, told),
        "precision_95": _interval(shares),
        "recall": _share(right, meant),
    }


def _share(right: np.ndarray, among: np.ndarray) -> float | None:
    return round(float(right[among].mean()), 3) if among.any() else None


def _interval(values: np.ndarray) -> list[float]:
    return [round(float(edge), 3) for edge in np.quantile(values, [0.025, 0.975])]


def told(shared: Path, annotated: Mapping[str, Sequence[Note]]) -> Iterator[Pair]:
    """Each annotated statement that the analysis finds in its report, with what it is annotated and told as."""
    reader, known = load_reader(), dict(annotated)
    for text, code in reports.texts(shared):
        wanted = {(note.start, note.end): note.stance for note in known.pop(key(text), ())}
        if not wanted:
            continue
        document = segment(Article("report", text, Language(code, 1.0)))
        actors = find_actors(document)
        reading = reader.read(document.text, document.sentences, actors)
        for quote in judge(document, actors, find_quotes(document, actors), reading):
            stance = wanted.get((quote.start, quote.end))
            if stance:
                yield stance, _label(quote)


def _label(quote: Quote) -> str:
    return quote.stance.label if quote.stance else "neutral"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with the sets that may train")
    pairs = list(told(parser.parse_args().shared, reports.notes(reports.HELD_OUT)))
    print(json.dumps(figures(pairs), indent=2))


if __name__ == "__main__":
    main()
