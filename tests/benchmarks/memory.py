"""Memory of each worker at rest and after 2,000 mixed requests, and how long the first request takes (Linux)."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tests.benchmarks.mixed import ROOT, Mixed, Request

REQUESTS, WORKERS, CLIENTS = 2000, 2, 4
STARTUP_SECONDS, REQUEST_SECONDS, REST_SECONDS = 120, 120, 2


def run(count: int = REQUESTS) -> None:
    """Print seconds of start and first request, and PSS of master and workers before and after."""
    mixed = Mixed()
    with tempfile.TemporaryDirectory() as folder, serving(folder) as (address, master):
        seconds, status = timed(address, mixed.stored())
        print(f"first article stored after {seconds:.2f} s (status {status})")
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(lambda request: timed(address, request), [mixed.analysis() for _ in range(2 * CLIENTS)]))
        before = told("at rest, each worker used a little", master)
        with ThreadPoolExecutor(CLIENTS) as pool:
            started = time.perf_counter()
            answers = Counter(pool.map(lambda request: timed(address, request)[1], mixed.requests(count)))
        counts = ", ".join(f"{status}: {n}" for status, n in sorted(answers.items()))
        print(f"{count} requests in {time.perf_counter() - started:.0f} s ({counts})")
        after = told(f"after {count} requests", master)
        if before and after:
            print(f"growth: {max(after) / max(before):.2f} times (largest worker)")


@contextmanager
def serving(folder: str, errors: IO[bytes] | None = None, workers: int = WORKERS) -> Iterator[tuple[str, int]]:
    """The server on an empty database: its address and the number of its first process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"HOST": "127.0.0.1", "PORT": port, "WORKERS": workers, "LOG_LEVEL": "ERROR"}
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/bench.db"}
    environment |= {f"PARALLAX_{name}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-c", "from api.cli import main; main(['serve'])"]
    started = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=errors, start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, "/readyz")
        print(f"ready {time.perf_counter() - started:.2f} s after the command")
        told("at rest, nothing asked", process.pid)
        yield address, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(STARTUP_SECONDS)


def wait_for(address: str, path: str) -> None:
    """Return once the server answers with 200."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline:
        try:
            if timed(address, Request(path))[1] == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise SystemExit("the server does not answer")


def timed(address: str, request: Request) -> tuple[float, int]:
    """Seconds until the whole answer is there, and its status."""
    headers = {} if request.body is None else {"Content-Type": "application/json"}
    sent = urllib.request.Request(address + request.path, request.body, headers)
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(sent, timeout=REQUEST_SECONDS) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        error.read()
        status = error.code
    return time.perf_counter() - started, status


def told(when: str, master: int) -> list[float]:
    """Print PSS of master and workers in MB, and give back that of the workers; nothing where /proc tells none."""
    time.sleep(REST_SECONDS)
    try:
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        sizes = [memory(pid) for pid in (str(master), *children)]
    except OSError:
        print(f"{when}: this system does not tell")
        return []
    listed = ", ".join(f"{pss:.0f} ({own:.0f} its own)" for pss, own in sizes[1:])
    print(f"{when}: workers {listed}, master {sizes[0][0]:.0f}, all {sum(pss for pss, _ in sizes):.0f} MB (PSS)")
    return [pss for pss, _ in sizes[1:]]


def tree(master: int) -> list[str]:
    """Numbers of a process and of all below it that still run; of itself only without /proc."""
    found = [str(master)]
    for pid in found:
        with suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                found += (task / "children").read_text().split()
    return found


def memory(pid: str) -> tuple[float, float]:
    """PSS of a process and what of it no other process shares, in MB."""
    rows = (line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    sizes = {row[0]: int(row[1]) / 1000 for row in rows}
    return sizes["Pss:"], sizes["Private_Clean:"] + sizes["Private_Dirty:"]


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS)
