"""Constructions that differ between languages and have to come out alike: dashes, inverted pronouns, roles, judging."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.types import Quote
from tests.analysis.attribution import document_of, judged


def quotes_of(text: str, code: str) -> tuple[Quote, ...]:
    document = document_of(text, code)
    return find_quotes(document, find_actors(document))


def direct(text: str, code: str) -> list[str]:
    return [quote.text for quote in quotes_of(text, code) if quote.kind == "direct"]


@pytest.mark.parametrize(
    ("code", "text", "speech", "pronoun"),
    [
        (
            "sv",
            "Borgmästaren Erik Lundgren kom sent. – Vägen är stängd i dag, sade han.",
            "Vägen är stängd i dag",
            "han",
        ),
        ("nb", "Ordfører Erik Lundgren kom sent. – Veien er stengt i dag, sa han.", "Veien er stengt i dag", "han"),
        ("nn", "Ordførar Erik Lundgren kom seint. – Vegen er stengd i dag, sa han.", "Vegen er stengd i dag", "han"),
        (
            "da",
            "Borgmester Erik Lundgren kom sent. – Vejen er lukket i dag, sagde han.",
            "Vejen er lukket i dag",
            "han",
        ),
    ],
)
def test_a_dash_after_a_sentence_opens_speech(code: str, text: str, speech: str, pronoun: str) -> None:
    (quote,) = [quote for quote in quotes_of(text, code) if quote.kind == "direct"]
    assert quote.text == speech
    assert quote.speaker is not None and quote.speaker.name == "Erik Lundgren" and quote.speaker.start is not None
    assert text[quote.speaker.start : quote.speaker.end] == pronoun


@pytest.mark.parametrize(
    ("code", "text", "speech"),
    [
        ("sv", "– Det är orimligt, säger Per Dahl. Enligt polisen har mannen lämnat landet.", "Det är orimligt"),
        ("nb", "– Dette er urimelig, sier Per Dahl. Ifølge politiet har mannen forlatt landet.", "Dette er urimelig"),
        ("nn", "– Dette er urimeleg, seier Per Dahl. Ifølgje politiet har mannen forlate landet.", "Dette er urimeleg"),
        ("da", "– Det er urimeligt, siger Per Dahl. Ifølge politiet har manden forladt landet.", "Det er urimeligt"),
        ("ro", "– Este nedrept, spune Petru Dahl. Potrivit poliției, bărbatul a părăsit țara.", "Este nedrept"),
        ("fr", "– C’est injuste, dit Pierre Dahl. Selon la police, l’homme a quitté le pays.", "C’est injuste"),
    ],
)
def test_speech_behind_a_dash_ends_where_the_outlet_names_another_source(code: str, text: str, speech: str) -> None:
    assert direct(text, code) == [speech]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nb", "Toget er innstilt. Strekningen Bergen – Oslo er stengt til mandag, sa han."),
        ("sv", "Hon kom 2010. Perioden 2010 – 2014 var svår, sade han."),
        ("da", "Prisen faldt. Aftalen – den tredje i år – er god, sagde han."),
        ("de", "Der Preis fiel. – Die Börse schloss früh am Abend."),
        ("en", "The price fell. – The exchange closed early in the evening."),
    ],
)
def test_other_dashes_open_no_speech(code: str, text: str) -> None:
    assert direct(text, code) == []


@pytest.mark.parametrize("cue", ["a-t-il dit", "a-t-il ajouté", "dit-il", "a-t-il déclaré lundi"])
def test_an_inverted_french_pronoun_is_the_speaker(cue: str) -> None:
    text = f"Le maire Paul Garnier est venu lundi. « La route est fermée aujourd'hui », {cue}."
    (quote,) = [quote for quote in quotes_of(text, "fr") if quote.kind == "direct"]
    assert quote.speaker is not None and quote.speaker.name == "Paul Garnier" and quote.speaker.start is not None
    assert text[quote.speaker.start : quote.speaker.end].endswith("il")


HEADLINES = {
    "sv": "Ministern avvisar anklagelser om fusk\n\nFinansminister {0} sade på måndagen att budgeten håller.",
    "nb": "Ministeren avviser anklager om juks\n\nFinansminister {0} sa mandag at budsjettet holder.",
    "nn": "Ministeren avviser skuldingar om juks\n\nFinansminister {0} sa måndag at budsjettet held.",
    "da": "Ministeren afviser anklager om snyd\n\nFinansminister {0} sagde mandag, at budgettet holder.",
    "ro": "Ministra respinge acuzațiile de fraudă\n\nMinistra de finanțe {0} a spus luni că bugetul rezistă.",
    "en": "Minister rejects accusations of fraud\n\nFinance Minister {0} said on Monday that the budget holds.",
    "de": "Ministerin weist Vorwürfe des Betrugs zurück\n\nFinanzministerin {0} sagte, dass der Haushalt hält.",
    "fr": "La ministre rejette les accusations de fraude\n\nLa ministre des Finances {0} a dit que le budget tient.",
}
OTHERS = {
    "sv": " Jordbruksminister Karin Ekdahl teg.",
    "nb": " Landbruksminister Karin Ekdahl var taus.",
    "nn": " Landbruksminister Karin Ekdahl var taus.",
    "da": " Landbrugsminister Karin Ekdahl var tavs.",
    "ro": " Ministra agriculturii Karin Ekdahl a tăcut.",
    "en": " Agriculture Minister Karin Ekdahl was silent.",
    "de": " Landwirtschaftsministerin Karin Ekdahl schwieg.",
    "fr": " La ministre Karin Ekdahl s'est tue.",
}


@pytest.mark.parametrize("code", HEADLINES)
def test_a_role_in_a_headline_is_the_one_person_who_bears_it(code: str) -> None:
    first = judged(HEADLINES[code].format("Elena Marinescu"), code)[0]
    assert first.speaker is not None and first.speaker.name == "Elena Marinescu" and first.speaker.start is not None
    assert first.stance.label == "dismissal"


@pytest.mark.parametrize("code", HEADLINES)
def test_a_role_of_two_people_is_nobody(code: str) -> None:
    first = quotes_of(HEADLINES[code].format("Elena Marinescu") + OTHERS[code], code)[0]
    assert first.speaker is not None and first.speaker.actor is None


JUDGED = {
    "sv": ("Anna Berg avvisade fackets kritik.", "Anna Berg fördömde mötet."),
    "nb": ("Anna Berg avviste fagforeningens kritikk.", "Anna Berg fordømte møtet."),
    "nn": ("Anna Berg avviste fagforeininga sin kritikk.", "Anna Berg fordømde møtet."),
    "da": ("Anna Berg afviste fagforeningens kritik.", "Anna Berg fordømte mødet."),
    "ro": ("Anna Berg a respins criticile sindicatului.", "Anna Berg a condamnat întâlnirea."),
    "en": ("Anna Berg rejected the union's criticism.", "Anna Berg condemned the meeting."),
    "de": ("Anna Berg wies die Kritik der Gewerkschaft zurück.", "Anna Berg verurteilte das Treffen."),
    "fr": ("Anna Berg a rejeté les critiques du syndicat.", "Anna Berg a condamné la rencontre."),
}


@pytest.mark.parametrize("code", JUDGED)
def test_what_is_judged_is_the_statement_and_where_it_is_one_word_the_judging_itself_is(code: str) -> None:
    said, bare = JUDGED[code]
    (quote,) = judged(said, code)
    assert (quote.kind, quote.stance.label) == ("indirect", "dismissal")
    (side,) = quotes_of(bare, code)
    assert side.cue is not None and side.cue.text in side.text and side.stance.label == "criticism"
    assert side.speaker is not None and side.speaker.name == "Anna Berg"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mine closed in May.\n\n‘All Bets Are Off’\n\nThe town lost its only school a year later."),
        ("de", "Der Verband, kurz „DFB“, habe davon nichts gewusst. Die Sitzung sei vertagt worden."),
        ("de", "Woran arbeiten Sie zurzeit?\n\n„Berg“: Wir bauen im Herbst eine neue Brücke über den Fluss."),
    ],
)
def test_names_labels_and_headings_in_marks_are_no_quotations(code: str, text: str) -> None:
    assert direct(text, code) == []


def test_whom_a_paper_quotes_is_the_speaker() -> None:
    text = "Die Brücke ist zu. „Wir öffnen die Straße im Herbst“, zitiert die Zeitung den Bürgermeister Paul Garnier."
    (quote,) = [quote for quote in quotes_of(text, "de") if quote.kind == "direct"]
    assert quote.speaker is not None and quote.speaker.name == "Paul Garnier"
