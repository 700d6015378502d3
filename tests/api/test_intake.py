"""What is taken in of one request has a bound, whatever it is made of."""

from __future__ import annotations

from contextlib import closing

from api.serving.intake import CHUNK_LINE, Intake
from api.serving.limits import Limits

HEAD = b"POST /v1/articles HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


def fed(*pieces: bytes) -> Intake:
    intake = Intake(Limits(max_body=1_000))
    for piece in (HEAD, *pieces):
        intake.feed(piece)
    return intake


def test_trailers_belong_to_the_request_and_what_follows_is_another_one():
    with closing(fed(b"3\r\nabc\r\n0\r\nA: b\r\n\r\nGET")) as intake:
        assert (intake.complete, intake.closes, intake.rest) == (True, False, b"GET")
        assert b"".join(intake.source()) == HEAD + b"3\r\nabc\r\n0\r\nA: b\r\n\r\n"


def test_trailers_without_an_end_are_given_up():
    line = b"A: b\r\n"
    with closing(fed(b"3\r\nabc\r\n0\r\n")) as intake:
        while not intake.complete and intake.received < 4 * CHUNK_LINE:
            intake.feed(line)
        assert (intake.complete, intake.closes) == (True, True)
        assert intake.received < 2 * CHUNK_LINE


def test_a_chunked_body_beyond_the_limit_is_given_up():
    with closing(fed(b"3e9\r\n" + 1_001 * b"a")) as intake:
        assert (intake.complete, intake.closes) == (True, True)
