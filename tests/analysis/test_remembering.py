"""What is kept between calls is bounded, whatever the texts and languages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from analysis.actors.gazetteer import gazetteer
from analysis.readability import _hyphenation, count_syllables
from analysis.sentiment.aggregation import DRAWS_KEPT, _draws
from analysis.text import MAX_REMEMBERED, remembered

SENTENCES = Path(__file__).parent / "data" / "parallel" / "sentences.jsonl"


def test_only_the_last_results_of_short_words_are_kept() -> None:
    asked: list[str] = []

    @remembered(2)
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    long = "a" * (MAX_REMEMBERED + 1)
    assert [length(word) for word in ("a", "bb", "a", long, long, "ccc", "bb")] == [1, 2, 1, 49, 49, 3, 2]
    assert asked == ["a", "bb", long, long, "ccc", "bb"]


def test_languages_without_lists_share_one_table_of_names() -> None:
    assert gazetteer("xx") is gazetteer("fi")
    assert gazetteer("sv") is not gazetteer("fi")


@pytest.mark.parametrize("code", ["de", "fr"])
def test_syllables_are_textstat_s(code: str) -> None:
    from textstat.backend.counts import count_syllables as textstat_syllables

    text = " ".join(row for line in SENTENCES.read_text("utf-8").splitlines() for row in json.loads(line).values())
    words = {*re.findall(r"[^\W_][\w'’-]*", text.casefold()), "d'tritt", "été's", "x-'ve", "aujourd'hui"}
    assert len(words) > 2000
    assert not [word for word in words if max(1, textstat_syllables(word, code)) != count_syllables(word, code)]


def test_hyphenation_keeps_no_words() -> None:
    count_syllables("donaudampfschiff", "de")
    assert not _hyphenation("de").hd.cache


@pytest.mark.parametrize("n", [2, DRAWS_KEPT, DRAWS_KEPT + 1, 400])
def test_kept_draws_are_those_drawn_anew(n: int) -> None:
    assert (_draws(n).sum(axis=1) == n).all()
    assert np.array_equal(_draws(n), _draws(n))


def test_the_reader_starts_no_thread() -> None:
    tasks = Path("/proc/self/task")
    if not tasks.exists():
        pytest.skip("this system does not list threads")
    program = (
        "import os, analysis.reader as r; from analysis.types import Sentence\n"
        "before = len(os.listdir('/proc/self/task'))\n"
        "r.load_reader().read('Rain fell.', [Sentence(0, 0, 10, 'body')], [])\n"
        "print(len(os.listdir('/proc/self/task')) - before)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "0\n"
