"""What is a statement and what only tells what somebody did; where one with an insertion begins and ends."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

DEEDS = (
    ("en", "The owners found a cheap room near the harbour for the winter."),
    ("en", "The bakers know the river well and have a boat of their own."),
    ("en", "The council ordered a new bridge for the island in the autumn."),
    ("de", "Die Bürgermeisterin Eva Brandt gratulierte der neuen Leiterin des Museums."),
    ("de", "Der Verein unterstützt ihn bei der Suche nach einer Wohnung."),
    ("de", "Eva Brandt sprach nicht nur vor dem Rathaus, sondern auch auf dem Markt."),
    ("fr", "La directrice invitait la pianiste, qui a signé à la fin mai."),
    ("fr", "Elle écrit ses souvenirs, qu'elle dédie à son frère."),
    ("sv", "Borgmästaren erbjuder de gamla båtarna till museet på torget."),
    ("nb", "Ordføreren tilbyr de gamle båtene til museet på torget."),
    ("nn", "Ordføraren tilbyr dei gamle båtane til museet på torget."),
    ("da", "Borgmesteren tilbyder de gamle både til museet på torvet."),
    ("ro", "Primarul oferă bărcile vechi muzeului din piață."),
)


@pytest.mark.parametrize(("code", "text"), DEEDS)
def test_what_somebody_does_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


SAID = (
    ("en", "The owners found that the room was damp and far too small."),
    ("en", "The council ordered the firm to rebuild the bridge in the autumn."),
    ("de", "Der Verein unterstützt den Plan für die neue Brücke, sagte Eva Brandt."),
    ("fr", "Elle écrit que ses souvenirs sont perdus depuis longtemps."),
    ("sv", "Borgmästaren erbjuder sig att flytta båtarna till museet."),
    ("nb", "Ordføreren føler at båtene er glemt av alle."),
    ("da", "Borgmesteren føler at bådene er glemt af alle."),
)


@pytest.mark.parametrize(("code", "text"), SAID)
def test_the_same_verbs_report_with_a_clause(code: str, text: str) -> None:
    assert quotes_of(text, code)


CONDITIONS = (
    ("de", "Fordert der Rat den Abriss der Brücke, beginnt die Arbeit im Mai."),
    ("sv", "Kräver rådet att bron rivs, börjar arbetet i maj."),
    ("nb", "Krever rådet at broen rives, begynner arbeidet i mai."),
    ("nn", "Krev rådet at brua blir riven, byrjar arbeidet i mai."),
    ("da", "Kræver rådet at broen rives, begynder arbejdet i maj."),
)


@pytest.mark.parametrize(("code", "text"), CONDITIONS)
def test_a_condition_that_opens_with_its_verb_is_no_statement(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


WHOLE = (
    ("en", "By June, planners say, the harbour will have a new pier."),
    ("de", "Bis Juni, sagt der Rektor, werde der Hafen einen neuen Steg haben."),
    ("fr", "La colère est telle, selon Paul Serre, que plus personne ne vote."),
    ("sv", "Hamnen får enligt kommunen en ny brygga i sommar."),
    ("nb", "Havnen får ifølge kommunen en ny brygge i sommer."),
    ("nn", "Hamna får ifølgje kommunen ei ny brygge i sommar."),
    ("da", "Havnen får ifølge kommunen en ny mole til sommer."),
    ("ro", "Portul are, potrivit primăriei, un dig nou de lemn."),
)


@pytest.mark.parametrize(("code", "text"), WHOLE)
def test_a_statement_around_an_insertion_is_one(code: str, text: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [text.rstrip(".")]


NAMED = (
    ("en", "The clerk was charged with “theft of public funds” and “forgery of a seal” on Monday."),
    ("fr", "La trésorière est mise en examen pour « vol de biens publics »."),
    ("de", "Der Kassierer ist angeklagt wegen „Diebstahl von öffentlichem Geld“."),
    ("sv", "Kassören är åtalad för ”stöld av allmänna medel”."),
    ("nb", "Kassereren er tiltalt for «tyveri av offentlige midler»."),
    ("da", "Kassereren er tiltalt for »tyveri af offentlige midler«."),
    ("ro", "Casierul a fost condamnat pentru „furt de bani publici”."),
    ("fr", "La ville change (lire « Le port, un chantier sans fin »)."),
    ("en", "The town changes (see “The harbour, a site without end”)."),
    ("de", "Die Stadt ändert sich (siehe „Der Hafen, eine Baustelle ohne Ende“)."),
)


@pytest.mark.parametrize(("code", "text"), NAMED)
def test_charges_and_titles_to_read_are_not_said(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()
