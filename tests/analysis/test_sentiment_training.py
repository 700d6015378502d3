"""How the tone model is made: the same network in both libraries, made sentences, words in other languages."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch

from analysis import resources
from analysis.encoders import load_encoder
from analysis.sentiment.contexts import Word
from analysis.sentiment.head import ToneHead
from analysis.sentiment.network import Network
from analysis.training.tone.__main__ import kept_words, write
from analysis.training.tone.align import Sentence, align, read
from analysis.training.tone.carry import carry
from analysis.training.tone.dictionary import SOURCES, Dictionary, translated
from analysis.training.tone.figures import abstention, calibration_error, softmax, temperature_for
from analysis.training.tone.fit import Example, Settings, drawn, fit, predict, without_target, words_in
from analysis.training.tone.pairs import Agreement, Pairing, names, with_target
from analysis.training.tone.rows import context_of
from analysis.training.tone.student import Base, Student
from analysis.training.tone.templates import made_rows
from analysis.training.tone.vocabulary import Reverse, Vocabulary, meanings, read_reverse, vocabulary_of
from analysis.types import Vectors
from tests.analysis.tiny_base import tiny_base

torch.set_num_threads(1)  # beside other test workers, more threads only wait for one another
ROWS = made_rows(12, 3)
REVERSE: Reverse = {"sv": {"hund": ["dog"], "biter": ["bites"], "glad": ["happy"]}, "de": {"hund": ["dog"]}}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return Base(tiny_base(tmp_path_factory.mktemp("base")))


@pytest.fixture(autouse=True)
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vocabularies of the words of the test alone."""
    monkeypatch.setattr("analysis.training.tone.vocabulary.MOST_FREQUENT", {"en": 50})
    monkeypatch.setattr("analysis.training.tone.vocabulary.resources.words", lambda code, name: frozenset())


def examples() -> list[Example]:
    made = [(row, context_of(row)) for row in ROWS]
    return [Example(context, row.shares, 1.0, row.language == "en") for row, context in made if context is not None]


def small(**changes: float) -> Settings:
    return replace(Settings(epochs=2, batch=16, extra_per_epoch=20, translated_share=0.0), **changes)


def vocabulary_for(base: Base, seen: Iterable[Word], dictionary: Dictionary | None = None) -> Vocabulary:
    return vocabulary_of(seen, dictionary or {}, REVERSE, base, load_encoder())


def fitted(
    base: Base, rows: list[Example], settings: Settings, dictionary: Dictionary | None = None
) -> tuple[Student, Vocabulary]:
    torch.manual_seed(1)
    vocabulary = vocabulary_for(base, words_in(rows), dictionary)
    student = Student(base, vocabulary, learnt=8)
    fit(student, vocabulary, rows, [], dictionary or {}, settings)
    return student, vocabulary


def arrays_of(base: Base, rows: list[Example]) -> dict[str, npt.NDArray[np.float32]]:
    student, vocabulary = fitted(base, rows, small())
    return student.arrays(vocabulary, vocabulary.numbers.values())


def test_the_shipped_form_reads_what_torch_fitted(base: Base) -> None:
    rows = examples()
    contexts = [row.context for row in rows]
    student, vocabulary = fitted(base, rows, small())
    wanted = softmax(predict(student, contexts, vocabulary) / 1.5)
    network = Network(student.arrays(vocabulary, vocabulary.numbers.values()), 1.5)
    found = np.stack([reading.probabilities for reading in ToneHead(network, load_encoder()).read(contexts)])
    assert np.abs(found - wanted).max() < 0.03  # weights and states are kept in one byte a number
    assert float(wanted.std()) > 0.05


def test_what_is_learnt_of_a_word_is_found_by_the_word_and_its_language(base: Base) -> None:
    rows = examples()
    student, vocabulary = fitted(base, rows, small())
    known = sorted(word for word in vocabulary.numbers if word[0] == "en")[:20]
    whole = Network(student.arrays(vocabulary, vocabulary.numbers.values()), 1.0)
    part = Network(student.arrays(vocabulary, [vocabulary.numbers[known[0]]]), 1.0)
    vectors = load_encoder().encode([word for _, word in known])
    same = np.isclose(whole.project(known, vectors), part.project(known, vectors), atol=1e-2).all(axis=1)
    assert same[0] and same[1:].mean() < 0.6  # a tiny base says little of most words
    foreign = [("xx", word) for _, word in known]
    assert np.array_equal(whole.project(foreign, vectors), part.project(foreign, vectors))


def test_words_begin_as_their_translations_do(base: Base) -> None:
    vocabulary = vocabulary_for(
        base, [("sv", "hund"), ("de", "hund"), ("sv", "hunden"), ("en", "dog"), ("fr", "xyzzy")]
    )
    wanted = {word: vocabulary.wanted[vocabulary.number(word) - 1] for word in vocabulary.words}
    assert np.allclose(wanted["sv", "hund"], wanted["en", "dog"], atol=1e-6)
    assert np.allclose(wanted["sv", "hunden"], wanted["en", "dog"], atol=1e-6)  # by its base form
    assert np.abs(wanted["fr", "xyzzy"]).max() > 0.0  # by its neighbours
    assert meanings(("sv", "okänt"), REVERSE) == []


