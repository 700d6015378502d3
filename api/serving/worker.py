"""A worker whose loop reads requests and writes answers; threads only see requests that are complete.

It is gunicorn's threaded worker with the waiting taken out of the threads. Whoever sends or reads slowly holds a file
descriptor and no thread. `/healthz` is answered by the loop, `/readyz` has a thread of its own, reading and everything
else have pools of their own: readers never wait for threads that wait to write.
"""

from __future__ import annotations

import os
import selectors
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from api.logs import LOGGER
from api.services.stopping import PROCESS
from api.services.workshop import open_workshop
from api.serving import answers
from api.serving.client import LINGER_BYTES, LINGER_SECONDS, LINGERING, READING, SENDING, WORKING, Client
from api.serving.door import Door
from api.serving.incoming import received

TICK_SECONDS = 0.5
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
LATE = {
    "head": "The head of the request was not complete in time.",
    "body": "The body of the request came too slowly.",
}
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Worker(Door):
    """See the module."""

    def init_process(self) -> None:
        """Make the pools, then serve."""
        self.open_door()
        self.looked = 0.0
        doors = (self.app.listener, *self.sockets)
        open_workshop(self.app.settings, lambda: os.kill(os.getpid(), signal.SIGTERM), doors)
        super().init_process()

    def get_thread_pool(self) -> ThreadPoolExecutor:
        """Threads for requests that write; those that read and `/readyz` have their own."""
        count = self.cfg.threads
        self.lanes = {
            "write": ThreadPoolExecutor(count),
            "read": ThreadPoolExecutor(count),
            "health": ThreadPoolExecutor(1),
        }
        return self.lanes["write"]

    def handle_exit(self, sig: int, frame: Any) -> None:
        """SIGTERM: take nothing new, let what is under way come to a place where it can stop."""
        PROCESS.asked = True
        super().handle_exit(sig, frame)

    def run(self) -> None:
        """Serve until told to stop, then until all is answered."""
        self.poller.register(self.method_queue.fileno(), READ, self.method_queue.run_callbacks)
        self.set_accept_enabled(True)
        while self.alive and self.is_parent_alive():
            self.turn()
            self.board.beat()
        self.set_accept_enabled(False)
        self.turn_away()
        until = time.monotonic() + self.cfg.graceful_timeout
        while self.clients and time.monotonic() < until:
            self.turn()
        for pool in self.lanes.values():
            pool.shutdown(wait=False, cancel_futures=True)

    def turn(self) -> None:
        """One turn of the loop."""
        self.notify()
        self.tell()
        self.wait_for_and_dispatch_events(self.patience(time.monotonic(), TICK_SECONDS))
        now = time.monotonic()
        if now > self.looked + TICK_SECONDS:
            self.looked = now
            for client in list(self.clients):
                self.look_after(client, now)

    def turn_away(self) -> None:
        """Refuse requests that are still on their way."""
        for client in [one for one in self.clients if one.phase == READING]:
            if client.intake.begun:
                self.refuse(client, "stopping", "The service is being stopped and takes no new requests.")
            else:
                self.drop(client)

    def call(self, client: Client) -> None:
        """From a thread: something waits to be sent."""
        self.method_queue.defer(self.watch, client)

    def watch(self, client: Client) -> None:
        """Ask for what the connection waits for."""
        if client not in self.clients:
            return
        wanted = READ if client.phase in (READING, LINGERING) else 0
        wanted |= WRITE if client.sock.pending else 0
        if wanted == client.events:
            return
        if not client.events:
            self.poller.register(client.raw, wanted, lambda _: self.stir(client))
        elif wanted:
            self.poller.modify(client.raw, wanted, lambda _: self.stir(client))
        else:
            self.poller.unregister(client.raw)
        client.events = wanted

    def stir(self, client: Client) -> None:
        """The connection can be written to or read from."""
        if client.sock.pending:
            client.sock.flush()
        if client.phase == SENDING:
            return self.after_sending(client)
        if client.phase == READING:
            return self.hear(client)
        if client.phase == LINGERING:
            return self.drain(client)
        return self.watch(client)

    def hear(self, client: Client) -> None:
        """Read what has come."""
        data = received(client.raw, 262_144)
        if data is None:
            return None
        return self.take(client, data) if data else self.drop(client)

    def take(self, client: Client, data: bytes) -> None:
        """Go on with a request; refuse what is too long, too much, or has no room."""
        try:
            client.take(data)
        except OSError as error:
            LOGGER.error("no room for a body", extra={"fields": {"error": type(error).__name__, "errno": error.errno}})
            return self.refuse(client, "storage-full", "There is no room to take the body in.")
        intake = client.intake
        if intake.too_long:
            kind = "headers-too-large" if b"\r\n" in intake.head[:8192] else "uri-too-long"
            return self.refuse(client, kind, f"The head of a request has at most {self.limits.head} bytes.")
        if intake.complete:
            return self.dispatch(client)
        if intake.wants_continue:
            intake.wants_continue = False
            with suppress(OSError):
                client.raw.send(answers.CONTINUE)
        if intake.in_body and not client.counted:
            client.counted = True
            if sum(one.phase == READING and one.intake.in_body for one in self.clients) > self.limits.bodies:
                return self.refuse(client, "busy", "Too many bodies are on their way.")
        return None

    def dispatch(self, client: Client) -> None:
        """A request is complete: answer it here, or give it to a lane."""
        intake = client.intake
        if intake.path == "/healthz" and intake.method in ("GET", "HEAD") and not intake.closes:
            client.again = self.alive and b"\nconnection: close" not in intake.head.lower()
            self.write(client, answers.alive(intake, keep=client.again))
            # not at once: hundreds of these may have come together, and each would be answered inside the one before
            self.method_queue.defer(self.after_sending, client)
            return None
        lane = "health" if intake.path == "/readyz" else "read" if intake.method in READING_METHODS else "write"
        if self.waiting[lane] >= self.limits.queued:
            return self.refuse(client, "busy", "Too many requests wait to be answered.")
        client.prepare(self.cfg)
        self.watch(client)
        self.waiting[lane] += 1
        client.future = self.lanes[lane].submit(self.handle, client)
        client.future.add_done_callback(lambda done: self.method_queue.defer(self.finish, client, done, lane))
        return None

    def finish(self, client: Client, done: Any, lane: str) -> None:
        """A thread is done with a request."""
        self.waiting[lane] -= 1
        client.future = None
        if client not in self.clients:
            client.close()
            return
        if done.cancelled():
            self.refuse(client, "busy", "No thread was free to answer the request in time.")
            return
        client.again = done.exception() is None and bool(done.result()) and self.alive and client.read_whole
        client.phase = SENDING
        self.after_sending(client)

    def write(self, client: Client, answer: bytes) -> None:
        """Write an answer of our own; that the client is gone shows when the connection is used next."""
        with suppress(OSError):
            client.sock.sendall(answer)
        client.phase = SENDING

    def after_sending(self, client: Client) -> None:
        """Once all is sent: the next request, or the end."""
        if client not in self.clients or client.phase != SENDING:
            return None
        if client.sock.dead:
            return self.drop(client)
        if client.sock.pending:
            return self.watch(client)
        if not client.again or not self.alive:
            return self.linger(client)
        rest = client.intake.rest
        client.intake.close()
        client.expect()
        self.watch(client)
        return self.take(client, rest) if rest else None

    def refuse(self, client: Client, kind: str, detail: str) -> None:
        """Answer with a problem, and close."""
        client.again = False
        self.write(client, answers.refusal(kind, detail))
        self.after_sending(client)

    def linger(self, client: Client) -> None:
        """Let the client read the answer before the connection is closed."""
        try:
            client.linger()
        except OSError:
            return self.drop(client)
        return self.watch(client)

    def drain(self, client: Client) -> None:
        """Pass over what a client still sends, for a while."""
        data = received(client.raw, 65_536)
        if data is None:
            return
        client.drained += len(data)
        if not data or client.drained > LINGER_BYTES:
            self.drop(client)

    def look_after(self, client: Client, now: float) -> None:
        """End what takes too long."""
        if client.sock.overdue(now) or (client.phase == LINGERING and now > client.since + LINGER_SECONDS):
            self.drop(client)
        elif client.phase == WORKING and client.future and now > client.since + self.limits.queue_seconds:
            client.future.cancel()
        elif client.phase == READING and (late := client.late(now)):
            self.drop(client) if late == "idle" else self.refuse(client, "request-timeout", LATE[late])

    def drop(self, client: Client) -> None:
        """Close a connection."""
        if client not in self.clients:
            return
        if client.events:
            with suppress(KeyError, ValueError, OSError):
                self.poller.unregister(client.raw)
        del self.clients[client]
        self.addresses[client.address] -= 1
        if not self.addresses[client.address]:
            del self.addresses[client.address]
        if client.phase == WORKING:
            client.sock.close()
        else:
            client.close()
