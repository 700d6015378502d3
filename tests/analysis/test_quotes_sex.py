"""Whom *he* and *she* mean after a man and a woman, in several languages."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
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
