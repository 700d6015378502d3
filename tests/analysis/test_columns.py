"""The law of columns: what lists hold is declared, and what is declared is in a list and asked for by code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import analysis
from analysis.columns import (
    COLUMNS,
    WORLD_COLUMNS,
    CueForm,
    CueUse,
    MediumKind,
    SourcePlace,
    WordRole,
    check,
    kinds,
    letters,
    names,
)
from analysis.errors import DataError
from analysis.resources import LANGUAGES, WORLD, languages, read_rows, rows, world

RUN_TIME = [path for path in Path(analysis.__file__).parent.rglob("*.py") if "training" not in path.parts]
DECLARED = [kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
KINDS = [kind for kind in DECLARED if kind is not StrEnum]
EVERY = {**COLUMNS, **WORLD_COLUMNS}
MADE = {CueForm.PASSIVE}
"""Members that code makes by a rule and no list holds."""
PASSED_ON = {WordRole.HEARSAY}
"""Members that no code asks for by name."""


def listed(kind: type[StrEnum]) -> set[str]:
    """What the lists hold of a kind."""
    column = {
        WordRole: lambda code: {role for row in rows(code, "clause_words") for role in row[1].split(" ")},
        CueUse: lambda code: set("".join(row[3] for row in rows(code, "cues"))),
        CueForm: lambda code: set("".join(row[4] for row in rows(code, "cues"))),
    }.get(kind)
    if column is None:
        name, place = next((name, read.index(kind)) for name, read in EVERY.items() if kind in read)
        every = [row for code in languages() for row in rows(code, name)] if name in COLUMNS else world(name)
        return {row[place] if len(row) > place else "" for row in every}
    return {value for code in languages() for value in column(code)}


def asked() -> Iterator[tuple[str, str]]:
    """Members that run-time code names."""
    for path in RUN_TIME:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield node.value.id, node.attr


def test_every_list_has_declared_columns() -> None:
    assert sorted(COLUMNS) == sorted({path.stem for path in LANGUAGES.rglob("*.txt")})
    assert sorted(WORLD_COLUMNS) == sorted(path.stem for path in WORLD.glob("*.txt"))


@pytest.mark.parametrize("path", sorted(WORLD.glob("*.txt")), ids=lambda path: path.stem)
def test_a_list_of_the_world_is_sorted_and_states_its_source(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# source: ")
    assert lines[1].startswith("# licence: ")
    assert entries == sorted(set(entries))
    assert world(path.stem)


def test_an_undeclared_word_in_a_list_of_the_world_is_a_fault_of_the_package() -> None:
    with pytest.raises(DataError):
        check("towns", ("Anytown", "village"), WORLD_COLUMNS)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_no_list_holds_what_is_not_declared(name: str) -> None:
    every = [row for code in languages() for row in read_rows(LANGUAGES / code / f"{name}.txt")]
    assert every
    for row in every:
        check(name, row)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_everything_declared_is_in_a_list(kind: type[StrEnum]) -> None:
    assert listed(kind) == {member.value for member in kind if member not in MADE}


@pytest.mark.parametrize("kind", [WordRole, CueUse, CueForm, SourcePlace, MediumKind], ids=lambda kind: kind.__name__)
def test_everything_declared_is_asked_for(kind: type[StrEnum]) -> None:
    named = {name for owner, name in asked() if owner == kind.__name__}
    assert named >= {member.name for member in kind if member not in PASSED_ON}


@pytest.mark.parametrize("code", languages())
def test_a_list_of_letters_says_on_top_which_there_are(code: str) -> None:
    roles = (LANGUAGES / code / "clause_words.txt").read_text(encoding="utf-8").splitlines()[2]
    assert len(WordRole)
    assert {role.value for role in WordRole} <= set(roles.split())
    cues = (LANGUAGES / code / "cues.txt").read_text(encoding="utf-8").splitlines()[2].replace("(", " ").split()
    letters = {letter.value for letter in (*CueUse, *CueForm) if letter not in MADE}
    assert letters
    assert letters <= set(cues)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("cues", ("says", "say", "neutral", "X", "f")),
        ("cues", ("says", "say", "neutral", "S", "x")),
        ("cues", ("says", "say", "loud", "S", "f")),
        ("clause_words", ("that", "that other")),
        ("clause_words", ("that", "")),
        ("loaded", ("bad", "judging", "4")),
        ("frames", ("bad", "conflict,other")),
        ("weekdays", ("monday", "first")),
        ("time_words", ("now", "soon")),
        ("weekdays", ("",)),
        ("weekdays", ()),
        ("nothing_such", ("a",)),
    ],
)
def test_an_undeclared_letter_is_a_fault_of_the_package(name: str, row: tuple[str, ...]) -> None:
    with pytest.raises(DataError):
        check(name, row)


def test_letters_and_names_are_read_as_members() -> None:
    assert letters(CueUse, "SJ") == {CueUse.SAY, CueUse.JUDGE}
    assert names(WordRole, "adv neg") == {WordRole.ADV, WordRole.NEG}
