"""Kinds of sources: boards, people named like places, words that are no whole phrase."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.sources import find_sources
from analysis.types import ArticleInput


def kinds(text: str, language: str) -> list[tuple[str, str]]:
    """Kind and name of each source."""
    document = segment(clean(ArticleInput(outlet="one", text=text, language=language)))
    actors = find_actors(document)
    sources, _ = find_sources(document, actors, find_quotes(document, actors))
    return [(source.type, source.name) for source in sources]


BOARDS = [
    ("en", "The board said that the fees would rise.", "The board"),
    ("nb", "Styret i Oslo sier at avgiftene øker.", "Styret i Oslo"),
    ("nn", "Styret i Bergen seier at avgiftene aukar.", "Styret i Bergen"),
    ("sv", "Styrelsen i Lund säger att avgifterna höjs.", "Styrelsen i Lund"),
    ("da", "Bestyrelsen siger, at gebyrerne stiger.", "Bestyrelsen"),
    ("de", "Der Vorstand in Köln teilte mit, dass die Gebühren steigen.", "Der Vorstand in Köln"),
    ("fr", "Le conseil d'administration a déclaré que les frais augmenteraient.", "Le conseil d'administration"),
    ("ro", "Consiliul de administrație a anunțat că taxele cresc.", "Consiliul de administrație"),
]


@pytest.mark.parametrize(("language", "text", "name"), BOARDS)
def test_a_board_is_a_body_and_no_nameless_source(language: str, text: str, name: str) -> None:
    assert kinds(text, language) == [("official", name)]


NEIGHBOURS = [
    ("en", "Her neighbour Paris Holm said that the fire took all.", "Paris Holm"),
    ("fr", "Son voisin Milan a dit que le feu avait tout pris.", "Milan"),
    ("sv", "Hennes granne Florida Holm säger att elden tog allt.", "Florida Holm"),
    ("da", "Naboen Florida Holm siger, at ilden tog alt.", "Florida Holm"),
    ("de", "Sein Nachbar Milan sagte, das Feuer habe alles genommen.", "Milan"),
]


@pytest.mark.parametrize(("language", "text", "name"), NEIGHBOURS)
def test_somebody_named_like_a_place_is_a_person(language: str, text: str, name: str) -> None:
    found = kinds(text, language)
    assert [kind for kind, _ in found] == ["person"]
    assert name in found[0][1]


def test_a_noun_for_nameless_sources_belongs_to_what_describes_it() -> None:
    assert kinds("De source sûre, le ministre va partir.", "fr") == [("anonymous", "source sûre")]


@pytest.mark.parametrize("words", ["including Mr", "whose support appeared for Mrs"])
def test_words_that_are_no_whole_phrase_are_no_source(words: str) -> None:
    assert kinds(f"{words.capitalize()} said that all was well.", "en") == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("sv", "Enligt ”Washington Post” är det så.", "Washington Post"),
        ("de", "Laut dem «Wall Street Journal» beschäftigt sich Eva Wolf damit.", "Wall Street Journal"),
        ("de", "Laut „Washington Post“ hatte Eva Wolf eine Rolle.", "Washington Post"),
        ("fr", "Selon « Le Monde », tout va bien.", "Le Monde"),
        ("en", "According to “The Washington Post”, it rained.", "Washington Post"),
        ("ro", "Potrivit „Adevărul”, plouă.", "Adevărul"),
    ],
)
def test_a_paper_in_marks_is_an_outlet(code: str, text: str, name: str) -> None:
    assert kinds(text, code) == [("outlet", name)]
