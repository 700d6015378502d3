"""What an answer was: *the reply from the council was that …*, by whom it comes from, in all eight languages."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from tests.analysis.attribution import document_of

ANSWERED = [
    ("en", "The reply from the council was |that the bridge is safe|.", "the council"),
    ("en", "The council's answer has always been |that the bridge is safe|.", "The council"),
    ("en", "The response from Mona Harlow was |that nobody had asked her|.", "Mona Harlow"),
    ("sv", "Svaret från kommunen var |att bron är säker|.", "kommunen"),
    ("sv", "Mona Kroks svar är |att ingen har frågat henne|.", "Mona Krok"),
    ("nb", "Svaret fra kommunen var |at broen er trygg og at kritikerne tar feil|.", "kommunen"),
    ("nb", "Mona Aas' svar er |at ingen har spurt henne|.", "Mona Aas"),
    ("nn", "Svaret frå kommunen var |at brua er trygg|.", "kommunen"),
    ("da", "Svaret fra kommunen var, |at broen er sikker, og at kritikerne tager fejl|.", "kommunen"),
    ("de", "Die Antwort aus dem Rathaus war, |dass die Brücke sicher ist|.", "dem Rathaus"),
    ("de", "Die Antwort von Mona Krug war, |niemand habe sie gefragt|.", "Mona Krug"),
    ("fr", "La réponse de la mairie a été |que le pont est sûr|.", "la mairie"),
    ("fr", "La réponse de Mona Serre est |que personne ne l’a consultée|.", "Mona Serre"),
    ("ro", "Răspunsul primăriei a fost |că podul este sigur|.", "primăriei"),
    ("ro", "Răspunsul companiei este |că nimeni nu a întrebat|.", "companiei"),
]


@pytest.mark.parametrize(("code", "marked", "speaker"), ANSWERED)
def test_an_answer_says_what_it_was(code: str, marked: str, speaker: str) -> None:
    document = document_of(marked.replace("|", ""), code)
    quotes = find_quotes(document, find_actors(document))
    assert [(q.text, q.speaker.name if q.speaker else None) for q in quotes] == [(marked.split("|")[1], speaker)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The answer to the riddle was that nobody knew the way."),
        ("en", "The result of the vote was that the bridge stays."),
        ("en", "The response to the flood was slow, and that cost lives."),
        ("sv", "Svaret på gåtan var att ingen visste vägen."),
        ("nb", "Svaret på gåten var at ingen visste veien."),
        ("nn", "Svaret på gåta var at ingen visste vegen."),
        ("da", "Svaret på gåden var, at ingen kendte vejen."),
        ("de", "Die Antwort auf das Rätsel war, dass niemand den Weg kannte."),
        ("fr", "La réponse à l’énigme est que personne ne connaît le chemin."),
        ("ro", "Răspunsul la ghicitoare a fost că nimeni nu știa drumul."),
        ("sv", "Svaret från kommunen kom i maj."),
        ("en", "The reply from the council came in May."),
    ],
)
def test_what_nobody_answered_is_no_statement(code: str, text: str) -> None:
    document = document_of(text, code)
    assert find_quotes(document, find_actors(document)) == ()
