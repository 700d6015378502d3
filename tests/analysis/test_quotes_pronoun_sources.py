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


BEHIND = {
    "sv": "Anna Lind besökte Lund. Planen blir för dyr, enligt henne.",
    "nb": "Anna Lind besøkte Oslo. Planen blir for dyr, ifølge henne.",
    "nn": "Anna Lind vitja Oslo. Planen blir for dyr, ifølgje henne.",
    "da": "Anna Lind besøgte Odense. Planen bliver for dyr, ifølge hende.",
    "de": "Anna Lind besuchte Bonn. Der Plan wird zu teuer, laut ihr.",
    "en": "Anna Lind visited Leeds. The plan will cost too much, according to her.",
    "fr": "Anna Lind a visité Lyon. Le plan coûtera trop cher, selon elle.",
    "ro": "Ana Lind a vizitat Clujul. Planul va costa prea mult, potrivit ei.",
}

VENUES = {
    "sv": "Anna Lind besökte Lund. På Facebook skrev hon att planen är för dyr.",
    "nb": "Anna Lind besøkte Oslo. På Facebook skrev hun at planen er for dyr.",
    "nn": "Anna Lind vitja Oslo. På Facebook skreiv ho at planen er for dyr.",
    "da": "Anna Lind besøgte Odense. På Facebook skrev hun, at planen er for dyr.",
    "de": "Anna Lind besuchte Bonn. Auf Facebook schrieb sie, der Plan sei zu teuer.",
    "en": "Anna Lind visited Leeds. On Facebook she wrote that the plan costs too much.",
    "fr": "Anna Lind a visité Lyon. Sur Facebook, elle a écrit que le plan coûte trop cher.",
    "ro": "Ana Lind a vizitat Clujul. Pe Facebook, ea a scris că planul costă prea mult.",
}


def speakers(text: str, language: str) -> list[str | None]:
    analysis = analyse(ArticleInput(outlet="one", text=text, language=language), load_encoder()).analysis
    return [quote.speaker and quote.speaker.name for quote in analysis.quotes]


@pytest.mark.parametrize("language", sorted(BEHIND))
def test_a_pronoun_behind_the_statement_is_its_source(language: str) -> None:
    assert speakers(BEHIND[language], language) == ["Ana Lind" if language == "ro" else "Anna Lind"]


@pytest.mark.parametrize("language", sorted(VENUES))
def test_where_something_was_written_did_not_write_it(language: str) -> None:
    assert speakers(VENUES[language], language) == ["Ana Lind" if language == "ro" else "Anna Lind"]


@pytest.mark.parametrize(
    ("source", "name"), [("lui", "Ion Lupu"), ("lui Radu Stan", "Radu Stan"), ("acestuia", "Ion Lupu")]
)
def test_romanian_lui_is_a_pronoun_where_no_name_follows(source: str, name: str) -> None:
    text = f"Ion Lupu a vizitat Clujul. Potrivit {source}, planul va costa prea mult."
    assert speakers(text, "ro") == [name]
