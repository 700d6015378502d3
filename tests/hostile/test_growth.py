"""Twice the text takes at most 2.3 times the calls, whatever the text is made of."""

from __future__ import annotations

import os

import pytest

from tests.hostile.growth import SIZES, analysed, calls, superlinear
from tests.hostile.kinds import PAGES, TEXTS

FULL = bool(os.environ.get("HOSTILE"))
EACH = 1 if FULL else 10
"""``make test`` takes each tenth kind, at sizes half as large."""
SHORT = SIZES if FULL else (5_000, 10_000, 20_000)
LANGUAGES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr", None)
KINDS = [*TEXTS, *PAGES]


@pytest.mark.parametrize("name", KINDS[::EACH])
def test_calls_grow_with_the_text(name: str) -> None:
    assert not superlinear(name, SHORT, LANGUAGES[KINDS.index(name) % len(LANGUAGES)])


def test_the_kinds_are_many_and_the_count_sees_a_square() -> None:
    assert len(KINDS) >= 60

    def square(size: int) -> None:
        for _ in range(size):
            sum(map(abs, range(size)))
            [len("") for _ in range(size)]

    assert calls(lambda: square(200)) > 3.5 * calls(lambda: square(100))
    few, many = (calls(lambda size=size: analysed("a name", size)) for size in (4_000, 8_000))  # type: ignore[misc]
    assert many > 1.3 * few
