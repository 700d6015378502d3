"""Whether the service can do its work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text

from analysis.errors import AnalysisError
from analysis.reader import load_reader
from analysis.types import Sentence
from api.services.context import Context

WORDS = "Ready."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the service depends on."""

    name: str
    ok: bool
    detail: str


def readiness(context: Context) -> tuple[Check, ...]:
    """Database, encoder and reader, each tried for real."""
    return (
        _check("database", lambda: _database(context)),
        _check("encoder", lambda: _encoder(context)),
        _check("reader", _reader),
    )


def _check(name: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(name, True, attempt())
    except AnalysisError as error:
        return Check(name, False, str(error))
    except Exception as error:  # whatever is wrong with it, the service is not ready
        return Check(name, False, f"{type(error).__name__}: not usable")


def _database(context: Context) -> str:
    with context.database.read() as connection:
        connection.execute(text("SELECT count(*) FROM counters")).scalar_one()
    return context.database.dialect


def _encoder(context: Context) -> str:
    encoder = context.encoder
    encoder.encode([WORDS])
    return encoder.identity


def _reader() -> str:
    reader = load_reader()
    reader.read(WORDS, [Sentence(0, 0, len(WORDS), "body")], ())
    return reader.identity
