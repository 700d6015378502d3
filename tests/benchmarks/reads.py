"""Reads as the store grows: the 95th percentile of the processor's time for lists, a profile and conditional requests.

One process, no network; the time of others on the same machine does not count.

``python -m tests.benchmarks.reads 1000 20000 100000``
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count, islice

from flask.testing import FlaskClient

from api import create_app
from tests.benchmarks.lightstore import TEXT, fill

SIZES = (1_000, 20_000)
TIMES, MOST_SECONDS = 30, 4.0
READS = {
    "outlets": "/v1/outlets",
    "actors": "/v1/actors",
    "actors, last page": "/v1/actors?type=person&limit=200",
    "actors?q=lindberg": "/v1/actors?q=lindberg",
    "actors?q=holmsonfalk (rare)": "/v1/actors?q=Eva+holmsønfalk",
    "actors?q=ma": "/v1/actors?q=ma",
    "articles": "/v1/articles",
    "articles?outlet": "/v1/articles?outlet=outlet-2",
    "articles?language": "/v1/articles?language=de",
    "articles?actor": "/v1/articles?actor=act-1",
    "stories": "/v1/stories",
    "stories?outlet": "/v1/stories?outlet=outlet-59",
    "stories?actor": "/v1/stories?actor=act-1",
    "stories?min_articles=2": "/v1/stories?min_articles=2",
    "article": "/v1/articles/art-500",
    "analysis": "/v1/articles/art-500/analysis",
    "comparison": "/v1/stories/story-8/comparison",
    "profile": "/v1/outlets/outlet-2/profile",
}


def run(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a row a read: milliseconds at the 95th percentile, fresh and with `If-None-Match`."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            app = create_app({"DATABASE_URL": f"sqlite:///{folder}/reads.db", "LOG_LEVEL": "ERROR"})
            started = time.perf_counter()
            fill(app.extensions["parallax"], size)
            print(f"{size} articles, stored in {time.perf_counter() - started:.0f} s")
            for name, address in READS.items():
                first, rest = _measured(app.test_client(), address)
                print(f"  {name:30} {first} {rest}")
            print(f"  {'profile after a new article':30} {_fresh(app.test_client(), READS['profile'])}")
            app.extensions["parallax"].database.close()


def _measured(client: FlaskClient, address: str) -> tuple[str, str]:
    answer = client.get(address)
    if answer.status_code != 200:
        return f"{answer.status_code}", ""
    return _p95(client, address, {}), "304: " + _p95(client, address, {"If-None-Match": answer.headers["ETag"]})


def _fresh(client: FlaskClient, address: str) -> str:
    """The same where the outlet has a new article each time, so that no answer that was kept holds."""
    numbers = count()

    def stored() -> None:
        number = next(numbers)
        body = {"outlet": address.split("/")[-2], "text": f"{TEXT} Number {number} stays.", "language": "en"}
        assert client.post("/v1/articles", json=body).status_code == 201

    return _p95(client, address, {}, stored)


def _p95(client: FlaskClient, address: str, headers: dict[str, str], before: Callable[[], None] = lambda: None) -> str:
    seconds: list[float] = []
    begun = time.perf_counter()
    for _ in islice(iter(lambda: time.perf_counter() - begun < MOST_SECONDS, False), TIMES):
        before()
        started = time.process_time()
        client.get(address, headers=headers)
        seconds.append(time.process_time() - started)
    return f"{1000 * sorted(seconds)[int(len(seconds) * 0.95) - 1]:8.1f} ms"


if __name__ == "__main__":
    run(tuple(map(int, sys.argv[1:])) or SIZES)
