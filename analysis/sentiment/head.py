"""The shipped tone model: word vectors of the embedded encoder, read by a small transformer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from analysis.encoders import load_encoder
from analysis.errors import DataError
from analysis.resources import DATA
from analysis.sentiment.contexts import Context, Word
from analysis.sentiment.reading import Reading
from analysis.types import Encoder, Vectors

if TYPE_CHECKING:
    from analysis.sentiment.network import Network

MODEL = DATA / "models" / "tone"
CACHED_WORDS = 20_000
"""Projected words kept in memory: about 30 MB."""


class ToneModel(Protocol):
    """Reads the tone of contexts; a shipped head or a classifier from a hub. ``identity`` names it."""

    @property
    def identity(self) -> str: ...

    def read(self, contexts: Sequence[Context]) -> list[Reading]:
        """A reading for each context, in order."""
        ...


class ToneHead:
    """The shipped network over one encoder's word vectors; a word is encoded once a process."""

    identity = "parallax-tone"

    def __init__(self, network: Network, encoder: Encoder) -> None:
        self._network, self._encoder = network, encoder
        self._cache: dict[Word, Vectors] = {}

    def read(self, contexts: Sequence[Context]) -> list[Reading]:
        """A reading for each context, in order; all new words go through the encoder in one call."""
        if not contexts:
            return []
        known = self._known({word for context in contexts for word in context.words if word is not None})
        nothing = np.zeros(self._network.width, dtype=np.float32)
        rows = [np.stack([nothing if word is None else known[word] for word in context.words]) for context in contexts]
        return self._network.read(contexts, rows)

    def _known(self, words: set[Word]) -> dict[Word, Vectors]:
        """The projected words; a full cache is started afresh."""
        cached = self._cache
        new = sorted(words - cached.keys())
        if new:
            if len(cached) + len(new) > CACHED_WORDS:
                cached = {word: cached[word] for word in words if word in cached}
            projected = self._network.project(new, self._encoder.encode([word for _, word in new]))
            cached = {**cached, **dict(zip(new, projected, strict=True))} if len(new) > len(cached) else cached
            for word, row in zip(new, projected, strict=True):
                cached[word] = row
            self._cache = cached
        return cached


@cache
def _stored(folder: Path) -> tuple[Network, str]:
    """The network in a folder and the identity of the encoder it was fitted to."""
    from analysis.sentiment.network import Network  # it brings torch along, which takes seconds to import

    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "tone.npz", allow_pickle=False) as arrays:
            fitted = {name: arrays[name] for name in arrays.files}
        network = Network(fitted, float(card["temperature"]), card["class_shares"])
        return network, str(card["encoder"])
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the tone model in {folder.name} cannot be read: {error}") from error


_HEADS: dict[str, ToneHead | None] = {}


def shipped_head(encoder: Encoder) -> ToneHead | None:
    """The shipped model over this encoder, or over the embedded one where this is another; made once a process.

    ``None`` if the model was fitted to neither: its numbers would mean nothing.
    """
    if encoder.identity not in _HEADS:
        network, identity = _stored(MODEL)
        fitting = encoder if encoder.identity == identity else load_encoder()
        _HEADS[encoder.identity] = ToneHead(network, fitting) if fitting.identity == identity else None
    return _HEADS[encoder.identity]
