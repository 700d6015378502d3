"""A small process that answers at the door while no worker does: on loading, on stopping, and when all are stuck.

It is forked before anything heavy is imported, listens on the same socket, and takes a connection only when no worker
has been at the door for a while. `/healthz` it answers; everything else it refuses with the reason and `Retry-After`.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field

from api.serving import answers
from api.serving.board import Board
from api.serving.incoming import received
from api.serving.intake import Intake
from api.serving.limits import Limits

SILENCE_SECONDS = 8.0
"""How long no worker has to be seen before the porter takes connections."""
TICK_SECONDS = 0.1
MOST_GUESTS = 200
GUEST_SECONDS = 5.0


@dataclass(slots=True)
class Guest:
    """A connection that the porter has taken."""

    sock: socket.socket
    intake: Intake
    until: float = field(default_factory=lambda: time.monotonic() + GUEST_SECONDS)
    answered: bool = False


def fork(listener: socket.socket, board: Board) -> None:
    """Start the porter; it ends with the process that calls this."""
    parent = os.getpid()
    if os.fork() != 0:
        return
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            signal.signal(number, signal.SIG_IGN)
        Porter(listener, board, parent).run()
    finally:
        os._exit(0)


class Porter:
    """Keeps the door while nobody else does."""

    def __init__(self, listener: socket.socket, board: Board, parent: int) -> None:
        self.listener, self.board, self.parent = listener, board, parent
        self.selector = selectors.DefaultSelector()
        self.guests: dict[socket.socket, Guest] = {}
        self.limits = Limits(max_body=0)

    @property
    def on_duty(self) -> bool:
        """Whether no worker takes connections."""
        return self.board.stopping or self.board.silence > SILENCE_SECONDS

    def run(self) -> None:
        """Until the parent is gone."""
        listening = False
        while os.getppid() == self.parent:
            wanted = self.on_duty and len(self.guests) < MOST_GUESTS
            if wanted != listening:
                if wanted:
                    self.selector.register(self.listener, selectors.EVENT_READ)
                else:
                    self.selector.unregister(self.listener)
                listening = wanted
            if not listening and not self.guests:
                time.sleep(TICK_SECONDS)
                continue
            for key, _ in self.selector.select(TICK_SECONDS):
                if key.fileobj is self.listener:
                    self.accept()
                else:
                    self.hear(self.guests[key.fileobj])  # type: ignore[index]
            now = time.monotonic()
            for guest in [one for one in self.guests.values() if one.until < now]:
                self.leave(guest)

    def accept(self) -> None:
        """Take a connection, if no worker has come to the door or been faster."""
        if not self.on_duty:
            return
        try:
            sock, _ = self.listener.accept()
        except OSError:
            return
        sock.setblocking(False)
        self.guests[sock] = Guest(sock, Intake(self.limits))
        self.selector.register(sock, selectors.EVENT_READ)

    def hear(self, guest: Guest) -> None:
        """Take what a guest says; once its head is there, answer, and then only wait until it has gone."""
        data = received(guest.sock, 65_536)
        if data == b"":
            return self.leave(guest)
        if data is None or guest.answered:
            return None
        guest.intake.feed(data)
        if guest.intake.in_body or guest.intake.too_long:
            guest.answered = True
            with suppress(OSError):
                guest.sock.send(self.answer(guest.intake))
                guest.sock.shutdown(socket.SHUT_WR)
        return None

    def answer(self, intake: Intake) -> bytes:
        """What is said: that the process lives, or why nothing is done now."""
        if intake.path == "/healthz" and intake.method in ("GET", "HEAD"):
            return answers.alive(intake)
        if self.board.stopping:
            return answers.refusal("stopping", "The service is being stopped and takes no new requests.")
        if not self.board.served:
            return answers.refusal("not-ready", "The service is loading its models; it has just been started.")
        return answers.refusal("busy", "No process of the service is free to take the request.")

    def leave(self, guest: Guest) -> None:
        """Let a guest go."""
        with suppress(KeyError, ValueError):
            self.selector.unregister(guest.sock)
        guest.intake.close()
        guest.sock.close()
        self.guests.pop(guest.sock, None)
