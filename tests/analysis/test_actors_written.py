"""Surnames as they are written: a final s that is no genitive, titles cut short, generations, bills, particles."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.segmentation import segment
from analysis.types import ArticleInput


def people(language: str, text: str) -> list[str]:
    article = clean(ArticleInput(outlet="x", text=text, language=language, clean=False))
    return sorted(actor.name for actor in find_actors(segment(article)) if actor.type == "person")


WHOLE = (
    ("de", "Gärtner Udo Dachs pflanzt Linden in Gera. Dachs gießt sie selbst. Das hilft Dachs.", "Udo Dachs"),
    ("nb", "Snekker Nils Grenås bygger båt på Sotra. Grenås har fått hjelp av barna.", "Nils Grenås"),
    ("nn", "Snikkaren Nils Grønås byggjer båt i Vågsvåg. Grønås, som er 70, ror sjølv.", "Nils Grønås"),
    ("sv", "Målaren Siv Torsås målar kyrkan i Ekeby. Torsås målar. Alla är nöjda.", "Siv Torsås"),
    ("da", "Maleren Per Hornæs maler kirken i Ebeltoft. Hornæs er tilfreds.", "Per Hornæs"),
    ("de", "Der Bäcker Jost Sachs hört in Worms auf. Sachs hat keine Erben.", "Jost Sachs"),
)


@pytest.mark.parametrize(("language", "text", "name"), WHOLE, ids=[f"{row[0]} {row[2]}" for row in WHOLE])
def test_a_final_s_that_no_genitive_can_have_is_part_of_the_name(language: str, text: str, name: str) -> None:
    assert people(language, text) == [name]


GENITIVES = (
    ("de", "Karl Kreuters Tochter zog nach Hanau. Maria Licks Vorschlag fiel durch.", ["Karl Kreuter", "Maria Lick"]),
    ("nb", "Una Strandviks forslag falt i Halden. Strandviks parti tidde.", ["Una Strandvik"]),
    ("sv", "Eva Rodigs förslag föll i Nora. Rodigs parti höll tyst.", ["Eva Rodig"]),
    ("da", "Ole Drasks forslag faldt i Ribe. Drasks parti tav.", ["Ole Drask"]),
)


@pytest.mark.parametrize(("language", "text", "names"), GENITIVES, ids=[row[0] for row in GENITIVES])
def test_a_genitive_still_loses_its_s(language: str, text: str, names: list[str]) -> None:
    assert people(language, text) == names


TITLED = (
    ("ro", "Conf. univ. dr. Mihai Tudor a vorbit la Arad. Ing. Sorin Bălan a plecat.", ["Mihai Tudor", "Sorin Bălan"]),
    ("en", "Det. Insp. Rhona Quill arrested Cpl. Ned Stiles in Leith.", ["Ned Stiles", "Rhona Quill"]),
    ("de", "Dipl.-Ing. Kurt Ahrend und Mag. Eva Pichler planen in Linz.", ["Eva Pichler", "Kurt Ahrend"]),
    ("fr", "Maître Sylvie Grand défend le docteur Paul Ménard à Lille.", ["Paul Ménard", "Sylvie Grand"]),
    ("sv", "Friherre Nils Ek och grevinnan Eva Lind bor i Ystad.", ["Eva Lind", "Nils Ek"]),
)


@pytest.mark.parametrize(("language", "text", "names"), TITLED, ids=[row[0] for row in TITLED])
def test_titles_cut_short_are_no_part_of_a_name(language: str, text: str, names: list[str]) -> None:
    assert people(language, text) == names


def test_two_of_one_name_are_told_apart_by_small_words_for_the_generation() -> None:
    text = "Otto Brehm senior baute die Fabrik in Ulm. Otto Brehm junior verkaufte sie. Brehm junior lebt in Wien."
    assert people("de", text) == ["Otto Brehm junior", "Otto Brehm senior"]


def test_one_who_is_called_so_alone_keeps_the_plain_name() -> None:
    assert people("de", "Otto Brehm baute die Fabrik in Ulm. Brehm senior partner gibt es nicht.") == ["Otto Brehm"]


def test_bills_are_nobody() -> None:
    assert people("en", "Purcell backed H.R. 412 and S. 7. Rep. Anita Wolfe, D-Conn., wrote both.") == [
        "Anita Wolfe",
        "Purcell",
    ]


def test_an_elided_particle_is_part_of_the_surname() -> None:
    text = "Marc d'Aubigny vend son domaine. D'Aubigny part au Canada. Selon d'Aubigny, tout est vendu."
    assert people("fr", text) == ["Marc d'Aubigny"]


def test_a_given_name_that_is_a_common_word_too_is_a_name_inside_the_sentence() -> None:
    assert people("fr", "La ville honore Jean Luc Perrin Dubreuil à Nantes.") == ["Jean Luc Perrin Dubreuil"]
