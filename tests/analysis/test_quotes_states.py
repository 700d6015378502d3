"""States of mind, views and sources in the middle: statements without *that*, told alike in all languages."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

STATES = (
    ("fr", "La ministre s'est dite favorable à la nouvelle loi.", "favorable à la nouvelle loi", "La ministre"),
    ("fr", "Paul Serre se dit très inquiet pour ses élèves.", "inquiet pour ses élèves", "Paul Serre"),
    ("fr", "Le syndicat s'est montré déçu du vote.", "déçu du vote", "Le syndicat"),
    ("de", "Die Ministerin zeigte sich am Montag zufrieden mit der Wahl.", "zufrieden mit der Wahl", "Die Ministerin"),
    ("de", "Am Montag zeigte sich der Rektor enttäuscht über die Wahl.", "enttäuscht über die Wahl", "der Rektor"),
    ("ro", "Dan Sava s-a declarat mulțumit de noua lege.", "mulțumit de noua lege", "Dan Sava"),
    ("ro", "Ministra s-a arătat îngrijorată de noua lege.", "îngrijorată de noua lege", "Ministra"),
    ("nb", "Siri Dale sa seg fornøyd med den nye loven.", "fornøyd med den nye loven", "Siri Dale"),
    ("nn", "Siri Dale sa seg uroa over den nye lova.", "uroa over den nye lova", "Siri Dale"),
    ("sv", "Siri Dahl sade sig vara nöjd med den nya lagen.", "vara nöjd med den nya lagen", "Siri Dahl"),
    ("da", "Signe Dal sagde sig tilfreds med den nye lov.", "tilfreds med den nye lov", "Signe Dal"),
    ("en", "Sarah Vale said she was worried about the law.", "she was worried about the law", "Sarah Vale"),
)


@pytest.mark.parametrize(("code", "text", "state", "speaker"), STATES)
def test_who_says_to_feel_something_says_it(code: str, text: str, state: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None
    assert (quote.text.removeprefix("très "), quote.speaker.name) == (state, speaker)


NO_STATE = (
    ("de", "Der Minister zeigte sich am Montag auf dem Balkon."),
    ("de", "Die Wolken zeigten sich über dem ganzen Tal."),
    ("fr", "Le ministre s'est montré lundi devant la foule."),
    ("ro", "Ministrul s-a arătat luni în fața mulțimii."),
)


@pytest.mark.parametrize(("code", "text"), NO_STATE)
def test_who_shows_himself_says_nothing(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


VIEWS = (
    ("fr", "Pour Paul Serre, cette loi est une erreur grave.", "cette loi est une erreur grave", "Paul Serre"),
    ("fr", "Pour la ministre, les cours doivent rester gratuits.", "les cours doivent rester gratuits", "la ministre"),
    ("de", "Für Otto Lind ist dieses Gesetz ein Fehler.", "ist dieses Gesetz ein Fehler", "Otto Lind"),
    ("de", "Für den Minister muss der Kurs frei bleiben.", "muss der Kurs frei bleiben", "den Minister"),
    ("ro", "Pentru Dan Sava, această lege este o greșeală.", "această lege este o greșeală", "Dan Sava"),
)


@pytest.mark.parametrize(("code", "text", "view", "speaker"), VIEWS)
def test_for_somebody_opens_what_he_holds(code: str, text: str, view: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None
    assert (quote.text, quote.speaker.name) == (view, speaker)


NO_VIEW = (
    ("fr", "Pour l'instant, le lycée est ouvert aux élèves."),
    ("fr", "Pour deux euros, le musée est ouvert aux élèves."),
    ("fr", "Pour Paul Serre, c'est le troisième but de la saison."),
    ("fr", "Pour les villes, le coût est de deux millions d'euros."),
    ("de", "Für Otto Lind war es das dritte Tor der Saison."),
    ("de", "Für Montag ist in der ganzen Stadt Regen angesagt."),
    ("de", "Für die Stadt ist das ein Verlust von zwei Millionen Euro."),
    ("ro", "Pentru moment, liceul este deschis pentru elevi."),
    ("en", "For Sarah Vale, the season is over after the injury."),
)


@pytest.mark.parametrize(("code", "text"), NO_VIEW)
def test_for_something_is_no_view(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


MIDWAY = (
    ("fr", "Le lycée, selon Paul Serre, sera fermé en mai."),
    ("ro", "Liceul, potrivit lui Dan Sava, va fi închis în mai."),
    ("en", "The school, according to Sarah Vale, will close in May."),
)


@pytest.mark.parametrize(("code", "text"), MIDWAY)
def test_a_source_behind_a_bare_subject_parts_no_statement(code: str, text: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [text.rstrip(".")]


def test_a_clause_that_ends_in_its_auxiliary_goes_on_behind_the_source() -> None:
    found = quotes_of("Le lycée sera selon Paul Serre fermé pendant tout le mois.", "fr")
    assert [quote.text for quote in found] == ["Le lycée sera selon Paul Serre fermé pendant tout le mois"]


DESCRIBED = (
    ("fr", "Selon Paul Serre, porte-parole du lycée, les cours sont gratuits.", "les cours sont gratuits"),
    ("ro", "Potrivit lui Dan Sava, purtătorul de cuvânt al liceului, cursul e gratuit.", "cursul e gratuit"),
    ("en", "According to Sarah Vale, a teacher at the school, the course is free.", "the course is free"),
    ("da", "Ifølge Signe Dal, formand for skolen, er kurset gratis.", "er kurset gratis"),
    ("de", "Laut Otto Lind, dem Leiter der Schule, ist der Kurs frei.", "ist der Kurs frei"),
    ("ro", "În opinia lui Dan Sava, cursul este gratuit.", "cursul este gratuit"),
)


@pytest.mark.parametrize(("code", "text", "statement"), DESCRIBED)
def test_what_describes_a_source_is_none_of_the_statement(code: str, text: str, statement: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.actor is not None
    assert quote.text == statement
