"""Who speaks, where the sentence goes on behind the attribution, or is built as only some languages build theirs."""

from __future__ import annotations

import pytest

from analysis.segmentation.tokens import tokenise
from tests.analysis.test_quotes_languages import quotes_of

TOLD = (
    # the ending of an abbreviation behind a colon
    ("sv", "Vd:n säger att lagret är tomt.", [("att lagret är tomt", "Vd:n")]),
    ("sv", "KTH:s rektor Siri Dahl menar att taket läcker.", [("att taket läcker", "KTH:s rektor Siri Dahl")]),
    ("sv", "Enligt SMHI:s prognos kommer snön på fredag.", [("kommer snön på fredag", "SMHI:s prognos")]),
    ("sv", "”Det räcker nu”, skriver vd:n Otto Lund.", [("Det räcker nu", "vd:n Otto Lund")]),
    # small words within a name
    (
        "nb",
        "Taket er tett, skriver rektor Siri van der Lund i et brev.",
        [("Taket er tett", "rektor Siri van der Lund")],
    ),
    ("da", "Taget er tæt, skriver rektor Siri von der Lund.", [("Taget er tæt", "rektor Siri von der Lund")]),
    ("nn", "Taket er tett, skriv rektor Siri van der Lund.", [("Taket er tett", "rektor Siri van der Lund")]),
    ("sv", "Taket är tätt, skriver rektor Siri von der Lund.", [("Taket är tätt", "rektor Siri von der Lund")]),
    # a clause about whom was named
    ("sv", "Siri Dahl, som menar att taket läcker, vill flytta.", [("att taket läcker", "som")]),
    ("nb", "Siri Dahl, som hevder at taket lekker, vil flytte.", [("at taket lekker", "som")]),
    ("nn", "Siri Dahl, som meiner at taket lek, vil flytte.", [("at taket lek", "som")]),
    ("da", "Siri Dahl, der dog mener, at taget er utæt, vil flytte.", [("at taget er utæt", "der")]),
    # a verb and its particle around the subject
    ("nb", "Taket holder, slår rektoren fast.", [("Taket holder", "rektoren")]),
    ("nn", "Taket held, slår rektoren fast.", [("Taket held", "rektoren")]),
    ("da", "Taget holder, slår rektoren fast.", [("Taget holder", "rektoren")]),
    ("sv", "Taket håller, slår rektorn fast.", [("Taket håller", "rektorn")]),
    # what is heard from somebody
    ("nb", "– Taket holder, lyder det fra rektor Siri Dahl.", [("Taket holder", "Siri Dahl")]),
    ("da", "– Taget holder, lød det fra rektor Siri Dahl.", [("Taget holder", "Siri Dahl")]),
    ("sv", "– Taket håller, lyder det från rektor Siri Dahl.", [("Taket håller", "Siri Dahl")]),
    ("nn", "– Taket held, lyder det frå rektor Siri Dahl.", [("Taket held", "Siri Dahl")]),
    # a line of speech with a verb of no list
    ("nb", "– Nå holder det, grynter treneren.", [("Nå holder det", "treneren")]),
    ("nn", "– No held det, minnest Siri Dahl, som var der.", [("No held det", "Siri Dahl")]),
    ("sv", "– Nu räcker det, muttrar tränaren.", [("Nu räcker det", "tränaren")]),
    ("da", "– Nu er det nok, brummer træneren.", [("Nu er det nok", "træneren")]),
    # a line of speech whose own sentence has a verb of hoping
    ("da", "– Vi venter. Nu håber vi på regn, siger Siri Dahl.", [("Vi venter. Nu håber vi på regn", "Siri Dahl")]),
    ("sv", "– Vi väntar! Nu hoppas vi på regn, säger Siri Dahl.", [("Vi väntar! Nu hoppas vi på regn", "Siri Dahl")]),
    ("nb", "– Vi venter. Nå håper vi på regn, sier Siri Dahl.", [("Vi venter. Nå håper vi på regn", "Siri Dahl")]),
    ("nn", "– Vi ventar. No håper vi på regn, seier Siri Dahl.", [("Vi ventar. No håper vi på regn", "Siri Dahl")]),
    # a source between an auxiliary and its participle
    ("da", "Firmaet har ifølge dommen solgt båden.", [("Firmaet har ifølge dommen solgt båden", "dommen")]),
    ("nb", "Firmaet har ifølge tiltalen solgt båten.", [("Firmaet har ifølge tiltalen solgt båten", "tiltalen")]),
    ("sv", "Firman har enligt åtalet sålt båten.", [("Firman har enligt åtalet sålt båten", "åtalet")]),
    # *then* before its verb opens a clause that is told
    ("nb", "Da var båten borte, sier Siri Dahl.", [("Da var båten borte", "Siri Dahl")]),
    ("nn", "Då var båten borte, seier Siri Dahl.", [("Då var båten borte", "Siri Dahl")]),
    ("sv", "Då hade båten sjunkit, säger Siri Dahl.", [("Då hade båten sjunkit", "Siri Dahl")]),
    ("da", "Da var båden væk, siger Siri Dahl.", [("Da var båden væk", "Siri Dahl")]),
    # nothing is written there
    ("da", "Båden sank. Det var ikke skrevet i stjernerne.", []),
    ("nb", "Båten sank. Det står ikke skrevet i stjernene.", []),
    # a time is nothing that anybody announces
    ("fr", "La veille, la mairie a annoncé sa fermeture.", []),
    ("ro", "A doua zi, primăria a anunțat închiderea sa.", []),
    ("en", "The next day, the council announced its closure.", []),
    ("en", "No chance, the mayor said this week.", [("No chance", "the mayor")]),
    # a name between commas is no statement
    (
        "fr",
        "Dans la ville, le maire, Otto Lund, a demandé la fermeture du pont.",
        [("la fermeture du pont", "Otto Lund")],
    ),
    # between two commas before marked words
    (
        "fr",
        "D'ici là, prévient le syndicat, « aucun bateau ne partira ».",
        [("aucun bateau ne partira", "le syndicat")],
    ),
    (
        "ro",
        "Până atunci, avertizează sindicatul, „nicio barcă nu va pleca”.",
        [("nicio barcă nu va pleca", "sindicatul")],
    ),
    ("en", "Until then, warns the union, “no boat will leave”.", [("no boat will leave", "the union")]),
    ("de", "Bis dahin, warnt der Verband, „fährt kein Boot ab“.", [("fährt kein Boot ab", "der Verband")]),
)
JOINED = (
    ("nn", "– Det er nok, seier Siri Dahl, og legg til at båten er borte.", "at båten er borte"),
    ("nb", "– Det er nok, sier Siri Dahl, og legger til at båten er borte.", "at båten er borte"),
    ("sv", "– Det räcker, säger Siri Dahl och lägger till att båten är borta.", "att båten är borta"),
    ("da", "»Det er nok,« siger Siri Dahl og tilføjer, at båden er væk.", "at båden er væk"),
    ("de", "„Es reicht“, sagte Siri Dahl und fügte hinzu, dass das Boot weg sei.", "dass das Boot weg sei"),
    ("fr", "« Cela suffit », dit Siri Dahl, et ajoute que le bateau est parti.", "que le bateau est parti"),
    ("ro", "„Ajunge”, a spus Siri Dahl și a adăugat că barca a plecat.", "că barca a plecat"),
    ("en", "“Enough,” said Siri Dahl, and added that the boat had gone.", "that the boat had gone"),
)
PARTED = (
    ("ro", "„Suntem ultimii.\n\nNu comentez. Am trei bărci”, a glumit Otto Lund.", "Nu comentez. Am trei bărci"),
    ("fr", "« Nous sommes derniers.\n\nJ'ai trois bateaux », plaisante Otto Lund.", "J'ai trois bateaux"),
    ("de", "„Wir sind Letzte.\n\nIch habe drei Boote“, scherzte Otto Lund.", "Ich habe drei Boote"),
    ("en", "“We are last.\n\nI have three boats,” joked Otto Lund.", "I have three boats,"),
    ("sv", "”Vi är sist.\n\nJag har tre båtar”, skämtade Otto Lund.", "Jag har tre båtar"),
)


