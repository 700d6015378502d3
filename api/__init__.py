"""Parallax's REST API.

What the application needs is imported when one is made: the process at the door, which is forked before, needs little.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """The application. ``config`` overrides the environment; nothing heavy is imported, loaded or opened here."""
    from flask import Flask

    from api import errors, logs
    from api.config import load_settings
    from api.extensions import Api
    from api.resources import BLUEPRINTS
    from api.services.context import open_context

    settings = load_settings(config)
    app = Flask("api", static_folder=None)
    app.config.update(config or {}, MAX_CONTENT_LENGTH=settings.max_body_bytes)
    app.extensions["parallax"] = open_context(settings)
    logs.init_app(app, settings.log_level)
    errors.init_app(app)
    api = app.extensions["parallax-api"] = Api(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    return app
