"""Typed marks, marks never closed, verbs of no list, and narration between dashes, in several languages."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.types import Quote
from tests.analysis.attribution import document_of


def _quotes(code: str, text: str) -> tuple[Quote, ...]:
    document = document_of(text, code)
    return find_quotes(document, find_actors(document))


def _direct(code: str, text: str) -> list[tuple[str, str | None]]:
    """The direct quotations with their speakers' surnames."""
    found = [quote for quote in _quotes(code, text) if quote.kind == "direct"]
    return [(quote.text.rstrip(" ,"), quote.speaker.name.split()[-1] if quote.speaker else None) for quote in found]


TYPED = {
    "ro": ("Medicul Ion Marin a ieșit la ora opt. ,,Secția rămâne deschisă'', a spus Marin.", "Secția rămâne deschisă"),
    "de": (
        'Trainerin Anna Berg kam spät. ,,Wir trainieren morgen weiter", sagte Berg.',
        "Wir trainieren morgen weiter",
    ),
    "en": ("Coach Anna Berg came late. <<We train again tomorrow>>, said Berg.", "We train again tomorrow"),
    "fr": (
        "Le juge Marc Duval est sorti. << Le procès reprend demain >>, a dit Duval.",
        "Le procès reprend demain",
    ),
    "nb": ("Trener Anna Berg kom sent. <<Vi trener igjen i morgen>>, sa Berg.", "Vi trener igjen i morgen"),
    "sv": ("Tränaren Anna Berg kom sent. ,,Vi tränar igen i morgon’’, sade Berg.", "Vi tränar igen i morgon"),
}


@pytest.mark.parametrize("code", TYPED)
def test_marks_typed_as_two_characters_are_quotation_marks(code: str) -> None:
    text, said = TYPED[code]
    assert _direct(code, text) == [(said, text.split()[1 + (code == "fr") :][1].strip(".,"))]


UNCLOSED = {
    "da": "»Broen er repareret nu, sagde formand Karen Holm tirsdag. Trafikken kører igen.",
    "de": "„Die Brücke ist repariert, sagte Vorsitzende Karin Holm am Dienstag. Der Verkehr rollt wieder.",
    "en": "“The bridge is repaired now, said chairman Karen Holm on Tuesday. Traffic is running again.",
    "fr": "« Le pont est réparé, a dit la présidente Karine Holm mardi. La circulation reprend.",
    "nb": "«Broen er reparert nå, sa leder Karen Holm tirsdag. Trafikken går igjen.",
    "sv": "”Bron är lagad nu, sade ordföranden Karin Holm. Trafiken rullar igen.",
}


@pytest.mark.parametrize("code", UNCLOSED)
def test_an_unclosed_mark_ends_before_its_reporting_clause(code: str) -> None:
    text = UNCLOSED[code]
    (quote,) = [quote for quote in _quotes(code, text) if quote.kind == "direct"]
    assert text[quote.end] == ","
    assert quote.speaker is not None and quote.speaker.name.endswith("Holm")
    assert quote.confidence < 0.6


UNLISTED = {
    "da": "»Ikke tale om,« hvæsede naboen Erik Lund.",
    "de": "„Auf keinen Fall“, schnaufte Nachbar Erik Lund.",
    "en": "“Not a chance,” wheezed neighbour Eric Lund.",
    "fr": "« Pas question », maugrée le voisin Éric Lund.",
    "nb": "«Ikke snakk om», hveste naboen Erik Lund.",
    "ro": "„Nici vorbă”, pufnește vecinul Eric Lund.",
    "sv": "”Aldrig i livet”, fnyser grannen Erik Lund.",
}


@pytest.mark.parametrize("code", UNLISTED)
def test_a_name_behind_a_verb_of_no_list_speaks(code: str) -> None:
    found = _direct(code, UNLISTED[code])
    assert [speaker for _, speaker in found] == ["Lund"]


def test_a_description_behind_a_title_within_a_sentence_is_no_verb() -> None:
    text = "The series “Night Shift,” actor Eric Lund, and a dog won prizes in Oslo."
    assert [speaker for _, speaker in _direct("en", text)] in ([], [None])


DASHED = {
    "da": ("– Vi åbner igen i maj, sagde Erik Lund. Kollegaen Karen Holm tvivlede. – Det når vi ikke, sagde Holm.",),
    "nb": ("– Vi åpner igjen i mai, sa Erik Lund. Kollegaen Karen Holm tvilte. – Det rekker vi ikke, sa Holm.",),
    "nn": ("– Vi opnar att i mai, sa Erik Lund. Kollegaen Karen Holm tvilte. – Det rekk vi ikkje, sa Holm.",),
    "sv": ("– Vi öppnar igen i maj, sade Erik Lund. Kollegan Karin Holm tvivlade. – Det hinner vi inte, sade Holm.",),
    "fr": ("– Nous rouvrons en mai, a dit Éric Lund. Sa collègue Karine Holm doute. – C’est trop tôt, a dit Holm.",),
}


@pytest.mark.parametrize("code", DASHED)
def test_narration_between_dashes_is_not_quoted(code: str) -> None:
    found = _direct(code, DASHED[code][0])
    assert [speaker for _, speaker in found] == ["Lund", "Holm"]
    assert all("Holm" not in text and "Karin" not in text for text, _ in found)
