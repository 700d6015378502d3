"""Firms by the noun for a body before them or behind them, bodies in several forms, towns beside towns."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from tests.analysis.framing_texts import document


def actors(language: str, text: str) -> dict[str, str]:
    return {actor.name: actor.type for actor in find_actors(document(text, language))}


TOLD = {
    "sv": "Då stängde butikskedjan Tevu. Det sa stiftelsen Tevu.",
    "nb": "Da stengte nettbutikken Tevu. Stiftelsen Tevu tier.",
    "nn": "Då stengde stiftinga Tevu alt. Ho sa ingenting.",
    "da": "Da lukkede butikskæden Tevu alt. Det sagde stiftelsen Tevu.",
    "ro": "Atunci compania Tevu a tăcut. Ea pleacă.",
    "en": "Then the retailer Tevu closed. It said nothing.",
    "de": "Da schloss der Billighändler Tevu. Die Stiftung Tevu schwieg.",
    "fr": "Alors l'entreprise Tevu s'est tue. Elle ferme.",
}


@pytest.mark.parametrize("code", TOLD)
def test_a_name_behind_a_noun_for_a_body_is_one(code: str) -> None:
    assert actors(code, TOLD[code]) == {"Tevu": "organization"}


def test_somebody_named_in_full_is_no_firm() -> None:
    text = "The company Garrow owns is large. Emil Garrow bought it."
    assert actors("en", text) == {"Emil Garrow": "person"}
    assert actors("de", "Der Onlinehändler Winter schwieg. Karl Winter ist sein Chef.") == {"Karl Winter": "person"}


BEHIND = {
    "sv": ("Holmgren Bygg nekar till allt.", "Holmgren Bygg"),
    "nb": ("Nå nekter Holmgren Bygg for alt.", "Holmgren Bygg"),
    "nn": ("Holmgren Bygg nektar for alt.", "Holmgren Bygg"),
    "da": ("Han blev fyret fra Nordjysk Kaffe mandag.", "Nordjysk Kaffe"),
}


@pytest.mark.parametrize("code", BEHIND)
def test_a_firm_is_named_to_its_end(code: str) -> None:
    text, name = BEHIND[code]
    assert actors(code, text) == {name: "organization"}


def test_a_body_is_one_however_it_is_declined() -> None:
    text = "Laut Technischem Bundesamt stieg es. Zahlen des Technischen Bundesamts fehlen."
    found = actors("de", text)
    assert len(found) == 1
    assert set(found.values()) == {"organization"}


def test_a_town_beside_a_town_is_one() -> None:
    assert actors("en", "Crews came from Preston and Burnley.") == {"Preston": "place", "Burnley": "place"}
    assert actors("en", "Helen Preston came from Burnley.") == {"Helen Preston": "person", "Burnley": "place"}


@pytest.mark.parametrize("code", ["sv", "nb", "nn", "da", "de"])
def test_no_genitive_is_cut_from_a_double_s(code: str) -> None:
    assert "Ida Grass" in actors(code, {"de": "Gestern kam Ida Grass nach Bonn."}.get(code, "Ida Grass kom til byen."))


def test_a_given_name_with_a_small_word_and_a_known_body_is_a_person() -> None:
    found = actors("da", "Kammerherre Frederik af Rosenborg smilede. »Ja,« sagde af Rosenborg.")
    assert found == {"Frederik af Rosenborg": "person"}


def test_a_noun_with_its_article_is_nobody() -> None:
    assert "Fratele" not in actors("ro", "Fratele lui Petru Munteanu a plecat din sală.")
