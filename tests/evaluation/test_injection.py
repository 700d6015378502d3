"""One change in an article of our own is told as what it is, and nothing where nothing was changed."""

from __future__ import annotations

import pytest

from analysis.resources import languages
from tests.evaluation.injection import MATCHING, NOTHING, STORIES, changes, outcomes

REACHED = [
    ("moved", ("en", "ro"), 4),
    ("dropped", ("ro",), 3),
    ("figure", ("fr",), 6),
    ("loaded", ("sv",), 2),
    ("quoted", ("de",), 4),
    ("hedged", ("nb",), 3),
]
"""Changes told rightly of those made in these languages: levels that were reached."""


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_every_change_in_every_language(story: str) -> None:
    made = {(one.kind, one.after.language) for one in changes(story)}
    assert made == {(kind, code) for kind in (*MATCHING, NOTHING) for code in languages()}


def test_of_copies_and_translations_nothing_is_told() -> None:
    found = list(outcomes("lake", [NOTHING]))
    assert len(found) == 2 * len(languages())
    assert [one for one in found if one.told] == []


@pytest.mark.parametrize(("kind", "codes", "least"), REACHED)
def test_a_change_is_told_as_what_it_is(kind: str, codes: tuple[str, ...], least: int) -> None:
    found = [one.verdict for one in outcomes("lake", [kind], codes=codes)]
    assert found.count("found") >= least
    assert "other" not in found
