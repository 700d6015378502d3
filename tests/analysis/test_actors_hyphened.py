"""Names with hyphens and articles, roles written as one word with what they are of, and one body in two spellings."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from tests.analysis.framing_texts import document

PEOPLE = (
    ("de", "Syriens Präsident Ahmed al-Scharaa kam. Scharaa lächelte, sagte er.", {"Ahmed al-Scharaa"}),
    ("en", "Syria’s president Ahmed al-Sharaa came. Sharaa smiled, he said.", {"Ahmed al-Sharaa"}),
    ("fr", "Le président Ahmed al-Charaa est venu. Charaa a souri.", {"Ahmed al-Charaa"}),
    ("de", "Die Mutter Siham Zein ad-Din weinte lange.", {"Siham Zein ad-Din"}),
    ("en", "Park Won-gon, a professor, said it was hard. Park left.", {"Park Won-gon"}),
    ("nb", "Ifølge Park Won-gon er det umulig. – Dette er vanskelig, sa Park.", {"Park Won-gon"}),
    ("de", "Das sagt Russlandexperte Lange. Russlandexperte Karl Lange sagte, es sei gut.", {"Karl Lange"}),
)


@pytest.mark.parametrize(("language", "text", "people"), PEOPLE)
def test_a_person_is_one_in_all_spellings(language: str, text: str, people: set[str]) -> None:
    assert {actor.name for actor in find_actors(document(text, language)) if actor.type == "person"} == people


@pytest.mark.parametrize(
    ("language", "text", "mentions"),
    [
        (
            "sv",
            "Polisen letar efter mannen. I nuläget vet polisen inte var han är, säger polisen.",
            ["Polisen", "polisen", "polisen"],
        ),
        (
            "nb",
            "Politiet leter etter mannen. Nå vet politiet ikke hvor han er, sier politiet.",
            ["Politiet", "politiet", "politiet"],
        ),
        ("nn", "Politiet leitar etter mannen. Ifølgje politiet er han væpna.", ["Politiet", "politiet"]),
        ("da", "Politiet leder efter manden. Ifølge politiet er han bevæbnet.", ["Politiet", "politiet"]),
        ("de", "Die Polizei sucht den Mann. Nach Angaben der Polizei ist er bewaffnet.", ["Die Polizei", "Polizei"]),
        ("fr", "La police cherche cet homme. Selon la police, il est armé.", ["police", "police"]),
        ("en", "Police shut the road. According to police, he is armed.", ["Police", "police"]),
    ],
)
def test_a_body_named_by_its_noun_is_one_with_its_noun(language: str, text: str, mentions: list[str]) -> None:
    (named,) = [one for one in find_actors(document(text, language)) if "poli" in one.name.casefold()]
    assert [one.text for one in named.mentions] == mentions


@pytest.mark.parametrize("name", ["Marais Bistro", "Hotel Astoria", "Café Lumière"])
def test_a_house_that_has_guests_is_no_person(name: str) -> None:
    found = find_actors(document(f"Karen Holm opened {name} last year. She said that {name} is a home.", "en"))
    assert [actor.name for actor in found if actor.type == "person"] == ["Karen Holm"]
