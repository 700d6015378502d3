"""One story with the forms that languages build differently: who speaks, and how often, is the same in all eight.

The article is written for this test: names behind titles, relative clauses, verbs joined to an attribution, a body and
its letters, somebody's lawyer, words in marks within a report.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.resources import languages
from analysis.types import Analysis, ArticleInput

STORY: dict[str, str] = json.loads((Path(__file__).parent / "data/parity/ferry.json").read_text(encoding="utf-8"))
SPEAKERS = ["Maria Winter"] * 3 + ["Karin Falk"] * 3 + ["Peter Lang"] * 2
FEWEST, MOST = 13, 14
"""Statements: to threaten to strike is one in some languages only."""


@cache
def view(code: str) -> Analysis:
    return analyse(ArticleInput("demo", text=STORY[code], clean=False), load_encoder()).analysis


@pytest.mark.parametrize("code", languages())
def test_the_same_people_say_as_much_in_the_same_order(code: str) -> None:
    people = {actor.id: actor.name for actor in view(code).actors if actor.type == "person"}
    told = [people.get(quote.speaker.actor or "") for quote in view(code).quotes if quote.speaker]
    assert [name for name in told if name] == SPEAKERS


@pytest.mark.parametrize("code", languages())
def test_the_statements_are_as_many(code: str) -> None:
    assert FEWEST <= len(view(code).quotes) <= MOST


@pytest.mark.parametrize("code", languages())
def test_nobody_but_the_people_of_the_story_is_a_person(code: str) -> None:
    people = {actor.name for actor in view(code).actors if actor.type == "person"}
    assert people == {"Erik Strand", "Maria Winter", "Karin Falk", "Peter Lang"}
