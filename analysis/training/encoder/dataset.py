"""The training texts as arrays: tokens of every text, the text of each language of each row, the teacher's vector."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from analysis.training.encoder.sources import LANGUAGES, WORD_SOURCES, Row, anchor

Ints = npt.NDArray[np.int32]
MAX_TOKENS = 64
ALTERNATIVES = 6
"""Translations kept for one word when words are switched."""
BATCH = 50_000


@dataclass(slots=True)
class Dataset:
    """``texts[row, language]`` is a text's number or -1; ``teacher[row]`` the number of its anchor text or -1."""

    tokens: Ints
    offsets: npt.NDArray[np.int64]
    texts: Ints
    teacher: Ints
    source: Ints
    sources: list[str]
    switches: Ints
    """``switches[language, token]``: tokens that translate a whole English word, -1 where there are fewer."""

    def lengths(self, ids: Ints) -> npt.NDArray[np.int64]:
        """Number of tokens of each text."""
        return self.offsets[ids + 1] - self.offsets[ids]

    def gather(self, ids: Ints) -> tuple[Ints, npt.NDArray[np.int64]]:
        """Tokens of the texts, one after the other, and where each begins."""
        lengths = self.lengths(ids)
        starts = np.concatenate(([0], np.cumsum(lengths)))
        at = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths) + np.repeat(self.offsets[ids], lengths)
        return self.tokens[at], starts[:-1]


def build(rows: list[Row], tokenizer: Tokenizer, anchors: dict[tuple[str, str], int]) -> Dataset:
    """Numbers the texts and tokenizes them; ``anchors`` gives the teacher's row of an anchor text."""
    numbers: dict[str, int] = {}
    table = np.full((len(rows), len(LANGUAGES)), -1, dtype=np.int32)
    teacher = np.full(len(rows), -1, dtype=np.int32)
    names = sorted({row.source for row in rows})
    source = np.asarray([names.index(row.source) for row in rows], dtype=np.int32)
    for i, row in enumerate(rows):
        for code, text in row.texts.items():
            table[i, LANGUAGES.index(code)] = numbers.setdefault(text, len(numbers))
        key = anchor(row)
        teacher[i] = -1 if key is None else anchors.get(key, -1)
    tokens, offsets = tokenize(tokenizer, list(numbers))
    return Dataset(tokens, offsets, table, teacher, source, names, switches(rows, tokenizer))


def tokenize(tokenizer: Tokenizer, texts: list[str]) -> tuple[Ints, npt.NDArray[np.int64]]:
    """Token numbers of all texts in one array, with offsets."""
    parts: list[Ints] = []
    lengths: list[int] = []
    for i in range(0, len(texts), BATCH):
        for encoding in tokenizer.encode_batch_fast(texts[i : i + BATCH], add_special_tokens=False):
            ids = np.asarray(encoding.ids[:MAX_TOKENS] or [0], dtype=np.int32)
            parts.append(ids)
            lengths.append(len(ids))
    return np.concatenate(parts), np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def switches(rows: list[Row], tokenizer: Tokenizer) -> Ints:
    """For each language, single-word translations of single English words, the most often attested first."""
    vocabulary = tokenizer.get_vocab()
    counts: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for row in rows:
        english = row.texts.get("en", "").lower()
        if row.source not in WORD_SOURCES or english not in vocabulary:
            continue
        for code, text in row.texts.items():
            token = vocabulary.get(text.lower().replace("ş", "ș").replace("ţ", "ț"))
            if code != "en" and token is not None:
                counts[LANGUAGES.index(code), vocabulary[english]][token] += 1
    table = np.full((len(LANGUAGES), len(vocabulary), ALTERNATIVES), -1, dtype=np.int32)
    for (language, english_token), found in counts.items():
        best = sorted(found, key=lambda token: (-found[token], token))[:ALTERNATIVES]
        table[language, english_token] = np.resize(np.asarray(best, dtype=np.int32), ALTERNATIVES)
    return table
