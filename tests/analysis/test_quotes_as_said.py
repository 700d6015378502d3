"""Clauses with *as* in which somebody says what stands beside them."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.types import Quote
from tests.analysis.attribution import document_of

SAID = {
    "sv": "Huset är sålt, såsom chefen Lia Borg sade.",
    "nb": "Huset er solgt, slik sjefen Lia Borg sa det.",
    "nn": "Huset er selt, slik sjefen Lia Borg sa det.",
    "da": "Huset er solgt, sådan som chefen Lia Borg sagde.",
    "ro": "Casa este vândută, după cum a anunțat directoarea Lia Borg.",
    "en": "The house is sold, as its director, Lia Borg, announced.",
    "de": "Das Haus ist verkauft, wie Direktorin Lia Borg mitteilte.",
    "fr": "La maison est vendue, comme l'a annoncé la directrice Lia Borg.",
}
FIRST = {
    "en": "As director Lia Borg told reporters on Monday, the house is sold.",
    "de": "Wie Direktorin Lia Borg mitteilte, ist das Haus verkauft.",
    "fr": "Comme l'a annoncé Lia Borg, la maison est vendue.",
}
NOT_SAID = {
    "sv": "Huset, som Lia Borg berättade om i går, är sålt.",
    "nb": "Hun snakket slik Lia Borg sa hun skulle.",
    "da": "Huset, som Lia Borg omtalte i går, er solgt.",
    "en": "Sales fell as Lia Borg announced new prices.",
}


def quotes(text: str, code: str) -> tuple[Quote, ...]:
    document = document_of(text, code)
    return find_quotes(document, find_actors(document))


def told(text: str, code: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker.name if quote.speaker else None) for quote in quotes(text, code)]


@pytest.mark.parametrize("code", SAID)
def test_what_stands_before_the_clause_is_said(code: str) -> None:
    assert told(SAID[code], code) == [(SAID[code].split(",")[0], "Lia Borg")]


@pytest.mark.parametrize("code", FIRST)
def test_what_stands_behind_the_clause_is_said(code: str) -> None:
    assert told(FIRST[code], code) == [(FIRST[code].split(", ")[1].rstrip("."), "Lia Borg")]


@pytest.mark.parametrize("code", NOT_SAID)
def test_a_comparison_or_a_relative_clause_says_nothing_so(code: str) -> None:
    assert NOT_SAID[code].split(",")[0] not in [text for text, _ in told(NOT_SAID[code], code)]


def test_of_two_clauses_the_nearer_one_is_said() -> None:
    text = "Ian Pope denies that he took money, and the theatre feels cheated, as director Lia Borg said."
    assert ("the theatre feels cheated", "Lia Borg") in told(text, "en")


WHOSE = {
    "sv": "De får hjälp av förbundet, vars sekreterare, Lia Borg, berömde deras tålamod.",
    "da": "De får hjælp af forbundet, hvis sekretær, Lia Borg, roste deres tålmodighed.",
    "ro": "Ei sunt ajutați de federație, a cărei secretară, Lia Borg, a lăudat răbdarea lor.",
    "en": "They are helped by the federation, whose secretary, Lia Borg, praised their patience.",
    "fr": "Ils sont aidés par la fédération, dont la secrétaire, Lia Borg, a loué leur patience.",
}


@pytest.mark.parametrize("code", WHOSE)
def test_a_name_behind_whose_noun_is_who_speaks(code: str) -> None:
    assert "Lia Borg" in [speaker for _, speaker in told(WHOSE[code], code)]
