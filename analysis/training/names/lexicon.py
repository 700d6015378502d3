"""Which words of a language are common words and which are names, from dictionaries and translated sentences.

A German noun is written like a name; its translation is not. So a capitalised word counts as common where its
translations are in lower case, and as a name where they are capitalised too.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis.actors.lexicon import ANYWHERE, COMMON, PROPER, Lexicon
from analysis.training.names.corpus import LANGUAGES

DICTIONARIES = ("freedict", "wordnet", "apertium", "cldr", "osm")
SENTENCES = ("tatoeba", "tatoeba_more", "xquad", "stsb", "ddtp", "gettext", "mediawiki", "hass", "mozilla", "rogloss")
WORD = re.compile(r"[^\W\d_]{2,30}")
MIN_COUNT = {"gettext": 2, "ddtp": 2}
"""Words of software texts must occur this often: the rest is names of programs."""
LONGEST_ENTRY = 4
NOUNS_CAPITALISED = "de"


def build(folder: Path) -> Lexicon:
    """The filter over all languages."""
    common: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    proper: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for name in DICTIONARIES:
        for row in _rows(folder / f"{name}.jsonl.xz"):
            _entry(row, common, proper)
    for name in SENTENCES:
        counts: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
        for row in _rows(folder / f"{name}.jsonl.xz"):
            for code in set(row) & set(LANGUAGES):
                counts[code].update(word for word in WORD.findall(row[code]) if word.islower())
        for code, found in counts.items():
            common[code].update(word for word, n in found.items() if n >= MIN_COUNT.get(name, 1))
    lexicon = Lexicon.empty()
    for code in LANGUAGES:
        print(f"lexicon {code}: {len(common[code])} common words, {len(proper[code])} names", flush=True)
        for word in common[code]:
            lexicon.add(code, word, COMMON)
        for word in proper[code]:
            lexicon.add(code, word, PROPER)
            lexicon.add(ANYWHERE, word, PROPER)
    return lexicon


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _entry(row: dict[str, str], common: dict[str, set[str]], proper: dict[str, set[str]]) -> None:
    """Sort the words of a dictionary entry by their case and that of the other languages' words."""
    texts = {code: WORD.findall(text) for code, text in row.items() if isinstance(text, str)}
    for code in set(texts) & set(LANGUAGES):
        if not 0 < len(texts[code]) <= LONGEST_ENTRY:
            continue
        others = [word for other, words in texts.items() if other not in (code, NOUNS_CAPITALISED) for word in words]
        named = bool(others) and all(word[0].isupper() for word in others)
        plain = bool(others) and not any(word[0].isupper() for word in others)
        for word in texts[code]:
            if word.islower() or (code == NOUNS_CAPITALISED and word[0].isupper() and plain):
                common[code].add(word.lower())
            elif word[0].isupper() and named:
                proper[code].add(word.lower())
