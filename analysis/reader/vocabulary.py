"""Pieces of words and the vectors they are read by.

The pieces are those of multilingual-e5-small (Wang et al. 2024), cut to what the eight languages need; a word of any
other language falls apart into letters. A vector is kept as the published weights have it, four bits a number: blocks
of 32 share a half-precision scale. The table is mapped, not loaded, so that processes share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from analysis.types import Vectors

BLOCK, PACKED = 32, 18
"""Numbers of a block, and bytes they take."""
MIDDLE = 8
"""What four bits hold for zero."""
SPACE = "▁"
EXPANDED = 64
"""Most pieces that a text has more of than characters: some characters stand for many, U+FDFA for a sentence."""
BEGIN, PAD, END = 0, 1, 2
"""Numbers of the pieces that begin, fill up and end a sequence."""

Ids = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of one text: their numbers, and where each begins and ends in it, in code points."""

    ids: Ids
    starts: Ids
    ends: Ids


class Vocabulary:
    """Cuts text into pieces and gives their vectors; numbers from ``size`` on stand for kinds of names."""

    def __init__(self, tokenizer: Path, table: Path, names: Vectors) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.size = self._tokenizer.get_vocab_size()
        self._space = self._tokenizer.token_to_id(SPACE)
        self._names = names
        packed = np.load(table, mmap_mode="r")
        self._blocks = packed.reshape(self.size, -1, PACKED)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._blocks.shape[1]) * BLOCK

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The pieces of each text; one at a time, since the tokenizer's own threads would not survive a fork.

        Where they are many more than its characters, each character has the first of its pieces only.
        """
        out = []
        for text in texts:
            one = self._tokenizer.encode(text, add_special_tokens=False)
            ids, places = np.array(one.ids, dtype=np.int32), np.array(one.offsets, dtype=np.int32).reshape(-1, 2)
            if len(ids) > len(text) + EXPANDED:
                first = np.append(True, np.any(places[1:] != places[:-1], axis=1))
                ids, places = ids[first], places[first]
            out.append(Pieces(ids, places[:, 0], places[:, 1]))
        return out

    def is_space(self, found: Pieces, first: str) -> bool:
        """Whether the first piece is a space that the text, which begins with ``first``, does not have."""
        return bool(first) and not first.isspace() and len(found.ids) > 1 and int(found.ids[0]) == self._space

    def content(self, name: str) -> Vectors:
        """What a name consists of, for comparing it with another: the mean vector of its pieces."""
        mean: Vectors = self.vectors(self.pieces([name])[0].ids).mean(axis=0)
        return mean

    def vectors(self, ids: npt.NDArray[np.int32]) -> Vectors:
        """float32 of shape ``(*ids.shape, width)``."""
        known, place = np.unique(ids, return_inverse=True)
        rows = np.empty((len(known), self.width), dtype=np.float32)
        own = known < self.size
        rows[own] = unpack(self._blocks[known[own]])
        rows[~own] = self._names[known[~own] - self.size]
        return rows[place.reshape(ids.shape)]


def unpack(blocks: npt.NDArray[np.uint8]) -> Vectors:
    """Rows of packed blocks, uint8 of shape ``(n, blocks, 18)``, as float32."""
    blocks = np.ascontiguousarray(blocks)
    scale = blocks[..., :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1).astype(np.float32) - MIDDLE
    return (nibbles * scale).reshape(len(blocks), -1)
