"""What stands in the place of a speaker and is none: adverbs, articles, what only looks like a source or a report."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

SPEAKERS = (
    ("nb", "Læreren Siri Dale møtte foreldrene. Selv mener hun at timene er for korte.", "Siri Dale"),
    ("nb", "I et brev til Odd Lie, rektoren, skrev foreldrene at timene er for korte.", "foreldrene"),
    ("da", "Læreren Signe Dal mødte forældrene. Selv mener hun, at timerne er for korte.", "Signe Dal"),
    ("da", "I torsdags sagde skolelederen, at timerne er for korte.", "skolelederen"),
    ("da", "I et brev til Odd Lund, formanden, skrev Signe Dal, at timerne er for korte.", "Signe Dal"),
    ("sv", "Läraren Siri Dahl mötte föräldrarna. Själv menar hon att lektionerna är för korta.", "Siri Dahl"),
    ("de", "In einem Schreiben an Otto Lind, den Rektor, erklärte Sina Thal, die Stunden seien zu kurz.", "Sina Thal"),
    ("de", "Sonst, sagt der Rektor, müsse die Klasse geteilt werden.", "der Rektor"),
    ("fr", "Ici, dit le proviseur, les cours sont trop courts.", "le proviseur"),
    ("ro", "Aici, spune directorul, orele sunt prea scurte.", "directorul"),
    ("en", "Here, the head teacher said, the lessons are too short.", "the head teacher"),
    ("en", "Otto Lind's daughter, Sarah Vale, said the lessons were too short.", "Sarah Vale"),
    ("en", "A letter to Otto Lind, the head teacher, said the lessons were too short.", "A letter to Otto Lind"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_the_speaker_is_who_can_speak(language: str, text: str, speaker: str) -> None:
    found = quotes_of(text, language)
    assert [quote.speaker.name if quote.speaker else None for quote in found] == [speaker]


GOING_ON = (
    ("de", "In zwei Jahren, sagte der Rektor, werde die Schule neu gebaut sein.", "werde die Schule neu gebaut sein"),
    ("nb", "Om to år, sa rektoren, vil skolen være ny.", "vil skolen være ny"),
    ("sv", "Om två år, sade rektorn, ska skolan vara ny.", "ska skolan vara ny"),
    ("da", "Om to år, sagde skolelederen, vil skolen være ny.", "vil skolen være ny"),
    ("en", "In two years, said the head teacher, the school will be new.", "the school will be new"),
    ("fr", "L'essentiel, dit Paul Serre, doit rester simple.", "doit rester simple"),
    ("ro", "Esențialul, spune Dan Sava, trebuie să rămână simplu.", "trebuie să rămână simplu"),
)


@pytest.mark.parametrize(("language", "text", "rest"), GOING_ON)
def test_a_statement_goes_on_behind_the_noun_that_speaks_in_it(language: str, text: str, rest: str) -> None:
    assert quotes_of(text, language)[-1].text == text.rstrip(".") and text.endswith(f"{rest}.")


APPOSED = (
    ("en", "The school is old, said Otto Lind, the head of the board."),
    ("de", "Die Schule ist alt, sagte Otto Lind, der Leiter der Behörde."),
    ("fr", "L'école est vieille, dit Paul Serre, le directeur du bureau."),
    ("nb", "Skolen er gammel, sa Odd Lie, lederen for styret."),
    ("ro", "Școala este veche, spune Dan Sava, directorul liceului."),
)


@pytest.mark.parametrize(("language", "text"), APPOSED)
def test_an_apposition_to_the_speaker_is_no_statement(language: str, text: str) -> None:
    assert [quote.text for quote in quotes_of(text, language)] == [text.partition(",")[0]]


NOTHING = (
    ("en", "Everything went according to plan at the school on Monday."),
    ("en", "The course is aimed at pupils who read slowly."),
    ("en", "Sarah Vale posted a picture of the school with the head teacher, who had been invited."),
    ("en", "Otto Lind wrote a letter to the board about the school."),
    ("en", "The demand is that the school be closed before summer."),
    ("fr", "La demande est que l'école soit fermée avant l'été."),
    ("fr", "Selon toute vraisemblance, l'école ouvrira lundi."),
    ("de", "Die Forderung ist, dass die Schule vor dem Sommer schließt."),
    ("de", "Die Klasse wurde nach eigenen Vorstellungen umgebaut."),
    ("sv", "Allt gick enligt plan på skolan i måndags."),
    ("sv", "Han skrev ett brev till styrelsen om skolan."),
    ("nb", "Han skrev et brev til styret om skolen."),
    ("da", "Skolen offentliggjorde et billede af klassen mandag."),
    ("ro", "Totul a decurs conform planului la școală."),
)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_looks_like_a_report_is_none(language: str, text: str) -> None:
    assert quotes_of(text, language) == ()


CLAUSES = (
    ("en", "Otto Lind wrote the school would be closed.", "the school would be closed"),
    ("en", "Sarah Vale posted: “The school is closed.”", "The school is closed."),
    ("sv", "Siri Dahl skriver att skolan stängs.", "att skolan stängs"),
    ("nb", "Avisen skriver at skolen er stengt.", "at skolen er stengt"),
    ("da", "Avisen skriver, at skolen er lukket.", "at skolen er lukket"),
    ("de", "Nach eigenen Angaben war er allein.", "war er allein"),
)


@pytest.mark.parametrize(("language", "text", "content"), CLAUSES)
def test_what_is_written_is_a_statement_where_it_is_a_clause(language: str, text: str, content: str) -> None:
    assert [quote.text for quote in quotes_of(text, language)] == [content]
