"""Statements that name their source beside them: where the source ends and the statement begins."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

WITHIN = {
    "sv": ("Polisen sökte en man, som enligt Eva Brandt hade lämnat staden.", "hade lämnat staden"),
    "nb": ("Politiet lette etter en mann, som ifølge Eva Brandt hadde forlatt byen.", "hadde forlatt byen"),
    "nn": ("Politiet leita etter ein mann, som ifølgje Eva Brandt hadde forlate byen.", "hadde forlate byen"),
    "da": ("Politiet ledte efter en mand, som ifølge Eva Brandt havde forladt byen.", "havde forladt byen"),
    "ro": ("Poliția căuta un bărbat, care, potrivit Evei Brandt, a părăsit orașul.", "a părăsit orașul"),
    "fr": ("La police cherchait un homme, qui selon Eva Brandt avait quitté la ville.", "avait quitté la ville"),
    "de": (
        "Die Polizei suchte einen Mann, der laut Eva Brandt die Stadt verlassen hatte.",
        "die Stadt verlassen hatte",
    ),
    "en": ("The police looked for a man, who according to Eva Brandt had left the town.", "had left the town"),
}


@pytest.mark.parametrize("code", WITHIN)
def test_a_source_inside_a_clause_speaks_for_that_clause_only(code: str) -> None:
    text, statement = WITHIN[code]
    said = [quote.text for quote in quotes_of(text, code)]
    assert said[-1] == statement and not any("oli" in piece[:4] for piece in said)


LONG = {
    "sv": ("Enligt Eva Brandt, ordförande i facket, har staden sålt bron.", "har staden sålt bron"),
    "nb": ("Ifølge Eva Brandt, leder i fagforeningen, har byen solgt broen.", "har byen solgt broen"),
    "nn": ("Ifølgje Eva Brandt, leiar i fagforeininga, har byen seld brua.", "har byen seld brua"),
    "da": ("Ifølge Eva Brandt, formand for fagforeningen, har byen solgt broen.", "har byen solgt broen"),
    "de": (
        "Laut Eva Brandt, der Chefin der Gewerkschaft, hat die Stadt die Brücke verkauft.",
        "hat die Stadt die Brücke verkauft",
    ),
}


@pytest.mark.parametrize("code", LONG)
def test_all_before_the_verb_belongs_to_the_source_that_opens_the_sentence(code: str) -> None:
    text, statement = LONG[code]
    assert [quote.text for quote in quotes_of(text, code)] == [statement]


@pytest.mark.parametrize(
    ("code", "text", "statement"),
    [
        (
            "de",
            "Der Rat legte Zahlen vor. Demnach hat die Stadt die Brücke verkauft.",
            "hat die Stadt die Brücke verkauft",
        ),
        (
            "de",
            "Nach einer Stellungnahme der Stadt befand sich die Brücke in gutem Zustand.",
            "befand sich die Brücke in gutem Zustand",
        ),
        ("da", "Efter sigende har byen solgt broen til en fabrik.", "har byen solgt broen til en fabrik"),
        ("nb", "Etter sigende har byen solgt broen til en fabrikk.", "har byen solgt broen til en fabrikk"),
        ("nn", "Etter seiande har byen seld brua til ein fabrikk.", "har byen seld brua til ein fabrikk"),
        ("sv", "Efter vad som sägs har staden sålt bron till en fabrik.", "har staden sålt bron till en fabrik"),
        ("ro", "După cum se spune, orașul a vândut podul unei fabrici.", "orașul a vândut podul unei fabrici"),
        ("fr", "Au dire de tous, la ville a vendu le pont à une usine.", "la ville a vendu le pont à une usine"),
        ("en", "By all accounts, the town sold the bridge to a factory.", "the town sold the bridge to a factory"),
    ],
)
def test_hearsay_is_a_statement_without_a_speaker_of_its_own(code: str, text: str, statement: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [statement]


SAID = [
    (
        "Eva Brandt sagte, sie werde dafür sorgen, dass die Brücke bleibt.",
        "sie werde dafür sorgen, dass die Brücke bleibt",
    ),
    ("Wie Eva Brandt sagte, sei sie sicher, dass die Brücke bleibt.", "sei sie sicher, dass die Brücke bleibt"),
]


@pytest.mark.parametrize(("text", "statement"), SAID)
def test_a_german_clause_begins_behind_the_first_comma(text: str, statement: str) -> None:
    assert [quote.text for quote in quotes_of(text, "de")] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke wurde geschlossen, nachdem die Pläne veröffentlicht wurden, womit niemand gerechnet hatte.",
        "Eva Brandt hält viele Aktien der Firma in der Hand.",
        "Der Mann war zu zehn Jahren Haft verurteilt worden, weil er die Brücke beschädigt hatte.",
    ],
)
def test_german_clauses_that_tell_no_words_are_no_statements(text: str) -> None:
    assert quotes_of(text, "de") == ()


def test_a_colon_without_a_name_is_no_label() -> None:
    assert quotes_of(":: Die Brücke bleibt in diesem Jahr geschlossen.", "de") == ()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Twelve percent said that they were not sure.", "that they were not sure"),
        ("Eva Brandt said after the meeting she would not sell the bridge.", "she would not sell the bridge"),
        (
            "Eva Brandt said “savings” and the sale of land would pay for it.",
            "“savings” and the sale of land would pay for it",
        ),
        (
            "But Eva Brandt, senior adviser to the town council, said parents still want a bridge.",
            "parents still want a bridge",
        ),
        (
            "Polls show a close race in the town, where many votes are open.",
            "a close race in the town, where many votes are open",
        ),
    ],
)
def test_what_an_english_verb_of_saying_reports(text: str, statement: str) -> None:
    said = [quote.text for quote in quotes_of(text, "en") if quote.kind != "direct"]
    assert said == [statement]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Am Abend war alles ruhig. Die Brücke sei bis Freitag gesperrt.", "Die Brücke sei bis Freitag gesperrt"),
        ("Eva Brandt sagte, die Stadt benötige mehr Geld.", "die Stadt benötige mehr Geld"),
        (
            "Gegen den Vorwurf der Stadt, sie habe gelogen, wehrt sich Eva Brandt.",
            "sie habe gelogen",
        ),
    ],
)
def test_the_german_mood_of_reported_speech_is_enough(text: str, statement: str) -> None:
    assert statement in [quote.text for quote in quotes_of(text, "de")]


@pytest.mark.parametrize("text", ["Gott sei Dank blieb die Brücke offen.", "Sie bleibt offen, es sei denn, es regnet."])
def test_german_set_phrases_are_no_reported_speech(text: str) -> None:
    assert quotes_of(text, "de") == ()
