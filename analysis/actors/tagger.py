"""Finds names in sentences with a small convolutional network in plain numpy (weights in ``data/models/names``).

Method: hashed word, affix, shape and character n-gram features (Serrà & Karatzoglou 2017), four convolutions with
residuals, and Viterbi decoding of begin/inside/outside tags over learnt transitions (Lample et al. 2016).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.actors.features import ROWS, TOKEN, fixed_features, gram_features
from analysis.actors.folding import latin
from analysis.actors.lexicon import COMMON, Lexicon
from analysis.actors.vocabulary import Vocabulary
from analysis.errors import DataError
from analysis.resources import DATA

Array = npt.NDArray[np.float32]

WEIGHTS = DATA / "models" / "names" / "tagger.npz"
STYLES = {
    "sv": "sv_webbnyheter",
    "nb": "nb_norne",
    "nn": "nn_norne",
    "da": "da_ddt",
    "ro": "ro_ronec1",
    "en": "en_ewt",
    "de": "de_germeval",
    "fr": "fr_winer",
}
"""The corpus whose conventions a language's names follow."""
KNOWN_WORDS = 40_000
"""Word vectors kept between calls; about 20 MB."""
MAX_TOKENS = 400
"""Longer sentences are cut into pieces, so that memory stays bounded."""
GROUP_TOKENS = 400
"""Tokens that are scored together."""
FORBIDDEN = -1e4
EPSILON = 1e-5
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name in a text, with the mean margin of its tags over being no name (in nats; larger is surer)."""

    start: int
    end: int
    type: str
    margin: float


class Tagger:
    """The loaded network."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        try:
            with np.load(path) as stored:
                data: dict[str, Any] = {name: stored[name] for name in stored.files}
        except (OSError, ValueError) as error:
            raise DataError(f"the name tagger's weights {path.name} cannot be read: {error}") from error
        self._lexicon = Lexicon(data.pop("lexicon"))
        self._vocabulary = Vocabulary(*(data.pop(f"words_{part}") for part in ("sizes", "lower", "columns")))
        self._table, self._scale = data.pop("table"), data.pop("scale").astype(np.float32)
        self._tags = [str(tag) for tag in data.pop("tags")]
        self._languages = [str(code) for code in data.pop("languages")]
        self._styles = [str(name) for name in data.pop("styles")]
        self._dilations = [int(d) for d in data.pop("dilations")]
        self._w: dict[str, Array] = {name: value.astype(np.float32) for name, value in data.items()}
        linear = [f"blocks.{index}.linear.weight" for index in range(len(self._dilations))]
        self._blocks = [np.ascontiguousarray(self._w[name].T) for name in linear]
        self._out = np.ascontiguousarray(self._w["out.weight"].T)
        self._transitions = self._w["transitions"] + self._forbidden()
        self._start = self._w["start"] + np.array([FORBIDDEN * tag.startswith("I-") for tag in self._tags], np.float32)
        self._vectors: dict[tuple[str, bool, str], Array] = {}

    def tag(self, text: str, sentences: Sequence[tuple[int, int]], language: str) -> list[Tagged]:
        """Names in these stretches of the text, in text order."""
        pieces = [piece for start, end in sentences for piece in _pieces(text, start, end)]
        found: list[Tagged] = []
        for group in _groups(pieces):
            scores = self._scores(text, group, language)
            for tokens, part, path in zip(group, scores, self._decode(scores), strict=True):
                found += self._names(tokens, part, path)
        return found

    def _scores(self, text: str, pieces: list[list[tuple[int, int]]], language: str) -> list[Array]:
        pad = max(self._dilations)
        size = sum(len(piece) + pad for piece in pieces) + pad
        x = np.zeros((size, self._table.shape[1]), dtype=np.float32)
        mask = np.zeros((size, 1), dtype=np.float32)
        at, places = pad, []
        code = language if language in self._languages else ""
        for piece in pieces:
            for offset, (start, end) in enumerate(piece):
                x[at + offset] = self._vector(text[start:end], start == 0 or text[start - 1].isspace(), code)
            mask[at : at + len(piece)] = 1
            places.append((at, at + len(piece)))
            at += len(piece) + pad
        scores = self._forward(x + self._context(language), mask)
        return [scores[low:high] for low, high in places]

    def common(self, language: str, word: str) -> bool:
        """Whether dictionaries of the language have it as a common word; some rare ones are guessed wrongly."""
        return self._lexicon.knows(language, word.lower(), COMMON)

    def _context(self, language: str) -> Array:
        code = self._languages.index(language) if language in self._languages else len(self._languages)
        style = self._styles.index(STYLES[language]) if language in STYLES else len(self._styles)
        context: Array = self._w["language.weight"][code] + self._w["style.weight"][style]
        return context

    def _forward(self, x: Array, mask: Array) -> Array:
        x = self._norm(x, "norm")
        x *= mask
        for index, (weight, d) in enumerate(zip(self._blocks, self._dilations, strict=True)):
            joined = np.zeros((len(x), 3 * x.shape[1]), dtype=np.float32)
            width = x.shape[1]
            joined[d:, :width] = x[:-d]
            joined[:, width : 2 * width] = x
            joined[:-d, 2 * width :] = x[d:]
            h = joined @ weight
            h += self._w[f"blocks.{index}.linear.bias"]
            h = self._norm(h, f"blocks.{index}.norm")
            np.maximum(h, 0, out=h)
            x = h if index == 0 else np.add(x, h, out=x)
            x *= mask
        scores: Array = x @ self._out + self._w["out.bias"]
        return scores

    def _norm(self, x: Array, name: str) -> Array:
        """Layer normalisation of the rows, in place."""
        x -= np.einsum("ij->i", x)[:, None] / x.shape[1]
        x /= np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + EPSILON)[:, None]
        x *= self._w[f"{name}.weight"]
        x += self._w[f"{name}.bias"]
        return x

    def _vector(self, word: str, spaced: bool, code: str) -> Array:
        key = (word, spaced, code)
        vector = self._vectors.get(key)
        if vector is None:
            spelt = latin(word)
            rows = fixed_features(spelt, spaced, self._lexicon.label(code, spelt))
            rows += [ROWS + row for row in self._vocabulary.rows(spelt)]
            grams = gram_features(spelt)
            vector = self._scale[rows] @ self._table[rows].astype(np.float32)
            vector = vector + self._scale[grams] @ self._table[grams].astype(np.float32) * (2 / len(grams))
            if len(self._vectors) >= KNOWN_WORDS:
                self._vectors.clear()
            self._vectors[key] = vector
        return vector

    def _forbidden(self) -> Array:
        """A name goes on only after its own beginning."""
        out = np.zeros((len(self._tags), len(self._tags)), dtype=np.float32)
        for j, tag in enumerate(self._tags):
            if tag.startswith("I-"):
                for i, before in enumerate(self._tags):
                    if before[2:] != tag[2:] or before == "O":
                        out[i, j] = FORBIDDEN
        return out

    def _names(self, tokens: list[tuple[int, int]], scores: Array, path: npt.NDArray[np.int64]) -> list[Tagged]:
        found: list[Tagged] = []
        if not path.any():
            return []
        best = path.tolist()
        margins = (scores[np.arange(len(best)), path] - scores[:, 0]).tolist()
        index = 0
        while index < len(best):
            tag = self._tags[best[index]]
            end = index + 1
            if tag != OUTSIDE:
                while end < len(best) and self._tags[best[end]] == "I-" + tag[2:]:
                    end += 1
                margin = sum(margins[index:end]) / (end - index)
                found.append(Tagged(tokens[index][0], tokens[end - 1][1], tag[2:], margin))
            index = end
        return found

    def _decode(self, scores: list[Array]) -> list[npt.NDArray[np.int64]]:
        """Best tags of each sentence (Viterbi), all sentences of the group at once.

        A shorter sentence stays in its last state: the added rows let only that state go on, at no cost.
        """
        lengths = np.array([len(part) for part in scores])
        count, size, tags = len(scores), int(lengths.max()), len(self._tags)
        padded = np.zeros((size, count, tags), dtype=np.float32)
        for row, part in enumerate(scores):
            padded[: len(part), row] = part
        alpha = padded[0] + self._start
        back = np.zeros((size, count, tags), dtype=np.int64)
        for step in range(1, size):
            total = alpha[:, :, None] + self._transitions
            live = (step < lengths)[:, None]
            back[step] = np.where(live, total.argmax(1), np.arange(tags))
            alpha = np.where(live, total.max(1) + padded[step], alpha)
        paths = np.zeros((size, count), dtype=np.int64)
        paths[-1] = alpha.argmax(1)
        for step in range(size - 1, 0, -1):
            paths[step - 1] = back[step][np.arange(count), paths[step]]
        return [paths[:length, row] for row, length in enumerate(lengths)]


def _groups(pieces: list[list[tuple[int, int]]]) -> Iterator[list[list[tuple[int, int]]]]:
    """Runs of sentences that together stay below the size of a group."""
    group: list[list[tuple[int, int]]] = []
    size = 0
    for piece in pieces:
        if group and size + len(piece) > GROUP_TOKENS:
            yield group
            group, size = [], 0
        group.append(piece)
        size += len(piece)
    if group:
        yield group


def _pieces(text: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    tokens = [(match.start(), match.end()) for match in TOKEN.finditer(text, start, end)]
    return [tokens[low : low + MAX_TOKENS] for low in range(0, len(tokens), MAX_TOKENS)]


@cache
def load_tagger() -> Tagger:
    """The shipped tagger, loaded once a process."""
    return Tagger()
