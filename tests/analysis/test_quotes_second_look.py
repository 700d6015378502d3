"""Who speaks where an office has what it is for, a name or a new sentence beside it; and forces, which say nothing."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

HOLDERS = [
    (
        "fr",
        "« La rive perd son bac », regrette l’adjointe au logement Maryse Tabard. Le bac est vieux.",
        "Maryse Tabard",
    ),
    (
        "fr",
        "« La rive perd son bac », déplore l’adjointe à la voirie Maryse Tabard. Le bac est vieux.",
        "Maryse Tabard",
    ),
    ("fr", "« Le bac reste », dit l’adjointe à la voirie de Tours, Maryse Tabard. Le bac est vieux.", "Maryse Tabard"),
    ("en", "“The ferry stays,” said the minister for culture Karl Holm. It is old.", "Karl Holm"),
    ("de", "„Die Fähre bleibt“, sagte der Sprecher für Kultur Karl Holm. Sie ist alt.", "Karl Holm"),
    ("da", "»Færgen bliver,« siger ordføreren for kultur Karl Holm. Den er gammel.", "Karl Holm"),
    ("nb", "«Ferja blir», sier statsråden for kultur Karl Holm. Den er gammel.", "Karl Holm"),
    ("sv", "”Färjan blir kvar”, säger ministern för kultur Karl Holm. Den är gammal.", "Karl Holm"),
    ("ro", "„Bacul rămâne”, a spus consilierul pe cultură Traian Bujor. Bacul este vechi.", "Traian Bujor"),
    ("ro", "„Bacul rămâne”, a spus consiliera primarului Traian Bujor, Anca Moraru. E vechi.", "Anca Moraru"),
    ("ro", "„Bacul rămâne”, a spus avocatul ministrului Traian Bujor, Anca Moraru. E vechi.", "Anca Moraru"),
    ("de", "„Die Fähre bleibt“, sagte der Berater des Ministers Uwe Brandes, Karl Holm. Sie ist alt.", "Karl Holm"),
    ("en", "“The ferry stays,” said the adviser of mayor Alf Brandes, Karl Holm. It is old.", "Karl Holm"),
    ("fr", "« Le bac reste », a dit l’avocat du maire Luc Tabard, Paul Rivet. Il est vieux.", "Paul Rivet"),
    ("ro", "„Bacul rămâne”, a spus ministrul Traian Bujor, aflat la Turda. E vechi.", "Traian Bujor"),
]
CLOSED = [
    ("fr", "La fleuriste Odile Tabard ferme sa grille. « Trente ans, ça use. » La halle n’a pas trouvé d’acheteur."),
    ("en", "The florist Odile Tabard shuts her door. “Thirty years is enough.” The shop has not found a buyer."),
    ("en", "The florist Odile Tabard shuts her door. “Thirty years is enough.” The council announced a tender."),
    ("de", "Die Floristin Odile Tabard schließt ab. „Dreißig Jahre reichen.“ Der Laden fand keinen Käufer."),
    ("sv", "Floristen Odile Tabard stänger dörren. ”Trettio år räcker.” Butiken har inte funnit en köpare."),
    ("nb", "Floristen Odile Tabard stenger døra. «Tretti år er nok.» Butikken har ikke funnet en kjøper."),
    ("da", "Floristen Odile Tabard lukker døren. »Tredive år er nok.« Butikken har ikke fundet en køber."),
    ("ro", "Florăreasa Odile Tabard închide ușa. „Treizeci de ani ajung.” Magazinul nu a găsit cumpărător."),
]
FORCES = [
    ("da", "Stormen krævede to liv på øen."),
    ("de", "Der Sturm forderte zwei Tote auf der Insel."),
    ("en", "The storm claimed two roofs on the island."),
    ("en", "The fire claimed its first victim, a cat."),
    ("fr", "La tempête a réclamé deux vies sur l’île."),
    ("nb", "Brannen krevde to liv på øya."),
    ("nn", "Flaumen kravde to liv på øya."),
    ("ro", "Furtuna a cerut două vieți pe insulă."),
    ("sv", "Branden krävde två liv på ön."),
]


@pytest.mark.parametrize(("code", "text", "name"), HOLDERS)
def test_the_name_behind_an_office_and_what_it_is_for_speaks(code: str, text: str, name: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and (quote.speaker.actor is not None, quote.speaker.name) == (True, name)


@pytest.mark.parametrize("asked", ["la députée Maryse Tabard", "l’arrivée de Maryse Tabard"])
def test_whom_an_office_answers_does_not_speak(asked: str) -> None:
    (quote,) = quotes_of(f"« Le bac reste », répond la ministre à {asked}. Il est vieux.", "fr")
    assert quote.speaker is not None and quote.speaker.name == "la ministre"


@pytest.mark.parametrize(("code", "text"), CLOSED)
def test_a_closed_quotation_is_not_of_the_subject_of_the_next_sentence(code: str, text: str) -> None:
    direct = [quote for quote in quotes_of(text, code) if quote.kind == "direct"]
    assert [quote.speaker and quote.speaker.name for quote in direct] == ["Odile Tabard"]


@pytest.mark.parametrize("behind", ["Moss said.", "Moss told the paper."])
def test_a_closed_quotation_is_of_a_name_with_a_verb_of_saying_behind_it(behind: str) -> None:
    text = f"Odile Tabard and Rita Moss shut their shop. “Thirty years is enough.” {behind}"
    assert [quote.speaker and quote.speaker.name for quote in quotes_of(text, "en")] == ["Rita Moss"]


@pytest.mark.parametrize(("code", "text"), FORCES)
def test_a_force_claims_nothing(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


def test_a_service_named_for_a_force_speaks() -> None:
    (quote,) = quotes_of("The fire service said that the roof was old.", "en")
    assert quote.speaker is not None and quote.speaker.name == "fire service"
