"""Stores many articles: in batches, in order, each item on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from sqlalchemy import Connection

from analysis.types import ArticleInput
from api.services import ingestion
from api.services.context import Context
from api.services.errors import BodyTooLargeError, StoppingError
from api.services.ingestion import Accepted, Prepared
from api.services.stopping import PROCESS

Key = TypeVar("Key")
Raw = TypeVar("Raw")
Step = Accepted | Prepared | Exception


@dataclass(frozen=True, slots=True)
class Result(Generic[Key]):
    """What became of an item: stored (or found to be stored before), or refused with an error."""

    key: Key
    outcome: Accepted | Exception


def ingest(
    context: Context, items: Iterable[tuple[Key, Raw | Exception]], read: Callable[[Raw], ArticleInput]
) -> Iterator[Result[Key]]:
    """Store the articles that ``read`` makes of the items. A result is handed out once its article is durable.

    When the process is being stopped, the first item that is not stored gets a StoppingError, and is the last.
    """
    remaining = iter(items)
    while batch := list(islice(remaining, context.settings.bulk_batch)):
        if PROCESS.asked:
            yield Result(batch[0][0], StoppingError())
            return
        steps = [_prepare(context, raw, read) for _, raw in batch]
        for (key, _), outcome in zip(batch, _store_all(context, steps), strict=True):
            yield Result(key, outcome)


def _prepare(context: Context, raw: Raw | Exception, read: Callable[[Raw], ArticleInput]) -> Step:
    """An item's article, analysed; whatever goes wrong with it concerns this item only."""
    if isinstance(raw, Exception):
        return raw
    try:
        return ingestion.prepare(context, read(raw))
    except Exception as error:
        return error


def _store_all(context: Context, steps: list[Step]) -> list[Accepted | Exception]:
    """Store what is prepared in one transaction; if that is lost, nothing of the batch was stored."""
    try:
        if not any(isinstance(step, Prepared) for step in steps):
            return [step for step in steps if not isinstance(step, Prepared)]
        with context.database.write() as connection:
            return [_store(connection, step) if isinstance(step, Prepared) else step for step in steps]
    except Exception as error:
        return [error if isinstance(step, Prepared) else step for step in steps]


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
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            yield from _line(number, held + piece if size + len(piece) <= limit else held, size + len(piece), limit)
            number, held, size = number + 1, bytearray(), 0
        size += len(rest)
        if size <= limit:
            held += rest
    yield from _line(number, held, size, limit)


def _line(number: int, held: bytearray, size: int, limit: int) -> Iterator[tuple[int, bytes | Exception]]:
    if size > limit:
        yield number, BodyTooLargeError(f"Line {number} has {size} bytes; the limit is {limit}.")
    elif held.strip():
        yield number, bytes(held)
