"""What the demonstration articles give, in golden files: a change of theirs is seen, read and then accepted.

``pytest tests/test_golden.py --update-goldens`` writes them anew. They hold what a reader would notice, not scores.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from analysis.comparison import compare
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import Analysed, Analysis, ArticleInput, Comparison, OrderDifference, PartialDate, ReactionKey

SEEDS = Path(__file__).parents[1] / "seeds"
LEAK = ("000", "001")
TOP = 4
"""Findings of the comparison that the golden file holds: the most telling."""
START = 60
"""Characters of a quotation that it is known by."""

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
