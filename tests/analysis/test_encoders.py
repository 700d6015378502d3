"""Laws of the encoder: the same text gives the same unit row, whatever stands beside it."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.encoders import embed_article, load_encoder, require_same_encoder, weight
from analysis.encoders.loading import EMBEDDED
from analysis.errors import EncoderMismatchError
from analysis.types import Article, Document, Embedding, Language, Sentence

TEXTS = [
    "Regjeringen vil senke skatten.",
    "Ploaia a inundat satul.",
    "",
    "  \n\t",
    "!?…",
    "日本語",
    "a" * 5000,
    "12 345,67",
    "L'été sera très chaud.",
    "\ud800 half a pair",
    "\x00",
    "Straße",
    "ŞI ŢARA",
    "😀😀",
]
MAX_BYTES = 32_000_000

any_text = st.text(st.characters(exclude_categories=[]), max_size=200)


@settings(deadline=None, max_examples=200)
@given(st.lists(any_text, min_size=1, max_size=6))
def test_rows_are_finite_and_of_unit_length(texts: list[str]) -> None:
    vectors = load_encoder().encode(texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(texts), load_encoder().dimension)
    assert np.isfinite(vectors).all()
    assert np.allclose(np.linalg.norm(vectors.astype(np.float64), axis=1), 1.0, atol=1e-6)


@settings(deadline=None, max_examples=100)
@given(any_text, st.lists(any_text, max_size=5))
def test_a_row_does_not_depend_on_its_neighbours_to_the_bit(text: str, others: list[str]) -> None:
    alone = load_encoder().encode([text])[0]
    together = load_encoder().encode([*others, text, *others])[len(others)]
    assert alone.tobytes() == together.tobytes()


def test_large_batches_equal_single_rows_to_the_bit() -> None:
    texts = [f"{text} {i}" for i in range(400) for text in TEXTS]
    together = load_encoder().encode(texts)
    some = range(0, len(texts), 97)
    assert len(some) > 10
    assert all(load_encoder().encode([texts[i]])[0].tobytes() == together[i].tobytes() for i in some)


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import sys; from analysis.encoders import load_encoder; "
        "sys.stdout.buffer.write(load_encoder().encode(['Regjeringen vil senke skatten.', '']).tobytes())"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in range(2)
    )
    assert first == second == load_encoder().encode(["Regjeringen vil senke skatten.", ""]).tobytes()


def test_no_texts_give_no_rows() -> None:
    assert load_encoder().encode([]).shape == (0, load_encoder().dimension)


def test_texts_without_words_share_one_row_that_is_near_no_text() -> None:
    encoder = load_encoder()
    empty = encoder.encode(["", "  \n\t", "!?…", "\x00"])
    assert all(row.tobytes() == empty[0].tobytes() for row in empty)
    words = encoder.encode(["Regjeringen vil senke skatten.", "The dog sleeps.", "Ploaia a inundat satul.", "Hund"])
    assert np.abs(words @ empty[0]).max() < 0.35


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ştirile despre ţară", "Știrile despre țară"),
        ("SKATTEN", "skatten"),
        ("Cafe\u0301 noir", "Café noir"),
        ("Hej, du!", "hej du"),
    ],
)
def test_spellings_of_one_text_give_one_row(one: str, other: str) -> None:
    vectors = load_encoder().encode([one, other])
    assert vectors[0].tobytes() == vectors[1].tobytes()


def test_an_encoder_is_loaded_once_by_many_threads() -> None:
    found: list[int] = []
    vectors: list[bytes] = []

    def work() -> None:
        found.append(id(load_encoder()))
        vectors.append(load_encoder().encode(TEXTS).tobytes())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(set(vectors)) == 1


def test_importing_the_encoders_loads_neither_torch_nor_sentence_transformers() -> None:
    program = (
        "import sys, analysis.encoders; "
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'sklearn') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_embedded_model_is_small_and_says_where_it_is_from() -> None:
    files = [path for path in EMBEDDED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MAX_BYTES
    card = (EMBEDDED / "README.md").read_text(encoding="utf-8")
    assert all(word in card.casefold() for word in ("licence", "tatoeba", "freedict", "limits"))


def test_the_identity_names_the_revision_of_the_files() -> None:
    name, revision = load_encoder().identity.split("@")
    assert name == "parallax-static"
    assert len(revision) == 12


def test_vectors_of_two_encoders_are_never_compared() -> None:
    row = np.ones((1, 1), dtype=np.float32)
    one, other = Embedding("a@1", row[0], row), Embedding("a@2", row[0], row)
    assert require_same_encoder(one, one) == "a@1"
    with pytest.raises(EncoderMismatchError, match="a@1, a@2"):
        require_same_encoder(one, other)


def document(text: str, headline: str | None, *sentences: Sentence) -> Document:
    article = Article("outlet", text, Language("en", 1.0), headline)
    return Document(article, (), sentences, (), (), tuple(sentence.start for sentence in sentences))


def test_an_article_has_a_unit_row_a_sentence_and_one_of_its_own() -> None:
    text = "Taxes fall. The dog slept all day."
    found = embed_article(load_encoder(), document(text, None, Sentence(0, 0, 11, "lead"), Sentence(1, 12, 34, "body")))
    assert found.encoder == load_encoder().identity
    assert found.sentences.shape == (2, load_encoder().dimension)
    assert np.allclose(np.linalg.norm(np.vstack([found.article, found.sentences]), axis=1), 1.0, atol=1e-6)


def test_the_lead_weighs_more_than_the_body() -> None:
    text = "Taxes fall in spring. The dog slept well."
    found = embed_article(load_encoder(), document(text, None, Sentence(0, 0, 21, "lead"), Sentence(1, 22, 41, "body")))
    assert found.article @ found.sentences[0] > found.article @ found.sentences[1]


def test_what_comes_early_weighs_more_than_what_comes_late() -> None:
    assert weight("Taxes fall", "body", 1) > weight("Taxes fall", "body", 9) > 0.0
    assert weight("Taxes fall in the spring", "body", 1) > weight("Taxes fall", "body", 1)


def test_a_headline_outside_the_text_counts() -> None:
    body = Sentence(0, 0, 22, "body")
    plain = embed_article(load_encoder(), document("The dog slept all day.", None, body))
    titled = embed_article(load_encoder(), document("The dog slept all day.", "Taxes fall in the spring", body))
    title = load_encoder().encode(["Taxes fall in the spring"])[0]
    assert titled.article @ title > plain.article @ title
    assert titled.sentences.shape == plain.sentences.shape


def test_an_article_without_sentences_has_a_defined_row() -> None:
    found = embed_article(load_encoder(), document("", None))
    assert found.article.tobytes() == load_encoder().encode([""])[0].tobytes()
    assert found.sentences.shape == (0, load_encoder().dimension)


@pytest.mark.parametrize("curve", ["claim", "event"])
def test_the_calibration_is_fitted_and_rises(curve: str) -> None:
    logistic = getattr(load_encoder().calibration, curve)
    values = [logistic.probability(cosine / 10) for cosine in range(-10, 11)]
    assert logistic.n > 1000
    assert values == sorted(values)
    assert 0.0 <= values[0] < 0.05 < 0.9 < values[-1] <= 1.0


def test_the_encoder_needs_no_network(tmp_path: Path) -> None:
    program = (
        "import socket; socket.socket.connect = None; socket.getaddrinfo = None; "
        "from analysis.encoders import load_encoder; print(load_encoder().encode(['x']).shape[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
