"""Speakers called by the noun that introduced them, by their party, and bodies called with what they are for."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of


def speakers(code: str, text: str) -> list[tuple[str, bool]]:
    """Who says each quotation, and whether that is an actor."""
    return [(q.speaker.name, q.speaker.actor is not None) for q in quotes_of(text, code) if q.speaker is not None]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Der Kieler Algenforscher Jan Witt kam. Es war kalt. „Es reicht“, sagt der Algenforscher.", "Jan Witt"),
        ("en", "The beekeeper Jane Holt came to Leeds. It was cold. “Enough,” said the beekeeper.", "Jane Holt"),
        ("fr", "L’apicultrice Anne Morel est venue. Il faisait froid. « Assez », dit l’apicultrice.", "Anne Morel"),
    ],
)
def test_the_noun_that_introduced_somebody_means_that_person(code: str, text: str, name: str) -> None:
    assert speakers(code, text) == [(name, True)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "de",
            "CDU-Kandidat Mario Witt und AfD-Landeschef Jörn Holk stritten. „Das reicht“, sagte der AfD-Chef.",
            "Jörn Holk",
        ),
        (
            "de",
            "AfD-Mann Jörn Holk und Mario Witt (CDU) stritten. Holk ging. „Das reicht“, sagte der CDU-Spitzenkandidat.",
            "Mario Witt",
        ),
        ("sv", "Anna Dal (M) mötte Ola Lind (S). Dal log. – Det räcker, säger S-ledaren.", "Ola Lind"),
        ("nb", "Ap-leder Tor Skrede og Høyre-topp Mia Foss møttes. Foss lo. – Nok, sier Ap-lederen.", "Tor Skrede"),
        ("nn", "Ap-leiar Tor Skrede og Høgre-topp Mia Foss møttest. – Nok no, seier Ap-leiaren.", "Tor Skrede"),
        ("da", "DF-ordfører Morten Kvist mødte Ida Lund (SF). Lund tav. »Nok,« siger DF-lederen.", "Morten Kvist"),
    ],
)
def test_a_role_with_a_party_means_whom_the_article_names_with_it(code: str, text: str, name: str) -> None:
    assert speakers(code, text) == [(name, True)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Bundesagentur für Arbeit verweist darauf, dass viele neue Stellen fehlen."),
        ("en", "Russia’s Defense Ministry on Sunday confirmed that the bridge was hit."),
    ],
)
def test_a_body_with_what_it_is_for_is_that_body(code: str, text: str) -> None:
    ((_, known),) = speakers(code, text)
    assert known


BODIES = {
    "da": "Udenrigsministeriet meldte sig i går. »Vi venter,« siger ministeriet.",
    "de": "Das Bundesgesundheitsministerium meldete sich am Montag. „Wir warten“, sagte das Ministerium.",
    "en": "The Defense Ministry answered on Monday. “We are waiting,” the ministry said.",
    "fr": "Le ministère de la Défense a répondu lundi. « Nous attendons », a dit le ministère.",
    "nb": "Justisdepartementet svarte mandag. – Vi venter, sier departementet.",
    "nn": "Justisdepartementet svara måndag. – Vi ventar, seier departementet.",
    "ro": "Ministerul Apărării a răspuns luni. „Așteptăm”, a spus ministerul.",
    "sv": "Utrikesdepartementet svarade på måndagen. – Vi väntar, säger departementet.",
}


@pytest.mark.parametrize("code", sorted(BODIES))
def test_a_body_is_called_by_a_noun_of_its_name(code: str) -> None:
    ((name, known),) = speakers(code, BODIES[code])
    assert known
    assert name.split()[0][:5].casefold() in BODIES[code][:30].casefold()


def test_a_noun_in_the_names_of_two_bodies_means_neither() -> None:
    text = "The Defense Ministry answered on Monday. So did the Health Ministry. “We are waiting,” the ministry said."
    assert speakers("en", text) == [("the ministry", False)]
