"""Takes in one request, byte by byte as it comes, and says when it is complete; knows no sockets.

Only the frame is read here: where the head ends and where the body ends. What is wrong with either is for the parser to
refuse, which is given the bytes of this request and no more; a frame that cannot be made out ends the request at once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from api.serving.limits import Limits

HEAD_END = b"\r\n\r\n"
CHUNK_LINE = 4096
"""Bytes of a chunk's first line, or of all trailers, beyond which the frame counts as broken."""
PIECE = 65_536


class Intake:
    """A request on its way: ``feed`` it until ``complete``; ``source`` gives its bytes then, ``rest`` what follows."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.head = bytearray()
        self.complete = self.in_body = self.wants_continue = self.too_long = False
        self.closes = False
        """Whether the end of the request is unknown, so that nothing after it can be read."""
        self.method = self.path = ""
        self.received = 0
        self.rest = b""
        self._body: IO[bytes] | None = None
        self._left: int | None = None
        self._frame: _Chunks | None = None
        self._most: int | None = None

    @property
    def begun(self) -> bool:
        """Whether any byte has come."""
        return bool(self.head)

    def feed(self, data: bytes) -> None:
        """Take what has come. Raises OSError if there is no room for it."""
        if not self.in_body:
            searched = max(0, len(self.head) - 3)
            self.head += data
            end = self.head.find(HEAD_END, searched)
            if end < 0 or end > self.limits.head:
                self.too_long = len(self.head) > self.limits.head
                return
            data = bytes(self.head[end + 4 :])
            del self.head[end + 4 :]
            self._read_head()
        if not self.complete:
            self._take(data)
        else:
            self.rest += data

    def source(self) -> Iterator[bytes]:
        """The request's bytes, once complete."""
        yield bytes(self.head)
        if self._body is not None:
            self._body.seek(0)
            yield from iter(lambda: self._body.read(PIECE) if self._body else b"", b"")

    def close(self) -> None:
        """Let go of what was taken in."""
        if self._body is not None:
            self._body.close()
            self._body = None

    def _read_head(self) -> None:
        self.in_body = True
        first, *lines = bytes(self.head).rstrip(b"\r\n").lstrip(b"\r\n").split(b"\r\n")
        self.method, target = (*first.decode("latin-1").split(" "), "", "")[:2]
        self.path = target.split("?", 1)[0]
        fields = [(name.lower(), value.strip(b" \t")) for name, _, value in (line.partition(b":") for line in lines)]
        lengths = [value for name, value in fields if name == b"content-length"]
        codings = [value.lower() for name, value in fields if name == b"transfer-encoding"]
        self._most = self.limits.of_path(self.path)
        if not codings and len(lengths) == 1 and lengths[0].isdigit() and len(lengths[0]) < 19:
            self._left = int(lengths[0])
            self.complete = self._left == 0
            if self._most is not None and self._left > self._most:
                self.complete = self.closes = True
        elif codings == [b"chunked"] and not lengths:
            self._frame = _Chunks()
        else:
            self.complete, self.closes = True, bool(lengths or codings)
        self._answer_expectation(fields, first, lines)

    def _answer_expectation(self, fields: list[tuple[bytes, bytes]], first: bytes, lines: list[bytes]) -> None:
        """Take the wish for "100 Continue" upon ourselves, since the parser sees the body only when it is here."""
        wishes = [value.lower() for name, value in fields if name == b"expect"]
        if wishes == [b"100-continue"]:
            kept = [line for line, (name, _) in zip(lines, fields, strict=True) if name != b"expect"]
            self.head = bytearray(b"\r\n".join((first, *kept)) + HEAD_END)
            self.wants_continue = not self.complete

    def _take(self, data: bytes) -> None:
        if self._left is not None:
            taken, self.rest = data[: self._left], data[self._left :]
            self._left -= len(taken)
            self.complete = self._left == 0
        else:
            assert self._frame is not None
            used = self._frame.feed(data)
            taken, self.rest = data[:used], data[used:]
            over = self._most is not None and self._frame.size > self._most
            self.complete, self.closes = self._frame.ended or over, self._frame.broken or over
        self.received += len(taken)
        if taken:
            if self._body is None:
                self._body = tempfile.SpooledTemporaryFile(self.limits.body_in_memory)  # noqa: SIM115 closed by close()
            self._body.write(taken)


class _Chunks:
    """Finds the end of a chunked body (RFC 9112, 7.1)."""

    def __init__(self) -> None:
        self.size = 0
        self.ended = self.broken = self._trailer = False
        self._line = bytearray()
        self._data = self._trailers = 0

    def feed(self, data: bytes) -> int:
        """Go on with these bytes; gives back how many of them belong to the body."""
        place = 0
        while place < len(data) and not self.ended:
            if self._data:
                step = min(self._data, len(data) - place)
                self._data -= step
                place += step
                continue
            end = data.find(b"\n", place)
            stop = len(data) if end < 0 else end + 1
            self._line += data[place:stop]
            place = stop
            if end >= 0:
                self._end_line()
            elif len(self._line) > CHUNK_LINE:
                self.ended = self.broken = True
        return place

    def _end_line(self) -> None:
        line, self._line = bytes(self._line).rstrip(b"\r\n"), bytearray()
        if self._trailer:
            self._trailers += len(line)
            self.broken = self._trailers > CHUNK_LINE
            self.ended = self.broken or not line
            return
        digits = line.split(b";", 1)[0].strip(b" \t")
        try:
            size = int(digits, 16) if len(digits) <= 15 and digits.isalnum() else -1
        except ValueError:
            size = -1
        if size < 0:
            self.ended = self.broken = True
        elif size == 0:
            self._trailer = True
        else:
            self.size += size
            self._data = size + 2
