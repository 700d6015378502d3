"""How likeness is fitted: grades of equal say, no measure against likeness."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.training.likeness import RELATED, agreement, fit, grades, shares

ROWS = [
    {"story": "a", "topic": "1"},
    {"story": "a", "topic": "1"},
    {"story": "b", "topic": "1"},
    {"story": "c", "topic": "2"},
]


def test_pairs_are_graded_by_story_and_topic() -> None:
    assert grades(ROWS).tolist() == [1.0, RELATED, 0.0, RELATED, 0.0, 0.0]
    assert grades([{"story": "a"}, {"story": "a"}, {"story": "b"}]).tolist() == [1.0, 0.0, 0.0]


def test_each_grade_has_an_equal_share() -> None:
    alike = grades(ROWS)
    count = shares(alike)
    assert count.sum() == pytest.approx(1.0)
    assert [count[alike == grade].sum() for grade in (0.0, RELATED, 1.0)] == pytest.approx([1 / 3] * 3)


def test_no_measure_speaks_against_likeness_and_rare_grades_are_heard() -> None:
    draw = np.random.default_rng(0)
    alike = np.array([1.0] * 20 + [RELATED] * 60 + [0.0] * 4000)
    told = np.clip(alike + draw.normal(0.0, 0.1, len(alike)), 0.0, 1.0)
    pairs = np.stack([told, draw.random(len(alike)), 1.0 - told], axis=1)
    weights = fit([(pairs, alike)])
    assert (weights[1:] >= 0.0).all()
    assert weights[1] > 10 * max(weights[2], weights[3])
    assert agreement(weights, pairs, alike) > 0.9
