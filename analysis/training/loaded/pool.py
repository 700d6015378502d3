"""Sentences to learn from, described as at run time; none is labelled as loaded or subjective by anybody."""

from __future__ import annotations

import gzip
import json
import lzma
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analysis.actors import find_actors
from analysis.framing.candidates import content_words, lexicon, names_of
from analysis.framing.patterns import words_of
from analysis.framing.subjectivity import describe
from analysis.framing.voice import join, quoted_stretches
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.types import Article, Language, Vectors

ARTICLES = (
    "clusters/ecb_dev.jsonl",
    "clusters/news_events_dev.jsonl",
    "frames/narrative_frames_dev.jsonl",
)
"""News articles under licences that let weights ship (CC BY 3.0, Apache-2.0, MIT)."""
TARGETS = "target_sentiment/newsmtsc_train.jsonl"
"""News sentences with the tone toward a target (MIT)."""
SENTENCES = (
    "da_tweets",
    "de_germeval",
    "de_smartdata",
    "en_newstweets",
    "en_wnut17",
    "fr_winer",
    "nb_norne",
    "nn_norne",
    "ro_ronec1",
    "sv_webbnyheter",
)
"""Sentences with names, of the name tagger's training pack, none under share-alike terms."""
PARALLEL = ("tatoeba", "tatoeba_more", "mediawiki")
MOST_A_SET = 3500
SHORTEST, LONGEST = 15, 600
"""Characters of a sentence that is learned from."""
SPOKEN = 0.3
"""A sentence more than this share of which is quoted directly shows no writer's stance."""
LEAST_PARALLEL = 5
MOST_PARALLEL = 2500


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence: its row of counts, intensities of what is listed in it, its words in no list, its content words, its
    article and voice."""

    text: str
    language: str
    counts: Vectors
    listed: tuple[int, ...]
    plain: tuple[str, ...]
    content: tuple[str, ...]
    article: int = -1
    own: bool = True
    polar: float = -1.0


def read(gold: Path, names: Path) -> list[Sample]:
    """All sentences, articles first and in their order."""
    samples: list[Sample] = []
    texts = (row["text"] for path in ARTICLES for row in _rows((gold / path).read_text(encoding="utf-8")))
    for number, text in enumerate(texts):
        samples += samples_of(text, "en", article=number)
    for row in _rows((gold / TARGETS).read_text(encoding="utf-8")):
        labels = [target["label"] != "neutral" for target in row["targets"]]
        samples += samples_of(row["text"], "en", polar=sum(labels) / len(labels))
    for name in SENTENCES:
        with gzip.open(names / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        random.Random(0).shuffle(rows)
        for row in rows[:MOST_A_SET]:
            samples += samples_of(row["text"], row["lang"])
    return samples


def parallel(folder: Path) -> Iterator[tuple[str, Sample, Sample]]:
    """Pairs of one sentence in English and in another language, with that language."""
    left: dict[str, int] = {}
    for name in PARALLEL:
        with lzma.open(folder / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if len(row.get("en", "").split()) < LEAST_PARALLEL:
                    continue
                for code in sorted(row.keys() & {"sv", "nb", "nn", "da", "ro", "de", "fr"}):
                    if left.setdefault(code, MOST_PARALLEL):
                        pair = samples_of(row["en"], "en")[:1], samples_of(row[code], code)[:1]
                        if pair[0] and pair[1]:
                            left[code] -= 1
                            yield code, pair[0][0], pair[1][0]


def samples_of(text: str, code: str, article: int = -1, polar: float = -1.0) -> list[Sample]:
    """The sentences of a text that are long enough and not overlong."""
    document = segment(Article("training", text, Language(code, 1.0)))
    actors, words, known = find_actors(document), words_of(document.text), lexicon(code)
    matches = list(known.patterns.find(words, document.text))
    names = names_of(actors)
    signs = [(match.start, known.intensities[match.entry]) for match in matches]
    counts = describe(document, words, signs, [start for start, _ in names])
    quotes = find_quotes(document, actors) if article >= 0 else ()
    spoken = quoted_stretches([quote for quote in quotes if quote.kind == "direct"])
    taken = {word.start for match in matches for word in words if match.start <= word.start < match.end}
    taken |= {word.start for start, end in names for word in words if start <= word.start < end}
    content = content_words(code, words, join(names))
    samples = []
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if not SHORTEST <= end - start <= LONGEST:
            continue
        listed = tuple(intensity for offset, intensity in signs if start <= offset < end)
        plain = tuple(w.lower for w in words if start <= w.start < end and w.start not in taken)
        free = tuple(w.lower for w in content if start <= w.start < end)
        own = spoken.covered(start, end) <= SPOKEN * (end - start)
        row = counts[sentence.index]
        samples.append(Sample(document.text[start:end], code, row, listed, plain, free, article, own, polar))
    return samples


def stacked(samples: Iterable[Sample]) -> Vectors:
    """The counts of samples, a row each."""
    return np.stack([sample.counts for sample in samples])


def _rows(text: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in text.splitlines())
