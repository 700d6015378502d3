"""Where statements begin and end, and who makes them, in what the pages of strangers showed."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

SPANS = [
    (
        "en",
        "The mayor rejects any figures that suggest a loss even as he cites them at length.",
        "any figures that suggest a loss",
    ),
    (
        "en",
        "Holm called the plan “the greatest trick of all” and cut the money for the port.",
        "the plan “the greatest trick of all”",
    ),
    ("en", "He pointed to outside allies that will help the town.", "outside allies that will help the town"),
    (
        "de",
        "Karl Brandt mahnt eine breite Debatte an, allen voran im eigenen Verein.",
        "eine breite Debatte an, allen voran im eigenen Verein",
    ),
    (
        "de",
        "Auch, wenn Frauen davon erzählen, wie wohl sie sich fühlen, ist es eine Rolle.",
        "wie wohl sie sich fühlen",
    ),
    (
        "de",
        'Nun ging der Trainer, der Leiter hilft - und hat "noch viel zu lernen", wie Karl Brandt zugab.',
        'hat "noch viel zu lernen"',
    ),
    (
        "ro",
        "Potrivit Agenției pentru Ape și Lacuri (AAL), pe mal au venit trei mașini.",
        "pe mal au venit trei mașini",
    ),
    ("sv", "På frågan om båten svarade vd:n att den tillhör hamnen.", "att den tillhör hamnen"),
]
SPEAKERS = [
    ("en", "“It was fine,” Travis Holm, a 32-year-old member of the club said of the plan.", "Travis Holm"),
    ("en", "“I like to see it from the front,” Anna Holm shared.", "Anna Holm"),
    (
        "en",
        "Prices rose to ten pounds on Saturday after authorities announced they had closed the port.",
        "authorities",
    ),
    (
        "en",
        "In winter the town will have greater influence over the port, but slowly, says Yaro. “They cannot wait.”",
        "Yaro",
    ),
    (
        "de",
        "„Es gibt Mängel“, erklärte der für die Aufsicht zuständige Vizechef Karl Brandt in einem Brief.",
        "Karl Brandt",
    ),
    ("de", "Die Hälfte wurde nach EON-Angaben von Menschen gekauft, die neu sind.", "EON-Angaben"),
    ("de", "„Wir sind da“, sagt Anna Brandt. Und: „Diese Auftritte gefallen vor allem jungen Männern.“", "Anna Brandt"),
    (
        "de",
        "Die Eltern bekamen einen Brief, in dem es hieß: „Die Schule bleibt bis auf Weiteres geschlossen.“",
        "einen Brief",
    ),
    (
        "de",
        "So beschreibt es Karl Brandt, ein Autor. Er beobachte, dass „sich die Gruppen zunehmend vermischen“.",
        "Karl Brandt",
    ),
    ("da", "Embedsmænd kom i januar. To måneder senere sagde ministeren på et møde, at planen holdt.", "ministeren"),
    ("da", "– Vi overlever, men det var hårdt. Nu håber vi, at eleverne kommer, siger formanden.", "formanden"),
    ("da", "– Vi fører, og så holder vi op. Det er vores egen skyld, lød det fra Karen Solgaard.", "Karen Solgaard"),
    ("nn", "– Nei, eg skal ikkje påstå at eg er geni, flirer byvågtrenaren.", "byvågtrenaren"),
    ("nb", "Familien ønsker ro, skriver bistandsadvokat Ida van der Holt i en e-post.", "Ida van der Holt"),
    ("sv", "”Det är ett beslut som vi har väntat på”, skriver vd:n Fredrik Lindahl.", "Fredrik Lindahl"),
    ("fr", "L’audience est reportée. D’ici là, prévient la police, « aucun camion ne sortira ».", "la police"),
    (
        "fr",
        "Dans un communiqué, la magistrate indique que « les causes restent à déterminer » et que l’enquête avance.",
        "la magistrate",
    ),
]


@pytest.mark.parametrize(("code", "text", "statement"), SPANS)
def test_the_statement_is(code: str, text: str, statement: str) -> None:
    assert statement in [quote.text for quote in quotes_of(text, code)]


@pytest.mark.parametrize(("code", "text", "speaker"), SPEAKERS)
def test_who_speaks_is(code: str, text: str, speaker: str) -> None:
    found = quotes_of(text, code)
    assert found
    assert {quote.speaker.name if quote.speaker else None for quote in found} == {speaker}


def test_another_speaker_in_the_sentence_has_a_statement_of_her_own() -> None:
    text = (
        "Experts suggested that the wind spread the fire, but the mayor, Ana María Costa, said the cause was not clear."
    )
    assert [(quote.speaker.name, quote.text) for quote in quotes_of(text, "en") if quote.speaker] == [
        ("Experts", "that the wind spread the fire"),
        ("Ana María Costa", "the cause was not clear"),
    ]


@pytest.mark.parametrize(
    ("code", "heading", "below", "speaker"),
    [
        (
            "de",
            '"Land hat den Bericht versäumt"',
            "Das Land habe den Bericht versäumt, sagt Anna Brandt.",
            "Anna Brandt",
        ),
        ("de", '"Die Straße ist zu laut"', "Das Land habe den Bericht versäumt, sagt Anna Brandt.", None),
        ("sv", "”Bron är alldeles för gammal”", "Bron är alldeles för gammal, säger Anna Lind.", "Anna Lind"),
    ],
)
def test_a_heading_in_marks_is_whoever_says_the_same_below(
    code: str, heading: str, below: str, speaker: str | None
) -> None:
    first = {"de": "Der Plan sei gut, sagt Jens Albers.", "sv": "Planen är bra, säger Jens Berg."}[code]
    sub = {"de": "Einsatz mit Masken", "sv": "Insats med mask"}[code]
    found = [quote for quote in quotes_of(f"{first}\n\n{heading}\n\n{sub}\n\n{below}", code) if quote.kind == "direct"]
    assert [quote.speaker.name if quote.speaker else None for quote in found] == [speaker]


def test_a_quotation_goes_on_in_a_paragraph_that_only_closes_it() -> None:
    text = "„Suntem obosiți cu toții, știu asta.\n\nNu comentez nimic. Am o barcă”, a glumit Ion Codreanu."
    found = quotes_of(text, "ro")
    assert [quote.text for quote in found] == ["Suntem obosiți cu toții, știu asta.", "Nu comentez nimic. Am o barcă"]
    assert {quote.speaker.name for quote in found if quote.speaker} == {"Ion Codreanu"}
