"""Starts the real server as a process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTUP_SECONDS = 600


def call(address: str, body: object = None) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer; a body is sent as JSON, bytes as lines of it."""
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    kind = "application/x-ndjson" if isinstance(body, bytes) else "application/json"
    request = urllib.request.Request(address, data, {"Content-Type": kind} if data else {})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


@contextmanager
def launched(folder: Path, *, wait: bool = True, **more: object) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The command with two workers on a database in the folder; gives its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from api.cli import main; main(['serve'])"]
    settings = {"HOST": "127.0.0.1", "PORT": port, "WORKERS": 2, "THREADS": 2, "LOG_LEVEL": "ERROR", **more}
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/parallax.db"}
    environment |= {f"PARALLAX_{name}": str(value) for name, value in settings.items()}
    with (folder / "errors.txt").open("ab") as errors:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=errors, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, "/problems/validation" if wait else "/healthz")
        yield address, process
    finally:
        kill(process)


def wait_for(address: str, path: str = "/problems/validation") -> None:
    """Until the address is answered; `/healthz` is from the start, everything else once a worker is there."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while True:
        try:
            assert call(address + path)[0] == 200
            return
        except (OSError, AssertionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill master and workers at once, as a power cut would."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
