"""Opinion pieces: told by how they are marked, in every language, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison.findings.genre import marked_as_opinion
from analysis.comparison.members import Member
from analysis.resources import languages, rows
from tests.analysis.stories import Told, told


def member(code: str, headline: str, url: str | None = None) -> Member:
    item = told(Told("alpha", [headline, "The bridge is closed."], language=code))
    article = replace(item.analysis.article, headline=headline, url=url)
    return Member("article-1", "alpha", replace(item.analysis, article=article))


@pytest.mark.parametrize("code", languages())
def test_every_word_marks_opinion_in_its_place(code: str) -> None:
    for word, place in rows(code, "opinion_words"):
        address = member(code, "Xyzzy", f"https://news.example/{word}/xyzzy-plugh")
        assert marked_as_opinion(address) == (place in ("section", "both")), word
        labelled = member(code, f"{word.capitalize()}: Xyzzy plugh")
        assert marked_as_opinion(labelled) == (place in ("label", "both")), word


@pytest.mark.parametrize("code", languages())
def test_a_word_elsewhere_marks_nothing(code: str) -> None:
    word = rows(code, "opinion_words")[0][0]
    assert not marked_as_opinion(member(code, f"Xyzzy {word} plugh", f"https://news.example/xyzzy/{word}"))
    assert not marked_as_opinion(member(code, "Xyzzy: plugh", f"https://{word}.example/xyzzy/{word}-plugh/1"))
