"""What comes over a connection."""

from __future__ import annotations

import socket


def received(sock: socket.socket, size: int) -> bytes | None:
    """At most so many bytes that are there; None if there are none yet, no bytes if the other side is gone."""
    try:
        return sock.recv(size)
    except BlockingIOError:
        return None
    except OSError:
        return b""
