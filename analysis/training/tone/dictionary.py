"""Words of one language for another's: English contexts in the words of all languages, so that none is foreign."""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import simplemma

from analysis.resources import languages
from analysis.sentiment.contexts import Context
from analysis.sentiment.words import SIZE as WORD_SIZE
from analysis.sentiment.words import describe
from analysis.text import fold

SOURCES = ("wordnet", "freedict", "apertium")
MOST_TRANSLATIONS = 3
SHARE_TRANSLATED = 0.9

Dictionary = dict[str, dict[str, list[str]]]


def read_dictionary(folder: Path) -> Dictionary:
    """For each language, an English word's first translations that are single words."""
    out: Dictionary = {code: {} for code in languages() if code != "en"}
    for name in SOURCES:
        with lzma.open(folder / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                english = fold(entry.get("en", " "))
                if " " in english:
                    continue
                for code, known in out.items():
                    word = fold(entry.get(code, " "))
                    if " " not in word:
                        found = known.setdefault(english, [])
                        if len(found) < MOST_TRANSLATIONS and word not in found:
                            found.append(word)
    for word, found in out["nb"].items():
        out["nn"].setdefault(word, found)
    return out


def translations(word: str, code: str, dictionary: Dictionary) -> list[str]:
    """Words of the language for an English word, or for its base form."""
    known = dictionary[code]
    return known.get(word) or known.get(_base(word)) or []


@lru_cache(maxsize=1 << 17)
def _base(word: str) -> str:
    return fold(simplemma.lemmatize(word, lang="en"))


def translated(context: Context, code: str, dictionary: Dictionary, rng: random.Random) -> Context:
    """The context with most of its English words replaced by words of another language, in English order."""
    words, features = list(context.words), context.features.copy()
    for index, word in enumerate(words):
        if word is None or rng.random() > SHARE_TRANSLATED:
            continue
        found = translations(word[1], code, dictionary)
        if found:
            chosen = rng.choice(found)
            words[index] = code, chosen
            features[index, :WORD_SIZE] = describe(code, chosen)
    return replace(context, words=tuple(words), features=features)
