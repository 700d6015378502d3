"""Attribution sets: how many quotations are found, with the right speaker, in every language."""

from __future__ import annotations

import pytest

from tests.analysis import attribution

F1_FLOOR = 0.9
SPEAKER_FLOOR = 0.9
FULL_SETS = ("da", "fr", "nb", "ro", "sv")
FULL_SIZE = 40


def test_every_language_has_a_set() -> None:
    assert attribution.codes() == ["da", "de", "en", "fr", "nb", "nn", "ro", "sv"]


@pytest.mark.parametrize("code", FULL_SETS)
def test_full_sets_have_at_least_forty_quotations(code: str) -> None:
    assert attribution.result(code).marked >= FULL_SIZE


@pytest.mark.parametrize("code", attribution.codes())
def test_quotations_are_found_and_nothing_else(code: str) -> None:
    result = attribution.result(code)
    assert result.f1 >= F1_FLOOR, "\n".join(result.problems)


@pytest.mark.parametrize("code", attribution.codes())
def test_speakers_are_right(code: str) -> None:
    result = attribution.result(code)
    assert result.speaker_accuracy >= SPEAKER_FLOOR, "\n".join(result.problems)


@pytest.mark.parametrize("code", FULL_SETS)
def test_the_same_article_has_as_many_direct_quotations_in_every_language(code: str) -> None:
    """The full sets tell the same story; one of them has one quotation more or less by its grammar."""
    counts = {name: _direct(name) for name in FULL_SETS}
    assert abs(counts[code] - counts["sv"]) <= 1, counts


@pytest.mark.parametrize("code", FULL_SETS)
def test_the_same_people_speak_in_every_language(code: str) -> None:
    assert _names(code) == _names("sv")


def _direct(code: str) -> int:
    return sum(quote.kind == "direct" for quote in attribution.read(code)[2])


def _names(code: str) -> list[str]:
    """Family names of the marked speakers with a name, as the analysis has them, in text order of direct speech."""
    known = {mark.speaker.split()[-1] for mark in attribution.read("sv")[3] if " " in mark.speaker}
    spoken = [
        quote.speaker.name.split()[-1]
        for quote in attribution.read(code)[2]
        if quote.kind == "direct" and quote.speaker is not None
    ]
    return sorted({name for name in spoken if name in known})
