"""The application's context for its use cases."""

from __future__ import annotations

from typing import cast

from flask import current_app

from api.services.context import Context


def context() -> Context:
    """Settings, database and encoder of the current application."""
    return cast(Context, current_app.extensions["parallax"])
