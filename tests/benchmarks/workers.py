"""Two workers against one: articles of a bulk upload a second, beside the same analyses in processes with no store.

``python -m tests.benchmarks.workers 120``
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from analysis.encoders.loading import LoadedEncoder, load_encoder
from analysis.pipeline import analyse as whole
from analysis.types import ArticleInput
from tests.benchmarks.memory import REQUEST_SECONDS, serving
from tests.benchmarks.mixed import Mixed

ARTICLES, ROUNDS = 120, 3
"""Articles a worker, and how often each is measured."""


def run(count: int = ARTICLES) -> None:
    """Print, for analysis alone and for bulk uploads, articles a second by one and by two workers, and the ratio."""
    for name, measured in (("analysis alone", analysed), ("bulk upload", uploaded)):
        one, two = (measured(workers, count) for workers in (1, 2))
        print(f"{name:16} 1 worker {one:6.1f} articles/s, 2 workers {two:6.1f}: {two / one:.2f} times")


def analysed(workers: int, count: int) -> float:
    """The best rate of so many processes that analyse and keep nothing: what the machine itself gives."""
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pool.map(analyse, [[Mixed(0).text()]] * 2 * workers, 1)
        rates = []
        for number in range(ROUNDS):
            parts = shares(workers, count, number)
            begun = time.perf_counter()
            pool.map(analyse, parts, 1)
            rates.append(sum(map(len, parts)) / (time.perf_counter() - begun))
    return max(rates)


def analyse(texts: list[str]) -> int:
    """Analyse texts; how many they are."""
    for text in texts:
        whole(ArticleInput("bench", text=text), encoder())
    return len(texts)


@cache
def encoder() -> LoadedEncoder:
    """The encoder, loaded once a process."""
    return load_encoder()


def uploaded(workers: int, count: int) -> float:
    """The best rate of a service with so many workers, each of which gets an upload at the same time."""
    with tempfile.TemporaryDirectory() as folder, serving(folder, workers=workers) as (address, _):
        rates = []
        with ThreadPoolExecutor(workers) as pool:
            for number in range(ROUNDS):
                parts = shares(workers, count, number)
                begun = time.perf_counter()
                stored = sum(pool.map(lambda texts: upload(address, texts), parts))
                rates.append(stored / (time.perf_counter() - begun))
    return max(rates)


def shares(workers: int, count: int, number: int) -> list[list[str]]:
    """Texts for each worker; no two rounds have one in common."""
    return [[mixed.text() for _ in range(count)] for mixed in (Mixed(1 + number * workers + n) for n in range(workers))]


def upload(address: str, texts: list[str]) -> int:
    """Send texts as lines of one upload; how many were stored."""
    lines = [json.dumps({"outlet": f"bench-{n % 20}", "text": text}) for n, text in enumerate(texts)]
    headers = {"Content-Type": "application/x-ndjson"}
    sent = urllib.request.Request(f"{address}/v1/articles/bulk", "\n".join(lines).encode(), headers)
    with urllib.request.urlopen(sent, timeout=REQUEST_SECONDS) as answer:
        return sum(json.loads(line)["status"] == 201 for line in answer)


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
