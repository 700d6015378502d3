"""A few bytes that all processes of the service see."""

from __future__ import annotations

import mmap
import struct
import time

_BEAT = struct.Struct("=d")
STOPPING = _BEAT.size


class Board:
    """When a worker was last seen at its door, and whether the service is being stopped. Made before the fork."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, mmap.PAGESIZE)

    def beat(self) -> None:
        """Say that a worker takes connections."""
        _BEAT.pack_into(self._shared, 0, time.monotonic())

    @property
    def served(self) -> bool:
        """Whether any worker has ever been there."""
        return bool(_BEAT.unpack_from(self._shared, 0)[0])

    @property
    def silence(self) -> float:
        """Seconds since any worker was at its door."""
        return float(time.monotonic() - _BEAT.unpack_from(self._shared, 0)[0])

    @property
    def stopping(self) -> bool:
        """Whether the service is being stopped."""
        return self._shared[STOPPING] != 0

    def stop(self) -> None:
        """Say that the service is being stopped."""
        self._shared[STOPPING] = 1
