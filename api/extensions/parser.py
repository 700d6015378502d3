"""Arguments of a request: strict in body and query, with errors as JSON pointers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import marshmallow as ma
from flask import Request
from webargs.flaskparser import FlaskParser
from webargs.multidictproxy import MultiDictProxy

from api.extensions.bodies import json_body
from api.services.errors import FieldError, ValidationFailed


class Parser(FlaskParser):
    """webargs' parser with strict JSON, unknown parameters refused, and our own error."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {"json": ma.RAISE, "query": ma.RAISE}  # noqa: RUF012

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """The body, which is required wherever it is read."""
        return json_body(req)

    def load_querystring(self, req: Request, schema: ma.Schema) -> MultiDictProxy:
        """Query parameters; one that is given twice is refused rather than guessed at."""
        twice = [name for name, values in req.args.lists() if len(values) > 1]
        if twice:
            raise ValidationFailed([{"pointer": f"/{name}", "detail": "Given more than once."} for name in twice])
        return self._makeproxy(req.args, schema)

    def handle_error(
        self,
        error: ma.ValidationError,
        req: Request,
        schema: ma.Schema,
        *,
        error_status_code: int | None,
        error_headers: Mapping[str, str] | None,
    ) -> NoReturn:
        """Marshmallow's tree of messages as a list of pointers."""
        messages = error.messages
        located = next(iter(messages.values())) if isinstance(messages, dict) and len(messages) == 1 else messages
        raise ValidationFailed(pointers(located)) from error


def pointers(messages: object, at: str = "") -> list[FieldError]:
    """Every message with the JSON pointer of its field, in the order of the document."""
    if isinstance(messages, dict):
        found: list[FieldError] = []
        for key, value in messages.items():
            step = "" if key == "_schema" else "/" + str(key).replace("~", "~0").replace("/", "~1")
            found += pointers(value, at + step)
        return found
    listed = messages if isinstance(messages, list) else [messages]
    return [{"pointer": at, "detail": str(message)} for message in listed]
