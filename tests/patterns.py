"""All patterns of the library and the service, and which of them may take more than linear time by their form.

A search begins anew at every character. Where what a pattern begins with also stands in a run without bounds, and
something has to follow the run, each beginning may read to the end of the text: the square of its length. A run in a
run may be parted in ever so many ways, and so may what two runs in a row share. All three are told by the form of the
pattern, not by a clock.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import analysis
import api
from analysis.resources import languages

LEFT_OUT = (".training", ".migrations")
"""What never sees the text of users."""
SAMPLE = frozenset(map(chr, range(9, 127))) | frozenset("éÉ“”„’«»–—…•©中\u00a0\u0301")
"""Characters that stand for all."""
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
LOOKS = {sre.AT, sre.ASSERT, sre.ASSERT_NOT}
ANCHORS = {sre.AT_BEGINNING, sre.AT_BEGINNING_STRING, sre.AT_BOUNDARY, sre.AT_NON_BOUNDARY}
MANY = 200
"""Repeats of more than so many count as unbounded."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module holds, by itself or in a table, by its place and itself; also those that are made
    of word lists."""
    found: dict[str, re.Pattern[str]] = {}
    places: dict[str, str] = {}
    for root in (analysis, api):
        for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if any(part in module.name for part in LEFT_OUT):
                continue
            held = importlib.import_module(module.name)
            for name, value in vars(held).items():
                made = _made(value) if getattr(value, "__module__", "") == module.name else value
                for one in _held(made):
                    if isinstance(one.pattern, str):
                        places.setdefault(one.pattern, f"{module.name}.{name}")
                        found.setdefault(one.pattern, one)
    return {f"{places[text]} {text}": one for text, one in found.items()}


def _made(value: Any) -> object:
    """What a function makes that makes a pattern of word lists, in each language; anything else is itself."""
    told = getattr(value, "__annotations__", {})
    if "re.Pattern" not in str(told.get("return")):
        return value
    asked = [name for name in told if name != "return"]
    if not asked:
        return [value()]
    return [value(code) for code in languages()] if asked in (["code"], ["language"]) else value


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | list | tuple | set | frozenset) and depth < 3:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one, depth + 1)


def may_be_square(pattern: re.Pattern[str]) -> bool:
    """Whether the pattern's form allows more than linear time when it is searched for."""
    tree = list(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    first, anchored = _first(tree)
    runs = not anchored and any(first & run for run in _runs(tree, fails=False))
    return runs or _nested(tree) or _shared(tree)


def _first(items: list[Any]) -> tuple[frozenset[str], bool]:
    """The characters that it can begin with, and whether it can begin in few places only (behind a look-behind)."""
    out: frozenset[str] = frozenset()
    for kind, given in items:
        if (kind is sre.AT and given in ANCHORS) or (kind in (sre.ASSERT, sre.ASSERT_NOT) and given[0] < 0):
            return out, not out
        if kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            continue
        out |= _chars((kind, given))
        if not _empty((kind, given)):
            return out, False
    return out, False


def _parts(item: tuple[Any, Any]) -> list[list[Any]]:
    """The sequences inside an item."""
    kind, given = item
    if kind in REPEATS:
        return [list(given[2])]
    if kind is sre.SUBPATTERN:
        return [list(given[3])]
    if kind is sre.ATOMIC_GROUP:
        return [list(given)]
    return [list(one) for one in given[1]] if kind is sre.BRANCH else []


def _empty(item: tuple[Any, Any]) -> bool:
    """Whether it can match nothing."""
    kind, given = item
    if kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF):
        return True
    if kind in REPEATS and given[0] == 0:
        return True
    parts = _parts(item)
    return bool(parts) and any(all(map(_empty, part)) for part in parts)


def _chars(item: tuple[Any, Any]) -> frozenset[str]:
    """The characters of the sample that it can begin with."""
    kind, given = item
    if kind is sre.LITERAL:
        return frozenset({chr(given), chr(given).lower(), chr(given).upper()}) & SAMPLE
    if kind is sre.NOT_LITERAL:
        return SAMPLE - {chr(given)}
    if kind is sre.ANY:
        return SAMPLE - {"\n"}
    if kind is sre.IN:
        return _of_class(given)
    return frozenset().union(*(_first(part)[0] for part in _parts(item)))


def _of_class(given: list[tuple[Any, Any]]) -> frozenset[str]:
    out: set[str] = set()
    for kind, one in given:
        if kind is sre.LITERAL:
            out.add(chr(one))
        elif kind is sre.RANGE:
            out |= {char for char in SAMPLE if one[0] <= ord(char) <= one[1]}
        elif kind is sre.CATEGORY:
            letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(one).rpartition("_")[2]]
            inside = {char for char in SAMPLE if re.match(letter, char)}
            out |= SAMPLE - inside if "_NOT_" in str(one) else inside
    return SAMPLE - out if given and given[0][0] is sre.NEGATE else frozenset(out) & SAMPLE


def _runs(items: list[Any], fails: bool) -> Iterator[frozenset[str]]:
    """What runs without bounds are made of, of those behind which something can fail."""
    for place, item in enumerate(items):
        kind, given = item
        behind = items[place + 1 :]
        after = fails or any(not _empty(one) or one[0] in LOOKS for one in behind)
        if kind in REPEATS and given[1] > MANY and (after or given[0] > MANY):
            yield frozenset().union(*map(_chars, list(given[2])))
        for part in _parts(item):
            yield from _runs(part, after)


def _shared(items: list[Any]) -> bool:
    """Whether two runs without bounds may read the same characters, with nothing between them that parts them for sure:
    ``\\s*a?\\s*b``; a possessive one gives nothing back."""
    for place, item in enumerate(items):
        kind, given = item
        if any(map(_shared, _parts(item))):
            return True
        if kind not in REPEATS or given[1] <= MANY or kind is sre.POSSESSIVE_REPEAT:
            continue
        run = _every(item)
        for other in (one for one in items[place + 1 :] if one[0] not in LOOKS):
            if not _empty(other) and not _every(other) & run:
                break
            if other[0] in REPEATS and other[1][1] > MANY:
                return True
    return False


def _every(item: tuple[Any, Any]) -> frozenset[str]:
    """The characters of the sample that it can hold."""
    parts = _parts(item)
    return frozenset().union(*(_every(one) for part in parts for one in part)) if parts else _chars(item)


def _nested(items: list[Any], inside: bool = False) -> bool:
    """Whether a run that can be parted in several ways stands in another: ``(a+)*``; a possessive one cannot."""
    for item in items:
        kind, given = item
        unbounded = kind in REPEATS and given[1] > MANY
        if unbounded and inside and kind is not sre.POSSESSIVE_REPEAT:
            return True
        for part in _parts(item):
            if _nested(part, kind is not sre.POSSESSIVE_REPEAT and (unbounded or (inside and kind not in REPEATS))):
                return True
    return False
