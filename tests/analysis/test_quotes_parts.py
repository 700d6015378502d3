"""What belongs to one statement: pieces within marks; and to none: narration behind a dash, pronouns for several."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

NARRATED = (
    ("nb", "– Skolen må pusses opp, sa Siri Dale. Kommunestyret stemmer torsdag."),
    ("da", "– Skolen skal sættes i stand, sagde Signe Dal. Byrådet stemmer torsdag."),
    ("sv", "– Skolan måste rustas upp, sade Siri Dahl. Kommunfullmäktige röstar på torsdag."),
    ("fr", "– Le lycée doit être rénové, a dit Paul Serre. Le conseil municipal vote jeudi."),
    ("ro", "– Liceul trebuie renovat, a spus Dan Sava. Consiliul votează joi."),
)


@pytest.mark.parametrize(("code", "text"), NARRATED)
def test_what_a_body_does_on_a_day_is_told_by_the_outlet(code: str, text: str) -> None:
    assert [quote.text for quote in quotes_of(text, code)] == [text[2:].partition(",")[0]]


SPOKEN = (
    ("nb", "– Skolen må pusses opp, sa Siri Dale. Vi kan ikke vente til torsdag."),
    ("sv", "– Skolan måste rustas upp, sade Siri Dahl. Det är farligt för barnen."),
    ("fr", "– Le lycée doit être rénové, a dit Paul Serre. Nous attendons depuis jeudi."),
    ("ro", "– Liceul trebuie renovat, a spus Dan Sava. Nu mai putem aștepta."),
    ("da", "– Skolen skal sættes i stand, sagde Signe Dal. Vi har ventet siden torsdag."),
)


@pytest.mark.parametrize(("code", "text"), SPOKEN)
def test_speech_goes_on_behind_who_speaks(code: str, text: str) -> None:
    first, second = quotes_of(text, code)
    assert text.endswith(second.text) and second.confidence < first.confidence


PIECES = (
    ("en", "The school is “a ruin” that “shames us all,” Sarah Vale said.", 2),
    ("de", "Die Schule sei „eine Ruine“ und mache „alle krank“, sagte Otto Lind.", 2),
    ("fr", "Le lycée serait « une ruine » qui « rend malade », a dit Paul Serre.", 2),
    ("nb", "Skolen er «en ruin» som «gjør alle syke», sa Siri Dale.", 2),
    ("sv", "Skolan är ”en ruin” som ”gör alla sjuka”, sade Siri Dahl.", 2),
)


@pytest.mark.parametrize(("code", "text", "count"), PIECES)
def test_pieces_of_one_statement_have_its_speaker(code: str, text: str, count: int) -> None:
    found = quotes_of(text, code)
    assert [quote.kind for quote in found] == ["mixed"] + ["direct"] * count
    assert len({quote.speaker.name for quote in found if quote.speaker}) == 1


SEVERAL = (
    ("da", "Signe Dal mødte pressen. De siger, at skolen skal lukkes.", "De"),
    ("nb", "Siri Dale møtte pressen. De sier at skolen må stenges.", "De"),
    ("sv", "Siri Dahl mötte pressen. De säger att skolan måste stängas.", "De"),
    ("de", "Otto Lind kam nach Ulm. Sie sagten, die Schule sei alt.", "Sie"),
    ("fr", "Paul Serre est venu à Metz. Ils disent que le lycée est fermé.", "Ils"),
    ("ro", "Dan Sava a venit la Arad. Ei spun că liceul este închis.", "Ei"),
    ("en", "Sarah Vale came to York. They said the school was closed.", "They"),
)


@pytest.mark.parametrize(("code", "text", "pronoun"), SEVERAL)
def test_a_pronoun_for_several_is_no_single_person(code: str, text: str, pronoun: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None and (quote.speaker.actor, quote.speaker.name) == (None, pronoun)


TOLD_ON = {
    "sv": "Det regnade när bilen kom. – Vi har ingen el, sade Ulla Berg. Hon hade väntat sedan fyra. Kaffet var slut.",
    "nb": "Det regnet da bilen kom. – Vi har ikke strøm, sa Ulla Berg. Hun hadde ventet siden fire. Kaffen var tom.",
    "nn": "Det regna då bilen kom. – Vi har ikkje straum, sa Ulla Berg. Ho hadde venta sidan fire. Kaffien var tom.",
    "da": "Det regnede, da den kom. – Vi har ingen strøm, sagde Ulla Berg. Hun havde ventet siden fire. Det sneede.",
    "fr": "Il pleuvait ce matin. – Nous sommes sans courant, dit Ulla Berg. Elle avait attendu. Il faisait froid.",
    "ro": "Ploua de dimineață. – Nu avem curent, a spus Ulla Berg. Ea așteptase de la patru. Cafeaua se terminase.",
}
SPOKEN_ON = {
    "sv": "Det regnade när bilen kom. – Vi har ingen el, sade Ulla Berg. Nu måste vi åka. Det är vårt arbete.",
    "nb": "Det regnet da bilen kom. – Sønnen min er syk, sa Ulla Berg. Han må til legen. Jeg er redd.",
}


@pytest.mark.parametrize("code", sorted(TOLD_ON))
def test_a_paragraph_that_tells_before_the_dash_tells_on_behind_the_speech(code: str) -> None:
    assert len(quotes_of(TOLD_ON[code], code)) == 1


@pytest.mark.parametrize("code", sorted(SPOKEN_ON))
def test_speech_goes_on_where_it_speaks_of_itself(code: str) -> None:
    assert len(quotes_of(SPOKEN_ON[code], code)) == 2
