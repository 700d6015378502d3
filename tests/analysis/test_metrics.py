"""The table of measures covers what the service publishes."""

from __future__ import annotations

from analysis.metrics import METRICS, measured_quality
from analysis.readability import FORMULAS
from analysis.resources import languages


def test_every_readability_measure_is_described_with_the_languages_it_holds_in() -> None:
    described = {metric.name: set(metric.languages) for metric in METRICS}
    for formula in FORMULAS:
        assert described[f"readability.{formula.measure}"] == set(formula.languages or languages())


def test_names_are_unique_and_nothing_is_left_blank() -> None:
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    for metric in METRICS:
        fields = (metric.title, metric.meaning, metric.range, metric.unit, metric.source, metric.weaknesses)
        assert all(field.strip() for field in fields), metric.name
        assert set(metric.languages) <= set(languages())


def test_measured_quality_belongs_to_a_measure_and_rests_on_observations() -> None:
    stages = {"cleaning", "languages", "actors", "quotes", "sources", "encoder", "stories"}
    assert set(measured_quality()) <= stages | {metric.name for metric in METRICS}
    for figures in measured_quality().values():
        assert all(figure.n > 0 and -1 <= figure.value <= 1 for figure in figures)
