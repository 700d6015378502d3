"""A sequence-classification model in place of the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import EncoderError
from analysis.sentiment import document_tone, load_classifier, score_actors, score_targets
from analysis.sentiment.asks import Ask
from analysis.sentiment.hub import around, classes_of, plain, target_of
from analysis.types import Target
from tests.analysis.tone_texts import FIRST, SECOND, document, lines, people, shipped

TEXT = "\n".join(lines("en"))


def tiny(folder: Path, labels: list[str]) -> str:
    """A tiny classifier with random weights, saved as any model is."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(0)
    words = sorted({word for line in lines("en") for word in line.lower().replace(".", " ").split()})
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *words]), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(words) + 6,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(str(vocabulary)).save_pretrained(folder)
    return str(folder)


def test_a_hub_model_reads_actors_targets_and_documents(tmp_path: Path) -> None:
    model = load_classifier(tiny(tmp_path, ["negative", "neutral", "positive"]))
    own, actors = document(TEXT, "en"), people(TEXT)
    tone = score_actors(own, actors, (), model)[SECOND]
    (target,) = score_targets(own, actors, [Target(name=FIRST)], model)
    whole = document_tone(own, model)
    for score in (tone.overall, target.sentiment, whole):
        assert score.value is not None and -1.0 <= score.value <= 1.0
    assert tone == score_actors(own, actors, (), model)[SECOND]
    assert tone.overall != score_actors(own, actors, (), shipped(own, actors))[SECOND].overall


def test_a_hub_model_is_loaded_once(tmp_path: Path) -> None:
    name = tiny(tmp_path, ["LABEL_0", "LABEL_1", "LABEL_2"])
    assert load_classifier(name) is load_classifier(name)


def test_a_hub_model_reads_a_language_without_lists(tmp_path: Path) -> None:
    model = load_classifier(tiny(tmp_path, ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"]))
    assert document_tone(document(TEXT, "fi"), model).value is not None


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        (["Negative", "Neutral", "Positive"], [0, 1, 2]),
        (["POS", "NEU", "NEG"], [2, 1, 0]),
        (["LABEL_0", "LABEL_1"], [0, 2]),
        (["Very Negative", "Negative", "Neutral", "Positive", "Very Positive"], [0, 0, 1, 2, 2]),
    ],
)
def test_labels_are_understood(labels: list[str], classes: list[int]) -> None:
    assert classes_of(labels) == classes


def test_other_labels_are_refused() -> None:
    with pytest.raises(EncoderError, match="joy"):
        classes_of(["joy", "anger", "fear"])


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_classifier(str(tmp_path / "none"))


def test_what_is_heard_is_text_again() -> None:
    line = lines("en")[0]
    start = line.index(SECOND)
    own, ask = document(line, "en"), Ask((0, len(line)), ((start, start + len(SECOND)),))
    assert (plain(ask.heard(own)), target_of(ask, ask.heard(own))) == (line, SECOND)


def test_only_what_is_near_the_target_is_given_to_a_hub_model() -> None:
    line = "before " * 100 + SECOND + " behind" * 100
    own, start = document(line, "en"), line.index(SECOND)
    ask = Ask((0, len(line)), ((start, start + len(SECOND)),))
    assert len(around(ask, ask.heard(own))) == 72


def test_dropped_words_are_not_heard_but_the_target_is() -> None:
    line = f"Bad {SECOND} bad."
    ask = Ask((0, len(line)), ((4, 4 + len(SECOND)),), drop=((0, len(line)),))
    assert plain(ask.heard(document(line, "en"))) == SECOND
