"""Sides taken without words of one's own: *the mayor welcomed the decision*, *the union is critical*."""

from __future__ import annotations

import pytest

from analysis.attribution.lexicon import split
from analysis.quotes.judging import predicates
from analysis.resources import languages, rows
from tests.analysis.attribution import judged

SIDES = {
    "sv": ("Anna Berg är kritisk till planen.", "Anna Berg jublar över beslutet.", "Anna Berg slår ifrån sig."),
    "nb": ("Anna Berg er kritisk til planen.", "Anna Berg jubler over vedtaket.", "Anna Berg benekter."),
    "nn": ("Anna Berg er kritisk til planen.", "Anna Berg jublar over vedtaket.", "Anna Berg nektar for det."),
    "da": ("Anna Berg er kritisk over for planen.", "Anna Berg jubler over planen.", "Anna Berg benægter."),
    "ro": ("Anna Berg este revoltată de plan.", "Anna Berg se bucură de decizie.", "Anna Berg neagă."),
    "en": (
        "Anna Berg is critical of the plan.",
        "Anna Berg is delighted with the decision.",
        "Anna Berg denied wrongdoing.",
    ),
    "de": ("Anna Berg ist empört über den Plan.", "Anna Berg freut sich über den Plan.", "Anna Berg bestreitet das."),
    "fr": ("Anna Berg est furieuse de ce projet.", "Anna Berg se félicite de la décision.", "Anna Berg dément."),
}
BARE = {
    "sv": "Anna Berg jublar.",
    "nb": "Anna Berg jubler.",
    "nn": "Anna Berg jublar.",
    "da": "Anna Berg jubler.",
    "ro": "Anna Berg se bucură.",
    "en": "Anna Berg is delighted.",
    "de": "Anna Berg freut sich.",
    "fr": "Anna Berg se félicite.",
}
OPEN = {
    "sv": ("Anna Berg är inte kritisk.", "Är Anna Berg kritisk?"),
    "nb": ("Anna Berg er ikke kritisk.", "Er Anna Berg kritisk?"),
    "nn": ("Anna Berg er ikkje kritisk.", "Er Anna Berg kritisk?"),
    "da": ("Anna Berg er ikke kritisk.", "Er Anna Berg kritisk?"),
    "ro": ("Anna Berg nu este revoltată.", "Este Anna Berg revoltată?"),
    "en": ("Anna Berg is not critical.", "Is Anna Berg critical?"),
    "de": ("Anna Berg ist nicht empört.", "Ist Anna Berg empört?"),
    "fr": ("Anna Berg n’est pas furieuse.", "Anna Berg est furieuse ?"),
}


@pytest.mark.parametrize("code", SIDES)
def test_who_takes_a_side_without_words_makes_a_statement(code: str) -> None:
    found = [judged(text, code) for text in SIDES[code]]
    assert [[quote.stance.label for quote in quotes] for quotes in found] == [["criticism"], ["support"], ["dismissal"]]
    assert {quote.speaker.name for quotes in found for quote in quotes if quote.speaker} == {"Anna Berg"}


@pytest.mark.parametrize("code", BARE)
def test_a_mood_without_what_it_is_about_is_no_statement(code: str) -> None:
    assert judged(BARE[code], code) == ()


@pytest.mark.parametrize("code", OPEN)
def test_what_is_denied_or_asked_takes_no_side(code: str) -> None:
    assert [judged(text, code) for text in OPEN[code]] == [(), ()]


PASSIVE = {
    "sv": "Förslaget kritiseras av Anna Berg.",
    "nb": "Forslaget kritiseres av Anna Berg.",
    "nn": "Framlegget blir kritisert av Anna Berg.",
    "da": "Forslaget kritiseres af Anna Berg.",
    "ro": "Proiectul este criticat de Anna Berg.",
    "en": "The proposal is criticised by Anna Berg.",
    "de": "Der Vorschlag wird von Anna Berg kritisiert.",
    "fr": "Le projet est critiqué par Anna Berg.",
}


@pytest.mark.parametrize("code", PASSIVE)
def test_a_passive_tells_the_side_of_somebody_named(code: str) -> None:
    (quote,) = judged(PASSIVE[code], code)
    assert quote.speaker is not None and quote.speaker.name == "Anna Berg"
    assert quote.stance.label == "criticism"


@pytest.mark.parametrize(
    "text",
    [
        "The proposal is not criticised by Anna Berg.",
        "The proposal was criticised by some neighbours.",
        "Is the proposal criticised by Anna Berg?",
    ],
)
def test_a_passive_that_denies_or_asks_or_names_nobody_tells_no_side(text: str) -> None:
    assert judged(text, "en") == ()


@pytest.mark.parametrize("code", languages())
def test_every_predicate_is_found_with_its_stance(code: str) -> None:
    listed = predicates(code)
    for phrase, stance in rows(code, "taking_sides"):
        words = [word for word in split(phrase, code) if word != "…"]
        assert any(one.words == tuple(words) and one.value == stance for one in listed), phrase
