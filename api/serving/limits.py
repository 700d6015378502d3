"""How much of a process one client may take, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

from api.config import Settings

BULK_PATH = "/v1/articles/bulk"
BYTES_A_SECOND = 4096
"""What a client must at least send or take, on the average, once its first seconds of grace are over."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one worker process; times are seconds, sizes are bytes."""

    max_body: int
    connections: int = 500
    an_address: int = 100
    proxies: frozenset[str] = frozenset()
    """Addresses whose connections are not counted, since they are those of many clients."""
    bodies: int = 128
    """Requests whose body is on its way."""
    queued: int = 256
    """Requests of a lane that wait for a thread."""
    queue_seconds: float = 30.0
    head: int = 65_536
    head_seconds: float = 10.0
    transfer_seconds: float = 20.0
    """Grace before ``BYTES_A_SECOND`` is asked for, and the longest time without a byte."""
    idle_seconds: float = 5.0
    """How long a connection without a request is kept."""
    body_in_memory: int = 262_144
    """Bytes of a body that are held in memory until it is complete; longer ones wait in a temporary file."""
    backlog: int = 4_194_304
    """Bytes of an answer that wait in memory for a slow client before the thread that writes it waits too."""

    def of_path(self, path: str) -> int | None:
        """Largest body that an address takes; None where there is no limit."""
        return None if path == BULK_PATH else self.max_body


def limits_of(settings: Settings) -> Limits:
    """The bounds that the settings choose."""
    proxies = frozenset(filter(None, (one.strip() for one in settings.proxies.split(","))))
    return Limits(
        max_body=settings.max_body_bytes,
        connections=settings.connections,
        an_address=settings.connections_per_address,
        proxies=proxies,
        head_seconds=settings.head_seconds,
        transfer_seconds=settings.transfer_seconds,
    )
