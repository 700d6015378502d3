"""How the C library keeps memory: what a request took goes back when it is answered."""

from __future__ import annotations

import ctypes
from contextlib import suppress

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""Numbers of glibc's ``mallopt``."""
KEPT_FREE = 4 * 1024 * 1024
"""Bytes that may lie free, and from which on a block is mapped by itself and given back when it is let go."""


def keep_little() -> None:
    """One heap for all threads, with little lying free; by itself glibc keeps the largest need of each thread for good.

    Another C library is left as it is.
    """
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        for option, value in ((M_ARENA_MAX, 1), (M_TRIM_THRESHOLD, KEPT_FREE), (M_MMAP_THRESHOLD, KEPT_FREE)):
            library.mallopt(option, value)


def give_back() -> None:
    """Give back what lies free now."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
