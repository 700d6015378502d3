# ruff: noqa: E501
"""What only says when, where or how beside a word of saying is no statement, and what looks like a word of saying is none."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

Found = tuple[str, str | None]


def _told(text: str, language: str) -> list[Found]:
    return [(quote.text, quote.speaker.name if quote.speaker else None) for quote in quotes_of(text, language)]


NO_STATEMENT = (
    "Earlier this year, Odell railed against the tunnel in an angry outburst.",
    "When Mr. Pryce went after the remark about the “few percent,” Mr. Lowe reminded the hall of his own slips.",
    "Senators accused of pleasing the harbour lobby lost their seats.",
    "No film was ever shot depicting a landslide.",
    "Two weeks ago, the office handed over the Marlow emails to the ferry panel, which meets in May.",
    "The order regarding seals was printed by a club.",
    "The report was one of several related to the Marlow attacks, the first of their kind.",
    "Gulls are classed as threatened in the old act.",
    "Most of the sailors hail from villages that have no road.",
    "The panel, which did not find that the pier had moved, met in May.",
    "But Mr. Odell showed no sign of doubt on Friday.",
    "The mechanic maintains the old tram.",
)


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_english_clauses_that_report_nothing(text: str) -> None:
    assert _told(text, "en") == []


SPEAKERS = (
    ("Reading from a card signed by every member, Mr. Odell added, “This pier is ours.”", "Odell"),
    (
        "Ina Pryce, in her first talk since the storm, told Coast News on Monday she thinks the pier can stand.",
        "Ina Pryce",
    ),
    (
        "All nine village members of the Pier Trade Committee are calling on the mayor to resign.",
        "All nine village members of the Pier Trade Committee",
    ),
    (
        "“They slept,” said Councillor Ida Voss, among the best-known harbour advocates for gulls, adding that nests were lost.",
        "Ida Voss",
    ),
    (
        "A clerk called the mayor to warn her, and W. Ivan Pryce mailed her a card, saying the pier would fall.",
        "W. Ivan Pryce",
    ),
    ("The weekly published a story last week claiming that the pier had moved.", "The weekly"),
    ("The pier is closed, says one senator, unnamed. Senator Ida Voss left.", "one senator"),
    ("“The pier stands,” the letter reads.", "the letter"),
    ("The panel’s chair, Senator Ida Voss of North Marlow, said the pier would open.", "Ida Voss"),
    ("Some members who pushed the plan through the house are calling for one more vote.", "Some members"),
)


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_english_speakers_behind_what_stands_between(text: str, speaker: str) -> None:
    found = _told(text, "en")
    names = [name for _, name in found]
    assert names
    assert names[-1] == speaker


OTHER_VERBS = {
    "nb": "Skipet la til kai i Moss. Ola Vik meldte seg inn i laget.",
    "nn": "Ferja la til kai i Moss like etter sju. Ola Vik melde seg inn i laget.",
    "da": "Færgen lagde til kaj i Rønne. Ole Vig meldte sig ind i foreningen.",
    "sv": "Färjan lade till kaj i Visby. Olle Vik anmälde sig till kursen.",
    "de": "Der Hafenmeister Olaf Vick meldete sich am Montag im Verein.",
}


@pytest.mark.parametrize("code", sorted(OTHER_VERBS))
def test_a_verb_of_saying_with_another_word_may_say_nothing(code: str) -> None:
    assert _told(OTHER_VERBS[code], code) == []


ABSTRACT = {
    "en": "Hope says that it will end well. One thing is certain: the pier stays.",
    "sv": "Hoppet säger att det går bra. En sak är säker: bryggan blir kvar.",
    "nb": "Håpet sier at det går bra. Én ting er sikkert: brygga blir.",
    "nn": "Trua på framtida seier at det vil snu. Ein ting er sikkert: brygga blir.",
    "da": "Håbet siger, at det går godt. Én ting er sikkert: broen bliver.",
    "de": "Die Angst sagt vielen, dass es zu spät ist.",
    "fr": "Une chose est sûre : le quai reste. L’espoir dit que tout ira bien.",
    "ro": "Un lucru e sigur: cheiul rămâne. Speranța spune că va fi bine.",
}


@pytest.mark.parametrize("code", sorted(ABSTRACT))
def test_what_is_felt_or_sure_says_nothing(code: str) -> None:
    assert _told(ABSTRACT[code], code) == []


def test_what_varies_is_no_source() -> None:
    assert _told("Selon l’heure, le quai ferme ou reste ouvert.", "fr") == []
    assert _told("Selon la mairie, le quai ferme.", "fr") == [("le quai ferme", "la mairie")]


KNOWN = {
    "da": "Enhver ved, hvor svært det er at bygge her.",
    "sv": "Alla vet hur tungt byggandet blir här.",
    "de": "Jeder weiß, wie schwer es ist, hier zu bauen.",
    "en": "Everyone knows how hard it is to build here.",
    "fr": "Chacun sait combien il est dur de bâtir ici.",
}


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_what_somebody_knows_of_a_question_is_no_statement(code: str) -> None:
    assert _told(KNOWN[code], code) == []


OWNED = (
    ("sv", "Enligt Kustverkets rapport saknas 40 arter.", "Kustverkets rapport"),
    ("sv", "Enligt Kustverkets nya rapport försvinner arterna.", "Kustverkets nya rapport"),
    ("nb", "Ifølge Kystverkets rapport mangler 40 arter.", "Kystverkets rapport"),
    ("da", "Ifølge Kystværkets rapport mangler 40 arter.", "Kystværkets rapport"),
    ("nb", "Kommunens svar er at skolen skal bestå.", "Kommunen"),
    ("sv", "Kommunens svar är att skolan ska vara kvar.", "Kommunen"),
)


@pytest.mark.parametrize(("code", "text", "source"), OWNED)
def test_an_owner_and_its_noun_are_told_apart_from_the_verb(code: str, text: str, source: str) -> None:
    assert [name for _, name in _told(text, code)] == [source]
