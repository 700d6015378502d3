"""Bodies under their whole names, one actor each, and words that are nobody's name."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.actors.body_phrases import body_words, is_head
from analysis.columns import BodyWord
from analysis.resources import languages, rows
from analysis.segmentation import segment
from analysis.types import Actor, Article, Language


def actors(code: str, text: str) -> list[Actor]:
    return list(find_actors(segment(Article("test", text, Language(code, 1.0)))))


def names(code: str, text: str) -> set[str]:
    return {actor.name for actor in actors(code, text)}


WHOLE = [
    ("sv", "Det visar Centrum för opinion och demokrati i Umeå.", "Centrum för opinion och demokrati"),
    ("sv", "Det visar Stiftelsen för miljöstrategisk forskning.", "Stiftelsen för miljöstrategisk forskning"),
    ("nb", "Det viser Senter for klima og energi i Tromsø.", "Senter for klima og energi"),
    ("nn", "Det viser Norsk institutt for bioøkonomi i Volda.", "Norsk institutt for bioøkonomi"),
    ("da", "Det viser Institut for Menneskerettigheder i Ribe.", "Institut for Menneskerettigheder"),
    ("de", "Das sagt die Stiftung Umwelt und Entwicklung in Bonn.", "Stiftung Umwelt und Entwicklung"),
    ("de", "Sie leitet das Wiener Institut für Höhere Studien (IHS).", "Wiener Institut für Höhere Studien"),
    (
        "en",
        "Tom Reed left the Centre for Rural and Northern Studies.",
        "Centre for Rural and Northern Studies",
    ),
    ("en", "The Department of Health and Social Care declined.", "Department of Health and Social Care"),
    (
        "fr",
        "Il quitte l’Institut national de la mer et du ciel.",
        "Institut national de la mer et du ciel",
    ),
    ("fr", "Il dirige le Centre national de la danse contemporaine.", "Centre national de la danse contemporaine"),
    ("ro", "Conduce Centrul de Cercetări pentru Mediu și Energie.", "Centrul de Cercetări pentru Mediu și Energie"),
]


@pytest.mark.parametrize(("code", "text", "name"), WHOLE)
def test_a_body_has_its_whole_name(code: str, text: str, name: str) -> None:
    assert name in names(code, text)


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "The University of Leeds and Save the Children agreed.", "University of Leeds"),
        ("en", "Critics of the Ministry of Defence and Prime Minister Tom Reed met.", "Ministry of Defence"),
        ("sv", "Kritiker anklagar Försäkringskassan för brister i vården.", "Försäkringskassan"),
        ("nb", "Ombudet refser Utlendingsdirektoratet for lang ventetid.", "Utlendingsdirektoratet"),
        ("de", "Er kritisiert das Bundesverfassungsgericht für Untätigkeit.", "Bundesverfassungsgericht"),
    ],
)
def test_a_body_ends_where_something_else_begins(code: str, text: str, name: str) -> None:
    assert name in names(code, text)


@pytest.mark.parametrize(
    ("code", "text", "short"),
    [
        (
            "en",
            "Barlow State University sued. Lawyers say Barlow State lost.",
            "Barlow State",
        ),
        ("en", "The US Coast Guard rescued six. The Coast Guard said the boat sank.", "Coast Guard"),
        ("fr", "Le Parti socialiste perd. Selon Odile Perrin, le PS a tort.", "PS"),
        ("de", "Das Uno-Flüchtlingshilfswerk UNRWA hilft in Gaza. Die UNRWA bleibt.", "UNRWA"),
    ],
)
def test_a_part_or_the_letters_of_a_body_are_that_body(code: str, text: str, short: str) -> None:
    (actor,) = [one for one in actors(code, text) if short in {mention.text for mention in one.mentions} | {one.name}]
    assert len(actor.mentions) >= 2


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("de", "Die Wienerin siegte. In Gaza starben neun Palästinenser.", "Palästinenser"),
        ("en", "The ship left, but Peruvians did not see it.", "Peruvians"),
        ("fr", "Une Lyonnaise a gagné devant les Soudanais à Brest.", "Soudanais"),
        ("sv", "Norrmännen jublade i Umeå.", "Norrmännen"),
        ("nb", "Nordmennene jublet i Tromsø.", "Nordmennene"),
        ("nn", "Nordmennene jubla på Voss.", "Nordmennene"),
        ("da", "Jyderne jublede i Ribe.", "Jyderne"),
        ("ro", "Ardelenii au aplaudat la Arad.", "Ardelenii"),
        ("fr", "Il était invité du JT de TF1 avec le CD.", "JT"),
        ("de", "Nationalrätin Rita Moos (TI) widersprach.", "TI"),
        ("de", "In den USA Unternehmen zu gründen ist leicht.", "USA Unternehmen"),
        ("fr", "A Lille, tout va bien.", "A Lille"),
    ],
)
def test_such_words_are_nobody(code: str, text: str, word: str) -> None:
    assert word not in names(code, text)


def test_somebody_called_like_an_inhabitant_stays() -> None:
    assert "Karl Schweizer" in names("de", "Karl Schweizer kam nach Chur. Schweizer sprach kurz.")
    assert "Anna Pole" in names("en", "Anna Pole came to Hull. Pole spoke.")


@pytest.mark.parametrize("code", languages())
def test_every_word_of_bodies_is_read(code: str) -> None:
    own = body_words(code)
    for word, kind in rows(code, "body_words"):
        if kind == BodyWord.HEAD:
            assert is_head(code, word), word
        elif kind in (BodyWord.LINK, BodyWord.AND, BodyWord.NESTED):
            joins = {BodyWord.LINK: own.link, BodyWord.AND: own.joining, BodyWord.NESTED: own.nested}
            assert joins[BodyWord(kind)].match(f" {word} "), word
        elif kind == BodyWord.ENDING:
            assert word[0] == "-" and word[1:] in own.endings


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", ["common_letters", "inhabitants"])
def test_no_word_of_these_lists_is_an_actor(code: str, name: str) -> None:
    listed = [row[0] for row in rows(code, name)]
    assert listed == sorted(set(listed))
    written = [word.title() if name == "inhabitants" else word for word in listed[::9]]
    for word in written:
        found = actors(code, f"Xyz {word} xyz.")
        assert not [one for one in found if one.name == word and one.type == "organization"], word
