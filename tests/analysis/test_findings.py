"""Findings: what is told, on what proof, and that nothing is told where there is nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.messages import templates
from analysis.comparison.findings.ranking import WORTH
from analysis.types import Analysed, Finding, FindingKind, StanceLabel
from tests.analysis.stories import Line, Told, told
from tests.analysis.told_stories import NAMES, compared, written

PEOPLE = {"Anna Berg": "person:anna-berg", "Carl Lund": "person:carl-lund", "Eva Holm": "person:eva-holm"}
LEAD = "A leaked memo says that the ministry met lobbyists 14 times in the spring of 2024."
DISMISSAL = Line("Minister Anna Berg waved the memo away as nothing new.", "person:anna-berg", "dismissal")
CRITICISM = Line("Deputy Carl Lund called the secret meetings a betrayal.", "person:carl-lund", "criticism")
CLOSING = "The parliament will hear the ministry about it next week."
FILLING = ("Trains to the north stand still until tomorrow noon.", "A new bridge will be ready in four years.")


def findings(*articles: Analysed) -> tuple[Finding, ...]:
    return compare(articles).findings


def of_kind(found: Sequence[Finding], kind: str) -> list[Finding]:
    return [finding for finding in found if finding.kind == kind]


def test_the_same_article_twice_shows_no_difference_but_its_wording() -> None:
    article = Told("alpha", [LEAD, DISMISSAL, CRITICISM, CLOSING], PEOPLE)
    found = findings(told(article), told(article))
    assert {finding.kind for finding in found} == {"wire_copy", "no_measurable_difference"}
    silent = of_kind(found, "no_measurable_difference")
    assert silent
    assert [one.summary for one in silent if "n = " not in one.summary] == []


def test_a_reaction_through_another_medium_is_told() -> None:
    def through(medium: str) -> Analysed:
        line = Line(
            f"Minister Anna Berg waved the memo away, {medium} reports.", "person:anna-berg", "dismissal", medium
        )
        return told(Told(medium, [LEAD, line], PEOPLE))

    (found,) = of_kind(findings(through("Radio Nord"), through("Harbour Post")), "attribution_gap")
    assert found.summary == "Radio Nord has the dismissal by Anna Berg from Radio Nord, Harbour Post from Harbour Post."
    assert of_kind(findings(through("Radio Nord"), through("Radio Nord")), "attribution_gap") == []


def test_numbers_that_contradict_are_told_and_equal_ones_are_not() -> None:
    claim = "According to the memo the ministry of transport met the same lobbyists {} times during the spring."
    first = told(Told("alpha", [claim.format(14), CLOSING, *FILLING]))
    contradicting = findings(first, told(Told("beta", [claim.format(41), CLOSING, *FILLING])))
    (found,) = of_kind(contradicting, "differing_figures")
    assert found.summary == f"alpha has 14 and beta 41 in what both say: “{claim.format(14)}”"
    assert [span.article for span in found.evidence] == ["article-1", "article-2"]
    spelled = findings(first, told(Told("beta", [claim.format("fourteen"), CLOSING, *FILLING])))
    assert of_kind(spelled, "differing_figures") == []


def test_what_all_but_one_say_is_left_out_by_that_one() -> None:
    others = [told(Told(f"outlet-{n}", [LEAD, CLOSING, *FILLING])) for n in range(3)]
    lacking = told(Told("beta", [CLOSING, *FILLING, "Nobody from the press was let in on Monday."]))
    found = of_kind(findings(*others, lacking), "omission")
    assert [finding.summary for finding in found] == [f"beta leaves out what 3 others say: “{LEAD}”"]
    assert len(found[0].evidence) == 3


def test_an_order_of_opposed_reactions_outranks_every_smaller_difference() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM, CLOSING], PEOPLE, sources=["Radio Nord"]))
    second = told(Told("beta", [CRITICISM, LEAD, CLOSING, DISMISSAL], PEOPLE, sources=["Harbour Post"]))
    kinds = [finding.kind for finding in findings(first, second)]
    assert kinds[0] == "order_reversal"
    assert "first_voice" in kinds


def test_nothing_is_said_of_what_could_not_be_tested() -> None:
    found = findings(told(Told("alpha", ["Yes."])), told(Told("beta", ["No."])))
    assert found == ()


def test_every_sentence_is_written_for_a_kind_of_the_contract() -> None:
    kinds = {key.partition(".")[0] for key in templates()}
    assert kinds
    assert kinds <= set(get_args(FindingKind))
    assert set(WORTH) == set(get_args(FindingKind))


WORDED = ("headline", "lead", "body", *get_args(StanceLabel))
"""Parameters that are words of the contract: a front end has its own for them."""


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_filled_with_what_stands_in_the_articles_and_never_with_other_sentences(name: str) -> None:
    texts = " ".join(one.text for one in written(name)).lower()
    articles, actors = compared(name).articles, compared(name).framing.prominence
    known = {*(one.outlet for one in articles), *(one.name for one in actors), *WORDED}
    given = [(found.message.key, word) for found in compared(name).findings for word in words_in(found)]
    assert given
    assert [(key, word) for key, word in given if not (word in known or word.isdigit() or cut(word) in texts)] == []


def cut(word: str) -> str:
    """In small letters, without the signs at its end."""
    return re.sub(r"\W*$", "", word.lower())


def words_in(found: Finding) -> list[str]:
    """The words that a finding's sentence is filled with."""
    values = [value if isinstance(value, tuple) else (value,) for value in found.message.params.values()]
    return [one for value in values for one in value if isinstance(one, str)]


