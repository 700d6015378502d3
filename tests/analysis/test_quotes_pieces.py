"""A statement told in pieces says so: each piece behind the words that tell it continues the one before them."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

INTERRUPTED = (
    ("sv", "”Det är”, sade Moa Lind, ”kommunens misstag.”"),
    ("nb", "«Det er», sa Siri Dale, «kommunens feil.»"),
    ("nn", "«Det er», sa Siri Dale, «ein feil av kommunen.»"),
    ("da", "»Det er,« sagde Signe Dal, »en fejl hos kommunen.«"),
    ("ro", "„Este”, a spus Dan Sava, „o greșeală a primăriei.”"),
    ("en", "“This is,” said Sarah Vale, “a mistake of the council.”"),
    ("de", "„Das ist“, sagte Otto Lind, „ein Fehler der Stadt.“"),
    ("fr", "« C’est », a déclaré Paul Serre, « une erreur de la ville. »"),
    ("de", "Die Brücke ist laut Polizei seit dem Abend in beide Richtungen gesperrt."),
)


@pytest.mark.parametrize(("code", "text"), INTERRUPTED)
def test_what_stands_behind_its_attribution_continues_what_stands_before(code: str, text: str) -> None:
    first, second = quotes_of(text, code)
    assert (first.continues, second.continues) == (None, first.id)


TWO = (
    ("sv", "”Vi går”, sade Moa Lind. ”Det är sent.”"),
    ("da", "»Vi går,« sagde Signe Dal. »Det er sent.«"),
    ("en", "“We are leaving,” said Sarah Vale. “It is late.”"),
    ("de", "„Wir gehen“, sagte Otto Lind. „Es ist spät.“"),
    ("fr", "« Nous partons », a déclaré Paul Serre. « Il est tard. »"),
    ("en", "“We are leaving,” said Sarah Vale, and Tom Ash said, “It is late.”"),
)


@pytest.mark.parametrize(("code", "text"), TWO)
def test_a_new_sentence_or_voice_continues_nothing(code: str, text: str) -> None:
    first, second = quotes_of(text, code)
    assert (first.continues, second.continues) == (None, None)
