"""How the tone model is made: the same network in both libraries, made sentences, words in other languages."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from analysis import resources
from analysis.encoders import load_encoder
from analysis.sentiment.network import Network
from analysis.training.tone.dictionary import translated
from analysis.training.tone.figures import abstention, calibration_error, softmax, temperature_for
from analysis.training.tone.fit import Example, Settings, fit, predict, without_target
from analysis.training.tone.rows import context_of
from analysis.training.tone.templates import made_rows

ROWS = made_rows(12, 3)


def examples() -> list[Example]:
    made = [(row, context_of(row)) for row in ROWS]
    return [Example(context, row.shares, 1.0, row.language == "en") for row, context in made if context is not None]


def small() -> Settings:
    return Settings(epochs=2, batch=16, width=16, hidden=8, extra_per_epoch=20, translated_share=0.0)


def test_numpy_reads_what_torch_fitted() -> None:
    rows = examples()
    net, vocabulary = fit(rows, rows[:30], {}, load_encoder(), small())
    network = Network(net.arrays(), 1.5)
    contexts = [row.context for row in rows]
    words = [network.project(load_encoder().encode([w or "" for w in c.words])) for c in contexts]
    for context, projected in zip(contexts, words, strict=True):
        projected[[word is None for word in context.words]] = 0.0
    wanted = softmax(predict(net, contexts, vocabulary) / 1.5)
    found = np.stack([reading.probabilities for reading in network.read(contexts, words)])
    assert np.abs(found - wanted).max() < 1e-5


def test_fitting_is_reproducible() -> None:
    rows = examples()
    one, other = (fit(rows, [], {}, load_encoder(), small())[0].arrays() for _ in range(2))
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_made_sentences_are_alike_in_every_language() -> None:
    counts = {code: sum(row.language == code for row in ROWS) for code in resources.languages()}
    assert min(counts.values()) >= 12
    for row in ROWS:
        assert sum(row.shares) == pytest.approx(1.0)
        assert row.text[slice(*row.target)][0].isupper() and row.target in row.names


def test_translation_leaves_names_marks_and_places_alone() -> None:
    row = next(row for row in ROWS if row.language == "en")
    context = context_of(row)
    assert context is not None
    words = sorted({word for word in context.words if word})
    other = translated(context, "sv", {"sv": {word: ["ord"] for word in words}}, random.Random(1))
    assert [word is None for word in other.words] == [word is None for word in context.words]
    assert np.array_equal(other.distances, context.distances) and "ord" in other.words


def test_without_a_target_nobody_is_one() -> None:
    context = context_of(ROWS[0])
    assert context is not None
    bare = without_target(context)
    assert not bare.target.any() and len(set(bare.distances.tolist())) == 1


def test_temperature_calibrates() -> None:
    rng = np.random.default_rng(4)
    logits = rng.normal(size=(4000, 3)).astype(np.float32)
    gold = np.array([rng.choice(3, p=row / row.sum()) for row in softmax(logits).astype(np.float64)])
    temperature = temperature_for(logits * 3.0, gold)
    assert temperature == pytest.approx(3.0, rel=0.15)
    calibrated = softmax(logits * 3.0 / temperature)
    assert calibration_error(calibrated, gold) < 0.05 < calibration_error(softmax(logits * 3.0), gold)
    answered = [share for _, share, _ in abstention(calibrated, gold)]
    assert answered[0] == 1.0 and answered == sorted(answered, reverse=True)


def test_forms_exist_for_every_language() -> None:
    folder = Path(__file__).parents[2] / "analysis" / "training" / "tone" / "forms"
    assert sorted(path.stem for path in folder.glob("*.txt")) == list(resources.languages())
