"""The founding question in every language: whose reaction comes first, whatever the people are called.

``data/stories`` tells one invented story in each language; a line is a kind and a paragraph.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from analysis.encoders import load_encoder
from analysis.pipeline import analyse, compare
from analysis.resources import languages
from analysis.types import Analysed, ArticleInput, Comparison

STORIES = Path(__file__).parent / "data" / "stories"
DISMISSING_FIRST = ("lead", "dismissal", "body", "criticism")
CRITICISING_FIRST = ("lead", "criticism", "body", "dismissal")
PAIRS = [(code, code) for code in languages()] + list(zip(languages(), languages()[3:] + languages()[:3], strict=True))
RENAMED = {
    "Marta Lindqvist": "Helene Sorensen",
    "Lindqvist": "Sorensen",
    "Oskar Brandt": "Pavel Moreau",
    "Brandt": "Moreau",
}
SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def article(code: str, order: tuple[str, ...], *, renamed: bool = False) -> Analysed:
    paragraphs: dict[str, str] = {}
    for line in (STORIES / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        kind, text = line.split("\t")
        paragraphs.setdefault(kind, text)
    text = "\n\n".join(paragraphs[kind] for kind in order)
    if renamed:
        for old, new in RENAMED.items():
            text = text.replace(old, new)
    return analyse(ArticleInput(f"{code}-{order[1]}", text=text, language=code), load_encoder())


def told_orders(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Surname and stance of each of two reactions, and the articles that give the one and the other first."""
    names = {one.actor: one.name.split()[-1] for one in comparison.framing.prominence}
    found = []
    for difference in comparison.framing.order_differences:
        sides = [
            (f"{names[difference.a.actor]}'s {difference.a.stance}", difference.a_first),
            (f"{names[difference.b.actor]}'s {difference.b.stance}", difference.b_first),
        ]
        (one, one_first), (other, other_first) = sorted(sides)
        found.append((one, other, one_first, other_first))
    return found


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_order_of_reactions_is_told_in_every_language_and_across_two(code: str, other: str) -> None:
    comparison = compare([article(code, DISMISSING_FIRST), article(other, CRITICISING_FIRST)])
    expected = ("Brandt's criticism", "Lindqvist's dismissal", ("article-2",), ("article-1",))
    assert expected in told_orders(comparison)
    top = comparison.findings[0]
    assert top.kind == "order_reversal"
    assert f"{code}-dismissal puts the dismissal by Marta Lindqvist before the criticism by Oskar Brandt" in top.summary
    assert {span.article for span in top.evidence} == {"article-1", "article-2"}


@pytest.mark.parametrize("code", languages())
def test_swapped_articles_swap_the_answer(code: str) -> None:
    comparison = compare([article(code, CRITICISING_FIRST), article(code, DISMISSING_FIRST)])
    assert ("Brandt's criticism", "Lindqvist's dismissal", ("article-1",), ("article-2",)) in told_orders(comparison)


@pytest.mark.parametrize("code", languages())
def test_paragraphs_in_the_same_order_show_no_difference(code: str) -> None:
    moved = ("criticism", "lead", "body", "dismissal")
    comparison = compare([article(code, CRITICISING_FIRST), article(code, moved)])
    assert comparison.framing.order_differences == ()
    assert "order_reversal" not in {finding.kind for finding in comparison.findings}


@pytest.mark.parametrize("code", languages())
def test_renamed_people_give_the_same_answer_under_their_new_names(code: str) -> None:
    renamed = [article(code, order, renamed=True) for order in (DISMISSING_FIRST, CRITICISING_FIRST)]
    assert ("Moreau's criticism", "Sorensen's dismissal", ("article-2",), ("article-1",)) in told_orders(
        compare(renamed)
    )


def test_the_seeds_that_tell_one_story_give_two_reactions_in_opposite_order() -> None:
    encoder = load_encoder()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("00[01]_*.txt"))]
    swedish, norwegian = (analyse(ArticleInput(f"demo-{n}", text=text), encoder) for n, text in enumerate(texts))
    for pair, first, second in (((swedish, norwegian), 1, 2), ((norwegian, swedish), 2, 1)):
        comparison = compare(pair)
        expected = ("Bacon's criticism", "Trump's dismissal", (f"article-{second}",), (f"article-{first}",))
        assert expected in told_orders(comparison)
        assert "the dismissal by Donald Trump" in comparison.findings[0].summary
        assert "the criticism by Don Bacon" in comparison.findings[0].summary
