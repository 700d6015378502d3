"""Surnames that open with a small particle: behind a verb of saying the particle belongs to the name."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

SPOKEN = {
    "da": ("Peter von Holst kom hjem. »Vi venter«, sagde von Holst.", "Peter von Holst"),
    "de": ("Karl von der Aue kam nach Bonn. „Wir warten“, sagte von der Aue.", "Karl von der Aue"),
    "en": ("Pieter van der Laan came home. “We wait,” said van der Laan.", "Pieter van der Laan"),
    "fr": ("Jean de Courcy est venu. « Nous attendons », a dit de Courcy.", "Jean de Courcy"),
    "nb": ("Anne von Krogh kom hjem. «Vi venter», sa von Krogh.", "Anne von Krogh"),
    "nn": ("Anne von Krogh kom heim. «Vi ventar», sa von Krogh.", "Anne von Krogh"),
    "ro": ("Ana van der Berg a venit. „Așteptăm”, a spus van der Berg.", "Ana van der Berg"),
    "sv": ("Erik af Klint kom hem. ”Vi väntar”, säger af Klint.", "Erik af Klint"),
}


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_a_particle_behind_the_verb_opens_the_name(code: str) -> None:
    text, speaker = SPOKEN[code]
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and (quote.speaker.name, quote.speaker.actor is not None) == (speaker, True)


def test_a_particle_that_is_a_preposition_too_opens_the_name() -> None:
    text = "Der Chemiker Emil zu Tannberg kam. „Nein“, sagte zu Tannberg."
    (quote,) = quotes_of(text, "de")
    assert quote.speaker is not None and quote.speaker.name == "Emil zu Tannberg"


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Karl von der Aue kam. „Wir warten“, sagte er zu Tannberg.", "Karl von der Aue"),
        (
            "fr",
            "Jean de Courcy est venu. Le porte-parole de Courcy dit que le pont est sûr.",
            "Le porte-parole de Courcy",
        ),
    ],
)
def test_behind_another_word_the_particle_stays_what_it_is(code: str, text: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.name == speaker
