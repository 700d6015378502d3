"""Readability: formulas where they hold, silence where they do not."""

from __future__ import annotations

import pytest

from analysis.readability import FORMULAS, LEAST_WORDS, count_syllables, measure
from analysis.segmentation import segment
from analysis.types import Article, Language, Score
from tests.analysis.pages import PAGES


def scores(text: str, code: str) -> dict[str, Score]:
    return {item.measure: item.score for item in measure(segment(Article("outlet", text, Language(code, 1.0))))}


def article(code: str) -> str:
    return "\n\n".join([*PAGES[code].paragraphs, *PAGES[code].own] * 3)


VALID = {
    "lix": {"sv", "nb", "nn", "da", "ro", "en", "de", "fr", "fi"},
    "rix": {"sv", "nb", "nn", "da", "ro", "en", "de", "fr", "fi"},
    "flesch_reading_ease": {"en", "de", "fr"},
    "flesch_kincaid_grade": {"en"},
    "automated_readability_index": {"en"},
    "coleman_liau_index": {"en"},
    "wiener_sachtextformel": {"de"},
}


@pytest.mark.parametrize("code", sorted(PAGES))
def test_every_article_gets_every_measure_with_a_value_or_a_reason(code: str) -> None:
    found = scores(article(code), code)
    assert set(found) == set(VALID) == {formula.measure for formula in FORMULAS}
    for name, score in found.items():
        assert (score.value is not None) == (code in VALID[name])
        assert score.reason == (None if code in VALID[name] else "unsupported_language")


def test_an_unsupported_language_still_gets_lix_and_rix() -> None:
    found = scores(article("sv"), "fi")
    assert found["lix"].value == scores(article("sv"), "sv")["lix"].value
    assert found["flesch_reading_ease"].reason == "unsupported_language"


def test_lix_and_rix_follow_their_definitions() -> None:
    text = " ".join(["Katten sprang mycket långsamt."] * 25 + ["Den sov."] * 25)
    found = scores(text, "sv")
    assert found["lix"].value == pytest.approx(150 / 50 + 100 * 25 / 150, abs=0.001)
    assert found["rix"].value == pytest.approx(25 / 50, abs=0.001)
    assert found["lix"].n == 150


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_short_text_has_no_value(code: str) -> None:
    found = scores(PAGES[code].paragraphs[0], code)
    assert all(score.value is None for score in found.values())
    assert found["lix"].reason == "insufficient_text" and 0 < found["lix"].n < LEAST_WORDS


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_interval_holds_the_value_and_is_the_same_each_time(code: str) -> None:
    found = scores(article(code), code)
    measured = [score for score in found.values() if score.value is not None]
    assert measured
    for score in measured:
        assert score.interval is not None and score.interval[0] <= score.value <= score.interval[1]
    assert found == scores(article(code), code)


def test_nothing_is_comparable_across_languages() -> None:
    document = segment(Article("outlet", article("de"), Language("de", 1.0)))
    found = measure(document)
    assert found
    assert not any(item.comparable for item in found)


def test_headlines_and_subheadings_do_not_count() -> None:
    page = PAGES["en"]
    text = "\n\n".join([page.headline, *page.paragraphs[:2], "Two words", *page.paragraphs[2:], *page.paragraphs])
    with_lines = measure(segment(Article("outlet", text, Language("en", 1.0), page.headline)))[0].score
    assert (
        with_lines.n
        == measure(segment(Article("outlet", "\n\n".join(page.paragraphs * 2), Language("en", 1.0))))[0].score.n
    )


@pytest.mark.parametrize(
    ("code", "name", "tolerance"), [("de", "wiener_sachtextformel", 0.6), ("fr", "flesch_reading_ease", 6.0)]
)
def test_formulas_agree_with_textstat_where_it_works(code: str, name: str, tolerance: float) -> None:
    from textstat.textstat import textstatistics

    reference = textstatistics()
    reference.set_lang(code)
    text = article(code)
    expected = reference.wiener_sachtextformel(text, 1) if code == "de" else reference.flesch_reading_ease(text)
    assert scores(text, code)[name].value == pytest.approx(expected, abs=tolerance)


def test_letters_and_words_agree_with_textstat() -> None:
    from textstat.textstat import textstatistics

    text = article("en")
    reference = textstatistics()
    assert scores(text, "en")["automated_readability_index"].value == pytest.approx(
        reference.automated_readability_index(text), abs=1.5
    )


@pytest.mark.parametrize(
    ("word", "code", "number"),
    [
        ("the", "en", 1),
        ("made", "en", 1),
        ("table", "en", 2),
        ("banana", "en", 3),
        ("jumped", "en", 1),
        ("wanted", "en", 2),
        ("schule", "de", 2),
        ("maison", "fr", 2),
    ],
)
def test_syllables(word: str, code: str, number: int) -> None:
    assert count_syllables(word, code) == number
