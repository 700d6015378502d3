"""The training's parts on a toy: what goes in comes out, and the same seed gives the same model."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import load_encoder
from analysis.training.encoder import calibrate, dataset, expand, export, sources, targets, tokens, train
from analysis.training.encoder.sources import LANGUAGES, Row

PAIRS = [
    ("hunden sover", "the dog sleeps"),
    ("katten sover", "the cat sleeps"),
    ("hunden äter", "the dog eats"),
    ("katten äter", "the cat eats"),
    ("barnet leker", "the child plays"),
    ("hunden leker", "the dog plays"),
]
WORDS = [("hunden", "dog"), ("katten", "cat"), ("sover", "sleeps"), ("leker", "plays")]
ROWS = [Row("tatoeba", {"sv": sv, "en": en}) for sv, en in PAIRS] + [
    Row("freedict", {"sv": sv, "en": en}) for sv, en in WORDS
]
SETTINGS = train.Settings(steps=5, batch=8, pairs=4, seed=1)


@pytest.fixture(scope="module")
def data() -> dataset.Dataset:
    words = sorted({word for row in ROWS for text in row.texts.values() for word in expand.words_of(text)})
    tokenizer = tokens.assemble({token: i for i, token in enumerate([tokens.EMPTY, tokens.UNKNOWN, *words])})
    anchors = {("en", row.texts["en"]): i for i, row in enumerate(ROWS)}
    return dataset.build(ROWS, tokenizer, anchors)


def trained(data: dataset.Dataset, seed: int) -> np.ndarray:
    space = np.random.default_rng(0).normal(size=(len(ROWS), 8)).astype(np.float16)
    start = np.random.default_rng(0).normal(size=(data.switches.shape[1], 8)).astype(np.float32)
    graded = train.Graded(
        np.asarray([0, 1], np.int32), np.asarray([2, 3], np.int32), np.asarray([0.8, 0.2], np.float32)
    )
    settings = train.Settings(steps=SETTINGS.steps, batch=SETTINGS.batch, pairs=SETTINGS.pairs, seed=seed)
    return train.train(data, space, start, graded, settings)


def test_rows_are_read_with_at_least_two_usable_texts(tmp_path: Path) -> None:
    rows = [{"sv": "hej  du", "en": "hi you"}, {"sv": "ensam"}, {"sv": "123", "en": "456"}, {"xx": "a", "en": "b"}]
    with lzma.open(tmp_path / "toy.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
    assert [(row.source, row.texts) for row in sources.parallel_rows(tmp_path)] == [
        ("toy", {"sv": "hej du", "en": "hi you"})
    ]


def test_the_teacher_reads_english_before_other_languages() -> None:
    assert sources.anchor(Row("s", {"fr": "chien", "en": "dog", "sv": "hund"})) == ("en", "dog")
    assert sources.anchor(Row("s", {"nb": "hund", "sv": "hund"})) is None


def test_only_missing_languages_are_translated_and_never_dictionaries() -> None:
    row = Row("tatoeba", {"sv": "hunden sover nu", "nb": "hunden sover nå", "en": "the dog sleeps"})
    assert sorted(expand._missing(row)) == [("sv", "da"), ("sv", "nn")]
    assert list(expand._missing(Row("freedict", row.texts))) == []


def test_tokens_of_texts_are_gathered_in_order(data: dataset.Dataset) -> None:
    ids = data.texts[[1, 0], LANGUAGES.index("sv")]
    gathered, starts = data.gather(ids)
    assert starts.tolist() == [0, 2]
    assert len(gathered) == 4
    assert gathered[1] == gathered[3]


def test_words_are_switched_by_the_dictionary(data: dataset.Dataset) -> None:
    swedish = LANGUAGES.index("sv")
    english_row, dog = 6, data.gather(data.texts[[6], LANGUAGES.index("en")])[0][0]
    expected = data.gather(data.texts[[english_row], swedish])[0][0]
    assert set(data.switches[swedish, dog].tolist()) == {expected}


def test_a_batch_takes_two_different_languages_of_a_row(data: dataset.Dataset) -> None:
    sampler = train.Sampler(data, SETTINGS)
    chosen = sampler.languages(np.arange(6), 2)
    assert (chosen[:, 0] != chosen[:, 1]).all()
    assert set(chosen.ravel().tolist()) == {LANGUAGES.index("sv"), LANGUAGES.index("en")}


def test_the_same_seed_gives_the_same_rows_and_another_gives_others(data: dataset.Dataset) -> None:
    first = trained(data, 1)
    assert first.tobytes() == trained(data, 1).tobytes()
    assert first.tobytes() != trained(data, 2).tobytes()


def test_starting_vectors_average_the_texts_a_word_is_in(data: dataset.Dataset) -> None:
    space = np.eye(len(ROWS), 12, dtype=np.float16)
    start = targets.starting_vectors(data, space, data.switches.shape[1])
    swedish, english = LANGUAGES.index("sv"), LANGUAGES.index("en")
    hunden = start[data.gather(data.texts[[6], swedish])[0][0]]
    dog = start[data.gather(data.texts[[6], english])[0][0]]
    sleeps = start[data.gather(data.texts[[8], english])[0][0]]
    assert hunden @ dog / np.linalg.norm(hunden) / np.linalg.norm(dog) > 0.9
    assert hunden @ sleeps / np.linalg.norm(hunden) / np.linalg.norm(sleeps) < 0.5


def test_eight_bits_keep_the_direction_of_a_row() -> None:
    rows = np.random.default_rng(0).normal(size=(50, 192)).astype(np.float32)
    whole, scales = export.quantise(rows)
    back = whole.astype(np.float32) * scales[:, None]
    cosine = (back * rows).sum(axis=1) / np.linalg.norm(back, axis=1) / np.linalg.norm(rows, axis=1)
    assert whole.dtype == np.int8
    assert cosine.min() > 0.9999


def test_what_is_written_is_an_encoder(tmp_path: Path) -> None:
    tokenizer = tokens.assemble({tokens.EMPTY: 0, tokens.UNKNOWN: 1, "hund": 2, "dog": 3})
    rows = np.asarray([[9, 9], [9, 9], [1, 0], [0.8, 0.6]], dtype=np.float32)
    revision = export.write(tmp_path / "toy", tokenizer, rows)
    vectors = load_encoder(str(tmp_path / "toy")).encode(["Hund!", "dog ukjent", "ukjent"])
    assert len(revision) == 12
    assert np.allclose(vectors[:2], [[1, 0], [0.8, 0.6]], atol=0.01)
    assert np.allclose(np.abs(vectors[2]), np.sqrt(0.5), atol=1e-6)


def test_the_curve_lies_between_right_and_wrong_pairs() -> None:
    cosines = np.concatenate([np.linspace(0.5, 0.9, 50), np.linspace(0.0, 0.55, 50)]).astype(np.float32)
    slope, offset = calibrate.logistic(cosines, np.arange(100) < 50)
    assert slope > 0.0
    assert 0.45 < -offset / slope < 0.6