@pytest.mark.parametrize(("code", "text", "told"), TOLD)
def test_who_says_what(code: str, text: str, told: list[tuple[str, str]]) -> None:
    found = [(one.text, one.speaker) for one in quotes_of(text, code)]
    shown = [(said, who and text[who.start : who.end]) for said, who in found if who is None or who.start is not None]
    assert shown == told


@pytest.mark.parametrize(("code", "text", "said"), JOINED)
def test_a_verb_joined_to_an_attribution_has_its_subject(code: str, text: str, said: str) -> None:
    found = {one.text: one.speaker and one.speaker.name for one in quotes_of(text, code)}
    assert found[said] == "Siri Dahl"
    assert len(found) == 2


@pytest.mark.parametrize(("code", "text", "said"), PARTED)
def test_a_quotation_goes_on_to_the_mark_that_closes_it(code: str, text: str, said: str) -> None:
    found = [(one.text, one.speaker and one.speaker.name) for one in quotes_of(text, code)]
    assert len(found) == 2
    assert found[1] == (said, "Otto Lund")


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("sv", "FN:s råd", ["FN:s", "råd"]),
        ("sv", "Tv:n, vd:arna", ["Tv:n", "vd:arna"]),
        ("sv", "Svar: nej", ["Svar", "nej"]),
        ("sv", "klockan 8:45", ["klockan", "8:45"]),
        ("nb", "FN:s", ["FN", "s"]),
        ("de", "FN:s", ["FN", "s"]),
    ],
)
def test_a_colon_joins_the_ending_of_an_abbreviation(code: str, text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text, code) if token.is_word] == words


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Dommer Siri Dahl læste op. Båden er ifølge dommen solgt."),
        ("nb", "Dommer Siri Dahl leste opp. Båten er ifølge dommen solgt."),
        ("nn", "Dommar Siri Dahl las opp. Båten er ifølgje dommen selt."),
    ],
)
def test_a_document_is_nobody(code: str, text: str) -> None:
    speakers = [one.speaker for one in quotes_of(text, code)]
    assert [one is not None and one.actor for one in speakers] == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Hennes försvarare, advokaten Siri Dahl, uppger att båten är borta."),
        ("nb", "Klubbens leder i byen, lærer Siri Dahl, mener at båten er borte."),
        ("nn", "Forsvararen hennar, advokat Siri Dahl, opplyser at båten er borte."),
        ("da", "Hendes forsvarer, advokat Siri Dahl, oplyser, at båden er væk."),
        ("de", "Die Chefin der Behörde, die Juristin Siri Dahl, sagte, das Boot sei weg."),
        ("fr", "La porte-parole de la ville, la commissaire Siri Dahl, affirme que le bateau est parti."),
        ("ro", "Purtătorul de cuvânt al orașului, comisarul Siri Dahl, a declarat că barca a plecat."),
        ("en", "Her lawyer, attorney Siri Dahl, said that the boat had gone."),
    ],
)
def test_a_title_stands_before_the_name_behind_a_description(code: str, text: str) -> None:
    assert [one.speaker and one.speaker.name for one in quotes_of(text, code)] == ["Siri Dahl"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ro", "Purtătorul de cuvânt Otto Lund spune că apa e bună.", "Otto Lund"),
        ("ro", "Șeful de cabinet Otto Lund spune că apa e bună.", "Otto Lund"),
        ("fr", "Le chef de cabinet Otto Lund affirme que l'eau est bonne.", "Otto Lund"),
        ("en", "The head of research Otto Lund said that the water was good.", "Otto Lund"),
        ("en", "A friend of actor Otto Lund said that the water was good.", None),
        ("fr", "L'avocat du chanteur Otto Lund affirme que l'eau est bonne.", None),
    ],
)
def test_whose_office_a_phrase_names(code: str, text: str, name: str | None) -> None:
    speakers = [one.speaker for one in quotes_of(text, code)]
    assert [one and one.actor and one.name for one in speakers] == [name]
