"""What roles are learnt from; passages here are made up."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from analysis.reader import identity
from analysis.resources import languages
from analysis.roles import PARTS
from analysis.roles.model import MODEL
from analysis.training.roles.passages import DATA, marked, passages

READ = [passage for path in sorted(DATA.glob("*.txt")) for passage in passages(path)]


def test_marks_stand_where_the_words_are() -> None:
    text, (one, other) = marked("So [v* Tom Hill] hit [s Ann Dale].")
    assert text == "So Tom Hill hit Ann Dale."
    assert (text[one.start : one.end], one.part, one.said) == ("Tom Hill", "villain", True)
    assert (text[other.start : other.end], other.part, other.said) == ("Ann Dale", "victim", False)


def test_each_line_under_each_is_a_situation_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("# each\nen: [n A] came.\nde: [n B] kam.\n\n# r1 two\nen: [n C] left.\nde: [n C] ging.\n", "utf-8")
    assert [one.situation for one in passages(path)] == ["x-1", "x-2", "r1", "r1"]


def test_every_passage_has_marks_and_no_brackets_are_left() -> None:
    assert len(READ) > 1000
    assert not [one.text for one in READ if not one.marks or "[" in one.text or "]" in one.text]
    words = [one.text[mark.start : mark.end] for one in READ for mark in one.marks]
    assert [word for word in words if word != word.strip()] == []


def test_every_language_has_every_part() -> None:
    for code in languages():
        parts = [mark.part for one in READ if one.language == code for mark in one.marks]
        assert min(parts.count(part) for part in PARTS) >= 30


def test_translations_of_a_situation_have_the_same_marks() -> None:
    told: dict[str, dict[str, list[tuple[str, bool]]]] = {}
    for one in READ:
        by_code = told.setdefault(one.situation, {})
        by_code.setdefault(one.language, []).extend(sorted((mark.part, mark.said) for mark in one.marks))
    eight = [by_code for by_code in told.values() if len(by_code) > 1]
    assert len(eight) > 80
    assert all(set(by_code) == set(languages()) for by_code in eight)
    same = [all(marks == by_code["en"] for marks in by_code.values()) for by_code in eight]
    assert np.mean(same) > 0.9


def test_the_head_was_fitted_to_the_shipped_reader() -> None:
    """After a change of the reader or of the passages, run ``python -m analysis.training.roles`` again."""
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    assert card["reader"] == identity()
    assert card["left_out"]["rows"] == sum(len(one.marks) for one in READ)
