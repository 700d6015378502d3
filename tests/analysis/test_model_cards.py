"""Every shipped model has a card of one form, which lists the files that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import DataError
from analysis.resources import MODELS
from analysis.training.cards import CARD, HEADINGS, dated, headings, models

each_model = pytest.mark.parametrize("model", models(), ids=lambda model: model.name)


def test_all_models_are_in_folders_of_their_own() -> None:
    assert models()
    assert sorted(path.name for path in MODELS.iterdir()) == sorted(model.name for model in models())


@each_model
def test_a_card_has_the_headings_and_something_under_each(model: Path) -> None:
    card = (model / CARD).read_text(encoding="utf-8")
    assert headings(card) == HEADINGS
    assert card.startswith("# ")
    parts = [part.partition("\n")[2].strip() for part in card.split("\n## ")[1:]]
    assert all(parts)
    assert "`analysis/training/sources.toml`" in parts[HEADINGS.index("Data and licences")]
    assert f"make train MODEL={model.name}" in parts[HEADINGS.index("How it was made")]


@each_model
def test_a_card_lists_the_files_that_ship(model: Path) -> None:
    card = (model / CARD).read_text(encoding="utf-8")
    assert dated(card, model) == card, "run python -m analysis.training.cards"


def test_a_card_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no table of files"):
        dated("# A model\n", tmp_path)
