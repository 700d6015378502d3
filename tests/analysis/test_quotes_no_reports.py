"""Clauses that report nothing said: decisions, passives with when or how, verbs that only look like verbs of saying."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

DECIDED = {
    "da": "Skolen uddybes som emne til foråret, besluttede byrådet.",
    "de": "Die Schule wird im Mai geschlossen, beschloss der Gemeinderat.",
    "en": "The school will close next year, the council decided on Monday.",
    "fr": "L’école fermera l’an prochain, a décidé le conseil municipal.",
    "nb": "Kanalen skal utdypes neste sommer, vedtok fylkestinget i går.",
    "nn": "Vegen skal stengjast til våren, vedtok kommunestyret måndag.",
    "ro": "Școala va fi închisă anul viitor, a decis consiliul local.",
    "sv": "Avtalet bekräftas nästa vecka, beslutade nämnden i går.",
}
TOLD = {
    "da": ("Det siges, at broen er gammel.", "at broen er gammel"),
    "nb": ("Det hevdes at broen er gammel.", "at broen er gammel"),
    "nn": ("Det blir sagt at brua er gammal.", "at brua er gammal"),
    "sv": ("I rapporten konstateras att bron är gammal.", "att bron är gammal"),
}


@pytest.mark.parametrize("code", sorted(DECIDED))
def test_who_decides_something_says_nothing(code: str) -> None:
    assert quotes_of(DECIDED[code], code) == ()


@pytest.mark.parametrize("code", sorted(TOLD))
def test_a_passive_reports_a_clause_that_is_introduced(code: str) -> None:
    text, statement = TOLD[code]
    assert [quote.text for quote in quotes_of(text, code)] == [statement]


def test_a_passive_reports_an_infinitive() -> None:
    assert [quote.text for quote in quotes_of("Broen hevdes å være gammel.", "nb")] == ["å være gammel"]


@pytest.mark.parametrize(
    "text", ["Ulykken skete ved broen, at vejen var glat.", "Bilen holdt ved havnen, som var lukket."]
)
def test_a_verb_that_looks_like_a_preposition_is_one_before_a_noun(text: str) -> None:
    assert quotes_of(text, "da") == ()


def test_a_verb_that_looks_like_a_preposition_reports_its_clause() -> None:
    assert [quote.text for quote in quotes_of("Ministeren ved, at broen åbner.", "da")] == ["at broen åbner"]
