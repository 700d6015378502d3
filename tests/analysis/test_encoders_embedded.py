"""The embedded encoder is read without sentence-transformers and says the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import load_encoder, loading
from analysis.encoders.bag import PIECES, Bag, mapped
from analysis.encoders.loading import EMBEDDED, LoadedEncoder
from analysis.errors import EncoderUnavailableError

SENTENCES = Path(__file__).parent / "data" / "parallel" / "sentences.jsonl"
ODD = [
    "",
    "  \n\t",
    "!?…",
    "日本語",
    "a" * 5000,
    "L'été n’t won't",
    "\ud800 half",
    "Şi ţara",
    "Cafe\u0301",
    "word " * 9,
]
HEAVY = ("torch", "sentence_transformers", "transformers")


def sentences() -> list[str]:
    return [text for line in SENTENCES.read_text("utf-8").splitlines() for text in json.loads(line).values()]


def test_rows_are_those_of_sentence_transformers() -> None:
    texts = [*sentences(), *ODD]
    through = LoadedEncoder(loading._open(str(EMBEDDED), offline=True), "same", "1", load_encoder().calibration)
    assert through.dimension == load_encoder().dimension
    assert np.abs(through.encode(texts) - load_encoder().encode(texts)).max() < 1e-6


def test_a_text_longer_than_what_is_in_work_at_once_is_read_whole() -> None:
    bag = Bag(EMBEDDED)
    long = "ord " * (PIECES + 7)
    rows = bag.rows(["hus", long, "", "hus"])
    assert np.allclose(rows[1], bag.rows(["ord"])[0] * (PIECES + 7))
    assert (rows[2] == 0).all()
    assert rows[0].tobytes() == rows[3].tobytes()


def test_vectors_need_nothing_heavy() -> None:
    program = (
        "import sys; from analysis.encoders import load_encoder\n"
        "load_encoder().encode(['Ana Lind said it.'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_damaged_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in EMBEDDED.glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(loading, "EMBEDDED", tmp_path)
    with pytest.raises(EncoderUnavailableError, match=r"damaged.*install it again"):
        loading._load(None)
    (tmp_path / "model.safetensors").write_bytes(b"\x00" * 100)
    with pytest.raises(EncoderUnavailableError, match=r"damaged.*install it again"):
        loading._load(None)


def test_the_table_is_mapped_and_not_loaded() -> None:
    vectors = mapped(EMBEDDED / "model.safetensors")["embeddings"]
    assert vectors.dtype == np.int8
    assert not vectors.flags.owndata
    assert not vectors.flags.writeable
