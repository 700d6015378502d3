"""What the demonstration articles and a text in each language give, in golden files: a change is seen, read, accepted.

``pytest tests/test_golden.py --update-goldens`` writes them anew. They hold what readers would notice, not scores. With
them stands the version of the method that gave them: other answers need another one, so that stored analyses are made
anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.pipeline import analyse, method
from analysis.resources import languages
from analysis.types import Analysed, Analysis, ArticleInput, Comparison, OrderDifference, PartialDate, ReactionKey
from tests.analysis.attribution import FOLDER, parse
from tests.conftest import GOLDEN

SEEDS = Path(__file__).parents[1] / "seeds"
LEAK = ("000", "001")
TOP = 4
"""Findings of the comparison that the golden file holds: the most telling."""
START = 60
"""Characters of a quotation that it is known by."""
METHOD = GOLDEN / "method.json"
"""The version of the method beside the digest of the answers that it gave."""

Golden = Callable[[str, object], None]


@cache
def analysed(number: str) -> Analysed:
    (path,) = SEEDS.glob(f"{number}*.txt")
    return analyse(ArticleInput(outlet=f"demo-{number}", text=path.read_text(encoding="utf-8")), load_encoder())


def test_the_seeds_are_analysed_as_before(golden: Golden) -> None:
    numbers = sorted(path.name[:3] for path in SEEDS.glob("*.txt"))
    golden("seeds", {number: outline(analysed(number).analysis) for number in numbers})


def test_the_leak_is_compared_as_before(golden: Golden) -> None:
    comparison = compare([analysed(number) for number in LEAK])
    names = {one.actor: one.name for one in comparison.framing.prominence}
    differences = [difference_of(one, names) for one in comparison.framing.order_differences]
    golden("leak_comparison", {"findings": findings_of(comparison), "order_differences": differences})


def test_a_text_in_each_language_is_analysed_as_before(golden: Golden) -> None:
    texts = {code: parse((FOLDER / f"{code}.txt").read_text(encoding="utf-8"))[0] for code in languages()}
    found = {code: analyse(ArticleInput(outlet=code, text=text), load_encoder()) for code, text in texts.items()}
    golden("languages", {code: outline(one.analysis) for code, one in found.items()})


def test_other_answers_come_with_another_version_of_the_method(golden: Golden) -> None:
    stated = json.loads(METHOD.read_text(encoding="utf-8"))
    found = {"version": method(load_encoder()).version, "answers": digest_of_answers()}
    assert renews(stated, found), "other answers: raise METHOD_VERSION in analysis/__init__.py, then --update-goldens"
    golden(METHOD.stem, found)


@pytest.mark.parametrize(
    ("version", "answers", "expected"), [("1", "a", True), ("2", "a", True), ("2", "b", True), ("1", "b", False)]
)
def test_answers_that_change_under_one_version_are_refused(version: str, answers: str, expected: bool) -> None:
    assert renews({"version": "1", "answers": "a"}, {"version": version, "answers": answers}) == expected


def renews(stated: dict[str, str], found: dict[str, str]) -> bool:
    """Whether the answers are those of before, or what is stored of before is made anew."""
    return found["answers"] == stated["answers"] or found["version"] != stated["version"]


def digest_of_answers() -> str:
    """One digest over all golden files of answers."""
    digest = sha256()
    for path in sorted(GOLDEN.glob("*.json")):
        if path != METHOD:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def outline(analysis: Analysis) -> dict[str, Any]:
    """An analysis without offsets and scores."""
    article = analysis.article
    return {
        "language": article.language.code,
        "headline": article.headline,
        "published_at": date_of(article.published_at),
        "updated_at": date_of(article.updated_at),
        "removed": [f"{one.reason}: {one.text[:START]}" for one in article.removed],
        "actors": [f"{one.name} ({one.type}) {len(one.mentions)}" for one in analysis.actors],
        "quotes": [
            f"{one.kind}, {one.speaker.name if one.speaker else None}, {one.stance.label}: {one.text[:START]}"
            for one in analysis.quotes
        ],
        "sources": [f"{one.name} ({one.type})" for one in analysis.sources],
    }


def date_of(date: PartialDate | None) -> str | None:
    return None if date is None else f"{date.value} ({date.precision}, {date.source})"


def findings_of(comparison: Comparison) -> list[str]:
    return [f"{one.kind}: {one.summary}" for one in comparison.findings[:TOP]]


def difference_of(difference: OrderDifference, names: dict[str, str]) -> dict[str, Any]:
    def side(key: ReactionKey) -> str:
        return f"{names[key.actor]}: {key.stance}"

    return {
        "a": side(difference.a),
        "b": side(difference.b),
        "a_first": list(difference.a_first),
        "b_first": list(difference.b_first),
        "evidence": [f"{span.article}: {span.text}" for span in difference.evidence],
    }
