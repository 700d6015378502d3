"""The words that the tone network learns something of, and the English word pieces that each begins as.

A foreign word begins as the mean of its translations' word pieces (as in WECHSEL, Minixhofer et al. 2022), a word
without a translation as the mean over its nearest English words by the encoder's vectors.
"""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import simplemma

from analysis import resources
from analysis.sentiment.contexts import Word
from analysis.text import fold
from analysis.training.tone.dictionary import SOURCES, Dictionary
from analysis.types import Encoder, Vectors

MOST_FREQUENT = {"en": 60_000, "de": 60_000, "fr": 45_000, "sv": 40_000, "nb": 40_000, "da": 29_000, "ro": 43_000}
"""Frequent words taken of each language; Nynorsk takes Bokmål's."""
WEIGHED = {
    "en": 28_000,
    "de": 28_000,
    "fr": 20_000,
    "sv": 20_000,
    "nb": 20_000,
    "da": 20_000,
    "ro": 24_000,
    "nn": 20_000,
}
"""How many frequent words of each language are as good as a word seen once in training."""
SPELLED = {"nn": "nb"}
MOST_RANKED = 3
MOST_WORDS, MOST_KEPT, MOST_MEANT = 3, 8, 4
"""Words in an English translation, translations kept of a word, and of these the most frequent that count."""
RAREST, LEAST_FREQUENCY = 1e-8, 1e-7
DAMPED = 0.25
ANCHOR = 3e-7
"""Frequency of an English word from which on it may stand for foreign words near it."""
NEIGHBOURS, SOFTNESS, CHUNK = 5, 0.05, 1024
RIDGE = 1.0
SISTERS = {"da": ("nb",), "nb": ("da",), "nn": ("nb", "da")}
"""Languages in whose dictionaries a word of the same spelling is looked for as well."""

Reverse = dict[str, dict[str, list[str]]]
Told = npt.NDArray[np.bool_]


class Pieces(Protocol):
    """An English transformer's word pieces."""

    width: int

    def embedding(self, phrase: str) -> Vectors:
        """The mean of a phrase's word pieces, (width,)."""
        ...


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by number, from 1 on; their encoder vectors (n, d) and the word pieces they begin as (n, width)."""

    words: tuple[Word, ...]
    vectors: Vectors
    wanted: Vectors
    numbers: Mapping[Word, int] = field(repr=False)

    def number(self, word: Word | None) -> int:
        """The word's number; 0 for a word that does not count or is not known."""
        return 0 if word is None else self.numbers.get(word, 0)

    def regression(self, size: int) -> tuple[Vectors, Vectors]:
        """The linear map (width, d) from vectors to word pieces, and the main directions (width, size) of the rest."""
        gram = self.vectors.T.astype(np.float64) @ self.vectors + RIDGE * np.eye(self.vectors.shape[1])
        by_vector = np.linalg.solve(gram, self.vectors.T.astype(np.float64) @ self.wanted).T.astype(np.float32)
        rest = self.rest(by_vector)
        _, directions = np.linalg.eigh((rest.T @ rest).astype(np.float64))
        return by_vector, np.ascontiguousarray(directions[:, ::-1][:, :size]).astype(np.float32)

    def rest(self, by_vector: Vectors) -> Vectors:
        """What the regression does not say of the words, (n, width)."""
        rest: Vectors = self.wanted - self.vectors @ by_vector.T
        return rest

    def rarity(self) -> dict[int, float]:
        """For numbers of frequent words the rank in their language, as a part of how many count as frequent."""
        out: dict[int, float] = {}
        for code, most in WEIGHED.items():
            listed = frequent_words(SPELLED.get(code, code), MOST_RANKED * most)
            known = [number for word in listed if (number := self.numbers.get((code, word)))]
            out |= {number: rank / most for rank, number in enumerate(known)}
        return out


