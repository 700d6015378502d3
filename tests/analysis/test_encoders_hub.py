"""Encoders other than the embedded one: a tiny transformer built here, and names that cannot be had."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from analysis.encoders import loading
from analysis.encoders.loading import MAX_TOKENS, LoadedEncoder, load_encoder
from analysis.errors import DataError, EncoderUnavailableError

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", ":", "hund", "dog", "katt", "cat", "sover", "sleeps"]
SECONDS = 600.0


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of two small layers in sentence-transformers form; session-wide, for it is read only."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("models")
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        model_max_length=600,
    )
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=600,
    )
    bare = folder / "bare"
    BertModel(config).save_pretrained(bare)
    fast.save_pretrained(bare)
    transformer = Transformer(str(bare))
    SentenceTransformer(modules=[transformer, Pooling(transformer.get_embedding_dimension())], device="cpu").save(
        str(folder / "tiny")
    )
    return folder / "tiny"


@pytest.fixture
def as_e5(tiny: Path, tmp_path: Path) -> Iterator[LoadedEncoder]:
    """The same model under a name of a family that wants a prompt."""
    link = tmp_path / "multilingual-e5-small"
    link.symlink_to(tiny, target_is_directory=True)
    model = loading._open(str(link), offline=True)
    yield LoadedEncoder(model, "intfloat/multilingual-e5-small", "1", loading.read_calibration(link / "none"))


def test_a_directory_is_an_encoder(tiny: Path) -> None:
    encoder = load_encoder(str(tiny))
    vectors = encoder.encode(["hund sover", "dog sleeps", "", "ukjent", "katt " * 3000])
    assert encoder.dimension == 16
    assert vectors.shape == (5, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)


def test_its_rows_do_not_depend_on_the_batch(tiny: Path) -> None:
    texts = ["hund sover", "cat", "dog sleeps " * 40, ""] * 20
    together = load_encoder(str(tiny)).encode(texts)
    alone = np.vstack([load_encoder(str(tiny)).encode([text]) for text in texts[:4]])
    assert np.allclose(together[:4], alone, atol=1e-5)


def test_what_is_beyond_the_longest_input_is_cut(tiny: Path) -> None:
    long = load_encoder(str(tiny)).encode(["katt " * MAX_TOKENS, "katt " * MAX_TOKENS + "dog sleeps"])
    assert np.allclose(long[0], long[1], atol=1e-6)


def test_its_identity_names_directory_and_content(tiny: Path) -> None:
    name, revision = load_encoder(str(tiny)).identity.split("@")
    assert name == "tiny"
    assert revision == loading.fingerprint(tiny)
    assert load_encoder(str(tiny)).identity != load_encoder().identity


def test_another_content_is_another_revision(tiny: Path, tmp_path: Path) -> None:
    for file in tiny.rglob("*"):
        if file.is_file():
            target = tmp_path / file.relative_to(tiny)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    assert loading.fingerprint(tmp_path) == loading.fingerprint(tiny)
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    assert loading.fingerprint(tmp_path) != loading.fingerprint(tiny)


def test_a_family_gets_its_prompt(tiny: Path, as_e5: LoadedEncoder) -> None:
    prompted = as_e5.encode(["hund sover"])
    assert np.allclose(prompted, load_encoder(str(tiny)).encode(["query: hund sover"]), atol=1e-6)
    assert not np.allclose(prompted, load_encoder(str(tiny)).encode(["hund sover"]), atol=1e-3)


def test_a_prompt_that_the_model_states_comes_first(tiny: Path, tmp_path: Path) -> None:
    model = loading._open(str(tiny), offline=True)
    model.prompts, model.default_prompt_name = {"same": "query: dog "}, "same"
    encoder = LoadedEncoder(model, "owner/any", "1", loading.read_calibration(tmp_path / "none"))
    assert np.allclose(encoder.encode(["katt"]), load_encoder(str(tiny)).encode(["query: dog katt"]), atol=1e-6)


def test_a_model_without_calibration_says_so(tiny: Path) -> None:
    assert load_encoder(str(tiny)).calibration.claim.n == 0
    assert "not fitted" in load_encoder(str(tiny)).calibration.event.source


def test_a_calibration_beside_the_model_is_read(tmp_path: Path) -> None:
    curve = {"slope": 10.0, "offset": -5.0, "n": 7, "source": "here"}
    (tmp_path / "calibration.json").write_text(json.dumps({"claim": curve, "event": curve}), encoding="utf-8")
    found = loading.read_calibration(tmp_path / "calibration.json")
    assert found.same_claim_probability(0.5) == pytest.approx(0.5)
    assert found.event.n == 7


def test_a_curve_that_was_not_fitted_says_so(tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_text("{}", encoding="utf-8")
    assert loading.read_calibration(tmp_path / "calibration.json").claim.n == 0


@pytest.mark.parametrize("content", ["[", "[]", '{"claim": 3}', '{"claim": {"slope": 1}}'])
def test_a_broken_calibration_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        loading.read_calibration(tmp_path / "calibration.json")


@pytest.mark.parametrize("name", ["no-such-directory", "/no/such/directory", "owner/../model", "", "owner/model/more"])
def test_a_name_that_cannot_be_a_model_is_refused(name: str) -> None:
    with pytest.raises(EncoderUnavailableError, match="neither a directory"):
        load_encoder(name)


@pytest.mark.parametrize("setting", [{"HF_HUB_OFFLINE": "1"}, {"HF_ENDPOINT": "http://127.0.0.1:9"}])
def test_without_a_hub_the_refusal_says_what_to_do(setting: dict[str, str], tmp_path: Path) -> None:
    program = (
        "from analysis.encoders import load_encoder\nfrom analysis.errors import EncoderUnavailableError\n"
        "try:\n    load_encoder('owner/model')\nexcept EncoderUnavailableError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "", "HF_HOME": str(tmp_path), **setting},
        timeout=SECONDS,
    )
    assert "give the directory" in done.stdout
