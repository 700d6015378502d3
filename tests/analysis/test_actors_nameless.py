"""Laws, treaties, prizes, days and single letters are no actors; people keep their names without what is glued on."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.actors.named import Named
from analysis.actors.nameless import without_nameless
from analysis.resources import languages, rows
from tests.analysis.framing_texts import document


def kept(language: str, text: str, name: str, kind: str) -> list[str]:
    """What is left of this name of the text."""
    whole = document(text, language)
    start = text.index(name)
    named = Named(start, start + len(name), name, kind, 1.0, whole.sentence_at(start).index)
    return [one.text for one in without_nameless(whole, [named])]


LAWS = {
    "sv": ("Regeringen ändrar Skogsvattenlagen nu.", "Skogsvattenlagen"),
    "nb": ("Regjeringen endrer Skogvannloven nå.", "Skogvannloven"),
    "nn": ("Regjeringa endrar Skogvasslova no.", "Skogvasslova"),
    "da": ("Regeringen ændrer Skovvandloven nu.", "Skovvandloven"),
    "ro": ("Guvernul schimbă Legea Brazilor acum.", "Legea Brazilor"),
    "en": ("They changed the Clean Pond Act today.", "Clean Pond Act"),
    "de": ("Sie ändern das Teichwassergesetz heute.", "Teichwassergesetz"),
    "fr": ("Ils changent la Loi Étang demain.", "Loi Étang"),
}


@pytest.mark.parametrize("code", LAWS)
def test_a_law_is_no_body(code: str) -> None:
    text, name = LAWS[code]
    assert kept(code, text, name, "organization") == kept(code, text, name, "place") == []
    assert kept(code, text, name, "person") == [name]


@pytest.mark.parametrize("code", languages())
def test_every_noun_for_a_law_shows_one(code: str) -> None:
    for word, where in rows(code, "nameless"):
        bare = word.strip("-").capitalize()
        name = {"first": f"{bare} Xyzov", "last": f"Xyzov {bare}", "ending": "Xyzov" + word.strip("-")}[where]
        assert kept(code, f"Xyz {name} xyz.", name, "organization") == [], word


@pytest.mark.parametrize("code", languages())
def test_a_letter_is_nobody(code: str) -> None:
    assert kept(code, "Xyz (W., Xyz.) xyz.", "W", "person") == []


def test_a_month_is_nobody_and_a_surname_is() -> None:
    assert kept("en", "Prices fell in May again.", "May", "person") == []
    assert kept("en", "“No,” said May.", "May", "person") == ["May"]
    assert kept("sv", "Mötet är den Augusti 12 kanske.", "Augusti", "person") == []
    names = {actor.name for actor in find_actors(document("Theresa May left. It was clear in May alone.", "en"))}
    assert names == {"Theresa May"}


def test_people_go_without_what_stands_beside_them() -> None:
    assert kept("en", "We met Ada FinchCFP here.", "Ada FinchCFP", "person") == ["Ada Finch"]
    assert kept("en", "He beat Frenchman Luc Morel twice.", "Frenchman Luc Morel", "person") == ["Luc Morel"]
    assert kept("de", "Er schlug Däne Lars Holm.", "Däne Lars Holm", "person") == ["Lars Holm"]
    assert kept("en", "We met Anne French there.", "Anne French", "person") == ["Anne French"]


def test_a_group_keeps_the_letters_of_its_country() -> None:
    actors = find_actors(document("US analysts said the price would fall.", "en"))
    assert "US analysts" in [actor.name for actor in actors]
