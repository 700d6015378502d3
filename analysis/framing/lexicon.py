"""The lists ``loaded`` of each language, and what class a word that they lack belongs to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from analysis import resources
from analysis.columns import LoadedCategory
from analysis.encoders import load_encoder
from analysis.errors import DataError
from analysis.framing.patterns import Found, Patterns, Word
from analysis.framing.voice import Stretches
from analysis.matching import key
from analysis.types import Actor, Document, Vectors

MODEL = resources.DATA / "models" / "loaded"
CATEGORIES = tuple(category.value for category in LoadedCategory)
SHORTEST = 3
"""Letters of a content word, at least."""
CACHED_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list of a language says of an expression: its category and its intensity, 1 (mild) to 3 (strong)."""

    category: str
    intensity: int


@cache
def lexicon(code: str) -> Patterns[Listed]:
    """The list of a supported language."""
    return Patterns(((row[0], Listed(row[1], int(row[2]))) for row in resources.rows(code, "loaded")), code)


def matches_of(document: Document, words: Sequence[Word]) -> list[Found[Listed]]:
    """Where the text has what is listed."""
    return list(lexicon(document.language).find(words, document.text))


def names_of(actors: Sequence[Actor]) -> list[tuple[int, int]]:
    """Where the text names somebody or something."""
    return [(each.start, each.end) for actor in actors for each in actor.mentions if each.kind == "name"]


def content_words(code: str, words: Sequence[Word], names: Stretches) -> list[Word]:
    """Words that are no name, no number and no function word."""
    grammar = _grammar(code)
    return [
        word
        for word in words
        if len(word.lower) >= SHORTEST
        and word.lower.isalpha()
        and word.lower not in grammar
        and not names.holds(word.start)
    ]


@cache
def _grammar(code: str) -> frozenset[str]:
    return frozenset(key(word) for word in resources.words(code, "function_words"))


class Categories:
    """A linear model of word vectors, fitted to the lists by ``analysis.training.loaded``."""

    def __init__(self, weight: Vectors, bias: Vectors, encoder: str) -> None:
        self._weight, self._bias, self.encoder = weight, bias, encoder
        self._known: dict[str, str] = {}

    def of(self, form: str) -> str:
        """The likeliest category of a folded word; a word is encoded once a process."""
        known = self._known.get(form)
        if known is None:
            scores = load_encoder().encode([form])[0] @ self._weight + self._bias
            known = CATEGORIES[int(np.argmax(scores))]
            if len(self._known) >= CACHED_WORDS:
                self._known = {}
            self._known[form] = known
        return known


@cache
def categories(folder: Path = MODEL) -> Categories:
    """The model in a folder, read once a process. Raises DataError."""
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        with np.load(folder / "loaded.npz", allow_pickle=False) as stored:
            return Categories(
                stored["weight"].astype(np.float32), stored["bias"].astype(np.float32), str(card["encoder"])
            )
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"the model of loaded language in {folder.name} cannot be read: {error}") from error
