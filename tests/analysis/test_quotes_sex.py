"""Whom *he* and *she* mean after a man and a woman, in several languages."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.attribution.reading import WordSpan, read
from analysis.attribution.role_nouns import gender_of_role
from analysis.quotes import find_quotes
from analysis.resources import languages, rows
from tests.analysis.attribution import document_of

TEXTS = {
    "da": "Formand Erik Lund besøgte forfatteren Karen Holm i Ribe. »Huset er "
    "solgt,« sagde hun. »Det er en skam,« svarede han.",
    "de": "Trainer Erik Lund besuchte die Autorin Karin Holm in Jena. „Das Haus "
    "ist verkauft“, sagte sie. „Schade ist das“, "
    "antwortete er.",
    "en": "Coach Erik Lund visited the writer Karen Holm in Leeds. “The house is "
    "sold,” she said. “It is a pity,” he replied.",
    "fr": "L’entraîneur Marc Lund a vu l’autrice Karine Holm à Nice. « La maison "
    "est vendue », a-t-elle dit. « C’est dommage », "
    "a-t-il répondu.",
    "nb": "Leder Erik Lund besøkte forfatteren Karen Holm i Bodø. «Huset er solgt», sa hun. «Det er synd», svarte han.",
    "sv": "Tränaren Erik Lund besökte författaren Karin Holm i Umeå. ”Huset är "
    "sålt”, sade hon. ”Det är synd”, svarade han.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_pronoun_means_the_one_of_its_sex(code: str) -> None:
    document = document_of(TEXTS[code], code)
    quotes = find_quotes(document, find_actors(document))
    assert [q.speaker.name.split()[-1] for q in quotes if q.kind == "direct" and q.speaker] == ["Holm", "Lund"]


@pytest.mark.parametrize(("verb", "name"), [("sagte", "Holm"), ("erklärte", "Holm"), ("meinte", "Holm")])
def test_a_german_pronoun_with_a_singular_verb_means_a_woman(verb: str, name: str) -> None:
    text = f"Trainer Erik Lund lobte Autorin Karin Holm. „Das Haus ist verkauft“, {verb} sie."
    document = document_of(text, "de")
    (quote,) = find_quotes(document, find_actors(document))[-1:]
    assert quote.speaker is not None and quote.speaker.name.endswith(name)


UNNAMED = {
    "da": "Erik Lund kom til Ribe i mandags. »Huset er solgt,« sagde talskvinden. »Det er en skam,« sagde han.",
    "de": "Erik Lund kam am Montag nach Jena. „Das Haus ist verkauft“, sagte die Sprecherin. „Schade“, sagte er.",
    "en": "Erik Lund came to Leeds on Monday. “The house is sold,” the spokeswoman said. “It is a pity,” he said.",
    "fr": "Marc Lund est venu à Nice lundi. « La maison est vendue », a dit l’avocate. « C’est dommage », a-t-il dit.",
    "nb": "Erik Lund kom til Bodø på mandag. «Huset er solgt», sa talskvinnen. «Det er synd», sa han.",
    "sv": "Erik Lund kom till Umeå på måndagen. ”Huset är sålt”, sade talskvinnan. ”Det är synd”, sade han.",
}


@pytest.mark.parametrize("code", UNNAMED)
def test_a_pronoun_for_a_man_means_no_unnamed_woman(code: str) -> None:
    document = document_of(UNNAMED[code], code)
    speakers = [q.speaker for q in find_quotes(document, find_actors(document)) if q.kind == "direct"]
    assert [speaker is not None and speaker.name.endswith("Lund") for speaker in speakers] == [False, True]


def test_a_noun_for_a_woman_means_no_man_of_that_office() -> None:
    noun = "Aktivistin"
    document = document_of(
        f"{noun.removesuffix('in')} Erik Lund kam nach Jena. „Das Haus ist verkauft“, sagte die {noun}.", "de"
    )
    (quote,) = find_quotes(document, find_actors(document))
    assert quote.speaker is not None and quote.speaker.actor is None


@pytest.mark.parametrize(("noun", "gender"), [("Regierungssprecherin", "feminine"), ("Bauminister", "masculine")])
def test_a_compound_shows_the_gender_of_its_last_noun(noun: str, gender: str) -> None:
    reading = read(document_of(f"Die {noun}", "de"), ())
    assert gender_of_role(reading, WordSpan(0, 2)) == gender


@pytest.mark.parametrize("code", languages())
def test_every_gender_of_a_role_is_read(code: str) -> None:
    shown = [row for row in rows(code, "speaker_roles") if len(row) > 1]
    assert shown
    for noun, gender in shown:
        reading = read(document_of(noun, code), ())
        assert gender_of_role(reading, WordSpan(0, len(reading.words))) == gender, noun
