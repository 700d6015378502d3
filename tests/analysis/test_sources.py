"""Sources: their kinds, what comes through whom, how much is borrowed, and credits of news agencies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.resources import DATA, read_rows
from analysis.sources import find_sources
from analysis.types import Source, Sourcing
from tests.analysis.attribution import document_of


def sources_of(text: str, code: str) -> tuple[tuple[Source, ...], Sourcing]:
    document = document_of(text, code)
    actors = find_actors(document)
    return find_sources(document, actors, find_quotes(document, actors))


@pytest.mark.parametrize(
    ("code", "text", "name", "kind"),
    [
        ("sv", "Bron ska stängas, skriver Aftonbladet.", "Aftonbladet", "outlet"),
        ("nb", "Broen skal stenges, melder Reuters.", "Reuters", "outlet"),
        ("da", "Broen skal lukkes, skriver avisen Politiken.", "Politiken", "outlet"),
        ("de", "Die Brücke werde gesperrt, berichtet der Spiegel.", "Spiegel", "outlet"),
        ("en", "The bridge will close, The Guardian reports.", "The Guardian", "outlet"),
        ("fr", "Le pont va fermer, rapporte Le Monde.", "Le Monde", "outlet"),
        ("en", "The bridge will close, the Fjorby Evening Post reports.", "Fjorby Evening Post", "outlet"),
        ("ro", "Podul va fi închis, relatează Digi24.", "Digi24", "outlet"),
        ("sv", "– Bron ska stängas, skriver Anna Berg på Facebook.", "Facebook", "social"),
        ("en", "“The bridge will close,” Anna Berg wrote on X.", "X", "social"),
        ("nb", "– Broen skal stenges, sier Anna Berg.", "Anna Berg", "person"),
        ("sv", "Bron ska stängas, uppger polisen.", "polisen", "official"),
        ("nb", "Broen skal stenges, opplyser politiet.", "politiet", "official"),
        ("da", "Broen skal lukkes, oplyser politiet.", "politiet", "official"),
        ("en", "The police said the bridge would close.", "police", "official"),
        ("en", "The bridge will close, according to people familiar with the matter.", "people familiar", "anonymous"),
        ("ro", "Podul va fi închis, potrivit unor persoane familiarizate cu situația.", "familiarizate", "anonymous"),
        ("sv", "Bron ska stängas, enligt personer med insyn.", "personer med insyn", "anonymous"),
        ("fr", "Le pont va fermer, selon des sources proches du dossier.", "sources proches", "anonymous"),
        ("en", "The report says that the bridge will close.", "report", "document"),
        ("sv", "Rapporten visar att bron måste stängas.", "Rapporten", "document"),
        ("nb", "Rapporten viser at broen må stenges.", "Rapporten", "document"),
    ],
)
def test_sources_are_named_with_their_kind(code: str, text: str, name: str, kind: str) -> None:
    found = {source.name: source.type for source in sources_of(text, code)[0]}
    assert [own for own in found if name.casefold() in own.casefold()], found
    assert {own_kind for own, own_kind in found.items() if name.casefold() in own.casefold()} == {kind}


def test_an_outlet_that_only_passes_a_statement_on_is_a_source_beside_its_speaker() -> None:
    sources, _ = sources_of("– Broen er stengt, sier ordfører Anna Berg ifølge Reuters.", "nb")
    assert [(source.name, source.type, len(source.quotes)) for source in sources] == [
        ("ordfører Anna Berg", "person", 1),
        ("Reuters", "outlet", 1),
    ]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("sv", "– Bron är stängd, säger utrikesminister Maria Berg.", "utrikesminister Maria Berg"),
        ("nb", "– Broen er stengt, sier utenriksminister Maria Berg.", "utenriksminister Maria Berg"),
        ("nn", "– Brua er stengd, seier utanriksminister Maria Berg.", "utanriksminister Maria Berg"),
        ("da", "– Broen er lukket, siger udenrigsminister Maria Berg.", "udenrigsminister Maria Berg"),
        ("de", "„Die Brücke ist gesperrt“, sagte Außenministerin Maria Berg.", "Außenministerin Maria Berg"),
        ("en", "“The bridge is closed,” said Foreign Minister Maria Berg.", "Foreign Minister Maria Berg"),
        ("fr", "« Le pont est fermé », a déclaré la ministre Maria Berg.", "ministre Maria Berg"),
        ("ro", "„Podul este închis”, a declarat ministrul Maria Berg.", "ministrul Maria Berg"),
    ],
)
def test_a_person_is_named_with_the_role_that_the_article_gives(code: str, text: str, name: str) -> None:
    found = sources_of(text, code)[0]
    assert [(source.name, source.type) for source in found] == [(name, "person")]
    assert found[0].actor is not None


@pytest.mark.parametrize(
    "text",
    [
        "He will expand the armed forces of the nation, Anna Berg said.",
        "“It is open,” said Anna Berg at the Nation Gallery.",
    ],
)
def test_a_common_word_that_is_also_a_papers_name_is_no_outlet(text: str) -> None:
    assert [source.type for source in sources_of(text, "en")[0]] == ["person"]


def test_a_medium_without_a_name_is_a_source_only_when_something_comes_through_it() -> None:
    assert [
        source.name for source in sources_of("Anna Berg says on its website that the bridge is closed.", "en")[0]
    ] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("sv", "– Bron är stängd, säger Anna Berg, chef för hamnen.", "Anna Berg, chef för hamnen"),
        ("sv", "– Bron är stängd, säger Anna Berg (S).", "Anna Berg (S)"),
        ("nb", "– Broen er stengt, sier Anna Berg, leder for havna.", "Anna Berg, leder for havna"),
        ("nn", "– Brua er stengd, seier Anna Berg, leiar for hamna.", "Anna Berg, leiar for hamna"),
        ("da", "– Broen er lukket, siger Anna Berg, leder af havnen.", "Anna Berg, leder af havnen"),
        ("de", "„Die Brücke ist gesperrt“, sagte Anna Berg, Chefin des Hafens.", "Anna Berg, Chefin des Hafens"),
        ("en", "“The bridge is closed,” said Anna Berg, a lawyer at the port.", "Anna Berg, a lawyer at the port"),
        ("fr", "« Le pont est fermé », a déclaré Anna Berg, directrice du port.", "Anna Berg, directrice du port"),
        ("ro", "„Podul este închis”, a declarat Anna Berg, directoarea portului.", "Anna Berg, directoarea portului"),
    ],
)
def test_a_person_is_named_with_what_stands_behind_the_name_to_say_who_that_is(code: str, text: str, name: str) -> None:
    assert [source.name for source in sources_of(text, code)[0]] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "According to Anna Berg, the move is wrong.",
        "“It is closed,” said Anna Berg, adding that a lawyer would come.",
        "“It is closed,” said Anna Berg, who is a lawyer.",
    ],
)
def test_a_clause_behind_a_name_is_no_description(text: str) -> None:
    assert [source.name for source in sources_of(text, "en")[0]] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("politiken", "Politiken"), ("nrk.no", "NRK"), ("nyt", "The New York Times"), ("usa-today", "USA Today")],
)
def test_an_outlet_has_borrowed_nothing_from_itself(outlet: str, name: str) -> None:
    document = document_of(f"Broen er lukket, siger Anna Berg til {name}.", "da")
    document = replace(document, article=replace(document.article, outlet=outlet))
    actors = find_actors(document)
    sources, sourcing = find_sources(document, actors, find_quotes(document, actors))
    assert [source.type for source in sources] == ["person"] and sourcing.borrowed.value == 0


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Anna Berg, krönikör på Aftonbladet, säger att bron är stängd."),
        ("nb", "Anna Berg, kommentator i Dagbladet, sier at broen er stengt."),
        ("nn", "Anna Berg, kommentator i Dagbladet, seier at brua er stengd."),
        ("da", "Anna Berg, kommentator på Politiken, siger, at broen er lukket."),
        ("de", "Anna Berg, Kolumnistin bei der Süddeutschen Zeitung, sagt, dass die Brücke gesperrt ist."),
        ("en", "Anna Berg, a writer for The Atlantic, said that the bridge was closed."),
        ("fr", "Anna Berg, chroniqueuse au Figaro, dit que le pont est fermé."),
        ("ro", "Anna Berg, editor la Digi24, spune că podul este închis."),
    ],
)
def test_an_outlet_that_somebody_works_for_has_not_reported_it(code: str, text: str) -> None:
    sources, sourcing = sources_of(text, code)
    assert [source.type for source in sources] == ["person"]
    assert sourcing.borrowed.value == 0


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("sv", "Bron ska stängas, skriver Gotlands Allehanda.", "Gotlands Allehanda"),
        ("nb", "Broen skal stenges, skriver Lofotposten.", "Lofotposten"),
        ("nn", "Brua skal stengjast, skriv Sunnmørsposten.", "Sunnmørsposten"),
        ("da", "Broen skal lukkes, skriver Skive Folkeblad.", "Skive Folkeblad"),
        ("de", "Die Brücke werde gesperrt, berichtet die Passauer Neue Presse.", "Passauer Neue Presse"),
        ("en", "The bridge will close, the Norfolk Gazette reports.", "Norfolk Gazette"),
        ("fr", "Le pont va fermer, rapporte La Dépêche du Nord.", "La Dépêche du Nord"),
        ("ro", "Podul va fi închis, scrie Monitorul de Suceava.", "Monitorul de Suceava"),
    ],
)
def test_a_local_paper_is_known_by_how_its_name_is_made(code: str, text: str, name: str) -> None:
    sources, sourcing = sources_of(text, code)
    assert [(source.type, name in source.name, len(source.mentions)) for source in sources] == [("outlet", True, 1)]
    assert sourcing.borrowed.value == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "The bridge will close, Bill Press said."), ("sv", "Bron ska stängas, säger Eva Bladet.")],
)
def test_a_person_who_is_called_like_a_paper_is_a_person(code: str, text: str) -> None:
    assert [source.type for source in sources_of(text, code)[0]] == ["person"]


def test_a_name_with_an_article_that_nobody_bears_is_a_bodys() -> None:
    found = sources_of("The bridge will close, according to the Kestrel Bridge Foundation for Norfolk.", "en")[0]
    assert [source.type for source in found] == ["official"]


def test_a_source_named_twice_is_one_source() -> None:
    text = "– Ja, sier Anna Berg.\n\n– Nei, sier Berg.\n\n– Kanskje, sier Anna Berg."
    sources, _ = sources_of(text, "nb")
    assert [(source.name, len(source.mentions), len(source.quotes)) for source in sources] == [("Anna Berg", 3, 3)]


def test_borrowed_is_the_share_of_sentences_that_stand_on_outlets() -> None:
    text = (
        "Broen skal stenges i april, skriver VG.\n\nOrdføreren var på stedet mandag.\n\n"
        "Arbeidet skal ta to måneder.\n\nPrisen er ti millioner, ifølge Dagbladet.\n"
    )
    _, sourcing = sources_of(text, "nb")
    assert sourcing.borrowed.value == 0.5 and sourcing.borrowed.n == 4
    assert sourcing.borrowed.interval is not None
    low, high = sourcing.borrowed.interval
    assert 0 < low < 0.5 < high < 1
    assert [span.text for span in sourcing.borrowed.evidence] == ["VG", "Dagbladet"]


def test_an_article_of_its_own_has_borrowed_nothing() -> None:
    _, sourcing = sources_of("– Broen er stengt, sier Anna Berg til oss.\n\nHun så den selv i går kveld.\n", "nb")
    assert sourcing.borrowed.value == 0


@pytest.mark.parametrize(
    ("code", "text", "credit"),
    [
        ("sv", "Bron över sundet har stängts. (TT)", "TT"),
        ("nb", "(©NTB)\n\nBroen over sundet er stengt i dag.", "NTB"),
        ("da", "Broen over sundet er lukket i dag.\n\n/ritzau/", "ritzau"),
        ("en", "STOCKHOLM (AP) — The bridge over the strait has been closed.", "AP"),
        ("fr", "PARIS (AFP) – Le pont a été fermé dans la nuit.", "AFP"),
        ("de", "Berlin (dpa) – Die Brücke ist seit Montag gesperrt.", "dpa"),
        ("ro", "Podul a fost închis luni dimineață. (Agerpres)", "Agerpres"),
    ],
)
def test_wire_credits_are_found(code: str, text: str, credit: str) -> None:
    assert [span.text for span in sources_of(text, code)[1].wire_credits] == [credit]


def test_an_agency_in_running_text_is_no_credit() -> None:
    assert sources_of("Broen skal stenges, melder NTB mandag kveld.", "nb")[1].wire_credits == ()


@pytest.mark.parametrize(("name", "least"), [("outlets", 300), ("agencies", 50), ("platforms", 15)])
def test_lists_of_the_worlds_media_are_large_and_clean(name: str, least: int) -> None:
    rows = read_rows(DATA / "world" / f"{name}.txt")
    assert len(rows) >= least
    assert all(len(row) == 2 and all(row) for row in rows)
    assert list(rows) == sorted(set(rows))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='abA .,:\n"”“«»–()X', min_size=1, max_size=300), st.sampled_from(["sv", "en", "de", "fi"]))
def test_spans_of_sources_are_the_text(text: str, code: str) -> None:
    text = "a" + text
    sources, sourcing = sources_of(text, code)
    spans = [span for source in sources for span in source.mentions]
    spans += [*sourcing.wire_credits, *sourcing.borrowed.evidence]
    assert all(text[span.start : span.end] == span.text for span in spans)
    starts = [source.mentions[0].start for source in sources]
    assert starts == sorted(starts)
    assert sourcing.borrowed.value is None or 0 <= sourcing.borrowed.value <= 1


def test_a_language_without_lists_has_no_borrowed_share() -> None:
    """A share of 0 would say that nothing is borrowed, which nobody has looked for."""
    _, sourcing = sources_of("Pääministeri kertoi asiasta Reutersille. Yleisradio uutisoi siitä maanantaina.", "fi")
    assert sourcing.borrowed.value is None
    assert sourcing.borrowed.reason == "unsupported_language"
