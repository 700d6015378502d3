# ruff: noqa: E501
"""Whom *he* and *she* mean where several may be meant, and what is told beside dashes."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of


def _speakers(text: str, language: str) -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in quotes_of(text, language)]


ANSWERS = {
    "en": "Director Joan Wells met governor Graham Pryce in York. “The money is gone,” she told him. “Then we close,” he replied.",
    "sv": "Rektor Anna Ek mötte ordförande Paul Gran i Lund. ”Pengarna är slut”, sade hon till honom. ”Då stänger vi”, svarade han.",
    "nb": "Rektor Anna Ek møtte styreleder Paul Gran i Lom. «Pengene er borte», sa hun til ham. «Da stenger vi», svarte han.",
    "nn": "Rektor Anna Ek møtte styreleiar Paul Gran i Lom. «Pengane er borte», sa ho til han. «Då stengjer vi», svara han.",
    "da": "Rektor Anna Ek mødte formand Paul Gran i Odder. »Pengene er væk,« sagde hun til ham. »Så lukker vi,« svarede han.",
    "de": "Direktorin Anna Weiss traf Vorstand Paul Grau in Kiel. „Das Geld ist weg“, sagte sie ihm. „Dann schließen wir“, antwortete er.",
    "fr": "Le gardien Yves Morin et la guide Sandrine Aubin travaillent à Pau. « C’est fini », confie-t-elle. « On le savait », s’indigne-t-il.",
    "ro": "Directoarea Ana Pop l-a întâlnit pe primarul Paul Stan la Cluj. „Banii s-au terminat”, i-a spus ea. „Atunci închidem”, a răspuns el.",
}


@pytest.mark.parametrize("code", sorted(ANSWERS))
def test_whom_she_meant_he_does_not_mean(code: str) -> None:
    woman, man = _speakers(ANSWERS[code], code)
    assert woman and man and woman != man


MEANT = (
    (
        "en",
        "Mr. Lowe went on. “We know this,” Mr. Lowe said.\n\nThis left Mr. Carl Hart cold. “If you wait,” he said.",
        "Carl Hart",
    ),
    (
        "en",
        "Carl Lowe met Mark Hart before the vote. He recalled that the years with Hart had been short.",
        "Carl Lowe",
    ),
    ("sv", "Karl Lund träffade Mats Hård före mötet. Han mindes att åren med Hård hade varit korta.", "Karl Lund"),
    ("nb", "Karl Lund traff Mats Hård før møtet. Han mintes at årene med Hård hadde vært korte.", "Karl Lund"),
    (
        "de",
        "Karl Lund traf Max Hart vor der Sitzung. Er sagte, dass die Jahre mit Hart kurz gewesen seien.",
        "Karl Lund",
    ),
    (
        "fr",
        "Charles Morin a croisé Marc Hardy avant la séance. Il a rappelé que les années avec Hardy avaient été courtes.",
        "Charles Morin",
    ),
)


@pytest.mark.parametrize(("code", "text", "speaker"), MEANT)
def test_a_pronoun_means_nobody_whom_its_clause_names_behind_it(code: str, text: str, speaker: str) -> None:
    assert _speakers(text, code)[-1] == speaker


TOLD = (
    ("nb", "– Det skal rekke til april, sa bonden Nils Bøe. Han hadde kjørt hele natten. Sauene ventet."),
    ("sv", "Det var tidigt. – Det ska räcka till april, sade bonden Nils Bo. Fåren väntade vid vägen."),
    ("da", "– Det skal række til april, sagde bonden Niels Bo. Han havde kørt hele natten."),
    ("fr", "– Cela doit suffire jusqu’en avril, a dit le fermier Luc Morin. Il avait roulé toute la nuit."),
    ("nn", "Det var tidleg. – Det skal rekke til april, sa bonden Nils Bøe. Sauene venta ved vegen."),
)


@pytest.mark.parametrize(("code", "text"), TOLD)
def test_what_the_outlet_tells_behind_a_speech_is_none(code: str, text: str) -> None:
    assert len(_speakers(text, code)) == 1


def test_speech_goes_on_with_we_behind_its_attribution() -> None:
    text = "Det var tidigt. – Det ska räcka, sade bonden Nils Bo. Vi har inget mer foder hemma."
    assert _speakers(text, "sv") == ["Nils Bo", "Nils Bo"]


CLITICS = (
    ("ro", "„Hai acasă”, o întrerupe Maria Pop.", "Maria Pop"),
    ("ro", "„Gata”, îl oprește Ion Radu.", "Ion Radu"),
    ("fr", "« Assez », l’interrompt Marie Roy.", "Marie Roy"),
)


@pytest.mark.parametrize(("code", "text", "speaker"), CLITICS)
def test_a_verb_of_no_list_may_have_a_pronoun_before_it(code: str, text: str, speaker: str) -> None:
    assert _speakers(text, code) == [speaker]


def test_a_relative_pronoun_is_for_its_noun() -> None:
    assert _speakers("The vote enraged fishermen, who accused the mayor of betrayal.", "en") == ["fishermen"]
    described = "The plan was shown by Rolf Stein, the head of the school, who said that the hall was old."
    assert _speakers(described, "en") == ["Rolf Stein"]


def test_the_bodys_name_goes_on_in_small_letters() -> None:
    assert _speakers("Ifølge Statistisk sentralbyrå bor det flere her.", "nb") == ["Statistisk sentralbyrå"]
