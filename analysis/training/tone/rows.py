"""Labelled places in texts, and the contexts they are learned from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from analysis.segmentation import segment
from analysis.sentiment.contexts import Context, Reader
from analysis.types import Article, Language

LABELS = ("negative", "neutral", "positive")
HOLD_OUT = 10
"""One text in so many is kept out of all fitting to set the temperature and to report figures."""

Shares = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A target in a text with the wanted shares of negative, neutral and positive."""

    text: str
    language: str
    target: tuple[int, int]
    shares: Shares
    names: tuple[tuple[int, int], ...] = ()
    weight: float = 1.0
    group: str = ""


def gold_rows(path: Path, language: str | None = None) -> Iterator[Row]:
    """Rows of a gold file; a target's group is its text, so that folds never share one."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if language is not None and entry["lang"] != language:
                continue
            for target in entry["targets"]:
                place = LABELS.index(target["label"])
                shares = tuple(1.0 if index == place else 0.0 for index in range(3))
                extent = (target["start"], target["end"])
                text, whole = entry["text"], (shares[0], shares[1], shares[2])
                yield Row(text, entry["lang"], extent, whole, (), 1.0, text)


def held_out(row: Row) -> bool:
    """Whether the row's text is kept out of fitting."""
    return bool(row.group) and crc32(row.group.encode()) % HOLD_OUT == 0


def context_of(row: Row) -> Context | None:
    """The context the network reads for a row, by the same code as at run time."""
    document = segment(Article("training", row.text, Language(row.language, 1.0)))
    reader = Reader(document, row.names)
    return reader.context(reader.unit_at(row.target[0]), [row.target])
