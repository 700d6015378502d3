"""Words that are no noun phrase for anybody, and the noun phrase that may be among them."""

from __future__ import annotations

import pytest

from analysis.attribution.reading import Reading, WordSpan, read
from analysis.attribution.torn import is_torn, mended, without_tail
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

TORN = [
    ("en", "held at the request of the town"),
    ("en", "several months into the works"),
    ("en", "reciting the poem"),
    ("en", "whose support"),
    ("en", "the jar he"),
    ("en", "Aug. 9, 1971"),
    ("en", "the real problem"),
    ("de", "das eigentliche Problem"),
    ("de", "der Titel des Abends"),
    ("de", "zeige der Film"),
    ("de", "Sollte das Amt"),
    ("de", "der Verein kommt"),
    ("de", "des Konzerns eine Lücke"),
    ("de", "der Tarner Kultur"),
    ("fr", "freinées par la pluie"),
    ("fr", "les ventes de bateaux"),
    ("fr", "le recours"),
    ("nb", "utfordringen"),
    ("nb", "naboen ble"),
    ("nn", "utviklinga"),
    ("sv", "utvecklingen"),
    ("sv", "grannen blev"),
    ("da", "udviklingen"),
    ("da", "naboen blev"),
    ("ro", "problema"),
    ("ro", "vecinul vrea"),
]
WHOLE = [
    ("en", "analysts at a bank in Leeds"),
    ("en", "people familiar with the matter"),
    ("en", "twelve percent"),
    ("en", "the committee on roads"),
    ("en", "staff at the plant"),
    ("en", "the weekly"),
    ("de", "der von der Firma bestellte Gutachter"),
    ("de", "Vertreter deutscher Behörden"),
    ("de", "die Anwohner am Kai"),
    ("fr", "les organisateurs de la fête"),
    ("nb", "naboene ved kaia"),
    ("nn", "naboane ved kaia"),
    ("sv", "grannarna vid kajen"),
    ("da", "naboerne ved kajen"),
    ("ro", "vecinii din port"),
]


def phrase_of(words: str, code: str, before: str = "", behind: str = "") -> tuple[Reading, WordSpan]:
    document = document_of(f"{before}{words}{behind}", code)
    reading = read(document, ())
    return reading, reading.range(len(before), len(before) + len(words))


@pytest.mark.parametrize(("code", "words"), TORN)
def test_pieces_times_and_things_are_no_speakers(code: str, words: str) -> None:
    assert is_torn(*phrase_of(words, code, behind="- und Sportchef" if words.endswith("Kultur") else ""))


@pytest.mark.parametrize(("code", "words"), WHOLE)
def test_whole_noun_phrases_are(code: str, words: str) -> None:
    assert not is_torn(*phrase_of(words, code))


@pytest.mark.parametrize(
    ("code", "words", "found"),
    [
        ("en", "The panel took votes", "The panel"),
        ("de", "Sollte die Kommission", "die Kommission"),
        ("de", "Die Gemeinde wisse nichts", "Die Gemeinde"),
        ("en", "Perhaps this panel of judges", "this panel of judges"),
    ],
)
def test_the_noun_phrase_among_the_words_is_found(code: str, words: str, found: str) -> None:
    reading, phrase = phrase_of(words, code, "" if words[0].isupper() else "X ")
    whole = mended(reading, phrase)
    assert whole is not None
    assert reading.span(*whole).text == found


@pytest.mark.parametrize(
    ("code", "words", "found"),
    [
        ("en", "the senators publicly", "the senators"),
        ("en", "the whole family", "the whole family"),
        ("de", "selbst die Anwohner", "die Anwohner"),
        ("de", "die Anwohner später", "die Anwohner"),
    ],
)
def test_words_of_the_verb_are_left_out(code: str, words: str, found: str) -> None:
    reading, phrase = phrase_of(words, code)
    assert reading.span(*without_tail(reading, phrase)).text == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das eigentliche Problem sage, dass es regnet."),
        ("en", "The real problem says that it rains."),
        ("fr", "Le problème dit que la pluie tombe."),
        ("sv", "Utvecklingen säger att det regnar."),
        ("ro", "Problema spune că plouă."),
    ],
)
def test_a_statement_of_nobody_has_no_speaker(code: str, text: str) -> None:
    spoke = ", ".join(quote.speaker.name for quote in find_quotes(document_of(text, code), ()) if quote.speaker)
    assert spoke == ""
