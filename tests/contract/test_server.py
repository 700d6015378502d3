"""The real server, as a process: what it has answered for survives its death."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from analysis.encoders.loading import EMBEDDED
from tests.api.texts import BRIDGE_POST, FLOOD, article
from tests.contract.server import call, kill, launched, wait_for

Start = Callable[..., tuple[str, subprocess.Popen[bytes]]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the command with two workers on the test's database."""
    with ExitStack() as running:
        yield lambda **more: running.enter_context(launched(tmp_path, **more))


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
    told = [body for status, _, body in answers if status >= 400]
    assert told == []
    assert sorted(status for status, _, _ in answers) == [200] * 12 + [201] * 6
    listed = json.loads(call(address + "/v1/articles?limit=200")[2])["data"]
    assert len(listed) == 6


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not found.exists():
        pytest.skip("this system does not list a process's children")
    _porter, *workers = map(int, found.read_text().split())
    return workers


def analyse_together(address: str, count: int = 12) -> list[int]:
    texts = [f"{FLOOD} Report {number} from the valley." for number in range(count)]
    with ThreadPoolExecutor(6) as pool:
        return [
            status for status, _, _ in pool.map(lambda t: call(address + "/v1/analyses", article("post", t)), texts)
        ]


def test_workers_read_with_models_loaded_before_them(start: Start):
    address, process = start()
    assert analyse_together(address) == [200] * 12
    assert call(address + "/v1/articles")[0] == 200
    opened = [str(file.readlink()) for file in Path(f"/proc/{process.pid}/fd").glob("*")]
    assert opened
    assert not [name for name in opened if "parallax.db" in name]
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


def test_a_graceful_stop_answers_what_was_asked_and_leaves_no_complaint(start: Start, tmp_path: Path):
    address, process = start()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(call, address + "/v1/articles", article("post", BRIDGE_POST * 40))
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert answer.result()[0] == 201
    assert process.wait(60) == 0
    assert (tmp_path / "errors.txt").read_text() == ""


def test_a_worker_that_dies_is_replaced_by_one_that_is_warm(start: Start):
    address, process = start()
    before = workers_of(process)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 30
    while (len(found := workers_of(process)) < 2 or set(found) & set(before)) and time.monotonic() < deadline:
        time.sleep(0.1)
    wait_for(address)
    assert analyse_together(address) == [200] * 12


def test_a_server_that_cannot_be_warmed_starts_and_says_why(start: Start):
    address, _ = start(ENCODER="no-such-encoder")
    status, _, body = call(address + "/readyz")
    checks = {check["name"]: check for check in json.loads(body)["checks"]}
    assert status == 503
    assert {name: check["ok"] for name, check in checks.items()} == {
        "database": True, "encoder": False, "reader": True,
    }  # fmt: skip
    assert "no-such-encoder" in checks["encoder"]["detail"]
    assert call(address + "/v1/articles")[0] == 200


def test_a_model_that_needs_torch_works_in_forked_workers(start: Start, tmp_path: Path):
    """The embedded encoder's files, read by sentence-transformers because they are named as a folder."""
    folder = tmp_path / "static"
    shutil.copytree(EMBEDDED, folder)
    address, process = start(ENCODER=folder)
    assert analyse_together(address) == [200] * 12
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


def test_a_service_that_loads_says_so_at_once(start: Start):
    address, _ = start(wait=False)
    status, headers, body = call(address + "/readyz")
    assert (status, json.loads(body)["type"]) == (503, "/problems/not-ready")
    assert int(headers["Retry-After"]) > 0
    assert call(address + "/healthz")[0] == 200
    wait_for(address)
    assert call(address + "/readyz")[0] == 200


def test_a_stop_in_a_bulk_upload_ends_after_a_line_and_says_which(start: Start):
    address, process = start(BULK_BATCH=2)
    lines = [json.dumps(article("post", f"{BRIDGE_POST} Report {number} from the valley.")) for number in range(400)]
    with ThreadPoolExecutor(1) as pool:
        upload = pool.submit(call, address + "/v1/articles/bulk", "\n".join(lines).encode())
        while not json.loads(call(address + "/v1/articles?limit=1")[2])["data"]:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        refused = None
        while process.poll() is None and refused is None:
            with suppress(OSError):
                status, _, body = call(address + "/v1/articles?limit=1")
                refused = (status, json.loads(body)["type"]) if status != 200 else None
        *stored, last = map(json.loads, upload.result()[2].splitlines())
    assert refused == (503, "/problems/stopping")
    assert (last["line"], last["type"]) == (len(stored) + 1, "/problems/stopping")
    assert 0 < len(stored) < 400
    assert process.wait(60) == 0
    again, _ = start()
    for one in (stored[0], stored[-1]):
        assert call(f"{again}/v1/articles/{one['id']}")[0] == 200
    assert len(json.loads(call(again + "/v1/articles?limit=200")[2])["data"]) == min(200, len(stored))
