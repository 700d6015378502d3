"""The OpenAPI document and its interactive page; every asset is served from here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import cast

from flask import Response, current_app, send_file

from api.extensions import Api, Blueprint
from api.extensions.openapi import as_json
from api.services.errors import NotFoundError

blueprint = Blueprint("docs", __name__, description="This document.")
OWN = Path(__file__).parent / "static"
ASSETS = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "docs.js": "text/javascript",
    "index.html": "text/html",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere. Swagger UI sets style attributes, which is why inline style is allowed."""


@blueprint.route("/openapi.json", methods=["GET"])
@blueprint.response(200, {"type": "object"}, description="OpenAPI 3.1.")
def get_openapi() -> Response:
    """Get the OpenAPI document"""
    api = cast(Api, current_app.extensions["parallax-api"])
    return current_app.response_class(as_json(api.document), mimetype="application/json")


@blueprint.route("/docs", methods=["GET"])
@blueprint.response(200, {"type": "string"}, content_type="text/html", description="A page.")
def get_docs() -> Response:
    """Read and try the API in a browser"""
    return _sent("index.html")


@blueprint.route("/docs/<asset_name>", methods=["GET"])
@blueprint.doc(
    responses={
        "200": {
            "description": "The asset.",
            "content": {
                "text/javascript": {"schema": {"type": "string"}},
                "text/css": {"schema": {"type": "string"}},
                "text/html": {"schema": {"type": "string"}},
            },
        }
    }
)
@blueprint.response(200, description="The asset.")
def get_docs_asset(asset_name: str) -> Response:
    """Get a script or style of the page"""
    if asset_name not in ASSETS:
        raise NotFoundError("asset", asset_name)
    return _sent(asset_name)


def _sent(name: str) -> Response:
    own = OWN / name
    response = send_file(own if own.is_file() else _vendored() / name, mimetype=ASSETS[name], etag=True, max_age=3600)
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _vendored() -> Path:
    """Swagger UI's files, which the package swagger-ui-py carries; it is located, not imported."""
    found = find_spec("swagger_ui")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "static"
