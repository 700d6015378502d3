"""Reads with 50 in flight: answers a second and how long they take, beside a route that reads no database.

``python -m tests.benchmarks.inflight 4``
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import closing
from http import HTTPStatus
from urllib.parse import urlsplit

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, article
from tests.benchmarks.memory import serving, timed
from tests.benchmarks.mixed import Request

IN_FLIGHT, CLIENTS, SECONDS = 50, 2, 4.0
"""Connections, the processes that they belong to, and how long each read is measured."""
BARE = "/v1/languages"
"""A route whose answer is always the same."""


def run(seconds: float = SECONDS) -> None:
    """Print answers a second and the 99th percentile for each read, and their share of the bare route's."""
    with tempfile.TemporaryDirectory() as folder, serving(folder) as (address, _):
        for outlet, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
            body = json.dumps(article(outlet, text)).encode()
            assert timed(address, Request("/v1/articles", body))[1] == 201
        story, stored = (first(address, name) for name in ("stories", "articles"))
        bare = measured(address, BARE, seconds)
        print(f"  {BARE:32} {bare[0]:7.0f} answers/s, p99 {1000 * bare[1]:6.1f} ms")
        for path in (
            f"/v1/articles/{stored}",
            f"/v1/articles/{stored}/analysis",
            f"/v1/stories/{story}/comparison",
            "/v1/stories",
        ):
            rate, late = measured(address, path, seconds)
            shown = path.replace(stored, "…").replace(story, "…")
            print(
                f"  {shown:32} {rate:7.0f} answers/s, p99 {1000 * late:6.1f} ms: "
                f"{rate / bare[0]:.2f} of its rate, {late / bare[1]:.2f} times its p99"
            )


def first(address: str, name: str) -> str:
    """The id of the first of a list."""
    with urllib.request.urlopen(f"{address}/v1/{name}?limit=1") as answer:
        return str(json.load(answer)["data"][0]["id"])


def measured(address: str, path: str, seconds: float) -> tuple[float, float]:
    """Answers a second over all connections, and the 99th percentile of seconds an answer took."""
    with multiprocessing.get_context("spawn").Pool(CLIENTS) as pool:
        parts = pool.starmap(asked, [(address, path, seconds, IN_FLIGHT // CLIENTS)] * CLIENTS, 1)
    taken = sorted(one for part in parts for one in part)
    return len(taken) / seconds, taken[int(0.99 * len(taken))]


def asked(address: str, path: str, seconds: float, connections: int) -> list[float]:
    """How long each answer took that so many connections of this process got."""
    taken: list[float] = []
    until = time.perf_counter() + seconds
    threads = [threading.Thread(target=keep_asking, args=(address, path, until, taken)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def keep_asking(address: str, path: str, until: float, taken: list[float]) -> None:
    """Ask over one connection, again as soon as the answer is there."""
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.hostname or "", parts.port)) as connection:
        while (begun := time.perf_counter()) < until:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != HTTPStatus.OK:
                raise SystemExit(f"{path}: {answer.status}")
            taken.append(time.perf_counter() - begun)


if __name__ == "__main__":
    run(*map(float, sys.argv[1:]))
