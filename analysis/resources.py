"""Word data that ships with the package: one folder a language, one file a list.

A list is UTF-8 text, NFC, sorted, one entry a line; columns are separated by tabs; lines that open with ``#`` state
source and licence. A language exists because its folder exists.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.columns import WORLD_COLUMNS, check
from analysis.errors import DataError

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

DATA = Path(__file__).parent / "data"
LANGUAGES = DATA / "languages"
WORLD = DATA / "world"
MODELS = DATA / "models"
WEIGHTS = (".json", ".npy", ".npz", ".onnx")
"""How files of models end that decide what a model says."""
READ_AT_ONCE = 65_536
"""Bytes of a file that are in memory while its digest is worked out."""


@cache
def languages() -> tuple[str, ...]:
    """Codes of the supported languages, sorted."""
    return tuple(sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir() and not path.name.startswith("_")))


def supported(code: str) -> bool:
    """Whether the language has a data folder."""
    return code in languages()


@cache
def rows(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of the list ``name`` of a language, in file order; empty if the language is not supported.

    Raises DataError if a supported language lacks the list, or if a row holds what ``analysis.columns`` does not
    declare: that is a fault of the package, not of the input.
    """
    if not supported(code):
        return ()
    found = read_rows(LANGUAGES / code / f"{name}.txt")
    for row in found:
        check(name, row)
    return found


@cache
def world(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a list of names that are of no language, in file order; DataError as in ``rows``."""
    found = read_rows(WORLD / f"{name}.txt")
    for row in found:
        check(name, row, WORLD_COLUMNS)
    return found


@cache
def words(code: str, name: str) -> frozenset[str]:
    """First column of the list ``name`` of a language, case-folded as tokens are."""
    return frozenset(row[0].casefold() for row in rows(code, name))


@cache
def mapping(code: str, name: str) -> dict[str, str]:
    """First column to second column of the list ``name`` of a language."""
    return {row[0]: row[1] for row in rows(code, name)}


def read_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    """Rows of a list file, without its comment lines."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"the word list {path.name} of {path.parent.name} cannot be read: {error}") from error
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def data_version() -> str:
    """Short hash over every word list, grammar and model, so that an analysis names the data it was made with.

    The sentence encoder has an identity of its own (``Encoder.identity``).
    """
    digest = sha256()
    weights = [path for path in MODELS.rglob("*") if path.suffix in WEIGHTS]
    files = [*LANGUAGES.rglob("*.txt"), *LANGUAGES.rglob("*.toml"), *WORLD.glob("*.txt"), *weights]
    for path in sorted(path for path in files if path.relative_to(DATA).parts[1] != "encoder"):
        digest.update(path.relative_to(DATA).as_posix().encode() + b"\0")
        add_file(digest, path)
    return digest.hexdigest()[:12]


def add_file(digest: Digest, path: Path) -> None:
    """Add what a file holds to a digest, piece by piece: a model is never in memory as a whole."""
    with path.open("rb") as stored:
        while part := stored.read(READ_AT_ONCE):
            digest.update(part)
