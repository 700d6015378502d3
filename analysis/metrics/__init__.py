"""The table of measures: what each number means, and how good it was when it was last measured.

``GET /v1/metrics`` serves this table as it stands. A measure that is not in it does not leave the service; the
measured quality lives in ``data/quality.json``, written by ``python -m tests.evaluation``. There each figure also
carries the digest of its set and of the weights it was measured with, which a test holds against the shipped ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache

from analysis.errors import DataError
from analysis.grammar import grammar
from analysis.metrics import attribution, comparison, framing, readability, roles, tone
from analysis.metrics.table import EVERY, Row
from analysis.resources import DATA, languages

TABLE = (*attribution.ROWS, *tone.ROWS, *roles.ROWS, *framing.ROWS, *readability.ROWS, *comparison.ROWS)
STAGES = {"article.language": "languages", "article.removed": "cleaning", "method.encoder": "encoder"}
"""Names of stages in the table of measured quality, for measures that go by another name."""


@dataclass(frozen=True, slots=True)
class Quality:
    """One measured figure: on which set and language, which measure, its value and the number of observations."""

    set: str
    language: str
    measure: str
    value: float
    n: int


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure: meaning, range, unit, languages it holds in, method or source, and known weaknesses."""

    name: str
    title: str
    meaning: str
    range: str
    unit: str
    languages: tuple[str, ...]
    source: str
    weaknesses: str
    quality: tuple[Quality, ...] = ()


@cache
def metrics() -> tuple[Metric, ...]:
    """All measures with their measured quality. Raises DataError if that cannot be read."""
    measured = measured_quality()
    return tuple(
        Metric(
            *row[:5],
            _languages(row),
            *row[6:],
            measured.get(STAGES.get(row[0], row[0]), ()),
        )
        for row in TABLE
    )


def _languages(row: Row) -> tuple[str, ...]:
    """Codes of the languages that a measure holds in: all, or those whose grammar names it."""
    if row[5] == EVERY:
        return languages()
    measure = row[0].removeprefix("readability.")
    return tuple(code for code in languages() if measure in grammar(code).readability.measures)


@cache
def measured_quality() -> dict[str, tuple[Quality, ...]]:
    """Measured figures by measure, or by stage (see ``STAGES``). Raises DataError if the file cannot be read."""
    path = DATA / "quality.json"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"the table of measured quality cannot be read: {error}") from error
    known = [field.name for field in fields(Quality)]
    return {
        name: tuple(Quality(**{field: figure[field] for field in known}) for figure in figures)
        for name, figures in stored["figures"].items()
    }


METRICS: tuple[Metric, ...] = metrics()
