"""Attribution sets: texts with their quotations marked, and how well `find_quotes` finds them.

Markup: ``{d|Anna Berg|…}`` is a quotation, of kind d(irect), i(ndirect) or m(ixed), with its speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.actors import find_actors
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.stance import judge
from analysis.types import Actor, Article, Document, Language, Quote

FOLDER = Path(__file__).parent / "data" / "attribution"
MARKED = re.compile(r"\{([dim])\|([^|{}]*)\|([^{}]*)\}")
WORD = re.compile(r"\w+")
KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}
ENOUGH = 0.8
"""Share of words that a found quotation must have in common with the marked one, of all words in either."""

MAX_SMALL_WORD = 4
"""A speaker without a name is known by a word longer than this."""


@dataclass(frozen=True)
class Marked:
    """A quotation as the set has it."""

    start: int
    end: int
    kind: str
    speaker: str


@dataclass(frozen=True)
class Result:
    """How a set came out: counts, and what went wrong."""

    marked: int
    found: int
    hits: int
    right_speakers: int
    problems: tuple[str, ...]

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.marked + self.found)

    @property
    def speaker_accuracy(self) -> float:
        return self.right_speakers / self.hits


def codes() -> list[str]:
    """Languages that have a set."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def parse(marked_up: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its markup, and the quotations in it."""
    text, quotes, place = "", [], 0
    for match in MARKED.finditer(marked_up):
        text += marked_up[place : match.start()]
        quotes.append(Marked(len(text), len(text) + len(match[3]), KINDS[match[1]], match[2]))
        text += match[3]
        place = match.end()
    return text + marked_up[place:], tuple(quotes)


def document_of(text: str, code: str) -> Document:
    """The text, segmented as it is."""
    return segment(Article(outlet="test", text=text, language=Language(code, 1.0)))


def judged(text: str, code: str) -> tuple[Quote, ...]:
    """The quotations of a text with their stance."""
    document = document_of(text, code)
    actors = find_actors(document)
    reading = load_reader().read(document.text, document.sentences, actors)
    return judge(document, actors, find_quotes(document, actors), reading)


@cache
def read(code: str) -> tuple[Document, tuple[Actor, ...], tuple[Quote, ...], tuple[Marked, ...]]:
    """A set, analysed."""
    text, marked = parse((FOLDER / f"{code}.txt").read_text(encoding="utf-8"))
    document = document_of(text, code)
    actors = find_actors(document)
    return document, actors, find_quotes(document, actors), marked


@cache
def result(code: str) -> Result:
    """Marked quotations against found ones, one to one; marked words inside a mixed statement count neither way."""
    document, _, quotes, marked = read(code)
    places = [match.span() for match in WORD.finditer(document.text)]

    def words(start: int, end: int) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(places) if a < end and b > start)

    free = {quote.id: words(quote.start, quote.end) for quote in quotes}
    by_id = {quote.id: quote for quote in quotes}
    hits, right, problems = 0, 0, []
    for mark in marked:
        own = words(mark.start, mark.end)
        best = max(free, key=lambda name: _share(own, free[name], by_id[name], mark), default=None)
        if best is None or _share(own, free[best], by_id[best], mark) < ENOUGH:
            problems.append(f"missed: {document.text[mark.start : mark.end]}")
            continue
        hits += 1
        if _is_speaker(by_id[best], mark, document):
            right += 1
        else:
            speaker = by_id[best].speaker
            problems.append(f"speaker {speaker.name if speaker else None}, not {mark.speaker}: {by_id[best].text}")
        del free[best]
    mixed = [words(mark.start, mark.end) for mark in marked if mark.kind == "mixed"]
    extra = [name for name, own in free.items() if not any(own <= whole for whole in mixed)]
    problems += [f"extra: {by_id[name].text}" for name in extra]
    return Result(len(marked), hits + len(extra), hits, right, tuple(problems))


def _share(marked: frozenset[int], found: frozenset[int], quote: Quote, mark: Marked) -> float:
    if (quote.kind == "direct") != (mark.kind == "direct"):
        return 0.0
    return len(marked & found) / len(marked | found)


def _is_speaker(quote: Quote, mark: Marked, document: Document) -> bool:
    if quote.speaker is None:
        return False
    if mark.speaker[0].isupper() and " " in mark.speaker:
        return mark.speaker.split()[-1] in quote.speaker.name
    wanted = {word for word in WORD.findall(mark.speaker.casefold()) if len(word) > MAX_SMALL_WORD}
    return bool(wanted & set(WORD.findall(quote.speaker.name.casefold())))
