"""What keeps findings silent that an editor would strike out: two things told as one, and one as another."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.attribution_gap import worded_alike
from analysis.comparison.findings.contradiction import contradiction
from analysis.comparison.findings.dimension import Story
from analysis.comparison.findings.elsewhere import Naming
from analysis.comparison.findings.figures_counted import counts_apart
from analysis.comparison.findings.omission import omission
from analysis.comparison.findings.order_reversal import order_reversal
from analysis.comparison.findings.tellings import Telling
from analysis.comparison.members import members_of
from analysis.reader import Reading
from analysis.types import Actor, Analysed, Claim, ClaimPresence, Finding, Mention
from tests.analysis.stories import Line, Told, told

BERG, LUND = "person:anna-berg", "person:carl-lund"
PEOPLE = {"Anna Berg": BERG, "Carl Lund": LUND}


class Asserted:
    """A reading that holds all for asserted."""

    def certainty(self, start: int, end: int) -> tuple[float, ...]:
        return (1.0, 0.0, 0.0, 0.0)


def story(*items: Analysed, claims: tuple[Claim, ...] = ()) -> Story:
    readings = cast("tuple[Reading, ...]", tuple(Asserted() for _ in items))
    return Story(members_of(items), readings, replace(compare(items), claims=claims))


def presences(items: tuple[Analysed, ...], relation: str = "same") -> tuple[ClaimPresence, ...]:
    """The first line of each article, the last of them with the relation."""
    texts = [item.analysis.article.text.split("\n")[0] for item in items]
    relations = ["same"] * (len(items) - 1) + [relation]
    return tuple(
        ClaimPresence(member.id, 0, len(text), text, 1.0, relation=how, confidence=0.95)  # type: ignore[arg-type]
        for member, text, how in zip(members_of(items), texts, relations, strict=True)
    )


@pytest.mark.parametrize(
    ("headline", "named"),
    [
        ("Quarrel Turns Personal Between Two Mayors", False),
        ("Person Quits After Long Quarrel With Mayor", True),
        ("Persons Rücktritt überrascht die ganze Stadt", True),
        ("Persons avgång kom oväntat för alla i staden", True),
    ],
)
def test_a_capital_in_a_headline_of_capitals_makes_no_name(headline: str, named: bool) -> None:
    item = told(Told("alpha", ["Nothing is said here of anybody at all."]))
    article = replace(item.analysis.article, headline=headline)
    (member,) = members_of([replace(item, analysis=replace(item.analysis, article=article))])
    actor = Actor("person:ida-person", "Ida Person", "person", (Mention(0, 1, "x"),))
    assert (Naming(member).first(actor) is not None) == named


def reversed_order(answer: str, accusation: str) -> list[Finding]:
    lines = [Line(answer, BERG, "dismissal"), Line(accusation, LUND, "criticism")]
    one, other = told(Told("alpha", lines, PEOPLE)), told(Told("beta", lines[::-1], PEOPLE))
    return list(order_reversal(story(one, other)).findings)


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("Anna Berg said that nothing was hidden.", "Anna Berg asked: is it true that nothing was hidden?"),
        ("Anna Berg sade att inget doldes.", "Anna Berg frågade: är det sant att inget doldes?"),
        ("Anna Berg sagte, nichts sei verborgen.", "Anna Berg fragte: Ist es wahr, dass nichts verborgen ist?"),
        ("Anna Berg a dit que rien n'était caché.", "Anna Berg a demandé : est-il vrai que rien n'était caché ?"),
        ("Anna Berg a spus că nimic nu a fost ascuns.", "Anna Berg a întrebat: e adevărat că nimic nu a fost ascuns?"),
    ],
)
def test_who_asks_takes_no_side(answer: str, asked: str) -> None:
    accusation = "Carl Lund called the meetings a betrayal."
    assert len(reversed_order(answer, accusation)) == 1
    assert reversed_order(asked, accusation) == []


@pytest.mark.parametrize(
    ("first", "against", "count"),
    [
        ("Anna Berg won the council vote on Tuesday.", "Anna Berg lost the council vote on Tuesday.", 1),
        ("Anna Berg doubted that the bridge would open.", "Anna Berg had been praised by many of her voters.", 0),
        ("Anna Berg vann omröstningen i kommunen.", "Anna Berg hade hyllats av sina väljare i hamnen.", 0),
    ],
)
def test_a_contradiction_is_of_one_thing(first: str, against: str, count: int) -> None:
    items = (told(Told("alpha", [first], PEOPLE)), told(Told("beta", [against], PEOPLE)))
    claim = Claim("c1", first, presences(items, "contradicts"), (), ())
    assert len(contradiction(story(*items, claims=(claim,))).findings) == count


def test_what_is_left_out_is_told_in_the_words_of_all_who_say_it() -> None:
    longer = "The mayor wept, and the bakery on the square gave bread to all who came."
    shorter = "The bakery on the square gave bread away."
    items = (told(Told("a", [longer])), told(Told("b", [shorter])), told(Told("c", ["It rained."])))
    claim = Claim("c1", longer, presences(items)[:2], ("article-3",), ())
    (found,) = omission(story(*items, claims=(claim,))).findings
    assert found.summary == f"c leaves out what 2 others say: “{shorter}”"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("The council approved the measure on Tuesday.", "The measure was approved by the council, Berg said.", True),
        (
            "The fishery was closed because surveys lacked numbers on herring.",
            "Berg announced that boats may return to the fishery next spring.",
            False,
        ),
        ("Rådet godkände förslaget i tisdags.", "Förslaget godkändes av rådet, säger Berg.", True),
    ],
)
def test_an_outlets_word_and_a_speakers_are_one_statement_only_in_like_words(one: str, other: str, alike: bool) -> None:
    items = (told(Told("alpha", [one])), told(Told("beta", [other])))
    first, second = (
        Telling(member, presence, (), (1.0, 0.0, 0.0, 0.0))
        for member, presence in zip(members_of(items), presences(items), strict=True)
    )
    assert worded_alike((first, second)) == alike


def test_where_an_unsure_reaction_was_heard_is_told_without_its_stance() -> None:
    def through(medium: str, sure: float) -> Analysed:
        item = told(
            Told(medium, [Line(f"Anna Berg waved it away, {medium} reports.", BERG, "dismissal", medium)], PEOPLE)
        )
        quotes = tuple(replace(one, stance=replace(one.stance, confidence=sure)) for one in item.analysis.quotes)
        return replace(item, analysis=replace(item.analysis, quotes=quotes))

    keys = []
    for sure in (0.9, 0.4):
        found = compare([through("Radio Nord", sure), through("Harbour Post", sure)]).findings
        keys += [one.message.key for one in found if one.kind == "attribution_gap"]
    assert keys == ["attribution_gap.medium", "attribution_gap.heard"]


@pytest.mark.parametrize(
    ("one", "other", "told_apart"),
    [
        (
            "The archive says that boxes with 50,000 letters from the harbour office were moved in spring.",
            "The harbour office confirmed that 55,000 letters had been moved to the archive, in many boxes.",
            True,
        ),
        (
            "Arkivet uppger att 50 000 pärmar från hamnens kontor flyttades under våren till källaren.",
            "Från hamnens kontor flyttades 56 000 pärmar till arkivets källare under våren.",
            True,
        ),
        (
            "Das Archiv sagt, dass 50.000 Briefe aus dem Büro des Hafens im Frühling verschoben wurden.",
            "Im Frühling wurden aus dem Büro des Hafens 58.000 Briefe in das Archiv verschoben, hieß es.",
            True,
        ),
        ("The office moved 50,000 letters in spring.", "Elsewhere a school burnt 55,000 letters last year.", False),
        ("Boxes with 40 letters from the harbour office.", "The harbour office moved boxes with 47 letters.", False),
        (
            "The archive says that boxes with 50,000 letters from the harbour office were moved in spring.",
            "The harbour office confirmed that about 54,000 letters had been moved to the archive, in boxes.",
            False,
        ),
    ],
)
def test_large_counts_of_one_thing_are_told_apart(one: str, other: str, told_apart: bool) -> None:
    code = "sv" if "pärmar" in one else "de" if "Briefe" in one else "en"
    members = members_of([told(Told(outlet, [text], language=code)) for outlet, text in (("a", one), ("b", other))])
    assert bool(list(counts_apart(members))) == told_apart
