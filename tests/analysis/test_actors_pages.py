"""Names as pages write them: surnames in capitals, headlines in capitals, titles before small words, owners."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language


def actors(code: str, text: str) -> list[Actor]:
    return list(find_actors(segment(Article("test", text, Language(code, 1.0)))))


def people(code: str, text: str) -> list[str]:
    return sorted(actor.name for actor in actors(code, text) if actor.type == "person")


def test_a_title_cut_short_stands_before_the_small_words_of_a_surname() -> None:
    (person,) = (
        one
        for one in actors("fr", "Aymar de La Brosse habite à Nantes. « Oui », dit M. de La Brosse.")
        if one.type == "person"
    )
    assert [mention.text for mention in person.mentions] == ["Aymar de La Brosse", "de La Brosse"]


CAPITALS = [
    ("fr", "Maître Odile FERRAND plaide à Metz. Me FERRAND se tait.", ["Odile Ferrand"]),
    ("fr", "Les avocats Guy LE GOFF et Line D’ARVEL sont là.", ["Guy Le Goff", "Line D’Arvel"]),
    ("ro", "Deputatul Mihai DOBRICEANU a plecat la Arad.", ["Mihai Dobriceanu"]),
    ("de", "Der Anwalt Jens BROMBACH sprach in Fulda.", ["Jens Brombach"]),
    ("en", "The clerk Paul CALDECOTT spoke in Hull.", ["Paul Caldecott"]),
    ("en", "John McCAIN III spoke in Hull.", ["John McCAIN III"]),
]


@pytest.mark.parametrize(("code", "text", "names"), CAPITALS)
def test_a_surname_in_capitals_is_shown_as_names_are_written(code: str, text: str, names: list[str]) -> None:
    assert people(code, text) == names


HEADLINES = [
    ("nb", "FOLK I LOM SØKER JAN-ERIK VESTRHEIM\n\nFolk i Lom søker etter Jan-Erik Vestrheim."),
    ("nn", "POLITIET LEITAR ETTER ODD-INGE TVEITNES\n\nPolitiet i Lom leitar etter Odd-Inge Tveitnes."),
    ("sv", "POLISEN LETAR EFTER ULLA-GRETA STORHAMMAR\n\nPolisen i Lund letar efter Ulla-Greta Storhammar."),
    ("da", "POLITIET LEDER EFTER HANS-JØRGEN VESTERBÆK\n\nPolitiet i Ribe leder efter Hans-Jørgen Vesterbæk."),
    ("de", "SUCHE NACH KARL-HEINZ BROMBACH\n\nDie Polizei sucht Karl-Heinz Brombach in Fulda."),
    ("fr", "LA POLICE CHERCHE JEAN-GUY PELTRAUD\n\nLa police cherche Jean-Guy Peltraud à Metz."),
    ("ro", "POLIȚIA CAUTĂ PE ANA-MARIA DOBRICEANU\n\nPoliția o caută pe Ana-Maria Dobriceanu la Arad."),
    ("en", "POLICE HUNT FOR MARY-BETH CALDECOTT\n\nPolice in Hull look for Mary-Beth Caldecott."),
]


@pytest.mark.parametrize(("code", "text"), HEADLINES)
def test_a_hyphened_name_in_a_headline_in_capitals_is_whole(code: str, text: str) -> None:
    (person,) = (one for one in actors(code, text) if one.type == "person")
    assert [mention.text for mention in person.mentions] == [person.name.upper(), person.name]


def test_a_first_part_that_is_no_name_stays_out_of_the_name() -> None:
    assert people("en", "EX-TONY HAWTIN AIDE SPEAKS\n\nAn aide of Tony Hawtin spoke in Hull.") == ["Tony Hawtin"]


NICKNAMES = [
    ("ro", "Patronul Gelu „Nebunu” Stroescu a plecat la Arad. Stroescu tace.", "Gelu Stroescu"),
    ("ro", "Interlopul Gelu „Nebunu” Stroescu a plecat la Arad.", "Gelu Stroescu"),
    ("de", "Der Rapper Uwe „Bombe“ Brombach sprach in Bonn. Brombach schwieg.", "Uwe Brombach"),
    ("en", "Gangster Paul “Fingers” Caldecott was seen in Hull. Caldecott was silent.", "Paul Caldecott"),
    ("sv", "Gangstern Sune ”Kniven” Storhammar sågs i Lund. Storhammar teg.", "Sune Storhammar"),
    ("fr", "Le caïd Guy « le Gros » Peltraud est à Metz. Peltraud se tait.", "Guy Peltraud"),
    ("nb", "Torpedoen Tor «Kniven» Vestrheim ble sett i Lom.", "Tor Vestrheim"),
    ("da", "Rockeren Bent »Kniven« Vesterbæk blev set i Ribe.", "Bent Vesterbæk"),
    ("nn", "Boksaren Odd «Neven» Tveitnes vart sett i Voss.", "Odd Tveitnes"),
]


@pytest.mark.parametrize(("code", "text", "name"), NICKNAMES)
def test_a_nickname_stands_inside_one_name(code: str, text: str, name: str) -> None:
    assert people(code, text) == [name]


def test_a_surname_that_is_a_word_is_known_where_it_stands_alone_later() -> None:
    assert people("en", "Treasurer Paula Best stepped down in Ripley. Best said no.") == ["Paula Best"]
    assert people("en", "Senator Obamov Wednesday said no. Obamov left.") == ["Obamov"]


OWNERS = [
    ("de", "Jochen Altendorfs Pläne sind offen. „Ja“, sagte Altendorf.", "Jochen Altendorf"),
    ("sv", "Jan Altendorps planer är öppna. ”Ja”, sade Altendorp.", "Jan Altendorp"),
    ("nb", "Jan Vesterdals planer er åpne. «Ja», sa Vesterdal.", "Jan Vesterdal"),
    ("nn", "Jan Vesterdals planar er opne. «Ja», sa Vesterdal.", "Jan Vesterdal"),
    ("da", "Jan Vesterdals planer er åbne. »Ja«, sagde Vesterdal.", "Jan Vesterdal"),
    ("en", "Jan Vesterdale’s plans are open. “Yes,” said Vesterdale.", "Jan Vesterdale"),
]


@pytest.mark.parametrize(("code", "text", "name"), OWNERS)
def test_who_is_named_in_full_in_the_genitive_alone_is_known_by_surname(code: str, text: str, name: str) -> None:
    (actor,) = actors(code, text)
    assert (actor.name, len(actor.mentions)) == (name, 2)


STREETS = [
    ("nb", "Karl Nilsens gate ble stengt.", "Karl Nilsens gate"),
    ("nn", "Olav Tveitnes gate vart stengd.", "Olav Tveitnes gate"),
    ("sv", "Sten Storhammars gata stängdes.", "Sten Storhammars gata"),
    ("da", "Bent Vesterbæks gade blev lukket.", "Bent Vesterbæks gade"),
    ("de", "Die Jens Brombach Straße ist zu.", "Jens Brombach Straße"),
    ("fr", "La rue Victor Peltraud est fermée.", "rue Victor Peltraud"),
    ("ro", "Strada Mihai Dobriceanu este închisă.", "Strada Mihai Dobriceanu"),
    ("en", "Paul Caldecott Avenue is shut.", "Paul Caldecott Avenue"),
]


@pytest.mark.parametrize(("code", "text", "name"), STREETS)
def test_a_street_called_like_somebody_is_a_place(code: str, text: str, name: str) -> None:
    assert [(actor.name, actor.type) for actor in actors(code, text)] == [(name, "place")]


def test_somebody_who_comes_along_the_street_is_a_person() -> None:
    assert people("fr", "Victor Peltraud est venu dans la rue. Peltraud se tait.") == ["Victor Peltraud"]
