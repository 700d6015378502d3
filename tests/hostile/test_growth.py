"""Twice the text takes at most 2.3 times the calls, whatever the text is made of."""

from __future__ import annotations

import os

import pytest

from tests.hostile.growth import SIZES, analysed, calls, compared, superlinear
from tests.hostile.kinds import PAGES, SPOKEN, TEXTS

FULL = bool(os.environ.get("HOSTILE"))
EACH = 1 if FULL else 40
"""``make test`` takes each fortieth kind, at sizes an eighth as large."""
SHORT = SIZES if FULL else (1_250, 2_500, 5_000)
LANGUAGES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr", None)
KINDS = [*TEXTS, *PAGES]
COMPARED = [
    "figures",
    "said lines",
    "many quotations",
    "dates",
    "one word",
    "many speakers",
    "short sentences",
    "names joined",
]


@pytest.mark.parametrize("name", KINDS[::EACH])
def test_calls_grow_with_the_text(name: str) -> None:
    own = name[:2] if name[:2] in SPOKEN and name[2:3] == " " else LANGUAGES[KINDS.index(name) % len(LANGUAGES)]
    assert not superlinear(name, SHORT, own)


@pytest.mark.parametrize("name", COMPARED[:: len(COMPARED) if not FULL else 1])
def test_calls_of_a_comparison_grow_with_the_texts(name: str) -> None:
    assert not superlinear(name, SHORT[:3], "en", compared)


def test_the_kinds_are_many_and_the_count_sees_a_square() -> None:
    assert len(KINDS) >= 60

    def square(size: int) -> None:
        for _ in range(size):
            sum(map(abs, range(size)))
            [len("") for _ in range(size)]

    assert calls(lambda: square(200)) > 3.5 * calls(lambda: square(100))
    few, many = (calls(lambda size=size: analysed("a name", size)) for size in (4_000, 8_000))  # type: ignore[misc]
    assert many > 1.3 * few
