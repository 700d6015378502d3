"""What is no statement: things that a verb of saying has, advice, asked and embedded words; and where one ends."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Language, Quote


def quotes_of(text: str, code: str) -> list[Quote]:
    document = segment(Article("test", text, Language(code, 1.0)))
    return list(find_quotes(document, find_actors(document)))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ribbon added a splash of red, and it was tied at the back."),
        ("en", "The captain stressed the rope and the knot on the deck."),
        ("en", "Anna Berg noted the number plate of the small grey van."),
        ("en", "Gardeners must declare old plants and seeds to the garden office."),
        ("en", "Gardeners from Holm worked to find the best plants you can add to a kitchen."),
        ("en", "The boats know nothing about the storm and many sailors have no radio."),
        ("sv", "Karin Ek noterade bilens nummer vid vägen."),
        ("nb", "Kari Vik noterte nummeret på bilen ved veien."),
        ("nn", "Kari Vik noterte nummeret på bilen ved vegen."),
        ("da", "Mette Holm tilføjede lidt salt og peber til suppen."),
        ("de", "Der Verein versteht es, sich treu zu bleiben und zu seinem Stil zu stehen."),
    ],
)
def test_a_thing_that_a_verb_of_saying_has_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", "Anna Berg added the bridge would close in May.", "the bridge would close in May"),
        ("en", "Anna Berg added that the bridge was closed.", "that the bridge was closed"),
        ("en", "Anna Berg said nothing would change in the town.", "nothing would change in the town"),
        ("sv", "Karin Ek noterade att bron var stängd.", "att bron var stängd"),
        ("nb", "Kari Vik tilføyde at broen stenger.", "at broen stenger"),
        ("da", "Mette Holm tilføjede, at broen lukker.", "at broen lukker"),
    ],
)
def test_a_clause_that_such_a_verb_has_is_one(code: str, text: str, said: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [said]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It's important to note that the bridge is not safe."),
        ("de", "Es ist wichtig zu betonen, dass die Brücke sicher ist."),
        ("de", "Damit machen Sie mit und unterstützen Sie unsere Aktion für den Wald."),
        ("en", "It was revealed that the coat was open at the back."),
        ("en", "How did the herb, according to its critics, become so bad?"),
        ("fr", "Comment cette plante, selon ses détracteurs, est-elle devenue si mauvaise ?"),
        ("de", "Nach dem laut Nordfunk großen Erfolg der Tarife legt man die Aktion neu auf."),
        ("de", "Der Kunde muss vorher ausfüllen, ob er Husten habe."),
        ("en", "The same cannot be said of cars and of stoves in the old houses."),
        ("en", "(“drift” refers to the movement of sand)."),
        ("da", "Forsvarer Mette Holm rejste sig og gik ud. Broen er lukket."),
    ],
)
def test_what_nobody_tells_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        (
            "nb",
            "– Broen er stengt, sier Kari Vik. Den blir åpnet i mai. Kari Vik vil ikke si hvem som har gjort det.",
            ["Broen er stengt", "Den blir åpnet i mai."],
        ),
        (
            "sv",
            "– Bron är stängd, säger Karin Ek. Den öppnar i maj. Karin Ek vill inte säga vem som har gjort det.",
            ["Bron är stängd", "Den öppnar i maj."],
        ),
        (
            "da",
            "– Broen er lukket, siger Mette Holm. Den åbner i maj. Mette Holm vil ikke sige, hvem der har gjort det.",
            ["Broen er lukket", "Den åbner i maj."],
        ),
    ],
)
def test_speech_behind_a_dash_ends_where_somebody_is_told_to_be_silent(code: str, text: str, said: list[str]) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == said


def test_the_clause_with_as_has_no_object() -> None:
    (quote,) = quotes_of("As she concluded the debate, Mr Holm proposed an amendment to the motion.", "en")
    assert quote.text == "an amendment to the motion"
    assert quote.speaker is not None
    assert quote.speaker.name == "Holm"
