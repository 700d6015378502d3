"""The files that the reader consists of, and the name that follows from them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from analysis.errors import DataError
from analysis.resources import MODELS, add_file

NAME = "parallax-reader"
MODEL = MODELS / "reader"
FILES = ("card.json", "heads.npz", "joint.onnx", "layers.onnx", "pieces.npy", "tokenizer.json")


def identity() -> str:
    """The name of the shipped reader, for which nothing of it is loaded. Raises DataError."""
    return identity_of(MODEL)


@cache
def identity_of(folder: Path) -> str:
    """The name of the reader in a folder: it follows from all files. Raises DataError if one cannot be read."""
    total = sha256()
    for path in require(folder):
        try:
            total.update(path.name.encode() + b"\0")
            add_file(total, path)
        except OSError as error:
            raise DataError(f"the reader's file {path.name} cannot be read: {error.strerror}") from error
    return f"{NAME}@{total.hexdigest()[:12]}"


def require(folder: Path) -> list[Path]:
    """All files of the reader in a folder. Raises DataError that names those that are missing."""
    paths = [folder / name for name in FILES]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise DataError(f"the reader lacks {', '.join(missing)}; install the package again")
    return paths
