"""Findings in words: an English sentence for each key, filled with what was found."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.errors import DataError
from analysis.resources import DATA
from analysis.types import Message, Param

FILE = DATA / "findings" / "messages.toml"
QUOTED = "quoted"
MAX_LISTED = 4
"""Names that a sentence lists before it says how many more there are."""


@cache
def templates() -> Mapping[str, str]:
    """The English sentence of each key."""
    try:
        stored = tomllib.loads(FILE.read_text(encoding="utf-8"))
        return {f"{kind}.{name}": text for kind, found in stored.items() for name, text in found.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise DataError(f"{FILE.name} cannot be read: {error}") from error


def summary(message: Message) -> str:
    """The English sentence of a message."""
    return templates()[message.key].format_map({name: _shown(value) for name, value in message.params.items()})


def _shown(value: Param) -> str | int | float | _Listed:
    return _Listed(value) if isinstance(value, tuple) else value


class _Listed(tuple[str, ...]):
    """A list of words in a sentence; ``quoted`` puts each into quotation marks."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return enumerate_names([f"“{word}”" for word in self] if spec == QUOTED else self)


def enumerate_names(names: Sequence[str], limit: int = MAX_LISTED) -> str:
    """``a``, ``a and b``, ``a, b and c``, ``a, b, c, d and 3 more``."""
    shown = list(names) if len(names) <= limit else [*names[:limit], f"{len(names) - limit} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
