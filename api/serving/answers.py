"""What is answered without the application: that the process lives, and why it does not take a request."""

from __future__ import annotations

import json
import re
import secrets

from api.problems import AGAIN, PROBLEM_MEDIA, PROBLEMS, of_status
from api.request_ids import REQUEST_ID
from api.serving.intake import HEAD_END, Intake

RETRY_AFTER_SECONDS = 2
REASONS = {
    200: "OK",
    408: "Request Timeout",
    414: "URI Too Long",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
}
_NAMED = re.compile(rb"(?i)\nx-request-id:[ \t]*(" + REQUEST_ID.pattern.encode() + rb")[ \t]*\r\n")
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def alive(intake: Intake, *, keep: bool = False) -> bytes:
    """The answer of `/healthz`."""
    name = _NAMED.search(intake.head)
    given = name.group(1).decode() if name else None
    message = _message(200, "application/json", {"status": "alive"}, keep=keep, name=given)
    return message.split(HEAD_END, 1)[0] + HEAD_END if intake.method == "HEAD" else message


def refusal(kind: str, detail: str) -> bytes:
    """A problem of this kind, after which the connection is closed."""
    described = PROBLEMS[kind]
    body = of_status(described.status, described.title, detail)
    body |= {"type": described.uri, "title": described.title}
    return _message(described.status, PROBLEM_MEDIA, body, keep=False)


def _message(status: int, media: str, content: dict[str, object], *, keep: bool, name: str | None = None) -> bytes:
    body = json.dumps(content).encode() + b"\n"
    lines = [
        f"HTTP/1.1 {status} {REASONS[status]}",
        f"Connection: {'keep-alive' if keep else 'close'}",
        f"Content-Type: {media}",
        "Cache-Control: no-store",
        f"X-Request-ID: {name or secrets.token_hex(8)}",
        f"Content-Length: {len(body)}",
    ]
    if content.get("type") in AGAIN:
        lines.append(f"Retry-After: {RETRY_AFTER_SECONDS}")
    return "\r\n".join((*lines, "", "")).encode("latin-1") + body
