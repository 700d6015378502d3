"""How the tone model is made: the same network in both libraries, made sentences, words in other languages."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from analysis import resources
from analysis.encoders import load_encoder
from analysis.sentiment.network import Network
from analysis.training.tone.__main__ import _beside, members, write
from analysis.training.tone.carry import carry
from analysis.training.tone.dictionary import translated
from analysis.training.tone.figures import abstention, calibration_error, softmax, temperature_for
from analysis.training.tone.fit import Example, Settings, drawn, fit, predict, without_target
from analysis.training.tone.rows import context_of
from analysis.training.tone.templates import made_rows
from analysis.training.tone.torchnet import Shape
from analysis.types import Vectors

torch.set_num_threads(1)  # beside other test workers, more threads only wait for one another
ROWS = made_rows(12, 3)


def examples() -> list[Example]:
    made = [(row, context_of(row)) for row in ROWS]
    return [Example(context, row.shares, 1.0, row.language == "en") for row, context in made if context is not None]


def small() -> Settings:
    return Settings(epochs=2, batch=16, shape=Shape(16, 8, 8, 4), extra_per_epoch=20, translated_share=0.0)


def test_numpy_reads_what_torch_fitted() -> None:
    rows = examples()
    contexts = [row.context for row in rows]
    fitted = [fit(rows, rows[:30], {}, load_encoder(), replace(small(), seed=seed)) for seed in range(2)]
    wanted = softmax(np.mean([predict(net, contexts, vocabulary) for net, vocabulary in fitted], axis=0) / 1.5)
    network = Network({**fitted[0][0].arrays(0, fitted[0][1]), **fitted[1][0].arrays(1, fitted[1][1])}, 1.5)
    texts = [[w or "" for w in context.words] for context in contexts]
    words = [network.project(own, load_encoder().encode(own)) for own in texts]
    for context, projected in zip(contexts, words, strict=True):
        projected[[word is None for word in context.words]] = 0.0
    found = np.stack([reading.probabilities for reading in network.read(contexts, words)])
    assert np.abs(found - wanted).max() < 2e-3  # what is learnt of words is kept in one byte a number


def test_what_is_learnt_of_a_word_is_found_by_the_word_alone() -> None:
    rows = examples()
    net, vocabulary = fit(rows, [], {}, load_encoder(), replace(small(), epochs=4))
    known, plain = Network(net.arrays(0, vocabulary), 1.0), Network(net.arrays(0), 1.0)
    seen = list(vocabulary.numbers)[:20]
    vectors = load_encoder().encode(seen)
    assert np.abs(known.project(seen, vectors) - plain.project(seen, vectors)).max() > 1e-3
    never = [word + "qx" for word in seen]
    assert np.array_equal(known.project(never, vectors), plain.project(never, vectors))


def test_rows_are_drawn_in_the_shares_of_the_gold_rows() -> None:
    rows = examples()
    found = drawn(rows, (0.5, 0.25, 0.25), 40, random.Random(2))
    counts = [sum(int(np.argmax(row.shares)) == place for row in found) for place in range(3)]
    assert counts == [20, 10, 10]


def test_members_are_fitted_alike_from_different_seeds() -> None:
    rows = examples()[:24]
    one, other = (members(rows, [], {}, load_encoder(), small(), 2) for _ in range(2))
    assert one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)
    assert not np.array_equal(one["0.word"], one["1.word"])


def test_networks_fitted_before_are_read_beside_new_ones(tmp_path: Path) -> None:
    rows = examples()[:24]
    plain = replace(small(), shape=replace(small().shape, tuned=0))
    new, before = (members(rows, [], {}, load_encoder(), settings, 1) for settings in (small(), plain))
    write(tmp_path, before, {})
    together = new | _beside(tmp_path / "tone.npz", 1)
    assert Network(together, 1.0).width == Network(new, 1.0).width + Network(before, 1.0).width
    write(tmp_path, new, {})
    with pytest.raises(ValueError, match="single words"):
        _beside(tmp_path / "tone.npz", 1)


def test_a_reading_in_other_words_is_pulled_toward_the_english_one() -> None:
    rows = [example for example in examples() if example.english]
    english = sorted({word for row in rows for word in row.context.words if word})
    dictionary = {"sv": {word: [word[::-1] + "a"] for word in english}}
    apart = []
    for agreement in (0.0, 3.0):
        settings = replace(small(), epochs=6, translated_share=1.0, agreement=agreement)
        net, vocabulary = fit(rows * 4, [], dictionary, load_encoder(), settings)
        others = [translated(row.context, "sv", dictionary, random.Random(1)) for row in rows]
        one = softmax(predict(net, [row.context for row in rows], vocabulary))
        apart.append(float(np.abs(one - softmax(predict(net, others, vocabulary))).mean()))
    assert apart[1] < apart[0]


def test_a_model_is_carried_over_to_an_encoder_that_says_the_same_otherwise(tmp_path: Path) -> None:
    class Turned:
        """The embedded encoder with its numbers in another order."""

        identity = "turned@1"

        def encode(self, sentences: list[str]) -> Vectors:
            return load_encoder().encode(sentences)[:, ::-1].copy()

    arrays = fit(examples()[:24], [], {}, load_encoder(), small())[0].arrays()
    write(tmp_path, arrays, {"encoder": load_encoder().identity})
    assert carry(tmp_path, load_encoder(), Turned()) > 0.99
    with np.load(tmp_path / "tone.npz") as stored:
        assert np.allclose(stored["0.word"][:, ::-1], arrays["0.word"], atol=0.05)


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
