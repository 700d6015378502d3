"""Who counts as one voice when it is told whose word comes first."""

from __future__ import annotations

import pytest

from analysis.comparison.members import members_of
from analysis.comparison.voices import are_one, one_voice, spokespeople
from analysis.resources import languages, rows
from tests.analysis.stories import Told, told

PEOPLE = {"Anna Berg": "person:anna-berg", "Carl Lund": "person:carl-lund"}
SPEAKING = {
    "sv": "Anna Bergs talesperson Carl Lund svarade på måndagen.",
    "nb": "Anna Bergs talsperson Carl Lund svarte mandag.",
    "nn": "Anna Berg sin talsperson Carl Lund svarte måndag.",
    "da": "Anna Bergs talsperson Carl Lund svarede mandag.",
    "ro": "Anna Berg, prin purtătorul de cuvânt Carl Lund, a răspuns luni.",
    "en": "Anna Berg's spokesman Carl Lund answered on Monday.",
    "de": "Anna Bergs Sprecher Carl Lund antwortete am Montag.",
    "fr": "Anna Berg, dont le porte-parole Carl Lund a répondu lundi.",
}
BESIDE = {
    "sv": "Anna Berg och Carl Lund svarade på måndagen.",
    "nb": "Anna Berg og Carl Lund svarte mandag.",
    "nn": "Anna Berg og Carl Lund svarte måndag.",
    "da": "Anna Berg og Carl Lund svarede mandag.",
    "ro": "Anna Berg și Carl Lund au răspuns luni.",
    "en": "Anna Berg and Senator Carl Lund answered on Monday.",
    "de": "Anna Berg und Carl Lund antworteten am Montag.",
    "fr": "Anna Berg et Carl Lund ont répondu lundi.",
}


@pytest.mark.parametrize("code", SPEAKING)
def test_who_speaks_for_somebody_is_one_voice_with_them(code: str) -> None:
    spoken, beside = [
        one_voice(members_of([told(Told("alpha", [text], PEOPLE, language=code))]))
        for text in (SPEAKING[code], BESIDE[code])
    ]
    assert are_one(spoken, "person:anna-berg", "person:carl-lund")
    assert not are_one(beside, "person:anna-berg", "person:carl-lund")


@pytest.mark.parametrize("code", languages())
def test_every_noun_for_a_speaker_is_known(code: str) -> None:
    assert {row[0] for row in rows(code, "spokespeople")} == spokespeople(code) != frozenset()
