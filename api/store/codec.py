"""Typed objects as compact bytes and back; what is read equals what was written."""

from __future__ import annotations

import json
import types
import typing
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
LEVEL = 1
"""zlib level: analyses are read more often than the last tenth of their size matters."""


def pack(value: object) -> bytes:
    """An object of frozen dataclasses as compressed JSON."""
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), LEVEL)


def unpack(kind: type[T], stored: bytes) -> T:
    """The object that ``pack`` wrote; fields that were added since get their default."""
    built: T = _build(kind, json.loads(zlib.decompress(stored)))
    return built


def plain(value: Any) -> Any:
    """Dataclasses as dicts and tuples as lists, all the way down."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], value[name]) for name in _names(kind) if name in value})
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_build(arguments[0], item) for item in value)
        return tuple(_build(part, item) for part, item in zip(arguments, value, strict=True))
    if origin in (typing.Union, types.UnionType):
        listed = [part for part in arguments if typing.get_origin(part) is tuple and isinstance(value, list)]
        return _build(next(part for part in (*listed, *arguments) if part is not type(None)), value)
    if isinstance(value, dict) and len(arguments) == 2:
        return {key: _build(arguments[1], item) for key, item in value.items()}
    return value
