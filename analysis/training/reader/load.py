"""Gathers what the reader learns from; what was encoded is kept beside the run."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.training.reader import annotations as annotated
from analysis.training.reader import corpus, renderings, reports
from analysis.training.reader.corpus import Encode, Stance, Words
from analysis.training.reader.train import Data

TARGETS = "target_sentiment/newsmtsc_train.jsonl"

REPORTS = 3
"""How often statements of real reports stand among the others, of which they are about six in a hundred then."""
RENDERED = 1800
"""Facts made of translated everyday sentences: what tells the same in another language, and what only looks like it."""
PARALLEL = {"stsb": 1200, "tatoeba_more": 2500}
"""Translated sentences read alike, at most so many of each file."""


def gather(shared: Path, own: Path, encode: Encode, cache: Path) -> Data:
    """All rows of ``shared`` (its folders ``train`` and ``gold``) and of our own data."""
    cache.mkdir(parents=True, exist_ok=True)
    train = shared / "train"
    data = Data()
    data.stance += stances(shared, own, encode, cache)
    news = shared / "gold" / "data" / TARGETS
    data.tone += _cached(cache, news, "tone", corpus.targets, news, encode)
    for path in sorted((own / "tone").glob("*.jsonl")):
        pairs = _cached(cache, path, "attitude", corpus.attitudes, [path], encode)
        data.attitude += [tone for tone, _ in pairs]
        data.words += [words for _, words in pairs]
    for path in sorted((own / "polarity").glob("*.jsonl")):
        pairs = _cached(cache, path, "attitude", corpus.attitudes, [path], encode)
        data.tone += [tone for tone, _ in pairs]
        data.words += [words for _, words in pairs]
    data.words += _cached(cache, annotated.PATH, "words", _marked, shared, encode)
    for name, most in PARALLEL.items():
        path = train / "encoder" / f"{name}.jsonl.xz"
        data.translated += _cached(cache, path, "translated", corpus.translated, path, encode, most, random.Random(0))
    for path in [*sorted((train / "claims").glob("*.jsonl")), *sorted((own / "claims").glob("*.jsonl"))]:
        data.facts += _cached(cache, path, "facts", corpus.tellings, [path], encode)
    path = train / "encoder" / "tatoeba_more.jsonl.xz"
    data.rendered += _cached(
        cache, path, "renderings", renderings.from_sentences, path, encode, RENDERED, random.Random(0)
    )
    for path in sorted((train / "stance").glob("*.jsonl")):
        data.rendered += _cached(cache, path, "matters", renderings.from_statements, [path], encode, random.Random(0))
    return data


def stances(shared: Path, own: Path, encode: Encode, cache: Path) -> list[Stance]:
    """All statements."""
    cache.mkdir(parents=True, exist_ok=True)
    found: list[Stance] = []
    for path in [*sorted((shared / "train" / "stance").glob("*.jsonl")), *sorted((own / "stance").glob("*.jsonl"))]:
        found += _cached(cache, path, "stance", corpus.stances, [path], encode)
    real = _cached(cache, reports.LEARNT, "reports", reports.statements, shared, encode)
    return found + [replace(row, group=f"{row.group}-{copy}") for copy in range(REPORTS) for row in real]


def _marked(shared: Path, encode: Encode) -> Iterator[Words]:
    return corpus.marked(annotated.sentences(shared), encode)


def _cached(cache: Path, path: Path, kind: str, read: Callable[..., Iterable[Any]], *given: Any) -> list[Any]:
    """What is read from the file, kept by a hash of it."""
    name = sha256(path.read_bytes()).hexdigest()[:16]
    kept = cache / f"{kind}-{path.stem}-{name}.pkl"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(read(*given))))
    found: list[Any] = pickle.loads(kept.read_bytes())
    return found


def counted(data: Data) -> str:
    """How much there is."""
    facts = sum(map(len, data.facts))
    kinds: Iterable[tuple[str, int]] = (
        ("statements", len(data.stance)),
        ("targets", len(data.tone)),
        ("own targets", len(data.attitude)),
        ("sentences with loaded words", len(data.words)),
        ("tellings", facts),
    )
    return ", ".join(f"{count:,} {name}" for name, count in kinds)
