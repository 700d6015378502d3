"""Where a worker takes connections: not more than it may, and not those that another worker has more time for."""

from __future__ import annotations

import socket
import time
from collections import Counter
from contextlib import suppress
from typing import Any, ClassVar

from gunicorn.workers.gthread import ThreadWorker

from api.serving.board import Board
from api.serving.client import LINGERING, READING, Client
from api.serving.limits import Limits

GIVE_WAY_SECONDS = 0.01
"""How long a connection is left to a worker that has less to do, before it is taken all the same."""
IDLE = (READING, LINGERING)


class Door(ThreadWorker):
    """The part of a worker that takes connections in. ``limits`` and ``board`` are set before the server starts."""

    limits: ClassVar[Limits]
    board: ClassVar[Board]

    def open_door(self) -> None:
        """Nobody has come yet."""
        self.clients: dict[Client, None] = {}
        self.addresses: Counter[str] = Counter()
        self.waiting: Counter[str] = Counter()
        self.gave_way = 0.0

    def accept(self, listener: Any) -> None:
        """Take a connection in, unless there are too many or another worker has less to do."""
        if self.gives_way(time.monotonic()):
            return None
        try:
            sock, peer = listener.accept()
        except OSError:
            return None
        client = Client(sock, peer, listener.getsockname(), self.limits, lambda: self.call(client))
        full = self.make_room(client.address)
        self.clients[client] = None
        self.addresses[client.address] += 1
        self.tell()
        if full is not None:
            return self.refuse(client, full, "None of the connections that are held can be closed now.")  # type: ignore[no-any-return]
        with suppress(OSError):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self.watch(client)  # type: ignore[no-any-return]

    def gives_way(self, now: float) -> bool:
        """Whether to leave the connection that has come to another worker for a moment, and do so."""
        least = self.board.least(self.age)
        waited = now < self.gave_way + 2 * GIVE_WAY_SECONDS
        if waited or least is None or self.load <= least:
            return False
        self.gave_way = now
        self.set_accept_enabled(False)
        return True

    def patience(self, now: float, most: float) -> float:
        """Seconds to wait for what happens next, at most so many; takes connections again after giving way."""
        left = self.gave_way + GIVE_WAY_SECONDS - now
        if left <= 0 and self.alive:
            self.set_accept_enabled(True)
        return min(most, left) if left > 0 else most

    @property
    def load(self) -> int:
        """Connections and requests under way."""
        return len(self.clients) + sum(self.waiting.values())

    def tell(self) -> None:
        """Let the other workers know how much there is to do here."""
        self.board.note(self.age, self.load)

    def make_room(self, address: str) -> str | None:
        """Where all connections are taken, of an address or at all, close the one that waits longest.

        Gives back the problem if none waits.
        """
        own = self.addresses[address] >= self.limits.an_address and address not in self.limits.proxies
        if not own and len(self.clients) < self.limits.connections:
            return None
        idle = (one for one in self.clients if one.phase in IDLE and (not own or one.address == address))
        oldest = min(idle, key=lambda one: one.since, default=None)
        if oldest is None:
            return "too-many-connections" if own else "busy"
        self.drop(oldest)
        return None
