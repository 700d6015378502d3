# ruff: noqa: E501
"""Whom a description means that names nobody: who is named behind it, whose office it is, who else is there."""

from __future__ import annotations

import pytest

from analysis.resources import languages, rows, world
from tests.analysis.test_quotes_languages import quotes_of


def _speaker(text: str, language: str) -> tuple[str | None, bool]:
    """Who says the last statement, and whether that is an actor."""
    speaker = quotes_of(text, language)[-1].speaker
    return (None, False) if speaker is None else (speaker.name, speaker.actor is not None)


BEHIND = (
    ("en", "Two men were fined on Monday. Another officer, Captain Ruth Dale, said the fine was low.", "Ruth Dale"),
    ("sv", "Två män bötfälldes i går. Hans försvarare, advokaten Rut Dahl, säger att boten är låg.", "Rut Dahl"),
    ("nb", "To menn fikk bot. Foreningens leder i fylket, overlege Rut Dahl, mener at boten er lav.", "Rut Dahl"),
    ("nn", "To menn fekk bot. Leiaren i laget, overlege Rut Dahl, meiner at bota er låg.", "Rut Dahl"),
    ("da", "To mænd fik en bøde. »Bøden er lav,« siger foreningens formand i Odder, overlæge Rut Dahl.", "Rut Dahl"),
    (
        "de",
        "Zwei Männer wurden bestraft. „Die Strafe ist niedrig“, sagte der Sprecher der Polizei, Hauptmann Rudi Dahl.",
        "Rudi Dahl",
    ),
    (
        "fr",
        "Deux hommes ont été arrêtés. « L'amende est faible », a déclaré le porte-parole de la police, capitaine Ruth Dalle.",
        "Ruth Dalle",
    ),
    (
        "ro",
        "Doi oameni au fost amendați. „Amenda e mică”, a declarat purtătorul de cuvânt al poliției, comisar Ruxandra Dima.",
        "Ruxandra Dima",
    ),
)


@pytest.mark.parametrize(("code", "text", "name"), BEHIND)
def test_a_name_behind_a_description_and_its_comma_is_whose_it_is(code: str, text: str, name: str) -> None:
    assert _speaker(text, code) == (name, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The driver, who met Ruth Dale, said the fine was low."),
        ("en", "“The fine is low,” said the officer, and Ruth Dale agreed."),
        ("en", "“The fine is low,” said the officer, Ruth Dale left."),
    ],
)
def test_a_name_of_another_clause_is_nobodys_description(code: str, text: str) -> None:
    assert not _speaker(text, code)[1]


