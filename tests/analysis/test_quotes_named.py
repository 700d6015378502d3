"""Names behind a verb of saying: with a particle, of three letters, beside a name in the dative or genitive."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

SPOKEN = {
    "da": ("Peter von Holst kom hjem. »Vi venter«, sagde von Holst.", "Peter von Holst"),
    "de": ("Karl von der Aue kam nach Bonn. „Wir warten“, sagte von der Aue.", "Karl von der Aue"),
    "en": ("Pieter van der Laan came home. “We wait,” said van der Laan.", "Pieter van der Laan"),
    "fr": ("Jean de Courcy est venu. « Nous attendons », a dit de Courcy.", "Jean de Courcy"),
    "nb": ("Anne von Krogh kom hjem. «Vi venter», sa von Krogh.", "Anne von Krogh"),
    "nn": ("Anne von Krogh kom heim. «Vi ventar», sa von Krogh.", "Anne von Krogh"),
    "ro": ("Ana van der Berg a venit. „Așteptăm”, a spus van der Berg.", "Ana van der Berg"),
    "sv": ("Erik af Klint kom hem. ”Vi väntar”, säger af Klint.", "Erik af Klint"),
}


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_a_particle_behind_the_verb_opens_the_name(code: str) -> None:
    text, speaker = SPOKEN[code]
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and (quote.speaker.name, quote.speaker.actor is not None) == (speaker, True)


def test_a_particle_that_is_a_preposition_too_opens_the_name() -> None:
    text = "Der Chemiker Emil zu Tannberg kam. „Nein“, sagte zu Tannberg."
    (quote,) = quotes_of(text, "de")
    assert quote.speaker is not None and quote.speaker.name == "Emil zu Tannberg"


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Karl von der Aue kam. „Wir warten“, sagte er zu Tannberg.", "Karl von der Aue"),
        (
            "fr",
            "Jean de Courcy est venu. Le porte-parole de Courcy dit que le pont est sûr.",
            "Le porte-parole de Courcy",
        ),
    ],
)
def test_behind_another_word_the_particle_stays_what_it_is(code: str, text: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("da", "Ole Bay talte i Odense. »Nej«, sagde Bay.", "Ole Bay"),
        ("en", "Jane Rye spoke in Leeds. “No,” said Rye.", "Jane Rye"),
        ("fr", "Luc Roy a parlé à Lyon. « Non », a dit Roy.", "Luc Roy"),
        ("nb", "Kari Lie talte i Bodø. «Nei», sa Lie.", "Kari Lie"),
        ("ro", "Radu Pop a vorbit la Cluj. „Nu”, a spus Pop.", "Radu Pop"),
        ("sv", "Eva Alm talade i Lund. ”Nej”, sade Alm.", "Eva Alm"),
    ],
)
def test_a_surname_of_three_letters_means_whoever_bears_it(code: str, text: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and (quote.speaker.name, quote.speaker.actor is not None) == (speaker, True)


def test_a_german_noun_of_three_letters_is_nobodys_name() -> None:
    (quote,) = quotes_of("Otto Rat sprach. Der Rat sagte, die Brücke sei sicher.", "de")
    assert quote.speaker is not None and quote.speaker.actor is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„E grav”, i-a spus Ioana Petrescu Mariei Dobre.", "Ioana Petrescu"),
        ("„Plecăm”, a declarat avocatul Mariei Dobre.", "avocatul Mariei Dobre"),
        ("„Plecăm”, a declarat Andrei Rusu.", "Andrei Rusu"),
        ("Potrivit Mariei Dobre, podul e sigur.", "Maria Dobre"),
    ],
)
def test_a_romanian_name_in_the_dative_or_genitive_does_not_speak(text: str, speaker: str) -> None:
    (quote,) = quotes_of(text, "ro")
    assert quote.speaker is not None and quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "“Nonsense,” said his neighbour April Storm.", "April Storm"),
        ("fr", "« Foutaises », dit sa voisine Neige Orage.", "Neige Orage"),
        ("nb", "«Tull», sier hans nabo Vår Storm.", "Vår Storm"),
        ("sv", "”Nej”, säger hans granne Vår Storm.", "Vår Storm"),
        ("ro", "„Prostii”, spune vecina lui Iarna Grea.", "vecina lui Iarna Grea"),
        ("en", "“No,” said the lawyer of White Storm.", "the lawyer of White Storm"),
    ],
)
def test_a_name_that_nothing_else_tells_of_is_the_speaker_without_what_describes_it(
    code: str, text: str, speaker: str
) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Ida Holm siger, at Paul Roth kaldte planen »en vits«."),
        ("de", "Ida Holm sagte der Zeitung, Minister Paul Roth habe den Plan „einen Witz“ genannt."),
        ("de", "Ida Holm sagte, dass Paul Roth den Plan „einen Witz“ genannt habe."),
        ("en", "Ida Holm said that Paul Roth had called the plan “a joke of a plan”."),
        ("fr", "Ida Holm affirme que Paul Roth a qualifié le plan de « plaisanterie »."),
        ("nb", "Ida Holm sier at Paul Roth kalte planen «en vits»."),
        ("ro", "Ida Holm spune că Paul Roth a numit planul „o glumă”."),
        ("sv", "Ida Holm säger att Paul Roth kallade planen ”ett skämt”."),
    ],
)
def test_marked_words_of_an_inner_report_are_those_of_its_speaker(code: str, text: str) -> None:
    outer, inner = quotes_of(text, code)
    assert outer.speaker is not None and outer.speaker.name == "Ida Holm"
    assert inner.speaker is not None and (inner.kind, inner.speaker.name) == ("direct", "Paul Roth")


def test_another_verb_further_on_is_not_that_of_the_marked_words() -> None:
    outer, inner = quotes_of("Ida Holm sagte, die Stadt habe „große Fehler“ gemacht und dies nie erklärt.", "de")
    assert (outer.speaker and outer.speaker.name) == (inner.speaker and inner.speaker.name) == "Ida Holm"


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("da", "I går sagde Ole Dahl, at broen er sikker.", "Ole Dahl"),
        ("en", "“We lost,” said Harris' team on Monday.", "Harris' team"),
        ("fr", "« Nous avons perdu », a dit le colistier de Jean Morel, Paul Roux.", "Paul Roux"),
        ("fr", "Le colistier de Jean Morel, Paul Roux, a dit que le plan était en retard.", "Paul Roux"),
        ("nb", "«Vi tapte», sa Ola Dahls rådgiver, Per Moe.", "Per Moe"),
        ("ro", "„Am pierdut”, a spus colegul lui Ion Popa, Dan Rus.", "Dan Rus"),
        ("sv", "”Vi förlorade”, sade Olle Dahls rådgivare, Per Mo.", "Per Mo"),
    ],
)
def test_whose_somebody_is_does_not_speak(code: str, text: str, speaker: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and quote.speaker.name == speaker
