"""What the documents for contributors and users name is there: files, tests, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "examples/*.md", "analysis/*.md", "api/*.md", ".github/*.md")
    for path in ROOT.glob(pattern)
)
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LONGEST = 200
OTHERS = re.compile(r"[a-z]+:|#")
"""How a link begins that leads elsewhere, or to a place in the same document."""
PLACEHOLDER = re.compile(r"\b(CODE|LIST|NAME)\b")
"""What stands for a name that the reader puts in."""


def test_links_lead_to_files() -> None:
    texts = {document: (ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS}
    links = [(document, link) for document, text in texts.items() for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    own = [(ROOT / document).parent / link.partition("#")[0] for document, link in links if not OTHERS.match(link)]
    assert len(own) > 10
    assert [path for path in own if not path.exists()] == []


def test_every_file_that_a_recipe_names_is_there() -> None:
    places = {one.name for one in ROOT.iterdir()} - {"var", ".venv"}  # written by set-up and runs
    named = {one for one in re.findall(r"`([\w./-]+)`", TEXT) if one.partition("/")[0] in places}
    assert len(named) > 40
    assert [one for one in sorted(named) if not PLACEHOLDER.search(one) and not (ROOT / one).exists()] == []


def test_every_test_that_proves_a_recipe_is_there() -> None:
    known = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    named = set(re.findall(r"`(test_\w+)`", TEXT))
    assert named
    assert named <= known


def test_every_command_of_make_is_there() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"\bmake ([a-z]+) ", TEXT))
    assert "setup" in named
    assert named <= set(targets)


def test_it_can_be_read_in_one_sitting() -> None:
    assert len(TEXT.splitlines()) <= LONGEST


def test_what_lint_checks_is_checked_before_a_commit() -> None:
    rules = re.search(r"^lint:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert rules is not None
    checks = {line.strip().removeprefix("$(BIN)/").removesuffix(" .") for line in rules[1].splitlines()}
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    entries = {hook["entry"].removeprefix(".venv/bin/").removesuffix(" --force-exclude") for hook in hooks[0]["hooks"]}
    assert entries == checks


@pytest.mark.parametrize(
    "form", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.stem
)
def test_a_form_asks_for_what_is_needed(form: Path) -> None:
    read = yaml.safe_load(form.read_text(encoding="utf-8"))
    if form.stem == "config":
        assert read == {"blank_issues_enabled": False}
        return
    assert {"name", "description", "body"} <= read.keys()
    asked = [part for part in read["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in asked]
    assert len(set(ids)) == len(ids)
    assert all(part["attributes"]["label"] for part in asked)
    assert any(part.get("validations", {}).get("required") for part in asked)
