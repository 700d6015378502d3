"""ETags, conditional answers, caching and the headers that every answer has."""

from __future__ import annotations

import marshmallow as ma
from flask import Flask, Response, g, request

from api.extensions.kept import as_json, tag_of
from api.extensions.paging import links

REVALIDATE = "private, no-cache"
"""A client may keep the answer and asks each time whether it still holds."""
NEVER = "no-store"
UNSTORED = ("/healthz", "/readyz")
IF_MATCH = "HTTP_IF_MATCH"
"""A condition for changes only: a reader who named another version would get 412 together with what is there."""


def init_app(app: Flask) -> None:
    """Set the headers on the way out."""
    app.after_request(_finish)


def matches(schema: type[ma.Schema], resource: object) -> bool:
    """Whether the resource is a version that ``If-Match`` names, by the ETag it is served with; true without one."""
    if not request.if_match:
        return True
    return request.if_match.contains(tag_of(as_json(schema, resource).get_data()))


def _finish(response: Response) -> Response:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.vary.update(g.get("vary", ()))
    if g.get("links"):
        response.headers["Link"] = links(g.links)
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or request.path in UNSTORED:
        response.headers.setdefault("Cache-Control", NEVER)
        return response
    response.headers.setdefault("Cache-Control", REVALIDATE)
    if response.is_streamed or response.direct_passthrough:
        return response
    if "ETag" not in response.headers:
        response.set_etag(tag_of(response.get_data()))
    without = {name: value for name, value in request.environ.items() if name != IF_MATCH}
    return response.make_conditional(without)  # type: ignore[return-value]
