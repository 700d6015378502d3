"""What storing an article takes as the store grows: processor time to choose its story, under the lock, and in all.

``python -m tests.benchmarks.storing 4000 100000``
"""

from __future__ import annotations

import math
import random
import sys
import tempfile
import time
from dataclasses import replace
from statistics import mean

import numpy as np
from sqlalchemy import insert

from analysis.clustering import MAX_KEYS, Fingerprint, pack
from analysis.evidence import EventEvidence
from analysis.types import ArticleInput
from api import create_app
from api.services import choosing, ingestion
from api.services.context import Context
from api.services.ingestion import Prepared
from api.store.tables import FINGERPRINTS, STORY_KEYS
from tests.benchmarks import lightstore
from tests.benchmarks.corpus import articles

SIZES = (4_000, 20_000)
PROBES = 60
TERMS, NAMES = 110, 12
AT_ONCE = 1_000


def fill(context: Context, count: int) -> None:
    """So many light articles with fingerprints: words and names as unequal as they are, stories alike within."""
    lightstore.fill(context, count)
    for start in range(1, count + 1, AT_ONCE):
        made = [(number, like(number)) for number in range(start, min(start + AT_ONCE, count + 1))]
        with context.database.write() as connection:
            connection.execute(insert(FINGERPRINTS), [{"article_seq": seq, "body": pack(one)} for seq, one in made])
            rows = [{"key": key, "article_seq": seq} for seq, one in made for key in dict.fromkeys(one.keys)]
            connection.execute(insert(STORY_KEYS), rows)


def like(number: int) -> Fingerprint:
    """The fingerprint of an article of this number: half of it is that of its story."""
    words = _drawn(lightstore.story_of(number), number, TERMS, 0.6)
    names = _drawn(-lightstore.story_of(number) - 1, -number - 1, NAMES, 0.4)
    vector = np.random.default_rng(lightstore.story_of(number)).normal(size=192)
    vector += 0.3 * np.random.default_rng(number).normal(size=192)
    rarest = sorted(words, reverse=True)
    evidence = EventEvidence(
        encoder="bench",
        vector=(vector / np.linalg.norm(vector)).astype(np.float32),
        language="en",
        days=(739_000 + number % 300, 739_000 + number % 300),
        names={f"name{name}": 2.0 for name in names},
        terms={f"word{word}": _rarity(word) * (1.0 + word % 7 / 7) for word in words},
        lead={f"word{word}": _rarity(word) for word in words[::3]},
        numbers=tuple(sorted({str(10 + word) for word in rarest[:6]})),
    )
    keys = [*(f"n:{name}" for name in evidence.names), *(f"w:word{word}" for word in rarest)]
    return Fingerprint(tuple(keys[:MAX_KEYS]), evidence)


def _rarity(word: int) -> float:
    return min(1.0, math.log10(word + 1) / 4.0) ** 2


def _drawn(shared: int, own: int, count: int, shape: float) -> list[int]:
    """Different numbers, small ones often, half of them the same wherever ``shared`` is."""
    found: dict[int, None] = {}
    for seed in (shared, own):
        chance = random.Random(seed)
        while len(found) < (count // 2 if seed is shared else count):
            found[int(chance.paretovariate(shape)) % 300_000] = None
    return list(found)


def probe(one: Prepared, number: int) -> Prepared:
    """The prepared article as one of its own, with the fingerprint of this number."""
    found = like(number)
    hashed = f"{number:064}"
    return replace(
        one, text_hash=hashed, input_hash=hashed, fingerprint=found, packed_fingerprint=pack(found), chosen=None
    )


def run(sizes: tuple[int, ...] = SIZES) -> None:
    """Print milliseconds of processor time an article, on an empty store and on larger ones."""
    first: tuple[float, ...] = ()
    for size in (0, *sizes):
        with tempfile.TemporaryDirectory() as folder:
            app = create_app({"DATABASE_URL": f"sqlite:///{folder}/storing.db", "LOG_LEVEL": "ERROR"})
            context: Context = app.extensions["parallax"]
            if size:
                fill(context, size)
            analysing, choosing_, storing = (1000 * seconds for seconds in measured(context, size))
            first = first or (choosing_ + storing, analysing + choosing_ + storing)
            own, all_ = (choosing_ + storing) / first[0], (analysing + choosing_ + storing) / first[1]
            print(
                f"{size:>7} stored: analysis {analysing:6.1f} ms, choice {choosing_:5.1f}, under the lock "
                f"{storing:5.1f}; against an empty store {own:.2f} times, with analysis {all_:.2f}"
            )
            context.database.close()


def measured(context: Context, size: int) -> tuple[float, float, float]:
    """Mean seconds to analyse an article, to choose its story, and to store it; the commit waits for the disk."""
    texts = articles(PROBES + 2)
    seconds: list[tuple[float, ...]] = []
    for number, text in enumerate(texts):
        begun = time.process_time()
        one = ingestion.prepare(context, ArticleInput("bench", text=text, language="en", story="bench"))
        assert isinstance(one, Prepared)
        one = probe(replace(one, source=replace(one.source, story=None)), size + number * 7 + 1)
        analysed = time.process_time()
        with context.database.read() as connection:
            one = replace(one, chosen=choosing.chosen(connection, one.fingerprint))
        chosen = time.process_time()
        with context.database.write() as connection:
            ingestion.store(connection, one)
        seconds.append((analysed - begun, chosen - analysed, time.process_time() - chosen))
    return tuple(map(mean, zip(*seconds[2:], strict=True)))  # type: ignore[return-value]


if __name__ == "__main__":
    run(tuple(map(int, sys.argv[1:])) or SIZES)
