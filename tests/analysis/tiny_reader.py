"""What a reader begins as, in small: a file of packed weights and a tokenizer of letters, made in the test."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, models, pre_tokenizers

from analysis.reader.vocabulary import BLOCK, MIDDLE
from analysis.training.reader.network import HEADS, HIDDEN, INNER
from analysis.training.reader.packed import NORMS, PARTS

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,–“”"
WORDS = ("▁hund", "▁kat", "▁the", "ing")
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS, *WORDS, "漢", "<mask>")
LAYERS, POSITIONS, SCALE = 2, 512, 0.0625

Array = npt.NDArray[np.float32]


def tokenizer(path: Path) -> Path:
    """Write a tokenizer that knows letters and a few words; spaces are marked as in XLM-R."""
    scores = [0.0 if len(piece) < 2 else 1.0 for piece in PIECES]
    made = Tokenizer(models.Unigram(list(zip(PIECES, scores, strict=True)), unk_id=3))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.add_special_tokens([*PIECES[:4], PIECES[-1]])
    made.save(str(path))
    return path


def packed(values: Array) -> bytes:
    """Numbers that are multiples of ``SCALE``, from -8 to 7 times, in blocks of four bits each."""
    whole = np.rint(values.reshape(-1, BLOCK) / SCALE).astype(np.int64) + MIDDLE
    nibbles = (whole[:, : BLOCK // 2] | whole[:, BLOCK // 2 :] << 4).astype(np.uint8)
    scales = np.full((len(whole), 1), SCALE, np.float16).view(np.uint8)
    return np.concatenate([scales, nibbles], axis=1).tobytes()


def tensors(hidden: int = HIDDEN, inner: int = INNER) -> Iterator[tuple[str, Array, bool]]:
    """Names and values of all tensors, and whether they are packed; always the same."""
    random = np.random.default_rng(0)

    def drawn(*shape: int) -> Array:
        return (random.integers(-1, 2, shape) * SCALE).astype(np.float32)

    yield "emb.word", drawn(len(PIECES), hidden), True
    yield "emb.pos", drawn(POSITIONS, hidden), True
    yield "emb.type", drawn(2, hidden), False
    yield "emb.ln.w", np.ones(hidden, np.float32), False
    yield "emb.ln.b", drawn(hidden), False
    for layer in range(LAYERS):
        for short in PARTS.values():
            rows, columns = {"fi": (inner, hidden), "fo": (hidden, inner)}.get(short, (hidden, hidden))
            yield f"l{layer}.{short}.w", drawn(rows, columns), True
            yield f"l{layer}.{short}.b", drawn(rows), False
        for short in NORMS.values():
            yield f"l{layer}.{short}.w", np.ones(hidden, np.float32), False
            yield f"l{layer}.{short}.b", drawn(hidden), False


def base(path: Path, hidden: int = HIDDEN, inner: int = INNER) -> Path:
    """Write a file of packed weights with the header that the reader's training reads."""
    names, blobs, at = [], [], 0
    for name, values, small in tensors(hidden, inner):
        blob = packed(values) if small else values.tobytes()
        names.append((name, at, len(blob)))
        blobs.append(blob)
        at += len(blob)
    head = b"MAGIC\0\0\1" + struct.pack("<7i", hidden, LAYERS, HEADS, inner, len(PIECES), POSITIONS, 2)
    text = "".join(PIECES).encode()
    head += struct.pack("<fi", 1e-12, 0) + struct.pack("<5i", len(PIECES), 0, 1, 2, 3) + struct.pack("<Q", len(text))
    head += bytes(4 * (len(PIECES) + 1) + 4 * len(PIECES)) + text
    head += struct.pack("<iI", 0, 3) + b"nfk" + struct.pack("<i", len(names))
    size = len(head) + sum(2 + len(name) + struct.calcsize("<BIQQ") for name, _, _ in names)
    for name, offset, length in names:
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, size + offset, length)
    path.write_bytes(head + b"".join(blobs))
    return path
