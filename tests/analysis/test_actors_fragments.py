"""Pieces of notation are no names, and names are whole: seats, shortened regions, titles, initials, dashes, pairs."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.segmentation import segment
from analysis.types import ArticleInput


def names(text: str, language: str) -> dict[str, int]:
    """Display names of the actors, with how often each is mentioned."""
    document = segment(clean(ArticleInput(outlet="one", text=text, language=language)))
    return {actor.name: len(actor.mentions) for actor in find_actors(document)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rep. Paula Kerns, D-N.J., spoke.", {"Paula Kerns"}),
        ("“It is late,” said Rep. Owen Tate (R-Utah).", {"Owen Tate"}),
        ("The fire began in Danbury, Conn., on Monday.", {"Danbury"}),
        ("Arizona Gov. Paula Kerns left the room.", {"Arizona", "Paula Kerns"}),
        ("As did Representative Owen T. Marsh of Ohio, the hall emptied.", {"Owen T. Marsh", "Ohio"}),
    ],
)
def test_notation_around_a_name_is_no_actor(text: str, expected: set[str]) -> None:
    assert set(names(text, "en")) == expected


OPENED = [
    ("en", "Plus Marlow wants a vote. Owen Marlow left. Marlow said no.", "Owen Marlow", 3),
    ("de", "Dagegen Lindner klagte. Petra Lindner kam. Lindner sagte nein.", "Petra Lindner", 3),
    ("sv", "Även Lindmark klagade. Petra Lindmark kom. Lindmark sade nej.", "Petra Lindmark", 3),
    ("nb", "Også Lindvik klaget. Petra Lindvik kom. Lindvik sa nei.", "Petra Lindvik", 3),
    ("da", "Også Lindgaard klagede. Petra Lindgaard kom. Lindgaard sagde nej.", "Petra Lindgaard", 3),
    ("fr", "Selon Morvan, rien ne va. Claire Morvan est venue. Morvan a dit non.", "Claire Morvan", 3),
]


@pytest.mark.parametrize(("language", "text", "name", "count"), OPENED)
def test_a_word_that_opens_a_sentence_is_no_given_name(language: str, text: str, name: str, count: int) -> None:
    assert names(text, language) == {name: count}


PAIRS = [
    ("en", "Owen Marlow met Paul Tate. The Marlow-Tate plan is old."),
    ("de", "Owen Marlow traf Paul Tate. Das Duo Marlow-Tate ist alt."),
    ("sv", "Owen Marlow mötte Paul Tate. Duon Marlow-Tate är gammal."),
    ("da", "Owen Marlow mødte Paul Tate. Duoen Marlow-Tate er gammel."),
    ("fr", "Owen Marlow a vu Paul Tate. Le duo Marlow-Tate est vieux."),
]


@pytest.mark.parametrize(("language", "text"), PAIRS)
def test_two_surnames_joined_by_a_hyphen_are_two_people(language: str, text: str) -> None:
    assert names(text, language) == {"Owen Marlow": 2, "Paul Tate": 2}


def test_a_double_surname_stays_one() -> None:
    assert "Eva Lund-Berg" in names("Eva Lund-Berg kom. Lund-Berg sade nej. Petra Lund log.", "sv")


COUPLES = [
    (
        "en",
        "Claire Marlow and Peter Marlow came. Mrs. Marlow said no. Mr. Marlow left.",
        "Claire Marlow",
        "Peter Marlow",
    ),
    (
        "de",
        "Petra Lindner und Klaus Lindner kamen. Frau Lindner sprach. Herr Lindner ging.",
        "Petra Lindner",
        "Klaus Lindner",
    ),
    (
        "fr",
        "Claire Morvan et Jean Morvan sont là. Mme Morvan a dit non. M. Morvan est parti.",
        "Claire Morvan",
        "Jean Morvan",
    ),
    (
        "sv",
        "Petra Lindmark och Lars Lindmark kom. Fru Lindmark log. Herr Lindmark gick.",
        "Petra Lindmark",
        "Lars Lindmark",
    ),
    (
        "ro",
        "Maria Lupescu și Ion Lupescu au venit. Doamna Lupescu a vorbit. Domnul Lupescu a plecat.",
        "Maria Lupescu",
        "Ion Lupescu",
    ),
]


@pytest.mark.parametrize(("language", "text", "wife", "husband"), COUPLES)
def test_a_title_tells_a_couple_of_one_surname_apart(language: str, text: str, wife: str, husband: str) -> None:
    assert names(text, language) == {wife: 2, husband: 2}


def test_a_title_of_neither_bearer_names_a_third() -> None:
    found = names("Petra Lindner kam. Anna Lindner kam. Herr Lindner sprach. Herr Lindner ging.", "de")
    assert found == {"Petra Lindner": 1, "Anna Lindner": 1, "Lindner": 2}


def test_a_body_that_begins_like_a_role_keeps_its_whole_name() -> None:
    found = names("Republican National Committee chairman Owen Tate spoke.", "en")
    assert "Republican National Committee" in found
    assert "National Committee" not in found


ACRONYMS = [
    ("en", "The Kestrel Bridge Foundation gave money. The KBF wants a vote.", "Kestrel Bridge Foundation"),
    ("sv", "Svenska Hamn Förbundet strejkar. Facket SHF vill ha mer lön.", "Svenska Hamn Förbundet"),
    ("de", "Der Norddeutsche Hafen Verband streikt. Die Gewerkschaft NHV klagt.", "Norddeutsche Hafen Verband"),
    ("nb", "Norsk Havn Forbund streiker. Laget NHF vil ha mer lønn.", "Norsk Havn Forbund"),
    ("fr", "La Fédération Nationale des Ports est en grève. La FNP veut parler.", "Fédération Nationale des Ports"),
]


@pytest.mark.parametrize(("language", "text", "name"), ACRONYMS)
def test_an_acronym_and_the_name_that_it_stands_for_are_one(language: str, text: str, name: str) -> None:
    assert names(text, language) == {name: 2}


@pytest.mark.parametrize(("genitive", "name"), [("Mariei", "Maria"), ("Anei", "Ana"), ("Elenei", "Elena")])
def test_what_belongs_to_somebody_is_no_place(genitive: str, name: str) -> None:
    found = names(f"Casa {genitive} Lupescu a ars la Cluj. {name} Lupescu e în viață.", "ro")
    assert "Cluj-Napoca" in found
    assert {one for one in found if "Lupescu" in one} == {f"{name} Lupescu"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Uta Kessel kam nach Bonn. „Nein“, sagte Kessel.", {"Uta Kessel": 2, "Bonn": 1}),
        ("sv", "Peter Kärv kom till Lund. ”Nej”, sade Kärv.", {"Peter Kärv": 2, "Lund": 1}),
        ("sv", "Carl af Ulmsten kom till Lund.", {"Carl af Ulmsten": 1, "Lund": 1}),
        ("nb", "Peder Sten kom til Moss. «Nei», sa Sten.", {"Peder Sten": 2, "Moss": 1}),
        ("da", "Grete Sten kom til Vejle. »Nej,« sagde Sten.", {"Grete Sten": 2, "Vejle": 1}),
        ("fr", "Jean-Luc Val-Roy a parlé. « Non », a dit M. Val-Roy.", {"Jean-Luc Val-Roy": 2}),
    ],
)
def test_a_surname_may_be_a_common_word(language: str, text: str, expected: dict[str, int]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "items"),
    [
        ("de", ("Geländer sind lose.", "Tore klemmen.")),
        ("en", ("Railings are loose.", "Tarmac is cracking.")),
        ("nb", ("Rekkverket er løst.", "Asfalten sprekker.")),
        ("sv", ("Räcket har lossnat.", "Asfalten spricker.")),
        ("da", ("Asfalten slår revner.", "Lamperne er slukket.")),
    ],
)
def test_the_first_word_of_an_item_is_no_name(language: str, items: tuple[str, str]) -> None:
    assert names("\n\n".join(f"• {item}" for item in items), language) == {}
