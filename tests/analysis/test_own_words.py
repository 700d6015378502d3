"""Loaded words of an outlet: which are said of an actor, and which are somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison.members import members_of
from analysis.comparison.own_words import worded_apart
from analysis.types import ActorSentiment, Analysed, LoadedTerm, Score
from tests.analysis.framing_texts import document, frame
from tests.analysis.stories import Told, told

BERG = "person:anna-berg"
PLAIN = "Anna Berg met the council on Monday."


def article(name: str, text: str, loaded: tuple[tuple[str, int], ...], tone: float) -> Analysed:
    item = told(Told(name, [text], people={"Anna Berg": BERG}))
    score = Score(tone, None, 4, (tone - 0.2, tone + 0.2), ())
    whole = item.analysis.article.text
    terms = tuple(
        LoadedTerm(whole.index(word), whole.index(word) + len(word), word, "outlet", "judging", intensity)
        for word, intensity in loaded
    )
    actors = tuple(
        replace(one, sentiment=ActorSentiment(score, score, score)) if one.id == BERG else one
        for one in item.analysis.actors
    )
    framing = replace(item.analysis.framing, loaded_language=terms)
    return replace(item, analysis=replace(item.analysis, actors=actors, framing=framing))


@pytest.mark.parametrize(
    ("text", "loaded", "apart"),
    [
        ("The stubborn Anna Berg met the council.", (("stubborn", 1),), True),
        ("Anna Berg stirred up a new quarrel.", (("stirred", 1), ("quarrel", 1)), False),
        ("Anna Berg has opened a scandalous chapter.", (("scandalous", 2),), False),
        ("Anna Berg raged at the council.", (("raged", 2),), True),
        ("The disgraced head of the school, Anna Berg, spoke.", (("disgraced", 2),), True),
    ],
)
def test_words_that_describe_the_actor_part_two_articles(
    text: str, loaded: tuple[tuple[str, int], ...], apart: bool
) -> None:
    lower, higher = members_of([article("alpha", text, loaded, -0.5), article("beta", PLAIN, (), 0.1)])
    assert worded_apart(BERG, lower, higher) is apart


CALLED = {
    "en": "Neighbours stayed at home, calling it a disgrace to the town.",
    "de": "Die Nachbarn nannten es eine Schande für die Stadt.",
    "sv": "Grannarna kallade det en skandal för staden.",
    "nb": "Naboene kalte det en skandale for byen.",
    "da": "Naboerne kaldte det en skandale for byen.",
    "fr": "Les voisins ont qualifié cela de scandale pour la ville.",
    "ro": "Vecinii au numit asta un scandal pentru oraș.",
}


@pytest.mark.parametrize("code", CALLED)
def test_what_somebody_calls_something_is_not_the_outlets_word(code: str) -> None:
    found = frame(document(CALLED[code], code), (), ()).loaded_language
    assert found
    assert {term.voice for term in found} == {"quoted"}
