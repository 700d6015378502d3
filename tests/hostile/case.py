"""A request that no well-meaning client sends."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

JSON, LINES = "application/json", "application/x-ndjson"
STORED = ("<article>", "<story>", "<outlet>", "<actor>")
"""What stands in an address for something that is stored."""


@dataclass(frozen=True, slots=True)
class Case:
    """A request, by what is odd about it."""

    name: str
    method: str
    path: str
    body: bytes | None = None
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)

    def at(self, stored: dict[str, str]) -> str:
        """The address, with ids of what is stored."""
        path = self.path
        for name in STORED:
            path = path.replace(name, stored.get(name, "none"))
        return path


def sent(name: str, path: str, body: Any, method: str = "POST", **headers: str) -> Case:
    """A request with a body of JSON."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Case(name, method, path, raw, headers={key.replace("_", "-"): value for key, value in headers.items()})
