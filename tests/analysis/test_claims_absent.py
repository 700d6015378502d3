"""Who lacks a claim: what is near to one sentence that tells two things proves nothing of the claim it tells first."""

from __future__ import annotations

from typing import cast

import pytest

from analysis.claims.absence import APART, Scene, nearness
from analysis.claims.grouping import Group
from analysis.evidence import Node, Relations, Statements, gather
from analysis.types import Analysis
from tests.analysis.stories import Told, told

ROW: Node = (3, 0)
MAKING: tuple[Node, ...] = ((0, 0), (1, 0), (2, 0))


class Odds:
    """Relations that know log-odds alone."""

    def __init__(self, *odds: float) -> None:
        self._odds = dict(zip(MAKING, odds, strict=True))

    def odds(self, one: Node, other: Node) -> float:
        return self._odds[one if other == ROW else other]


def scene(odds: Odds, *groups: Group) -> Scene:
    empty: tuple[Analysis, ...] = ()
    none: tuple[Statements, ...] = ()
    return Scene(empty, none, cast(Relations, odds), groups)


CLAIM = Group(MAKING, MAKING[0])
BESIDE = Group(((2, 0), (4, 0)), (4, 0))


@pytest.mark.parametrize(
    ("odds", "groups", "expected"),
    [
        ((-3.0, -1.0, 3.0), (CLAIM, BESIDE), -2.0),
        ((-3.0, -1.0, 3.0), (CLAIM,), -1 / 3),
        ((3.0, -1.0, -3.0), (CLAIM, BESIDE), -1 / 3),
        ((-3.0, 1.5, 3.0), (CLAIM, BESIDE), 0.5),
    ],
    ids=["tells two things", "tells one", "another one tells two", "near to two"],
)
def test_what_is_near_to_one_sentence_that_tells_two_things_is_near_to_the_other_thing(
    odds: tuple[float, float, float], groups: tuple[Group, ...], expected: float
) -> None:
    assert APART <= 4.0
    assert nearness(ROW, CLAIM, scene(Odds(*odds), *groups)) == pytest.approx(expected)


def test_of_two_sentences_both_count() -> None:
    claim = Group(MAKING[1:], MAKING[1])
    assert nearness(ROW, claim, scene(Odds(0.0, -1.0, 3.0), claim, BESIDE)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("code", "brief", "empty"),
    [
        ("en", "Fifty-two were hurt.", "It was raining."),
        ("sv", "52 blev skadade.", "Det regnade mycket."),
        ("da", "52 blev kvæstet.", "Det regnede meget."),
        ("nb", "52 ble skadet.", "Det regnet mye."),
        ("nn", "52 vart skadde.", "Det regna mykje."),
        ("de", "52 wurden verletzt.", "Es regnete stark."),
        ("fr", "52 furent blessés.", "Il pleuvait fort."),
        ("ro", "52 au murit.", "Ploua foarte tare."),
    ],
)
def test_three_words_state_something_if_they_have_a_figure(code: str, brief: str, empty: str) -> None:
    item = told(Told("alpha", [brief, empty], language=code))
    assert gather(item).rows == (0,)


@pytest.mark.parametrize("text", ["Anna Berg resigned.", "Anna Berg gick.", "Anna Berg geht."])
def test_three_words_state_something_if_they_name_somebody(text: str) -> None:
    people = {"Anna Berg": "person:anna-berg"}
    assert gather(told(Told("alpha", [text], people))).rows == (0,)
    assert gather(told(Told("alpha", [text]))).rows == ()
    assert gather(told(Told("alpha", ["Anna Berg."], people))).rows == ()
