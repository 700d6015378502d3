"""Public bodies that speak by what they are alone are actors in every language, with a capital or without."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Article, Language
from tests.analysis.test_quotes_languages import quotes_of

SPOKEN = (
    ("de", "Das Gesundheitsministerium teilte mit, dass der See sauber sei.", "Gesundheitsministerium"),
    ("de", "Der Fischereiverband sagte, der See sei sauber.", "Fischereiverband"),
    ("de", "Am Abend sagte das dänische Umweltministerium, der See sei sauber.", "dänische Umweltministerium"),
    ("sv", "Tingsrätten anser att bryggan är farlig.", "tingsrätten"),
    ("sv", "I går sade det danska miljödepartementet att sjön är ren.", "danska miljödepartementet"),
    ("nb", "Sykepleierforbundet krever at brygga stenges.", "sykepleierforbundet"),
    ("nb", "Ifølge fiskeridirektoratet er sjøen ren.", "fiskeridirektoratet"),
    ("nn", "Sjukepleiarforbundet krev at bryggja vert stengd.", "sjukepleiarforbundet"),
    ("da", "Byretten mener, at broen er farlig.", "byretten"),
    ("en", "The health ministry said the lake was clean.", "health ministry"),
    ("fr", "Le tribunal correctionnel estime que le pont est dangereux.", "tribunal correctionnel"),
    ("ro", "Curtea de apel spune că podul este periculos.", "Curtea de apel"),
)
NOBODY = (
    ("de", "Ein Fischereiverband sagte, der See sei sauber."),
    ("sv", "Bolaget säger att sjön är ren."),
    ("nb", "Selskapet sier at sjøen er ren."),
    ("da", "Foreningen siger, at søen er ren."),
    ("en", "The prosecutor said the lake was clean."),
    ("en", "A district court said the lake was clean."),
    ("en", "Otto Lund told the state broadcaster that the lake was clean."),
    ("en", "The civil servants said the lake was clean."),
    ("en", "Health ministry officials said the lake was clean."),
    ("fr", "Le responsable gouvernemental affirme que le lac est propre."),
    ("ro", "Oficiali guvernamentali spun că lacul este curat."),
    ("fr", "La société affirme que le lac est propre."),
    ("ro", "Compania spune că lacul este curat."),
)


def bodies(code: str, text: str) -> list[str]:
    found = find_actors(segment(Article("test", text, Language(code, 1.0))))
    return [one.name for one in found if one.type == "organization"]


@pytest.mark.parametrize(("code", "text", "name"), SPOKEN)
def test_a_body_that_speaks_is_an_actor_and_has_said_it(code: str, text: str, name: str) -> None:
    assert bodies(code, text) == [name]
    assert [one.speaker and one.speaker.actor and one.speaker.name for one in quotes_of(text, code)] == [name]


@pytest.mark.parametrize(("code", "text"), NOBODY)
def test_a_noun_that_tells_of_no_certain_body_is_no_actor(code: str, text: str) -> None:
    assert bodies(code, text) == []


def test_a_body_that_does_not_speak_is_no_actor_and_one_that_does_is_meant_by_its_kind() -> None:
    assert bodies("de", "Das Gesundheitsministerium liegt am Fluss.") == []
    text = "Das Gesundheitsministerium liegt am Fluss. Das Gesundheitsministerium sagte, der See sei sauber."
    assert bodies("de", text) == ["Gesundheitsministerium"]
    later = f"{text} Das Ministerium sagte auch, der Fluss sei sauber."
    assert {one.speaker and one.speaker.name for one in quotes_of(later, "de")} == {"Gesundheitsministerium"}
