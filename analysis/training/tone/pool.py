"""Places in unlabelled text for a teacher to label: names in news, and in sentences that have translations."""

from __future__ import annotations

import gzip
import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.resources import languages
from analysis.segmentation import segment
from analysis.types import Article, Language

NEWS = {
    "clusters/news_events_dev.jsonl": 8_000,
    "clusters/ecb_dev.jsonl": 3_000,
    "frames/narrative_frames_dev.jsonl": 4_000,
}
"""Files of news and the most sentences taken from each."""
GOLD = "target_sentiment/newsmtsc_train.jsonl"
TAGGED = ("en_crossner", "en_ewt", "en_newstweets", "en_wikigold", "en_wnut17")
MOST_TAGGED = 800
PARALLEL = {"stsb": 9_000, "tatoeba": 6_000, "tatoeba_more": 8_000}
"""Files of translations and the most rows taken from each."""
NAME = re.compile(r"[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w)*")
SINGLE = re.compile(r"\b[A-Z]\w{2,}")
GENITIVE = ("'s", "’s")
OTHERS = 2
"""Names taken from a training row beside its targets."""
PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|we|us|I|it)\b")
ROLE = re.compile(
    r"\b[Tt]he ((?:[a-z]+ )?(?:government|president|minister|party|company|police|court|union|state|bank|country|"
    r"senator|administration|team|group|agency|ministry|committee|commission|parliament|leader|official|candidate|"
    r"opposition|army|regime|people|workers|firm|judge|king|mayor|governor|campaign|media|press|industry|church|community|"
    r"coalition|majority|public|man|woman|suspect|victim|lawyer|student|children|soldiers|rebels|protesters|refugees|migrants|"
    r"politician|chancellor|citizens|voters|authorities))\b"
)
"""Nouns for people and bodies that are no names."""
MOST_NAMES, MOST_OTHERS = 5, 2
FURTHER = {"news": 26_000, "rows": 14_000, "tagged": 6_000}
"""The most further places of each kind."""
FEWEST_WORDS, MOST_WORDS = 6, 60

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an English text, and the same name in its translations."""

    text: str
    target: Extent
    translations: tuple[tuple[str, str, Extent], ...] = ()
    group: str = ""


def find_places(gold: Path, tagged: Path, parallel: Path, seed: int) -> list[Place]:
    """All places: in news, beside the targets of the training rows, in tagged text, in translated sentences."""
    rng = random.Random(seed)
    places = [place for name, most in NEWS.items() for place in _sample(_news(gold / name, rng), most, rng)]
    places += _rows(gold / GOLD, rng)
    for name in TAGGED:
        places += _sample(_tagged(tagged / f"{name}.jsonl.gz", rng), MOST_TAGGED, rng)
    for name, most in PARALLEL.items():
        places += _parallel(parallel / f"{name}.jsonl.xz", most, rng)
    return places


def further_places(gold: Path, tagged: Path, known: Iterable[Place], seed: int) -> list[Place]:
    """More places in the news, the training rows and tagged text: all names, pronouns, and nouns for people."""
    rng, seen = random.Random(seed), {(place.text, place.target) for place in known}
    kinds: dict[str, list[Place]] = {
        "news": [place for name in NEWS for text in _sentences(gold / name) for place in _anybody(text, "", rng)],
        "rows": [
            place
            for entry in _lines(gold / GOLD)
            for place in _anybody(entry["text"], entry["text"], rng)
            if all(place.target[1] <= own["start"] or place.target[0] >= own["end"] for own in entry["targets"])
        ],
        "tagged": [place for name in TAGGED for place in _tagged(tagged / f"{name}.jsonl.gz", rng)],
    }
    out = []
    for kind, places in kinds.items():
        new = list(dict.fromkeys(place for place in places if (place.text, place.target) not in seen))
        out += rng.sample(new, min(FURTHER[kind], len(new)))
    return out


def _anybody(text: str, group: str, rng: random.Random) -> Iterator[Place]:
    """Some names of a sentence, and some of its pronouns and nouns for people."""
    named, others = names_in(text), [match.span() for match in PRONOUN.finditer(text)]
    others += [match.span(1) for match in ROLE.finditer(text)]
    for extents, most in ((named, MOST_NAMES), (others, MOST_OTHERS)):
        for extent in rng.sample(extents, min(most, len(extents))):
            yield Place(text, extent, (), group)


def names_in(text: str) -> list[Extent]:
    """Capitalised runs; one word alone not at the beginning."""
    found = []
    for match in NAME.finditer(text):
        if len(match.group()) > 2 and (match.start() > 0 or " " in match.group()):
            end = match.end() - 2 if match.group().endswith(GENITIVE) else match.end()
            found.append((match.start(), end))
    return found


def _sample(places: Iterator[Place], most: int, rng: random.Random) -> list[Place]:
    found = list(places)
    return rng.sample(found, min(most, len(found)))


def _news(path: Path, rng: random.Random) -> Iterator[Place]:
    for text in _sentences(path):
        found = names_in(text)
        if found:
            yield Place(text, rng.choice(found))


def _sentences(path: Path) -> Iterator[str]:
    """Sentences of news articles that are neither very short nor very long."""
    for entry in _lines(path):
        document = segment(Article("training", entry["text"], Language("en", 1.0)))
        for sentence in document.sentences:
            text = entry["text"][sentence.start : sentence.end].replace("\n", " ")
            if _fits(text):
                yield text


def _rows(path: Path, rng: random.Random) -> Iterator[Place]:
    for entry in _lines(path):
        text = entry["text"]
        own = [(target["start"], target["end"]) for target in entry["targets"]]
        others = [name for name in names_in(text) if all(name[1] <= a or name[0] >= b for a, b in own)]
        for extent in rng.sample(others, min(OTHERS, len(others))):
            yield Place(text, extent, (), text)


def _tagged(path: Path, rng: random.Random) -> Iterator[Place]:
    for entry in _lines(path):
        own = [(e["start"], e["end"]) for e in entry["entities"] if e["type"] in ("person", "organization")]
        if own and _fits(entry["text"]):
            yield Place(entry["text"], rng.choice(own))


def _parallel(path: Path, most: int, rng: random.Random) -> list[Place]:
    """Sentences with a name that stands unchanged in a translation."""
    rows = list(_lines(path))
    rng.shuffle(rows)
    places: list[Place] = []
    for row in rows:
        if len(places) >= most:
            break
        choices = [place for place in _aligned(row) if place.translations]
        if choices:
            places.append(rng.choice(choices))
    return places


def _aligned(row: dict[str, str]) -> Iterator[Place]:
    text = row.get("en", "")
    if not 4 <= len(text.split()) <= MOST_WORDS:
        return
    for match in SINGLE.finditer(text):
        pattern = re.compile(rf"\b{match.group()}\b")
        found = [
            (code, row[code], again.span())
            for code in languages()
            if code != "en" and code in row and (again := pattern.search(row[code]))
        ]
        yield Place(text, match.span(), tuple(found))


def _fits(text: str) -> bool:
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:  # type: ignore[operator]
        for line in lines:
            yield json.loads(line)
