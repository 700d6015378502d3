"""The worker's loop, turned by hand: what one client sends ends neither the loop nor another client's answer."""

from __future__ import annotations

import selectors
import socket
import time
from contextlib import closing

import pytest
from gunicorn.workers.gthread import PollableMethodQueue

from api.serving.board import PLACES, Board
from api.serving.limits import Limits
from api.serving.worker import Worker

ALIVE = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
TURNS = 5_000
"""More than any of these needs."""


@pytest.fixture
def worker(monkeypatch):
    """A worker without threads, which nobody watches."""
    monkeypatch.setattr("api.serving.worker.TICK_SECONDS", 0.05)
    monkeypatch.setattr(Worker, "limits", Limits(max_body=1_000), raising=False)
    monkeypatch.setattr(Worker, "board", Board(), raising=False)
    made = Worker.__new__(Worker)
    made.age, made.sockets, made._accepting, made.looked = 1, [], False, 0.0
    made.open_door()
    made.alive, made.notify = True, lambda: None
    made.poller, made.method_queue = selectors.DefaultSelector(), PollableMethodQueue()
    made.method_queue.init()
    made.poller.register(made.method_queue.fileno(), selectors.EVENT_READ, made.method_queue.run_callbacks)
    yield made
    for client in list(made.clients):
        made.drop(client)
    made.method_queue.close()
    made.poller.close()


@pytest.fixture
def connect(worker):
    """Makes connections that the worker has taken."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def made() -> socket.socket:
            sock = socket.create_connection(listener.getsockname(), timeout=10)
            worker.accept(listener)
            return sock

        yield made


def test_many_requests_sent_at_once_are_answered_one_after_the_other(worker, connect):
    with closing(connect()) as sock, closing(connect()) as other:
        sock.sendall(400 * ALIVE)
        other.sendall(ALIVE)
        sock.setblocking(False)
        told, turns = b"", 0
        while told.count(b'"alive"') < 400 and turns < TURNS:
            worker.turn()
            turns += 1
            try:
                told += sock.recv(1_048_576)
            except BlockingIOError:
                continue
        assert told.count(b"HTTP/1.1 200 OK") == 400
        assert other.recv(65_536).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("requests", [1, 2, 20])
def test_a_client_that_is_gone_before_it_is_answered_takes_nobody_along(worker, connect, requests):
    other = connect()
    gone = connect()
    gone.sendall(requests * ALIVE)
    gone.close()
    for _ in range(200):
        worker.turn()
        if len(worker.clients) == 1:
            break
    assert len(worker.clients) == 1
    with closing(other):
        other.sendall(ALIVE)
        worker.turn()
        assert other.recv(65_536).startswith(b"HTTP/1.1 200 OK")


@pytest.fixture
def listener(worker):
    """A door that the worker stands at."""
    with closing(socket.create_server(("127.0.0.1", 0))) as made:
        made.setblocking(False)
        worker.sockets = [made]
        worker.set_accept_enabled(True)
        yield made
        worker.set_accept_enabled(False)


def taken(worker, listener, count: int, turns: int) -> int:
    """How many of so many connections the worker has after so many turns."""
    callers = [socket.create_connection(listener.getsockname(), timeout=10) for _ in range(count)]
    for _ in range(turns):
        worker.turn()
    for sock in callers:
        sock.close()
    return len(worker.clients)


def test_a_connection_is_left_to_a_worker_with_less_to_do(worker, listener, monkeypatch):
    monkeypatch.setattr("api.serving.door.GIVE_WAY_SECONDS", 60.0)
    worker.board.note(2, 0)
    assert taken(worker, listener, 8, turns=8) == 1
    assert not worker._accepting


def test_a_connection_that_nobody_takes_is_taken_all_the_same(worker, listener):
    worker.board.note(2, 0)
    callers = [socket.create_connection(listener.getsockname(), timeout=10) for _ in range(8)]
    turns = 0
    while len(worker.clients) < 8 and turns < TURNS:
        worker.board.note(2, 0)
        worker.turn()
        turns += 1
    assert len(worker.clients) == 8
    for sock in callers:
        sock.close()


@pytest.mark.parametrize("seconds, load", [(0.0, 100), (3_600.0, 0)], ids=["busier", "gone"])
def test_no_connection_waits_for_a_worker_that_is_busier_or_gone(worker, listener, monkeypatch, seconds, load):
    monkeypatch.setattr("api.serving.door.GIVE_WAY_SECONDS", 60.0)
    worker.board.note(2, load)
    now = time.monotonic()
    monkeypatch.setattr("api.serving.board.time.monotonic", lambda: now + seconds)
    assert taken(worker, listener, 8, turns=16) == 8


def test_a_worker_that_has_taken_another_ones_place_is_not_asked_for_itself():
    board = Board()
    board.note(3 + PLACES, 7)
    assert board.least(3) is None
    assert board.least(4) == 7
    board.note(5, 2)
    assert board.least(4) == 2
