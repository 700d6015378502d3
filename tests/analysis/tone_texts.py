"""Twenty parallel sentences in each language and what must be said of the two people in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.sentiment import FromReading, score_targets
from analysis.types import Actor, Article, Document, Language, Mention, Quote, Stance, Target, TargetSentiment

FOLDER = Path(__file__).parent / "data" / "tone"
FIRST, SECOND = "Marta Quist", "Oskar Brandt"


@dataclass(frozen=True)
class Check:
    """A line, a person in it, and a label, or ``below``/``above`` another person or the same one in another line."""

    line: int
    person: str
    wanted: str


def checks() -> list[Check]:
    rows = (row.split("\t") for row in (FOLDER / "expected.tsv").read_text(encoding="utf-8").splitlines())
    return [Check(int(line), person, wanted) for line, person, wanted in rows]


def lines(code: str) -> list[str]:
    return (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()


def document(text: str, code: str) -> Document:
    return segment(Article("example", text, Language(code, 1.0)))


def people(text: str, names: Sequence[str] = (FIRST, SECOND)) -> list[Actor]:
    found = []
    for name in names:
        places = [Mention(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), text)]
        found.append(Actor(name, name, "person", tuple(places)))
    return found


def shipped(own: Document, actors: Sequence[Actor] = ()) -> FromReading:
    """The shipped way to read a document's tones."""
    return FromReading(load_reader().read(own.text, own.sentences, actors), actors)


def quotation(text: str, start: int, end: int) -> Quote:
    stance = Stance("neutral", None, 0.5)
    span = text[start:end]
    return Quote("q", start, end, span, "direct", 0, None, None, None, None, None, None, stance, 1.0)


@cache
def readings(code: str) -> tuple[dict[str, TargetSentiment], ...]:
    """What the shipped model says of both people in each line."""
    out = []
    for line in lines(code):
        own, actors = document(line, code), people(line)
        targets = [Target(name=FIRST), Target(name=SECOND)]
        found = score_targets(own, actors, targets, shipped(own, actors))
        out.append({target.name: target for target in found})
    return tuple(out)


def holds(code: str, check: Check) -> bool:
    """Whether the model says what is wanted."""
    rows = readings(code)
    own = rows[check.line - 1][check.person]
    if check.wanted in ("negative", "neutral", "positive"):
        return own.label == check.wanted
    order, other = check.wanted.split(" ", 1)
    same_person = other.startswith("line ")
    against = rows[int(other[5:]) - 1][check.person] if same_person else rows[check.line - 1][other]
    assert own.sentiment.value is not None and against.sentiment.value is not None
    if order == "below":
        return own.sentiment.value < against.sentiment.value
    return own.sentiment.value > against.sentiment.value
