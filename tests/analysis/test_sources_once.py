"""Where the name of a source ends, what is none, of what kind one is, and who stands once though called in two ways."""

from __future__ import annotations

import pytest

from tests.analysis.test_sources import sources_of


def named(text: str, code: str) -> list[tuple[str, str]]:
    """Every source by name in small letters, with its kind."""
    return [(source.name.casefold(), source.type) for source in sources_of(text, code)[0]]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "The harbour authorities on Tuesday said that the quay would close.", "the harbour authorities"),
        ("en", "The coast guard in a statement said that the quay would close.", "the coast guard"),
        ("de", "Die Hafenbehörde am Dienstag sagte, der Kai bleibe zu.", "die hafenbehörde"),
        ("sv", "Tjänstemän i januari sade att kajen stänger.", "tjänstemän"),
        ("nb", "Tjenestemenn i januar sa at kaia stenger.", "tjenestemenn"),
        ("da", "Embedsmænd allerede i januar sagde, at kajen lukker.", "embedsmænd"),
        ("da", "Over seks år har han ifølge rapporten overført penge fra Tarn Højskole.", "rapporten"),
        ("nb", "I seks år har han ifølge rapporten overført penger fra Tarn skole.", "rapporten"),
    ],
)
def test_when_and_in_what_something_was_said_is_no_part_of_the_name(code: str, text: str, name: str) -> None:
    assert [one for one, _ in named(text, code)] == [name]


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("de", "Der Rat sagte, dass er die in Tarn gestellten „Forderungen“ prüfe.", "die in tarn"),
        ("en", "Do you take the ferry? Tell us why the quay matters.", "us"),
        ("en", "About 3 in 10 bakers say that the quay should close.", "bakers"),
        ("da", "To måneder senere sagde Mara Holt, at kajen lukker.", "måneder"),
        ("fr", "Une version que conteste Mara Holt. Elle dit que le quai fermera.", "version"),
        ("en", "One thing that spoke against this was that the quay had sunk.", "thing"),
        ("en", "The long delays underscored that the quay is old.", "the long delays"),
        ("en", "Mara Holt leads a group in Tarn, which says that the quay is closed.", "tarn"),
    ],
)
def test_spans_of_time_pieces_of_phrases_and_where_it_was_are_no_sources(code: str, text: str, wrong: str) -> None:
    assert wrong not in [
        name.removeprefix("one ").removeprefix("une ").removeprefix("to ") for name, _ in named(text, code)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Händlern zufolge sinkt der Preis der Fische.", "anonymous"),
        ("Es handelt sich nach Meinung von Astronomen um einen Stein.", "anonymous"),
        ("Eine zweite Sohle ist laut Regelwerk verboten.", "document"),
    ],
)
def test_plurals_and_papers_without_an_article_are_sources(text: str, kind: str) -> None:
    assert [one for _, one in named(text, "de")] == [kind]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("de", "Das fehle, sagt der Verband der Fischer TKV.", ("der verband der fischer tkv", "official")),
        ("nb", "Forbundet Kaifolket krever at kaia åpnes.", ("kaifolket", "official")),
        (
            "en",
            "Tarn’s state rescue service reported that one boat had sunk.",
            ("tarn’s state rescue service", "official"),
        ),
        ("sv", "En serie planeras, uppger branschtidningen Kajbladet.", ("kajbladet", "outlet")),
        ("en", "All 21 Tarn Harbour members demanded that it stop.", ("all 21 tarn harbour members", "anonymous")),
        ("nb", "Kaikameratene forteller at det gikk bra.", ("kaikameratene", "anonymous")),
        ("de", "Der Kai sei sicher, heißt es in Tarner Fachkreisen.", ("tarner fachkreisen", "anonymous")),
        ("fr", "Le courrier, que nous avons lu, affirme que le quai fermera.", ("le courrier", "document")),
    ],
)
def test_the_noun_beside_a_name_tells_the_kind(code: str, text: str, source: tuple[str, str]) -> None:
    assert source in [(name[-len(source[0]) :], kind) for name, kind in named(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        (
            "en",
            "Tarnish official says quay closes. A Tarnish official says that the quay closes.",
            {"a tarnish official"},
        ),
        ("en", "One officer said it was late. Another officer said it was early.", {"one officer", "another officer"}),
        (
            "en",
            "Israel’s embassy in Oslo said that it was closed. The Embassy said that it would open in May.",
            {"israel’s embassy in oslo"},
        ),
        (
            "en",
            "Mara Holt told AP that she left. Bo Berg told the Associated Press that he stayed.",
            {"mara holt", "bo berg", "the associated press"},
        ),
        (
            "en",
            "A diver said that Mara Holt was away. Later the diver said that she was back.",
            {"a diver"},
        ),
    ],
)
def test_one_source_stands_once(code: str, text: str, names: set[str]) -> None:
    assert {name for name, _ in named(text, code)} == names


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "en",
            "Prices will fall, according to an analysis led by researchers at Princeton University.",
            "an analysis led by researchers at princeton university",
        ),
        ("en", "Prices will fall, according to research by the World Bank.", "research by the world bank"),
        ("de", "Der Verfassungsschutz Bayerns warnte davor, dass der Kai sinkt.", "der verfassungsschutz bayerns"),
    ],
)
def test_research_and_bodies_have_the_name_of_whose_they_are(code: str, text: str, name: str) -> None:
    assert name in [one for one, _ in named(text, code)]


def test_a_magazine_is_not_found_in_the_name_of_a_ministry() -> None:
    text = "The quay is open, the Ministry of Foreign Affairs spokesperson said."
    assert [kind for _, kind in named(text, "en")] == ["official"]


def test_who_speaks_of_himself_is_told_by_his_own_kind() -> None:
    text = "Das israelische Militär hat nach eigenen Angaben zwanzig Drohnen abgewehrt."
    assert [kind for _, kind in named(text, "de")] == ["official"]
