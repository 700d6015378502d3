"""Claims and findings of whole stories in eight languages: what is grouped, what is told to be absent, what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.contradiction import contradiction
from analysis.comparison.findings.dimension import Story
from analysis.comparison.findings.figures_apart import apart, are_small
from analysis.comparison.findings.omission import omission
from analysis.comparison.findings.written import Written
from analysis.comparison.members import members_of
from analysis.reader import Reading, load_reader
from analysis.types import Analysed, Claim, ClaimPresence, ClaimRelation, Finding, NotAssessable, Unassessable
from tests.analysis.stories import Told, told
from tests.analysis.told_stories import NAMES, article_of, compared, written


def grouped(name: str, apart: bool = False) -> tuple[int, int, set[tuple[str, int, int]]]:
    """Pairs in one claim, how many of them make one, and which claim is found in which two articles."""
    right, every, found = 0, 0, set()
    for claim in compared(name, apart).claims:
        made = [one for one in claim.present if one.relation != "contradicts"]
        for one, other in combinations(made, 2):
            shared = article_of(name, one.article, apart).made(one.start)
            shared &= article_of(name, other.article, apart).made(other.start)
            right, every = right + bool(shared), every + 1
            found |= {(key, *sorted((int(one.article[-1]), int(other.article[-1])))) for key in shared}
    return right, every, found


def test_what_several_articles_say_is_one_claim_across_eight_languages() -> None:
    right = every = hits = wanted = 0
    for name in NAMES:
        pairs, of, found = grouped(name)
        right, every, hits = right + pairs, every + of, hits + len(found)
        made = [article.all_made for article in written(name)]
        wanted += sum(len(made[a] & made[b]) for a, b in combinations(range(len(made)), 2))
    assert right / every >= 0.96
    assert hits / wanted >= 0.75


def test_paragraphs_of_one_sentence_make_claims_as_longer_ones_do() -> None:
    right = every = found = found_in_longer = 0
    for name in NAMES[:6]:
        pairs, of, hits = grouped(name, apart=True)
        right, every, found = right + pairs, every + of, found + len(hits)
        found_in_longer += len(grouped(name)[2])
    assert right / every >= 0.95
    assert found / found_in_longer >= 0.95


def test_a_sentence_that_tells_two_things_makes_both_claims() -> None:
    told_two = "The museum is to stay closed until Friday, and the portrait, bequeathed by a widow in 1911"
    meant = set()
    for claim in compared("museum").claims:
        if any(one.text.startswith(told_two) for one in claim.present) and len(claim.present) > 1:
            others = [one for one in claim.present if not one.text.startswith(told_two)]
            meant |= frozenset.intersection(*(article_of("museum", one.article).made(one.start) for one in others))
    assert {"m9", "m10"} <= meant


def test_a_claim_is_told_by_the_sentence_of_each_article_that_is_likeliest_to_make_it() -> None:
    claims = [one for one in compared("rail").claims if "ingen alvorleg" in " ".join(p.text for p in one.present)]
    told = [one.text for claim in claims for one in claim.present if one.article == "article-3"]
    assert "Sept des 94 passagers ont été légèrement blessés." in told


def test_what_is_told_to_be_absent_is() -> None:
    told_absent = true = 0
    for name in NAMES:
        for claim in compared(name).claims:
            meant = frozenset().union(*(article_of(name, one.article).made(one.start) for one in claim.present))
            for article in claim.absent:
                told_absent += 1
                true += not meant <= article_of(name, article).all_made
    assert told_absent >= 30
    assert true / told_absent >= 0.85


def test_a_claim_of_one_article_alone_is_told_to_be_absent_nowhere() -> None:
    alone = [claim for name in NAMES for claim in compared(name).claims if len(claim.present) == 1]
    assert alone
    assert all(claim.absent == () and len(claim.not_assessable) == 3 for claim in alone)


def of(name: str, kind: str) -> list[Finding]:
    return [found for found in compared(name).findings if found.kind == kind]


@pytest.mark.parametrize(("reason", "told_so"), [("too_short", 1), ("uncertain", 0)])
def test_what_all_but_a_teaser_say_is_told_to_be_left_out(reason: Unassessable, told_so: int) -> None:
    said = "Minister Anna Berg won the vote in the council on Tuesday."
    items = [told(Told(outlet, [said])) for outlet in ("alpha", "beta", "gamma", "delta")]
    members = members_of(items)
    ids = [member.id for member in members]
    present = tuple(ClaimPresence(id_, 0, len(said), said, 1.0, relation="same", confidence=1.0) for id_ in ids[:2])
    claim = Claim("c1", said, present, (ids[2],), (ids[3],), reasons=(NotAssessable(ids[3], reason),))
    story = Story(members, readings_of(items), replace(compare(items), claims=(claim,)))
    found = omission(story).findings
    assert [one.summary for one in found] == [f"gamma leaves out what 2 others say: “{said}”"] * told_so


def readings_of(items: Sequence[Analysed]) -> list[Reading]:
    """What each article was read to say."""
    own = [item.analysis for item in items]
    return [load_reader().read(one.article.text, one.sentences, one.actors) for one in own]


def each_apart(found: Finding) -> list[tuple[object, ...]]:
    """The two figures of each claim that a finding tells."""
    sides = [value if isinstance(value, tuple) else (value,) for value in found.values.values()]
    return list(zip(*sides, strict=True))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("bridge", {"62000000", "80000000"}),
        ("quota", {"60", "70"}),
        ("school", {"300", "500"}),
        ("ferry", {"37", "52"}),
    ],
)
def test_figures_that_differ_are_told_with_both_tellings(name: str, values: set[str]) -> None:
    found = of(name, "differing_figures")
    assert values in [set(both) for one in found for both in each_apart(one)]
    assert all(len(one.evidence) == 2 * len(one.claims) for one in found)


def test_no_figure_is_told_to_differ_that_does_not() -> None:
    for name in NAMES:
        for found in of(name, "differing_figures"):
            for one, other in zip(found.evidence[::2], found.evidence[1::2], strict=True):
                assert article_of(name, one.article).made(one.start) & article_of(name, other.article).made(other.start)


def test_hearsay_here_and_a_fact_there_is_told() -> None:
    (found,) = [one for one in of("bridge", "certainty_gap") if "fire månader" in one.evidence[0].text]
    assert found.values[found.articles[0]] == "asserted"
    assert found.values[found.articles[1]] == "alleged"


def opposed(second: str, confidence: float) -> list[Finding]:
    """What is told of two articles, of which the second is held to contradict the first."""
    people = {"Anna Berg": "person:anna-berg"}
    first = "Minister Anna Berg won the vote in the council on Tuesday."
    items = [told(Told("alpha", [first], people)), told(Told("beta", [second], people))]
    members = members_of(items)
    told_so: list[tuple[str, ClaimRelation, float]] = [(first, "same", 1.0), (second, "contradicts", confidence)]
    present = [
        ClaimPresence(member.id, 0, len(text), text, 1.0, relation=relation, confidence=sure)
        for member, (text, relation, sure) in zip(members, told_so, strict=True)
    ]
    claim = Claim("c1", first, tuple(present), (), ())
    return list(contradiction(Story(members, (), replace(compare(items), claims=(claim,)))).findings)


def test_a_contradiction_is_told_if_it_is_sure_and_of_one_actor() -> None:
    against = "Minister Anna Berg lost the vote in the council on Tuesday."
    (found,) = opposed(against, 0.95)
    assert found.kind == "contradiction"
    assert [span.text for span in found.evidence][1] == against
    assert opposed(against, 0.7) == []
    assert opposed("The mayor lost the vote in the council on Tuesday.", 0.95) == []


@pytest.mark.parametrize(
    ("one", "code", "other", "other_code", "expected"),
    [
        ("Rederiet ställde in 86 turer.", "sv", "Rederiet indstillede 94 afgange.", "da", ("86", "94")),
        ("42 turbinar skal opp.", "nn", "Quarante-six éoliennes vont se dresser.", "fr", ("42", "46")),
        ("2,4 miljarder euro", "sv", "2,6 Milliarden Euro", "de", ("2,4 miljarder", "2,6 Milliarden")),
        ("Die Arbeiten beginnen im September.", "de", "Arbetet börjar i oktober.", "sv", ("September", "oktober")),
        ("Fire døde.", "da", "Trei oameni au murit.", "ro", ("4", "3")),
        ("Opening is in May.", "en", "Opnar i tredje kvartal.", "nn", None),
        (
            "Bygget er ferdig i mars.",
            "nb",
            "Lucrările se încheie în al treilea trimestru.",
            "ro",
            ("mars", "al treilea trimestru"),
        ),
        ("Færdig inden årets udgang.", "da", "Le pont ouvrira l'an prochain.", "fr", ("årets udgang", "l'an prochain")),
        ("It opens before the end of the year.", "en", "Den öppnar i december.", "sv", None),
        ("Im ersten Quartal eröffnet.", "de", "Invigs i februari.", "sv", None),
        ("Böterna blir 13 000 kronor.", "sv", "Es bringt 23 Millionen Kronen.", "de", None),
        ("They met 14 times.", "en", "They met 93 times.", "en", ("14", "93")),
    ],
)
def test_the_figures_that_differ_are_found(
    one: str, code: str, other: str, other_code: str, expected: tuple[str, str] | None
) -> None:
    def shown(found: tuple[Written, Written] | None) -> tuple[str, str] | None:
        return None if found is None else (found[0].shown, found[1].shown)

    assert shown(apart(one, code, other, other_code)) == expected
    assert shown(apart(other, other_code, one, code)) == (None if expected is None else expected[::-1])


def test_what_is_shown_is_the_figure_with_what_it_counts() -> None:
    found = apart("Avgiften är $12 miljoner om året.", "sv", "Elle coûte 9 millions, dit-il.", "fr")
    assert found is not None
    assert "Avgiften är $12 miljoner om året."[found[0].start : found[0].end] == "$12 miljoner om året"
    assert "Elle coûte 9 millions, dit-il."[found[1].start : found[1].end] == "9 millions"


@pytest.mark.parametrize(
    ("one", "code", "other", "other_code"),
    [
        ("Rund 30 Menschen", "de", "31 personar", "nn"),
        ("More than 200 passengers", "en", "212 passagerare", "sv"),
        ("Omkring 1 200 arbetare", "sv", "More than a thousand workers", "en"),
        ("3,5 procent", "sv", "three and a half per cent", "en"),
        ("Anna Berg, 58, talte.", "nb", "Anna Berg, 61, spoke.", "en"),
        ("La ora 12.30 au venit 40 de oameni", "ro", "At 13.30 came 40 people", "en"),
        ("Le pont date de 1958.", "fr", "Die Brücke wurde 1984 verbreitert.", "de"),
        ("14 000 anställda", "sv", "14.000 Menschen", "de"),
        ("Two dozen ships", "en", "19 skip", "nn"),
        ("12 procent av eleverna", "sv", "640 Schüler", "de"),
    ],
)
def test_roundings_ages_times_years_and_other_quantities_are_no_difference(
    one: str, code: str, other: str, other_code: str
) -> None:
    assert apart(one, code, other, other_code) is None


@pytest.mark.parametrize(
    ("values", "small"), [(("2", "3"), True), (("4", "46"), False), (("86", "94"), False), (("mars", "april"), False)]
)
def test_small_numbers_are_told_from_others_and_from_months(values: tuple[str, str], small: bool) -> None:
    assert are_small(values) is small
