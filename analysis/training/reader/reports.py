"""Statements in real reports, of sets that may train, whose stance was annotated for this project; kept by hash.

The texts stay where they are: a report is a line of an article, or a sentence of the name tagger's pack with the one
before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.training.reader.annotations import key
from analysis.training.reader.corpus import STANCES, Encode, Stance
from analysis.training.reader.lines import read_lines

DATA = Path(__file__).with_name("data")
LEARNT, HELD_OUT = DATA / "reports.tsv", DATA / "reports_held_out.tsv"
"""What is learnt from, and what only measures: none of its statements stands in a report that is learnt from."""
ARTICLES = ("clusters/ecb_dev", "clusters/news_events_dev", "frames/narrative_frames_dev")
"""English news under licences that let weights ship (CC BY 3.0, Apache-2.0, MIT)."""
RUNNING = ("nb_norne", "nn_norne", "sv_webbnyheter", "da_ddt", "fr_winer", "fr_europeana", "ro_ronec1")
"""Sentences of the name tagger's pack that stand in the order of their texts."""
SINGLE = ("de_germeval", "de_smartdata")
"""Sentences of it that stand alone."""
LONGEST_BEFORE, SHORTEST = 200, 30
"""A sentence is read with the one before it if that has at most so many characters; shorter ones are left out."""


@dataclass(frozen=True, slots=True)
class Note:
    """Where a statement stands in its report, and its stance."""

    start: int
    end: int
    stance: str


def notes(path: Path) -> dict[str, list[Note]]:
    """The statements of each report, by its hash."""
    found: dict[str, list[Note]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, start, end, stance = line.split("\t")
            found.setdefault(name, []).append(Note(int(start), int(end), stance))
    return found


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """All reports that the annotation may be about, with their language; white space as one space."""
    for name in ARTICLES:
        for row in read_lines(shared / "gold" / "data" / f"{name}.jsonl"):
            for line in row["text"].split("\n"):
                yield " ".join(line.split()), "en"
    for name in (*RUNNING, *SINGLE):
        before = ""
        for row in read_lines(shared / "train" / "ner" / f"{name}.jsonl.gz"):
            text = " ".join(row["text"].split())
            joined = name in RUNNING and 0 < len(before) <= LONGEST_BEFORE
            if len(text) > SHORTEST:
                yield (f"{before} {text}" if joined else text), row["lang"]
            before = text


def statements(shared: Path, encode: Encode) -> Iterator[Stance]:
    """The annotated statements to learn from, each once."""
    known = notes(LEARNT)
    for text, code in texts(shared):
        for note in known.pop(key(text), ()):
            encoded = encode.text(text, code)
            yield Stance(
                encoded,
                encoded.inside(note.start, note.end),
                encoded.around(note.start, note.end),
                encoded.inside(0, 0),
                STANCES.index(note.stance),
                f"{key(text)}-{note.start}",
            )
