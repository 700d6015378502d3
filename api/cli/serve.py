"""Gunicorn around the application."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from typing import Any

import click
from flask import Flask
from gunicorn import util
from gunicorn.app.base import BaseApplication

from analysis.errors import AnalysisError
from api.config import Settings
from api.problems import PROBLEM_MEDIA, of_status
from api.services.context import Context

REQUEST_SECONDS = 300
"""A worker that does not answer for so long is replaced; a large bulk upload keeps its worker alive meanwhile."""


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
            "timeout": REQUEST_SECONDS,
            "loglevel": self.settings.log_level.lower(),
            "control_socket_disable": True,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application of one process; its encoder is loaded behind it, so that no request has to wait long."""
        from api import create_app

        app = create_app(self.app_config)
        threading.Thread(target=warm, args=(app.extensions["parallax"],), daemon=True).start()
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


def warm(context: Context) -> None:
    """Load the encoder; if that fails, `/readyz` and the request that needs it say why."""
    with suppress(AnalysisError):
        context.encoder.encode(["warm"])


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
