"""Rows of all kinds as the reader sees them: pieces with names put aside, and what is known of them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import numpy as np
import numpy.typing as npt

from analysis.actors import find_actors, link_actors
from analysis.evidence import figures
from analysis.framing.patterns import words_of
from analysis.reader.units import LONGEST, NOBODY, units_of
from analysis.reader.vocabulary import Vocabulary
from analysis.segmentation import segment
from analysis.training.reader import annotations as annotated
from analysis.training.reader.lines import read_lines
from analysis.types import Actor, Article, Certainty, Language, Relation, SentimentLabel, StanceLabel, Vectors

DATA = Path(__file__).with_name("data")
STANCES, TONES = get_args(StanceLabel), get_args(SentimentLabel)
RELATIONS, CERTAINTIES = get_args(Relation), get_args(Certainty)

FEWEST_WORDS, MOST_WORDS, MOST_OF_A_NAME = 6, 40, 60
NAME = re.compile(r"(?<=\S )[A-Z][a-z]+")

Mask = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Text:
    """A text in pieces; ``actors`` has the id of the actor that each piece names, or ``None``."""

    language: str
    ids: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    actors: tuple[str | None, ...]
    found: tuple[Actor, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    figures: tuple[str | None, ...] = ()
    contents: dict[int, Vectors] = field(default_factory=dict)

    def inside(self, start: int, end: int) -> Mask:
        """Which pieces touch the stretch."""
        mask: Mask = (self.starts < end) & (self.ends > start) & (self.starts < self.ends)
        mask[0] = mask[-1] = False
        return mask

    def around(self, start: int, end: int) -> Mask:
        """Which pieces stand in a sentence that touches the stretch."""
        touched = [(begin, stop) for begin, stop in self.sentences if begin < end and stop > start]
        if not touched:
            return self.inside(start, end)
        return self.inside(min(begin for begin, _ in touched), max(stop for _, stop in touched))

    @property
    def words(self) -> Mask:
        """All pieces but the borders."""
        mask = np.ones(len(self.ids), dtype=np.bool_)
        mask[0] = mask[-1] = False
        return mask


@dataclass(slots=True)
class Stance:
    """A statement: which pieces are said, which stand in its sentences, which name what the stance is toward, and what
    it is.

    Statements of one ``group`` say the same in different languages.
    """

    text: Text
    said: Mask
    around: Mask
    toward: Mask
    label: int
    group: str


@dataclass(slots=True)
class Tone:
    """A target and the tone toward it."""

    text: Text
    target: Mask
    label: int
    group: str


@dataclass(slots=True)
class Words:
    """A sentence and which of its pieces are loaded; ``level`` weighs how sure its unmarked ones are."""

    text: Text
    loaded: Mask


@dataclass(slots=True)
class Translated:
    """An English sentence and a translation, with one name in both: ``text`` is the longer of the two."""

    english: Text
    other: Text
    in_english: Mask
    in_other: Mask

    @property
    def text(self) -> Text:
        """The one with more pieces."""
        return max(self.english, self.other, key=lambda text: len(text.ids))


@dataclass(slots=True)
class Telling:
    """A sentence that tells a fact, in its relation to it, and how surely."""

    text: Text
    fact: str
    relation: str
    certainty: int
    gloss: str


class Encode:
    """Texts to pieces."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def text(self, text: str, code: str) -> Text:
        """The text as one unit, cut at the longest that is read together."""
        document = segment(Article("training", text, Language(code, 1.0)))
        actors = find_actors(document)
        units = units_of(document.text, document.sentences, actors, self._vocabulary)
        inner = [np.concatenate([getattr(unit, row)[1:-1] for unit in units]) for row in _ROWS][: len(_ROWS)]
        first, last = units[0], units[-1]
        parts = [
            np.concatenate([[getattr(first, row)[0]], part[: LONGEST - 2], [getattr(last, row)[-1]]]).astype(np.int32)
            for row, part in zip(_ROWS, inner, strict=True)
        ]
        ids = tuple(None if number == NOBODY else actors[number].id for number in parts[3].tolist())
        sentences = tuple((sentence.start, sentence.end) for sentence in document.sentences)
        return Text(code, parts[0], parts[1], parts[2], ids, actors, sentences)

    def for_pairs(self, text: str, code: str) -> Text:
        """As ``text``, with the figures and what the names consist of."""
        out = self.text(text, code)
        told = figures(text, code)
        out.figures = tuple(
            next((figure.value for figure in told if start < figure.end and end > figure.start), None)
            if start < end
            else None
            for start, end in zip(out.starts.tolist(), out.ends.tolist(), strict=True)
        )
        for place, actor in enumerate(out.actors):
            if actor is not None:
                out.contents[place] = self._vocabulary.content(text[out.starts[place] : out.ends[place]])
        return out


