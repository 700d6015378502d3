"""What comes over a socket and is no request: broken heads, broken lengths, broken chunks, and junk behind requests."""

from __future__ import annotations

from collections.abc import Iterator

POSTS = ("/v1/articles", "/v1/articles/bulk")
GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
GOOD = b'{"outlet": "o", "text": "The council closed the pool on Monday."}'
CHUNKS = {
    "no number": b"xyz\r\n{}\r\n0\r\n\r\n",
    "a negative number": b"-1\r\n{}\r\n0\r\n\r\n",
    "a signed number": b"+2\r\n{}\r\n0\r\n\r\n",
    "a prefix": b"0x2\r\n{}\r\n0\r\n\r\n",
    "a low line": b"0_2\r\n{}\r\n0\r\n\r\n",
    "spaces": b" 2 \r\n{}\r\n0\r\n\r\n",
    "digits of another script": "２\r\n{}\r\n0\r\n\r\n".encode(),
    "no size": b"\r\n{}\r\n0\r\n\r\n",
    "a size beyond all": b"FFFFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
    "a size of many digits": b"0" * 9_000 + b"2\r\n{}\r\n0\r\n\r\n",
    "a long extension": b"2;" + b"a" * 20_000 + b"\r\n{}\r\n0\r\n\r\n",
    "too little": b"20\r\n{}\r\n0\r\n\r\n",
    "too much": b"1\r\n{}{}{}\r\n0\r\n\r\n",
    "no line end behind": b"2\r\n{}0\r\n\r\n",
    "line feeds alone": b"2\n{}\n0\n\n",
    "carriage returns alone": b"2\r{}\r0\r\r",
    "no end": b"2\r\n{}\r\n",
    "nothing": b"",
    "an end alone": b"0\r\n\r\n",
    "a broken trailer": b"2\r\n{}\r\n0\r\nno colon\r\n\r\n",
    "many trailers": b"2\r\n{}\r\n0\r\n" + b"a: b\r\n" * 9_000 + b"\r\n",
    "a long trailer": b"2\r\n{}\r\n0\r\na: " + b"b" * 90_000 + b"\r\n\r\n",
    "NUL": b"2\r\n\x00\x00\r\n0\r\n\r\n",
    "single bytes": b"1\r\n{\r\n" + b"1\r\n \r\n" * 4_000 + b"1\r\n}\r\n0\r\n\r\n",
    "junk behind": b"2\r\n{}\r\n0\r\n\r\n" + b"\xff" * 3_000,
}
"""Bodies of chunks, none of them as it should be."""
LENGTHS = ("-1", "+5", "1e3", "5, 5", "0x5", "５", "", " ", "5 5", "9" * 30, "abc", "5\r\nContent-Length: 6")
CODINGS = (
    "gzip, chunked",
    "chunked, chunked",
    "xchunked",
    "chunked;a=b",
    "identity",
    "",
    "chunked\r\nContent-Length: 5",
)
LINES = {
    "nothing": b"",
    "line ends": b"\r\n" * 2_000,
    "spaces": b" " * 9_000,
    "NUL": b"\x00" * 500,
    "all bytes": bytes(range(256)) * 20,
    "one word": b"GET\r\n\r\n",
    "no version": b"GET /healthz\r\n\r\n",
    "an old version": b"GET /healthz HTTP/0.9\r\n\r\n",
    "a version to come": b"GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n",
    "a broken version": b"GET /healthz HTTP/1.1.1\r\nHost: x\r\n\r\n",
    "the preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00",
    "a hello of TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(517),
    "a line of a proxy": b"PROXY TCP4 1.2.3.4 5.6.7.8 9 10\r\n" + GET,
    "a long method": b"A" * 9_000 + b" / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a method in small letters": b"get /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    "a method of signs": b"G@T /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    "a tunnel": b"CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a whole address": b"GET http://y/healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    "an address of another kind": b"GET file:///etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "an asterisk": b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
    "spaces in the address": b"GET /v1/art icles HTTP/1.1\r\nHost: x\r\n\r\n",
    "bytes in the address": b"GET /v1/\xff\xfe\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a long address": b"GET /" + b"a" * 90_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "line feeds alone": b"GET /healthz HTTP/1.1\nHost: x\n\n",
    "carriage returns alone": b"GET /healthz HTTP/1.1\rHost: x\r\r",
}
HEADS = {
    "no host": b"",
    "two hosts": b"Host: x\r\nHost: y\r\n",
    "no colon": b"Host: x\r\nabc\r\n",
    "no name": b"Host: x\r\n: a\r\n",
    "a space in the name": b"Host: x\r\nA b: c\r\n",
    "a space before the colon": b"Host : x\r\n",
    "a folded line": b"Host: x\r\nA: b\r\n c\r\n",
    "NUL in a value": b"Host: x\r\nA: b\x00c\r\n",
    "a carriage return in a value": b"Host: x\r\nA: b\rc: d\r\n",
    "bytes": b"Host: x\r\nA: \xff\xfe\r\n",
    "a long line": b"Host: x\r\nA: " + b"b" * 90_000 + b"\r\n",
    "many lines": b"Host: x\r\n" + b"A: b\r\n" * 3_000,
    "an upgrade": b"Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n",
    "something expected": b"Host: x\r\nExpect: a miracle\r\n",
    "connections": b"Host: x\r\nConnection: close, keep-alive, a, " + b"b, " * 999 + b"\r\n",
}
BEHIND = {
    "half a head": GET + b"GET /healthz HTT",
    "junk": GET + bytes(range(256)) * 9,
    "line ends": GET + b"\r\n" * 99 + GET,
    "a body without a length": GET + GOOD,
    "many": GET * 200,
    "many and junk": GET * 50 + b"\x00" * 99,
    "a request in a body": b"POST /v1/analyses HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(GET)
    + GET
    + GET,
}


def requests() -> Iterator[tuple[str, bytes]]:
    """Each with its name, in an order that never changes."""
    for path in POSTS:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n".encode()
        for name, body in CHUNKS.items():
            yield f"chunks with {name} to {path}", head + b"Transfer-Encoding: chunked\r\n\r\n" + body
        for length in LENGTHS:
            yield f"a length of {length[:12]!r} to {path}", head + f"Content-Length: {length}\r\n\r\n".encode() + GOOD
        for coding in CODINGS:
            body = b"2\r\n{}\r\n0\r\n\r\n"
            yield f"coded as {coding!r} to {path}", head + f"Transfer-Encoding: {coding}\r\n\r\n".encode() + body
        yield f"a body cut short to {path}", head + b"Content-Length: 999\r\n\r\n" + GOOD
        yield (
            f"chunks of HTTP/1.0 to {path}",
            head.replace(b"1.1", b"1.0") + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        )
    for name, sent in LINES.items():
        yield f"a first line of {name}", sent
    for name, lines in HEADS.items():
        yield f"a head with {name}", b"GET /healthz HTTP/1.1\r\n" + lines + b"\r\n"
        yield f"a head with {name} that asks", b"GET /v1/articles HTTP/1.1\r\n" + lines + b"\r\n"
    for name, sent in BEHIND.items():
        yield f"a request, then {name}", sent
