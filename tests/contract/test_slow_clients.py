"""Slow clients and waiting writers, over real sockets: whoever dawdles holds a connection and nobody else's answer."""

from __future__ import annotations

import json
import select
import socket
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.api.texts import BRIDGE_POST, FLOOD, article
from tests.contract.server import call, launched

ONE_ADDRESS = 40
PATIENT = {
    "HEAD_SECONDS": 600,
    "TRANSFER_SECONDS": 600,
    "BUSY_TIMEOUT_MS": 600_000,
    "CONNECTIONS_PER_ADDRESS": ONE_ADDRESS,
}
HALF_HEAD = b"GET /v1/articles HTTP/1.1\r\nHost: x\r\nX-Slow: "
HALF_BODY = b"POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
HALF_CHUNK = (
    b"POST /v1/articles/bulk HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n20\r\n{"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("slow")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """A service that waits longer for whoever is slow than any test takes."""
    with launched(folder, **PATIENT) as (address, _):
        assert call(address + "/v1/articles", article("post", BRIDGE_POST))[0] == 201
        yield address


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service that waits for nobody."""
    folder = tmp_path_factory.mktemp("strict")
    with launched(folder, WORKERS=1, HEAD_SECONDS=2, TRANSFER_SECONDS=3) as (address, _):
        yield address


def connect(address: str, sent: bytes = b"") -> socket.socket:
    parts = urlsplit(address)
    sock = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60)
    sock.sendall(sent)
    return sock


def heard(sock: socket.socket) -> bytes:
    """All that comes until the server closes; nothing if it cuts the connection."""
    with closing(sock), suppress(ConnectionResetError):
        return b"".join(iter(lambda: sock.recv(65_536), b""))
    return b""


def problem_in(raw: bytes) -> tuple[int, str]:
    head, _, body = raw.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    told = json.loads(body)
    assert int(head.split()[1]) == told["status"]
    return told["status"], told["type"]


def statuses(address: str) -> list[int]:
    """Statuses of what has to be answered while others wait."""
    return [call(address + path)[0] for path in ("/healthz", "/readyz", "/v1/articles")]


def still_held(slow: list[socket.socket]) -> list[socket.socket]:
    """Those to which nothing has been sent, neither an answer nor an end."""
    return [sock for sock in slow if not select.select([sock], [], [], 0)[0]]


HALVES = pytest.mark.parametrize("half", [HALF_HEAD, HALF_BODY, HALF_CHUNK], ids=["head", "body", "chunk"])


@HALVES
def test_slow_clients_take_no_thread(address: str, half: bytes):
    slow = [connect(address, half) for _ in range(32)]
    assert statuses(address) == [200, 200, 200]
    assert len(still_held(slow)) == 32
    for sock in slow:
        sock.close()


@HALVES
def test_slow_clients_are_told_so(strict: str, half: bytes):
    slow = [connect(strict, half) for _ in range(4)]
    assert {problem_in(heard(sock)) for sock in slow} == {(408, "/problems/request-timeout")}


def test_an_address_with_too_many_connections_loses_those_that_wait_longest(address: str):
    slow = [connect(address, HALF_HEAD) for _ in range(96)]
    assert statuses(address) == [200, 200, 200]
    held = slow
    while len(held := still_held(held)) > 2 * ONE_ADDRESS:
        select.select(held, [], [], 60)
    assert {sock.recv(1) for sock in slow if sock not in held} == {b""}
    for sock in slow:
        sock.close()


def test_a_body_that_comes_byte_by_byte_is_given_up(strict: str):
    sock = connect(strict, HALF_BODY)
    for _ in range(90):
        time.sleep(0.25)
        try:
            sock.sendall(b" ")
        except OSError:
            break
    else:
        pytest.fail("the body was waited for")
    sock.close()


def test_a_body_in_pieces_is_one_body(address: str):
    body = json.dumps(article("times", FLOOD)).encode()
    head = b"POST /v1/articles HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n"
    sock = connect(address, head + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body))
    assert sock.recv(65_536) == b"HTTP/1.1 100 Continue\r\n\r\n"
    for place in range(0, len(body), 50):
        sock.sendall(body[place : place + 50])
    assert heard(sock).startswith(b"HTTP/1.1 201 ")


def test_requests_sent_at_once_are_answered_in_turn(address: str):
    one = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    two = b"GET /v1/articles?limit=1 HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET /problems/busy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    raw = heard(connect(address, one + two + one + last))
    places = [raw.index(word) for word in (b'"alive"', b'"data"', b"/problems/busy")]
    assert places == sorted(places)
    assert raw.count(b"HTTP/1.1 200 ") == 4


def test_a_client_that_reads_slowly_holds_no_thread(address: str):
    asked = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    slow = [connect(address, asked) for _ in range(12)]
    assert statuses(address) == [200, 200, 200]
    answers = [heard(sock) for sock in slow]
    assert all(raw.endswith(b"}\n") for raw in answers)


def test_waiting_writers_hold_up_no_reader(address: str, folder: Path):
    with (
        closing(sqlite3.connect(folder / "parallax.db", isolation_level=None)) as other,
        ThreadPoolExecutor(16) as pool,
    ):
        other.execute("BEGIN IMMEDIATE")
        texts = [f"{FLOOD} Report {number} from the valley." for number in range(16)]
        writers = [pool.submit(call, address + "/v1/articles", article("post", text)) for text in texts]
        time.sleep(1)
        assert statuses(address) == [200, 200, 200]
        assert not any(writer.done() for writer in writers)
        other.execute("ROLLBACK")
        assert [writer.result()[0] for writer in writers] == [201] * 16


def test_a_writer_that_waits_too_long_is_told_to_come_again(tmp_path: Path):
    with launched(tmp_path, BUSY_TIMEOUT_MS=500) as (address, _):
        assert call(address + "/v1/articles", article("post", BRIDGE_POST))[0] == 201
        with closing(sqlite3.connect(tmp_path / "parallax.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            status, headers, body = call(address + "/v1/articles", article("post", FLOOD))
            other.execute("ROLLBACK")
        assert (status, json.loads(body)["type"]) == (503, "/problems/database-busy")
        assert int(headers["Retry-After"]) > 0
        assert call(address + "/v1/articles", article("post", FLOOD))[0] == 201
