"""Gunicorn around the application."""

from __future__ import annotations

import gc
import json
import os
import socket
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import click
from gunicorn import util
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from api.cli.allocator import give_back, keep_little
from api.config import Settings
from api.problems import PROBLEM_MEDIA, of_status
from api.serving import porter
from api.serving.board import Board
from api.serving.limits import limits_of

if TYPE_CHECKING:
    from flask import Flask

BACKLOG = 1024
"""Connections that the system holds until one of us takes them."""
REQUEST_SECONDS = 300
"""A worker that does not answer for so long is replaced; a large bulk upload keeps its worker alive meanwhile."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""Keeps torch and the tokenizers from starting threads, which would be missing after the fork; the processes and
threads that answer requests are the parallel ones."""


def answered(worker: object, request: object, environ: object, response: object) -> None:
    """Give memory back once an answer is sent, which takes a millisecond; gunicorn counts the arguments."""
    give_back()


class Master(Arbiter):
    """Gunicorn's master, which tells the porter that the service is being stopped before it closes the door."""

    board: Board

    def stop(self, graceful: bool = True) -> None:
        """Stop the workers."""
        self.board.stop()
        super().stop(graceful)


class Server(BaseApplication):
    """Gunicorn, told what to serve by us instead of by its own command line."""

    def __init__(self, settings: Settings, config: dict[str, object], listener: socket.socket, board: Board) -> None:
        self.settings, self.app_config, self.listener, self.board = settings, config, listener, board
        super().__init__()
        util.write_error = refuse

    def run(self) -> None:
        """Serve until told to stop."""
        Master.board = self.board
        Master(self).run()

    def load_config(self) -> None:
        """Take over what our settings say."""
        from api.serving.worker import Worker

        Worker.limits, Worker.board = limits_of(self.settings), self.board
        chosen: dict[str, Any] = {
            "bind": f"fd://{os.dup(self.listener.fileno())}",
            "workers": self.settings.workers,
            "threads": self.settings.threads,
            "worker_class": Worker,
            "sendfile": False,
            "graceful_timeout": self.settings.stop_seconds,
            "when_ready": ready,
            "preload_app": True,
            "raw_env": [f"{name}={value}" for name, value in ONE_THREAD.items()],
            "post_request": answered,
            "timeout": REQUEST_SECONDS,
            "loglevel": self.settings.log_level.lower(),
            "control_socket_disable": True,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application, made once: every process is forked from it and shares its models and lists.

        It holds no connection to the database and has started no thread, so nothing breaks by the fork. What is there
        by then is never looked at by the garbage collector, which would write to all of it.
        """
        from api import create_app
        from api.cli.warming import warm
        from api.logs import LOGGER

        keep_little()
        failed = warm(self.app_config)
        app = create_app(self.app_config)
        if failed:
            LOGGER.warning("not warm", extra={"fields": {"failed": failed, "why": "/readyz tells"}})
        gc.collect()
        give_back()
        gc.freeze()
        return app


def refuse(client: socket.socket, status: int, reason: str, detail: str) -> None:
    """Answer what the server itself refuses, such as an address too long to be read, with a problem like any other.

    A coding of bodies that nobody reads is the client's mistake: monitors take 501 for a failure of the service.
    """
    if status == HTTPStatus.NOT_IMPLEMENTED:
        status, reason = HTTPStatus.BAD_REQUEST.value, HTTPStatus.BAD_REQUEST.phrase
    body = json.dumps(of_status(status, reason, detail)).encode()
    lines = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        f"Content-Type: {PROBLEM_MEDIA}",
        "Cache-Control: no-store",
        f"Content-Length: {len(body)}",
    )
    util.write_nonblock(client, "\r\n".join((*lines, "", "")).encode("latin-1") + body)


def ready(master: Arbiter) -> None:
    """Say that everything is loaded; the workers are forked next, and from now on connections wait for them."""
    Master.board.beat()
    click.echo("Ready.")


def listen(settings: Settings) -> socket.socket:
    """The service's door. Raises ClickException, in words, if the port is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise click.ClickException(
            f"cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
            "Choose another port with --port or PARALLAX_PORT."
        ) from error
    listener.setblocking(False)
    return listener


def serve(settings: Settings, config: dict[str, object]) -> None:
    """Serve until told to stop; the porter answers until the models are loaded."""
    listener, board = listen(settings), Board()
    porter.fork(listener, board)
    click.echo(f"Parallax serves http://{settings.host}:{settings.port} (documentation: /docs). Stop with Ctrl-C.")
    Server(settings, config, listener, board).run()
