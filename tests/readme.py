"""The tables of the README, made from the code: `python -m tests.readme` writes them, a test compares them."""

from __future__ import annotations

import re
from pathlib import Path

from analysis.metrics import measured_quality
from api import create_app
from api.config import settings_table

README = Path(__file__).parents[1] / "README.md"
METHODS = ("get", "post", "patch", "put", "delete")


def endpoints() -> str:
    """Method, path and meaning of every operation of the OpenAPI document."""
    document = create_app({"DATABASE_URL": "sqlite://"}).test_client().get("/openapi.json").get_json()
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


SECTIONS = {"endpoints": endpoints, "settings": settings, "quality": quality}


def filled(text: str) -> str:
    """The README with its tables made anew."""
    for name, make in SECTIONS.items():
        block = f"<!-- {name} -->\n{make()}\n<!-- /{name} -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- /{name} -->", lambda _, block=block: block, text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
