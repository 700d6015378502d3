"""Translations of one article name the same actors: mean Jaccard of actor ids over the pairs of languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import fmean

import pytest

from analysis.actors import find_actors, link_actors
from analysis.cleaning import clean
from analysis.resources import languages
from analysis.segmentation import segment
from analysis.types import Actor, ArticleInput

ARTICLES = json.loads(Path(__file__).with_name("data").joinpath("translated_actors.json").read_text(encoding="utf-8"))
FLOOR, LANGUAGE_FLOOR = 0.86, 0.80
"""Of all pairs of languages, and of the pairs with one language."""


def actors(text: str, language: str) -> tuple[Actor, ...]:
    return find_actors(segment(clean(ArticleInput(outlet="one", text=text, language=language))))


@cache
def shared() -> tuple[tuple[str, str, float], ...]:
    """How alike the actors of every pair of translations are."""
    return tuple(pair for article in ARTICLES for pair in _pairs(article))


def _pairs(article: dict[str, str]) -> Iterator[tuple[str, str, float]]:
    found = [actors(text, code) for code, text in article.items()]
    ids = [{linked[one.id] for one in told} for told, linked in zip(found, link_actors(found), strict=True)]
    for (first, one), (second, two) in combinations(zip(article, ids, strict=True), 2):
        yield first, second, len(one & two) / len(one | two)


def test_there_are_twelve_articles_in_every_language() -> None:
    assert len(ARTICLES) == 12
    assert {frozenset(article) for article in ARTICLES} == {frozenset(languages())}


def test_translations_name_the_same_actors() -> None:
    assert fmean(alike for _, _, alike in shared()) >= FLOOR


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_language_falls_behind(language: str) -> None:
    assert fmean(alike for first, second, alike in shared() if language in (first, second)) >= LANGUAGE_FLOOR