def vocabulary_of(
    seen: Iterable[Word], dictionary: Dictionary, reverse: Reverse, pieces: Pieces, encoder: Encoder
) -> Vocabulary:
    """The frequent words of all languages, the words seen, and what the dictionary can put in their place."""
    words: set[Word] = set(seen)
    for code in resources.languages():
        words |= {(code, word) for word in frequent_words(code, MOST_FREQUENT.get(code, 0))}
        words |= {(code, word) for word in resources.words(code, "frequencies")}
    words |= {("nn", word) for code, word in words if code == "nb"}
    english = {word for code, word in words if code == "en"}
    for code, known in dictionary.items():
        words |= {(code, other) for word in english & known.keys() for other in known[word] if other[:1].isalpha()}
    ordered = tuple(sorted(words))
    vectors = encoder.encode([word for _, word in ordered]).astype(np.float32)
    wanted, told = _translated(ordered, reverse, pieces)
    _by_neighbours(ordered, vectors, wanted, told)
    return Vocabulary(ordered, vectors, wanted, {word: index + 1 for index, word in enumerate(ordered)})


def read_reverse(folder: Path) -> Reverse:
    """For each language, a single word's translations into up to three English words."""
    out: Reverse = {code: defaultdict(list) for code in resources.languages() if code != "en"}
    for name in SOURCES:
        with lzma.open(folder / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                english = fold(entry.get("en", ""))
                if not english or len(english.split()) > MOST_WORDS:
                    continue
                for code in out.keys() & entry.keys():
                    word = fold(entry[code])
                    if word and " " not in word and english not in out[code][word]:
                        out[code][word] = [*out[code][word], english][:MOST_KEPT]
    for word, found in out["nb"].items():
        out["nn"].setdefault(word, found)
    return {code: dict(known) for code, known in out.items()}


def meanings(word: Word, reverse: Reverse) -> list[str]:
    """The most frequent English translations of a foreign word, or of its base form."""
    code, text = word
    for own in (code, *SISTERS.get(code, ())):
        known = reverse.get(own, {})
        found = known.get(text) or known.get(fold(simplemma.lemmatize(text, lang=own)))
        if found:
            return sorted(found, key=lambda phrase: -_frequency(phrase))[:MOST_MEANT]
    return []


@lru_cache(maxsize=8)
def frequent_words(code: str, most: int) -> tuple[str, ...]:
    """The most frequent words of a language by wordfreq, folded; none of a language it does not list."""
    from wordfreq import available_languages, get_frequency_dict

    if not most or code not in available_languages("small"):
        return ()
    listed = sorted(get_frequency_dict(code, "best").items(), key=lambda entry: -entry[1])[:most]
    return tuple(dict.fromkeys(word for word in (fold(text) for text, _ in listed) if word[:1].isalpha()))


@lru_cache(maxsize=1 << 17)
def _frequency(phrase: str) -> float:
    from wordfreq import get_frequency_dict

    known = get_frequency_dict("en", "best")
    return float(min(known.get(word, RAREST) for word in phrase.split()))


def _translated(words: Sequence[Word], reverse: Reverse, pieces: Pieces) -> tuple[Vectors, Told]:
    """The word pieces each word begins as, and which have any."""
    wanted, told = np.zeros((len(words), pieces.width), dtype=np.float32), np.zeros(len(words), dtype=np.bool_)
    embedding = lru_cache(maxsize=None)(pieces.embedding)
    for index, (code, word) in enumerate(words):
        meant = [word] if code == "en" else meanings((code, word), reverse)
        if meant:
            weights = [max(_frequency(phrase), LEAST_FREQUENCY) ** DAMPED for phrase in meant]
            wanted[index] = np.average([embedding(phrase) for phrase in meant], axis=0, weights=weights)
            told[index] = True
    return wanted, told


def _by_neighbours(words: Sequence[Word], vectors: Vectors, wanted: Vectors, told: Told) -> None:
    """Fill in the words without a translation from the frequent English words nearest to them."""
    unit = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + RAREST)
    anchors = np.array([i for i, (code, word) in enumerate(words) if code == "en" and _frequency(word) > ANCHOR])
    missing = np.flatnonzero(~told)
    for start in range(0, len(missing), CHUNK):
        rows = missing[start : start + CHUNK]
        likeness = unit[rows] @ unit[anchors].T
        nearest = np.argpartition(-likeness, min(NEIGHBOURS, len(anchors) - 1), axis=1)[:, :NEIGHBOURS]
        weights = np.exp(np.take_along_axis(likeness, nearest, axis=1) / SOFTNESS)
        weights /= weights.sum(axis=1, keepdims=True)
        wanted[rows] = np.einsum("rn,rnw->rw", weights, wanted[anchors[nearest]])
