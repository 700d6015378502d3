"""What something written says without a subject: *framgår det av rapporten*, *geht aus dem Bericht hervor*."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

READ = [
    ("sv", "Av revisionens rapport framgår det |att bron har blivit dyrare|.", "revisionens rapport"),
    ("sv", "Det framgår av rapporten |att bron är för smal|.", "rapporten"),
    ("sv", "|Fyrtio tjänster försvinner|, framgår det av rapporten.", "rapporten"),
    ("nb", "Av revisjonens rapport fremgår det |at broen har blitt dyrere|.", "revisjonens rapport"),
    ("nb", "|Førti stillinger forsvinner|, går det fram av rapporten.", "rapporten"),
    ("nb", "|Broen er for smal|, heter det i rapporten.", "rapporten"),
    ("nn", "Det går fram av rapporten |at brua er for smal|.", "rapporten"),
    ("nn", "|Førti stillingar forsvinn|, går det fram av rapporten.", "rapporten"),
    ("da", "Af revisionens notat fremgår det, |at broen er blevet dyrere|.", "revisionens notat"),
    ("da", "|Fyrre stillinger nedlægges|, fremgår det af rapporten.", "rapporten"),
    ("de", "Aus dem Bericht geht hervor, |dass die Brücke zu schmal ist|.", "dem Bericht"),
    ("fr", "Il ressort du rapport |que le pont est trop étroit|.", "rapport"),
    ("ro", "Din raport reiese |că podul este prea îngust|.", "raport"),
    ("ro", "|Podul este prea îngust|, reiese din raportul auditorilor.", "raportul auditorilor"),
    ("en", "It emerged from the report |that the bridge is too narrow|.", "the report"),
]


@pytest.mark.parametrize(("code", "marked", "speaker"), READ)
def test_what_is_read_in_a_text_is_its_statement(code: str, marked: str, speaker: str) -> None:
    document = document_of(marked.replace("|", ""), code)
    quotes = find_quotes(document, find_actors(document))
    assert [(q.text, q.speaker.name if q.speaker else None) for q in quotes] == [(marked.split("|")[1], speaker)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In May it emerged that the bridge is too narrow."),
        ("sv", "I maj framgick det att bron är för smal."),
        ("nb", "I mai gikk det fram at broen er for smal."),
        ("da", "I maj fremgik det, at broen er for smal."),
        ("de", "Die Partei ging gestärkt aus der Wahl hervor."),
        ("de", "Aus der Wahl ging hervor, dass niemand gewann."),
        ("fr", "Il ressort du magasin avec son panier."),
        ("ro", "Din valea aceea reiese un drum vechi."),
    ],
)
def test_what_comes_out_of_no_text_is_no_statement(code: str, text: str) -> None:
    document = document_of(text, code)
    assert find_quotes(document, find_actors(document)) == ()
