"""Work that may take long, in a process of its own that can be stopped: nobody else's request goes with it.

A small helper is forked from each worker of the server before it has threads, and forks a process for each piece of
work; models and lists are shared with both. The piece of work ends itself when its time is over, by an alarm that the
system delivers even where one call holds the interpreter. Without a helper (the library, the command line, another
server) work is done where it is asked for.
"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from api.config import Settings
from api.services.context import Context, open_context
from api.services.errors import TookTooLongError

P = ParamSpec("P")
T = TypeVar("T")
LONG_CHARS = 20_000
"""Characters of text, or a quarter of those of a page, from which on work may take more than a second."""
AT_ONCE = 2
"""Pieces of work of one worker at a time; the others wait, and their time runs."""
LEEWAY_SECONDS = 2.0
SIZE = struct.Struct("=Q")


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> object:
        """Close it."""


class Workshop:
    """The helper as its worker sees it. Made before the worker has threads or a connection to the database."""

    def __init__(self, seconds: int, lost: Callable[[], None], doors: Iterable[Closable] = ()) -> None:
        self._seconds, self._lost = seconds, lost
        self._free = threading.BoundedSemaphore(AT_ONCE)
        self._door, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.helper = os.fork()
        if self.helper == 0:
            try:
                for door in (self._door, *doors):
                    door.close()
                _help(inner, seconds)
            finally:
                os._exit(0)
        inner.close()

    def do(self, task: bytes) -> Any:
        """What the work gives back, or the exception it ends in. Raises TookTooLongError."""
        if not self._free.acquire(timeout=self._seconds):
            raise TookTooLongError("Too much long work was waiting to be done.")
        try:
            ours = self._ask()
            with ours:
                ours.settimeout(self._seconds + LEEWAY_SECONDS)
                _send(ours, task)
                answer = _receive(ours)
        except OSError:
            answer = None
        finally:
            self._free.release()
        if answer is None:
            raise TookTooLongError(f"The work was stopped; it may take {self._seconds} seconds.")
        return pickle.loads(answer)

    def _ask(self) -> socket.socket:
        """A connection to a process that waits for a task. Raises OSError if the helper is gone."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._door, [b"w"], [theirs.fileno()])
            except OSError:
                ours.close()
                self._lost()
                raise
        return ours

    def close(self) -> None:
        """Let the helper go; what is under way ends with it or by its alarm."""
        self._door.close()
        with suppress(ChildProcessError):
            os.waitpid(self.helper, 0)


_OPEN: list[Workshop] = []


def open_workshop(
    settings: Settings, lost: Callable[[], None] = lambda: None, doors: Iterable[Closable] = ()
) -> Workshop:
    """Start this process's helper; ``lost`` is called when it turns out to be gone.

    ``doors`` are what the service listens on: work that outlives the worker must not keep them open.
    """
    _OPEN[:] = [Workshop(settings.work_seconds, lost, doors)]
    return _OPEN[0]


def close_workshop() -> None:
    """Do work in this process from now on."""
    for workshop in _OPEN:
        workshop.close()
    _OPEN.clear()


def apart(
    context: Context, work: Callable[Concatenate[Context, P], T], long: bool, *args: P.args, **named: P.kwargs
) -> T:
    """What ``work`` gives back, done in a process of its own if it may take ``long``. Raises TookTooLongError."""
    if not long or not _OPEN:
        return work(context, *args, **named)
    done, result = _OPEN[0].do(pickle.dumps((work, context.settings, args, named)))
    if done:
        return result  # type: ignore[no-any-return]
    kind, given, state = result
    error = kind.__new__(kind, *given)
    error.args = given
    error.__dict__.update(state)
    raise error


def _help(door: socket.socket, seconds: int) -> None:
    """Fork a process for each piece of work until the worker is gone."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        asked, handles, _, _ = socket.recv_fds(door, 1, 1)
        if not asked:
            return
        for handle in handles:
            if os.fork() == 0:
                try:
                    door.close()
                    _work(socket.socket(fileno=handle), seconds)
                finally:
                    os._exit(0)
            os.close(handle)


def _work(client: socket.socket, seconds: int) -> None:
    """One piece of work; the process ends with it, or is ended when the time is over."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.alarm(seconds)
    task = _receive(client)
    if task is None:
        return
    work, settings, args, named = pickle.loads(task)
    try:
        answer = pickle.dumps((True, work(open_context(settings), *args, **named)))
    except Exception as error:
        answer = pickle.dumps((False, (type(error), error.args, error.__dict__)))
    _send(client, answer)


def _send(to: socket.socket, data: bytes) -> None:
    to.sendall(SIZE.pack(len(data)))
    to.sendall(data)


def _receive(source: socket.socket) -> bytes | None:
    """What was sent; None if the other side is gone before all is there."""
    with source.makefile("rb") as stream:
        head = stream.read(SIZE.size)
        if len(head) < SIZE.size:
            return None
        (size,) = SIZE.unpack(head)
        data = stream.read(size)
        return data if len(data) == size else None
