"""What is installed holds every file that the code reads."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UNREAD = (".py", ".pyc", ".md")
"""Code, which the packages hold anyway, and what is for people."""
TRAINING = ROOT / "analysis" / "training" / "reader" / "data"
"""What only training reads; the repository has it, the packages do not."""


@pytest.mark.parametrize("package", ["analysis", "api"])
def test_every_file_beside_the_code_is_installed(package: str) -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
    installed = {path for pattern in stated["*"] for path in (ROOT / package).rglob(pattern)}
    installed |= {path for pattern in stated[package] for path in (ROOT / package).glob(pattern)}
    beside = {path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix not in UNREAD}
    beside = {path for path in beside if TRAINING not in path.parents}
    assert beside
    assert not [path for path in installed if TRAINING in path.parents or path.suffix == ".jsonl"]
    assert sorted(path.relative_to(ROOT).as_posix() for path in beside - installed) == []
