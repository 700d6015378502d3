"""Reads the parallel text: rows of ``{language: text}`` from one file a source."""

from __future__ import annotations

import gzip
import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr", "fi", "es")
ANCHORS = ("en", "de", "fr", "es")
"""Languages the multilingual teacher reads, best first."""
WORD_SOURCES = frozenset({"freedict", "wordnet", "apertium", "cldr", "osm", "forms"})
MAX_CHARACTERS = 300
"""Longer texts are left out: the teacher is slow on them and a mean of so many words teaches little."""
NEWS_SETS = (
    "nb_norne",
    "nn_norne",
    "sv_webbnyheter",
    "da_ddt",
    "ro_ronec1",
    "en_ewt",
    "en_wikigold",
    "de_smartdata",
    "de_germeval",
    "fr_winer",
)
"""Sets of single sentences in the name tagger's training data; the PUD sets are kept out: they are measured on."""

_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Row:
    """Texts that say the same, by language."""

    source: str
    texts: dict[str, str]


def tidy(text: str) -> str:
    """One line, single spaces."""
    return _SPACE.sub(" ", text).strip()


def usable(text: str) -> bool:
    """Whether a text has a letter and is not too long."""
    return len(text) <= MAX_CHARACTERS and _LETTER.search(text) is not None


def parallel_rows(folder: Path) -> list[Row]:
    """All rows with at least two usable texts, in the order of the files' names."""
    rows: list[Row] = []
    for path in sorted(folder.glob("*.jsonl.xz")):
        source = path.name.split(".")[0]
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                texts = {code: tidy(text) for code, text in json.loads(line).items() if code in LANGUAGES}
                texts = {code: text for code, text in texts.items() if usable(text)}
                if len(texts) > 1:
                    rows.append(Row(source, texts))
    return rows


def news_rows(folder: Path) -> list[Row]:
    """Single sentences of news, one language a row; empty if the folder is not there."""
    rows: list[Row] = []
    for name in NEWS_SETS:
        for path in sorted(folder.glob(f"{name}.jsonl*")):
            rows.extend(Row("news", {name[:2]: text}) for text in _sentences(path))
    return rows


def _sentences(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = tidy(json.loads(line)["text"])
            if usable(text) and len(text.split()) >= 4:
                yield text


def anchor(row: Row) -> tuple[str, str] | None:
    """Language and text the teacher reads for this row; ``None`` if it reads none of them."""
    return next(((code, row.texts[code]) for code in ANCHORS if code in row.texts), None)
