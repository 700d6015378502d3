"""flask-smorest's Blueprint with our parser, query parameters refused where none are taken, and named problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Protocol, TypeVar, cast

import flask_smorest
from flask import Flask, request
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter

from api.extensions.parser import Parser
from api.services.errors import ValidationFailed

View = TypeVar("View", bound=Callable[..., Any])


class Decorator(Protocol):
    """Gives back a view of the same type."""

    def __call__(self, view: View, /) -> View: ...


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """A room's routes. The name of a view is the operationId of its operation."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare_doc_cbks.append(self._prepare_problems_doc)

    def route(self, rule: str, *, methods: list[str], **options: Any) -> Decorator:
        """Register a view for an address and its methods."""
        return cast(Decorator, super().route(rule, methods=methods, **options))

    def arguments(self, schema: object, **options: Any) -> Decorator:
        """Read and check body or query (``location``), and hand it to the view."""
        return cast(Decorator, super().arguments(schema, **options))

    def response(self, status_code: int, schema: object = None, **options: Any) -> Decorator:
        """Write what the view returns, by this schema."""
        return cast(Decorator, super().response(status_code, schema, **options))

    def alt_response(self, status_code: int, response: str | None = None, **options: Any) -> Decorator:
        """Document another answer of the view."""
        return cast(Decorator, super().alt_response(status_code, response, **options))

    @staticmethod
    def doc(**options: Any) -> Decorator:
        """Add to the view's documentation as it stands."""
        return cast(Decorator, flask_smorest.Blueprint.doc(**options))

    def problems(self, *names: str) -> Decorator:
        """Document the problems that this view alone has; the common ones are added to every operation."""

        def decorate(view: View) -> View:
            view._apidoc = {**deepcopy(getattr(view, "_apidoc", {})), "problems": names}  # type: ignore[attr-defined]
            return view

        return decorate

    @staticmethod
    def _prepare_problems_doc(doc: dict[str, Any], doc_info: Mapping[str, Any], **_: Any) -> dict[str, Any]:
        return {**doc, "x-problems": list(doc_info.get("problems", ()))}


class OwnId(BaseConverter):
    """An id beside which fixed words stand at the same place of an address, so that each has its own methods."""

    regex = r"(?!bulk$)[^/]+"
    part_isolating = True


def check_addresses(app: Flask) -> None:
    """Refuse NUL in an address, which no database takes, and query parameters on routes that take none."""

    def check() -> None:
        if "\x00" in request.path:
            raise NotFound
        nul = [name for name, value in request.args.items() if "\x00" in name + value]
        if nul:
            raise ValidationFailed([{"pointer": f"/{name}", "detail": "Holds NUL."} for name in nul])
        view = app.view_functions.get(request.endpoint or "")
        documented = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", ())
        if request.args and view is not None and not any(item["in"] == "query" for item in documented):
            raise ValidationFailed([{"pointer": f"/{name}", "detail": "Unknown parameter."} for name in request.args])

    app.before_request(check)
