"""Gunicorn around the application."""

from __future__ import annotations

import gc
import json
import socket
from typing import Any

import click
from flask import Flask
from gunicorn import util
from gunicorn.app.base import BaseApplication

from api.cli.allocator import give_back, keep_little
from api.config import Settings
from api.logs import LOGGER
from api.problems import PROBLEM_MEDIA, of_status

REQUEST_SECONDS = 300
"""A worker that does not answer for so long is replaced; a large bulk upload keeps its worker alive meanwhile."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""Keeps torch and the tokenizers from starting threads, which would be missing after the fork; the processes and
threads that answer requests are the parallel ones."""


def answered(worker: object, request: object, environ: object, response: object) -> None:
    """Give memory back once an answer is sent, which takes a millisecond; gunicorn counts the arguments."""
    give_back()


class Server(BaseApplication):
    """Gunicorn, told what to serve by us instead of by its own command line."""

    def __init__(self, settings: Settings, config: dict[str, object]) -> None:
        self.settings, self.app_config = settings, config
        super().__init__()
        util.write_error = refuse

    def load_config(self) -> None:
        """Take over what our settings say."""
        chosen: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.workers,
            "threads": self.settings.threads,
            "worker_class": "gthread",
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
    """Answer what the server itself refuses, such as an address too long to be read, with a problem like any other."""
    body = json.dumps(of_status(status, reason, detail)).encode()
    lines = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        f"Content-Type: {PROBLEM_MEDIA}",
        "Cache-Control: no-store",
        f"Content-Length: {len(body)}",
    )
    util.write_nonblock(client, "\r\n".join((*lines, "", "")).encode("latin-1") + body)


def serve(settings: Settings, config: dict[str, object]) -> None:
    """Serve until told to stop; says so in words if the port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise click.ClickException(
                f"cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
                "Choose another port with --port or PARALLAX_PORT."
            ) from error
    click.echo(f"Parallax serves http://{settings.host}:{settings.port} (documentation: /docs). Stop with Ctrl-C.")
    Server(settings, config).run()
