"""Hostile requests over sockets, three times: which end in 5xx, which take long, and memory after each pass (Linux)."""

from __future__ import annotations

import http.client
import json
import os
import string
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote, urlsplit

from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, article
from tests.benchmarks.memory import memory, serving, tree
from tests.hostile.case import STORED, Case
from tests.hostile.cases import cases

PASSES = 3
SLOW_SECONDS = 2.0
"""More than an odd request may take."""
REQUEST_SECONDS = 180
LISTED = ("articles", "stories", "outlets", "actors")


def run(passes: int = PASSES, every: int = 1) -> None:
    """Print each 5xx and each slow answer, what stands in the log, and PSS of all processes after each pass."""
    chosen = list(cases())[::every]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log.txt")
        with log.open("wb") as errors, serving(folder, errors) as (address, master):
            known = stored(address)
            for number in range(passes):
                print(f"pass {number + 1}: {passed(address, master, chosen, known)}")
                sizes = [memory(pid)[0] for pid in tree(master)]
                print(f"after it: {sum(sizes):.0f} MB in {len(sizes)} processes (PSS)", flush=True)
        told = log.read_text("utf-8", "replace")
    print(f"tracebacks in the log: {told.count('Traceback')}, lines: {told.count(chr(10))}")
    print("\n".join(line[:400] for line in told.splitlines()[:20]))


def stored(address: str) -> dict[str, str]:
    """An id of each kind, of two articles that are stored for it."""
    for outlet, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
        asked(address, Case("", "POST", "/v1/articles", json.dumps(article(outlet, text)).encode()), {})
    answers = [asked(address, Case("", "GET", f"/v1/{name}?limit=1"), {})[2] for name in LISTED]
    return {key: json.loads(answer)["data"][0]["id"] for key, answer in zip(STORED, answers, strict=True)}


def passed(address: str, master: int, chosen: list[Case], known: dict[str, str]) -> str:
    """One pass in a sentence; what is wrong is printed as it comes."""
    answers: Counter[int] = Counter()
    longest, slow, begun = 0.0, 0, time.perf_counter()
    for case in chosen:
        before = worked(master)
        seconds, status, body = asked(address, case, known)
        spent = worked(master) - before
        answers[status] += 1
        longest = max(longest, spent)
        slow += spent > SLOW_SECONDS
        if status >= 500 or status == 0 or spent > SLOW_SECONDS:
            print(f"  {status}, {spent:.2f} s of work in {seconds:.2f} s: {case.name[:80]!r} {body[:99]!r}", flush=True)
    counts = ", ".join(f"{status}: {count}" for status, count in sorted(answers.items()))
    seconds = time.perf_counter() - begun
    return (
        f"{len(chosen)} requests in {seconds:.0f} s ({counts}), longest {longest:.2f} s, {slow} over {SLOW_SECONDS} s"
    )


def worked(master: int) -> float:
    """Seconds of processor time of all processes that run, so that other work of the machine does not count."""
    ticks = 0
    for pid in tree(master):
        with suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def asked(address: str, case: Case, known: dict[str, str]) -> tuple[float, int, bytes]:
    """Seconds, status and body of the answer; status 0 where the connection is cut or the client refuses to ask."""
    parts = urlsplit(address)
    started = time.perf_counter()
    with closing(http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=REQUEST_SECONDS)) as connection:
        try:
            path = quote(case.at(known), safe=string.printable)
            connection.putrequest(case.method, path, skip_accept_encoding=True)
            for name, value in headers(case):
                connection.putheader(name, value)
            connection.endheaders(case.body)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, ValueError, http.client.HTTPException) as error:
            return time.perf_counter() - started, 0, type(error).__name__.encode()
    return time.perf_counter() - started, answer.status, body


def headers(case: Case) -> Iterator[tuple[str, bytes]]:
    """Headers of a case and those that its body needs."""
    if case.body is not None:
        yield "Content-Length", str(len(case.body)).encode()
        if "Content-Type" not in case.headers:
            yield "Content-Type", case.kind.encode()
    for name, value in case.headers.items():
        yield name, value.encode("latin-1", "replace")


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
