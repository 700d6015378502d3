"""Common nouns, forms of address, money and treaties that are nobody's name, and bodies under two names."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.actors.identity import name_key
from analysis.actors.named import Named
from analysis.actors.nouns import PlainNouns
from tests.analysis.framing_texts import document


def names(language: str, text: str) -> list[str]:
    return [actor.name for actor in find_actors(document(text, language))]


def dropped(language: str, text: str, word: str, kind: str) -> bool:
    """Whether the word, taken for a name, is seen to be a noun."""
    whole = document(text, language)
    start = text.index(word)
    named = Named(start, start + len(word), word, kind, 1.0, whole.sentence_at(start).index)
    return named in PlainNouns(whole, [named])


@pytest.mark.parametrize(
    ("language", "text", "word", "kind"),
    [
        ("de", "Der Händler verkauft jetzt Wollhosen, Hüte und Schals.", "Wollhosen", "person"),
        ("de", "Dort gibt es einen Rasendünger, der hilft.", "Rasendünger", "place"),
        ("de", "Sie packten Reisedecken ein.", "Reisedecken", "organization"),
        ("de", "Sie standen lange in Regenschauern.", "Regenschauern", "place"),
        ("de", "Dafür gab es Kuchenrabatt und Kaffee.", "Kuchenrabatt", "person"),
        ("de", "Es ging um Fahrradgebühren und Lohn.", "Fahrradgebühren", "organization"),
        ("de", "Hinter dem kleinen Bach lag Holz.", "Bach", "person"),
        ("de", "Sie zeigten auf den Wolf am Zaun.", "Wolf", "person"),
        ("en", "They ate Cucumber with salt.", "Cucumber", "person"),
        ("sv", "De åt Potatis med salt.", "Potatis", "person"),
        ("nb", "De spiste Potet med salt.", "Potet", "person"),
        ("da", "De spiste Kartoffel med salt.", "Kartoffel", "person"),
        ("fr", "Ils mangeaient Concombre et sel.", "Concombre", "person"),
        ("ro", "Au mâncat Castravete cu sare.", "Castravete", "person"),
    ],
)
def test_a_noun_with_a_capital_is_no_name(language: str, text: str, word: str, kind: str) -> None:
    assert dropped(language, text, word, kind)


@pytest.mark.parametrize(
    ("language", "text", "word", "kind"),
    [
        ("de", "Waldmann sagte, es sei gut.", "Waldmann", "person"),
        ("de", "Sie lebt in Hochfilzen.", "Hochfilzen", "place"),
        ("de", "Sie zog nach Lindenweiler um.", "Lindenweiler", "place"),
        ("de", "Das kritisierte die Regenkammer.", "Regenkammer", "organization"),
        ("de", "Minister Wolf kam zu spät.", "Wolf", "person"),
        ("de", "Wolf kam zu spät.", "Wolf", "person"),
        ("de", "Freie Sozialdemokraten siegten.", "Sozialdemokraten", "organization"),
        ("de", "Er stand in der Ahornstraße / Ecke Markt.", "Ahornstraße", "place"),
        ("fr", "Le président du Concombre est là.", "Concombre", "organization"),
        ("de", "Das lag an Kellermanns Rede.", "Kellermanns", "person"),
        ("en", "“No,” said Cucumber.", "Cucumber", "person"),
        ("sv", "Minister Potatis kom.", "Potatis", "person"),
    ],
)
def test_a_word_that_is_used_as_a_name_stays(language: str, text: str, word: str, kind: str) -> None:
    assert not dropped(language, text, word, kind)


def test_money_treaties_and_families_are_no_places() -> None:
    assert "United States" not in names("en", "The bank lent US$30 million to Ann Berg.")
    assert "Porto" not in names("en", "They signed the Porto Agreement.")
    assert names("en", "Ann Holmsted met the Holmsteds.") == ["Ann Holmsted"]


OFFICIAL = {
    "sv": "Ryska federationen protesterade.",
    "nb": "Den russiske føderasjonen protesterte.",
    "nn": "Den russiske føderasjonen protesterte.",
    "da": "Den Russiske Føderation protesterede.",
    "ro": "Federația Rusă a protestat.",
    "en": "The Russian Federation protested.",
    "de": "Das will die Russische Föderation.",
    "fr": "La Fédération de Russie a protesté.",
}


@pytest.mark.parametrize("language", OFFICIAL)
def test_a_country_is_one_under_its_official_name(language: str) -> None:
    assert "Russia" in names(language, OFFICIAL[language])


def test_a_country_of_two_islands_is_one() -> None:
    assert names("en", "It rained in Trinidad and Tobago.") == ["Trinidad & Tobago"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The Labour Party met. Labour won. Labour said no.", "Labour Party"),
        ("en", "The Associated Press reported. AP said so.", "Associated Press"),
        ("fr", "L’ONG Greenpeace proteste. Pour Greenpeace, c'est grave.", "Greenpeace"),
        ("fr", "L’EPA américaine n’a pas cillé. Selon l'EPA, tout va bien.", "EPA"),
    ],
)
def test_a_body_under_two_names_is_one(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]


def test_letters_that_stand_for_two_are_those_two() -> None:
    assert name_key("Chœur de Radio Nord") == name_key("Choeur de Radio Nord")


def test_a_calling_before_a_surname_is_no_part_of_it() -> None:
    text = "Johanna Vestberg lacht. Wahrscheinlich, sagt Brotkenner Vestberg, werde es gut."
    assert names("de", text) == ["Johanna Vestberg"]


def test_somebody_called_by_given_name_and_by_surname_is_one() -> None:
    text = "Sir Kelmor Stanwick spoke. Sir Kelmor left. Sir Kelmor sang. Stanwick ate. Stanwick slept. Stanwick left. "
    text += "Later Kelmor Stanwick was seen. Then Sir Kelmor came."
    assert [one.name for one in find_actors(document(text, "en")) if one.type == "person"] == ["Kelmor Stanwick"]
