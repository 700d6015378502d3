"""The client's end of a connection, as a thread that answers sees it: a slow client does not hold the thread."""

from __future__ import annotations

import errno
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from api.serving.limits import BYTES_A_SECOND, Limits


class Outgoing:
    """Stands in for the socket. What cannot be sent at once is kept, up to a bound, and sent by the worker's loop."""

    def __init__(self, sock: socket.socket, limits: Limits, call: Callable[[], None]) -> None:
        self.sock, self.limits, self._call = sock, limits, call
        self._kept = bytearray()
        self._room = threading.Condition()
        self._since = self._moved = 0.0
        self._sent = 0
        self.dead = False

    @property
    def pending(self) -> bool:
        """Whether something waits to be sent."""
        return bool(self._kept) and not self.dead

    def sendall(self, data: bytes) -> None:
        """Send, or keep to be sent; waits only while more is kept than is allowed. Raises BrokenPipeError."""
        with self._room:
            if self.dead:
                raise BrokenPipeError(errno.EPIPE, "the client is gone")
            sent = 0
            if not self._kept:
                with suppress(BlockingIOError):
                    sent = self.sock.send(data)
            if sent == len(data):
                return
            if not self._kept:
                self._since = self._moved = time.monotonic()
                self._sent = 0
            self._kept += memoryview(data)[sent:]
            self._call()
            while len(self._kept) > self.limits.backlog and not self.dead:
                self._room.wait(1.0)
            if self.dead:
                raise BrokenPipeError(errno.EPIPE, "the client is gone")

    send = sendall

    def flush(self) -> None:
        """Send what the client takes now; from the loop."""
        with self._room:
            try:
                sent = self.sock.send(memoryview(self._kept)[:262_144])
            except BlockingIOError:
                return None
            except OSError:
                return self._die()
            del self._kept[:sent]
            self._sent += sent
            self._moved = time.monotonic()
            self._room.notify_all()
            return None

    def overdue(self, now: float) -> bool:
        """Whether the client takes what waits for it too slowly."""
        grace = self.limits.transfer_seconds
        return self.pending and now > min(self._moved + grace, self._since + grace + self._sent / BYTES_A_SECOND)

    def _die(self) -> None:
        self.dead = True
        self._kept.clear()
        self._room.notify_all()

    def close(self) -> None:
        """Close the connection; a thread that still writes to it is told."""
        with self._room:
            self._die()
        with suppress(OSError):
            self.sock.close()

    def fileno(self) -> int:
        """Number of the socket's file."""
        return self.sock.fileno()

    def shutdown(self, how: int) -> None:
        """Nothing: the loop ends connections, once all is sent."""

    def recv(self, size: int) -> bytes:
        """Nothing: what a client sends is read by the loop."""
        return b""

    def setblocking(self, flag: bool) -> None:
        """Nothing: the socket never blocks."""

    def settimeout(self, seconds: float | None) -> None:
        """Nothing: see ``Limits``."""

    def gettimeout(self) -> float:
        """It never blocks."""
        return 0.0
