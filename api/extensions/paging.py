"""Collections: ``{"data", "page"}`` with opaque cursors over a key, so that a page neither skips nor repeats."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import marshmallow as ma
from flask import g, request

from api.extensions import fields as f
from api.extensions.schemas import RequestSchema, ResponseSchema
from api.services.errors import CursorError
from api.services.pages import Page

DEFAULT_LIMIT, MAX_LIMIT = 50, 200


class PageQuery(RequestSchema):
    """Parameters of every collection."""

    limit = f.integer(
        "Items a page.", 1, MAX_LIMIT, strict=False, required=False, load_default=DEFAULT_LIMIT, example=50
    )
    cursor = f.text(
        "`page.next` of the page before; opaque.",
        required=False,
        load_default=None,
        checks=[ma.validate.Length(1, 512)],
    )


class PageSchema(ResponseSchema):
    """Where the collection goes on."""

    next = f.text(
        "Cursor of the next page; null on the last one.", allow_none=True, example="eyJrIjoyLCJyIjoic3RvcmllcyJ9"
    )
    limit = f.integer("Items a page, as asked for.", 1, MAX_LIMIT, example=50)


def paged(item: type[ma.Schema]) -> type[ma.Schema]:
    """Schema of a page of these items."""
    name = item.__name__.removesuffix("Schema") + "Page"
    members = {
        "__doc__": f"A page of a collection of {item.__name__.removesuffix('Schema')} objects.",
        "data": f.listed(item, "The items of this page."),
        "page": f.nested(PageSchema, "Where the collection goes on."),
    }
    return type(name + "Schema", (ResponseSchema,), members)


def page_of(room: str, query: Mapping[str, Any]) -> tuple[Any, int]:
    """Key to go on after (``None`` for the first page) and limit. Raises CursorError."""
    cursor = query["cursor"]
    return (None if cursor is None else _decoded(cursor, room)), query["limit"]


def answer_page(room: str, page: Page[Any], limit: int) -> dict[str, object]:
    """The wire shape of a page; its Link header is set on the way out."""
    following = None if page.after is None else _encoded(page.after, room)
    if following is not None:
        parameters = {**request.args.to_dict(), "cursor": following, "limit": limit}
        g.links = [f'<{request.path}?{urlencode(parameters)}>; rel="next"']
    return {"data": page.items, "page": {"next": following, "limit": limit}}


def _encoded(key: object, room: str) -> str:
    raw = json.dumps({"k": key, "r": room}, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decoded(cursor: str, room: str) -> Any:
    try:
        raw = base64.b64decode((cursor + "=" * (-len(cursor) % 4)).encode("ascii"), b"-_", validate=True)
        held = json.loads(raw)
        key = held["k"]
        if held["r"] != room or set(held) != {"k", "r"} or not _plain(key) or _encoded(key, room) != cursor:
            raise CursorError("The cursor belongs to another collection.")
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise CursorError("The cursor was not made by this service.") from error
    return key


def _plain(key: object) -> bool:
    """A whole number that the database can hold, or a string."""
    if isinstance(key, str):
        return "\x00" not in key and key.isprintable()
    return isinstance(key, int) and not isinstance(key, bool) and 0 <= key < 2**62


def links(values: Sequence[str]) -> str:
    """A Link header (RFC 8288)."""
    return ", ".join(values)
