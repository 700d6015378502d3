"""Full names behind a role, where both words mean something else as well."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Article, Language

TEXTS = {
    "sv": "Det var i går som ministern {} öppnade bron. ”Den är bra”, sade {}.",
    "nb": "Det var i går at ministeren {} åpnet broen. «Den er god», sa {}.",
    "nn": "Det var i går at ministeren {} opna brua. «Ho er god», sa {}.",
    "da": "Det var i går, at ministeren {} åbnede broen. »Den er god,« sagde {}.",
    "ro": "Ieri a fost ziua în care ministrul {} a deschis podul. „Este bun”, a spus {}.",
    "en": "It was yesterday that minister {} opened the bridge. “It is good,” said {}.",
    "de": "Es war gestern, als Minister {} die Brücke eröffnete. „Sie ist gut“, sagte {}.",
    "fr": "C’est hier que le ministre {} a ouvert le pont. « Il est bon », a dit {}.",
}
NAMES = [("Mark", "Rose"), ("Don", "Sand"), ("Grace", "Field"), ("Jack", "Bacon"), ("Rose", "Mark"), ("Alice", "Stone")]


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize(("given", "surname"), NAMES)
def test_a_given_name_behind_a_role_opens_the_name_of_a_person(code: str, given: str, surname: str) -> None:
    text = TEXTS[code].format(f"{given} {surname}", surname)
    found = find_actors(segment(Article("test", text, Language(code, 1.0))))
    mentions = [mention.text for actor in found if actor.type == "person" for mention in actor.mentions]
    assert f"{given} {surname}" in mentions


ASIDES = {
    "sv": "Bron är stängd, sade Anna Berg, direktör för hamnen.",
    "nb": "Broen er stengt, sa Anna Berg, direktør for havnen.",
    "nn": "Brua er stengd, sa Anna Berg, direktør for hamna.",
    "da": "Broen er lukket, sagde Anna Berg, direktør for havnen.",
    "ro": "Podul este închis, a declarat Anna Berg, directoarea portului.",
    "en": "The bridge is closed, said Anna Berg, director of the port.",
    "de": "Die Brücke ist gesperrt, sagte Anna Berg, zuständig für den Hafen.",
    "fr": "Le pont est fermé, a déclaré Anna Berg, directrice du port.",
}


@pytest.mark.parametrize("code", ASIDES)
def test_a_name_ends_before_what_says_who_that_is(code: str) -> None:
    found = find_actors(segment(Article("test", ASIDES[code], Language(code, 1.0))))
    mentions = [mention.text for actor in found if actor.type == "person" for mention in actor.mentions]
    assert "Anna Berg" in mentions
    assert not any("," in mention for mention in mentions)
