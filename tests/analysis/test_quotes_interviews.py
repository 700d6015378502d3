"""Printed interviews in several languages and forms."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

LABELLED = {
    "da": ("Kokken Karen Holm", "Hvorfor lukker du?", "Karen Holm: Huslejen er for høj."),
    "de": ("Köchin Karin Holm", "Warum schließen Sie?", "Karin Holm: Die Miete ist zu hoch."),
    "en": ("Chef Karen Holm", "Reporter: Why are you closing?", "Karen Holm: The rent is too high."),
    "fr": ("Cheffe Karine Holm", "Pourquoi fermez-vous ?", "Karine Holm: Le loyer est trop élevé."),
    "nb": ("Kokken Karen Holm", "Hvorfor stenger du?", "Karen Holm: Leien er for høy."),
    "ro": ("Bucătara Maria Holban", "Reporter: De ce închideți?", "Maria Holban: Chiria este prea mare."),
    "sv": ("Kocken Karin Holm", "Varför stänger du?", "Karin Holm: Hyran är för hög."),
}


@pytest.mark.parametrize("code", LABELLED)
def test_labelled_answers_are_direct_quotations_and_questions_are_none(code: str) -> None:
    lead, question, answer = LABELLED[code]
    text = "\n\n".join([f"{lead}.", question, answer, question, answer])
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    said = answer.split(": ")[1]
    assert [(q.kind, q.text) for q in quotes] == [("direct", said), ("direct", said)]
    assert {q.speaker.name if q.speaker else None for q in quotes} == {answer.split(":")[0]}


DASHED = {
    "da": ("Kokken Karen Holm lukker.", "– Hvorfor?", "– Huslejen er for høj, siger Holm."),
    "fr": ("La cheffe Karine Holm ferme.", "– Pourquoi ?", "– Le loyer est trop élevé, dit Holm."),
    "nb": ("Kokken Karen Holm stenger.", "– Hvorfor?", "– Leien er for høy, sier Holm."),
    "nn": ("Kokken Karen Holm stengjer.", "– Kvifor?", "– Leiga er for høg, seier Holm."),
    "sv": ("Kocken Karin Holm stänger.", "– Varför?", "– Hyran är för hög, säger Holm."),
}


@pytest.mark.parametrize("code", DASHED)
def test_a_dash_line_that_asks_before_one_that_answers_is_the_interviewers(code: str) -> None:
    document = document_of("\n\n".join(DASHED[code]), code)
    (quote,) = find_quotes(document, find_actors(document))
    assert quote.speaker is not None and quote.speaker.name.endswith("Holm") and "?" not in quote.text


def test_answers_in_marks_belong_to_whoever_alone_is_named_before() -> None:
    text = "Kokken Karen Holm.\n\nHvorfor lukker du?\n\n»Huslejen steg.«\n\nHvad nu?\n\n»Jeg rejser væk.«"
    document = document_of(text, "da")
    quotes = find_quotes(document, find_actors(document))
    assert [q.speaker.name if q.speaker else None for q in quotes] == ["Karen Holm", "Karen Holm"]


PULLED = {
    "da": ("»Taget er faldet ned«", "»Taget er faldet ned,« sagde kokken Karen Holm."),
    "de": ("„Das Dach ist eingestürzt“", "„Das Dach ist eingestürzt“, sagte Köchin Karin Holm."),
    "en": ("“The roof has come down”", "“The roof has come down,” said chef Karen Holm."),
    "fr": ("« Le toit est tombé »", "« Le toit est tombé », a dit la cheffe Karine Holm."),
    "sv": ("”Taket har rasat in”", "”Taket har rasat in”, sade kocken Karin Holm."),
}


@pytest.mark.parametrize("code", PULLED)
def test_a_pull_quote_is_counted_once_and_by_its_speaker(code: str) -> None:
    pulled, told = PULLED[code]
    document = document_of(f"{pulled}\n\n{told}", code)
    quotes = [q for q in find_quotes(document, find_actors(document)) if q.kind == "direct"]
    assert [q.speaker.name.split()[-1] for q in quotes if q.speaker] == ["Holm"] and len(quotes) == 1


LETTERED = {
    "da": ("Et interview med Karen Holm.", "S", "KH", "Hvorfor lukker du?", "Huslejen er for høj."),
    "de": ("Ein Gespräch mit Karin Holm.", "Frage", "Antwort", "Warum schließen Sie?", "Die Miete ist zu hoch."),
    "en": ("An interview with Karen Holm.", "Q", "A", "Why are you closing?", "The rent is too high."),
    "fr": ("Entretien avec Karine Holm.", "La Gazette", "K. H.", "Pourquoi fermez-vous ?", "Le loyer est trop élevé."),
    "ro": ("Interviu cu Maria Holban.", "R", "M.H.", "De ce închideți?", "Chiria este prea mare."),
}


@pytest.mark.parametrize("code", LETTERED)
def test_letters_and_initials_before_answers_mean_the_interviewee(code: str) -> None:
    lead, asks, answers, question, answer = LETTERED[code]
    turns = [f"{asks}: {question}", f"{answers}: {answer}"] * 2
    document = document_of("\n\n".join([lead, *turns]), code)
    quotes = find_quotes(document, find_actors(document))
    name = " ".join(lead.rstrip(".").split()[-2:])
    assert [(q.kind, q.text, q.speaker and q.speaker.name) for q in quotes] == [("direct", answer, name)] * 2


@pytest.mark.parametrize("code", ["da", "nb", "nn", "sv"])
def test_dashed_answers_behind_plain_questions_are_those_of_the_only_person(code: str) -> None:
    lead, question, answer = DASHED[code]
    spoken = answer.split(",")[0]
    text = "\n\n".join([lead, question.removeprefix("– "), f"{spoken}.", question.removeprefix("– "), f"{spoken}."])
    document = document_of(text, code)
    quotes = find_quotes(document, find_actors(document))
    assert [q.speaker and q.speaker.name for q in quotes] == [" ".join(lead.split()[1:3])] * 2