def test_dictionaries_are_read_backwards(tmp_path: Path) -> None:
    for name in SOURCES:
        with lzma.open(tmp_path / f"{name}.jsonl.xz", "wt", encoding="utf-8") as lines:
            lines.write(json.dumps({"en": "prime minister", "nb": "statsminister"}) + "\n")
            lines.write(json.dumps({"en": "a very long gloss of it", "nb": "ting"}) + "\n")
            lines.write(json.dumps({"en": "dog", "nb": "to ord"}) + "\n")
    found = read_reverse(tmp_path)
    assert found["nb"] == {"statsminister": ["prime minister"]} == found["nn"]


def test_aligning_brings_translations_near_to_the_english_states(base: Base) -> None:
    pairs = [("The dog bites the old man.", "Hund biter man."), ("The happy child sleeps.", "Glad barn sover.")] * 8
    rows = []
    for english, swedish in pairs:
        context, other = read(english, "en"), read(swedish, "sv")
        assert context is not None and other is not None
        rows.append(Sentence(english, context, (other,)))
    seen = {word for row in rows for own in (row.context, *row.translations) for word in own.words if word}
    vocabulary = vocabulary_for(base, seen)
    torch.manual_seed(1)
    student = Student(base, vocabulary, learnt=8)
    agreement = Agreement([(row.context, row.translations) for row in rows], Pairing(REVERSE), vocabulary, 16)
    before = float(agreement.loss(student, random.Random(1)).detach())
    align(student, base, vocabulary, rows, REVERSE, seconds=4.0)
    assert float(agreement.loss(student, random.Random(1)).detach()) < before
    assert student.drop.p > 0.0


def test_words_of_a_translation_are_found_once_each() -> None:
    english, swedish = read("The dog bites the other dog.", "en"), read("Hund biter hund och hund.", "sv")
    assert english is not None and swedish is not None
    found = Pairing(REVERSE).words(english, swedish)
    assert found == [(1, 0), (2, 1), (5, 2)]


def test_a_name_of_both_sentences_can_be_the_target() -> None:
    english, swedish = read("Yesterday Nora bites Otto.", "en"), read("Igår biter Nora Otto.", "sv")
    assert english is not None and swedish is not None
    places = names(english, swedish)
    assert places == [(1, 2), (3, 3)]
    shown = with_target(swedish, 2)
    assert shown.target.tolist() == [False, False, True, False, False] and shown.words[2] is None
    assert names(english, with_target(swedish, 2)) == []


def test_rows_are_drawn_in_the_shares_of_the_gold_rows() -> None:
    rows = examples()
    found = drawn(rows, (0.5, 0.25, 0.25), 40, random.Random(2))
    counts = [sum(int(np.argmax(row.shares)) == place for row in found) for place in range(3)]
    assert counts == [20, 10, 10]


def test_a_reading_in_other_words_is_pulled_toward_the_english_one(base: Base) -> None:
    rows = [example for example in examples() if example.english]
    english = sorted({word[1] for row in rows for word in row.context.words if word})
    dictionary = {"sv": {word: [word[::-1] + "a"] for word in english}}
    apart = []
    for agreement in (0.0, 3.0):
        settings = small(epochs=6, translated_share=1.0, agreement=agreement)
        student, vocabulary = fitted(base, rows * 4, settings, dictionary)
        others = [translated(row.context, "sv", dictionary, random.Random(1)) for row in rows]
        one = softmax(predict(student, [row.context for row in rows], vocabulary))
        apart.append(float(np.abs(one - softmax(predict(student, others, vocabulary))).mean()))
    assert apart[1] < apart[0]


def test_words_that_matter_are_kept_first(base: Base) -> None:
    rows = examples()
    vocabulary = vocabulary_for(base, words_in(rows))
    kept = kept_words(vocabulary, rows, 10)
    counts = [sum(vocabulary.words[number - 1] in row.context.words for row in rows) for number in kept]
    assert len(kept) == 10 and min(counts) >= 2


def test_a_model_is_carried_over_to_an_encoder_that_says_the_same_otherwise(base: Base, tmp_path: Path) -> None:
    class Turned:
        """The embedded encoder with its numbers in another order."""

        identity = "turned@1"

        def encode(self, sentences: list[str]) -> Vectors:
            return load_encoder().encode(sentences)[:, ::-1].copy()

    arrays = arrays_of(base, examples()[:24])
    write(tmp_path, arrays, {"encoder": load_encoder().identity})
    with pytest.MonkeyPatch.context() as patch:
        patch.undo()
        assert carry(tmp_path, load_encoder(), Turned()) > 0.99
    with np.load(tmp_path / "tone.npz") as stored:
        assert np.allclose(stored["by_vector"][:, ::-1], arrays["by_vector"], atol=0.05)


def test_fitting_is_reproducible(base: Base) -> None:
    one, other = (arrays_of(base, examples()) for _ in range(2))
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
    words = sorted({word[1] for word in context.words if word})
    other = translated(context, "sv", {"sv": {word: ["ord"] for word in words}}, random.Random(1))
    assert [word is None for word in other.words] == [word is None for word in context.words]
    assert np.array_equal(other.distances, context.distances) and ("sv", "ord") in other.words


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
