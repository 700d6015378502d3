"""What the student is taught: a common space of both teachers, and pairs of rows with graded similarity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from analysis.training.encoder.dataset import Dataset
from analysis.training.encoder.sources import LANGUAGES, Row
from analysis.training.encoder.train import Graded

Matrix = npt.NDArray[np.float32]
Half = npt.NDArray[np.float16]

GRADED_SOURCES = {
    "stsb": 20_000,
    "xquad": 2_000,
    "iot": 3_000,
    "tatoeba": 6_000,
    "tatoeba_more": 6_000,
    "news": 10_000,
    "ddtp": 6_000,
    "gettext": 6_000,
    "rogloss": 4_000,
    "mediawiki": 1_500,
    "mozilla": 1_000,
}
"""English texts a source gives to the English teacher, at most: what two cores read in five minutes."""
GRADED_COPIES = {"stsb": 4, "news": 2}
"""How often a source's pairs count: captions, headlines and forum sentences, and news, are what is compared."""
MIN_WORDS = 4
RIDGE = 10.0
SAMPLE = 100_000
"""Rows that principal components are taken of, and rows worked on at a time."""
ENGLISH_SHARE = 1.0
"""Weight of the English teacher's space beside the multilingual one's."""
GRADE_SHARE = 0.7
"""Weight of the English teacher in the graded similarity."""
NEAR, MIDDLE, FAR = 6, 4, 2
SIF = 3e-4
"""Words are weighted a / (a + their share of all tokens) at the start (Arora et al. 2017)."""


def graded_rows(rows: Sequence[Row], seed: int) -> list[int]:
    """Rows whose English text the English teacher reads: sentences, each text once, by source within its number."""
    random = np.random.default_rng(seed)
    chosen: list[int] = []
    for source, limit in GRADED_SOURCES.items():
        seen: dict[str, int] = {}
        for i, row in enumerate(rows):
            text = row.texts.get("en", "") if row.source == source else ""
            if text and (source == "stsb" or len(text.split()) >= MIN_WORDS):
                seen.setdefault(text, i)
        found = np.asarray(list(seen.values()), dtype=np.int64)
        chosen.extend(np.sort(random.permutation(found)[:limit]).tolist())
    return chosen


def common_space(multilingual: Half, codes: Sequence[str], english: Half, at: npt.NDArray[np.int64], size: int) -> Half:
    """Unit vectors of all anchors in a space of ``size`` numbers.

    The multilingual vectors are centred by language, so that a language does not show; the English teacher's are
    predicted from them (ridge regression) where it did not read the text; both together are reduced by principal
    components. ``at``: which anchors the rows of ``english`` belong to.
    """
    labels = np.asarray(codes)
    means = {code: multilingual[labels == code].mean(axis=0, dtype=np.float64) for code in sorted(set(codes))}
    offsets = np.empty_like(multilingual)
    for code, mean in means.items():
        offsets[labels == code] = mean
    second = english.astype(np.float32) - english.mean(axis=0, dtype=np.float64).astype(np.float32)
    known = _centred(multilingual, offsets, at)
    weights = np.linalg.solve(known.T @ known + RIDGE * np.eye(known.shape[1], dtype=np.float32), known.T @ second)
    sample = _both(_centred(multilingual, offsets, np.random.default_rng(0).permutation(len(labels))[:SAMPLE]), weights)
    vectors = np.linalg.eigh((sample.T @ sample) / len(sample)).eigenvectors[:, ::-1][:, :size]
    out = np.empty((len(labels), size), dtype=np.float16)
    for i in range(0, len(labels), SAMPLE):
        part = np.arange(i, min(i + SAMPLE, len(labels)))
        out[part] = _unit(_both(_centred(multilingual, offsets, part), weights) @ vectors)
    out[at] = _unit(np.concatenate([known, ENGLISH_SHARE * second], axis=1) @ vectors)
    return out


def _centred(vectors: Half, offsets: Half, at: npt.NDArray[np.int64]) -> Matrix:
    return vectors[at].astype(np.float32) - offsets[at].astype(np.float32)


def _both(base: Matrix, weights: Matrix) -> Matrix:
    return np.concatenate([base, ENGLISH_SHARE * (base @ weights)], axis=1)


