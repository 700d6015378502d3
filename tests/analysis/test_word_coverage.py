"""The word lists of all languages reach equally far: on translations, each covers a like share of the words."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from analysis.resources import languages, rows
from analysis.text import fold, words_of

TESTS = Path(__file__).parents[1]
PARALLEL = ("analysis/data/tone/{}.txt", "analysis/data/stories/{}.txt", "analysis/data/attribution/{}.txt")
"""Texts of these tests that exist in every language and say the same."""
LISTS = (
    "attitudes",
    "cues",
    "evidentials",
    "frames",
    "gender_pronouns",
    "loaded",
    "roles",
    "speaker_roles",
)
"""Lists whose words are common enough in the texts to be counted."""
LEAST_SHARE = 0.5
"""Of the median: reached by every list (0.55 is the lowest), and half of what one language has would be a bias."""
LEAST_COMMON = 0.01
"""Share of the words of a text that a list covers in the middling language, so that counts are not of single words."""


@cache
def text(code: str) -> tuple[str, ...]:
    """Words of the parallel texts in a language."""
    articles = [json.loads(path.read_text("utf-8"))[code] for path in sorted(TESTS.glob("data/invariance/*.json"))]
    found = [*articles, *((TESTS / path.format(code)).read_text("utf-8") for path in PARALLEL)]
    return tuple(fold(word) for one in found for word in words_of(one))


def coverage(code: str, name: str) -> float:
    """Entries found for each word of the texts; ``*`` ends an entry that is a beginning, ``=`` one that is a form."""
    entries = [fold(row[0]) for row in rows(code, name)]
    whole = {entry.rstrip("=") for entry in entries}
    stems = tuple(entry.removesuffix("*") for entry in entries if entry.endswith("*"))
    words = text(code)
    alone = sum(word in whole or (bool(stems) and word.startswith(stems)) for word in words)
    running = f" {' '.join(words)} "
    return (alone + sum(running.count(f" {phrase} ") for phrase in whole if " " in phrase)) / len(words)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_covers_as_much_of_a_text_in_every_language(name: str) -> None:
    covered = {code: coverage(code, name) for code in languages()}
    middle = median(covered.values())
    assert middle >= LEAST_COMMON
    assert min(covered.values()) >= LEAST_SHARE * middle, covered
