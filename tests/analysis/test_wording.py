"""The writer's own attitude: loaded words in eight languages, and what is told drily."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.actors import find_actors
from analysis.errors import DataError
from analysis.reader import Wording, identity
from analysis.resources import languages
from analysis.sentiment.asks import Ask
from analysis.sentiment.wording import LOADED_FROM, Layer, features, load_layer, pooled, share_loaded
from analysis.training import wording as training
from analysis.training.reader.corpus import DATA
from analysis.training.reader.lines import read_lines
from tests.analysis.tone_texts import document, shipped

MEASURING = Path(__file__).parents[1] / "evaluation" / "data" / "loaded_language.jsonl"
THIRD = 3
EVEN = np.ones(3) / 3


def attitude(row: dict[str, Any]) -> float:
    """The balance of the writer's attitude toward what a row marks."""
    own, place = document(row["text"], row["lang"]), (row["target"]["start"], row["target"]["end"])
    (tone,) = shipped(own, find_actors(own)).read(own, [Ask((0, len(row["text"])), (place,), writer=True)])
    return tone.balance


def words(strongest: float, width: int = 384) -> Wording:
    """Words of which the likeliest is loaded with this probability."""
    return Wording(np.ones(width, dtype=np.float32), np.zeros(width, dtype=np.float32), strongest, strongest)


@pytest.mark.parametrize("code", languages())
def test_wording_not_deeds_makes_the_writers_attitude(code: str) -> None:
    rows = [row for row in read_lines(MEASURING) if row["lang"] == code][::THIRD]
    told = {label: np.mean([attitude(row) for row in rows if row["attitude"] == label]) for label in training.TONES}
    assert told["negative"] < -0.15 and told["positive"] > 0.3
    assert abs(told["neutral"]) < 0.15


def test_without_a_loaded_word_the_writers_read_out_answers() -> None:
    writer, readers = np.array([0.1, 0.8, 0.1]), np.array([0.9, 0.05, 0.05])
    assert pooled(words(0.0), writer, readers, load_layer()).tolist() == writer.tolist()
    assert pooled(words(LOADED_FROM), writer, readers, load_layer())[0] > 0.45


def test_how_far_words_are_loaded_grows_with_the_likeliest() -> None:
    assert [share_loaded(words(one)) for one in (0.0, LOADED_FROM / 2, LOADED_FROM, 1.0)] == [0.0, 0.5, 1.0, 1.0]


def test_shares_sum_to_one() -> None:
    for strongest in (0.0, 0.1, 0.9):
        assert pooled(words(strongest), EVEN, EVEN, load_layer()).sum() == pytest.approx(1.0)


def test_the_layer_was_fitted_to_the_reader_that_ships() -> None:
    """After a change of the reader's weights, run ``make train MODEL=wording`` again."""
    assert load_layer().reader == identity()


def test_a_broken_layer_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text(json.dumps({"reader": "x"}), encoding="utf-8")
    with pytest.raises(DataError, match="layer of wording"):
        load_layer(tmp_path)


def test_features_are_as_wide_as_the_layer() -> None:
    assert features(words(0.5), EVEN, EVEN).shape == (load_layer().weight.shape[0],)


def rows() -> list[training.Row]:
    """Made passages in which the mean state of the target tells the class."""
    out = []
    for item in range(24):
        label = item % 3
        told = Wording(
            np.eye(384, dtype=np.float32)[label] * (1 + item / 50), np.zeros(384, dtype=np.float32), 0.9, 1.0
        )
        out.append(training.Row(training.NEW, item // 3, label, features(told, EVEN, EVEN), (told, EVEN, EVEN)))
    return out


def test_a_fit_learns_what_separates_the_classes() -> None:
    layer = training.fitted(rows())
    assert isinstance(layer, Layer)
    assert training.shares(layer, rows()).argmax(axis=1).tolist() == [row.label for row in rows()]


def test_what_is_left_out_is_read_by_a_layer_that_never_saw_it() -> None:
    mine, told = training.left_out(rows())
    found = training.figures(mine, told)
    assert len(mine) == len(told) == 24
    assert found["macro_f1"] == 1.0
    assert found["balance_negative"] < found["balance_neutral"] < found["balance_positive"]


def test_passages_are_spread_evenly_over_languages_and_classes() -> None:
    found = list(read_lines(DATA / "wording" / "w1.jsonl"))
    counts = {(row["lang"], row["label"]): 0 for row in found}
    for row in found:
        counts[row["lang"], row["label"]] += 1
        assert row["text"][row["target"]["start"] : row["target"]["end"]].strip()
    assert {label: {n for (_, own), n in counts.items() if own == label} for label in training.TONES} == {
        "negative": {16},
        "neutral": {24},
        "positive": {16},
    }
    assert len({row["text"] for row in found}) == len(found)
