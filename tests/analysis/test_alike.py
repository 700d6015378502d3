"""How alike two articles are: laws of the measure."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import load_encoder
from analysis.evidence import Telling, alike, tell
from analysis.evidence.alike import MEASURES, background, centred, measured
from analysis.evidence.events import known_as
from analysis.pipeline import analyse
from analysis.types import Analysed, ArticleInput
from tests.analysis.stories import Told, told

STORIES = Path(__file__).parents[1] / "data" / "invariance"
FIRE = {
    "en": ("A fire destroyed the furniture factory on Sunday evening.", "Forty workers have lost their jobs."),
    "de": ("Ein Brand hat am Sonntagabend die Möbelfabrik zerstört.", "Vierzig Arbeiter verlieren ihre Stelle."),
    "fr": ("Un incendie a détruit l'usine de meubles dimanche soir.", "Quarante ouvriers ont perdu leur emploi."),
    "sv": ("En brand förstörde möbelfabriken på söndagskvällen.", "Fyrtio arbetare har förlorat sina jobb."),
    "ro": ("Un incendiu a distrus fabrica de mobilă duminică seara.", "Patruzeci de muncitori și-au pierdut slujba."),
    "da": ("En brand ødelagde møbelfabrikken søndag aften.", "Fyrre arbejdere har mistet deres job."),
    "nb": ("En brann ødela møbelfabrikken søndag kveld.", "Førti arbeidere har mistet jobben."),
    "nn": ("Ein brann øydela møbelfabrikken søndag kveld.", "Førti arbeidarar har mista jobben."),
}
SCHOOL = ("The town council will build a new school by the river.", "Parents had asked for it for years.")


def article(lines: tuple[str, ...], language: str, people: dict[str, str] | None = None) -> Analysed:
    return told(Told("alpha", lines, people or {}, language=language))


def stories() -> dict[str, dict[str, Telling]]:
    encoder = load_encoder()
    found: dict[str, dict[str, Telling]] = {}
    for path in sorted(STORIES.glob("*.json")):
        texts = json.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = {
            code: tell(analyse(ArticleInput(outlet="alpha", text=text, language=code), encoder))
            for code, text in texts.items()
        }
    return found


def test_translations_are_alike_and_other_stories_are_not() -> None:
    told_in = stories()
    likeness = {name: [alike(a, b) for a, b in combinations(told.values(), 2)] for name, told in told_in.items()}
    assert {name: len(found) for name, found in likeness.items()} == {"factory": 28, "summit": 28}
    assert all(min(found) > 0.8 for found in likeness.values())
    one, other = told_in.values()
    assert max(alike(a, b) for a in one.values() for b in other.values()) < 0.3


@pytest.mark.parametrize("code", sorted(FIRE))
def test_words_are_met_in_another_language(code: str) -> None:
    english, school = tell(article(FIRE["en"], "en")), tell(article(SCHOOL, "en"))
    there = tell(article(FIRE[code], code))
    place = MEASURES.index("words")
    assert measured(english, there)[place] > 2 * measured(school, there)[place]
    assert alike(english, there) > alike(school, there)
    assert alike(english, there) == pytest.approx(alike(there, english))


def test_a_large_country_that_both_name_says_less_than_a_village() -> None:
    named = {"Germany": "place:germany", "Tallholmen": "place:tallholmen"}
    there = article(("The ferry sailed to Germany and back to Tallholmen.",), "en", named)
    weights = tell(there).names
    country, village = (weights[known_as(actor)] for actor in there.analysis.actors)
    assert 0 < country < village


def test_vectors_lose_what_all_sentences_of_a_language_share() -> None:
    unlike = [
        (article(FIRE[code], code), article(other, code))
        for code, other in (("en", SCHOOL), ("de", ("Der Stadtrat baut eine neue Schule am Fluss.",)))
    ]
    for a, b in unlike:
        assert np.dot(centred(a, background()), centred(b, background())) < np.dot(
            a.embedding.article, b.embedding.article
        )
        assert np.linalg.norm(centred(a, background())) == pytest.approx(1.0, abs=1e-5)


def test_vectors_of_another_encoder_are_compared_as_they_are() -> None:
    own = article(FIRE["en"], "en")
    other = replace(own, embedding=replace(own.embedding, encoder="other@1"))
    assert (tell(own).kind, tell(other).kind) == ("centred", "raw")
    assert np.array_equal(tell(other).vector, other.embedding.article)
    school = article(SCHOOL, "en")
    far = replace(school, embedding=replace(school.embedding, encoder="other@1"))
    assert alike(tell(other), tell(far)) < 0.5 < alike(tell(other), tell(other))


@pytest.mark.parametrize("language", ["fi", "und"])
def test_an_article_without_words_or_language_is_like_none(language: str) -> None:
    empty, fire = tell(article(("12 %",), language)), tell(article(FIRE["en"], "en"))
    assert 0.0 <= alike(empty, fire) < 0.3


def test_the_background_has_every_language() -> None:
    assert sorted(background().means) == sorted(FIRE)
    assert background().encoder == load_encoder().identity
