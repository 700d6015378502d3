"""Sets from where on a word is loaded, language by language: ``python -m analysis.training.thresholds``.

One threshold for all would make a language a source of bias: on the same sentences the reader's probabilities lie
higher in one language than in another, so that English and French had a quarter more marks than Swedish. Method: the
rate of marked words over parallel sentences that were not learnt from is made the same in each language (60 sentences,
each in eight languages: ``tests/evaluation/data/loaded_language.jsonl``). No label of the sentences is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from analysis.actors import find_actors
from analysis.framing.lexicon import MODEL
from analysis.framing.loaded import Expressions, expressions
from analysis.framing.patterns import words_of
from analysis.framing.voice import quoted_stretches
from analysis.reader import load_reader
from analysis.resources import languages
from analysis.segmentation import segment
from analysis.training.reader.calibrate import OWN
from analysis.training.reader.lines import read_lines
from analysis.types import Article, Language

SENTENCES = OWN / "loaded_language.jsonl"
RATE = 1.2
"""Marked words a sentence, of these sentences, in every language."""
GRID = np.arange(0.3, 0.91, 0.01)


def read(path: Path, code: str) -> Iterator[Expressions]:
    """What may be loaded in each sentence of a language."""
    reader = load_reader()
    for row in read_lines(path):
        if row["lang"] == code:
            document = segment(Article("thresholds", row["text"], Language(code, 1.0)))
            actors = find_actors(document)
            reading = reader.read(document.text, document.sentences, actors)
            yield expressions(document, words_of(document.text), actors, quoted_stretches(()), reading)


def rate(found: list[Expressions], least: float) -> float:
    """Marked words a sentence from a threshold on."""
    return sum(one.last - one.first + 1 for each in found for one in each.above(least)) / max(1, len(found))


def main() -> None:
    """Choose and write the thresholds."""
    chosen = {}
    for code in languages():
        found = list(read(SENTENCES, code))
        chosen[code] = round(float(min(GRID, key=lambda least: abs(rate(found, least) - RATE))), 2)
        print(code, chosen[code], round(rate(found, chosen[code]), 3))
    (MODEL / "thresholds.json").write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
