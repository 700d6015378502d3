"""The embedded model read with NumPy: a text is the sum of the vectors of its sub-words.

The files are those of a sentence-transformers model (``StaticEmbedding`` and ``Normalize``) and give the same rows
there; read here, they need neither that package nor torch. The table is mapped, not loaded, so that processes share it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

PIECES = 4096
"""Sub-words whose vectors are in work at once; a longer text is taken alone."""
KINDS: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "I8": np.dtype("i1")}
"""What safetensors calls the kinds of numbers in the files."""

Array = npt.NDArray[Any]


class Bag:
    """Texts to rows of any length: each the sum of its sub-words' vectors, zeros for a text without any."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        stored = mapped(folder / "model.safetensors")
        self._vectors, self._weights = stored["embeddings"], stored["weights"]
        self.width = int(self._vectors.shape[1])

    def rows(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """float64 of shape (n, width); a row does not depend on what else is in the list."""
        out = np.zeros((len(texts), self.width))
        for places, pieces in self._chunks(texts):
            starts = np.cumsum([0, *(len(ids) for ids in pieces)])[:-1]
            known = np.fromiter((one for ids in pieces for one in ids), dtype=np.int64)
            vectors = self._vectors[known] * self._weights[known, None]
            out[places] = np.add.reduceat(vectors, starts, axis=0, dtype=np.float64)
        return out

    def _chunks(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[list[int]]]]:
        """Places of texts that are read together and the numbers of their sub-words; texts without any are left out.

        One text at a time goes through the tokenizer: its threads would not survive a fork.
        """
        places: list[int] = []
        pieces: list[list[int]] = []
        count = 0
        for place, text in enumerate(texts):
            ids = self._tokenizer.encode(text, add_special_tokens=False).ids
            if places and count + len(ids) > PIECES:
                yield places, pieces
                places, pieces, count = [], [], 0
            if ids:
                places.append(place)
                pieces.append(ids)
                count += len(ids)
        if places:
            yield places, pieces


def mapped(path: Path) -> dict[str, Array]:
    """The arrays of a safetensors file, read when they are looked at.

    Raises OSError, ValueError or KeyError for a file of another form.
    """
    with path.open("rb") as stored:
        size = int.from_bytes(stored.read(8), "little")
        header = json.loads(stored.read(size))
    content = np.memmap(path, mode="r", offset=8 + size)
    out = {}
    for name, told in header.items():
        if name != "__metadata__":
            first, last = told["data_offsets"]
            out[name] = np.asarray(content[first:last]).view(KINDS[told["dtype"]]).reshape(told["shape"])
    return out
