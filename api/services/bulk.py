"""Stores many articles: in batches, in order, each item on its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
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
BATCH_SECONDS = 2.0
"""How long articles are analysed before what is there is stored, and its results are told."""
HELD_SECONDS = 0.05
"""How long a transaction goes on taking articles: other writers wait as long."""


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
    for first in remaining:
        if PROCESS.asked:
            yield Result(first[0], StoppingError())
            return
        batch: list[tuple[Key, Step]] = []
        until = time.monotonic() + BATCH_SECONDS
        for key, raw in chain([first], remaining):
            batch.append((key, _prepare(context, raw, read)))
            if len(batch) >= context.settings.bulk_batch or time.monotonic() >= until or PROCESS.asked:
                break
        outcomes = _store_all(context, [step for _, step in batch])
        for (key, _), outcome in zip(batch, outcomes, strict=True):
            yield Result(key, outcome)


def _prepare(context: Context, raw: Raw | Exception, read: Callable[[Raw], ArticleInput]) -> Step:
    """An item's article, analysed; whatever goes wrong with it concerns this item only."""
    if isinstance(raw, Exception):
        return raw
    try:
        return ingestion.prepare(context, read(raw))
    except Exception as error:
        return error


def _store_all(context: Context, steps: Sequence[Step]) -> list[Accepted | Exception]:
    """Store what is prepared, in transactions so short that others get their turn between them."""
    outcomes: list[Accepted | Exception] = []
    while len(outcomes) < len(steps):
        outcomes += _store_some(context, steps[len(outcomes) :])
    return outcomes


def _store_some(context: Context, steps: Sequence[Step]) -> list[Accepted | Exception]:
    """What became of the first steps, in one transaction; if that is lost, nothing of them was stored."""
    done: list[Accepted | Exception] = []
    for step in steps:
        if isinstance(step, Prepared):
            break
        done.append(step)
    if done:
        return done
    try:
        with context.database.write() as connection:
            until = time.monotonic() + HELD_SECONDS
            for step in steps:
                done.append(_store(connection, step) if isinstance(step, Prepared) else step)
                if time.monotonic() >= until:
                    break
    except Exception as error:
        lost = steps[: len(done)] or steps
        return [error if isinstance(step, Prepared) else step for step in lost]
    return done


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
