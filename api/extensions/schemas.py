"""Base schemas: strict requests, open responses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any

import marshmallow as ma

from api.extensions.fields import Keyed

Writer = Callable[[Any], Any]
ID_PATTERN = r"^(?!\.{1,2}$)[^\s/?#%\\\x00-\x1f\x7f]{1,128}$"
"""Ids that clients choose: up to 128 characters that a path can carry."""


class RequestSchema(ma.Schema):
    """What a client sends: a field that we do not know is a mistake, and is refused."""

    class Meta:
        unknown = ma.RAISE


class ResponseSchema(ma.Schema):
    """What a client gets: open, so that fields can be added; a field that is missing on dump is our fault."""

    class Meta:
        unknown = ma.INCLUDE

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """The object as JSON values. marshmallow would drop a missing attribute without a word, and takes ten times as
        long to find out that a string is a string.
        """
        return self._compiled(obj)

    @cached_property
    def _compiled(self) -> Writer:
        return _object_writer(self)


def _object_writer(schema: ma.Schema) -> Writer:
    """Writes an object, or a mapping, of this schema."""
    fields = [(name, field, _writer(field)) for name, field in schema.fields.items()]

    def write(obj: Any) -> dict[str, Any]:
        read = obj.__getitem__ if isinstance(obj, Mapping) else partial(getattr, obj)
        return {
            name: field.serialize(name, obj) if writer is None else _value(writer, read(name))
            for name, field, writer in fields
        }

    return write


def _value(writer: Writer, value: Any) -> Any:
    return None if value is None else writer(value)


def _writer(field: ma.fields.Field[Any]) -> Writer | None:
    """How a field's value is written; ``None`` for a field that makes its value from the whole object."""
    if isinstance(field, ma.fields.Nested):
        nested = field.schema
        return nested.dump if isinstance(nested, ResponseSchema) else _object_writer(nested)
    if isinstance(field, ma.fields.List):
        inner = _writer(field.inner)
        return list if inner is None or inner is _same else lambda values: [inner(value) for value in values]
    if isinstance(field, Keyed):
        return field.written
    if isinstance(field, ma.fields.Dict):
        return dict
    return _same if field._CHECK_ATTRIBUTE else None


def _same(value: Any) -> Any:
    return value
