"""The real server, as a process: what it has answered for survives its death."""

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
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.api.texts import BRIDGE_POST, FLOOD, article

ROOT = Path(__file__).parents[2]
STARTUP_SECONDS = 120
Start = Callable[[], tuple[str, subprocess.Popen[bytes]]]


def call(address: str, body: object = None) -> tuple[int, dict[str, str], bytes]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"} if data else {})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the command with two workers on the test's database."""
    running: list[subprocess.Popen[bytes]] = []

    def started() -> tuple[str, subprocess.Popen[bytes]]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-c", "from api.cli import main; main(['serve'])"]
        settings = {"HOST": "127.0.0.1", "PORT": port, "WORKERS": 2, "THREADS": 2, "LOG_LEVEL": "ERROR"}
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/parallax.db"}
        environment |= {f"PARALLAX_{name}": str(value) for name, value in settings.items()}
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        )
        running.append(process)
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        return address, process

    yield started
    for process in running:
        kill(process)


def wait_for(address: str) -> None:
    deadline = time.monotonic() + STARTUP_SECONDS
    while True:
        try:
            assert call(address + "/healthz")[0] == 200
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


def test_an_accepted_article_survives_a_kill(start: Start):
    address, process = start()
    status, headers, body = call(address + "/v1/articles", article("post", BRIDGE_POST))
    kill(process)
    assert status == 201
    again, _ = start()
    status, _, found = call(again + headers["Location"])
    assert status == 200
    assert json.loads(found)["text"] == json.loads(body)["text"]
    assert call(again + headers["Location"] + "/analysis")[0] == 200


def test_workers_share_the_database(start: Start):
    address, _ = start()
    texts = [f"{FLOOD} Report {number % 6} from the valley." for number in range(18)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda text: call(address + "/v1/articles", article("post", text)), texts))
    assert sorted(status for status, _, _ in answers) == [200] * 12 + [201] * 6
    listed = json.loads(call(address + "/v1/articles?limit=200")[2])["data"]
    assert len(listed) == 6
