"""flask-smorest's Api: one error shape, strict JSON out, and a finished OpenAPI 3.1 document."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

import flask_smorest
from flask import Flask
from flask.json.provider import DefaultJSONProvider

from api.extensions import caching, kept, openapi
from api.extensions.blueprint import OwnId, check_addresses
from api.extensions.problem_schema import ProblemSchema


class StrictJson(DefaultJSONProvider):
    """JSON as UTF-8, in the order of the schema; NaN never leaves the service."""

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        """Compact JSON text."""
        return json.dumps(obj, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=self.default)


class Api(flask_smorest.Api):  # type: ignore[misc]
    """The service's API."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = ""

    def init_app(self, app: Flask, *, spec_kwargs: dict[str, Any] | None = None) -> None:
        """Prepare the application."""
        app.json = StrictJson(app)
        app.url_map.converters["own_id"] = OwnId
        options = {
            "title": openapi.TITLE,
            "version": openapi.VERSION,
            "openapi_version": "3.1.0",
            "info": openapi.INFO,
            "servers": [{"url": "/"}],
        }
        super().init_app(app, spec_kwargs=options)
        check_addresses(app)
        caching.init_app(app)
        kept.init_app(app)

    def _register_error_handlers(self) -> None:
        """Errors are answered by ``api.errors``."""

    @cached_property
    def document(self) -> dict[str, Any]:
        """The OpenAPI document, once every blueprint is registered."""
        return openapi.finished(self.spec.to_dict(), self._app)
