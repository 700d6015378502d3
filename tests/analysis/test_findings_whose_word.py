"""On whose word a claim stands: the outlet's own here, somebody's there; and which findings have room."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.attribution_gap import attribution_gap, own_voice, reported
from analysis.comparison.findings.dimension import About, Story, Weight, finding
from analysis.comparison.findings.ranking import ranked
from analysis.comparison.findings.tellings import Telling
from analysis.comparison.members import members_of
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.reader import Reading
from analysis.types import (
    Analysed,
    ArticleInput,
    ArticleSpan,
    Claim,
    ClaimPresence,
    EvidentialMarker,
    Finding,
    FindingKind,
    Message,
    Span,
    VouchedBy,
)
from tests.analysis.stories import Line, Told, told

Status = Literal["reported", "alleged", "denied", "uncertain"]
ASSERTED, REPORTED, BETWEEN = (0.9, 0.02, 0.08, 0.0), (0.05, 0.95, 0.0, 0.0), (0.55, 0.4, 0.05, 0.0)
EXPECTED = {
    "en": "The new quay is expected to cost nine million crowns.",
    "sv": "Den nya kajen väntas kosta nio miljoner kronor.",
    "da": "Den nye kaj ventes at koste ni millioner kroner.",
    "nb": "Den nye kaien ventes å koste ni millioner kroner.",
    "nn": "Den nye kaien er venta å koste ni millionar kroner.",
    "fr": "Le nouveau quai est attendu pour la fin de l'automne.",
    "ro": "Noul chei este așteptat la sfârșitul toamnei.",
}


def telling(text: str, shares: tuple[float, ...], by: VouchedBy = "outlet", *status: Status) -> Telling:
    """A sentence that is put so, with expressions of these kinds."""
    (member,) = members_of([told(Told("alpha", [text]))])
    source = "person:anna-berg" if by == "source" else None
    presence = ClaimPresence(member.id, 0, len(text), text, 1.0, confidence=1.0, vouched_by=by, source=source)
    return Telling(member, presence, tuple(EvidentialMarker(0, 3, text[:3], one) for one in status), shares)


@pytest.mark.parametrize(
    ("shares", "status", "own"),
    [
        (ASSERTED, (), True),
        (ASSERTED, ("uncertain",), True),
        (ASSERTED, ("uncertain", "alleged"), False),
        (ASSERTED, ("reported",), False),
        (BETWEEN, ("uncertain",), False),
        (REPORTED, (), False),
    ],
)
def test_what_is_expected_is_the_outlets_own_voice_and_what_is_reported_is_not(
    shares: tuple[float, ...], status: tuple[Status, ...], own: bool
) -> None:
    assert own_voice(telling("The quay will cost nine million.", shares, "outlet", *status)) is own


@pytest.mark.parametrize("code", EXPECTED)
def test_an_expectation_is_uncertain_and_nobodys_report(code: str) -> None:
    given = ArticleInput("alpha", text=EXPECTED[code], language=code, clean=False)
    markers = analyse(given, load_encoder()).analysis.framing.evidentiality
    assert [one.status for one in markers] == ["uncertain"]


def test_what_is_ascribed_to_a_named_speaker_is_their_word_though_it_sounds_like_a_fact() -> None:
    text = "She expects the quay to cost nine million."
    assert reported(telling(text, BETWEEN, "source"))
    assert not reported(telling(text, ASSERTED, "source"))
    assert not reported(telling(text, BETWEEN, "anonymous"))


OWN = {
    "en": "Some 340 dockers of Nordvik walked off the quay on Friday morning.",
    "sv": "Omkring 340 hamnarbetare i Nordvik lämnade kajen på fredagsmorgonen.",
    "da": "Omkring 340 havnearbejdere i Nordvik forlod kajen fredag morgen.",
    "de": "Etwa 340 Hafenarbeiter von Nordvik verließen am Freitagmorgen den Kai.",
    "fr": "Quelque 340 dockers de Nordvik ont quitté le quai vendredi matin.",
}


class Put:
    """A reading by the beginning of a sentence."""

    def __init__(self, shares: tuple[float, ...]) -> None:
        self._shares = shares

    def certainty(self, start: int, end: int) -> tuple[float, ...]:
        return self._shares


def gaps(own: Analysed, said: Analysed) -> list[Finding]:
    """The findings on two articles whose first sentences make one claim."""
    items = (own, said)
    present = tuple(
        ClaimPresence(member.id, one.start, one.end, text[one.start : one.end], 0.9, confidence=0.99, vouched_by=by)
        for member, by in zip(members_of(items), cast("tuple[VouchedBy, ...]", ("outlet", "anonymous")), strict=True)
        for text, one in ((member.analysis.article.text, member.analysis.sentences[0]),)
    )
    claim = Claim("c1", present[0].text, present, (), ())
    readings = cast("tuple[Reading, ...]", (Put(ASSERTED), Put(REPORTED)))
    return list(attribution_gap(Story(members_of(items), readings, replace(compare(items), claims=(claim,)))).findings)


def by_the_management(text: str, code: str) -> Analysed:
    """The sentence as the word of somebody without a name."""
    item = told(Told("beta", [Line(text, "group:management")], {"Nordvik": "place:nordvik"}, language=code))
    (quote,) = item.analysis.quotes
    assert quote.speaker is not None
    speaker = replace(quote.speaker, actor=None, name="the management")
    unnamed = replace(quote, speaker=speaker, cue=Span(0, 4, text[:4]))
    marker = EvidentialMarker(0, 4, text[:4], "reported")
    framing = replace(item.analysis.framing, evidentiality=(marker,))
    return replace(item, analysis=replace(item.analysis, quotes=(unnamed,), framing=framing))


@pytest.mark.parametrize("code", OWN)
def test_a_count_on_the_word_of_somebody_without_a_name_is_told(code: str) -> None:
    def own(text: str) -> Analysed:
        return told(Told("alpha", [text], {"Nordvik": "place:nordvik"}, language=code))

    (found,) = gaps(own(OWN[code]), by_the_management(OWN[code], code))
    assert found.message.key == "attribution_gap.reported"
    assert found.values == {"article-1": "outlet", "article-2": "reported"}
    uncounted = OWN[code].replace("340 ", "")
    assert gaps(own(uncounted), by_the_management(uncounted, code)) == []


def weighed(kind: FindingKind, place: int, claims: tuple[str, ...] = ()) -> Finding:
    message = Message("wire_copy.pair", {"a": "a", "b": "b", "share": 0.5})
    spans = (ArticleSpan("one", place, place + 1, "x"),)
    return replace(finding(message, (), spans, Weight(0.6, 0.9), About(claims=claims)), kind=kind)


def test_a_figure_that_others_differ_in_too_is_told_behind_other_differences() -> None:
    figures = [weighed("differing_figures", place, ("c1",)) for place in range(3)]
    gap = weighed("certainty_gap", 9)
    kinds = [one.kind for one in ranked([gap, *figures])]
    assert kinds == ["differing_figures", "certainty_gap", "differing_figures", "differing_figures"]


def test_figures_of_other_claims_keep_their_rank() -> None:
    figures = [weighed("differing_figures", place, (f"c{place}",)) for place in range(2)]
    kinds = [one.kind for one in ranked([weighed("certainty_gap", 9), *figures])]
    assert kinds == ["differing_figures", "differing_figures", "certainty_gap"]


def test_a_second_article_that_alone_quotes_somebody_is_less_telling() -> None:
    alone = [weighed("only_here", place) for place in range(3)]
    others = [weighed("contradiction", 8), weighed("differing_figures", 9), weighed("loaded_language_gap", 9)]
    kinds = [one.kind for one in ranked([*others, *alone])]
    assert kinds == ["only_here", "contradiction", "differing_figures", "only_here", "only_here", "loaded_language_gap"]
