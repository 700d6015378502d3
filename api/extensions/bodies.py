"""Reads JSON strictly: what JSON (RFC 8259) leaves open is refused, because it never arrives the way it was meant."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from flask import Request
from werkzeug.exceptions import HTTPException

from api.services.errors import BodyError, BodyTooLargeError, MediaTypeError

MAX_DEPTH = 64
"""Levels of nesting; our own requests have four."""
MAX_INTEGER_DIGITS = 18
PIECE = 65_536
"""Bytes of a body that are asked for at once."""
SILENCE = 15.0
"""Seconds without a byte of the body after which it is given up."""
UNCOUNTED = 2**62
"""Flask reads None as the limit of other bodies."""
NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
JSON_TYPES = ("application/json",)
_Path = tuple[str | int, ...]


def json_body(request: Request) -> Any:
    """The request's body. Raises BodyError, BodyTooLargeError, MediaTypeError."""
    require_type(request, JSON_TYPES)
    limit = request.max_content_length
    if limit is not None and (request.content_length or 0) > limit:
        raise BodyTooLargeError(f"The body has {request.content_length} bytes; the limit is {limit}.")
    return parse(b"".join(pieces(request, limit)))


def pieces(request: Request, limit: int | None) -> Iterator[bytes]:
    """The bytes of a body as they come, with or without a length told before.

    Raises BodyTooLargeError beyond the limit, BodyError where the client breaks off or what it sends is no HTTP body.
    """
    request.max_content_length = UNCOUNTED  # we count ourselves, which also holds where no length was told
    connection = request.environ.get("gunicorn.socket")
    if connection is not None:
        connection.settimeout(SILENCE)  # a body that breaks off without an end would hold a thread for ever
    size = 0
    while piece := _piece(request):
        size += len(piece)
        if limit is not None and size > limit:
            raise BodyTooLargeError(f"The body has more than {limit} bytes, which is the limit.")
        yield piece
    if connection is not None:
        connection.settimeout(None)


def _piece(request: Request) -> bytes:
    try:
        return request.stream.read(PIECE)
    except HTTPException as error:
        if error.code != 400:
            raise
        raise BodyError("The body ends, or stops coming, before all of it was sent.") from error
    except Exception as error:  # servers have exceptions of their own for chunks that are none
        raise BodyError("The body is not what HTTP makes of chunks: a size, a line end, so many bytes.") from error


def require_type(request: Request, accepted: tuple[str, ...]) -> None:
    """Refuse a body of another type, in another charset, or compressed."""
    if request.mimetype not in accepted:
        raise MediaTypeError(f"The body is {request.mimetype or 'untyped'}; accepted: {', '.join(accepted)}.")
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8"):
        raise MediaTypeError(f"The body is in {charset}; JSON is sent as UTF-8.")
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise MediaTypeError(f"The body is compressed ({encoding}); send it as it is.")


def parse(raw: bytes) -> Any:
    """JSON text as objects. Raises BodyError with a sentence that says what is wrong and where."""
    if not raw.strip():
        raise BodyError("The body is empty; a JSON object is required.")
    try:
        value = json.loads(
            raw.decode("utf-8"),
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_integer,
            object_pairs_hook=_unique,
        )
    except UnicodeDecodeError as error:
        raise BodyError(f"The body is not UTF-8: byte {error.start} cannot be decoded.") from error
    except json.JSONDecodeError as error:
        raise BodyError(f"The body is not JSON: {error.msg} at character {error.pos}.") from error
    except RecursionError as error:
        raise BodyError(f"The body is nested more than {MAX_DEPTH} levels deep.") from error
    require_text(value)
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise BodyError(f"{name} is not JSON.")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise BodyError("A number in the body is beyond the range of double precision.")
    return value


def _integer(digits: str) -> int:
    if len(digits) > MAX_INTEGER_DIGITS + 1:
        raise BodyError(f"A whole number in the body has more than {MAX_INTEGER_DIGITS} digits.")
    return int(digits)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise BodyError(f"The name {twice[:80]!r} stands twice in one object.".encode("ascii", "replace").decode())
    return found


def require_text(value: object) -> None:
    """Refuse nesting beyond the limit, NUL and lone surrogates, without recursion. Raises BodyError."""
    stack: list[tuple[object, _Path, int]] = [(value, (), 1)]
    while stack:
        item, path, depth = stack.pop()
        if isinstance(item, str):
            _check_text(item, path)
        elif isinstance(item, dict | list):
            if depth > MAX_DEPTH:
                raise BodyError(f"The body is nested more than {MAX_DEPTH} levels deep.")
            entries = item.items() if isinstance(item, dict) else enumerate(item)
            for key, child in entries:
                if isinstance(key, str):
                    _check_text(key, path)
                stack.append((child, (*path, key), depth + 1))


def _check_text(text: str, path: _Path) -> None:
    found = NOT_TEXT.search(text)
    if found:
        what = "NUL" if found.group() == "\x00" else "a lone surrogate"
        raise BodyError(f"The text holds {what} at character {found.start()}, which is not text.", _pointer(path))


def _pointer(path: _Path) -> str:
    """The JSON pointer (RFC 6901) of a place, spelt out only where something is wrong: names may be long."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)
