"""Who is quoted first: told of different voices, each in the words beside its name, in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.dimension import About, Story, Weight, finding
from analysis.comparison.findings.first_words import first_words
from analysis.comparison.findings.ranking import ranked
from analysis.comparison.linking import link
from analysis.comparison.members import members_of
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import Analysed, ArticleInput, ArticleSpan, Finding, Message, Quote, Stance, StanceLabel

OPENING = {
    "sv": "Kommunfullmäktige i Holmsund beslutade på tisdagen att stänga biblioteket i hamnen.",
    "nb": "Kommunestyret i Holmsund vedtok tirsdag å stenge biblioteket ved havna.",
    "nn": "Kommunestyret i Holmsund vedtok tysdag å stengje biblioteket ved hamna.",
    "da": "Byrådet i Holmsund besluttede tirsdag at lukke biblioteket ved havnen.",
    "ro": "Consiliul local din Holmsund a hotărât marți să închidă biblioteca din port.",
    "en": "The town council of Holmsund decided on Tuesday to close the library at the harbour.",
    "de": "Der Stadtrat von Holmsund beschloss am Dienstag, die Bibliothek am Hafen zu schließen.",
    "fr": "Le conseil municipal de Holmsund a décidé mardi de fermer la bibliothèque du port.",
}
SAYS = {
    "sv": ("”Huset kostar mer än hela skolan”, säger {}.", "”Barnen har ingen annanstans att ta vägen”, säger {}."),
    "nb": ("«Huset koster mer enn hele skolen», sier {}.", "«Barna har ikke noe annet sted å være», sier {}."),
    "nn": ("«Huset kostar meir enn heile skulen», seier {}.", "«Borna har ingen annan stad å vere», seier {}."),
    "da": ("»Huset koster mere end hele skolen«, siger {}.", "»Børnene har ikke andre steder at være«, siger {}."),
    "ro": ("„Clădirea costă mai mult decât școala”, a spus {}.", "„Copiii nu au alt loc unde să meargă”, a spus {}."),
    "en": (
        "“It costs more than the school,” said {}.",
        "“The children have nowhere else to go,” said {}.",
    ),
    "de": (
        "„Das Haus kostet mehr als die Schule“, sagte {}.",
        "„Die Kinder haben keinen anderen Ort“, sagte {}.",
    ),
    "fr": (
        "« Elle coûte plus que l'école », a dit {}.",
        "« Les enfants n'ont pas d'autre lieu », a dit {}.",
    ),
}
SOMEBODY = {
    "sv": "en lärare",
    "nb": "en lærer",
    "nn": "ein lærar",
    "da": "en lærer",
    "ro": "un profesor",
    "en": "a teacher",
    "de": "ein Lehrer",
    "fr": "un enseignant",
}
BERG, LUND = "Anna Berg", "Carl Lund"


SIDES: dict[str, StanceLabel] = {
    BERG: "criticism",
    LUND: "support",
    "Eva Holm": "support",
    "Anne-Marie Berg": "support",
}
"""On which side everybody is read to be."""


def article(outlet: str, code: str, *said: str, sides: dict[str, StanceLabel] = SIDES) -> Analysed:
    text = "\n\n".join([OPENING[code], *said, OPENING[code].replace("Holmsund", "Norrvik")])
    item = analyse(ArticleInput(outlet, text=text, language=code, clean=False), load_encoder())
    quotes = tuple(replace(one, stance=_stance(item, one, sides)) for one in item.analysis.quotes)
    return replace(item, analysis=replace(item.analysis, quotes=quotes))


def _stance(item: Analysed, quote: Quote, sides: dict[str, StanceLabel]) -> Stance:
    actor = quote.speaker.actor if quote.speaker else None
    name = next((one.name for one in item.analysis.actors if one.id == actor), "")
    return replace(quote.stance, label=sides.get(name, "neutral"), confidence=0.9)


NAMED = "a b a_actor b_actor first second a_stance b_stance article actor actors lacking other claim short long left"
PARAMS = dict.fromkeys(NAMED.split(), "x")
"""A value for everything that a message of these kinds asks for."""


def quoted(*articles: Analysed) -> list[Finding]:
    return list(first_words(Story(members_of(link(articles)), (), compare(articles))))


@pytest.mark.parametrize("code", SAYS)
def test_the_first_to_be_quoted_are_told_if_they_differ(code: str) -> None:
    cost, children = SAYS[code][0].format(BERG), SAYS[code][1].format(LUND)
    first, second = article("alpha", code, cost, children), article("beta", code, children, cost)
    (found,) = quoted(first, second)
    assert found.summary == f"The first to be quoted by name in alpha is {BERG}, in beta {LUND}."
    assert [span.text in words for span, words in zip(found.evidence, (cost, children), strict=True)] == [True, True]
    assert quoted(first, article("beta", code, cost, children)) == []


@pytest.mark.parametrize("code", SAYS)
def test_who_is_quoted_first_is_trivial_where_nobody_takes_sides_or_has_the_last_word(code: str) -> None:
    cost, children = SAYS[code][0].format(BERG), SAYS[code][1].format(LUND)
    both = [(cost, children), (children, cost)]
    assert quoted(*(article(f"o{n}", code, *said, sides={}) for n, said in enumerate(both))) == []
    same: dict[str, StanceLabel] = {BERG: "support", LUND: "dismissal"}
    assert quoted(*(article(f"o{n}", code, *said, sides=same) for n, said in enumerate(both))) == []
    late = [OPENING[code].replace("Holmsund", f"Norrvik {n}") for n in range(8)]
    first = article("o1", code, cost, sides={})
    assert quoted(first, article("o2", code, children, *late, cost, sides={})) != []


@pytest.mark.parametrize("code", SAYS)
def test_an_article_whose_first_quotation_has_no_name_beside_it_is_left_out(code: str) -> None:
    cost, children = SAYS[code]
    first = article("alpha", code, cost.format(BERG), children.format(LUND))
    unnamed = children.format(SOMEBODY[code])
    assert quoted(first, article("beta", code, unnamed, cost.format(LUND))) == []
    assert quoted(first, article("beta", code, cost.format(LUND), unnamed)) != []


def test_namesakes_may_be_one_person() -> None:
    cost, children = SAYS["en"]
    first = article("alpha", "en", cost.format("Anna Berg"), children.format(LUND))
    assert quoted(first, article("beta", "en", children.format("Anne-Marie Berg"), cost.format(LUND))) == []


def test_three_articles_with_three_first_voices_are_one_finding() -> None:
    cost, children = SAYS["en"]
    items = [
        article("alpha", "en", cost.format(BERG)),
        article("beta", "en", children.format(LUND)),
        article("gamma", "en", cost.format("Eva Holm")),
    ]
    (found,) = quoted(*items)
    assert found.message.key == "first_voice.quoted_apart"
    assert set(found.values.values()) == set(found.actors)
    assert len(found.actors) == 3


def test_who_comes_first_is_not_told_twice() -> None:
    first, other = (finding_of(key, ("a", "b")) for key in ("order_reversal.articles", "first_voice.quoted"))
    assert [one.kind for one in ranked([other, first])] == ["order_reversal"]
    third = finding_of("first_voice.quoted", ("a", "c"))
    assert [one.kind for one in ranked([third, first])] == ["order_reversal", "first_voice"]


def test_that_somebody_spoke_to_the_outlet_itself_adds_nothing_to_who_alone_speaks() -> None:
    own, alone = finding_of("source_gap.own", ("a",)), finding_of("only_here.speakers", ("a", "b"))
    assert [one.kind for one in ranked([own, alone])] == ["only_here"]
    assert [one.kind for one in ranked([finding_of("source_gap.own", ("c",)), alone])] == ["only_here", "source_gap"]


def test_a_claim_left_out_with_the_rest_of_a_quotation_is_told_once() -> None:
    def at(key: str, article: str, start: int) -> Finding:
        return replace(finding_of(key, ()), evidence=(ArticleSpan(article, start, start + 20, "x" * 20),))

    cut = at("quotation_cut.part", "one", 100)
    assert [one.kind for one in ranked([at("omission.copy", "one", 110), cut])] == ["quotation_cut"]
    for other in (at("omission.copy", "two", 110), at("omission.copy", "one", 120)):
        assert [one.kind for one in ranked([other, cut])] == ["quotation_cut", "omission"]


def finding_of(key: str, actors: tuple[str, ...]) -> Finding:
    """A finding whose message has whatever it asks for."""
    return finding(Message(key, PARAMS), (), (), Weight(0.9, 0.9), About(actors=actors))
