"""Reads again the sentences in which the name tagger is in doubt, and weighs what the reader makes of their words.

Method: a read-out of the reader's states, one hidden layer, gives each word the likelihood of each tag; its logarithm
is added to the tagger's score of the tag, by a weight, before the tags are decoded together (shallow fusion, Gulcehre
et al. 2015). Weights in ``data/models/rescoring``; fitted by ``analysis.training.rescoring``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.errors import DataError
from analysis.grammar import grammar
from analysis.reader import Passage, Reader, load_reader
from analysis.resources import MODELS

Array = npt.NDArray[np.float32]
Span = tuple[int, int]

MODEL = MODELS / "rescoring"
WEIGHT = 0.5
"""How much the read-out's log-likelihood counts beside the tagger's score, which is in nats too."""
NAMES = 0.5
"""How much likelier than in its corpora a name is for the read-out, in nats: they leave out names of other kinds."""
FLOOR = -8.0
"""A tag that the read-out thinks impossible is only unlikely: its smallest log-likelihood, in nats."""
DOUBT = 1.0
"""Difference of the two best kinds of a word (no name, or one of the three), in nats, below which it is in doubt."""
MOST = 1500
"""Words of a text that are read again at most: a third of a second."""
KINDS = ((0,), (1, 2), (3, 4), (5, 6))
"""The tags of each kind, as the tagger numbers them."""


@dataclass(frozen=True, slots=True)
class ReadOut:
    """Log-likelihoods of the tags from the states of words.

    ``inner`` has the shape (hidden, 2 x width), ``styles`` a row of hidden numbers for each guideline that names were
    marked by, the first for none.
    """

    inner: Array
    bias: Array
    outer: Array
    outer_bias: Array
    styles: Array
    corpora: tuple[str, ...]

    def __call__(self, states: Array, corpus: str) -> Array:
        """Log-likelihoods, float32 of shape (words, tags), of words by the guideline of a corpus."""
        style = self.styles[self.corpora.index(corpus) if corpus in self.corpora else 0]
        hidden = np.maximum(states @ self.inner.T + (self.bias + style), 0.0)
        raw = hidden @ self.outer.T + self.outer_bias
        raw -= raw.max(axis=1, keepdims=True)
        out: Array = (raw - np.log(np.exp(raw).sum(axis=1, keepdims=True))).astype(np.float32)
        return out


class Rescorer:
    """The loaded read-out and the reader that it goes with."""

    def __init__(self, read_out: ReadOut, reader: Reader) -> None:
        self._read_out, self._reader = read_out, reader

    def start(self, text: str, language: str) -> Rescoring:
        """A text whose names are sought; the empty language stands for one that is not known."""
        return Rescoring(self, text, grammar(language).name_corpus or "")

    def likely(self, text: str, pieces: Sequence[Sequence[Span]], corpus: str) -> Array:
        """Log-likelihoods of the tags of all words of these sentences."""
        begins = [piece[0][0] for piece in pieces]
        read = self._reader.as_written([text[piece[0][0] : piece[-1][1]] for piece in pieces])
        states = [word_states(one, piece, begin) for one, piece, begin in zip(read, pieces, begins, strict=True)]
        return self._read_out(np.concatenate(states), corpus)


class Rescoring:
    """One text: which of its words in doubt have been read again, each once, since the mentions of one name agree in
    the end (``detection``), and how many words that was."""

    def __init__(self, rescorer: Rescorer, text: str, corpus: str) -> None:
        self._rescorer, self._text, self._corpus = rescorer, text, corpus
        self._read: set[str] = set()
        self._words = 0

    def __call__(self, pieces: Sequence[Sequence[Span]], scores: Array) -> Array:
        """The scores of all words of these sentences, float32 of shape (words, tags), weighed anew where in doubt."""
        doubtful = in_doubt(scores).tolist()
        chosen: list[tuple[int, Sequence[Span]]] = []
        at = 0
        for piece in pieces:
            doubts = {
                self._text[s:e] for (s, e), doubt in zip(piece, doubtful[at : at + len(piece)], strict=True) if doubt
            }
            if doubts - self._read and self._words + len(piece) <= MOST:
                self._read |= doubts
                self._words += len(piece)
                chosen.append((at, piece))
            at += len(piece)
        if not chosen:
            return scores
        rows = np.concatenate([np.arange(at, at + len(piece)) for at, piece in chosen])
        likely = np.maximum(self._rescorer.likely(self._text, [piece for _, piece in chosen], self._corpus), FLOOR)
        out = scores.copy()
        out[rows] += WEIGHT * (likely - likely[:, :1])
        out[rows, 1:] += WEIGHT * NAMES
        return out


def in_doubt(scores: Array) -> npt.NDArray[np.bool_]:
    """Of each word, whether the two best kinds differ by little; bool of shape (words,)."""
    best = np.stack([scores[:, kind].max(axis=1) for kind in KINDS], axis=1)
    best.sort(axis=1)
    doubt: npt.NDArray[np.bool_] = best[:, -1] - best[:, -2] < DOUBT
    return doubt


def word_states(read: Passage, words: Sequence[Span], begin: int) -> Array:
    """The state of the first piece and the mean state of all pieces of each word, float32 of shape (words, 2 x width).

    ``words`` are places in a text in which what was read begins at ``begin``; zeros for a word that no piece is of.
    """
    begins, stops = np.array(words, dtype=np.int64).T - begin
    first = np.searchsorted(read.ends, begins, side="right")
    last = np.searchsorted(read.starts, stops, side="left")
    there = (first < last)[:, None]
    sums = np.concatenate([np.zeros((1, read.states.shape[1])), np.cumsum(read.states, axis=0, dtype=np.float64)])
    means = (sums[last] - sums[np.minimum(first, last)]) / np.maximum(last - first, 1)[:, None]
    firsts = read.states[np.minimum(first, max(len(read.states) - 1, 0))] if len(read.states) else means
    out: Array = (np.concatenate([firsts, means], axis=1) * there).astype(np.float32)
    return out


@cache
def load_rescorer(folder: Path = MODEL) -> Rescorer:
    """The shipped read-out with the shipped reader, loaded once a process. Raises DataError."""
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "rescoring.npz", allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files}
        read_out = ReadOut(**arrays, corpora=tuple(card["corpora"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"the read-out of names in {folder.name} cannot be read: {error}") from error
    return Rescorer(read_out, load_reader())
