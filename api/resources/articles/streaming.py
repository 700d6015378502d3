"""NDJSON in and out, in bounded memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from flask import Request, Response, current_app
from flask.json.provider import JSONProvider

from api.errors import reported
from api.extensions.bodies import PIECE, pieces, require_type
from api.resources.articles.schemas import read_line
from api.services import bulk
from api.services.bulk import Result
from api.services.context import Context
from api.services.errors import BodyError

TYPES = ("application/x-ndjson", "application/json", "application/jsonl", "application/ndjson")
IN_MEMORY = 4_194_304
"""Bytes of an upload that are held in memory; the rest waits in a temporary file."""


def answer(context: Context, request: Request) -> Response:
    """The results of an upload, line by line.

    The upload is taken in first: a client that sends all before it reads would otherwise wait for us while we wait
    for it.
    """
    require_type(request, TYPES)
    upload = _taken_in(request)
    return current_app.response_class(_lines(context, upload, current_app.json), mimetype="application/x-ndjson")


def _taken_in(request: Request) -> IO[bytes]:
    upload = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 closed by the generator that reads it
    size = 0
    try:
        for chunk in pieces(request, None):
            size += len(chunk)
            upload.write(chunk)
    except BaseException:
        upload.close()
        raise
    if size == 0:
        upload.close()
        raise BodyError("The body is empty; one JSON object a line is required.")
    upload.seek(0)
    return upload


def _lines(context: Context, upload: IO[bytes], json: JSONProvider) -> Iterator[bytes]:
    with upload:
        chunks = iter(lambda: upload.read(PIECE), b"")
        numbered = bulk.numbered_lines(chunks, context.settings.max_line_bytes)
        for result in bulk.ingest(context, numbered, read_line):
            yield json.dumps(_wire(result)).encode() + b"\n"


def _wire(result: Result[int]) -> dict[str, object]:
    outcome = result.outcome
    if isinstance(outcome, Exception):
        return {"line": result.key, **reported(outcome)}
    return {
        "line": result.key,
        "status": 200 if outcome.duplicate else 201,
        "id": outcome.record.id,
        "story": outcome.record.story,
        "duplicate": outcome.duplicate,
    }
