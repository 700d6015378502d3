"""Whose view a sentence gives, told by a genitive or by whom it holds for, and asides that end with their clause."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

OWNED = [
    ("en", "Mona Harlow spoke. In Harlow's view, the dam is unsafe.", "Mona Harlow", "the dam is unsafe"),
    ("en", "In the surveyors' opinion, the dam is unsafe.", "the surveyors", "the dam is unsafe"),
    ("nb", "Mona Aas talte. Etter Aas' mening er dammen utrygg.", "Mona Aas", "er dammen utrygg"),
    ("nn", "Mona Vik tala. Etter Viks meining er dammen utrygg.", "Mona Vik", "er dammen utrygg"),
    ("da", "Mona Holm talte. Efter Holms mening er dæmningen usikker.", "Mona Holm", "er dæmningen usikker"),
    ("sv", "Mona Krok talade. Enligt Kroks mening är dammen osäker.", "Mona Krok", "är dammen osäker"),
    ("de", "Mona Krug sprach. Aus Krugs Sicht ist der Damm unsicher.", "Mona Krug", "ist der Damm unsicher"),
    ("fr", "Aux yeux du préfet, le barrage est fragile.", "préfet", "le barrage est fragile"),
    ("ro", "Din punctul de vedere al prefectului, barajul e fragil.", "prefectului", "barajul e fragil"),
]


@pytest.mark.parametrize(("code", "text", "speaker", "statement"), OWNED)
def test_a_view_is_its_owners(code: str, text: str, speaker: str, statement: str) -> None:
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    assert [(q.speaker.name, q.text) for q in quotes if q.speaker] == [(speaker, statement)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In plain view of the crowd, the barn burned."),
        ("en", "In this view the valley looks flat."),
        ("de", "Aus heutiger Sicht war das ein weiter Weg."),
        ("nb", "Etter langt syn over fjorden kom båten."),
        ("fr", "Pour deux mois, la route de la vallée ferme."),
        ("ro", "Pentru moment, drumul din vale este închis."),
    ],
)
def test_what_nobody_owns_is_no_view(code: str, text: str) -> None:
    document = document_of(text, code)
    assert find_quotes(document, find_actors(document)) == ()


@pytest.mark.parametrize(
    ("code", "text", "statement"),
    [
        ("en", "The toll, which drivers say is a theft, starts in June.", "is a theft"),
        ("en", "The toll, which drivers say is high, unfair and late, starts in June.", "is high, unfair and late"),
        ("de", "Die Maut, von der Fahrer sagen, sie sei zu hoch, gilt ab Juni.", "sie sei zu hoch"),
        ("sv", "Tullen, som förarna säger är för hög, gäller från juni.", "är för hög"),
        ("nb", "Bompengene, som sjåførene sier er for høye, gjelder fra juni.", "er for høye"),
        ("fr", "Le péage, dont les chauffeurs disent qu'il est trop cher, ouvre en juin.", "qu'il est trop cher"),
    ],
)
def test_an_aside_ends_where_the_sentence_goes_on(code: str, text: str, statement: str) -> None:
    document = document_of(text, code)
    assert [q.text for q in find_quotes(document, find_actors(document))] == [statement]


def test_a_party_holds_what_it_judges() -> None:
    document = document_of("Pour la CFDT, cette fermeture menace les vallées de montagne.", "fr")
    quotes = find_quotes(document, find_actors(document))
    assert [q.text for q in quotes] == ["cette fermeture menace les vallées de montagne"]
    document = document_of("Pour la CFDT, la matinée commence au siège de la rue.", "fr")
    assert find_quotes(document, find_actors(document)) == ()


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("de", "Jana Holm kam. „Ein Wunder“, sagte Holm.", "Ein Wunder"),
        ("en", "Jana Holm came. “A Wonder,” said Holm.", "A Wonder,"),
        ("sv", "Jana Holm kom. ”Aldrig Mer”, sade Holm.", "Aldrig Mer"),
        ("nb", "Jana Holm kom. «Aldri Mer», sa Holm.", "Aldri Mer"),
        ("fr", "Jana Holm est venue. « Un Miracle », a dit Holm.", "Un Miracle"),
    ],
)
def test_capitals_before_a_verb_of_saying_are_speech(code: str, text: str, said: str) -> None:
    document = document_of(text, code)
    assert [(q.kind, q.text) for q in find_quotes(document, find_actors(document))] == [("direct", said)]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Amy Cole told the board it was “dead.” Mayor Ed Rusk disagreed.", "Amy Cole"),
        ("nb", "Amy Krag sa at planen var «død.» Ordfører Per Rusk var uenig.", "Amy Krag"),
        ("sv", "Amy Krok sade att planen var ”död.” Borgmästaren Per Rusk höll inte med.", "Amy Krok"),
        ("fr", "Amy Cole a dit que le plan était « mort ». Le maire Luc Rusk a protesté.", "Amy Cole"),
        ("ro", "Amy Coman a spus că planul e „mort.” Primarul Ion Rusu nu e de acord.", "Amy Coman"),
    ],
)
def test_a_piece_has_the_speaker_of_the_whole(code: str, text: str, speaker: str) -> None:
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    pieces = [q for q in quotes if q.kind != "indirect" and len(q.text) < 9]
    assert [q.speaker and q.speaker.name for q in pieces] == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("nb", "– Det er nok! Hun reiser seg. – Vi går, sier Liv Krag.", ["Det er nok!", "Vi går"]),
        ("nn", "– Det er nok! Ho reiser seg. – Vi går, seier Liv Krag.", ["Det er nok!", "Vi går"]),
        ("sv", "– Det räcker! Hon reser sig. – Vi går, säger Liv Krok.", ["Det räcker!", "Vi går"]),
        ("da", "– Det er nok! Hun rejser sig. – Vi går, siger Liv Krag.", ["Det er nok!", "Vi går"]),
        ("fr", "– C'est assez ! Elle se lève. – Nous partons, dit Lise Krug.", ["C'est assez !", "Nous partons"]),
    ],
)
def test_what_is_told_between_two_dashes_is_not_said(code: str, text: str, said: list[str]) -> None:
    document = document_of(text, code)
    assert [q.text for q in find_quotes(document, find_actors(document))] == said


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "A miller who runs the old mill said that the river was calm.", "A miller"),
        ("nb", "En kilde som jobber i fylket sier at broen er åpen.", "En kilde"),
        ("nn", "Ei kjelde som jobbar i fylket seier at brua er open.", "Ei kjelde"),
        ("sv", "En källa som arbetar i länet säger att bron är öppen.", "En källa"),
        ("da", "En kilde som sidder i amtet siger, at broen er åben.", "En kilde"),
        ("fr", "Un voisin qui habite en ville dit que le pont est ouvert.", "Un voisin"),
        ("fr", "Un pêcheur qui tient la barque dit que le pont est ouvert.", "Un pêcheur"),
        ("ro", "Un pescar care a văzut barca spune că podul e deschis.", "Un pescar"),
        ("sv", "En granne som hörde smällen säger att bron är öppen.", "En granne"),
        ("de", "Ein Nachbar, der nebenan wohnt, sagte, es sei laut gewesen.", "Ein Nachbar"),
    ],
)
def test_who_speaks_is_not_the_relative_clause(code: str, text: str, speaker: str) -> None:
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    assert [q.speaker and q.speaker.name for q in quotes] == [speaker]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“We are sorry,” a Gulf Rail spokeswoman told Reuters. Two aides, who asked not to be named, left."),
        ("fr", "Les voisins ont parlé. « Pardon », a déclaré à l’AFP Anne Roux, du syndicat."),
        ("sv", "Grannarna talade. ”Förlåt”, sade SJ:s presschef Per Holm till TT."),
        ("nb", "Naboene snakket. «Beklager», sa pressesjef Per Holm til NTB."),
        ("ro", "Vecinii au vorbit. „Regretăm”, a declarat pentru Agerpres Ana Dinu."),
    ],
)
def test_whom_it_was_told_is_not_who_said_it(code: str, text: str) -> None:
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    names = [q.speaker.name for q in quotes if q.speaker]
    assert len(names) == 1
    assert names[0] in ("a Gulf Rail spokeswoman", "Anne Roux", "Per Holm", "Ana Dinu")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Rederiet afviste at kommentere sagen."),
        ("de", "Die Reederei lehnte einen Kommentar ab."),
        ("en", "The ferry company declined to comment on the case."),
        ("fr", "La compagnie a refusé de commenter cette affaire."),
        ("nb", "Rederiet avviste å kommentere saken."),
        ("nn", "Reiarlaget avviste å kommentere saka."),
        ("ro", "Compania a refuzat să comenteze cazul."),
        ("sv", "Rederiet avböjde att kommentera saken."),
    ],
)
def test_a_refused_comment_is_no_statement(code: str, text: str) -> None:
    document = document_of(text, code)
    assert find_quotes(document, find_actors(document)) == ()
