"""Whom *he* and *she* mean where the last to say something was no name: a thing, or somebody without a name."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

THINGS = {
    "da": "Forstander Karen Holm tog imod i går. Rapporten viser, at taget er utæt. "
    "»Vi bygger om til efteråret,« sagde hun.",
    "de": "Schulleiterin Karin Holm empfing uns gestern. Der Bericht zeigt, dass das Dach undicht ist. "
    "„Im Herbst wird gebaut“, sagte sie.",
    "en": "Head teacher Karen Holm met us yesterday. The report shows that the roof leaks. "
    "“We rebuild in autumn,” she said.",
    "fr": "La directrice Karine Holm nous a reçus hier. Le rapport montre que le toit fuit. "
    "« Les travaux commencent en automne », a-t-elle dit.",
    "nb": "Rektor Karen Holm tok imot i går. Rapporten viser at taket lekker. «Vi bygger om til høsten», sa hun.",
    "nn": "Rektor Karen Holm tok imot i går. Rapporten viser at taket lek. «Vi byggjer om til hausten», sa ho.",
    "ro": "Directoarea Carina Holm ne-a primit ieri. Raportul arată că acoperișul curge. "
    "„Refacem clădirea la toamnă”, a spus ea.",
    "sv": "Rektor Karin Holm tog emot i går. Rapporten visar att taket läcker. ”Vi bygger om till hösten”, sade hon.",
}
UNNAMED = {
    "da": "Forstander Karen Holm tog imod i går. En nabo siger, at taget er utæt. »Det drypper,« sagde hun.",
    "de": "Schulleiterin Karin Holm empfing uns gestern. Eine Nachbarin sagt, dass das Dach undicht sei. "
    "„Es tropft“, sagte sie.",
    "en": "Head teacher Karen Holm met us yesterday. A neighbour says that the roof leaks. “It drips,” she said.",
    "fr": "La directrice Karine Holm nous a reçus hier. Une voisine affirme que le toit fuit. "
    "« Ça goutte partout », a-t-elle dit.",
    "nb": "Rektor Karen Holm tok imot i går. En nabo sier at taket lekker. «Det drypper», sa hun.",
    "nn": "Rektor Karen Holm tok imot i går. Ein nabo seier at taket lek. «Det dryp», sa ho.",
    "sv": "Rektor Karin Holm tog emot i går. En granne säger att taket läcker. ”Det droppar”, sade hon.",
}
BODIES = {
    "fr": "Le maire Marc Lund a parlé hier. Le ministère affirme que le pont tient. "
    "Il a dit que les travaux continuent.",
    "de": "Bürgermeister Erik Lund sprach gestern. Der Aufsichtsrat erklärt, dass die Brücke hält. "
    "Er sagte, dass weiter gebaut werde.",
    "nn": "Ordførar Kari Lund tala i går. Kommisjonen seier at brua held. Ho sa at arbeidet held fram.",
}
"""A public body that the pronoun can mean by its gender."""


def last_speaker(text: str, code: str) -> tuple[str, bool]:
    """The name of the last quotation's speaker, and whether that is an actor."""
    document = document_of(text, code)
    speaker = find_quotes(document, find_actors(document))[-1].speaker
    assert speaker is not None
    return speaker.name, speaker.actor is not None


@pytest.mark.parametrize("code", THINGS)
def test_a_pronoun_for_a_person_does_not_mean_a_thing(code: str) -> None:
    name, known = last_speaker(THINGS[code], code)
    assert known and name.endswith("Holm")


@pytest.mark.parametrize("code", UNNAMED)
def test_a_pronoun_goes_on_with_somebody_unnamed(code: str) -> None:
    name, known = last_speaker(UNNAMED[code], code)
    assert not known and "Holm" not in name


@pytest.mark.parametrize("code", BODIES)
def test_a_body_is_meant_where_pronouns_are_for_things_too(code: str) -> None:
    name, _ = last_speaker(BODIES[code], code)
    assert "Lund" not in name
