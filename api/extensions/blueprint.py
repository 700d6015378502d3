"""flask-smorest's Blueprint with our parser, query parameters refused where none are taken, and named problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

import flask_smorest
from flask import Flask, request

from api.extensions.parser import Parser
from api.services.errors import ValidationFailed

View = TypeVar("View", bound=Callable[..., Any])


class Blueprint(flask_smorest.Blueprint):
    """A room's routes. The name of a view is the operationId of its operation."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare_doc_cbks.append(self._prepare_problems_doc)

    def problems(self, *names: str) -> Callable[[View], View]:
        """Document the problems that this view alone has; the common ones are added to every operation."""

        def decorate(view: View) -> View:
            view._apidoc = {**deepcopy(getattr(view, "_apidoc", {})), "problems": names}  # type: ignore[attr-defined]
            return view

        return decorate

    @staticmethod
    def _prepare_problems_doc(doc: dict[str, Any], doc_info: Mapping[str, Any], **_: Any) -> dict[str, Any]:
        return {**doc, "x-problems": list(doc_info.get("problems", ()))}


def refuse_unknown_query(app: Flask) -> None:
    """Refuse query parameters on routes that take none; the parser does so on the others."""

    def check() -> None:
        view = app.view_functions.get(request.endpoint or "")
        documented = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", ())
        if request.args and view is not None and not any(item["in"] == "query" for item in documented):
            raise ValidationFailed([{"pointer": f"/{name}", "detail": "Unknown parameter."} for name in request.args])

    app.before_request(check)