def test_a_finding_is_data_that_a_front_end_can_word_itself() -> None:
    first = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM, CLOSING], PEOPLE))
    second = told(Told("beta", [CRITICISM, LEAD, CLOSING, DISMISSAL], PEOPLE))
    found = findings(first, second)[0]
    assert found.message.key == "order_reversal.articles"
    assert {found.message.params["a"], found.message.params["b"]} == {"Anna Berg", "Carl Lund"}
    assert set(found.actors) == {"person:anna-berg", "person:carl-lund"}
    assert {quote.partition("#")[0] for quote in found.quotes} == set(found.articles) == set(found.values)
    assert 0.0 < found.confidence <= 1.0


def silent_on(found: Sequence[Finding]) -> set[object]:
    """The kinds of difference of which it is said that there is none."""
    return {one.message.key.partition(".")[2] for one in of_kind(found, "no_measurable_difference")}


def test_no_difference_of_order_is_said_only_of_articles_that_share_two_reactions() -> None:
    praise = Line("Eva Holm defends the meetings as useful.", "person:eva-holm", "support")
    both = told(Told("alpha", [LEAD, DISMISSAL, CRITICISM, CLOSING], PEOPLE))
    same = told(Told("beta", [LEAD, DISMISSAL, CLOSING, CRITICISM], PEOPLE))
    assert "order_reversal" in silent_on(findings(both, same))
    one = told(Told("beta", [LEAD, DISMISSAL, praise, CLOSING], PEOPLE))
    other = told(Told("gamma", [LEAD, CRITICISM, CLOSING], PEOPLE))
    assert "order_reversal" not in silent_on(findings(both, one, other))


def test_nothing_left_out_is_said_only_if_every_claim_is_known_of_every_article() -> None:
    known = compare([told(Told(f"outlet-{n}", [LEAD, CLOSING, *FILLING])) for n in range(3)])
    assert sum(len(claim.not_assessable) for claim in known.claims) == 0 < len(known.claims)
    assert "omission" in silent_on(known.findings)
    short = compare(
        [*(told(Told(f"outlet-{n}", [LEAD, CLOSING, *FILLING])) for n in range(2)), told(Told("b", [LEAD]))]
    )
    assert any(claim.not_assessable for claim in short.claims)
    assert "omission" not in silent_on(short.findings)