def _unit(rows: Matrix) -> Half:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float16)


def graded_pairs(rows: Sequence[Row], chosen: Sequence[int], multilingual: Half, english: Half, seed: int) -> Graded:
    """Pairs of near, middling and unrelated rows of one source, with the similarity both teachers give on average."""
    random = np.random.default_rng(seed)
    index = np.asarray(chosen, dtype=np.int64)
    names = np.asarray([rows[i].source for i in chosen])
    first: list[npt.NDArray[np.int64]] = []
    second: list[npt.NDArray[np.int64]] = []
    for source in sorted(set(names.tolist())):
        members = np.flatnonzero(names == source)
        a, b = _neighbours(english[members].astype(np.float32), random, follow=source == "stsb")
        for _ in range(GRADED_COPIES.get(source, 1)):
            first.append(members[a])
            second.append(members[b])
    a, b = np.concatenate(first), np.concatenate(second)
    similarity = GRADE_SHARE * _cosines(english, a, b) + (1.0 - GRADE_SHARE) * _cosines(multilingual, a, b)
    return Graded(index[a].astype(np.int32), index[b].astype(np.int32), similarity)


def _neighbours(
    vectors: Matrix, random: np.random.Generator, follow: bool
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    count = len(vectors)
    first, second = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    reach = min(100, count - 1)
    for i in range(0, count, 2000):
        table = vectors[i : i + 2000] @ vectors.T
        table[np.arange(len(table)), np.arange(i, i + len(table))] = -2.0
        nearest = np.argpartition(-table, reach, axis=1)[:, :reach]
        nearest = np.take_along_axis(nearest, np.argsort(-np.take_along_axis(table, nearest, axis=1), axis=1), axis=1)
        middle = nearest[:, random.integers(NEAR, reach, MIDDLE)]
        far = random.integers(0, count, (len(table), FAR))
        partners = np.concatenate([nearest[:, :NEAR], middle, far], axis=1)
        first.append(np.repeat(np.arange(i, i + len(table)), partners.shape[1]))
        second.append(partners.ravel())
    if follow:
        for _ in range(NEAR):
            first.append(np.arange(0, count - 1))
            second.append(np.arange(1, count))
    return np.concatenate(first), np.concatenate(second)


def _cosines(vectors: Half, a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]) -> Matrix:
    out = np.empty(len(a), dtype=np.float32)
    for i in range(0, len(a), 100_000):
        part = slice(i, i + 100_000)
        out[part] = np.einsum("ij,ij->i", vectors[a[part]].astype(np.float32), vectors[b[part]].astype(np.float32))
    return out


def starting_vectors(data: Dataset, teacher: Half, vocabulary: int) -> Matrix:
    """Each token starts as the mean of the teacher's vectors of the texts that contain it, rare words weighing more."""
    rows, columns = np.nonzero((data.texts >= 0) & (data.teacher >= 0)[:, None])
    total = np.zeros((vocabulary, teacher.shape[1]), dtype=np.float64)
    counts = np.zeros(vocabulary)
    for i in range(0, len(rows), 200_000):
        part = slice(i, i + 200_000)
        ids = data.texts[rows[part], columns[part]]
        tokens, starts = data.gather(ids)
        lengths = np.diff(np.append(starts, len(tokens)))
        weight = np.repeat(1.0 / np.maximum(lengths, 1), lengths)
        owner = np.repeat(np.arange(len(ids)), lengths)
        matrix = csr_matrix((weight, (tokens, owner)), shape=(vocabulary, len(ids)))
        total += matrix @ teacher[data.teacher[rows[part]]].astype(np.float32)
        counts += np.bincount(tokens, weights=weight, minlength=vocabulary)
    mean = total / np.maximum(counts, 1e-9)[:, None]
    mean -= (counts[:, None] * mean).sum(axis=0) / counts.sum()
    share = counts / counts.sum()
    random = np.random.default_rng(0).normal(0.0, 0.01, mean.shape)
    return np.asarray(np.where(counts[:, None] > 0, mean * (SIF / (SIF + share))[:, None], random), dtype=np.float32)


__all__ = ["LANGUAGES", "common_space", "graded_pairs", "graded_rows", "starting_vectors"]
