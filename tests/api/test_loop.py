"""The worker's loop, turned by hand: what one client sends ends neither the loop nor another client's answer."""

from __future__ import annotations

import selectors
import socket
from collections import Counter
from contextlib import closing

import pytest
from gunicorn.workers.gthread import PollableMethodQueue

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
    made = Worker.__new__(Worker)
    made.clients, made.addresses, made.waiting, made.looked = {}, Counter(), Counter(), 0.0
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
