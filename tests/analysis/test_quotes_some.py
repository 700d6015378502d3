"""Some said: people whom nobody names are the speaker of what they say, and no source that a reader could use."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of
from tests.analysis.test_sources import sources_of

SOME: tuple[tuple[str, str, str, str], ...] = (
    ("sv", "Rådet möttes. Några menade att det är för sent.", "Några", "att det är för sent"),
    ("nb", "Rådet møttes. Noen mente at det er for sent.", "Noen", "at det er for sent"),
    ("nn", "Rådet møttest. Nokre meinte at huset er gammalt.", "Nokre", "at huset er gammalt"),
    ("da", "Rådet mødtes. Nogle mente, at det er for sent.", "Nogle", "at det er for sent"),
    ("ro", "Consiliul s-a întrunit. Unii spun că e prea târziu.", "Unii", "că e prea târziu"),
    ("en", "The council met. Some said that it was too late.", "Some", "that it was too late"),
    ("de", "Der Rat tagte. Einige meinten, das Haus sei alt.", "Einige", "das Haus sei alt"),
    (
        "fr",
        "Le conseil s'est réuni. Certains disent que la maison est vieille.",
        "Certains",
        "que la maison est vieille",
    ),
)


@pytest.mark.parametrize(("code", "text", "speaker", "said"), SOME)
def test_what_some_say_is_theirs(code: str, text: str, speaker: str, said: str) -> None:
    (quote,) = quotes_of(text, code)
    assert quote.speaker is not None
    assert (quote.text, quote.speaker.name, quote.speaker.actor) == (said, speaker, None)


@pytest.mark.parametrize(("code", "text", "speaker", "said"), SOME)
def test_some_are_no_source(code: str, text: str, speaker: str, said: str) -> None:
    assert quotes_of(text, code)
    assert sources_of(text, code)[0] == ()


NOUNS = (
    ("en", "Some claims that the bridge is old are wrong.", "Some"),
    ("de", "Einige Berichte, das Haus sei alt, stimmen nicht.", "Einige"),
    ("fr", "Certains dits que la maison garde sont vieux.", "Certains"),
)


@pytest.mark.parametrize(("code", "text", "word"), NOUNS)
def test_some_before_a_noun_is_no_speaker(code: str, text: str, word: str) -> None:
    assert word not in [quote.speaker.name for quote in quotes_of(text, code) if quote.speaker is not None]
