"""No test passes because there was nothing to look at."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.vacuity import KNOWN, cases, vacuous

HERE = Path(__file__).parent
MODULES = sorted(path.relative_to(HERE).as_posix() for path in HERE.rglob("test_*.py"))


def found_in(source: str) -> list[str]:
    """Assertions of tests that say nothing where there is nothing, with their lines."""
    return [f"line {one.lineno}: {ast.unparse(one.test)}" for case in cases(ast.parse(source)) for one in vacuous(case)]


@pytest.mark.parametrize("module", MODULES)
def test_no_assertion_passes_over_nothing(module: str) -> None:
    found = found_in((HERE / module).read_text("utf-8"))
    assert found == [], "assert first that there is something to look at"


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_to_give_something_has_a_test_of_its_own(name: str) -> None:
    lists = ast.parse((HERE / "analysis" / "test_word_lists.py").read_text("utf-8"))
    assert KNOWN[name] in [case.name for case in cases(lists)]


@pytest.mark.parametrize(
    "body",
    [
        "for one in found():\n  assert one",
        "assert all(one > 0 for one in found())",
        "assert all(one > 0 for one in ONES if one)",
        "assert not any(one for one in found())",
        "assert not [one for one in found() if one]",
        "assert [one for one in found() if one] == []",
        "assert sorted([one for one in found() if one]) == []",
        "assert {one for one in found()} <= {1}",
        "missed = [one for one in found() if one]\nassert not missed",
        "missed = []\nfor one in found():\n  missed.append(one)\nassert missed == []",
        "assert [one for one in found()] == [one for one in other()]",
        "some = [one for one in ONES if one]\nfor one in some:\n  assert one",
        "with opened():\n  for one in found():\n    assert one",
    ],
)
def test_what_says_nothing_over_nothing_is_seen(body: str) -> None:
    assert len(found_in(written(body))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "assert found()",
        "for one in (1, 2):\n  assert one",
        "for one in ONES:\n  assert one",
        "for one in fixture:\n  assert one",
        "some = found()\nassert some\nfor one in some:\n  assert one",
        "some = found()\nfor one in some:\n  assert one\nassert len(some) == 3",
        "seen = 0\nfor one in found():\n  seen += 1\n  assert one\nassert seen == 3",
        "assert [one for one in found()] == [1]",
        "assert {one for one in found()} == {1}",
        "assert [one for one in rows(code, 'cues') if one] == []",
        "assert 'direct' not in {one for one in found()}",
    ],
)
def test_what_fails_over_nothing_passes(body: str) -> None:
    assert found_in(written(body)) == []


def test_arguments_of_a_parametrized_test_may_be_empty() -> None:
    decorated = "@pytest.mark.parametrize('some', [[], [1]])\ndef test_it(some):\n  for one in some:\n    assert one"
    assert len(found_in(decorated)) == 1


def written(body: str) -> str:
    return "def test_it(fixture):\n" + "\n".join(f"  {line}" for line in body.split("\n"))
