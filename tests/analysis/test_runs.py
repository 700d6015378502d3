"""The longest run of common words: as difflib finds it, in linear time."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.findings.runs import longest_run
from tests.hostile.growth import calls

WORDS = st.lists(st.sampled_from("abc"), max_size=25)


@given(WORDS, WORDS)
def test_it_is_the_one_that_difflib_finds(one: list[str], other: list[str]) -> None:
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    assert longest_run(one, other) == (tuple(found) if found.size else (0, 0, 0))


@pytest.mark.parametrize("piece", [["a"], ["a", "b"], ["a", "a", "b"]])
def test_words_that_repeat_take_linear_time(piece: list[str]) -> None:
    """Two quotations of 4,000 equal words took 16 million steps."""
    short, long = (calls(lambda size=size: longest_run(piece * size, [*piece * size, "c"])) for size in (300, 600))  # type: ignore[misc]
    assert long > 1_000
    assert long < 2.3 * short
