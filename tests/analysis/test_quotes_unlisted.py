"""Verbs of no list right behind somebody's words, and narration between two speeches of a paragraph."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

SPOKEN = [
    ("en", "Neighbours met in Hull. “Enough is enough,” growled baker Tom Archer.", "Enough is enough,", "Tom Archer"),
    ("en", "The hall fell silent. “Enough,” Tom Archer growled. Then they left.", "Enough,", "Tom Archer"),
    ("de", "Alle trafen sich in Celle. „Es reicht“, knurrt Bäcker Jens Albers.", "Es reicht", "Jens Albers"),
    ("de", "Alle trafen sich in Celle. „Unfug“, mischt sich Petra Wolf ein.", "Unfug", "Petra Wolf"),
    ("sv", "De möttes i Falun. ”Nu får det räcka”, morrar bagaren Olle Sand.", "Nu får det räcka", "Olle Sand"),
    ("sv", "De möttes.\n\n– Nu får det räcka, morrar bagaren Olle Sand.", "Nu får det räcka", "Olle Sand"),
    ("nb", "De møttes i Hamar. «Sludder», snøfter Eva Lund.", "Sludder", "Eva Lund"),
    ("nn", "Dei møttest i Førde. «No får det vere nok», knurrar bakaren Ole Sand.", "No får det vere nok", "Ole Sand"),
    ("da", "De mødtes. »Vås,« skyder Eva Lund ind.", "Vås,", "Eva Lund"),
    ("fr", "Réunion à Tours. « Cela suffit », grogne le boulanger Jean Sablon.", "Cela suffit", "Jean Sablon"),
    ("ro", "S-au adunat la Buzău. „Prostii”, se răstește Eva Lungu.", "Prostii", "Eva Lungu"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "said", "name"), SPOKEN)
def test_any_verb_between_marked_words_and_a_name_tells_the_speaker(code: str, text: str, said: str, name: str) -> None:
    (quote,) = quotes_of(text, code)
    assert (quote.kind, quote.text) == ("direct", said)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.actor is not None) == (name, True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The song “Yesterday”, written by Tom Archer, was played."),
        ("de", "Der Film „Heimat“, gedreht von Jens Albers, läuft im Kino."),
        ("sv", "Boken ”Natten”, skriven av Eva Lund, kom 2019."),
        ("da", "Bogen »Natten«, skrevet af Eva Lund, kom i 2019."),
        ("fr", "Le film « Nuit », réalisé par Eva Lund, sort mardi."),
        ("ro", "Filmul „Noaptea”, regizat de Eva Lungu, apare marți."),
    ],
)
def test_what_somebody_made_is_not_what_he_said(code: str, text: str) -> None:
    spoken, name = next((said, name) for own, said, _, name in SPOKEN if own == code)
    assert [quote.speaker.name for quote in quotes_of(f"{text}\n\n{spoken}", code) if quote.speaker] == [name]


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        (
            "nb",
            "Baker Ole Sand kom først. – Vi må betale, sa Sand. Lærer Eva Lund lo. – Det blir dyrt, sa Lund.",
            ("Vi må betale", "Det blir dyrt"),
        ),
        (
            "nn",
            "Bakar Ole Sand kom fyrst. – Vi må betale, sa Sand. Lærar Eva Lund lo. – Det blir dyrt, sa Lund.",
            ("Vi må betale", "Det blir dyrt"),
        ),
        (
            "sv",
            "Bagaren Olle Sand kom först. – Vi måste betala, sa Sand. Läraren Eva Lund log. – Det blir dyrt, sa Lund.",
            ("Vi måste betala", "Det blir dyrt"),
        ),
        (
            "da",
            "Bager Ole Sand kom først. – Vi må betale, sagde Sand. Lærer Eva Lund lo. – Det bliver dyrt, sagde Lund.",
            ("Vi må betale", "Det bliver dyrt"),
        ),
        (
            "fr",
            "Jean Sablon est venu. – Il faut payer, a dit Sablon. Eva Lund a ri. – Ce sera cher, a dit Lund.",
            ("Il faut payer", "Ce sera cher"),
        ),
    ],
)  # fmt: skip
def test_what_is_told_between_two_dashes_is_nobody_s_speech(code: str, text: str, said: tuple[str, ...]) -> None:
    assert tuple(quote.text for quote in quotes_of(text, code) if quote.kind == "direct") == said
