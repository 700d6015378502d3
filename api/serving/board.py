"""A few bytes that all processes of the service see."""

from __future__ import annotations

import mmap
import struct
import time

_BEAT = struct.Struct("=d")
STOPPING = _BEAT.size
_NOTE = struct.Struct("=di")
_NOTES, PLACES = 64, 128
"""Where workers' notes begin, and how many there can be; a worker that comes later has the place of an old one."""
FRESH_SECONDS = 1.0
"""How long a note holds: a worker that is there renews it twice as often."""


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

    def note(self, worker: int, load: int) -> None:
        """Say how much a worker has to do."""
        _NOTE.pack_into(self._shared, _NOTES + worker % PLACES * _NOTE.size, time.monotonic(), load)

    def least(self, worker: int) -> int | None:
        """The least that any other worker has to do which was there a moment ago; None if there is none."""
        notes = self._shared[_NOTES : _NOTES + PLACES * _NOTE.size]
        since, own = time.monotonic() - FRESH_SECONDS, worker % PLACES
        told = enumerate(_NOTE.iter_unpack(notes))
        return min((load for place, (when, load) in told if when > since and place != own), default=None)
