"""Somebody of a named person is not that person: *Penrose's mother said*."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

RELATIVES = [
    (
        "en",
        "Julia Tremayne was found in Hull. Julia Tremayne’s father came. “We are sad,” Tremayne’s father said.",
        "Tremayne’s father",
    ),
    (
        "sv",
        "Julia Tremalm hittades i Umeå. Julia Tremalms pappa kom. ”Vi är ledsna”, säger Tremalms pappa.",
        "Tremalms pappa",
    ),
    (
        "nb",
        "Julia Tremholm ble funnet i Molde. Tremholm sin far sier at han er trist.",
        "Tremholm sin far",
    ),
    (
        "nn",
        "Julia Tremholm vart funnen i Molde. Tremholm sin far seier at han er trist.",
        "Tremholm sin far",
    ),
    (
        "da",
        "Julia Tremholm blev fundet i Ribe. Julia Tremholms far kom. »Vi er kede af det«, siger Tremholms far.",
        "Tremholms far",
    ),
    (
        "de",
        "Julia Tremholm wurde in Bonn gefunden. Julia Tremholms Vater kam. „Wir sind traurig“, sagte Tremholms Vater.",
        "Tremholms Vater",
    ),
    (
        "fr",
        "Julia Trémont est à Metz. Le père de Julia Trémont est venu. « Nous sommes tristes », dit le père de Trémont.",
        "le père de Trémont",
    ),
    (
        "ro",
        "Ion Tremescu e la Arad. Tatăl lui Ion Tremescu a venit. „Suntem triști”, a spus tatăl lui Tremescu.",
        "tatăl lui Tremescu",
    ),
]


@pytest.mark.parametrize(("code", "text", "name"), RELATIVES)
def test_a_relative_of_somebody_is_somebody_else(code: str, text: str, name: str) -> None:
    speakers = [quote.speaker for quote in quotes_of(text, code)]
    assert [(one.actor, one.name) for one in speakers if one] == [(None, name)]
