"""Who speaks where two could: beside an apposition, a reflexive, an outlet, or a second source."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

SPOKEN = [
    (
        "de",
        "Eva Holm (CDU) wies das zurück, die Sprecherin der Fraktion, Tilda Kranz (SPD), erklärte: „Das passt.“",
        "Tilda Kranz",
    ),
    (
        "de",
        "Das Haus, in dem sie gern gelebt haben, wie eine Dame vor dem Stück berichtet. „Dort war es schön.“",
        "eine Dame",
    ),
    ("de", "Der Plan ist alt, weil die Polizei ihn im Mai als „kleine mutige Probe“ bezeichnet hat.", "die Polizei"),
    ("de", "Otto Krall freut sich für den Kollegen, gibt aber auch zu: „Ich hätte gern gewonnen.“", "Otto Krall"),
    ("de", "Die Gemeinde wisse nichts davon, sagte Otto Krall: „Wir haben keine Mängel gesehen.“", "Otto Krall"),
    ("de", "„Ja, es gibt viele Fehler.“ Das musste Otto Krall zu Beginn der Debatte einräumen.", "Otto Krall"),
    (
        "nb",
        "I retten fortalte advokat Arne Holt at et brudd «utløste hans sinne», skriver Aftenposten.",
        "Arne Holt",
    ),
    ("fr", "« La forêt est un refuge », résume quant à elle Anne Brun, professeure de botanique.", "Anne Brun"),
    ("en", "Anna Moore read the report. Her verdict: “It is far too thin.”", "Anna Moore"),
    ("sv", "Anna Holm läste rapporten. Hennes slutsats: ”Den är alldeles för tunn.”", "Anna Holm"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), SPOKEN)
def test_the_one_who_speaks_is_named(code: str, text: str, speaker: str) -> None:
    document = document_of(text, code)
    direct = [quote for quote in find_quotes(document, find_actors(document)) if quote.kind == "direct"]
    assert [quote.speaker.name if quote.speaker else None for quote in direct] == [speaker]
