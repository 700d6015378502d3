"""Whether the service can do its work."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text

from analysis.errors import AnalysisError
from analysis.reader import load_reader
from analysis.types import Sentence
from api.problems import PROBLEMS
from api.services.context import Context
from api.store.faults import cause_of, fault_of

WORDS = "Ready."
LOGGER = logging.getLogger("parallax")


class ObstacleError(AnalysisError):
    """Nothing can be written."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the service depends on."""

    name: str
    ok: bool
    detail: str


def readiness(context: Context) -> tuple[Check, ...]:
    """Database, encoder, reader and a tone model that was chosen, each tried for real."""
    tone = (_check("tone", lambda: _tone(context)),) if context.settings.tone_model else ()
    return (
        _check("database", lambda: _database(context)),
        _check("encoder", lambda: _encoder(context)),
        _check("reader", _reader),
        *tone,
    )


def _check(name: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(name, True, attempt())
    except AnalysisError as error:
        return Check(name, False, str(error))
    except Exception as error:  # whatever is wrong with it, the service is not ready
        LOGGER.warning("not ready", extra={"fields": {"check": name, **cause_of(error)}})
        if (fault := fault_of(error)) is not None:
            return Check(name, False, f"{PROBLEMS[fault].title}.")
        return Check(name, False, f"{type(error).__name__}: not usable")


def _database(context: Context) -> str:
    """Read from it; of writing, see what shows without waiting for other writers. Raises ObstacleError."""
    with context.database.read() as connection:
        connection.execute(text("SELECT count(*) FROM counters")).scalar_one()
    if (found := context.database.obstacle) is not None:
        raise ObstacleError(f"{PROBLEMS[found].title}.")
    return context.database.dialect


def _tone(context: Context) -> str:
    model = context.tone_model
    assert model is not None
    return model.identity


def _encoder(context: Context) -> str:
    encoder = context.encoder
    encoder.encode([WORDS])
    return encoder.identity


def _reader() -> str:
    reader = load_reader()
    reader.read(WORDS, [Sentence(0, 0, len(WORDS), "body")], ())
    return reader.identity
