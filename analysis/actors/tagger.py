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

from analysis.actors.decoding import best_paths
from analysis.actors.features import ROWS, TOKEN, fixed_features, gram_features
from analysis.actors.folding import latin
from analysis.actors.lexicon import ANYWHERE, COMMON, PROPER, Lexicon
from analysis.actors.rescoring import Rescorer, load_rescorer
from analysis.actors.vocabulary import Vocabulary
from analysis.errors import DataError
from analysis.grammar import grammar
from analysis.resources import DATA

Array = npt.NDArray[np.float32]
Span = tuple[int, int]
Key = tuple[str, bool, str]
"""A word as it is read: its letters, whether white space stands before it, and the language."""

WEIGHTS = DATA / "models" / "names" / "tagger.npz"
KNOWN_WORDS = 40_000
"""Word vectors kept between calls; about 20 MB."""
MAX_TOKENS = 400
"""Longer sentences are cut into pieces, so that memory stays bounded."""
GROUP_TOKENS, DECODED_TOKENS = 400, 4_000
"""Tokens that are scored together (so few that they stay in the processor's cache), and that are decoded together."""
NAME_TYPES = ("person", "organization", "place")
FORBIDDEN = -1e4
EPSILON = 1e-5


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name in a text, with the mean margin of its tags over being no name (in nats; larger is surer)."""

    start: int
    end: int
    type: str
    margin: float
    odds: tuple[float, float, float]
    """Probabilities of a person, an organisation and a place at its first token, on its own."""


class Tagger:
    """The loaded network."""

    def __init__(self, path: Path = WEIGHTS, rescorer: Rescorer | None = None) -> None:
        self._rescorer = rescorer
        try:
            with np.load(path) as stored:
                data: dict[str, Any] = {name: stored[name] for name in stored.files}
        except (OSError, ValueError) as error:
            raise DataError(f"the name tagger's weights {path.name} cannot be read: {error}") from error
        self._lexicon = Lexicon(data.pop("lexicon"))
        self._vocabulary = Vocabulary(*(data.pop(f"words_{part}") for part in ("sizes", "lower", "columns")))
        self._table, self._scale = data.pop("table"), data.pop("scale").astype(np.float32)
        self._tags = [str(tag) for tag in data.pop("tags")]
        self._of_type = [[at for at, tag in enumerate(self._tags) if tag[2:] == kind] for kind in NAME_TYPES]
        self._languages = [str(code) for code in data.pop("languages")]
        self._styles = [str(name) for name in data.pop("styles")]
        self._dilations = [int(d) for d in data.pop("dilations")]
        self._w: dict[str, Array] = {name: value.astype(np.float32) for name, value in data.items()}
        linear = [f"blocks.{index}.linear.weight" for index in range(len(self._dilations))]
        self._blocks = [np.ascontiguousarray(self._w[name].T) for name in linear]
        self._out = np.ascontiguousarray(self._w["out.weight"].T)
        self._transitions = self._w["transitions"] + self._forbidden()
        self._start = self._w["start"] + np.array([FORBIDDEN * tag.startswith("I-") for tag in self._tags], np.float32)
        self._contexts = {code: self._context(code) for code in (*self._languages, "")}
        self._blanks = [np.zeros(self._table.shape[1], np.float32)] * max(self._dilations)
        self._recent: dict[Key, Array] = {}
        self._older: dict[Key, Array] = {}

    def tag(self, text: str, sentences: Sequence[Span], language: str) -> list[Tagged]:
        """Names in these stretches of the text, in text order."""
        code = language if language in self._languages else ""
        pieces = [piece for start, end in sentences for piece in _pieces(text, start, end)]
        found: list[Tagged] = []
        rescored = self._rescorer.start(text, code) if self._rescorer else None
        for batch in _groups(pieces, DECODED_TOKENS):
            scores = np.concatenate([self._scores(text, group, code) for group in _groups(batch, GROUP_TOKENS)])
            if rescored is not None:
                scores = rescored(batch, scores)
            path = best_paths(scores, [len(piece) for piece in batch], self._start, self._transitions)
            found += self._names([token for piece in batch for token in piece], scores, path)
        return found

    def common(self, language: str, word: str) -> bool:
        """Whether dictionaries of the language have it as a common word; some rare ones are guessed wrongly."""
        return self._lexicon.knows(language, word.lower(), COMMON)

    def proper(self, language: str, word: str) -> bool:
        """Whether dictionaries or lists have it as a name, in this language or in another one."""
        return any(self._lexicon.knows(code, word.lower(), PROPER) for code in (language, ANYWHERE))

    def _scores(self, text: str, pieces: list[list[Span]], code: str) -> Array:
        """Scores of all tags for each token of these sentences."""
        pad = len(self._blanks)
        tokens = [(text[start:end], not start or text[start - 1].isspace(), code) for p in pieces for start, end in p]
        inputs = self._inputs(tokens, code)
        rows, gaps, at = [*self._blanks], [*range(pad)], 0
        for piece in pieces:
            rows += inputs[at : at + len(piece)]
            gaps += range(len(rows), len(rows) + pad)
            rows += self._blanks
            at += len(piece)
        between = np.array(gaps)
        return np.delete(self._forward(np.concatenate(rows).reshape(len(rows), -1), between), between, 0)

    def _context(self, code: str) -> Array:
        """What the network adds to every word of a language; the empty code stands for one that it does not know."""
        language = self._languages.index(code) if code else len(self._languages)
        corpus = grammar(code).name_corpus
        style = self._styles.index(corpus) if corpus else len(self._styles)
        context: Array = self._w["language.weight"][language] + self._w["style.weight"][style]
        return context

    def _forward(self, x: Array, gaps: npt.NDArray[np.int64]) -> Array:
        """Scores of the tags; ``gaps`` are the rows between sentences, which stay zero."""
        buffer = np.empty(max(len(weight) for weight in self._blocks) * len(x), dtype=np.float32)
        for index, (weight, d) in enumerate(zip(self._blocks, self._dilations, strict=True)):
            width = x.shape[1]
            joined = buffer[: 3 * width * len(x)].reshape(len(x), 3 * width)
            joined[:d, :width] = 0
            joined[d:, :width] = x[:-d]
            joined[:, width : 2 * width] = x
            joined[:-d, 2 * width :] = x[d:]
            joined[-d:, 2 * width :] = 0
            h = joined @ weight
            h += self._w[f"blocks.{index}.linear.bias"]
            h = self._norm(h, f"blocks.{index}.norm")
            np.maximum(h, 0, out=h)
            x = h if index == 0 else np.add(x, h, out=x)
            x[gaps] = 0
        scores: Array = x @ self._out + self._w["out.bias"]
        return scores

    def _norm(self, x: Array, name: str) -> Array:
        """Layer normalisation of the rows, in place."""
        x -= np.einsum("ij->i", x)[:, None] / x.shape[1]
        x /= np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + EPSILON)[:, None]
        x *= self._w[f"{name}.weight"]
        x += self._w[f"{name}.bias"]
        return x

    def _inputs(self, tokens: list[Key], code: str) -> list[Array]:
        """The first layer's vector of each token; it depends on the word and the language alone, so it is kept.

        Two generations are kept: when the younger is full it becomes the older, from which words in use come back.
        """
        if len(self._recent) >= KNOWN_WORDS // 2:
            self._older, self._recent = self._recent, {}
        recent, older = self._recent, self._older
        missing = [token for token in dict.fromkeys(tokens) if token not in recent]
        recent.update({token: older[token] for token in missing if token in older})
        new = [token for token in missing if token not in recent]
        if new:
            vectors = self._norm(self._vectors(new) + self._contexts[code], "norm")
            recent.update(zip(new, vectors, strict=True))
        return [recent[token] for token in tokens]

    def _vectors(self, tokens: list[Key]) -> Array:
        """For each word the sum of its features' vectors, its character n-grams averaged."""
        features = [self._features(*token) for token in tokens]
        every = np.array([row for pair in features for rows in pair for row in rows])
        scales, vectors = self._scale.take(every), self._table.take(every, axis=0).astype(np.float32)
        out = np.empty((len(tokens), vectors.shape[1]), np.float32)
        first = 0
        for place, (fixed, grams) in enumerate(features):
            middle, last = first + len(fixed), first + len(fixed) + len(grams)
            out[place] = scales[first:middle] @ vectors[first:middle]
            out[place] += scales[middle:last] @ vectors[middle:last] * (2 / len(grams))
            first = last
        return out

    def _features(self, word: str, spaced: bool, code: str) -> tuple[list[int], list[int]]:
        """Rows of the table: of the word, its affixes and what is known of it, and of its n-grams."""
        spelt = latin(word)
        rows = fixed_features(spelt, spaced, self._lexicon.label(code, spelt))
        return rows + [ROWS + row for row in self._vocabulary.rows(spelt)], gram_features(spelt)

    def _forbidden(self) -> Array:
        """A name goes on only after its own beginning."""
        out = np.zeros((len(self._tags), len(self._tags)), dtype=np.float32)
        for j, tag in enumerate(self._tags):
            if tag.startswith("I-"):
                for i, before in enumerate(self._tags):
                    if before[2:] != tag[2:] or before == "O":
                        out[i, j] = FORBIDDEN
        return out

    def _names(self, tokens: list[Span], scores: Array, path: list[int]) -> list[Tagged]:
        """Runs of tags that are a name's; a name begins anew in each sentence, since none may open inside one."""
        margins = (scores[np.arange(len(path)), path] - scores[:, 0]).tolist()
        found: list[Tagged] = []
        index = 0
        for begin in np.flatnonzero(path).tolist():
            if begin < index:
                continue
            kind = self._tags[path[begin]][2:]
            index = begin + 1
            while index < len(path) and self._tags[path[index]] == "I-" + kind:
                index += 1
            margin = sum(margins[begin:index]) / (index - begin)
            found.append(Tagged(tokens[begin][0], tokens[index - 1][1], kind, margin, self._odds(scores[begin])))
        return found

    def _odds(self, scores: Array) -> tuple[float, float, float]:
        """Probabilities of the three types, whether a name begins or goes on."""
        each = np.exp(scores - scores.max())
        each /= each.sum()
        person, organisation, place = (float(each[tags].sum()) for tags in self._of_type)
        return person, organisation, place


def _groups(pieces: list[list[Span]], limit: int) -> Iterator[list[list[Span]]]:
    """Runs of sentences that together have at most so many tokens."""
    group: list[list[Span]] = []
    size = 0
    for piece in pieces:
        if group and size + len(piece) > limit:
            yield group
            group, size = [], 0
        group.append(piece)
        size += len(piece)
    if group:
        yield group


def _pieces(text: str, start: int, end: int) -> list[list[Span]]:
    tokens = [match.span() for match in TOKEN.finditer(text, start, end)]
    return [tokens[low : low + MAX_TOKENS] for low in range(0, len(tokens), MAX_TOKENS)]


@cache
def load_tagger() -> Tagger:
    """The shipped tagger, which reads again where it is in doubt, loaded once a process."""
    return Tagger(rescorer=load_rescorer())
