"""What the shipped models were made of, as ``sources.toml`` lists it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from analysis.errors import DataError

LIST = Path(__file__).with_name("sources.toml")
ROOT = Path(__file__).parents[2]
"""What paths of our own data begin at."""
PACKAGE, SHARED, OWN, SYSTEM = "package", "shared", "own", "system"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from, under which licence, and into which models it went.

    ``files`` are paths with their SHA-256: below the shared folder, below the root of the repository, or inside the
    wheel of a package. ``sha256`` is that of the ``wheel``.
    """

    name: str
    kind: str
    licence: str
    credit: str
    models: tuple[str, ...]
    version: str = ""
    origin: str = ""
    wheel: str = ""
    sha256: str = ""
    note: str = ""
    files: dict[str, str] = field(default_factory=dict)


def sources(path: Path = LIST) -> tuple[Source, ...]:
    """All sources in the order of the list."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
        return tuple(Source(**{**row, "models": tuple(row["models"])}) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"the list of sources {path.name} cannot be read: {error}") from error


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def check(path: Path, wanted: str) -> None:
    """Refuse a file that is missing or is not what it was when the models were made."""
    if not path.is_file():
        raise DataError(f"{path} is missing")
    found = digest(path)
    if found != wanted:
        raise DataError(f"{path} is another file than the models were made from: SHA-256 {found}, listed is {wanted}")
