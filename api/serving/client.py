"""A connection as the worker's loop sees it."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from gunicorn.http import get_parser

from api.serving.intake import Intake
from api.serving.limits import BYTES_A_SECOND, Limits
from api.serving.outgoing import Outgoing

READING, WORKING, SENDING, LINGERING = "reading", "working", "sending", "lingering"
LINGER_SECONDS, LINGER_BYTES = 2.0, 1_048_576


class Client:
    """What the server's own code asks of a connection, and where it stands: reading, working, sending, lingering."""

    is_http2 = False
    initialized = data_ready = True

    def __init__(self, sock: socket.socket, peer: Any, server: Any, limits: Limits, call: Callable[[], None]) -> None:
        sock.setblocking(False)
        self.raw, self.client, self.server, self.limits = sock, peer, server, limits
        self.sock = Outgoing(sock, limits, call)
        self.address = str(peer[0]) if isinstance(peer, tuple) and peer else "unix"
        self.parser: Any = None
        self.future: Future[Any] | None = None
        self.events = 0
        self.again = False
        self.drained = 0
        self.expect()

    def init(self) -> None:
        """Nothing is left to do in a thread."""

    def expect(self) -> None:
        """Wait for a request."""
        self.phase, self.since = READING, time.monotonic()
        self.heard = self.since
        self.body_since: float | None = None
        self.counted = False
        self.intake = Intake(self.limits)

    def take(self, data: bytes) -> None:
        """Bytes have come. Raises OSError if there is no room for them."""
        self.heard = time.monotonic()
        if not self.intake.begun:
            self.since = self.heard
        self.intake.feed(data)
        if self.intake.in_body and self.body_since is None:
            self.body_since = self.heard

    def prepare(self, config: Any) -> None:
        """Give the complete request to a parser of its own: it can read nothing beyond it."""
        self.phase, self.since = WORKING, time.monotonic()
        self.parser = get_parser(config, self.intake.source(), self.client)

    @property
    def read_whole(self) -> bool:
        """Whether the parser used the request up, so that what follows is another one."""
        return not self.intake.closes and not self.parser.unreader.read()

    def late(self, now: float) -> str | None:
        """What a client that sends is late with, in words; an idle one is just ``idle``."""
        limits = self.limits
        if not self.intake.begun:
            return "idle" if now > self.since + max(limits.idle_seconds, 0) else None
        if self.body_since is None:
            return "head" if now > self.since + limits.head_seconds else None
        due = self.body_since + limits.transfer_seconds + self.intake.received / BYTES_A_SECOND
        return "body" if now > min(due, self.heard + limits.transfer_seconds) else None

    def linger(self) -> None:
        """Say that nothing more comes, and let the client read before the connection is closed."""
        self.phase, self.since, self.drained = LINGERING, time.monotonic(), 0
        self.intake.close()
        self.raw.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """Close the connection and let go of what was taken in."""
        self.intake.close()
        self.sock.close()
