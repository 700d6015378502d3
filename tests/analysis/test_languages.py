"""Language identification: supported languages, unsupported ones told as such, and what callers say."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from analysis.languages import akin, detect, normalise
from tests.analysis.pages import PAGES

UNSUPPORTED = {
    "fi": "Kunta sulkee uimahallin jo maanantaina, koska raportin mukaan katto voi romahtaa.",
    "es": "El ayuntamiento cerrará la piscina el lunes porque un informe dice que el techo puede hundirse.",
    "pl": "Gmina zamknie basen już w poniedziałek, bo według raportu dach może się zawalić.",
    "ru": "Власти закроют бассейн уже в понедельник, потому что крыша может обрушиться.",
    "nl": "De gemeente sluit het zwembad maandag al, omdat het dak volgens een rapport kan instorten.",
    "it": "Il comune chiuderà la piscina già lunedì perché secondo un rapporto il tetto può crollare.",
}


@pytest.mark.parametrize("code", sorted(PAGES))
def test_two_sentences_of_a_language_are_told(code: str) -> None:
    first, second, third, fourth = PAGES[code].paragraphs
    assert [detect(f"{one} {other}").code for one, other in ((first, second), (third, fourth))] == [code] * 2


@pytest.mark.parametrize("code", sorted(PAGES))
def test_three_sentences_are_told_with_confidence(code: str) -> None:
    assert detect(" ".join(PAGES[code].paragraphs)).confidence > 0.95


@pytest.mark.parametrize("code", sorted(UNSUPPORTED))
def test_an_unsupported_language_is_told_as_itself(code: str) -> None:
    assert detect(UNSUPPORTED[code]).code == code


@pytest.mark.parametrize("text", ["", "123 – 456", "Ok", "…", "Berlin, Paris"])
def test_too_little_text_is_undetermined(text: str) -> None:
    found = detect(text)
    assert found.code == "und" and found.confidence < 0.5


def test_the_same_text_has_the_same_answer() -> None:
    text = PAGES["nn"].text()
    assert detect(text) == detect(text)


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("sv", "sv"),
        ("sv-SE", "sv"),
        ("nb_NO", "nb"),
        ("en-US", "en"),
        ("EN", "en"),
        ("ron", "ro"),
        ("fi", "fi"),
        ("zh-Hans-CN", "zh"),
    ],
)
def test_what_a_caller_says_stands(hint: str, code: str) -> None:
    found = detect(PAGES["de"].text(), hint)
    assert (found.code, found.confidence) == (code, 1.0)


def test_norwegian_is_read_as_bokmal_or_nynorsk() -> None:
    assert detect(PAGES["nb"].text(), "no").code == "nb"
    assert detect(PAGES["nn"].text(), "no-NO").code == "nn"
    assert detect("", "no").code == "nb"


@pytest.mark.parametrize("hint", [None, "", " ", "und"])
def test_an_open_hint_leaves_it_to_the_text(hint: str | None) -> None:
    assert normalise(hint) is None
    assert detect(PAGES["fr"].text(), hint).code == "fr"


@pytest.mark.parametrize("hint", ["swedish", "s", "12", "sv SE", "<sv>", "en-"])
def test_what_is_no_code_is_refused(hint: str) -> None:
    with pytest.raises(InputError) as caught:
        detect("Hej", hint)
    assert caught.value.pointer == "/language"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("sv", "da", True), ("nb", "nn", True), ("ro", "ro", True), ("sv", "de", False), ("fr", "ro", False)],
)
def test_languages_akin_have_most_words_in_common(one: str, other: str, near: bool) -> None:
    assert akin(one, other) is akin(other, one) is near


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nb", "Kjøpmannen avviste kravet, sa hun."),
        ("da", "Købmanden afviste kravet, sagde hun."),
        ("nn", "Ordføraren ventar framleis på bussane."),
        ("nb", "Brannen herjet hele natten."),
        ("da", "Branden hærgede hele natten."),
        ("sv", "Branden var släckt, uppgav hon."),
    ],
)
def test_a_short_line_is_told_from_its_neighbours(code: str, text: str) -> None:
    assert detect(text).code == code
