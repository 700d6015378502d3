"""Stance and claims stay as good as they were on texts of our own: floors by language and over all.

The floors, in ``floors.json``, are levels that were reached: a change may raise them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from analysis.resources import languages
from tests.evaluation.client import Service
from tests.evaluation.sets import read_sets

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
OVER_ALL = ("all", "all pairs")
CASES = [
    (task, measure, code)
    for task, measures in FLOORS.items()
    for measure, levels in measures.items()
    for code in levels
]


@cache
def reached(task: str) -> dict[tuple[str, str], float | None]:
    """What is measured now, by measure and language."""
    (own,) = read_sets(HERE / "data", task)
    figures = import_module(f"tests.evaluation.tasks.{task}").figures(Service(), own)
    return {(one.measure, "all" if one.language in OVER_ALL else one.language): one.value for one in figures}


@pytest.mark.parametrize(("task", "measure", "code"), CASES)
def test_no_figure_falls_under_its_floor(task: str, measure: str, code: str) -> None:
    value, floor = reached(task)[measure, code], FLOORS[task][measure][code]
    assert value is not None
    assert value >= floor, f"{task}: {measure} of {code} fell to {value:.3f}, under {floor:.3f}"


@pytest.mark.parametrize(("task", "measures"), [(task, tuple(measures)) for task, measures in FLOORS.items()])
def test_every_language_has_a_floor(task: str, measures: tuple[str, ...]) -> None:
    assert measures
    for measure in measures:
        assert set(FLOORS[task][measure]) == {"all", *languages()}
