"""Who is to be believed in first place (*À en croire X, …*), and what a statement is about behind who says it."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

SAID = [
    ("fr", "À en croire le maire Paul Morand, |le pont tombera avant l’hiver|.", "Paul Morand"),
    ("fr", "À entendre les voisins, |le pont tremble chaque nuit|.", "les voisins"),
    ("de", "Glaubt man dem Bürgermeister Paul Holm, |fällt die Brücke noch vor dem Winter|.", "Paul Holm"),
    ("en", "If you believe the mayor, |the bridge will fall before winter|.", "the mayor"),
    ("sv", "Om man ska tro borgmästaren Paul Holm |faller bron före vintern|.", "Paul Holm"),
    ("nb", "Skal man tro ordfører Paul Holm, |faller broen før vinteren|.", "Paul Holm"),
    ("nn", "Skal ein tru ordførar Paul Holm, |fell brua før vinteren|.", "Paul Holm"),
    ("da", "Skal man tro borgmester Paul Holm, |falder broen før vinteren|.", "Paul Holm"),
    ("ro", "Dacă e să-l credem pe primarul Paul Morand, |podul va cădea înainte de iarnă|.", "Paul Morand"),
    ("nn", "|Garasjar er ikkje med, og ho startar i mai|, opplyser departementet om avgifta.", "departementet"),
    ("nb", "|Garasjer er ikke med|, opplyser departementet om avgiften.", "departementet"),
    ("sv", "|Garage ingår inte|, uppger departementet om avgiften.", "departementet"),
    ("da", "|Garager er ikke med|, oplyser ministeriet om afgiften.", "ministeriet"),
    ("de", "|Garagen sind nicht dabei|, sagt das Ministerium über die Gebühr.", "das Ministerium"),
]


@pytest.mark.parametrize(("code", "marked", "speaker"), SAID)
def test_who_is_believed_and_what_it_is_about(code: str, marked: str, speaker: str) -> None:
    document = document_of(marked.replace("|", ""), code)
    quotes = find_quotes(document, find_actors(document))
    assert [(q.text, q.speaker.name if q.speaker else None) for q in quotes] == [(marked.split("|")[1], speaker)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das glaubt man dem Bürgermeister nicht."),
        ("de", "Glaubt man dem Bürgermeister?"),
        ("fr", "Le bruit est difficile à entendre dans la salle du conseil."),
        ("en", "It is hard to believe the mayor after the winter."),
        ("nb", "Nå skal man tro ordføreren igjen."),
        ("sv", "Frågan är stor om man ska tro borgmästaren."),
        ("da", "Nu skal man tro borgmesteren igen."),
    ],
)
def test_a_belief_of_nobody_is_no_statement(code: str, text: str) -> None:
    document = document_of(text, code)
    assert find_quotes(document, find_actors(document)) == ()
