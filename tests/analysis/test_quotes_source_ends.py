"""A phrase such as *according to* ends with the noun phrase of its source."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Language

ENDS = [
    ("nb", "Ifølge kommunen mer enn ventet.", "kommunen", "mer enn ventet"),
    ("nn", "Ifølgje kommunen meir enn venta.", "kommunen", "meir enn venta"),
    ("da", "Ifølge kommunen mere end ventet.", "kommunen", "mere end ventet"),
    ("sv", "Enligt åklagaren visar filmen att mannen ljög.", "åklagaren", "visar filmen att mannen ljög"),
    ("sv", "Enligt bladet.se har mannen flytt från sjön.", "bladet.se", "har mannen flytt från sjön"),
    ("nb", "Ifølge bladet.no har mannen reist fra byen.", "bladet.no", "har mannen reist fra byen"),
    ("da", "Ifølge bladet.dk er manden rejst fra byen.", "bladet.dk", "er manden rejst fra byen"),
    ("de", "Laut blatt.de hat der Mann die Stadt verlassen.", "blatt.de", "hat der Mann die Stadt verlassen"),
    ("sv", "Enligt rederiet stiger priset på torsken.", "rederiet", "stiger priset på torsken"),
    ("nb", "Ifølge rederiet stiger prisen på torsken.", "rederiet", "stiger prisen på torsken"),
    ("nn", "Ifølgje reiarlaget stig prisane på torsken.", "reiarlaget", "stig prisane på torsken"),
    ("da", "Ifølge rederiet stiger prisen på torsken.", "rederiet", "stiger prisen på torsken"),
    ("sv", "Enligt SVT:s uppgifter är bron stängd.", "SVT", "är bron stängd"),
    ("ro", "Potrivit ziarul.ro, podul se închide luni.", "ziarul.ro", "podul se închide luni"),
]


@pytest.mark.parametrize(("code", "text", "source", "statement"), ENDS)
def test_the_source_ends_with_its_noun_phrase(code: str, text: str, source: str, statement: str) -> None:
    document = segment(Article("a", text, Language(code, 1.0)))
    quotes = find_quotes(document, find_actors(document))
    assert [(quote.speaker.name, quote.text) for quote in quotes if quote.speaker][:1] == [(source, statement)]
