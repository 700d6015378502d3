"""A public body is one source, in whatever language it is named."""

from __future__ import annotations

import pytest

from analysis.comparison.sourcing import body_key
from analysis.encoders import load_encoder
from analysis.pipeline import analyse, compare
from analysis.resources import languages, rows
from analysis.types import ArticleInput

FIRE = {
    "sv": "Huset brinner, säger räddningstjänsten.",
    "nb": "Huset brenner, sier brannvesenet.",
    "nn": "Huset brenn, seier brannvesenet.",
    "da": "Huset brænder, siger brandvæsenet.",
    "ro": "Casa arde, spun pompierii.",
    "en": "The house is burning, the fire brigade said.",
    "de": "Das Haus brennt, sagte die Feuerwehr.",
    "fr": "La maison brûle, disent les pompiers.",
}


@pytest.mark.parametrize("code", sorted(FIRE))
def test_a_body_that_both_name_is_shared(code: str) -> None:
    encoder = load_encoder()
    other = "de" if code == "sv" else "sv"
    inputs = [ArticleInput(outlet=name, text=FIRE[name], language=name) for name in (code, other)]
    found = compare([analyse(one, encoder) for one in inputs]).sources
    assert len(found.shared) == 1
    assert found.only == ()


def test_every_body_with_a_key_has_a_name_in_every_language() -> None:
    keys = {code: {row[1] for row in rows(code, "official_bodies") if len(row) > 1} for code in languages()}
    assert len(keys) == len(FIRE)
    assert all(found == keys["en"] for found in keys.values())


def test_every_keyed_noun_is_known_by_its_key() -> None:
    nouns = [(code, *row) for code in languages() for row in rows(code, "official_bodies") if len(row) > 1]
    assert nouns
    assert all(body_key(noun, code) == key for code, noun, key in nouns)


def test_a_body_of_somewhere_is_no_other_one() -> None:
    assert body_key("Hull police", "en") is None
    assert body_key("The police", "en") == body_key("la police", "fr")
