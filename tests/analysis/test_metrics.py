"""The table of measures covers what the service publishes."""

from __future__ import annotations

from analysis.metrics import METRICS, STAGES, measured_quality
from analysis.readability import FORMULAS, measure
from analysis.resources import languages
from analysis.segmentation import segment
from analysis.types import Article, Language


def test_every_readability_measure_is_described_with_the_languages_it_holds_in() -> None:
    described = {metric.name: set(metric.languages) for metric in METRICS}
    for formula in FORMULAS:
        assert described[f"readability.{formula.measure}"] == {code for code in languages() if formula.holds_in(code)}


def test_a_measure_of_readability_says_that_languages_cannot_be_compared() -> None:
    readings = measure(segment(Article("one", "A text.", Language("en", 1.0))))
    assert readings
    assert not any(reading.comparable for reading in readings)
    own = {metric.name: metric.weaknesses for metric in METRICS if metric.name.startswith("readability.")}
    assert own
    assert [name for name, weaknesses in own.items() if "ompare" not in weaknesses] == []


def test_a_measure_of_tone_or_framing_without_a_figure_says_that_it_was_not_measured() -> None:
    rooms = ("tone", "framing.hedging", "framing.evidentiality")
    own = [metric for metric in METRICS if metric.name.startswith(rooms) or "sentiment.q" in metric.name]
    silent = [metric for metric in own if not metric.quality]
    assert silent
    assert [metric.name for metric in silent if "Not measured" not in metric.weaknesses] == []


def test_names_are_unique_and_nothing_is_left_blank() -> None:
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    for metric in METRICS:
        fields = (metric.title, metric.meaning, metric.range, metric.unit, metric.source, metric.weaknesses)
        assert all(field.strip() for field in fields), metric.name
        assert set(metric.languages) <= set(languages())


def test_every_measured_figure_is_served_with_its_measure() -> None:
    served = {STAGES.get(metric.name, metric.name): metric.quality for metric in METRICS}
    assert measured_quality()
    for name, figures in measured_quality().items():
        assert figures
        assert served[name] == figures
        assert all(figure.n > 0 and -1 <= figure.value <= 1 for figure in figures)
