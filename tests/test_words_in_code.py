"""The law of words: what is a word of a language stands in a list, with its source, and not in code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import analysis
from analysis.resources import languages, words, world

ROOT = Path(analysis.__file__).parent
ROOMS = ("actors", "attribution", "quotes", "sources", "claims", "framing", "matching", "evidence", "segmentation")
"""Rooms that read what an article says; pages are read by the names of their elements, too."""
FEW = 2
"""So many small words among the constants of one collection are a list of words."""


def small_words() -> frozenset[str]:
    lists = ("media_articles", "name_articles", "name_particles", "name_suffixes")
    own = {row[0] for name in lists for row in world(name)}
    listed = (words(code, name) for code in languages() for name in ("function_words", "clause_words"))
    return frozenset(own.union(*listed)) - {"", "s", "x"}


def collections(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The constants of every set, list, tuple and table of a module, and of texts that are split."""
    for node in ast.walk(tree):
        inner: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            inner = list(node.elts)
        elif isinstance(node, ast.Dict):
            inner = list(node.keys)
        texts = [one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            split = node.func.value
            texts = split.value.split() if isinstance(split, ast.Constant) and isinstance(split.value, str) else []
        if texts:
            yield node.lineno, texts  # type: ignore[attr-defined]


def listed_in(source: str) -> list[tuple[int, list[str]]]:
    known = small_words()
    found = collections(ast.parse(source))
    return [(line, texts) for line, texts in found if len({text for text in texts if text in known}) >= FEW]


def test_no_list_of_words_stands_in_code() -> None:
    modules = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    assert len(modules) > 100
    assert [(path.name, line, texts) for path in modules for line, texts in listed_in(path.read_text("utf-8"))] == []


def test_a_list_of_words_in_code_is_found() -> None:
    assert len(small_words()) > 1000
    assert listed_in('A = frozenset({"the", "der", "other"})') == [(1, ["the", "der", "other"])]
    assert listed_in('A = "von der de".split()') == [(1, ["von", "der", "de"])]
    assert listed_in('A = {"jr": 1, "junior": 2}') == [(1, ["jr", "junior"])]
    assert listed_in('A = ("person", "organization")') == []
