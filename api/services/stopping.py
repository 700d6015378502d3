"""Whether this process is being stopped: long work ends at the next place where it can say how far it got."""

from __future__ import annotations


class Stopping:
    """A plain flag: a signal handler sets it, which must not wait for a lock."""

    def __init__(self) -> None:
        self.asked = False


PROCESS = Stopping()
"""That of this process; the server sets it."""
