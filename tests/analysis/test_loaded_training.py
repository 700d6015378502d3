"""How annotated sentences teach loaded language; texts and marks here are made up."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import load_encoder
from analysis.framing.candidates import FEATURES, KNOWN
from analysis.framing.patterns import words_of
from analysis.framing.subjectivity import model, word_features
from analysis.training.loaded import annotated
from analysis.training.loaded.pool import samples_of
from tests.analysis.framing_texts import load

OPINION, PLAIN = load("opinion")["en"], load("loaded")["plain"]["en"]
ROW = re.compile(r"[0-9a-f]{12}\t[0-3]\t(?:-|\d+(?: \d+)*)")


def read(code: str, forms: list[str]) -> annotated.Readings:
    return model().words(code, forms, load_encoder())


def examples(folder: Path, marks: dict[str, tuple[int, list[str]]]) -> list[annotated.Example]:
    lines = ["# source: a test"]
    for text, (level, marked) in marks.items():
        numbers = [str(number) for number, word in enumerate(words_of(text)) if word.lower in marked]
        lines.append(f"{annotated.key(text)}\t{level}\t{' '.join(numbers) or annotated.NONE}")
    path = folder / "annotations.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    samples = [sample for text in marks for sample in samples_of(text, "en")]
    return annotated.examples([*samples, *samples], read, path)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> list[annotated.Example]:
    longest = {text: max((word.lower for word in words_of(text)), key=len) for text in OPINION}
    marks = {text: (3, [word]) for text, word in longest.items()} | {text: (0, []) for text in PLAIN}
    return examples(tmp_path_factory.mktemp("annotated"), marks)


def test_annotations_name_sentences_by_hash_and_hold_no_text() -> None:
    lines = annotated.ANNOTATIONS.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert len(rows) > 1500
    assert not [row for row in rows if not ROW.fullmatch(row)]
    assert rows == sorted({row[:12]: row for row in rows}.values())


def test_white_space_does_not_change_what_a_sentence_is_named_by() -> None:
    assert annotated.key("A  plain\nsentence. ") == annotated.key("A plain sentence.")
    assert annotated.key("A plain sentence.") != annotated.key("A plain sentence")


def test_a_sentence_is_found_once_and_its_marked_words_are_its_loaded_ones(tmp_path: Path) -> None:
    text = "It was a shocking and needless end to a long day."
    found = examples(tmp_path, {text: (2, ["shocking", "needless"]), "Nobody spoke of it afterwards.": (0, [])})
    assert [(each.level, len(each.marked)) for each in found] == [(2, 2), (0, 0)]
    marked = {each.words for each, true in zip(found[0].found, found[0].truth(), strict=True) if true}
    assert marked == {("shocking",), ("needless",)}


def test_values_are_in_standard_deviations_of_news_and_rank_as_annotated() -> None:
    generator = np.random.default_rng(0)
    signs, vectors = generator.normal(size=(200, 3)), generator.normal(size=(200, 4)) / 8
    shown = [3 if row[0] > 0 else 0 for row in signs]
    news = generator.normal(2.0, 3.0, size=(300, 3)), generator.normal(size=(300, 4)) / 8
    weights, given, auc = annotated.fit_sentences((signs, vectors), shown, np.zeros(8), news)
    value = np.concatenate(news, axis=1) @ weights[:-1] + weights[-1]
    assert (value.mean(), value.std()) == (pytest.approx(0, abs=1e-6), pytest.approx(1))
    assert auc > 0.95
    assert given[signs[:, 0] > 0].mean() > given[signs[:, 0] < 0].mean()


def test_the_model_of_expressions_ranks_marked_ones_first(taught: list[annotated.Example]) -> None:
    forms = sorted({form for each in taught for found in each.found for form in found.words})
    vectors = dict(zip(forms, word_features("en", forms, load_encoder().encode(forms)), strict=True))
    levels = np.array([2.0 if each.level else -1.0 for each in taught])
    fitted, precision = annotated.fit_expressions(taught, levels, vectors)
    share = np.mean([true for each in taught for true in each.truth()])
    assert precision > 2 * share
    assert len(fitted["choice"]) == len(FEATURES)
    assert fitted["choice"][FEATURES.index("telling")] == 1
    assert fitted["choice"][FEATURES.index("level")] > 0
    assert len(fitted["telling"]) == len(vectors[forms[0]])


def test_without_an_encoder_only_what_the_lists_know_counts(taught: list[annotated.Example]) -> None:
    levels = np.array([2.0 if each.level else -1.0 for each in taught])
    fitted, precision = annotated.fit_listed(taught, levels)
    assert not fitted["choice_alone"][KNOWN:].any()
    assert fitted["choice_alone"][:KNOWN].any()
    assert 0 < precision <= 1
