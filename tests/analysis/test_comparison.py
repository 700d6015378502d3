"""Laws of a comparison: it says of the articles what they say, whichever order they come in."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import compare
from analysis.comparison.findings.ranking import score
from analysis.comparison.members import members_of
from analysis.comparison.reactions import MOST_KEYS, order_differences
from analysis.errors import EncoderMismatchError
from analysis.types import Analysed, Comparison, OrderDifference, Score, StanceLabel
from tests.analysis.stories import Line, Told, told
from tests.hostile.growth import calls
from tests.hostile.kinds import letters

STANCES: tuple[StanceLabel, ...] = ("criticism", "support", "dismissal")

PEOPLE = {"Anna Berg": "person:anna-berg", "Carl Lund": "person:carl-lund", "Eva Holm": "person:eva-holm"}
LEAD = "A leaked memo says that the ministry met lobbyists 14 times in the spring of 2024."
DISMISSAL = Line("Minister Anna Berg waved the memo away on Tuesday as nothing new.", "person:anna-berg", "dismissal")
CRITICISM = Line("Deputy Carl Lund called the secret meetings a betrayal.", "person:carl-lund", "criticism")
SUPPORT = Line("Party leader Eva Holm stands by the minister's record.", "person:eva-holm", "support")
CLOSING = "The parliament will hear the ministry about the 14 meetings next week."
LINES: tuple[Line | str, ...] = (
    LEAD,
    DISMISSAL,
    CRITICISM,
    SUPPORT,
    CLOSING,
    "Brua ble stengt i går etter 40 år.",
    "Nimeni nu a fost rănit.",
)


@st.composite
def stories(draw: st.DrawFn) -> list[Analysed]:
    """Two to four articles made of some of ``LINES`` in any order, each with an id of its own."""
    count = draw(st.integers(2, 4))
    articles = []
    for number in range(count):
        lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=7, unique_by=str))
        articles.append(told(Told(f"outlet-{number}", lines, PEOPLE, id=f"a{number}")))
    return articles


def order(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(d.a.actor, d.b.actor, d.a_first, d.b_first) for d in comparison.framing.order_differences]


def test_order_of_reactions_is_found_with_its_words() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM, CLOSING], PEOPLE))
    second = told(Told("beta", [LEAD, CRITICISM, CLOSING, DISMISSAL], PEOPLE))
    comparison = compare([first, second])
    assert order(comparison) == [("person:anna-berg", "person:carl-lund", ("article-1",), ("article-2",))]
    top = comparison.findings[0]
    assert top.kind == "order_reversal"
    assert top.summary == (
        "alpha puts the dismissal by Anna Berg before the criticism by Carl Lund; beta the other way round."
    )
    assert [span.text for span in top.evidence] == [DISMISSAL.text, CRITICISM.text, CRITICISM.text, DISMISSAL.text]


def test_order_follows_the_text_when_articles_are_swapped_or_paragraphs_moved() -> None:
    dismissing = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM], PEOPLE))
    criticising = told(Told("beta", [LEAD, CRITICISM, DISMISSAL], PEOPLE))
    assert order(compare([criticising, dismissing])) == [
        ("person:anna-berg", "person:carl-lund", ("article-2",), ("article-1",))
    ]
    assert order(compare([dismissing, told(Told("beta", [DISMISSAL, LEAD, CRITICISM], PEOPLE))])) == []


def test_reaction_that_one_article_lacks_gives_no_order() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM], PEOPLE))
    assert order(compare([first, told(Told("beta", [LEAD, CRITICISM], PEOPLE))])) == []


def test_first_reaction_is_the_first_with_a_stance() -> None:
    neutral = Line("Clerk Eva Holm said that the file is public.", "person:eva-holm")
    first, second = (
        told(Told("alpha", [LEAD, neutral, CRITICISM, DISMISSAL], PEOPLE)),
        told(Told("beta", [LEAD, neutral], PEOPLE)),
    )
    found = compare([first, second]).framing.first_reaction
    assert (found[0].actor, found[0].stance, found[0].quote) == ("person:carl-lund", "criticism", "q2")
    assert (found[1].actor, found[1].stance, found[1].quote) == (None, None, None)


@settings(deadline=None, max_examples=40)
@given(stories(), st.randoms(use_true_random=False))
def test_order_of_articles_only_permutes(articles: list[Analysed], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = compare(articles), compare(shuffled)
    assert sorted(map(sorted_lists, order(one))) == sorted(map(sorted_lists, order(other)))
    assert sorted((f.kind, f.effect) for f in one.findings) == sorted((f.kind, f.effect) for f in other.findings)
    assert {(c.id, len(c.present)) for c in one.claims} == {(c.id, len(c.present)) for c in other.claims}
    assert {frozenset((p.a, p.b)): p.similarity for p in one.overlap.pairs} == {
        frozenset((p.a, p.b)): p.similarity for p in other.overlap.pairs
    }
    assert set(one.sources.shared) == set(other.sources.shared)


def sorted_lists(difference: tuple[str, str, tuple[str, ...], tuple[str, ...]]) -> tuple[object, ...]:
    a, b, a_first, b_first = difference
    return a, b, tuple(sorted(a_first)), tuple(sorted(b_first))


@settings(deadline=None, max_examples=40)
@given(stories())
def test_comparison_is_deterministic_and_its_spans_hold(articles: list[Analysed]) -> None:
    comparison = compare(articles)
    assert asdict(comparison) == asdict(compare(articles))
    texts = {item.analysis.article.id: item.analysis.article.text for item in articles}
    spans = [span for finding in comparison.findings for span in finding.evidence]
    spans += [presence for claim in comparison.claims for presence in claim.present]  # type: ignore[misc]
    spans += [span for difference in comparison.framing.order_differences for span in difference.evidence]
    for span in spans:
        assert texts[span.article][span.start : span.end] == span.text
    for finding in comparison.findings:
        assert 0.0 <= finding.effect <= 1.0
    scores = [score(finding) for finding in comparison.findings]
    assert scores == sorted(scores, reverse=True)


def test_articles_without_ids_are_numbered_and_ids_are_kept() -> None:
    comparison = compare([told(Told("alpha", [LEAD])), told(Told("beta", [LEAD], id="stored"))])
    assert [article.id for article in comparison.articles] == ["article-1", "stored"]


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM], PEOPLE))
    second = told(Told("alpha", [LEAD, CRITICISM, DISMISSAL], PEOPLE))
    assert compare([first, second]).findings[0].summary.startswith("alpha (article-1) puts the dismissal by Anna")


def test_tone_is_told_apart_only_if_the_intervals_are() -> None:
    def toned(value: float, margin: float) -> Analysed:
        own = Score(value, n=18, interval=(value - margin, value + margin))
        return told(Told("alpha", [LEAD, DISMISSAL], PEOPLE, tone={"Anna Berg": own}))

    apart, close = compare([toned(-0.5, 0.2), toned(0.4, 0.2)]), compare([toned(-0.5, 0.6), toned(0.4, 0.6)])
    assert apart.sentiment[0].distinguishable and not close.sentiment[0].distinguishable
    assert apart.sentiment[0].spread == pytest.approx(0.9)
    told_nothing = [f.summary for f in close.findings if f.kind == "no_measurable_difference"]
    assert any("tone" in summary and "n = 1 shared actors" in summary for summary in told_nothing)


def test_sources_shared_and_of_one_alone() -> None:
    first = told(
        Told("alpha", [LEAD, "The Harbour Post and Radio Nord report it."], sources=["Harbour Post", "Radio Nord"])
    )
    second = told(Told("beta", [LEAD, "Radio Nord reports it."], sources=["Radio Nord"]))
    sources = compare([first, second]).sources
    assert sources.shared == ("Radio Nord",)
    assert [(one.article, one.name) for one in sources.only] == [("article-1", "Harbour Post")]
    assert len(sources.edges) == 3


def test_a_source_stands_once_whichever_actor_it_is_taken_for() -> None:
    def citing(outlet: str, *actors: str | None) -> Analysed:
        item = told(Told(outlet, [LEAD, "Radio Nord reports it."], sources=["Radio Nord"] * len(actors)))
        pairs = zip(item.analysis.sources, actors, strict=True)
        return replace(
            item, analysis=replace(item.analysis, sources=tuple(replace(one, actor=actor) for one, actor in pairs))
        )

    shared = compare([citing("alpha", None, "act_1"), citing("beta", "act_2", "act_1")]).sources
    assert (shared.shared, shared.only, len(shared.edges)) == (("Radio Nord",), (), 2)
    alone = compare([citing("alpha", "act_1", "act_2", None), told(Told("beta", [LEAD]))]).sources
    assert [one.name for one in alone.only] == ["Radio Nord"]


def test_an_actor_that_articles_name_differently_is_one_wherever_an_id_stands() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM], PEOPLE))
    short = {"Berg": "person:berg", "Lund": "person:lund"}
    lines = [
        Line("Lund called the secret meetings a betrayal.", "person:lund", "criticism"),
        Line("Berg waved the memo away.", "person:berg", "dismissal"),
    ]
    comparison = compare([first, told(Told("beta", lines, short))])
    assert order(comparison) == [("person:anna-berg", "person:carl-lund", ("article-1",), ("article-2",))]
    assert {one.actor for one in comparison.sentiment} == {"person:anna-berg", "person:carl-lund"}
    assert {one.actor for one in comparison.framing.first_reaction} == {"person:anna-berg", "person:carl-lund"}


def test_vectors_of_different_encoders_are_refused() -> None:
    first, second = told(Told("alpha", [LEAD])), told(Told("beta", [LEAD]))
    other = replace(second, embedding=replace(second.embedding, encoder="another@1"))
    with pytest.raises(EncoderMismatchError):
        compare([first, other])


def test_fifty_articles_make_every_pair() -> None:
    lines = [f"Sentence {n} of the report names the {n * 7}th of the 900 cases that were found." for n in range(40)]
    articles = [told(Told(f"outlet-{n}", [LEAD, DISMISSAL, CRITICISM, *lines[n % 9 :]], PEOPLE)) for n in range(50)]
    assert len(compare(articles).overlap.pairs) == 50 * 49 // 2


def crowd(outlet: str, size: int, turned: bool) -> Analysed:
    """So many people with a stance each, in one order or the other."""
    names = [f"Ada {letters(number).title()}sen" for number in range(size)]
    lines = [
        Line(f"{name} rejected the plan.", f"actor-{number}", STANCES[number % 3]) for number, name in enumerate(names)
    ]
    people = {name: f"actor-{number}" for number, name in enumerate(names)}
    return told(Told(outlet, lines[::-1] if turned else lines, people))


def test_of_many_reactions_those_that_stand_first_are_put_into_pairs() -> None:
    def differences(size: int) -> tuple[OrderDifference, ...]:
        members = members_of([crowd("post", size, turned=False), crowd("times", size, turned=True)])
        return order_differences(members)

    assert len(differences(20)) == 20 * 19 // 2
    differences(4)
    counts = [calls(lambda size=size: differences(size)) for size in (2 * MOST_KEYS, 4 * MOST_KEYS)]  # type: ignore[misc]
    assert counts[1] < 2.3 * counts[0]
    assert len(differences(3 * MOST_KEYS)) == MOST_KEYS * (MOST_KEYS - 1) // 2
