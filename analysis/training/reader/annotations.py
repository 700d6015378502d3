"""Sentences of sets that may train whose loaded words were annotated for this project, kept by hash and word number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from analysis.segmentation import segment
from analysis.training.reader.lines import read_lines
from analysis.types import Article, Language

PATH = Path(__file__).with_name("data") / "annotations.tsv"
NONE = "-"
ARTICLES = (
    "clusters/ecb_dev.jsonl",
    "clusters/news_events_dev.jsonl",
    "frames/narrative_frames_dev.jsonl",
    "target_sentiment/newsmtsc_train.jsonl",
)
"""English news under licences that let weights ship (CC BY 3.0, Apache-2.0, MIT)."""
SENTENCES = ("en_newstweets", "en_wnut17")
"""Sentences of the name tagger's pack, none under share-alike terms."""


def key(text: str) -> str:
    """What a sentence is named by."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def notes() -> dict[str, list[int]]:
    """The numbers of the marked words of each sentence, by its name."""
    rows = (line.split("\t") for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: [int(mark) for mark in marks.replace(NONE, "").split()] for name, _, marks in rows}


def sentences(shared: Path) -> Iterator[tuple[str, str]]:
    """The sentences that the annotation may be about, with their language."""
    for path in ARTICLES:
        for row in read_lines(shared / "gold" / "data" / path):
            yield from _cut(row["text"], "en")
    for name in SENTENCES:
        for row in read_lines(shared / "train" / "ner" / f"{name}.jsonl.gz"):
            yield from _cut(row["text"], row["lang"])


def _cut(text: str, code: str) -> Iterator[tuple[str, str]]:
    document = segment(Article("training", text, Language(code, 1.0)))
    return ((document.text[one.start : one.end], code) for one in document.sentences)
