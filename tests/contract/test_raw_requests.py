"""Whatever bytes come over a socket, they are answered or the connection is closed; no worker dies of them."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

import pytest

from tests.api.texts import BRIDGE_POST, article
from tests.benchmarks.memory import tree
from tests.contract.server import call, launched
from tests.hostile.raw import requests

CASES = list(requests())
CHOSEN = CASES if os.environ.get("HOSTILE") else CASES[::12]
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
SECONDS = 30
"""A connection that is neither answered nor closed by then is held for ever."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Popen[bytes], Path]]:
    folder = tmp_path_factory.mktemp("raw")
    with launched(folder, HEAD_SECONDS=2, TRANSFER_SECONDS=3) as (address, process):
        assert call(address + "/v1/articles", article("post", BRIDGE_POST))[0] == 201
        yield address, process, folder


def answered(address: str, sent: bytes, ends: bool) -> bytes:
    """What comes until the server closes; of one that ends, our side is closed once all is sent."""
    parts = urlsplit(address)
    heard = b""
    sock = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=SECONDS)
    with closing(sock), suppress(ConnectionResetError, BrokenPipeError):
        sock.sendall(sent)
        if ends:
            sock.shutdown(socket.SHUT_WR)
        while piece := sock.recv(65_536):
            heard += piece
    return heard


def test_no_bytes_end_in_a_failure_of_ours_or_in_a_worker_that_dies(
    served: tuple[str, Popen[bytes], Path],
) -> None:
    address, process, folder = served
    before = set(tree(process.pid))
    wrong = {}
    for place, (name, sent) in enumerate(CHOSEN):
        heard = answered(address, sent, ends=place % 2 == 0)
        failed = [status for status in map(int, STATUS.findall(heard)) if status >= 500]
        if failed:
            wrong[name] = failed
    assert not wrong
    assert before <= set(tree(process.pid))
    assert call(address + "/v1/articles")[0] == call(address + "/readyz")[0] == 200
    assert "Traceback" not in (folder / "errors.txt").read_text()


def test_the_cases_are_many_and_each_has_its_name() -> None:
    assert len(CASES) >= 120
    assert len(dict(CASES)) == len(CASES)