_ROWS = ("ids", "starts", "ends", "actors")


def stances(paths: Iterable[Path], encode: Encode) -> Iterator[Stance]:
    """Statements of files in the form of ``shared/train/stance``."""
    for path in paths:
        for row in read_lines(path):
            text, said = encode.text(row["text"], row["lang"]), row["statement"]
            span, place = row.get("target_span"), -1
            if span is None and row.get("target") and not row["target"].startswith("["):
                place = row["text"].find(row["target"])
            start, end = span or ((place, place + len(row["target"])) if place >= 0 else (0, 0))
            yield Stance(
                text,
                text.inside(said["start"], said["end"]),
                text.around(said["start"], said["end"]),
                text.inside(start, end),
                STANCES.index(row["stance"]),
                row["id"].rsplit("-", 1)[0],
            )


def targets(path: Path, encode: Encode) -> Iterator[Tone]:
    """Targets of NewsMTSC."""
    for row in read_lines(path):
        text = encode.text(row["text"], row["lang"])
        for target in row["targets"]:
            mask = text.inside(target["start"], target["end"])
            if mask.any():
                yield Tone(text, mask, TONES.index(target["label"]), row["id"])


def attitudes(paths: Iterable[Path], encode: Encode) -> Iterator[tuple[Tone, Words]]:
    """Sentences of our own with the writer's tone toward a target, and the words that are loaded."""
    for path in paths:
        for row in read_lines(path):
            text = encode.text(row["text"], row["lang"])
            mask = text.inside(row["target"]["start"], row["target"]["end"])
            loaded = np.zeros(len(text.ids), dtype=np.bool_)
            for start, end in row["loaded"]:
                loaded |= text.inside(start, end)
            if mask.any():
                yield Tone(text, mask, TONES.index(row["label"]), row["id"].rsplit("-", 1)[0]), Words(text, loaded)


def marked(sentences: Iterable[tuple[str, str]], encode: Encode) -> Iterator[Words]:
    """Annotated sentences of the pool, whose texts are found by hash; each once."""
    notes = annotated.notes()
    for raw, code in sentences:
        marks = notes.pop(annotated.key(raw), None)
        if marks is None:
            continue
        plain = " ".join(raw.split())
        text, words = encode.text(plain, code), words_of(plain)
        loaded = np.zeros(len(text.ids), dtype=np.bool_)
        for mark in marks:
            loaded |= text.inside(words[mark].start, words[mark].end)
        yield Words(text, loaded)


def translated(path: Path, encode: Encode, most: int, rng: random.Random) -> Iterator[Translated]:
    """Rows with a name that both sides have, in random order; no name more often than ``MOST_OF_A_NAME``."""
    rows = [row for row in read_lines(path) if FEWEST_WORDS <= len(row.get("en", "").split()) <= MOST_WORDS]
    rng.shuffle(rows)
    often: Counter[str] = Counter()
    for row in rows:
        codes = sorted(row.keys() & {"sv", "nb", "nn", "da", "ro", "de", "fr"})
        words = NAME.findall(row["en"])
        if not codes or not words or all(often[word] >= MOST_OF_A_NAME for word in words):
            continue
        code = rng.choice(codes)
        english, other = encode.text(row["en"], "en"), encode.text(row[code], code)
        shared = [actor for actor in english.actors if actor and actor in other.actors]
        if shared:
            often.update(words)
            one, two = (np.array([actor == shared[0] for actor in text.actors]) for text in (english, other))
            yield Translated(english, other, one, two)
            most -= 1
        if not most:
            return


def tellings(paths: Iterable[Path], encode: Encode) -> list[list[Telling]]:
    """The tellings of each fact, with ids of actors that are one made equal within it."""
    facts: dict[str, list[Telling]] = {}
    for path in paths:
        for row in read_lines(path):
            text = encode.for_pairs(row["text"], row["lang"])
            certainty = row.get("certainty")
            known = CERTAINTIES.index(certainty) if certainty else -1
            told = Telling(text, row["fact"], row["relation"], known, row["gloss_en"])
            facts.setdefault(f"{path.stem}:{row['fact']}", []).append(told)
    for group in facts.values():
        link(group)
    return list(facts.values())


def link(group: Sequence[Telling]) -> None:
    renamed = link_actors([telling.text.found for telling in group])
    for telling, ids in zip(group, renamed, strict=True):
        text = telling.text
        text.actors = tuple(None if actor is None else ids.get(actor, actor) for actor in text.actors)
        text.found = ()
