"""One table: exception → kind of problem. Every error leaves the service as problem+json."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, current_app
from werkzeug.exceptions import HTTPException

from analysis import errors as analysis_errors
from api.logs import LOGGER
from api.problems import AGAIN, PROBLEM_MEDIA, PROBLEMS, of_status
from api.services import errors as service_errors
from api.store.faults import cause_of, fault_of

RETRY_AFTER_SECONDS = "2"
STACK_FRAMES = 12
PASSING = frozenset(PROBLEMS[name].uri for name in ("busy", "database-busy", "stopping", "not-ready", "took-too-long"))
"""Problems that end by themselves: logged as warnings."""
KINDS: tuple[tuple[type[Exception], str], ...] = (
    (analysis_errors.EmptyTextError, "empty-text"),
    (analysis_errors.TextTooLargeError, "text-too-large"),
    (analysis_errors.InvalidTextError, "invalid-text"),
    (analysis_errors.TargetError, "invalid-target"),
    (analysis_errors.ComparisonSizeError, "comparison-size"),
    (analysis_errors.InputError, "validation"),
    (analysis_errors.EncoderMismatchError, "analysis-outdated"),
    (analysis_errors.EncoderError, "encoder-unavailable"),
    (analysis_errors.DataError, "data-unavailable"),
    (service_errors.NotFoundError, "not-found"),
    (service_errors.ArticleChangedError, "article-changed"),
    (service_errors.SingleArticleError, "story-has-one-article"),
    (service_errors.CursorError, "invalid-cursor"),
    (service_errors.CorrectionConflictError, "correction-conflict"),
    (service_errors.ChangedError, "precondition-failed"),
    (service_errors.BodyError, "malformed-body"),
    (service_errors.MediaTypeError, "unsupported-media-type"),
    (service_errors.BodyTooLargeError, "body-too-large"),
    (service_errors.NotAcceptableError, "not-acceptable"),
    (service_errors.ValidationFailed, "validation"),
    (service_errors.StoppingError, "stopping"),
    (service_errors.TookTooLongError, "took-too-long"),
)
"""The first entry that fits decides; kinds of an error stand before the error itself."""

Problem = dict[str, Any]


def problem(kind: str, detail: str, **extra: object) -> Problem:
    """The body of a problem of this kind."""
    described = PROBLEMS[kind]
    return {"type": described.uri, "title": described.title, "status": described.status, "detail": detail, **extra}


def problem_of(error: Exception) -> Problem:
    """The problem that tells a client of this error; an unforeseen one says nothing of our insides."""
    if isinstance(error, HTTPException):
        return _of_http(error)
    fault = fault_of(error)
    if fault is not None:
        return problem(fault, PROBLEMS[fault].meaning)
    kind = next((name for kind, name in KINDS if isinstance(error, kind)), "internal")
    if kind == "internal":
        return problem(kind, "The request could not be answered because of a fault in the service.")
    extra: dict[str, object] = {}
    listed = getattr(error, "errors", ())
    pointer = getattr(error, "pointer", "")
    if listed:
        extra["errors"] = list(listed)
    elif pointer:
        extra["errors"] = [{"pointer": pointer, "detail": str(error)}]
    return problem(kind, str(error), **extra)


def _of_http(error: HTTPException) -> Problem:
    status = error.code or 500
    if status >= 500:
        return problem("internal", "The request could not be answered because of a fault in the service.")
    detail = "There is nothing at this address." if status == 404 else error.description
    return of_status(status, error.name, detail or "")


def init_app(app: Flask) -> None:
    """Answer every error with a problem."""
    app.register_error_handler(Exception, handle)


def handle(error: Exception) -> Response:
    """The answer to an error: problem+json, with the framework's own headers (Allow, Retry-After) kept."""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    body = reported(error)
    return answer(body, _headers(error, body))


def reported(error: Exception) -> Problem:
    """The problem of an error; what is our fault is logged."""
    body = problem_of(error)
    if body["status"] == 500:
        LOGGER.error("unforeseen error", extra={"fields": {"error": type(error).__name__, "stack": _stack(error)}})
    elif body["status"] == 503:
        level = logging.WARNING if body["type"] in PASSING else logging.ERROR
        LOGGER.log(level, "cannot answer", extra={"fields": {"problem": body["type"], **cause_of(error)}})
    return body


def _stack(error: Exception) -> list[str]:
    """Where the error came from. Its message is left out, because it may quote article text."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-STACK_FRAMES:]]


def _headers(error: Exception, body: Problem) -> dict[str, str]:
    headers = {}
    if isinstance(error, HTTPException):
        headers = {k: v for k, v in error.get_headers() if k in ("Allow", "Retry-After", "WWW-Authenticate")}
    if body["type"] in AGAIN:
        headers.setdefault("Retry-After", RETRY_AFTER_SECONDS)
    return headers


def answer(body: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as a response."""
    response: Response = current_app.response_class(
        current_app.json.dumps(body), status=body["status"], mimetype=PROBLEM_MEDIA
    )
    response.headers.update(headers or {})
    response.headers["Cache-Control"] = "no-store"
    return response
