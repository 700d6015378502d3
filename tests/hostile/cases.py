"""Requests that no well-meaning client sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.api.texts import BRIDGE_POST, FLOOD, article
from tests.hostile import addresses, bodies
from tests.hostile.case import LINES, Case
from tests.hostile.kinds import PAGES, SPOKEN, TEXTS, letters

SIZE = 4_000
"""Characters of a kind of text in a request: an ordinary article has as many."""

VALUES: dict[str, Any] = {
    "null": None, "true": True, "zero": 0, "negative": -1, "fraction": 1.5, "large": 10**17, "empty": "", "space": " ",
    "list": [], "object": {}, "nested list": [[[[1]]]], "wide object": {letters(n): n for n in range(2_000)},
    "long": "a" * 20_000, "long chinese": "橋" * 1_900, "marks": "\u0301" * 3_000, "right to left": "\u202e\u2066x",
    "line ends": "a\r\nb\n", "quotation": "'; DROP TABLE articles; --", "path": "../../etc/passwd",
    "per cent": "%00%2e",
    "emoji": "👩\u200d👩\u200d👧" * 20, "tag": "<script>alert(1)</script>", "format": "{0.__class__} %s %n",
    "escape": "\x1b[2J",
    "zero width": "\u200b\ufeff", "like": "%_%_%", "date": "2026-02-30",
    "number": "9" * 400, "private": "\ue000\U0010ffff",
}  # fmt: skip
FIELDS = ("outlet", "text", "html", "headline", "url", "published_at", "language", "external_id", "story", "clean")
GOOD = json.dumps(article("post", BRIDGE_POST)).encode()
BODIES = {
    "nothing": b"",
    "space": b" ",
    "cut": GOOD[:-9],
    "twice": GOOD + GOOD,
    "latin": '{"outlet": "é"}'.encode("latin-1"),
    "nan": b'{"outlet": NaN}',
    "nul": b'{"outlet": "\\u0000"}',
    "surrogate": b'{"outlet": "\\ud800"}',
    "bom": b"\xef\xbb\xbf" + GOOD,
    "deep": b"[" * 50_000,
    "deep closed": b"[" * 30_000 + b"]" * 30_000,
    "deep names": b'{"a":' * 20_000,
    "commas": b"[" + b"," * 9_000,
    "names": ("{" + ", ".join(f'"n{n}": 1' for n in [*range(9_000), 0]) + "}").encode(),
    "digits": b'{"a": ' + b"1" * 60_000 + b"}",
    "fraction": b'{"a": 0.' + b"1" * 60_000 + b"}",
    "exponent": b'{"a": 1e99999999}',
    "spaces": b" " * 90_000 + GOOD,
    "escapes": b'{"outlet": "' + b"\\u0041" * 9_000 + b'"}',
    "quotation marks": b'"' * 9_000,
    "unknown": json.dumps({f"field {n}": n for n in range(5_000)}).encode(),
    "long name": json.dumps({"n" * 90_000: 1}).encode(),
    "wide list": b"[" + b"0," * 30_000 + b"0]",
    "many articles": json.dumps({"articles": [{"a": 1}] * 3_000}).encode(),
    "empty articles": b'{"articles": []}',
    "binary": bytes(range(256)) * 40,
    "zip": b"PK\x03\x04" * 99,
    "lines": b"\n" * 9_000,
}
IDS = (
    "%00",
    "..%2f..",
    "a" * 3_000,
    "%F0%9F%98%80",
    "%ff",
    "'",
    "a%0ab",
    "-1",
    "%E2%80%AE",
    "null",
    "art-0",
    "*",
    "%25",
)
PLACES = (
    "/v1/articles/{}", "/v1/articles/{}/analysis", "/v1/stories/{}", "/v1/stories/{}/comparison", "/v1/outlets/{}",
    "/v1/outlets/{}/profile", "/v1/actors/{}", "/problems/{}", "/docs/{}", "/v1/{}", "/{}",
)  # fmt: skip
QUERIES = (
    "limit=0", "limit=-1", "limit=1e3", "limit=99999999999999999999", "cursor=" + "a" * 600, "cursor=%00",
    "cursor=AAAA",
    "limit=1&limit=2", "unknown=1", "outlet=" + "%E6%A9%8B" * 600, "q=%25%25%25", "q=" + "a" * 5_000, "q=%00",
    "actor=%ff",
    "published_from=2026-13", "published_from=0000", "language=EN", "story=%F0%9F%98%80",
    "&".join(f"a{n}=1" for n in range(900)),
)  # fmt: skip
HEADERS = (
    ("Content-Type", "a/b"),
    ("Content-Type", "application/json; charset=utf-16"),
    ("Content-Encoding", "gzip"),
    ("If-None-Match", '"' * 3_000),
    ("Accept", "*/*;q=x"),
    ("X-Request-ID", "a" * 5_000),
)
LISTS = ("/v1/articles", "/v1/stories", "/v1/outlets", "/v1/actors")
POSTS = ("/v1/articles", "/v1/analyses", "/v1/comparisons")


def cases() -> Iterator[Case]:
    """Every request, in an order that never changes."""
    for name, make in TEXTS.items():
        body = {"outlet": "odd", "text": make(SIZE)}
        if name[:2] in SPOKEN and name[2:3] == " ":
            body["language"] = name[:2]
        yield Case(f"text of {name}", "POST", "/v1/articles", json.dumps(body).encode())
    for name, make in PAGES.items():
        body = {"outlet": "odd", "html": make(SIZE)}
        yield Case(f"page of {name}", "POST", "/v1/articles", json.dumps(body).encode())
    for name in FIELDS:
        for odd, value in VALUES.items():
            body = {**article("post", FLOOD), name: value}
            yield Case(f"{name}: {odd}", "POST", "/v1/articles", json.dumps(body).encode())
    for path in POSTS:
        for name, raw in BODIES.items():
            yield Case(f"body of {name} to {path}", "POST", path, raw)
    for name, raw in BODIES.items():
        yield Case(f"lines of {name}", "POST", "/v1/articles/bulk", raw + b"\n" + GOOD, LINES)
        yield Case(f"correction of {name}", "PATCH", "/v1/actors/act_000000000000", raw)
    yield from _addresses()
    yield from bodies.cases()
    yield from addresses.cases()


def _addresses() -> Iterator[Case]:
    for place in PLACES:
        for key in IDS:
            yield Case(f"GET {place.replace('{}', key[:12])}", "GET", place.replace("{}", key))
    for path in LISTS:
        for query in QUERIES:
            yield Case(f"{path}?{query[:24]}", "GET", f"{path}?{query}")
    for method in ("PUT", "DELETE", "TRACE", "OPTIONS", "HEAD", "PATCH", "BREW"):
        for path in (*LISTS, "/v1/analyses", "/healthz", "/"):
            yield Case(f"{method} {path}", method, path)
    for name, value in HEADERS:
        yield Case(f"{name} of {value[:20]}", "POST", "/v1/articles", GOOD, headers={name: value})
