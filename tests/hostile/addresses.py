"""Odd addresses, parameters, headers and methods."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.hostile.bodies import DATES, GOOD, ODD
from tests.hostile.case import Case

PARAMETERS = {
    "/v1/articles": ("limit", "cursor", "published_from", "outlet", "language", "story", "actor"),
    "/v1/stories": ("published_to", "outlet", "actor", "q", "min_articles"),
    "/v1/outlets": ("limit", "cursor"),
    "/v1/actors": ("type", "q", "cursor"),
}
NUMBERS = (
    "٥",
    "５",
    "1_0",
    " 5",
    "5 ",
    "+5",
    "5.0",
    "0x5",
    "-0",
    "1e1",
    "∞",
    "½",
    "²",
    "5\n",
    "0b1",
    "00005",
    "9" * 5_000,
)
SOUGHT = (
    "a", "ab", "橋", "橋橋", '"', '""', "a*", "^a", "-a", "a:b", "NEAR(a b)", "a OR b", "a AND", "(",
    "a)", "{a b}", "'",
    "''", "%%%", "___",
    "\\", "a\\%", "\u0301", "\u0301\u0301\u0301", "e\u0301", "🇸🇪🇸🇪", "\u202e\u202e\u202e", "\u200b\u200b\u200b", "ß",
    "ŉ", "İ", "ﬁﬁ", "\ufdfa",
    "   ", "\t\t\t", "a  b", "lind " * 900, "a" * 200, "橋" * 200, "\u0301" * 199, "null", "Ana Lind", "LIND",
    "\U0010ffff" * 3, "\ufffe\ufffe\ufffe",
)  # fmt: skip
KEYS: tuple[Any, ...] = (
    0, -1, 1, 1.5, 1e300, 2**62, 2**63, 2**64, 10**300, True, None, "", "a", "a\x00", "\ud800", "'; --", [], [1], {},
    {"k": 1}, "Infinity", "9" * 300,
)  # fmt: skip
RAW_CURSORS = (
    b"", b"{", b"null", b"1", b'"a"', b"[]", b"{}", b'{"k":1}', b'{"r":"articles"}', b'{"k":1,"r":"articles","x":1}',
    b'{"k":1,"k":2,"r":"articles"}',
    b'{"k":NaN,"r":"articles"}', b'{"k":01,"r":"articles"}', b'{"k":1,"r":["articles"]}', b"\xff\xfe", b"[" * 350,
    b'{"k": 1, "r": "articles"}',
    b'{"k":' + b"9" * 340 + b',"r":"articles"}',
)  # fmt: skip
HEADERS: dict[str, tuple[str, ...]] = {
    "Accept": (
        "", ",", ";", "*", "*/*;q=0", "*/*;q=2", "*/*;q=-1", "*/*;q=nan", "*/*;q=1e9", "*/*;q=", "text/html;q=0.0001",
        "text/html;level=\"a", "a/b",
        "text/", "/html", "text/html, " * 900, "text/html;" + "a=b;" * 900, "\xe9/\xff", "application/json;q=0, */*",
        "APPLICATION/JSON", "text/csv",
        "application/zip", "text/*;q=0.5, application/*;q=0.5", "image/png", "*/json", "text/html" + " " * 9_000,
        '"' * 900,
    ),
    "Accept-Language": ("", "*", "en-", "-", "en;q=nan", "en;q=9", "sv, " * 900, "a" * 9_000, "\xe9",
    "en-US-x-" + "a-" * 900, "EN", "zh-Hant-TW", "nb;q=0, *", ";"),
    "If-None-Match": ("", "*", 'W/""', '"', '"a', "W/", ",", '"a" "b"', '"a", ' * 2_000, '"\xe9"',
    '"' + "a" * 9_000 + '"', "W/W/", "'a'"),
    "If-Match": ("*", '"a"', "", '"'),
    "If-Modified-Since": ("0", "now", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Jan 99999 99:99:99 GMT", "a" * 5_000),
    "Range": ("bytes=0-", "bytes=-1", "bytes=5-1", "bytes=" + "0-0," * 900, "a=b", "bytes=9" + "9" * 900),
    "Cookie": ("a", "a=b; " * 1_000, "=", "\xe9=\xff", "session=" + "." * 9_000),
    "Authorization": ("Basic", "Basic !!", "Basic " + "A" * 9_000, "Bearer ", "Digest " + 'a="b", ' * 500, "\xe9"),
    "Host": ("", "a b", "[::1", "[::1]:x", "a:99999", "a" * 900, "\xe9", "a@b", "a/b", "..", "localhost:"),
    "X-Forwarded-For": ("a", "1.2.3.4, " * 900, "::1", "\xe9"),
    "X-Forwarded-Proto": ("javascript", "a" * 900),
    "X-Request-ID": ("", " ", "a b", "\xe9", "a" * 129, "../..", "<a>", '"', "a,b"),
    "X-HTTP-Method-Override": ("DELETE", "BREW"),
    "Origin": ("null", "a", "\xe9"),
    "User-Agent": ("", "() { :; }; echo", "a" * 9_000, "\xe9", "${jndi:ldap://a/b}"),
    "Upgrade": ("h2c", "websocket"),
    "TE": ("trailers", "a;q=9"),
    "Max-Forwards": ("-1", "a"),
}  # fmt: skip
"""Odd values of headers, sent with what reads and what compares."""
TYPES = (
    "", "/", "a", "application", "application/", "/json", "application/json;", "application/json; charset",
    "application/json; charset=",
    "application/json; charset=utf-8; charset=latin-1", "application/json; charset=\"utf-8\"",
    "application/json; charset=UTF8", "application/json;q=1",
    "application/json; charset=utf-7", "application/json; charset=idna", "application/json; charset=rot13",
    "application/json; charset=" + "a" * 5_000,
    "application/json, text/html", "APPLICATION/JSON", "application/vnd.api+json", "text/json",
    "application/x-ndjson", "multipart/form-data",
    "multipart/form-data; boundary=", "multipart/form-data; boundary=a", "multipart/form-data; boundary=" + "a" * 900,
    "application/x-www-form-urlencoded",
    "text/plain", "application/json" + "; a=b" * 900, "application/json; a=\"" + "\\" * 900,
    "application/json; a*=utf-8''%ff", "\xe9/\xff", "*/*",
    "application/json\t;\tcharset=utf-8", "application/octet-stream", "application/problem+json",
)  # fmt: skip
CODINGS = (
    "gzip",
    "br",
    "deflate",
    "identity",
    "",
    "identity, gzip",
    "gzip, gzip",
    "GZIP",
    "\xe9",
    "x" * 5_000,
    "zstd",
    "identity;q=1",
    ",",
)
METHODS = (
    "get",
    "Get",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "LOCK",
    "PRI",
    "M-SEARCH",
    "A" * 200,
    "G3T",
    "*",
)
ROUTES = (
    "/v1/articles/<article>", "/v1/articles/<article>/analysis", "/v1/stories/<story>",
    "/v1/stories/<story>/comparison", "/v1/outlets/<outlet>",
    "/v1/outlets/<outlet>/profile", "/v1/actors/<actor>", "/v1/articles/bulk", "/v1/comparisons", "/v1/languages",
    "/v1/metrics", "/problems",
    "/readyz", "/openapi.json", "/docs",
)  # fmt: skip
PATHS = (
    "/v1/articles/", "/v1//articles", "//v1/articles", "/v1/./articles", "/v1/../v1/articles", "/v1/%2e%2e/healthz",
    "/v1/articles;a=b", "/v1/articles?",
    "/v1/articles%3Flimit=1", "/v1/articles%23a", "/v1/articles%2f", "/v1%2farticles", "/%76%31/articles",
    "/V1/articles", "/v1/articles.json", "/v1/articles%20",
    "/v1/articles%0d%0aA:b", "/v1/articles/%c0%af", "/v1/articles/%ed%a0%80", "/v1/articles/%u0041",
    "/v1/articles/%zz", "/v1/articles/%", "/v1/articles/%F",
    "/docs/../../api/config.py", "/docs/%2e%2e%2fconfig.py", "/docs/..%5c..%5ca", "/problems/..%2f..%2fetc%2fpasswd",
    "/.git/config", "/.env", "/robots.txt",
    "/favicon.ico", "/" + "a/" * 900, "/" + "%41" * 2_000, "/" + "a" * 7_000, "/v1/" + "%F0%9F%87%B8" * 300,
    "/v1/articles/" + "%CC%81" * 900, "/?" + "&" * 5_000,
    "/v1/articles?=", "/v1/articles?=1", "/v1/articles?limit", "/v1/articles?limit=", "/v1/articles?&&&",
    "/v1/articles?limit=5;cursor=a", "/v1/articles?limit[]=5",
    "/v1/articles?limit=%zz", "/v1/articles?limit=%", "/v1/articles?%00=1", "/v1/articles?%ff=1",
    "/v1/articles?\u0301=1".encode().decode("latin-1"), "/v1/articles?LIMIT=5",
    "/v1/articles?limit=5#a", "/v1/articles?limit=5&limit=5", "/v1/articles?" + "limit=5&" * 900,
    "/v1/articles?" + "&".join(f"p{n}" for n in range(3_000)),
    "/v1/articles?a" + "%5B" * 900, "/v1/articles?outlet=a&outlet=b",
    "/v1/articles?outlet=<outlet>&language=en&story=<story>&actor=<actor>&published_from=2026",
    "/v1/stories?q=bridge&outlet=<outlet>&actor=<actor>&min_articles=2&published_from=0001&published_to=9999",
    "/v1/stories?min_articles=999999999999",
    "/v1/articles?published_from=9999&published_to=0001", "/v1/articles?actor=<article>",
    "/v1/articles?story=<actor>", "/healthz?" + "a=b&" * 900,
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Every request of this module."""
    yield from _parameters()
    yield from _cursors()
    yield from _headers()
    for method in METHODS:
        for path in ROUTES:
            if (method, path) != ("DELETE", "/v1/articles/<article>"):
                body = b"{}" if method in ("POST", "PATCH", "PUT") else None
                yield Case(f"{method[:9]} of {path}", method, path, body)
    for path in PATHS:
        yield Case(f"address {path[:60]} ({len(path)})", "GET", path)


