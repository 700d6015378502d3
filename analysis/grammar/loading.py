"""Reads what a language declares in ``grammar.toml``, strictly: a wrong word or type is a fault of the package."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

from analysis import resources
from analysis.errors import DataError
from analysis.grammar.features import Grammar, Pairs, Table, Words

T = TypeVar("T")
FILE = "grammar.toml"
NEUTRAL = Grammar()
"""The grammar of a language that is not supported."""


def grammar(code: str) -> Grammar:
    """What is declared of a language; the neutral grammar for one that is not supported.

    Raises DataError if the file of a supported language is missing or malformed.
    """
    return _load(code) if resources.supported(code) else NEUTRAL


@cache
def _load(code: str) -> Grammar:
    return read_grammar(resources.LANGUAGES / code / FILE)


def read_grammar(path: Path) -> Grammar:
    """The grammar that a file declares; what it leaves out has its default. Raises DataError for anything else."""
    where = f"{path.name} of {path.parent.name}"
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{where} cannot be read: {error}") from error
    return _build(Grammar, declared, where)


def _build(kind: type[T], declared: Mapping[str, Any], where: str) -> T:
    """An object of the class, each of its fields read by its type."""
    types = get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in declared.items():
        if key not in types:
            raise DataError(f"{where}: there is no field {key!r}; known are {', '.join(types)}")
        values[key] = _value(types[key], value, f"{where}, {key}")
    return kind(**values)


def _value(kind: Any, value: Any, where: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, dict):
            raise DataError(f"{where} is a table, not {value!r}")
        return _build(kind, value, where)
    name, reads, convert = READERS[kind]
    if not reads(value):
        raise DataError(f"{where} is {name}, not {value!r}")
    return convert(value)


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _are_pairs(value: Any) -> bool:
    return isinstance(value, list) and all(_are_words(pair) and len(pair) == 2 for pair in value)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and _are_words([*value, *value.values()])


def _pairs(value: list[list[str]]) -> Pairs:
    return tuple((first, second) for first, second in value)


READERS: dict[Any, tuple[str, Callable[[Any], bool], Callable[[Any], Any]]] = {
    bool: ("true or false", lambda value: isinstance(value, bool), bool),
    str: ("a text", lambda value: isinstance(value, str), str),
    Words: ("a list of words", _are_words, tuple),
    Pairs: ("a list of pairs of words", _are_pairs, _pairs),
    Table: ("a table from words to words", _is_table, lambda value: MappingProxyType(dict(value))),
}
"""What each type is called, whether a value is of it, and how it is kept."""
