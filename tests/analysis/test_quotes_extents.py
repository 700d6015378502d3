"""How far a statement reaches: past the apposition of its source, over its sentence, and on behind who says it."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of


def texts_of(code: str, text: str) -> list[str]:
    document = document_of(text, code)
    return [quote.text for quote in find_quotes(document, find_actors(document))]


APPOSED = [
    ("da", "Ifølge skolens leder, Mette Holm, |er taget utæt, og eleverne fryser hele vinteren|."),
    ("sv", "Enligt skolans chef, Mette Holm, |är taket otätt, och eleverna fryser hela vintern|."),
    ("nb", "Ifølge skolens leder, Mette Holm, |er taket utett, og elevene fryser hele vinteren|."),
    ("nn", "Ifølgje leiaren for skulen, Mette Holm, |er taket utett, og elevane frys heile vinteren|."),
    ("de", "Laut der Leiterin der Schule, Mette Holm, |ist das Dach undicht, und die Kinder frieren|."),
    ("en", "According to the head of the school, Mette Holm, |the roof leaks, and the children freeze|."),
    ("fr", "Selon la directrice de l’école, Mette Holm, |le toit fuit, et les enfants ont froid tout l’hiver|."),
    ("ro", "Potrivit directoarei școlii, Mette Holm, |acoperișul este spart, iar copiii îngheață|."),
    ("nb", "Ifølge Mette Holm, leder av skolen, |er taket utett, og elevene fryser hele vinteren|."),
    ("en", "According to Mette Holm, the head of the school, |the roof leaks, and the children freeze|."),
]
CLOSING = [
    (
        "de",
        "|Das Dach sei undicht, und bestellt habe es jemand, der nie da gewesen sei|, so Mette Holm vom Rat.",
    ),
    ("en", "|The roof leaks, and it was ordered by a man, who never saw the school|, according to Mette Holm."),
    ("da", "|Taget er utæt, og det blev bestilt af en, der aldrig har set skolen|, ifølge Mette Holm."),
    ("fr", "|Le toit fuit, et il a été commandé par un élu, qui n’a jamais vu l’école|, selon Mette Holm."),
    ("ro", "|Acoperișul e spart și a fost comandat de cineva, care nu a văzut școala|, potrivit lui Mette Holm."),
]
GOING_ON = [
    ("ro", "|Podul e o rușine|, spune primarul Paul Morand: |s-au cheltuit zece milioane și tot se clatină|."),
    ("en", "|The bridge is a disgrace|, says mayor Paul Holm: |ten million has been spent and it still sways|."),
    ("de", "|Die Brücke ist eine Schande|, sagt Bürgermeister Paul Holm: |Zehn Millionen sind weg|."),
    ("fr", "|Le pont est une honte|, dit le maire Paul Morand : |dix millions ont été dépensés|."),
    ("sv", "|Bron är en skam|, säger borgmästaren Paul Holm: |tio miljoner har lagts ut|."),
    ("nb", "|Broen er en skam|, sier ordfører Paul Holm: |ti millioner er brukt og den svaier fremdeles|."),
    ("nn", "|Brua er ei skam|, seier ordførar Paul Holm: |ti millionar er brukte og ho svaier framleis|."),
    ("da", "|Broen er en skam|, siger borgmester Paul Holm: |ti millioner er brugt, og den gynger stadig|."),
    ("de", "|Der Schlüssel habe gefehlt, sagt Paul Holm, nur habe es keiner gemeldet|."),
]


@pytest.mark.parametrize(("code", "marked"), APPOSED + CLOSING + GOING_ON)
def test_a_statement_is_read_as_far_as_it_reaches(code: str, marked: str) -> None:
    assert texts_of(code, marked.replace("|", "")) == marked.split("|")[1::2]


def test_a_source_within_a_relative_clause_is_of_that_clause() -> None:
    assert texts_of("en", "The council hired a firm, which, according to Mette Holm, had never built a roof.") == [
        "had never built a roof",
    ]


@pytest.mark.parametrize(
    ("code", "text", "statement"),
    [
        (
            "de",
            "Die Brücke ist eine Schande, sagt Paul Holm, der seit Jahren am Fluss wohnt.",
            "Die Brücke ist eine Schande",
        ),
        (
            "de",
            "Die Brücke ist eine Schande, sagt Paul Holm, während er sein Boot anstreicht.",
            "Die Brücke ist eine Schande",
        ),
        ("en", "The bridge is a disgrace, says Paul Holm, a plumber by trade.", "The bridge is a disgrace"),
        ("sv", "Bron är en skam, säger Paul Holm, som bor vid ån.", "Bron är en skam"),
        ("fr", "Le pont est une honte, dit Paul Morand, qui habite au bord de l’eau.", "Le pont est une honte"),
    ],
)
def test_what_describes_the_speaker_is_not_said(code: str, text: str, statement: str) -> None:
    assert texts_of(code, text) == [statement]