def _parameters() -> Iterator[Case]:
    for path, name in ((path, name) for path, names in PARAMETERS.items() for name in names):
        for odd, value in ODD.items():
            if isinstance(value, str) and len(value) < 10_000:
                yield Case(f"{path} where {name} is {odd}", "GET", f"{path}?{name}={quote(value)}")
    for path, name in (("/v1/articles", "limit"), ("/v1/stories", "min_articles")):
        for number in NUMBERS:
            yield Case(f"{path} by number {number[:9]!r}", "GET", f"{path}?{name}={quote(number)}")
    for path in ("/v1/stories", "/v1/actors"):
        for words in SOUGHT:
            yield Case(f"{path} for {words[:20]!r} ({len(words)})", "GET", f"{path}?q={quote(words)}")
    for date in DATES:
        yield Case(f"articles from {date!r}", "GET", f"/v1/articles?published_from={quote(date)}")
        yield Case(f"stories to {date!r}", "GET", f"/v1/stories?published_to={quote(date)}")


def _cursors() -> Iterator[Case]:
    for path in PARAMETERS:
        made = [json.dumps({"k": key, "r": path.rpartition("/")[2]}, separators=(",", ":")).encode() for key in KEYS]
        for raw in (*made, *RAW_CURSORS):
            cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
            yield Case(f"{path} behind {raw[:40]!r} ({len(raw)})", "GET", f"{path}?cursor={cursor}")
        for cursor in ("=", "====", "a", "+/", "A" * 511, "A" * 512, "%0a", "AAAA%20AAAA", "%F0%9F%98%80"):
            yield Case(f"{path} with cursor {cursor[:20]} ({len(cursor)})", "GET", f"{path}?cursor={cursor}")


def _headers() -> Iterator[Case]:
    for name, values in HEADERS.items():
        for value in values:
            told = f"{name} {value[:30]!r} ({len(value)})"
            yield Case(f"reading with {told}", "GET", "/v1/stories/<story>", headers={name: value})
            if name.startswith(("Accept", "If", "X")):
                yield Case(f"comparing with {told}", "GET", "/v1/stories/<story>/comparison", headers={name: value})
    for kind in TYPES:
        yield Case(f"type {kind[:50]!r} ({len(kind)})", "POST", "/v1/analyses", GOOD, headers={"Content-Type": kind})
        yield Case(
            f"lines of type {kind[:50]!r} ({len(kind)})",
            "POST",
            "/v1/articles/bulk",
            GOOD,
            headers={"Content-Type": kind},
        )
    for coding in CODINGS:
        yield Case(f"coding {coding[:20]!r}", "POST", "/v1/analyses", GOOD, headers={"Content-Encoding": coding})
