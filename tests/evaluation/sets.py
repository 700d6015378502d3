"""Annotated sets on disk, and the figures that come of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]
GROUPED_BY = ("topic", "story", "aligned_id", "id", "doc")
"""Fields that tell which rows belong together; the first that a row has counts."""
HELD_BACK = "_train"
"""End of the name of a file that is for fitting and never measured."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure: language or pair of languages, measure, value (``None``: undefined), observations."""

    language: str
    measure: str
    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """The rows of one file, and where it lies."""

    path: Path
    rows: list[Row]

    @property
    def name(self) -> str:
        """Its file without the ending."""
        return self.path.stem

    @property
    def languages(self) -> list[str]:
        """Codes of the languages of its rows, sorted."""
        return sorted({row["lang"] for row in self.rows})

    def files(self) -> list[Path]:
        """The file of rows and the pages that the rows name, sorted."""
        return sorted({self.path, *(self.path.parent / row["html"] for row in self.rows if "html" in row)})


def read_sets(data: Path, folder: str, limit: int | None = None) -> Iterator[AnnotatedSet]:
    """The sets in a folder of the data, or the one file of that name beside it; of each about ``limit`` rows."""
    for path in sorted([*(data / folder).glob("*.jsonl"), *data.glob(f"{folder}.jsonl")]):
        if not path.stem.endswith(HELD_BACK):
            with path.open(encoding="utf-8") as lines:
                yield AnnotatedSet(path, sample([json.loads(line) for line in lines if line.strip()], limit))


def sample(rows: list[Row], limit: int | None) -> list[Row]:
    """Whole groups of rows, in an order given by a hash of their name, until there are ``limit`` rows."""
    if limit is None or len(rows) <= limit:
        return rows
    groups: dict[str, list[Row]] = defaultdict(list)
    for place, row in enumerate(rows):
        groups[str(next((row[field] for field in GROUPED_BY if row.get(field)), place))].append(row)
    kept: list[Row] = []
    for name in sorted(groups, key=lambda name: sha256(name.encode()).hexdigest()):
        if len(kept) < limit:
            kept.extend(groups[name])
    return kept


def digest(files: Sequence[Path]) -> str:
    """SHA-256, in hexadecimal, of what the files hold, one after the other; empty if there is none."""
    if not files:
        return ""
    found = sha256()
    for path in files:
        found.update(path.read_bytes())
    return found.hexdigest()
