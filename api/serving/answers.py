"""What is answered without the application: that the process lives, and why it does not take a request."""

from __future__ import annotations

import json
import secrets

from api.problems import PROBLEM_MEDIA, PROBLEMS, of_status

RETRY_AFTER_SECONDS = 2
REASONS = {
    200: "OK",
    408: "Request Timeout",
    414: "URI Too Long",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
}
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def alive(*, keep: bool = False, head: bool = False) -> bytes:
    """The answer of `/healthz`."""
    return _message(200, "application/json", {"status": "alive"}, keep=keep, head=head)


def refusal(kind: str, detail: str) -> bytes:
    """A problem of this kind, after which the connection is closed."""
    described = PROBLEMS[kind]
    body = of_status(described.status, described.title, detail)
    body |= {"type": described.uri, "title": described.title}
    return _message(described.status, PROBLEM_MEDIA, body, keep=False, head=False)


def _message(status: int, media: str, content: dict[str, object], *, keep: bool, head: bool) -> bytes:
    body = json.dumps(content).encode() + b"\n"
    lines = [
        f"HTTP/1.1 {status} {REASONS[status]}",
        f"Connection: {'keep-alive' if keep else 'close'}",
        f"Content-Type: {media}",
        "Cache-Control: no-store",
        f"X-Request-ID: {secrets.token_hex(8)}",
        f"Content-Length: {len(body)}",
    ]
    if status in (429, 503):
        lines.append(f"Retry-After: {RETRY_AFTER_SECONDS}")
    return "\r\n".join((*lines, "", "")).encode("latin-1") + (b"" if head else body)