PRESENT = (
    ("en", "Nobody was more careful than Carl Hart. “It was a hard race,” said the gerontologist.", "Carl Hart"),
    ("sv", "Störst lycka fanns hos Karl Ahl. ”Det var ett tungt lopp”, sade matchhjälten.", "Karl Ahl"),
    ("nb", "Mest glad var Karl Ahl. «Det var et tungt løp», sa matchhelten.", "Karl Ahl"),
    ("nn", "Mest glad var Karl Ahl. «Det var eit tungt løp», sa kamphelten.", "Karl Ahl"),
    ("da", "Mest glad var Karl Ahl. »Det var et hårdt løb,« sagde kamphelten.", "Karl Ahl"),
    ("de", "Lob gab es auch von Karl Grau. „Es war ein schweres Rennen“, so der Zehntplatzierte.", "Karl Grau"),
    ("fr", "Même prudence chez Jean-Luc Morel. « C'est un bon début », note le gérontologue de l'hôpital de Pau.", "Jean-Luc Morel"),
    ("ro", "Cel mai fericit a fost Carol Pop. „A fost o cursă grea”, a spus stoperul.", "Carol Pop"),
    # by the country
    ("en", "“The goal was wrong,” said coach Petra Lind. The Swede said that the referee was wrong.", "Petra Lind"),
    ("nb", "Trener Petra Lind var rasende. Svensken mente at dommeren tok feil.", "Petra Lind"),
    ("de", "Petra Lind war wütend. Die Schwedin sagte, das Tor sei falsch gewesen.", "Petra Lind"),
    ("fr", "Jean-Luc Morel a perdu la finale. Le Belge regrette que le terrain soit lourd.", "Jean-Luc Morel"),
    # by an age, in the last sentence that names somebody
    ("en", "Paul Lamb had a let-off when Karl Moss served badly.\n\nBut Paul Lamb struck again and won.\n\n“He is one of the best,” said the 36-year-old.", "Paul Lamb"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name"), PRESENT)
def test_the_only_one_there_is_whom_an_unknown_noun_means(code: str, text: str, name: str) -> None:
    assert _speaker(text, code) == (name, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Carl Hart and Paul Lamb met in York. “It was a hard race,” said the gerontologist."),
        ("en", "A gerontologist spoke in York after Carl Hart. “It was a hard race,” said the gerontologist."),
        ("en", "Carl Hart spoke in York. The brochure said: “It is a hard race.”"),
        ("en", "Carl Hart spoke in York. “It is a hard race,” said the report."),
        ("en", "Carl Hart spoke in York. “It is hard,” said the son."),
        ("en", "Petra Lind met Carl Hart. The Swede said that the referee was wrong."),
        ("sv", "Karl Ahl talade i Lund. ”Det är tungt”, sade mannen."),
        ("nb", "Karl Ahl talte i Lom. «Det var tungt», sa presten, som traff ham."),
        ("nb", "Petra Lind var rasende. Svenskene mente at dommeren tok feil."),
        ("de", "Karl Grau sprach in Kiel. „Es war ein schweres Rennen“, sagte die Gewinnerin."),
        ("fr", "Jean-Luc Morel a perdu la finale. Les Belges regrettent que le terrain soit lourd."),
    ],
)
def test_a_noun_for_somebody_else_means_nobody_named(code: str, text: str) -> None:
    assert not _speaker(text, code)[1]


OFFICES = (
    (
        "en",
        "In London, British Prime Minister Graham Pryce agreed. Norway’s Prime Minister Siri Dahl was in York. Norway’s prime minister rejected the plan.",
        "Siri Dahl",
    ),
    (
        "de",
        "Übergangscoach Karl Grau sprach in Kiel. Boris Weiss war Trainer. „Es ist schwer“, betonte der Interimstrainer.",
        "Karl Grau",
    ),
    ("da", "Klima- og energiminister Mads Krogh tog ordet. Klimaministeren sagde, at prisen er høj.", "Mads Krogh"),
    (
        "da",
        "Klimaministeren afviser, at prisen er høj.\n\nKlima- og energiminister Mads Krogh tog ordet mandag.",
        "Mads Krogh",
    ),
    ("sv", "Klimat- och miljöminister Mats Krok tog ordet. Klimatministern sade att priset är högt.", "Mats Krok"),
    ("nb", "Klima- og miljøminister Mats Krok tok ordet. Klimaministeren sa at prisen er høy.", "Mats Krok"),
    ("nb", "I retten avviste advokat Mats Krok alt. «Han er uskyldig», sa forsvarsadvokaten.", "Mats Krok"),
    (
        "fr",
        "Olivier Blanc parle peu. Plus nuancée, la professeure de nutrition Anne Morel ajoute que le sel est mauvais.",
        "Anne Morel",
    ),
)


@pytest.mark.parametrize(("code", "text", "name"), OFFICES)
def test_an_office_in_other_words_is_the_same_ones(code: str, text: str, name: str) -> None:
    assert _speaker(text, code) == (name, True)


BODIES = (
    (
        "de",
        "Die Federal Reserve hat Fehler eingeräumt. Die Regeln seien zu schwach, teilte die US-Notenbank mit.",
        "Federal Reserve",
    ),
    ("fr", "La NASA a reporté le vol. L'agence a expliqué que le moteur fuyait.", "NASA"),
    ("en", "The FBI searched the house on Monday. The agency said that nothing was found.", "FBI"),
)


@pytest.mark.parametrize(("code", "text", "name"), BODIES)
def test_a_known_body_is_called_by_its_kind(code: str, text: str, name: str) -> None:
    assert _speaker(text, code) == (name, True)


NEARER = (
    ("sv", "Europol deltog i jakten. Skogsinspektionen inledde en tillsyn. Myndigheten sade att larmet var sent."),
    ("en", "The map was drawn up by the Coast Weather Service’s Hail Prediction Center. The agency warned that hail was possible."),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text"), NEARER)
def test_a_body_is_not_meant_where_another_is_named_nearer(code: str, text: str) -> None:
    assert _speaker(text, code)[0] not in ("Europol", "Coast Weather Service")


TURNS = (
    ("en", "“It was hard,” said Mark Hart.\n\nPaul Lamb meanwhile won his match, knocking out Karl Moss.\n\n“It was a good day for all of us here.”", "Paul Lamb"),
    ("de", "„Es war schwer“, sagte Max Hart.\n\nPaul Lamm gewann sein Spiel gegen Karl Moos.\n\n„Es war ein guter Tag für uns alle hier.“", "Paul Lamm"),
    ("sv", "”Det var svårt”, sade Mats Hård.\n\nPål Lind vann sin match mot Karl Moss.\n\n”Det var en bra dag för oss alla här.”", "Pål Lind"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name"), TURNS)
def test_a_paragraph_that_turns_to_somebody_else_has_his_words_behind_it(code: str, text: str, name: str) -> None:
    assert _speaker(text, code)[0] == name


def test_every_known_body_is_of_a_kind_that_nouns_mean() -> None:
    names = {row[0] for row in world("organisations")}
    kinds = {row[0] for row in world("body_kinds")} | {
        kind for row in world("body_kinds") for kind in row[1].split(",")
    }
    nouns = {kind for code in languages() for row in rows(code, "body_nouns") for kind in row[1].split(",")}
    told = {row[0]: row[1].split(",") for row in world("organisation_kinds")}
    assert told.keys() <= names
    assert {kind for own in told.values() for kind in own} <= kinds | nouns
