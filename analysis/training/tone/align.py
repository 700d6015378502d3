"""Teaches the student the states of the English transformer it began as, for English and for translations.

An English sentence's words shall have the states that the transformer gives their pieces, and a translation the mean
state of the English sentence (Reimers & Gurevych 2020) and, word by word where a dictionary tells which is which, the
English words' states.
"""

from __future__ import annotations

import gzip
import json
import lzma
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from analysis.resources import languages
from analysis.segmentation import segment
from analysis.sentiment.contexts import Context, Reader
from analysis.sentiment.words import SIZE as WORD_SIZE
from analysis.training.tone.pairs import Pairing, mean_state
from analysis.training.tone.pool import GOLD, NEWS
from analysis.training.tone.student import Base, Student, collate
from analysis.training.tone.vocabulary import Reverse, Vocabulary
from analysis.training.tone.workers import fit_in_workers
from analysis.types import Article, Language

PARALLEL = {
    "tatoeba": 40_000,
    "tatoeba_more": 60_000,
    "stsb": 10_102,
    "ddtp": 15_000,
    "gettext": 15_000,
    "rogloss": 14_000,
    "xquad": 1_190,
    "iot": 4_800,
    "mediawiki": 1_500,
    "mozilla": 1_500,
    "hass": 1_000,
}
"""Files of translations and the most rows taken from each."""
TAGGED = ("en_ewt", "en_crossner", "en_wikigold")
FEWEST_WORDS, FEWEST_EVERYDAY, MOST_WORDS, MOST_TRANSLATIONS = 5, 3, 45, 3
LONGEST = 110
BATCH, BUCKET, RATE, LEARNT_RATE, DECAY, WARM_UP = 64, 40, 3e-4, 2e-2, 0.01, 60
WEIGHTS = {"words": 1.0, "sentence": 3.0, "translation": 6.0, "translated words": 0.5}
REPORTED = 50


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence with its tokens, and its translations as contexts without a target."""

    text: str
    context: Context
    translations: tuple[Context, ...] = ()


def sentences(gold: Path, tagged: Path, parallel: Path, rng: random.Random) -> Iterator[Sentence]:
    """Translated sentences, and English news and tagged text."""
    for name, most in PARALLEL.items():
        yield from _translated(parallel / f"{name}.jsonl.xz", most, rng)
    texts = [entry["text"] for name in TAGGED for entry in _lines(tagged / f"{name}.jsonl.gz")]
    texts += [entry["text"] for entry in _lines(gold / GOLD)]
    for name in NEWS:
        for entry in _lines(gold / name):
            document = segment(Article("training", entry["text"], Language("en", 1.0)))
            texts += [entry["text"][own.start : own.end].replace("\n", " ") for own in document.sentences]
    for text in texts:
        context = read(text, "en")
        if context is not None:
            yield Sentence(text, context)


def read(text: str, code: str) -> Context | None:
    """The whole text as a context without a target and without what the word lists say; ``None`` without words."""
    document = segment(Article("training", text, Language(code, 1.0)))
    context = Reader(document).untargeted((0, len(text)))
    if context is None:
        return None
    features = context.features.copy()
    features[:, :WORD_SIZE] = 0.0
    return replace(context, features=features)


def align(
    student: Student,
    base: Base,
    vocabulary: Vocabulary,
    rows: Sequence[Sentence],
    reverse: Reverse,
    seconds: float,
    workers: int = 1,
) -> None:
    """Fit the student to the states of its base for so many seconds."""
    student.drop.p, dropped = 0.0, student.drop.p

    def work(number: int) -> None:
        _Aligner(student, base, vocabulary, reverse, seconds, number).fit(list(rows[number::workers]))

    fit_in_workers(student, work, workers)
    student.drop.p = dropped


class _Aligner:
    """One worker's optimizers and batches."""

    def __init__(
        self, student: Student, base: Base, vocabulary: Vocabulary, reverse: Reverse, seconds: float, number: int
    ) -> None:
        self._student, self._base, self._vocabulary, self._number = student, base, vocabulary, number
        self._rng, self._seconds = random.Random(number), seconds
        self._pairing = Pairing(reverse)
        self._common = [weight for weight in student.parameters() if weight is not student.tuned.weight]
        shared = torch.optim.AdamW(self._common, lr=RATE, weight_decay=DECAY, fused=True)
        own = torch.optim.SparseAdam([student.tuned.weight], lr=LEARNT_RATE)
        self._optimizers: tuple[tuple[torch.optim.Optimizer, float], ...] = ((shared, RATE), (own, LEARNT_RATE))

    def fit(self, rows: list[Sentence]) -> None:
        """Fit until the time is over."""
        self._student.train()
        begun, total = time.monotonic(), 0.0
        for done, batch in enumerate(self._batches(rows)):
            passed = (time.monotonic() - begun) / self._seconds
            if passed >= 1.0:
                return
            for optimizer, rate in self._optimizers:
                optimizer.param_groups[0]["lr"] = rate * (min(1.0, (done + 1) / WARM_UP) * (1.0 - passed) + 1e-3)
                optimizer.zero_grad()
            loss = self._loss(batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self._common, 1.0)
            for optimizer, _ in self._optimizers:
                optimizer.step()
            total += loss.item()
            if done % REPORTED == REPORTED - 1:
                print(f"worker {self._number}, step {done + 1}: loss {total / REPORTED:.4f}", flush=True)
                total = 0.0

    def _batches(self, rows: list[Sentence]) -> Iterator[list[Sentence]]:
        while True:
            self._rng.shuffle(rows)
            for start in range(0, len(rows), BATCH * BUCKET):
                chunk = sorted(rows[start : start + BATCH * BUCKET], key=lambda row: len(row.context.tokens))
                batches = [chunk[first : first + BATCH] for first in range(0, len(chunk), BATCH)]
                self._rng.shuffle(batches)
                yield from batches

    def _loss(self, batch: Sequence[Sentence]) -> torch.Tensor:
        wanted, pieces_inside, offsets = self._wanted([row.text for row in batch])
        means = mean_state(wanted, pieces_inside)
        spread = torch.from_numpy(_spread(batch, offsets))
        words, known = spread @ wanted, spread.sum(dim=2) > 0
        others = [(index, self._rng.choice(row.translations)) for index, row in enumerate(batch) if row.translations]
        shown, features, _, lengths = collate(
            [row.context for row in batch] + [context for _, context in others], self._vocabulary
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states, inside = self._student.states(shown, features, None, lengths)
        states = states.float()
        own, n = mean_state(states, inside), len(batch)
        longest = words.shape[1]
        loss = WEIGHTS["words"] * _error(states[:n, 1 : longest + 1][known], words[known])
        loss = loss + WEIGHTS["sentence"] * _error(own[:n], means)
        if others:
            loss = loss + WEIGHTS["translation"] * _error(own[n:], means[[index for index, _ in others]])
            pairs = [
                (n + row, j + 1, source, i)
                for row, (source, context) in enumerate(others)
                for i, j in self._pairing.words(batch[source].context, context)
                if known[source, i]
            ]
            if pairs:
                rows, places, sources, targets = (list(column) for column in zip(*pairs, strict=True))
                loss = loss + WEIGHTS["translated words"] * _error(states[rows, places], words[sources, targets])
        return loss

    def _wanted(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor, Any]:
        """What the base makes of English texts, which of its pieces are there, and where they stand in the text."""
        pieces = self._base.tokenizer(
            list(texts),
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
            return_offsets_mapping=True,
        )
        offsets = pieces.pop("offset_mapping").numpy()
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = self._base.model(**pieces).last_hidden_state.float()
        return states, pieces["attention_mask"].bool(), offsets


def _translated(path: Path, most: int, rng: random.Random) -> Iterator[Sentence]:
    """Rows of a file in random order; at most three translations of each."""
    fewest = FEWEST_EVERYDAY if path.name.startswith("tatoeba") else FEWEST_WORDS
    rows = [row for row in _lines(path) if fewest <= len(row.get("en", "").split()) <= MOST_WORDS]
    rng.shuffle(rows)
    found = 0
    for row in rows:
        codes = [code for code in languages() if code != "en" and row.get(code, row["en"]) != row["en"]]
        chosen = rng.sample(codes, min(len(codes), MOST_TRANSLATIONS))
        context = read(row["en"], "en")
        others = [other for code in chosen if (other := read(row[code], code)) is not None]
        if context is not None and others:
            found += 1
            yield Sentence(row["en"], context, tuple(others))
        if found == most:
            return


def _spread(batch: Sequence[Sentence], offsets: Any) -> Any:
    """For each word the share of each of its pieces, (batch, words, pieces)."""
    longest = max(len(row.context.tokens) for row in batch)
    out = np.zeros((len(batch), longest, offsets.shape[1]), dtype=np.float32)
    for index, row in enumerate(batch):
        starts, ends = offsets[index].T
        for place, token in enumerate(row.context.tokens):
            inside = (starts < token.end) & (ends > token.start) & (ends > starts)
            out[index, place, inside] = 1.0 / max(int(inside.sum()), 1)
    return out


def _error(found: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return ((found - wanted) ** 2).mean()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:  # type: ignore[operator]
        for line in lines:
            yield json.loads(line)
