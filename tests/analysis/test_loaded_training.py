"""What annotated sentences and lists teach of loaded words; texts and marks here are made up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import load_encoder
from analysis.errors import DataError
from analysis.framing.lexicon import CATEGORIES, MODEL, categories
from analysis.training import loaded
from analysis.training.reader import annotations

ROW = re.compile(r"[0-9a-f]{12}\t[0-3]\t(?:-|\d+(?: \d+)*)")


def test_annotations_name_sentences_by_hash_and_hold_no_text() -> None:
    lines = annotations.PATH.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert len(rows) > 1500
    assert not [row for row in rows if not ROW.fullmatch(row)]
    assert rows == sorted({row[:12]: row for row in rows}.values())


def test_white_space_does_not_change_what_a_sentence_is_named_by() -> None:
    assert annotations.key("A  plain\nsentence. ") == annotations.key("A plain sentence.")
    assert annotations.key("A plain sentence.") != annotations.key("A plain sentence")


def test_the_categories_were_fitted_to_the_shipped_encoder_and_to_these_lists() -> None:
    """After a change of the encoder or of the lists, run ``python -m analysis.training.loaded`` again."""
    assert categories().encoder == load_encoder().identity
    card = json.loads((MODEL / "card.json").read_text(encoding="utf-8"))
    assert card["words"] == len(loaded.listed()[1])


def test_most_listed_words_are_put_in_their_category() -> None:
    codes, words, labels = loaded.listed()
    chosen = np.random.default_rng(0).choice(len(words), 300, replace=False)
    right = [categories().of(words[place]) == CATEGORIES[labels[place]] for place in chosen]
    assert np.mean(right) >= 0.55
    assert set(codes) == set(loaded.languages())


def test_a_fit_learns_what_separates_the_categories() -> None:
    vectors = np.repeat(np.eye(4, dtype=np.float32), 20, axis=0)
    labels = np.repeat(np.arange(4), 20)
    assert loaded.fitted(vectors, labels).score(vectors, labels) == 1.0


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="loaded language"):
        categories(tmp_path)
