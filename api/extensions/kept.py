"""Answers that are kept, each with the revision of what it tells: while that holds, nothing is read or built again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from threading import Lock
from typing import Any, cast

import marshmallow as ma
from flask import Flask, Response, current_app, request

BYTES = 16_777_216
"""Bytes of answers that a process keeps; what was not asked for longest goes first."""
LARGEST = BYTES // 8
"""Bytes of the largest answer that is kept."""
OVERHEAD = 1_024
"""Bytes that an answer is taken to need beside its body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer and the revision that it holds for."""

    revision: Hashable
    body: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """Bytes that it takes in memory."""
        return len(self.body) + OVERHEAD


class Kept:
    """Answers by address and form, of bounded size together; shared by the threads of a process."""

    def __init__(self, limit: int = BYTES) -> None:
        self._limit = limit
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()
        self._building: dict[Hashable, Future[Answer]] = {}
        self.size = 0

    def find(self, key: Hashable, revision: Hashable) -> Answer | None:
        """The answer, if it is kept and holds for this revision."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is None or answer.revision != revision:
                return None
            self._answers.move_to_end(key)
            return answer

    def build(self, key: Hashable, revision: Hashable, make: Callable[[], Answer]) -> Answer:
        """Make the answer and keep it; who asks for the same meanwhile waits for it, and is told what it ends in.

        One that fails has been tried once for all who wait, and the next who asks tries again. Nobody waits for
        another answer, nor for one of another revision.
        """
        made: Future[Answer] = Future()
        with self._lock:
            under_way = self._building.setdefault((key, revision), made)
        if under_way is not made:
            return under_way.result()
        try:
            answer = self.find(key, revision) or make()
            self.save(key, answer)
        except BaseException as error:
            made.set_exception(error)
            raise
        else:
            made.set_result(answer)
            return answer
        finally:
            with self._lock:
                del self._building[key, revision]

    def save(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer in place of an earlier one, and let go of what was not asked for longest."""
        with self._lock:
            self._drop(key)
            if answer.size > min(LARGEST, self._limit):
                return
            self._answers[key] = answer
            self.size += answer.size
            while self.size > self._limit:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: Hashable) -> None:
        answer = self._answers.pop(key, None)
        self.size -= 0 if answer is None else answer.size


def init_app(app: Flask) -> None:
    """Give the application its answers."""
    app.extensions["parallax-kept"] = Kept()


def kept(revision: Hashable, build: Callable[[], Response], form: Hashable = None) -> Response:
    """The answer at this address, built only if none is kept for this revision, and by one thread.

    ``form`` tells answers apart where an address has several.
    The revision has to be read before: an answer may be newer than the revision it is kept for, never older, and a
    revision that has passed does not come again.
    """
    answers = cast(Kept, current_app.extensions["parallax-kept"])
    key = (request.full_path, form)
    answer = answers.find(key, revision) or answers.build(key, revision, lambda: _made(revision, build))
    found: Response = current_app.response_class(answer.body, headers=list(answer.headers))
    return found


def _made(revision: Hashable, build: Callable[[], Response]) -> Answer:
    response = build()
    body = response.get_data()
    response.set_etag(tag_of(body))
    return Answer(revision, body, tuple(response.headers.items()))


def as_json(schema: type[ma.Schema], resource: object) -> Response:
    """The resource as JSON, by this schema."""
    made: Response = current_app.make_response(current_app.json.response(_schema(schema).dump(resource)))
    return made


def tag_of(body: bytes) -> str:
    """ETag of an answer."""
    return sha256(body).hexdigest()[:32]


@cache
def _schema(kind: type[ma.Schema]) -> Any:
    return kind()
