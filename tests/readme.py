"""What the documents show of the code: `python -m tests.readme` writes it, a test compares it.

Each part stands between two comments that name it, such as ``<!-- quality -->`` and ``<!-- /quality -->``.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from analysis.metrics import measured_quality
from api import create_app
from api.config import settings_table
from tests.calls import CALLS, SHORTENED, shown

ROOT = Path(__file__).parents[1]
METHODS = ("get", "post", "patch", "put", "delete")
COMPARED = ("outlet-000=seeds/000_8f09e630b9f9c970.txt", "outlet-001=seeds/001_e1d1763b52c3d2c3.txt")
"""Articles whose comparison is shown, as arguments of the example."""


def endpoints() -> str:
    """Method, path and meaning of every operation of the OpenAPI document."""
    document = (
        create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "ERROR"}).test_client().get("/openapi.json").get_json()
    )
    lines = ["| method | path | what it does |", "|---|---|---|"]
    for path, operations in document["paths"].items():
        lines += [
            f"| `{method.upper()}` | `{path}` | {operations[method]['summary'].rstrip('.')} |"
            for method in METHODS
            if method in operations
        ]
    return "\n".join(lines)


def settings() -> str:
    """Every setting with its default and its sentence."""
    lines = ["| setting | default | meaning |", "|---|---|---|"]
    lines += [f"| `{row.variable}` | `{row.default}` | {row.meaning} |" for row in settings_table()]
    return "\n".join(lines)


def quality() -> str:
    """Measured figures of every stage and measure."""
    lines = ["| stage or measure | set | language | figure | value | n |", "|---|---|---|---|---|---|"]
    lines += [
        f"| `{name}` | {figure.set} | {figure.language} | {figure.measure} | {figure.value:.3f} | {figure.n} |"
        for name, figures in measured_quality().items()
        for figure in figures
    ]
    return "\n".join(lines)


def call() -> str:
    """One call with its answer, shortened."""
    return shown(SHORTENED)


def calls() -> str:
    """Every call with its answer."""
    return "\n\n".join(f"{one.question}\n\n{shown(one)}" for one in CALLS)


def picture() -> str:
    """What the first example prints of two of the seeds."""
    command = ["examples/compare_two.py", *COMPARED]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return "\n".join(f"    {line}".rstrip() for line in [f"$ python {' '.join(command)}", *done.stdout.splitlines()])


def layers(container: str) -> str:
    """What is in a package by the layers of its import contract, each with the first paragraph of its docstring."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    (contract,) = (one for one in tools["importlinter"]["contracts"] if one.get("containers") == [container])
    place_of = container.replace(".", "/")
    lines = ["| layer | room | what it is |", "|---|---|---|"]
    for place, layer in enumerate(contract["layers"]):
        number = len(contract["layers"]) - place
        lines += [f"| {number} | `{room}` | {meaning(ROOT / place_of / room)} |" for room in layer.split(" | ")]
    return "\n".join(lines)


def meaning(place: Path) -> str:
    """The first paragraph of the docstring of a package or module."""
    source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    text = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("``", "`")


PARTS: dict[str, Callable[[], str]] = {
    "endpoints": endpoints,
    "settings": settings,
    "quality": quality,
    "call": call,
    "calls": calls,
    "picture": picture,
    "layers": partial(layers, "analysis"),
    "layers of attribution": partial(layers, "analysis.attribution"),
    "layers of quotes": partial(layers, "analysis.quotes"),
}
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "README.md": ("call",),
    "docs/api.md": ("calls", "endpoints", "settings"),
    "docs/quality.md": ("quality",),
    "examples/README.md": ("picture",),
    "analysis/README.md": ("layers", "layers of attribution", "layers of quotes"),
}
"""The documents, and the parts of each that are made."""


def filled(document: str) -> str:
    """The document with its parts made anew. Raises ValueError if it has no place for one."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for name in DOCUMENTS[document]:
        block = f"<!-- {name} -->\n{PARTS[name]()}\n<!-- /{name} -->"
        place = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
        if len(place.findall(text)) != 1:
            raise ValueError(f"{document} has no place, or several, for {name}")
        text = place.sub(lambda _, block=block: block, text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    for document in DOCUMENTS:
        (ROOT / document).write_text(filled(document), encoding="utf-8")
