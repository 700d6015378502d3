"""Who speaks, by construction: the same in every language."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.types import Quote
from tests.analysis.attribution import document_of
from tests.analysis.speaker_texts import CODES, GERUNDS, PASSIVE_WRITTEN, WHOSE, WRITTEN


def quotes_of(text: str, code: str) -> tuple[Quote, ...]:
    document = document_of(text, code)
    return find_quotes(document, find_actors(document))


def speaker_of_last(text: str, code: str) -> str | None:
    quotes = quotes_of(text, code)
    assert quotes, text
    speaker = quotes[-1].speaker
    if speaker is not None and speaker.start is not None and speaker.end is not None:
        assert text[speaker.start : speaker.end]
    return speaker.name if speaker is not None else None


@pytest.mark.parametrize("construction", WHOSE)
@pytest.mark.parametrize("code", CODES)
def test_each_construction_names_its_speaker(construction: str, code: str) -> None:
    text = WHOSE[construction][code]
    assert speaker_of_last(text, code) == ("Paul Meyer" if "Paul Meyer" in text else "Karin Dahl")


@pytest.mark.parametrize("code", CODES)
def test_what_a_statement_is_read_in_stands_for_its_speaker(code: str) -> None:
    text, name = WRITTEN[code]
    assert speaker_of_last(text, code) == name


@pytest.mark.parametrize("code", CODES)
def test_a_passive_statement_stands_in_its_document(code: str) -> None:
    name = speaker_of_last(PASSIVE_WRITTEN[code], code)
    assert name is not None and name.split()[-1] in ("rapporten", "raport", "report", "Bericht", "rapport")


@pytest.mark.parametrize("code", GERUNDS)
def test_the_main_clause_has_the_subject_of_a_gerund(code: str) -> None:
    assert speaker_of_last(GERUNDS[code], code) == "Karin Dahl"
