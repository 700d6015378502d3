"""What is installed runs by itself, and holds nothing of how the models were made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from setuptools import Distribution

ROOT = Path(__file__).parents[1]
ROOMS = ("analysis", "api")
TRAINING = "analysis/training"
PEOPLES = (".pyc", ".md")
"""How files end that no code reads."""
USE = """
import importlib, pkgutil
import analysis, api
for room in (analysis, api):
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if module.name != "api.store.migrations.env":  # runs within Alembic only
            importlib.import_module(module.name)
from analysis.encoders import load_encoder
from analysis.pipeline import analyse
from analysis.types import ArticleInput
text = "The lake is clean, said Anna Berg of the water board. The mayor denied it."
assert analyse(ArticleInput(outlet="one", text=text), load_encoder()).analysis.quotes
client = api.create_app({"DATABASE_URL": "sqlite:///one.db", "LOG_LEVEL": "ERROR"}).test_client()
assert client.post("/v1/articles", json={"outlet": "one", "text": text}).status_code == 201
assert client.get("/docs").status_code == 200
print(analysis.__file__)
"""
"""What an installation is used for: every module, the models, the database, the page of the documentation."""


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The files that a wheel is made of, as setuptools reads them from pyproject.toml."""
    work = tmp_path_factory.mktemp("build")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        distribution = Distribution({"script_name": "setup.py"})
        distribution.parse_config_files()
        distribution.get_command_obj("egg_info").egg_base = str(work)
        build = distribution.get_command_obj("build_py")
        build.build_lib = str(work / "lib")
        build.ensure_finalized()
        outputs = build.get_outputs(include_bytecode=False)
    return frozenset(Path(path).relative_to(work / "lib").as_posix() for path in outputs)


def test_nothing_of_training_is_installed(packaged: frozenset[str]) -> None:
    assert (ROOT / TRAINING).is_dir()
    assert packaged
    assert not [path for path in packaged if path.startswith(TRAINING)]


def test_everything_else_is_installed(packaged: frozenset[str]) -> None:
    files = {path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()}
    needed = {path for path in files if not path.startswith(f"{TRAINING}/") and not path.endswith(PEOPLES)}
    assert sorted(needed - packaged) == []
    assert sorted(packaged - files) == []


def test_what_is_installed_runs_by_itself(packaged: frozenset[str], tmp_path: Path) -> None:
    for path in packaged:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).symlink_to(ROOT / path)
    done = subprocess.run(
        [sys.executable, "-c", USE],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "analysis" / "__init__.py")
