"""Finds assertions that pass when there is nothing to look at, over the syntax tree of a test.

``for row in rows: assert …``, ``assert all(…)`` and ``assert [… for row in rows if …] == []`` say nothing if no row is
there. Rows are there where they are written down, a constant or a fixture, or where another assertion of the test fails
without them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

KNOWN = {"languages": "test_the_eight_languages_are_there", "rows": "test_lists_are_of_comparable_size"}
"""Functions that give something, by the test that says so."""
KEEPING = frozenset({"dict", "enumerate", "frozenset", "list", "reversed", "set", "sorted", "tuple"})
"""Functions that give as many as they get, or fewer but some."""
VIEWS = frozenset({"items", "keys", "splitlines", "values"})
Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
EMPTY = ("[]", "{}", "()", "set()", "frozenset()")


@dataclass(slots=True)
class Known:
    """What a test says: what its names stand for, which lists loops fill, and assertions that fail on what is empty."""

    given: set[str]
    """Arguments that are fixtures, which give something; what a test is parametrized with may be empty."""
    values: dict[str, ast.expr] = field(default_factory=dict)
    filled: dict[str, ast.expr] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def vacuous(function: ast.FunctionDef) -> list[ast.Assert]:
    """Assertions of a test that pass when there is nothing to look at, in order.

    In a loop only what the outermost loop goes over is asked for: of its parts some may be empty. An assertion that
    comes later speaks for what is before it too, since all must hold.
    """
    drawn = " ".join(map(ast.unparse, function.decorator_list))
    given = {one.arg for one in function.args.args if not re.search(rf"\b{one.arg}\b", drawn)}
    known, asserted = Known(given), list(_assertions(function.body, None))
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                known.values[name] = value
    for loop in (node for node in function.body if isinstance(node, ast.For)):
        _fill(loop, known)
    plain = [one.test for one, loop in asserted if loop is None]
    known.told = [ast.unparse(test) for test in plain if not _says_nothing(test, known)]
    return [
        one
        for one, loop in asserted
        if (_says_nothing(one.test, known) if loop is None else _may_be_empty(loop.iter, known))
    ]


def _assertions(body: Iterable[ast.stmt], loop: ast.For | None) -> Iterator[tuple[ast.Assert, ast.For | None]]:
    """Assertions, each with the outermost loop that it stands in."""
    for statement in body:
        match statement:
            case ast.Assert():
                yield statement, loop
            case ast.For():
                yield from _assertions(statement.body, loop or statement)
            case ast.With() | ast.If() | ast.Try() | ast.While():
                yield from _assertions([*statement.body, *getattr(statement, "orelse", ())], loop)


def _fill(loop: ast.For, known: Known) -> None:
    """Remember which lists the loop adds to."""
    for node in ast.walk(loop):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append" | "add")):
                known.filled[name] = loop.iter
            case ast.AugAssign(target=ast.Name(id=name)):
                known.filled[name] = loop.iter


def _says_nothing(test: ast.expr, known: Known) -> bool:
    match test:
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_says_nothing(part, known) for part in parts)
        case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as every]):
            return _nothing_seen(every, known) or any(one.ifs for one in every.generators)
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="any"), args=[every])):
            return _nothing_seen(every, known)
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name() | ast.ListComp() | ast.SetComp() as found):
            return _nothing_seen(found, known)
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            if ast.unparse(right) in EMPTY:
                return _nothing_seen(left, known)
            return all(isinstance(one, Comprehension) and _nothing_seen(one, known) for one in (left, right))
        case ast.Compare(left=ast.SetComp() | ast.Call(func=ast.Name(id="set")) as left, ops=[ast.LtE()]):
            return _may_be_empty(left, known)
    return False


def _nothing_seen(node: ast.expr, known: Known) -> bool:
    """Whether what is collected would be empty because nothing was looked at."""
    match node:
        case ast.Name(id=name):
            if name in known.filled:
                return _may_be_empty(known.filled[name], known)
            return name in known.values and _nothing_seen(known.values[name], known)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            return _may_be_empty(node.generators[0].iter, known)
        case ast.Call(func=ast.Name(id=name), args=[inner]) if name in KEEPING:
            return _nothing_seen(inner, known)
    return False


def _speaks_of(told: str, source: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(source)}(?!\w)", told) is not None


def _names(source: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}


def _may_be_empty(node: ast.expr, known: Known) -> bool:
    source = ast.unparse(node)
    filled = {name for name, loop in known.filled.items() if loop is node}
    if any(_speaks_of(told, source) or filled & _names(told) for told in known.told):
        return False
    match node:
        case ast.Constant(value=value):
            return not value
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return all(isinstance(one, ast.Starred) and _may_be_empty(one.value, known) for one in elements)
        case ast.Dict(keys=keys):
            return not keys
        case ast.Name(id=name):
            constant = name.isupper() or name in known.given
            return not constant and (name not in known.values or _may_be_empty(known.values[name], known))
        case ast.Attribute(attr=name):
            return not name.isupper()
        case ast.Subscript(value=value, slice=ast.Slice()):
            return _may_be_empty(value, known)
        case ast.Subscript(value=value):
            return not _is_constant(value, known)
        case ast.BinOp(left=left, right=right):
            return _may_be_empty(left, known) and _may_be_empty(right, known)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            return any(one.ifs for one in node.generators) or _may_be_empty(node.generators[0].iter, known)
        case ast.Call():
            return _call_may_be_empty(node, known)
    return True


def _is_constant(node: ast.expr, known: Known) -> bool:
    """Whether it is a constant, a fixture, or a part of one."""
    match node:
        case ast.Subscript(value=value):
            return _is_constant(value, known)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper() or name in known.given
    return False


def _call_may_be_empty(call: ast.Call, known: Known) -> bool:
    match call.func:
        case ast.Name(id=name) if name in KNOWN:
            return False
        case ast.Name(id="range"):
            return not all(isinstance(one, ast.Constant) and one.value for one in call.args[:2])
        case ast.Name(id="zip"):
            return all(_may_be_empty(one, known) for one in call.args)
        case ast.Name(id=name) if name in KEEPING and call.args:
            return _may_be_empty(call.args[0], known)
        case ast.Attribute(value=value, attr=name) if name in VIEWS:
            return _may_be_empty(value, known)
    return True


def cases(tree: ast.Module) -> Sequence[ast.FunctionDef]:
    """Test functions but those whose input Hypothesis draws: there an example may be one with nothing in it."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [one for one in functions if one.name.startswith("test_") and not any(map(_draws, one.decorator_list))]


def _draws(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) in ("given", "rule", "SCHEMA.parametrize")
