"""Names from elsewhere: Cyrillic letters inside an article in Latin ones, and surnames that no list has."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.actors.folding import fold, latin
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language

TEXTS = {
    "sv": "Presidenten {} talade på måndagen i Oslo. ”Vi är redo”, sade {} till journalister.",
    "nb": "President {} talte mandag i Oslo. «Vi er klare», sa {} til journalister.",
    "nn": "President {} tala måndag i Oslo. «Vi er klare», sa {} til journalistar.",
    "da": "Præsident {} talte mandag i Oslo. »Vi er klar,« sagde {} til journalister.",
    "ro": "Președintele {} a vorbit luni la Oslo. „Suntem pregătiți”, a spus {} jurnaliștilor.",
    "en": "President {} spoke on Monday in Oslo. “We are ready,” said {} to reporters.",
    "de": "Präsident {} sprach am Montag in Oslo. „Wir sind bereit“, sagte {} vor Journalisten.",
    "fr": "Le président {} a parlé lundi à Oslo. « Nous sommes prêts », a dit {} aux journalistes.",
}


def persons(text: str, code: str) -> list[Actor]:
    found = find_actors(segment(Article("test", text, Language(code, 1.0))))
    return [actor for actor in found if actor.type == "person"]


@pytest.mark.parametrize("code", TEXTS)
def test_a_person_in_cyrillic_letters_has_the_id_of_the_name_in_latin_ones(code: str) -> None:
    [spelt] = persons(TEXTS[code].format("Viktor Orlov", "Orlov"), code)
    [found] = persons(TEXTS[code].format("Виктор Орлов", "Орлов"), code)
    assert found.name == "Виктор Орлов"
    assert found.id == spelt.id
    assert [mention.text for mention in found.mentions] == ["Виктор Орлов", "Орлов"]


@pytest.mark.parametrize(
    ("word", "spelt"),
    [("Орлов", "Orlov"), ("Щука", "Shchuka"), ("СССР", "SSSR"), ("Ивань", "Ivan"), ("Orlov", "Orlov"), ("Åse", "Åse")],
)
def test_letters_are_spelt_in_latin_ones_and_capitals_stay(word: str, spelt: str) -> None:
    assert latin(word) == spelt
    assert fold(latin(word)) == fold(word)


LEFT = {
    "sv": "Volodymyr Marzenko och Oslo väntar på svar.",
    "nb": "Volodymyr Marzenko og Oslo venter på svar.",
    "nn": "Volodymyr Marzenko og Oslo ventar på svar.",
    "da": "Volodymyr Marzenko og Oslo venter på svar.",
    "ro": "Volodymyr Marzenko și Oslo așteaptă un răspuns.",
    "en": "Kurt Blom left the board. Blom is tired.",
    "de": "Wolodymyr Marsenko und Oslo warten auf Antwort.",
    "fr": "Volodymyr Marzenko et Oslo attendent une réponse.",
}


@pytest.mark.parametrize("code", LEFT)
def test_a_given_name_and_the_word_behind_it_are_one_person(code: str) -> None:
    text = LEFT[code]
    [person] = persons(text, code)
    assert person.mentions[0].text == " ".join(text.split()[:2])
