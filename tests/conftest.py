"""What all tests share: golden files, rewritten only when asked for, and no test that fails for being slow."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what is found into tests/golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, object], None]:
    """Asserts that a value is what the golden file of this name holds; with ``--update-goldens`` it is written there
    first."""

    def check(name: str, found: object) -> None:
        path = GOLDEN / f"{name}.json"
        shown = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        if request.config.getoption("--update-goldens"):
            path.write_text(shown, encoding="utf-8")
        assert path.exists(), f"{path.name} is missing: run pytest with --update-goldens and read what it wrote"
        assert json.loads(shown) == json.loads(path.read_text(encoding="utf-8"))

    return check
