"""What the author tells, asks of the reader or wants done is nobody's statement, nor are deeds and things."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Language, Quote

OWN = {
    "sv": "Maskinen kom i en låda. Jag tror att den är för dyr.",
    "nb": "Maskinen kom i en eske. Jeg tror at den er for dyr.",
    "nn": "Maskina kom i ei eske. Eg trur at ho er for dyr.",
    "da": "Maskinen kom i en kasse. Jeg tror, at den er for dyr.",
    "ro": "Mașina a venit într-o cutie. Eu cred că este prea scumpă.",
    "en": "The heater came in a box. I was worried that it would be too loud.",
    "de": "Das Gerät kam in einer Kiste. Ich glaube, dass es zu teuer ist.",
    "fr": "L’appareil est arrivé dans une boîte. Nous pensons que son prix est trop élevé.",
}
ASKED = ("If you ask the big banks, the fee is small.", "Did you know that the brand also makes kettles?")
SILENT = {
    "sv": "Rektorn vägrade att uttala sig om avskedet.",
    "nb": "Rektoren avviser å uttale seg.",
    "nn": "Rektoren avviser å uttale seg.",
    "da": "Rektoren nægtede at udtale sig.",
    "ro": "Directorul a refuzat să se pronunțe asupra cazului.",
    "en": "The headmaster refused to comment.",
    "de": "Der Rektor lehnte es ab, sich zu dem Fall zu äußern.",
    "fr": "Le recteur a refusé de s’exprimer sur ce renvoi.",
}
THINGS = (
    ("de", "Ein Händler bot seine Ware auf vielen Märkten, über Kataloge und privat an."),
    ("de", "In dem Saal zeigen sie alte Werke, etwa die von Karl Brand."),
    ("de", "Es droht ein Stillstand in der Region."),
    ("sv", "Polisen har inlett en stor insats vid hamnen."),
    ("sv", "Kommunen inledde ett samarbete med skolan i våras."),
    ("en", "The rack boasts four tiers on which to hang shirts."),
    ("en", "The smart query suggestions and the search tools can do more."),
    ("en", "The programs can summarize documents and extract data from forms."),
)
INSTEAD = (
    ("de", "Die Forscher hatten das nicht erwartet: Das Eis schmolz um zwei Meter mehr als im Modell."),
    ("en", "The engineers had not expected this: The ice was two metres thinner than in the model."),
    ("sv", "Forskarna hade inte väntat sig detta: Isen var två meter tunnare än i modellen."),
)
WHEN = {
    "nb": "Etter at dommen falt i januar, uttalte inspektør Kari Vik følgende: «Vi er glade for dette.»",
    "sv": "Efter att domen föll i januari uttalade inspektör Kari Vik följande: ”Vi är glada för detta.”",
}
REFLEXIVE = {
    "« La loi a parlé », s’est félicité l’avocat Paul Vernier.": "Paul Vernier",
    "« Je n’avais pas le choix », s’est justifiée la maire Lise Carron.": "Lise Carron",
    "« C’est une honte », s’est emportée la voisine Anne Moreau.": "Anne Moreau",
    "« Tout était prévu », s’étonne le voisin Marc Albin.": "Marc Albin",
}
ON = {
    "nb": "En nabo våknet. – Jeg trodde det var torden, sier naboen. Advokat Liv Brekke vil ikke si noe om det.",
    "da": "En nabo vågnede. – Det var torden, siger naboen. Advokat Liv Brekke vil ikke sige noget om det.",
    "sv": "En granne vaknade. – Det var åskan, säger grannen. Advokat Liv Brekke vill inte säga något om det.",
}
INTERVIEW = {
    "sv": (
        "Forskaren Ulla Sand svarar på frågor om torkan.\n\nNär regnar det igen?\n\n– Tidigast i oktober.\n\n"
        "Vad måste staden göra?\n\n– Spara vatten, och det genast, säger Sand."
    ),
    "nb": (
        "Forskeren Ulla Sand svarer på spørsmål om tørken.\n\nNår regner det igjen?\n\n– Tidligst i oktober.\n\n"
        "Hva må byen gjøre?\n\n– Spare vann, og det straks, sier Sand."
    ),
    "da": (
        "Forskeren Ulla Sand svarer på spørgsmål om tørken.\n\nHvornår regner det igen?\n\n– Tidligst i oktober.\n\n"
        "Hvad skal byen gøre?\n\n– Spare på vandet, og det straks, siger Sand."
    ),
}


def quotes_of(text: str, code: str) -> tuple[Quote, ...]:
    document = segment(Article("Blad", text, Language(code, 1.0)))
    return find_quotes(document, find_actors(document))


@pytest.mark.parametrize("code", OWN)
def test_what_the_author_thinks_is_nobodys_statement(code: str) -> None:
    assert quotes_of(OWN[code], code) == ()


@pytest.mark.parametrize("text", ASKED)
def test_what_the_reader_is_asked_is_nobodys_statement(text: str) -> None:
    assert quotes_of(text, "en") == ()


@pytest.mark.parametrize("code", SILENT)
def test_who_will_not_speak_says_nothing(code: str) -> None:
    assert quotes_of(SILENT[code], code) == ()


@pytest.mark.parametrize(("code", "text"), THINGS)
def test_deeds_and_things_are_no_statements(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


@pytest.mark.parametrize(("code", "text"), INSTEAD)
def test_what_came_instead_of_what_was_expected_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


@pytest.mark.parametrize("code", WHEN)
def test_when_something_was_said_is_no_statement(code: str) -> None:
    assert [quote.kind for quote in quotes_of(WHEN[code], code)] == ["direct"]


def test_an_account_that_is_not_named_says_what_its_speaker_says_and_no_more() -> None:
    (quote,) = quotes_of("Er gab demnach an, Vater von drei Kindern zu sein.", "de")
    assert quote.text == "Vater von drei Kindern zu sein"


@pytest.mark.parametrize("text", REFLEXIVE)
def test_a_reflexive_verb_behind_a_quotation_has_its_speaker_behind_it(text: str) -> None:
    (quote,) = quotes_of(text, "fr")
    assert quote.speaker is not None and quote.speaker.name == REFLEXIVE[text]


@pytest.mark.parametrize("code", ON)
def test_who_keeps_silent_behind_speech_is_told_of(code: str) -> None:
    quotes = quotes_of(ON[code], code)
    assert quotes
    assert not any("Brekke" in quote.text for quote in quotes)


@pytest.mark.parametrize("code", INTERVIEW)
def test_an_answer_is_of_whom_the_other_answers_name(code: str) -> None:
    found = [quote for quote in quotes_of(INTERVIEW[code], code) if quote.kind == "direct"]
    assert [quote.speaker and quote.speaker.name for quote in found] == ["Ulla Sand", "Ulla Sand"]


IMPERSONAL = (
    ("de", "Die Norder Bank legte am Montag zu. Die Anleger warten ab, hieß es."),
    ("sv", "Nordbanken steg på måndagen. Kunderna väntar, heter det."),
    ("nb", "Nordbanken steg mandag. Kundene venter, heter det."),
    ("nn", "Nordbanken steig måndag. Kundane ventar, heiter det."),
    ("da", "Nordbanken steg mandag. Kunderne venter, hedder det."),
)


@pytest.mark.parametrize(("code", "text"), IMPERSONAL)
def test_what_it_says_somewhere_is_said_by_nobody_named_before(code: str, text: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is None
