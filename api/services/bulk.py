"""Stores many articles: in batches, in order, each line on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from analysis.types import ArticleInput
from api.services import ingestion
from api.services.context import Context
from api.services.errors import BodyTooLargeError
from api.services.ingestion import Accepted, Prepared

Reader = Callable[[bytes], ArticleInput]
Step = Accepted | Prepared | Exception


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of a line: stored (or found to be stored before), or refused with an error."""

    line: int
    outcome: Accepted | Exception


def ingest(context: Context, lines: Iterable[tuple[int, bytes | Exception]], read: Reader) -> Iterator[LineResult]:
    """Store the articles of numbered lines. A result is handed out once its article is durable."""
    remaining = iter(lines)
    while batch := list(islice(remaining, context.settings.bulk_batch)):
        yield from _batch(context, batch, read)


def _batch(context: Context, batch: list[tuple[int, bytes | Exception]], read: Reader) -> Iterator[LineResult]:
    steps = [_prepare(context, line, read) for _, line in batch]
    try:
        outcomes = _store_all(context, steps)
    except Exception as error:  # the transaction is lost: nothing of the batch was stored
        outcomes = [error if isinstance(step, Prepared) else step for step in steps]
    for (number, _), outcome in zip(batch, outcomes, strict=True):
        yield LineResult(number, outcome)


def _prepare(context: Context, line: bytes | Exception, read: Reader) -> Step:
    """A line's article, analysed; whatever goes wrong with it concerns this line only."""
    if isinstance(line, Exception):
        return line
    try:
        return ingestion.prepare(context, read(line))
    except Exception as error:
        return error


def _store_all(context: Context, steps: list[Step]) -> list[Accepted | Exception]:
    if not any(isinstance(step, Prepared) for step in steps):
        return [step for step in steps if not isinstance(step, Prepared)]
    with context.database.write() as connection:
        return [_store(connection, step) if isinstance(step, Prepared) else step for step in steps]


def _store(connection: Connection, step: Prepared) -> Accepted | Exception:
    try:
        with connection.begin_nested():
            return ingestion.store(connection, step)
    except Exception as error:
        return error


def numbered_lines(chunks: Iterable[bytes], limit: int) -> Iterator[tuple[int, bytes | Exception]]:
    """Lines with their numbers from 1; blank ones are passed over, one beyond the limit is an error and not held."""
    number, held, size = 1, bytearray(), 0
    for chunk in chunks:
        pieces = chunk.split(b"\n")
        for index, piece in enumerate(pieces):
            size += len(piece)
            if size <= limit:
                held += piece
            if index < len(pieces) - 1:
                if size > limit:
                    yield number, BodyTooLargeError(f"Line {number} has {size} bytes; the limit is {limit}.")
                elif held.strip():
                    yield number, bytes(held)
                number, held, size = number + 1, bytearray(), 0
    if size > limit:
        yield number, BodyTooLargeError(f"Line {number} has {size} bytes; the limit is {limit}.")
    elif held.strip():
        yield number, bytes(held)
