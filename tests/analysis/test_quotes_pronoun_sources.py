"""*According to him*: a pronoun is a whole source, and the one whom it means speaks, in every language."""

from __future__ import annotations

import pytest

from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import ArticleInput

TEXTS = {
    "sv": (
        "Per Lind besökte Lund. Enligt honom diskuterade de två energi, handel, klimat och andra ämnen.",
        "diskuterade",
    ),
    "nb": ("Per Lind besøkte Oslo. Ifølge ham diskuterte de to energi, handel, klima og andre temaer.", "diskuterte"),
    "nn": ("Per Lind vitja Oslo. Ifølgje han diskuterte dei to energi, handel, klima og andre tema.", "diskuterte"),
    "da": (
        "Per Lind besøgte Odense. Ifølge ham diskuterede de to energi, handel, klima og andre emner.",
        "diskuterede",
    ),
    "de": (
        "Per Lind besuchte Bonn. Laut ihm besprachen die beiden Energie, Handel, Klima und andere Themen.",
        "besprachen",
    ),
    "en": (
        "Per Lind visited Leeds. According to him the two discussed energy, trade, climate and other topics.",
        "the two",
    ),
    "fr": (
        "Per Lind a visité Lyon. Selon lui, les deux ont discuté d'énergie, de commerce, de climat et d'autres sujets.",
        "les",
    ),
    "ro": (
        "Per Lind a vizitat Clujul. Potrivit acestuia, cei doi au discutat despre energie, comerț și alte teme.",
        "cei doi",
    ),
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_pronoun_is_a_whole_source(language: str) -> None:
    text, opening = TEXTS[language]
    analysis = analyse(ArticleInput(outlet="one", text=text, language=language), load_encoder()).analysis
    (quote,) = analysis.quotes
    assert quote.text.startswith(opening)
    assert quote.speaker is not None and quote.speaker.name == "Per Lind"
