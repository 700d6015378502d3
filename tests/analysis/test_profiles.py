"""Laws of outlet profiles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.profiles import MIN_ARTICLES, mean_score, profile, student
from analysis.types import Analysis, Score
from tests.analysis.stories import Line, Told, told

PEOPLE = {"Anna Berg": "person:anna-berg", "Carl Lund": "person:carl-lund"}
VALUES = st.lists(st.floats(0.0, 1.0), max_size=30)


def article(loaded: float = 0.1, tone: float = 0.0, stance: str = "criticism", language: str = "en") -> Analysis:
    lines = ["Radio Nord reports a dispute.", Line("Anna Berg called it wrong.", "person:anna-berg", stance)]  # type: ignore[arg-type]
    toned = {"Anna Berg": Score(tone, n=3)}
    made = Told("alpha", lines, PEOPLE, toned, ["Radio Nord"], language, loaded=Score(loaded, n=40))
    return told(made).analysis


@settings(deadline=None)
@given(VALUES)
def test_a_mean_lies_in_its_interval_and_the_interval_in_the_range(values: list[float]) -> None:
    score = mean_score((Score(value) for value in values), 0.0, 1.0)
    assert score.n == len(values)
    if len(values) < MIN_ARTICLES:
        assert (score.value, score.reason) == (None, "insufficient_sample")
    else:
        assert score.interval is not None and score.value is not None
        assert 0.0 <= score.interval[0] <= score.value + 1e-9
        assert score.value - 1e-9 <= score.interval[1] <= 1.0


@settings(deadline=None)
@given(VALUES)
def test_unknown_scores_do_not_count(values: list[float]) -> None:
    known = [Score(value) for value in values]
    unknown = [Score.unknown("insufficient_text")] * 7
    assert mean_score([*unknown, *known], 0.0, 1.0) == mean_score(known, 0.0, 1.0)


@pytest.mark.parametrize(("degrees", "quantile"), [(4, 2.776), (9, 2.262), (30, 2.042), (500, 1.965)])
def test_student_quantiles(degrees: int, quantile: float) -> None:
    assert student(degrees) == pytest.approx(quantile, rel=0.003)


def test_a_profile_counts_articles_languages_sources_and_reactions() -> None:
    analyses = [article(language="sv"), *(article() for _ in range(5)), article(stance="dismissal")]
    found = profile("alpha", analyses)
    assert (found.outlet, found.articles) == ("alpha", 7)
    assert [(one.language, one.articles) for one in found.languages] == [("en", 6), ("sv", 1)]
    assert [(one.name, one.articles, one.share) for one in found.sources] == [("Radio Nord", 7, 1.0)]
    assert [(one.stance, one.articles) for one in found.first_reactions] == [("criticism", 6), ("dismissal", 1)]
    assert [(one.name, one.articles) for one in found.actors] == [("Anna Berg", 7)]
    assert found.actors[0].outlet_voice.n == 7


def test_too_few_articles_give_a_reason_and_no_number() -> None:
    found = profile("alpha", [article() for _ in range(MIN_ARTICLES - 1)])
    for score in (found.loaded_rate, found.hedging, found.lix, found.actors[0].outlet_voice):
        assert (score.value, score.reason) == (None, "insufficient_sample")


def test_a_rate_in_a_thousand_words_is_not_cut_to_a_share() -> None:
    rates = (12.0, 14.0, 16.0, 18.0, 20.0, 22.0)
    found = profile("alpha", [article(loaded=rate) for rate in rates])
    assert found.loaded_rate.value == pytest.approx(17.0)
    assert found.loaded_rate.interval is not None
    assert 12.0 < found.loaded_rate.interval[0] < 17.0 < found.loaded_rate.interval[1] < 22.0
    assert profile("alpha", [article(loaded=rate) for rate in (0.0, 0.0, 0.0, 0.0, 900.0)]).loaded_rate.interval == (
        0.0,
        pytest.approx(180.0 + student(4) * 180.0),
    )


def test_an_outlet_without_articles_has_a_profile() -> None:
    found = profile("alpha", [])
    assert (found.articles, found.sources, found.actors, found.first_reactions) == (0, (), (), ())


@settings(deadline=None, max_examples=20)
@given(st.permutations([(0.0, -0.5), (0.1, 0.5), (0.2, 0.0), (0.3, 0.1), (0.4, 0.2), (0.9, 0.9)]))
def test_order_of_articles_does_not_matter(values: list[tuple[float, float]]) -> None:
    given_order = profile("alpha", [article(loaded, tone) for loaded, tone in values])
    assert given_order == profile("alpha", [article(loaded, tone) for loaded, tone in sorted(values)])
