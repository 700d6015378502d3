"""A language is not a source of bias: one article in eight languages gets one analysis.

The articles are written for this test. The floors are levels that were reached: a change may raise them.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.resources import languages
from analysis.types import Analysis, ArticleInput

FOLDER = Path(__file__).parent / "data" / "invariance"
ARTICLES: dict[str, dict[str, str]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
PAIRS = tuple(combinations(languages(), 2))
ACTOR_JACCARD, QUOTE_RATIO, REACTION_AGREEMENT, ORDER_AGREEMENT = 0.8, 0.95, 0.85, 0.9


@cache
def view(article: str, code: str) -> Analysis:
    return analyse(ArticleInput("demo", text=ARTICLES[article][code], clean=False), load_encoder()).analysis


def ids(analysis: Analysis) -> set[str]:
    return {actor.id for actor in analysis.actors if actor.type != "group"}


def speakers(analysis: Analysis) -> list[str | None]:
    return [quote.speaker.actor if quote.speaker else None for quote in analysis.quotes if quote.kind == "direct"]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def over_pairs(measure: str) -> list[float]:
    found = []
    for article in ARTICLES:
        for a, b in PAIRS:
            found.append(MEASURES[measure](view(article, a), view(article, b)))
    return found


def jaccard(a: Analysis, b: Analysis) -> float:
    return len(ids(a) & ids(b)) / len(ids(a) | ids(b))


def quote_ratio(a: Analysis, b: Analysis) -> float:
    first, second = len(speakers(a)), len(speakers(b))
    return min(first, second) / max(first, second, 1)


def same_first_reaction(a: Analysis, b: Analysis) -> float:
    firsts = [analysis.framing.reactions[0].actor if analysis.framing.reactions else None for analysis in (a, b)]
    return float(firsts[0] == firsts[1] and firsts[0] is not None)


def same_order(a: Analysis, b: Analysis) -> float:
    """Share of pairs of shared actors whose first mentions stand in the same order."""
    places = [{actor.id: actor.mentions[0].start for actor in analysis.actors} for analysis in (a, b)]
    shared = sorted(ids(a) & ids(b))
    pairs = list(combinations(shared, 2))
    agreeing = [(places[0][x] < places[0][y]) == (places[1][x] < places[1][y]) for x, y in pairs]
    return mean([float(value) for value in agreeing]) if agreeing else 0.0


MEASURES = {
    "actor ids": jaccard,
    "direct quotations": quote_ratio,
    "first reaction": same_first_reaction,
    "order of actors": same_order,
}
FLOORS = {
    "actor ids": ACTOR_JACCARD,
    "direct quotations": QUOTE_RATIO,
    "first reaction": REACTION_AGREEMENT,
    "order of actors": ORDER_AGREEMENT,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_eight_languages_agree(measure: str) -> None:
    assert mean(over_pairs(measure)) >= FLOORS[measure]


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("code", languages())
def test_the_language_is_told(article: str, code: str) -> None:
    assert view(article, code).article.language.code == code


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("code", languages())
def test_every_direct_quotation_has_the_speaker_that_the_english_text_gives_it(article: str, code: str) -> None:
    assert speakers(view(article, code)) == speakers(view(article, "en"))
    assert None not in speakers(view(article, "en"))
