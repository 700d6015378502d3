"""Passages about somebody, and whether their words are a judgement on him: see ``data/README.md`` for the form."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.resources import languages
from analysis.training.reader.corpus import DATA as READER_DATA
from analysis.training.reader.lines import read_lines
from analysis.training.roles.passages import DATA as ROLES
from analysis.training.roles.passages import passages as told_roles

DATA = Path(__file__).with_name("data")
MARK = re.compile(r"\[([+\-0]) ([AB])\]")
SPARED = {"denied blame", "denied praise", "harm"}
FOLDS = 5
PAIRS = 14
"""Contrasts of two people for each fold and language."""
WEIGHTS = {"made": 0.7, "spared": 1.5, "roles": 0.5, "tone": 0.5, "wording": 1.0}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the place of somebody in it; ``spared`` if its words are no judgement on him."""

    kind: str
    fold: int
    language: str
    text: str
    start: int
    end: int
    spared: bool
    weight: float


def every() -> Iterator[Passage]:
    """All passages that are learnt from."""
    for code in languages():
        yield from made(code)
    yield from roles()
    for name, step in (("tone", 2), ("wording", 1)):
        for path in sorted((READER_DATA / name).glob("*.jsonl")):
            for row in list(read_lines(path))[::step]:
                fold = int(row["id"].split("-")[1]) % FOLDS
                place = row["target"]["start"], row["target"]["end"]
                yield Passage(name, fold, row["lang"], row["text"], *place, False, WEIGHTS[name])


def roles() -> Iterator[Passage]:
    """Victims, and those of whom nothing is told, of every second passage with roles."""
    for path in sorted(ROLES.glob("*.txt")):
        for passage in list(told_roles(path))[::2]:
            fold = sum(map(ord, passage.situation)) % FOLDS
            for mark in passage.marks:
                if mark.part == "victim" or (mark.part == "none" and not mark.said):
                    place = passage.text, mark.start, mark.end
                    yield Passage("roles", fold, passage.language, *place, mark.part == "victim", WEIGHTS["roles"])


def made(code: str) -> Iterator[Passage]:
    """Sentences of our own of one language, names filled in."""
    parts = sections(DATA / f"{code}.txt")
    draw, people = random.Random(3), parts["names"][0].split("|")
    for kind in ("two", "denied blame", "denied praise", "harm", "routine"):
        for number, line in enumerate(parts[kind]):
            yield from filled(line, kind, number % FOLDS, code, draw.sample(people, 2))
    for fold in range(FOLDS):
        praise, blame = parts["praise"][fold::FOLDS], parts["blame"][fold::FOLDS]
        for kind, sign, found in (("praise", "+", praise), ("blame", "-", blame)):
            for line in found:
                yield from filled(f"[{sign} A] {line}.", kind, fold, code, draw.sample(people, 2))
        pairs = [(f"[+ A] {good}", f"[- B] {bad}") for good in praise for bad in blame]
        ways = [(way, *pair[::turn]) for way in parts["joined"] for pair in pairs for turn in (1, -1)]
        for way, first, second in random.Random(fold).sample(ways, PAIRS):
            line = way.replace("{X}", first).replace("{Y}", second)
            yield from filled(line, "contrast", fold, code, draw.sample(people, 2))


def sections(path: Path) -> dict[str, list[str]]:
    """The lines of a file under their headings."""
    out: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            out[line[2:]] = here = []
        elif line:
            here.append(line)
    return out


def filled(line: str, kind: str, fold: int, code: str, people: list[str]) -> Iterator[Passage]:
    """A passage for each mark of a line."""
    text, places, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        name = people["AB".index(mark[2])]
        places.append((len(text), len(text) + len(name), mark[1]))
        text, last = text + name, mark.end()
    text += line[last:]
    for start, end, sign in places:
        spared = kind in SPARED and not (kind == "denied blame" and sign == "+")
        yield Passage(kind, fold, code, text, start, end, spared, WEIGHTS["spared" if spared else "made"])
