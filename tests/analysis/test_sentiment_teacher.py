"""The large model that labels training rows, and what makes its labels hold in other languages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from analysis.training.tone.__main__ import _labelled
from analysis.training.tone.figures import softmax
from analysis.training.tone.pool import FURTHER, GOLD, NEWS, TAGGED, Place, further_places, names_in
from analysis.training.tone.rows import Row, held_out
from analysis.training.tone.teacher import FITTED_LAYERS, Teacher, fit, label, write

GOOD, BAD = "People praised {} warmly.", "People accused {} harshly."
FILLERS = ("today", "again", "yesterday", "there", "then", "before")


@pytest.fixture
def teacher(tmp_path: Path) -> Teacher:
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(0)
    words = sorted({word for line in (GOOD, BAD) for word in line.lower().replace(".", "").split()} | set(FILLERS))
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "."]
    (tmp_path / "vocab.txt").write_text("\n".join([*special, *words]), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(words) + 6,
        hidden_size=32,
        num_hidden_layers=FITTED_LAYERS + 1,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(tmp_path)
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    return Teacher(tmp_path)


def sentences(teacher: Teacher, pattern: str) -> list[str]:
    start = pattern.index("{")
    texts = [f"{filler} {pattern.format('Ada')}" for filler in FILLERS]
    return [teacher.masked(text, (place, place + 3)) for text in texts if (place := text.index("Ada")) >= start]


def test_a_teacher_learns_from_the_words_around_a_masked_target(teacher: Teacher) -> None:
    good, bad = sentences(teacher, GOOD), sentences(teacher, BAD)
    assert all("Ada" not in text and teacher.tokenizer.mask_token in text for text in good + bad)
    frozen = [weight.clone() for weight in teacher.low.parameters()]
    fit(teacher, [(text, 2) for text in good] * 90 + [(text, 0) for text in bad] * 90)
    assert label(teacher, good).argmax(axis=1).tolist() == [2] * len(good)
    assert label(teacher, bad).argmax(axis=1).tolist() == [0] * len(bad)
    assert all(torch.equal(one, other) for one, other in zip(frozen, teacher.low.parameters(), strict=True))


def test_what_the_teacher_says_is_read_back_for_every_translation(tmp_path: Path) -> None:
    place = Place("Ada was praised.", (0, 3), (("de", "Gelobt wurde Ada.", (13, 16)),), "group")
    shares = softmax(np.array([[0.0, 1.0, 3.0]], dtype=np.float32))
    write(tmp_path / "rows.gz", {"name": "some-teacher", "places": 1}, [place], shares)
    note, rows = _labelled(tmp_path / "rows.gz")
    assert note == {"name": "some-teacher", "places": 1}
    assert [(row.language, row.text[slice(*row.target)], row.group) for row in rows] == [
        ("en", "Ada", "group"),
        ("de", "Ada", "group"),
    ]
    assert all(row.shares == pytest.approx(shares[0].tolist(), abs=1e-4) for row in rows)
    with gzip.open(tmp_path / "rows.gz", "rt", encoding="utf-8") as lines:
        assert len([json.loads(line) for line in lines]) == 3


def test_a_tenth_of_the_texts_is_held_out_whole() -> None:
    rows = [Row(f"Text {n // 2}", "en", (0, 4), (1.0, 0.0, 0.0), (), 1.0, f"Text {n // 2}") for n in range(4000)]
    held = [row.text for row in rows if held_out(row)]
    assert 0.08 < len(held) / len(rows) < 0.12 and all(held.count(text) == 2 for text in set(held))


def test_names_begin_with_a_capital_and_lose_their_genitive() -> None:
    text = "The mayor met Ada Klein's brother Emil in Bergen."
    assert [text[start:end] for start, end in names_in(text)] == ["Ada Klein", "Emil", "Bergen"]


def test_further_places_are_names_pronouns_and_people_not_seen_before(tmp_path: Path) -> None:
    news = "The old mayor praised Nora Falk today, and she thanked Otto Berg."
    row = {
        "text": "Critics say the party ignored Ada Lund again.",
        "targets": [{"start": 30, "end": 38, "label": "neutral"}],
    }
    for name in (*NEWS, GOLD):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(row if name == GOLD else {"text": news}) + "\n", encoding="utf-8")
    for name in TAGGED:
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8"):
            pass
    known = Place(news, (22, 31))
    found = {place.text[slice(*place.target)] for place in further_places(tmp_path, tmp_path, [known], 1)}
    assert found == {"old mayor", "she", "Otto Berg", "party"} and sum(FURTHER.values()) > len(found)
